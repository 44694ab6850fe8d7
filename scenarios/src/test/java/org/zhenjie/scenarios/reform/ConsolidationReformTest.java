package org.zhenjie.scenarios.reform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
            id,name,name_en,kind,county,lon,lat,load,capacity,duties,quota_type,posts,town,leaders,branch_of
            s1,东站,East,STATION,A,115.01,22.71,5,,,institution,10,A1,3,
            s2,西站,West,STATION,A,115.02,22.71,1,,,institution,7,A1,2,
            s3,南站,South,STATION,A,115.20,22.71,3,,,institution,4,A3,1,
            s4,北站,North,STATION,B,115.01,22.81,9,,,institution,8,B1,2,
            o1,水务所,Water,INSTITUTION,A,,,1,,water;pipes,institution,5,,1,
            o2,供水所,Supply,INSTITUTION,A,,,1,,water;pipes;wells,institution,6,,2,
            o3,农技站,Farming,INSTITUTION,B,,,1,,seeds,institution,3,,1,
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
        assertThat(problems).isNotEmpty();
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
    void what_makes_no_sense_is_refused() {
        assertThat(refusal("kind: STATION, keep: 9, pool: city-institution")).isEqualTo("number.whole");
        assertThat(refusal("kind: BODY, keep: 1, pool: city-institution")).isEqualTo("reform.noUnits");
        assertThat(refusal("kind: STATION, keep: 2, pool: nobody")).isEqualTo("reform.unknownPool");
        assertThat(refusal("kind: STATION, keep: 2, units: [s9], pool: city-institution"))
                .isEqualTo("reform.unknownUnit");
        assertThat(refusal("kind: STATION, keep: 2, stay: [s1, s2, s3], pool: city-institution"))
                .isEqualTo("reform.stayMore");
        assertThat(refusal("kind: STATION, keep: 2..3, pool: city-institution")).isEqualTo("scenario.postValue");
        assertThat(refusal("kind: STATION, keep: 2, post_value: 1, pool: city-institution"))
                .isEqualTo("scenario.postValue");
        assertThat(refusal("kind: STATION, keep: few, pool: city-institution")).isEqualTo("scenario.keep");
        assertThat(refusal("kind: INSTITUTION, keep: 1, by: DUTIES, each: TOWN, pool: city-institution"))
                .isEqualTo("reform.unitLacks.TOWN");
    }

    @Test
    void units_in_no_town_are_left_out_with_a_warning_where_so_many_stay_in_each_town() throws IOException {
        Files.writeString(
                folder.resolve("data/institutions.csv"),
                INSTITUTIONS
                        .replace("wells,institution,6,,", "wells,institution,6,A1,")
                        .replace("pipes,institution,5,,", "pipes,institution,5,A1,"));
        String reform = "kind: INSTITUTION, keep: 1, by: DUTIES, each: TOWN, pool: city-institution";
        StudyFolder opened = StudyFolder.open(folder);

        Reformed reformed = Reforms.apply(scenario(opened, reform), opened.study());

        assertThat(reformed.consolidations())
                .singleElement()
                .satisfies(one -> assertThat(one.area()).hasValue("A1"));
        assertThat(reformed.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.key()).isEqualTo("reform.inNoTown");
            assertThat(warning.text(Locale.ENGLISH)).contains("in no town");
        });
    }

    @Test
    void the_text_of_a_reform_says_how_much_load_has_to_lie_within_reach() {
        StudyFolder opened = StudyFolder.open(folder);
        Scenario scenario =
                scenario(opened, "kind: STATION, keep: 3, cover_km: 12, cover_share: 0.95, pool: city-institution");

        assertThat(new ReformTexts(opened.study(), Locale.ENGLISH)
                        .of(scenario.reforms().get(0)))
                .endsWith("; at least 95% of the load within 12 km of its host");
    }

    @Test
    void of_many_units_the_text_of_a_reform_names_the_first_few() throws IOException {
        String rows = IntStream.range(0, 30)
                .mapToObj(i -> "m" + i + ",所,Office " + i + ",BODY,A,,,1,,paper,institution,1,,,\n")
                .collect(Collectors.joining());
        Files.writeString(folder.resolve("data/institutions.csv"), INSTITUTIONS + rows);
        String ids = IntStream.range(0, 30).mapToObj(i -> "m" + i).collect(Collectors.joining(", "));
        StudyFolder opened = StudyFolder.open(folder);
        Scenario scenario =
                scenario(opened, "kind: BODY, keep: 2, by: DUTIES, units: [" + ids + "], pool: city-institution");

        assertThat(new ReformTexts(opened.study(), Locale.ENGLISH)
                        .of(scenario.reforms().get(0)))
                .startsWith("Office 0, Office 1, Office 2 and 27 more: 2 stay");
    }

    private List<RuleBrokenException.Breach> breaches(String reform) {
        return catchThrowableOfType(RuleBrokenException.class, () -> after(reform))
                .breaches();
    }

    @Test
    void a_unit_without_a_host_in_its_county_is_told_with_its_load() {
        List<RuleBrokenException.Breach> breaches = breaches("kind: STATION, keep: 1, pool: city-institution");
        assertThat(breaches).singleElement().satisfies(breach -> {
            assertThat(breach.rule()).isEqualTo(SiteRule.C1);
            assertThat(breach.problems().get(0).text(Locale.ENGLISH))
                    .contains("s4")
                    .contains("load 9");
        });
    }

    @Test
    void load_beyond_the_cover_distance_is_told_by_unit_and_in_all() {
        List<RuleBrokenException.Breach> breaches =
                breaches("kind: STATION, keep: 2, cover_km: 1, pool: city-institution");
        assertThat(breaches).singleElement().satisfies(breach -> {
            assertThat(breach.rule()).isEqualTo(SiteRule.C3);
            assertThat(breach.problems().get(0).text(Locale.ENGLISH)).contains("18 of 18");
            assertThat(breach.problems().get(1).text(Locale.ENGLISH)).contains("km from its host");
        });
    }

    @Test
    void a_host_beyond_its_capacity_is_told_with_the_excess() throws IOException {
        Files.writeString(
                folder.resolve("data/institutions.csv"),
                INSTITUTIONS
                        .replace("22.71,5,,", "22.71,5,7,")
                        .replace("22.71,1,,", "22.71,1,7,")
                        .replace("22.71,3,,", "22.71,3,7,"));
        List<RuleBrokenException.Breach> breaches = breaches("kind: STATION, keep: 2, pool: city-institution");
        assertThat(breaches).singleElement().satisfies(breach -> {
            assertThat(breach.rule()).isEqualTo(SiteRule.C2);
            assertThat(breach.problems().get(0).text(Locale.ENGLISH))
                    .contains("load of 9")
                    .contains("2 too much");
        });
    }

    @Test
    void of_a_range_the_number_is_taken_whose_cost_less_the_value_of_freed_posts_is_least() {
        assertThat(standing("kind: STATION, keep: 2..4, freed_share: 1, post_value: 0, pool: city-institution"))
                .isEqualTo(4);
        assertThat(standing("kind: STATION, keep: 2..4, freed_share: 1, post_value: 1, pool: city-institution"))
                .isEqualTo(3);
        assertThat(standing("kind: STATION, keep: 2..4, freed_share: 1, post_value: 1000, pool: city-institution"))
                .isEqualTo(2);
    }

    private long standing(String reform) {
        return after(reform).institutions().stream()
                .filter(one -> one.kind() == Institution.Kind.STATION && one.stands())
                .count();
    }

    @Test
    void the_frontier_is_what_each_number_solved_alone_comes_to() {
        StudyFolder opened = StudyFolder.open(folder);
        String tail = ", freed_share: 0.5, pool: city-institution";
        Consolidated range = consolidated(opened, "kind: STATION, keep: 2..4, post_value: 1" + tail);
        for (Consolidated.Choice choice : range.frontier()) {
            Consolidated alone = consolidated(opened, "kind: STATION, keep: " + choice.keep() + tail);
            assertThat(choice.result().account())
                    .isEqualTo(alone.choice().result().account());
            assertThat(choice.freed()).isEqualTo(alone.choice().freed());
        }
        assertThat(range.frontier()).extracting(Consolidated.Choice::keep).containsExactly(2, 3, 4);
    }

    private Consolidated consolidated(StudyFolder opened, String reform) {
        return Reforms.apply(scenario(opened, reform), opened.study())
                .consolidations()
                .get(0);
    }

    @Test
    void so_many_stay_in_each_town_or_county() {
        Study byCounty = after("kind: STATION, keep: 1, each: COUNTY, pool: city-institution");
        assertThat(byCounty.institutions().stream()
                        .filter(one -> one.kind() == Institution.Kind.STATION && one.stands())
                        .map(Institution::county))
                .containsExactlyInAnyOrder("A", "B");
        Study byTown = after("kind: STATION, keep: 1, each: TOWN, pool: city-institution");
        assertThat(byTown.institutions().stream()
                        .filter(one -> one.kind() == Institution.Kind.STATION && one.stands())
                        .map(one -> one.town().orElseThrow()))
                .containsExactlyInAnyOrder("A1", "A3", "B1");
    }

    @Test
    void units_that_are_to_stay_do_whatever_it_costs() {
        Study study = after("kind: STATION, keep: 3, stay: [s2], pool: city-institution");
        assertThat(unit(study, "s2").stands()).isTrue();
        assertThat(unit(study, "s1").mergedInto()).hasValue("s2");
    }

    @Test
    void leadership_positions_of_merged_units_are_cut_but_for_the_share_of_the_host() {
        Study cut = after("kind: STATION, keep: 3, pool: city-institution");
        assertThat(unit(cut, "s1").leaders()).hasValue(3);
        assertThat(unit(cut, "s2").leaders()).hasValue(0);
        Study kept = after("kind: STATION, keep: 3, leaders_share: 0.5, pool: city-institution");
        assertThat(unit(kept, "s1").leaders()).hasValue(4);
    }

    @Test
    void merged_units_go_on_as_branches_with_the_posts_that_are_not_freed() {
        Study study = after("kind: STATION, keep: 3, freed_share: 0.5, branches: true, pool: city-institution");
        assertThat(unit(study, "s2").isBranch()).isTrue();
        assertThat(unit(study, "s2").posts()).isEqualTo(4);
        assertThat(unit(study, "s1").posts()).isEqualTo(10);
        assertThat(study.pool("city-institution").orElseThrow().size()).isEqualTo(20 + 3);
    }

    @Test
    void a_branch_goes_along_with_its_unit_and_is_none_to_choose() throws IOException {
        Files.writeString(
                folder.resolve("data/institutions.csv"),
                INSTITUTIONS.replace("institution,4,A3,1,", "institution,4,A3,1,s2"));
        Study study = after("kind: STATION, keep: 2, pool: city-institution");
        assertThat(unit(study, "s2").mergedInto()).hasValue("s1");
        assertThat(unit(study, "s3").mergedInto()).hasValue("s1");
        assertThat(unit(study, "s3").posts()).isEqualTo(4);
    }

    @Test
    void a_branch_of_a_branch_is_told_with_its_place() throws IOException {
        Files.writeString(
                folder.resolve("data/institutions.csv"),
                INSTITUTIONS
                        .replace("institution,4,A3,1,", "institution,4,A3,1,s2")
                        .replace("institution,7,A1,2,", "institution,7,A1,2,s1"));
        assertThat(catchThrowableOfType(InputException.class, () -> StudyFolder.open(folder))
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.key()).isEqualTo("institution.branch"));
    }

    private Study reformed(String reforms) {
        StudyFolder opened = StudyFolder.open(folder);
        TinyStudy.scenario(folder, "other", "format: 1\nname: Other\nreforms:\n" + reforms);
        PreparedScenario prepared = PreparedScenario.of(opened.study(), ScenarioFile.read(opened, "other"));
        assertThat(prepared.total().isKept()).isTrue();
        return prepared.study();
    }

    @Test
    void units_are_handed_over_set_up_and_dropped_without_a_change_of_the_total() {
        Study handed = reformed("  - hand-over-institutions: {institutions: [o1], to: B2}\n");
        assertThat(unit(handed, "o1").county()).isEqualTo("B");
        assertThat(unit(handed, "o1").town()).hasValue("B2");

        Study founded = reformed("  - found-institution: {id: n1, name: 乡村振兴办, kind: INSTITUTION, at: B1, posts: 5,"
                + " pool: city-institution}\n");
        assertThat(unit(founded, "n1").posts()).isEqualTo(5);
        assertThat(founded.pool("city-institution").orElseThrow().size()).isEqualTo(15);

        Study dropped = reformed("  - abolish-institutions: {institutions: [o1, o3], pool: city-institution}\n");
        assertThat(dropped.institution("o1")).isEmpty();
        assertThat(dropped.pool("city-institution").orElseThrow().size()).isEqualTo(20 + 5 + 3);
    }

    @Test
    void units_follow_their_town_when_it_merges() {
        Study study = reformed("  - merge-towns: {towns: [A1, A2], into: {code: A2, name: 河口镇, kind: TOWN}}\n");
        assertThat(unit(study, "s1").town()).hasValue("A2");
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
