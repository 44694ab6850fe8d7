package org.zhenjie.scenarios.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhenjie.planner.allocation.Rule;
import org.zhenjie.scenarios.TinyStudy;
import org.zhenjie.scenarios.progress.Progress;
import org.zhenjie.scenarios.study.Study.Held;
import org.zhenjie.scenarios.study.Study.Pool;
import org.zhenjie.scenarios.study.Study.Town;

/** What a study folder on disk becomes. */
class StudyFolderTest {
    @TempDir
    static Path temp;

    private static Path path;
    private static StudyFolder folder;
    private static Study study;

    @BeforeAll
    static void open() {
        path = TinyStudy.in(temp);
        folder = StudyFolder.open(path);
        study = folder.study();
    }

    @Test
    void a_sound_study_has_no_warnings() {
        assertThat(folder.warnings()).isEmpty();
    }

    @Test
    void towns_come_from_the_shapefile_with_names_in_gbk() {
        assertThat(study.towns()).extracting(Town::code).containsExactly("A1", "A2", "A3", "B1", "B2", "B3");
        Town township = study.town("B2").orElseThrow();
        assertThat(township.name()).isEqualTo(new Name("北岭乡", "Beiling Township"));
        assertThat(township.kind()).isEqualTo(TownKind.TOWNSHIP);
        assertThat(township.county()).isEqualTo("B");
    }

    @Test
    void areas_are_measured_in_the_metric_crs() {
        assertThat(study.crs()).isEqualTo("EPSG:4547");
        // 0.1° of longitude at 22.75° N times 0.1° of latitude: 10.27 km by 11.08 km
        assertThat(study.town("A1").orElseThrow().areaKm2()).isCloseTo(113.8, within(0.3));
    }

    @Test
    void a_town_without_a_seat_is_given_a_point_inside() {
        Town town = study.town("A2").orElseThrow();
        assertThat(town.boundary().contains(town.seat())).isTrue();
    }

    @Test
    void numeric_columns_are_indicators_and_others_are_not() {
        assertThat(study.town("A1").orElseThrow().attributes())
                .containsOnlyKeys("shops")
                .hasEntrySatisfying("shops", shops -> assertThat(shops).isEqualByComparingTo("400"));
    }

    @Test
    void posts_and_people_are_told_apart() {
        assertThat(study.held())
                .contains(new Held("A1", "governance", "administrative", 20, 19))
                .hasSize(13);
    }

    @Test
    void pools_serve_the_towns_of_their_owner() {
        Pool city = study.pool("city-institution").orElseThrow();
        Pool county = study.pool("a-administrative").orElseThrow();
        Pool zone = study.pool("zone-institution").orElseThrow();
        assertThat(study.towns()).allMatch(town -> study.serves(city, town));
        assertThat(study.towns())
                .filteredOn(town -> study.serves(county, town))
                .extracting(Town::code)
                .containsExactly("A1", "A2", "A3");
        assertThat(study.towns())
                .filteredOn(town -> study.serves(zone, town))
                .extracting(Town::code)
                .containsExactly("A3");
    }

    @Test
    void staff_blocks_come_from_the_workbook() {
        Study.StaffBlock block = study.block("S2").orElseThrow();
        assertThat(block.size()).isEqualTo(2);
        assertThat(block.skills()).containsExactly("law");
        assertThat(block.forbidden()).containsExactly("A3");
        assertThat(block.farthestMetres()).isEqualTo(15_000);
        assertThat(study.block("S3").orElseThrow().farthestMetres()).isInfinite();
    }

    @Test
    void the_policy_is_read() {
        assertThat(study.policy().weights()).isEqualTo(Map.of(Rule.S1, 100L, Rule.S2, 20L, Rule.S3, 1L, Rule.S4, 500L));
        assertThat(study.policy().off()).isEqualTo(Set.of());
    }

    @Test
    void the_baseline_is_a_scenario_without_a_file() {
        assertThat(folder.scenarioNames()).startsWith("baseline");
    }

    @Test
    void progress_is_told_from_nothing_to_all() {
        List<Integer> told = new ArrayList<>();
        List<Integer> of = new ArrayList<>();
        StudyFolder.open(path, (stage, done, all) -> {
            told.add(done);
            of.add(all);
        });
        assertThat(told).isSorted().startsWith(0).endsWith(of.get(0));
    }

    @Test
    void opening_can_be_cancelled() {
        Progress cancelled = new Progress() {
            @Override
            public void at(String stage, int done, int of) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThatThrownBy(() -> StudyFolder.open(path, cancelled)).isInstanceOf(CancellationException.class);
    }

    @Test
    void the_input_hash_is_the_same_wherever_the_folder_lies(@TempDir Path elsewhere) throws Exception {
        Path copy = elsewhere.resolve("another name");
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(path.relativize(file)));
            }
        }
        assertThat(StudyFolder.open(copy).inputHash("baseline"))
                .isEqualTo(folder.inputHash("baseline"))
                .hasSize(64);
    }

    @Test
    void the_input_hash_follows_the_data_and_the_scenario(@TempDir Path elsewhere) throws Exception {
        Path other = TinyStudy.in(elsewhere);
        TinyStudy.scenario(other, "grow", "format: 1\nname: grow\nreforms: []\n");
        String before = StudyFolder.open(other).inputHash("grow");
        assertThat(StudyFolder.open(other).inputHash("baseline")).isNotEqualTo(before);

        TinyStudy.edit(other, "scenarios/grow.yaml", "name: grow", "name: Grow");
        String scenarioChanged = StudyFolder.open(other).inputHash("grow");
        assertThat(scenarioChanged).isNotEqualTo(before);

        Files.writeString(other.resolve("data/towns.cpg"), "GB18030");
        assertThat(StudyFolder.open(other).inputHash("grow")).isNotEqualTo(scenarioChanged);
    }

    @Test
    void a_city_without_counties_is_its_own_only_one(@TempDir Path elsewhere) {
        Path other = TinyStudy.in(elsewhere);
        TinyStudy.edit(other, "study.yaml", """
                  counties:
                    file: data/boundaries.gpkg
                    layer: counties
                    fields: {code: code, name: name, name_en: name_en}
                """, "");
        TinyStudy.edit(other, "data/pools.csv", "administrative,A,6", "administrative,city,6");
        Study whole = StudyFolder.open(other).study();
        assertThat(whole.counties()).hasSize(1);
        assertThat(whole.towns()).extracting(Town::county).containsOnly("city");
    }

    @Test
    void a_metric_crs_is_chosen_where_the_study_names_none(@TempDir Path elsewhere) {
        Path other = TinyStudy.in(elsewhere);
        TinyStudy.edit(other, "study.yaml", "crs: EPSG:4547\n", "");
        assertThat(StudyFolder.open(other).study().crs()).isEqualTo("EPSG:4547");
    }
}
