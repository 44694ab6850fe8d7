package org.zhenjie.scenarios.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhenjie.gis.layer.Layer;
import org.zhenjie.gis.layer.LayerRequest;
import org.zhenjie.gis.layer.Layers;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.scenarios.plan.PreparedScenario;
import org.zhenjie.scenarios.plan.StudyProblem;
import org.zhenjie.scenarios.reform.Scenario;
import org.zhenjie.scenarios.reform.ScenarioFile;
import org.zhenjie.scenarios.study.Study;
import org.zhenjie.scenarios.study.Study.Held;
import org.zhenjie.scenarios.study.Study.ServicePoint;
import org.zhenjie.scenarios.study.Study.StaffBlock;
import org.zhenjie.scenarios.study.StudyFolder;

/** The files of the sample study. */
class SampleStudyTest {
    /** The study folder in the repository. */
    static final Path SHIPPED = Path.of(System.getProperty("zhenjie.root"), "scenarios", "haibin");

    @TempDir
    Path folder;

    @Test
    void the_shipped_files_are_what_the_generator_writes_byte_for_byte() throws IOException {
        SampleStudy.write(folder.resolve("haibin"));

        Map<String, byte[]> made = files(folder.resolve("haibin"));
        Map<String, byte[]> shipped = files(SHIPPED);
        assertThat(made.keySet()).isEqualTo(shipped.keySet());
        made.forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(shipped.get(name)));
    }

    @Test
    void it_opens_without_a_word_of_complaint_and_has_the_scale_of_the_reform() {
        StudyFolder folder = StudyFolder.open(SHIPPED);
        Study study = folder.study();

        assertThat(folder.warnings()).isEmpty();
        assertThat(study.counties()).hasSize(4);
        assertThat(study.towns()).hasSize(51);
        assertThat(study.serviceKinds()).hasSize(4);
        assertThat(study.servicePoints().stream().map(ServicePoint::kind).distinct())
                .hasSize(4);
        int held = study.held().stream().mapToInt(Held::posts).sum();
        int devolved = study.blocks().stream().mapToInt(StaffBlock::size).sum();
        assertThat(held).isEqualTo(3_908);
        assertThat(devolved).isEqualTo(2_646);
        assertThat(100.0 * devolved / held).isCloseTo(67.7, Offset.offset(0.05));
        assertThat(study.blocks().stream().mapToInt(StaffBlock::size).max()).hasValue(12);
        assertThat(study.blocks()).hasSizeBetween(300, 900);
    }

    @Test
    void need_is_above_what_is_there_and_towns_start_uneven() {
        Study study = StudyFolder.open(SHIPPED).study();
        AllocationProblem problem = StudyProblem.of(study);
        int[] held = new int[problem.towns().size()];
        problem.held().forEach(one -> held[one.town()] += one.posts());
        double[] ratios = IntStream.range(0, held.length)
                .mapToDouble(i -> (double) held[i] / problem.towns().get(i).totalNeed())
                .toArray();

        assertThat(problem.towns().stream()
                        .mapToInt(AllocationProblem.Town::totalNeed)
                        .sum())
                .isBetween(7_600, 8_200);
        assertThat(Arrays.stream(ratios).min().orElseThrow()).isBetween(0.28, 0.4);
        assertThat(Arrays.stream(ratios).max().orElseThrow()).isBetween(0.8, 0.92);
    }

    @Test
    void every_scenario_applies_without_a_word_of_complaint() {
        StudyFolder folder = StudyFolder.open(SHIPPED);
        List<Scenario> scenarios = ScenarioFile.readAll(folder);

        assertThat(scenarios)
                .extracting(Scenario::name)
                .containsExactly("baseline", "bigger-pool", "convert-streets", "merge-small");
        assertThat(scenarios)
                .allSatisfy(scenario -> assertThat(
                                PreparedScenario.of(folder.study(), scenario).warnings())
                        .isEmpty());
    }

    @Test
    void the_further_scenario_merges_bodies_and_moves_duties_without_a_word_of_complaint() throws IOException {
        Path study = folder.resolve("haibin");
        SampleStudy.write(study);
        Files.copy(study.resolve("more/bodies-and-duties.yaml"), study.resolve("scenarios/bodies-and-duties.yaml"));
        StudyFolder opened = StudyFolder.open(study);
        PreparedScenario prepared = PreparedScenario.of(opened.study(), ScenarioFile.read(opened, "bodies-and-duties"));

        assertThat(prepared.warnings()).isEmpty();
        assertThat(prepared.total().isKept()).isTrue();
        assertThat(stations(opened.study())).isEqualTo(37);
        assertThat(stations(prepared.study())).isEqualTo(21);
        assertThat(prepared.study().terms().duties().unbalanced()).isEmpty();
        assertThat(prepared.problem().townRules().townPowers()).hasSize(6 * 51);
    }

    private static long stations(Study study) {
        return study.institutions().stream()
                .filter(unit -> unit.kind() == Study.Institution.Kind.STATION && unit.stands())
                .count();
    }

    @Test
    void towns_are_named_in_gbk_as_people_have_them() {
        try (Layer towns = Layers.open(LayerRequest.of(SHIPPED.resolve("data/towns.shp")))) {
            assertThat(towns.encoding().orElseThrow().charset()).isEqualTo(Charset.forName("GBK"));
            assertThat(towns.crsCode()).isEqualTo("EPSG:4490");
            assertThat(towns.count()).isEqualTo(51);
        }
    }

    @Test
    void a_study_that_is_there_is_never_overwritten() throws IOException {
        Files.writeString(folder.resolve("study.yaml"), "mine");

        assertThatThrownBy(() -> SampleStudy.write(folder))
                .isInstanceOfSatisfying(
                        InputException.class,
                        e -> assertThat(e.problems())
                                .singleElement()
                                .satisfies(problem ->
                                        assertThat(problem.text(Locale.ENGLISH)).contains("already")));
        assertThat(folder.resolve("study.yaml")).hasContent("mine");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void messages_are_there_in_both_languages() {
        String bundle = "org.zhenjie.scenarios.sample.messages";
        assertThat(ResourceBundle.getBundle(bundle, Locale.CHINESE).keySet())
                .isEqualTo(ResourceBundle.getBundle(bundle, Locale.ROOT).keySet());
    }

    /** Files of a study by their relative names; results of runs are not part of it. */
    private static Map<String, byte[]> files(Path study) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(study)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = study.relativize(path).toString().replace('\\', '/');
                if (!name.startsWith("plans/") && !name.startsWith("exports/")) {
                    files.put(name, Files.readAllBytes(path));
                }
            }
        }
        return files;
    }
}
