package org.zhenjie.scenarios.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationPlan.Grant;
import org.zhenjie.planner.allocation.AllocationPlan.Posting;
import org.zhenjie.scenarios.PlannedTiny;
import org.zhenjie.scenarios.TinyStudy;
import org.zhenjie.scenarios.export.PlanMap;
import org.zhenjie.scenarios.indicator.Evaluation.Row;
import org.zhenjie.scenarios.indicator.Evaluation.Stage;
import org.zhenjie.scenarios.reform.Scenario;
import org.zhenjie.scenarios.reform.ScenarioFile;
import org.zhenjie.scenarios.study.IndicatorSet.Item;
import org.zhenjie.scenarios.study.StudyFolder;

/** Units are scored by sets of indicators, with values that are reckoned by hand. */
class EvaluationTest {
    /** 5 posts to A2 governance, block S1 (3 people) to A2 law: A2 has 22 posts then. */
    private static final AllocationPlan PLAN =
            new AllocationPlan(List.of(new Grant("city-institution", 1, 0, 5)), List.of(new Posting("S1", 1, 1)));

    private static final String SETS = """
            indicator_sets:
              - id: towns
                name: {zh: 镇街, en: Towns}
                of: TOWN
                indicators:
                  - {figure: ratio-after, weight: 2, worst: 0, best: 1}
                  - {figure: shortfall, weight: 1, worst: 20, best: 0}
            """;

    @TempDir
    Path temp;

    private Path path;

    @BeforeEach
    void write() {
        path = TinyStudy.in(temp);
        TinyStudy.edit(path, "study.yaml", "policy:\n", SETS + "policy:\n");
    }

    private static Item item(String weight, String worst, String best) {
        return new Item(
                "x", new BigDecimal(weight), new BigDecimal(worst), new BigDecimal(best), Where.file("study.yaml"));
    }

    private static Scorecard.Mark mark(Item item, OptionalDouble value) {
        return new Scorecard.Mark(item, Indicator.Plain.NEED, value);
    }

    private StudyFolder folder() {
        return SetFigures.checked(StudyFolder.open(path));
    }

    private Evaluation evaluation(Scenario scenario, AllocationPlan plan) {
        StudyFolder folder = folder();
        Stage after = Stage.of(PlannedTiny.of(folder.study(), scenario, plan));
        return Evaluation.of(folder.study().indicatorSets().get(0), List.of(Stage.before(folder.study()), after));
    }

    private static Row row(Evaluation evaluation, String code) {
        return evaluation.rows().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"20, 0", "30, 25", "60, 100", "10, 0", "70, 100"})
    void a_value_scores_linearly_between_worst_and_best_and_no_more_beyond(double value, double score) {
        assertThat(item("1", "20", "60").score(value)).isEqualTo(score);
    }

    @ParameterizedTest
    @CsvSource({"20, 0", "15, 25", "0, 100", "30, 0", "-5, 100"})
    void the_best_value_may_be_the_lower_one(double value, double score) {
        assertThat(item("1", "20", "0").score(value)).isEqualTo(score);
    }

    @Test
    void the_score_is_the_mean_by_weight() {
        Scorecard card = new Scorecard(List.of(
                mark(item("3", "0", "1"), OptionalDouble.of(0.5)), mark(item("1", "0", "1"), OptionalDouble.of(0.9))));
        assertThat(card.score()).hasValue((3 * 50 + 90) / 4.0);
    }

    @Test
    void a_value_that_is_missing_counts_neither_for_nor_against() {
        Scorecard card = new Scorecard(List.of(
                mark(item("3", "0", "1"), OptionalDouble.empty()), mark(item("1", "0", "1"), OptionalDouble.of(0.9))));
        assertThat(card.score()).hasValue(90);
        assertThat(new Scorecard(List.of(mark(item("3", "0", "1"), OptionalDouble.empty()))).score())
                .isEmpty();
    }

    @Test
    void a_town_is_scored_as_it_is_and_with_the_plan() {
        Row town = row(evaluation(Scenario.BASELINE, PLAN), "A2");
        // need 16 + 11 = 27; held 9 + 5, short by 7 + 6; then 14 + 8, short by 2 + 3
        assertThat(town.score(0).orElseThrow()).isCloseTo((2 * 1400 / 27.0 + 35) / 3, within(1e-9));
        assertThat(town.score(1).orElseThrow()).isCloseTo((2 * 2200 / 27.0 + 75) / 3, within(1e-9));
        assertThat(town.change().orElseThrow()).isCloseTo((2 * 800 / 27.0 + 40) / 3, within(1e-9));
        assertThat(town.change(1)).hasValue(40);
    }

    @Test
    void the_score_of_towns_is_an_indicator_that_maps_can_show() {
        StudyFolder folder = folder();
        Indicator score = Indicator.of(folder.study(), "score:towns").orElseThrow();
        IndicatorTable table = IndicatorTable.of(PlannedTiny.of(folder.study(), Scenario.BASELINE, PLAN));
        assertThat(PlanMap.canShow(score)).isTrue();
        assertThat(score.name(Locale.ENGLISH)).isEqualTo("Score: Towns");
        assertThat(table.row(Level.TOWN, "A2").orElseThrow().value(score))
                .isEqualTo(row(evaluation(Scenario.BASELINE, PLAN), "A2").score(1));
        assertThat(table.city().value(score)).isEmpty();
    }

    @Test
    void a_column_of_the_data_can_be_weighed() {
        TinyStudy.edit(
                path, "study.yaml", "figure: shortfall, weight: 1, worst: 20", "figure: shops, weight: 1, worst: 400");
        assertThat(row(evaluation(Scenario.BASELINE, PLAN), "B1").markScore(0, 1))
                .hasValue(25);
    }

    @Test
    void units_without_a_value_are_named() {
        TinyStudy.edit(path, "study.yaml", "figure: shortfall", "figure: travel-mean");
        Evaluation evaluation = evaluation(Scenario.BASELINE, PLAN);
        assertThat(evaluation.without(0, 1)).hasSize(6);
        assertThat(evaluation.without(1, 1)).extracting(Row::code).containsExactly("A1", "A3", "B1", "B2", "B3");
        assertThat(row(evaluation, "A1").score(1))
                .isEqualTo(row(evaluation, "A1").markScore(1, 0));
    }

    @Test
    void a_town_that_is_merged_away_has_a_score_before_only() {
        TinyStudy.scenario(path, "merged", """
                format: 1
                name: merged
                reforms:
                  - merge-towns: {towns: [B1, B2], into: {code: B1, name: 南岭镇, kind: TOWN}}
                """);
        Evaluation evaluation = evaluation(ScenarioFile.read(folder(), "merged"), AllocationPlan.EMPTY);
        assertThat(row(evaluation, "B2").score(0)).isPresent();
        assertThat(row(evaluation, "B2").score(1)).isEmpty();
        assertThat(row(evaluation, "B2").change()).isEmpty();
        assertThat(evaluation.without(1, 0)).isEmpty();
    }

    /** Office 1 has 3 posts, load 20 and a leader, and its branch 1 post and load 4; office 2 tells no leaders and no capacity. */
    @ParameterizedTest
    @CsvSource({
        "posts, 4, 2",
        "leaders, 1, ",
        "posts-per-leader, 4, ",
        "load, 24, 5",
        "load-per-post, 6, 2.5",
        "capacity-use, 0.8, "
    })
    void units_are_measured_with_their_branches(String figure, Double one, Double two) throws IOException {
        Files.writeString(path.resolve("data/institutions.csv"), """
                id,name,kind,county,quota_type,posts,load,capacity,leaders,branch_of
                J1,Office 1,INSTITUTION,A,institution,3,20,30,1,
                J1b,Branch,INSTITUTION,A,institution,1,4,,0,J1
                J2,Office 2,INSTITUTION,A,institution,2,5,,,
                """);
        TinyStudy.edit(
                path, "study.yaml", "platforms:\n", "  institutions:\n    file: data/institutions.csv\nplatforms:\n");
        TinyStudy.edit(path, "study.yaml", "of: TOWN", "of: INSTITUTION");
        TinyStudy.edit(path, "study.yaml", "figure: ratio-after", "figure: posts");
        TinyStudy.edit(path, "study.yaml", "figure: shortfall", "figure: " + figure);
        Evaluation evaluation = evaluation(Scenario.BASELINE, AllocationPlan.EMPTY);
        assertThat(evaluation.rows()).extracting(Row::code).containsExactly("J1", "J2");
        assertThat(evaluation.rows())
                .extracting(row -> row.mark(0, 1).orElseThrow().value())
                .containsExactly(value(one), value(two));
    }

    private static OptionalDouble value(Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("figure: shortfall", "figure: beauty", "set.figure", "indicators[2].figure", "beauty"),
                arguments(
                        "figure: shortfall",
                        "figure: score:towns",
                        "set.figure",
                        "indicators[2].figure",
                        "score:towns"),
                arguments("figure: shortfall", "figure: spread", "set.figure", "indicators[2].figure", "spread"),
                arguments(
                        "figure: shortfall", "figure: saturation", "set.figure", "indicators[2].figure", "saturation"),
                arguments("figure: shortfall, ", "", "yaml.missing", "indicators[2]", null),
                arguments("weight: 1", "weight: 0", "number.decimal", "indicators[2].weight", "0"),
                arguments("weight: 1", "weight: -1", "number.decimal", "indicators[2].weight", "-1"),
                arguments("weight: 1", "weight: much", "number.decimal", "indicators[2].weight", "much"),
                arguments(
                        "worst: 20, best: 0", "worst: 20, best: 20.0", "set.worstIsBest", "indicators[2].best", "20.0"),
                arguments(", best: 0}", "}", "yaml.missing", "indicators[2]", null),
                arguments("best: 0}", "best: 0, note: x}", "yaml.unknownKey", "indicators[2].note", null),
                arguments("of: TOWN", "of: COUNTY", "yaml.choice", "of", "COUNTY"),
                arguments("    of: TOWN\n", "", "yaml.missing", "", null),
                arguments("of: TOWN", "of: TOWN\n    kind: BODY", "set.kindOfTown", "kind", "BODY"),
                arguments("of: TOWN", "of: INSTITUTION\n    kind: SHOP", "yaml.choice", "kind", "SHOP"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_mistake_is_told_once_with_its_place(String old, String now, String key, String field, String value) {
        TinyStudy.edit(path, "study.yaml", old, now);
        Problem problem = onlyProblem();
        assertThat(problem.key()).isEqualTo(key);
        assertThat(problem.where().file()).hasValue("study.yaml");
        assertThat(problem.where().row()).isPresent();
        assertThat(problem.where().field()).hasValue("indicator_sets[1]" + (field.isEmpty() ? "" : "." + field));
        assertThat(problem.where().value()).isEqualTo(Optional.ofNullable(value));
    }

    @Test
    void a_set_without_indicators() {
        String all = SETS.substring(SETS.indexOf("    indicators:"));
        TinyStudy.edit(path, "study.yaml", all, "    indicators: []\n");
        assertThat(onlyProblem().key()).isEqualTo("yaml.emptyList");
        TinyStudy.edit(path, "study.yaml", "    indicators: []\n", "");
        assertThat(onlyProblem().key()).isEqualTo("yaml.missing");
    }

    @Test
    void two_sets_of_one_id() {
        String again = SETS.substring(SETS.indexOf("  - id"));
        TinyStudy.edit(path, "study.yaml", "policy:\n", again + "policy:\n");
        Problem problem = onlyProblem();
        assertThat(problem.key()).isEqualTo("study.idTwice");
        assertThat(problem.where().field()).hasValue("indicator_sets[2].id");
    }

    @Test
    void a_figure_that_is_not_measured_is_told_with_those_that_are() {
        TinyStudy.edit(path, "study.yaml", "figure: shortfall", "figure: beauty");
        assertThat(onlyProblem().text(Locale.ENGLISH))
                .contains("ratio-after")
                .contains("reach:clinic")
                .contains("shops")
                .doesNotContain("score:");
        TinyStudy.edit(path, "study.yaml", "of: TOWN", "of: INSTITUTION");
        assertThat(catchThrowableOfType(InputException.class, this::folder).problems())
                .extracting(problem -> problem.where().value().orElseThrow())
                .containsExactly("ratio-after", "beauty");
    }

    private Problem onlyProblem() {
        InputException refused = catchThrowableOfType(InputException.class, this::folder);
        assertThat(refused).isNotNull();
        assertThat(refused.problems()).hasSize(1);
        return refused.problems().get(0);
    }
}
