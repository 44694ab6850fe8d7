package org.zhenjie.scenarios.reform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.scenarios.TinyStudy;
import org.zhenjie.scenarios.export.ReformTexts;
import org.zhenjie.scenarios.plan.PreparedScenario;
import org.zhenjie.scenarios.study.Study;
import org.zhenjie.scenarios.study.Study.Institution;
import org.zhenjie.scenarios.study.StudyFolder;

/** Stations, institutions and bodies that merge within a study. */
class ConsolidationReformTest {
    private static final String INSTITUTIONS = """
            id,name,name_en,kind,county,lon,lat,load,capacity,duties,quota_type,posts
            s1,东站,East,STATION,A,115.01,22.71,5,,,institution,10
            s2,西站,West,STATION,A,115.02,22.71,1,,,institution,7
            s3,南站,South,STATION,A,115.20,22.71,3,,,institution,4
            s4,北站,North,STATION,B,115.01,22.81,9,,,institution,8
            o1,水务所,Water,INSTITUTION,A,,,1,,water;pipes,institution,5
            o2,供水所,Supply,INSTITUTION,A,,,1,,water;pipes;wells,institution,6
            o3,农技站,Farming,INSTITUTION,B,,,1,,seeds,institution,3
            """;

    @TempDir
    Path temp;

    private Path folder;

    @BeforeEach
    void study() throws IOException {
        folder = TinyStudy.in(temp);
        Files.writeString(folder.resolve("data/institutions.csv"), INSTITUTIONS);
        TinyStudy.edit(
                folder, "study.yaml", "platforms:\n", "  institutions:\n    file: data/institutions.csv\nplatforms:\n");
    }

    private Study after(String... reforms) {
        StudyFolder opened = StudyFolder.open(folder);
        return PreparedScenario.of(opened.study(), scenario(opened, reforms)).study();
    }

    private Scenario scenario(StudyFolder opened, String... reforms) {
        StringBuilder yaml = new StringBuilder("format: 1\nname: Merge\nreforms:\n");
        for (String reform : reforms) {
            yaml.append("  - consolidate: {").append(reform).append("}\n");
        }
        TinyStudy.scenario(folder, "merge", yaml.toString());
        return ScenarioFile.read(opened, "merge");
    }

    private String refusal(String... reforms) {
        List<Problem> problems =
                catchThrowableOfType(InputException.class, () -> after(reforms)).problems();
        assertThat(problems).hasSize(1);
        return problems.get(0).key();
    }

    private static Institution unit(Study study, String id) {
        return study.institutions().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_nearest_of_one_county_merge_and_a_share_of_their_posts_goes_to_the_pool() {
        Study study = after("kind: STATION, keep: 3, freed_share: 0.5, pool: city-institution");
        assertThat(unit(study, "s2").mergedInto()).hasValue("s1");
        assertThat(unit(study, "s2").posts()).isZero();
        assertThat(unit(study, "s1").posts()).isEqualTo(10 + 4);
        assertThat(unit(study, "s4").mergedInto()).isEmpty();
        assertThat(study.pool("city-institution").orElseThrow().size()).isEqualTo(20 + 3);
    }

    @Test
    void total_control_is_kept_and_counts_institutions() {
        StudyFolder opened = StudyFolder.open(folder);
        PreparedScenario prepared = PreparedScenario.of(
                opened.study(), scenario(opened, "kind: STATION, keep: 2, freed_share: 1, pool: city-institution"));
        TotalControl.Line line = prepared.total().lines().stream()
                .filter(one -> one.quotaType().equals("institution"))
                .findFirst()
                .orElseThrow();
        assertThat(prepared.total().isKept()).isTrue();
        assertThat(line.before().institutions()).isEqualTo(43);
        assertThat(line.reformed().institutions()).isEqualTo(43 - 11);
        assertThat(line.reformed().pools()).isEqualTo(line.before().pools() + 11);
    }

    @Test
    void the_plan_can_grant_what_was_freed() {
        StudyFolder opened = StudyFolder.open(folder);
        long usable = PreparedScenario.of(opened.study(), Scenario.BASELINE)
                .problem()
                .pools()
                .get(0)
                .usable();
        long freed = PreparedScenario.of(
                        opened.study(),
                        scenario(opened, "kind: STATION, keep: 2, freed_share: 1, pool: city-institution"))
                .problem()
                .pools()
                .get(0)
                .usable();
        assertThat(freed).isGreaterThan(usable);
    }

    @Test
    void institutions_merge_by_likeness_of_duties() {
        Study study = after("kind: INSTITUTION, keep: 2, by: DUTIES, pool: city-institution");
        assertThat(unit(study, "o3").mergedInto()).isEmpty();
        assertThat(unit(study, "o1").posts() + unit(study, "o2").posts()).isEqualTo(11);
        assertThat(study.institutions().stream().filter(one -> one.mergedInto().isPresent()))
                .hasSize(1);
    }

    @Test
    void a_second_consolidation_takes_along_what_merged_before() {
        Study study = after(
                "kind: STATION, keep: 3, pool: city-institution",
                "kind: STATION, keep: 1, across_counties: true, pool: city-institution");
        String last = study.institutions().stream()
                .filter(one -> one.kind() == Institution.Kind.STATION
                        && one.mergedInto().isEmpty())
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(study.institutions().stream()
                        .filter(one -> one.kind() == Institution.Kind.STATION)
                        .filter(one -> !one.id().equals(last)))
                .allSatisfy(one -> assertThat(one.mergedInto()).hasValue(last));
    }

    @Test
    void what_cannot_be_kept_is_refused() {
        assertThat(refusal("kind: STATION, keep: 1, pool: city-institution")).isEqualTo("reform.consolidateImpossible");
        assertThat(refusal("kind: STATION, keep: 2, cover_km: 1, pool: city-institution"))
                .isEqualTo("reform.consolidateImpossible");
        assertThat(refusal("kind: STATION, keep: 9, pool: city-institution")).isEqualTo("number.whole");
        assertThat(refusal("kind: BODY, keep: 1, pool: city-institution")).isEqualTo("reform.noUnits");
        assertThat(refusal("kind: STATION, keep: 2, pool: nobody")).isEqualTo("reform.unknownPool");
    }

    @Test
    void it_reads_as_a_line_for_people() {
        StudyFolder opened = StudyFolder.open(folder);
        Scenario scenario = scenario(opened, "kind: STATION, keep: 3, freed_share: 0.5, pool: city-institution");
        assertThat(new ReformTexts(opened.study(), Locale.ENGLISH)
                        .of(scenario.reforms().get(0)))
                .isEqualTo(
                        "Stations: 3 stay, by distance; 50% of the posts of merged ones go to City institution pool");
    }

    @Test
    void a_kind_that_is_none_is_told_with_its_place() throws IOException {
        Files.writeString(
                folder.resolve("data/institutions.csv"), INSTITUTIONS.replace("s1,东站,East,STATION", "s1,东站,East,HALL"));
        assertThat(catchThrowableOfType(InputException.class, () -> StudyFolder.open(folder))
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.key()).isEqualTo("ref.institutionKind"));
    }
}
