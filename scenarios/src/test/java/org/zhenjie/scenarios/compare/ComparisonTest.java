package org.zhenjie.scenarios.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationPlan.Grant;
import org.zhenjie.planner.allocation.AllocationPlan.Posting;
import org.zhenjie.scenarios.PlannedTiny;
import org.zhenjie.scenarios.TinyStudy;
import org.zhenjie.scenarios.compare.Comparison.GrantChange;
import org.zhenjie.scenarios.compare.Comparison.Place;
import org.zhenjie.scenarios.compare.Comparison.PostingChange;
import org.zhenjie.scenarios.compare.Comparison.Presence;
import org.zhenjie.scenarios.indicator.Indicator.Plain;
import org.zhenjie.scenarios.indicator.Level;
import org.zhenjie.scenarios.plan.PlannedScenario;
import org.zhenjie.scenarios.reform.Reform.MergeTowns;
import org.zhenjie.scenarios.reform.Scenario;
import org.zhenjie.scenarios.study.Name;
import org.zhenjie.scenarios.study.Study;
import org.zhenjie.scenarios.study.StudyFolder;
import org.zhenjie.scenarios.study.TownKind;

/**
 * Two plans side by side: the baseline, and one in which B1 and B2 are merged under the new code B9. In the baseline towns are
 * at positions A1 A2 A3 B1 B2 B3, after the merger A1 A2 A3 B9 B3.
 */
class ComparisonTest {
    private static PlannedScenario baseline;
    private static PlannedScenario merged;
    private static Comparison comparison;

    @BeforeAll
    static void compare(@TempDir Path temp) {
        Study study = StudyFolder.open(TinyStudy.in(temp)).study();
        baseline = PlannedTiny.of(
                study,
                Scenario.BASELINE,
                new AllocationPlan(
                        List.of(
                                new Grant("city-institution", 1, 0, 5),
                                new Grant("city-institution", 3, 0, 4),
                                new Grant("city-institution", 5, 1, 2)),
                        List.of(new Posting("S1", 0, 1), new Posting("S4", 5, 1), new Posting("S5", 5, 1))));
        Scenario merger = Scenario.of(
                "merger",
                new Name("合并", "Merger"),
                List.of(new MergeTowns(List.of("B1", "B2"), "B9", new Name("新镇", "New Town"), TownKind.TOWN)));
        merged = PlannedTiny.of(
                study,
                merger,
                new AllocationPlan(
                        List.of(
                                new Grant("city-institution", 1, 0, 7),
                                new Grant("city-institution", 3, 0, 4),
                                new Grant("city-institution", 4, 1, 2)),
                        List.of(new Posting("S1", 1, 1), new Posting("S4", 4, 1))));
        comparison = Comparison.of(baseline, merged);
    }

    private static Comparison.Row town(String code) {
        return comparison.rows(Level.TOWN).stream()
                .filter(row -> row.region().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void towns_merged_away_and_formed_are_told_apart_from_those_in_both() {
        assertThat(comparison.rows(Level.TOWN))
                .extracting(row -> row.region().code() + " " + row.presence())
                .containsExactly("A1 BOTH", "A2 BOTH", "A3 BOTH", "B1 ONLY_A", "B2 ONLY_A", "B3 BOTH", "B9 ONLY_B");
    }

    @Test
    void a_difference_is_b_less_a() {
        assertThat(town("A2").cell(Plain.POSTS_AFTER).difference()).hasValue(5);
        assertThat(town("A1").cell(Plain.POSTS_AFTER).difference()).hasValue(-3);
    }

    @Test
    void a_town_of_one_only_has_no_difference() {
        Comparison.Cell cell = town("B9").cell(Plain.POSTS_AFTER);
        assertThat(cell.a()).isEmpty();
        assertThat(cell.b()).hasValue(14 + 8 + 6 + 1 + 4);
        assertThat(cell.difference()).isEmpty();
    }

    @Test
    void counties_and_city_are_compared_whatever_their_towns() {
        Comparison.Row county = comparison.rows(Level.COUNTY).get(1);
        assertThat(county.presence()).isEqualTo(Presence.BOTH);
        assertThat(county.cell(Plain.AREA).difference().orElseThrow()).isCloseTo(0, within(1e-6));
        assertThat(county.cell(Plain.POSTS_AFTER).difference()).hasValue(-1);
    }

    @Test
    void grants_that_differ_are_listed_by_pool_town_and_platform() {
        assertThat(comparison.grants())
                .containsExactly(
                        new GrantChange("city-institution", "A2", "governance", 5, 7),
                        new GrantChange("city-institution", "B1", "governance", 4, 0),
                        new GrantChange("city-institution", "B9", "governance", 0, 4));
    }

    @Test
    void people_who_go_elsewhere_are_listed_and_others_are_not() {
        assertThat(comparison.postings())
                .containsExactly(
                        new PostingChange(
                                "S1", 3, Optional.of(new Place("A1", "law")), Optional.of(new Place("A2", "law"))),
                        new PostingChange("S5", 1, Optional.of(new Place("B3", "law")), Optional.empty()));
    }

    @Test
    void a_scenario_compared_with_itself_shows_nothing() {
        Comparison same = Comparison.of(baseline, baseline);
        assertThat(same.grants()).isEmpty();
        assertThat(same.postings()).isEmpty();
        assertThat(same.rows())
                .allSatisfy(row -> assertThat(row.cells().values())
                        .allSatisfy(
                                cell -> assertThat(cell.difference().orElse(0)).isZero()));
    }

    @Test
    void the_summary_holds_what_scenarios_are_held_against_each_other_by() {
        List<ScenarioSummary> summaries = ScenarioSummary.of(List.of(baseline, merged));
        assertThat(summaries).extracting(ScenarioSummary::scenario).containsExactly("baseline", "merger");
        ScenarioSummary first = summaries.get(0);
        assertThat(first.moved()).isEqualTo(11 + 6);
        assertThat(first.shortfall()).isEqualTo(-baseline.score().score().medium());
        assertThat(first.lowestTown().orElseThrow().code()).isEqualTo("A3");
        assertThat(first.reach()).hasSize(1);
    }
}
