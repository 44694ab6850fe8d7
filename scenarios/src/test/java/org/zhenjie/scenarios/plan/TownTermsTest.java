package org.zhenjie.scenarios.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.PlanScore;
import org.zhenjie.planner.allocation.PlanScore.RuleCost;
import org.zhenjie.planner.allocation.PowersTaken;
import org.zhenjie.planner.allocation.Rule;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.allocation.SolveProgress;
import org.zhenjie.scenarios.TinyStudy;
import org.zhenjie.scenarios.explain.Explainer;
import org.zhenjie.scenarios.reform.ScenarioFile;
import org.zhenjie.scenarios.study.StudyFolder;

/** From powers, fields, stand-ins, outside staff and wishes in a study folder to the plan. */
class TownTermsTest {
    private static final SolveOptions OPTIONS = new SolveOptions(3, OptionalLong.of(3_000), Optional.empty());
    private static final Path ROOT = Path.of(System.getProperty("zhenjie.root"));

    @TempDir
    private Path temp;

    private Path study;

    @BeforeEach
    void tiny() throws IOException {
        study = TinyStudy.in(temp);
    }

    private PlannedScenario plan(String scenario) {
        StudyFolder folder = StudyFolder.open(study);
        return Planning.solve(folder, ScenarioFile.read(folder, scenario), OPTIONS, SolveProgress.Listener.NONE);
    }

    private static Set<Rule> broken(PlannedScenario planned) {
        return planned.score().costs().stream()
                .map(RuleCost::rule)
                .filter(rule -> rule.level() == Rule.Level.HARD)
                .collect(Collectors.toSet());
    }

    private void config(String lines) throws IOException {
        TinyStudy.edit(study, "study.yaml", "policy:", lines + "policy:");
    }

    private void data(String role, String csv) throws IOException {
        Files.writeString(study.resolve("data/" + role + ".csv"), csv);
        TinyStudy.edit(study, "study.yaml", "  pools:", "  " + role + ":\n    file: data/" + role + ".csv\n  pools:");
    }

    private void off(Rule rule) throws IOException {
        TinyStudy.edit(study, "study.yaml", "off: []", "off: [" + rule + "]");
    }

    private void powers() throws IOException {
        data(
                "powers",
                "id,name,name_en,skill,people,cases,towns\nK1,罚款,Fines,law,6,300,A2\nK2,许可,Permits,law,2,100,\n");
        data("town_skills", "town,skill,people\nA2,law,1\n");
    }

    private void fields() throws IOException {
        config("fields:\n  - {id: order, name: Order, platforms: [law], over: COUNTY, share_of_need: 0.75}\n");
    }

    private void standIns() throws IOException {
        config("stand_ins:\n  - {quota_type: institution, platform: governance, share_of_need: 0}\n");
    }

    @Test
    void a_power_binds_and_brings_the_people_it_asks_for() throws IOException {
        powers();
        PlannedScenario kept = plan("baseline");
        off(Rule.H5);
        PlannedScenario free = plan("baseline");

        assertThat(broken(kept)).isEmpty();
        assertThat(PowersTaken.of(kept.problem(), kept.plan())).hasSize(1);
        assertThat(free.plan()).isNotEqualTo(kept.plan());
    }

    @Test
    void a_field_binds() throws IOException {
        PlannedScenario free = plan("baseline");
        fields();
        PlannedScenario kept = plan("baseline");

        assertThat(broken(kept)).isEmpty();
        assertThat(kept.problem().townRules().fields()).hasSize(2);
        assertThat(kept.plan()).isNotEqualTo(free.plan());
    }

    @Test
    void a_stand_in_limit_binds() throws IOException {
        PlannedScenario free = plan("baseline");
        standIns();
        PlannedScenario kept = plan("baseline");

        assertThat(broken(kept)).isEmpty();
        assertThat(kept.plan()).isNotEqualTo(free.plan());
        assertThat(kept.plan().grants())
                .noneMatch(grant -> grant.pool().contains("institution") && grant.platform() == 0);
    }

    @Test
    void a_pilot_may_let_a_quota_type_stand_in_where_the_study_does_not() throws IOException {
        config("stand_ins:\n  - {quota_type: institution, platform: governance, share_of_need: 0}\n");
        TinyStudy.scenario(
                study,
                "pilot",
                "format: 1\nname: x\nreforms:\n  - stand-in: {platform: governance, quota_type: institution}\n");
        TinyStudy.scenario(
                study,
                "half",
                "format: 1\nname: x\nreforms:\n  - stand-in: {platform: governance, quota_type: institution, share_of_need: 0.5}\n");
        TinyStudy.scenario(
                study, "none", "format: 1\nname: x\nreforms:\n  - stand-in: {platform: roads, quota_type: x}\n");

        assertThat(onGovernance(plan("baseline"))).isZero();
        assertThat(onGovernance(plan("pilot"))).isPositive();
        assertThat(plan("half").problem().townRules().standIns()).hasSize(6).allMatch(line -> line.most() > 0);
        assertThat(catchThrowableOfType(InputException.class, () -> plan("none"))
                        .problems())
                .hasSize(2);
    }

    /** Posts of the city's institution pool that go to governance. */
    private static int onGovernance(PlannedScenario planned) {
        return planned.plan().grants().stream()
                .filter(grant -> grant.pool().equals("city-institution") && grant.platform() == 0)
                .mapToInt(grant -> grant.posts())
                .sum();
    }

    @Test
    void outside_staff_beyond_its_limits_is_told_by_the_rule_and_goes_where_a_scenario_opens_it() throws IOException {
        data("outside_staff", "town,people,unit_cost\nA1,30,60000\nA2,10,50000\n");
        data("outside_limits", "unit,people,budget\nA,35,1700000\nA1,,\n");
        TinyStudy.scenario(study, "cut", "format: 1\nname: x\nreforms:\n  - open-outside-staff: {towns: [A1]}\n");

        PlannedScenario fixed = plan("baseline");
        PlannedScenario open = plan("cut");

        assertThat(broken(fixed)).containsExactly(Rule.H11);
        assertThat(fixed.result().yardstick()).isEmpty();
        assertThat(broken(open)).isEmpty();
        JsonNode document = new ObjectMapper()
                .readTree(PlanFile.write(StudyFolder.open(study), open).toFile());
        assertThat(document.get("outside_staff").toString())
                .isEqualTo(
                        "[{\"town\":\"A1\",\"before\":30,\"after\":20,\"cost_before\":1800000,\"cost_after\":1200000},"
                                + "{\"town\":\"A2\",\"before\":10,\"after\":10,\"cost_before\":500000,\"cost_after\":500000}]");
        valid("plan", document);
    }

    @Test
    void a_power_that_nobody_can_take_is_told_by_the_rule() throws IOException {
        powers();
        TinyStudy.scenario(study, "all", "format: 1\nname: x\nreforms:\n  - devolve-powers: {powers: [K1]}\n");

        assertThat(broken(plan("all"))).containsExactly(Rule.H5);
    }

    @Test
    void open_powers_are_taken_where_the_people_are_and_the_plan_says_so() throws IOException {
        powers();
        TinyStudy.edit(study, "study.yaml", "S4: 500", "S4: 500, S7: 100000");
        TinyStudy.scenario(
                study,
                "open",
                "format: 1\nname: x\nreforms:\n  - open-powers: {powers: [K2]}\n  - devolve-powers: {powers: [K2], towns: [A2]}\n");

        PlannedScenario planned = plan("open");
        JsonNode document = new ObjectMapper()
                .readTree(PlanFile.write(StudyFolder.open(study), planned).toFile());

        assertThat(broken(planned)).isEmpty();
        assertThat(document.get("powers")).hasSize(7);
        assertThat(document.get("powers").findValuesAsText("taken")).contains("true", "false");
        assertThat(PlanFile.find(StudyFolder.open(study), ScenarioFile.read(StudyFolder.open(study), "open"))
                        .plan())
                .isPresent();
        valid("plan", document);
        valid(
                "scenario",
                new YAMLMapper().readTree(study.resolve("scenarios/open.yaml").toFile()));
    }

    @Test
    void wishes_and_platforms_of_pools_reach_the_problem() throws IOException {
        TinyStudy.edit(study, "data/pools.csv", "size,reserve", "size,reserve,platforms,term_years");
        TinyStudy.edit(study, "data/pools.csv", "city,20,0.1", "city,20,0.1,law,3");
        AllocationProblem problem = plan("baseline").problem();

        assertThat(problem.pools().get(0).platforms()).containsExactly(1);
        assertThat(plan("baseline").plan().grants())
                .noneMatch(grant -> grant.pool().equals("city-institution") && grant.platform() == 0);
    }

    @Test
    void a_merged_unit_takes_over_powers_people_and_limits() throws IOException {
        powers();
        data("outside_staff", "town,people,unit_cost\nA2,10,50000\nA3,20,35000\n");
        data("outside_limits", "unit,people,budget\nA2,9,\nA3,9,9999999\n");
        TinyStudy.scenario(
                study,
                "merged",
                "format: 1\nname: x\nreforms:\n  - merge-towns: {towns: [A2, A3], into: {code: A2, name: 大河镇, kind: TOWN}}\n");
        var terms = PreparedScenario.of(
                        StudyFolder.open(study).study(), ScenarioFile.read(StudyFolder.open(study), "merged"))
                .study()
                .terms();

        assertThat(terms.townPowers()).extracting(one -> one.town()).containsExactly("A2");
        assertThat(terms.skills()).extracting(one -> one.town()).containsExactly("A2");
        assertThat(terms.outside().toString()).contains("people=30, unitCost=40000");
        assertThat(terms.outsideLimits().toString()).contains("people=18, budget=" + Long.MAX_VALUE);
    }

    @ParameterizedTest
    @CsvSource({
        "'platforms: [law]', 'platforms: [school]', school",
        "share_of_need: 0.75, share_of_need: -1, share_of_need",
        "over: COUNTY, over: CITY, over"
    })
    void a_wrong_field_is_told_by_its_line(String right, String wrong, String told) throws IOException {
        fields();
        valid("study", new YAMLMapper().readTree(study.resolve("study.yaml").toFile()));
        TinyStudy.edit(study, "study.yaml", right, wrong);

        InputException refused = catchThrowableOfType(InputException.class, () -> StudyFolder.open(study));

        assertThat(refused.problems().toString()).contains("study.yaml", told);
    }

    @Test
    void unknown_towns_powers_and_units_are_told() throws IOException {
        powers();
        data("outside_limits", "unit,people,budget\nA9,5,\n");
        InputException unit = catchThrowableOfType(InputException.class, () -> StudyFolder.open(study));
        TinyStudy.edit(study, "data/outside_limits.csv", "A9", "A1");
        TinyStudy.scenario(
                study, "bad", "format: 1\nname: x\nreforms:\n  - devolve-powers: {powers: [K9], towns: [A9]}\n");
        InputException reform = catchThrowableOfType(InputException.class, () -> plan("bad"));

        assertThat(unit.problems())
                .singleElement()
                .hasToString(unit.problems().get(0).toString());
        assertThat(unit.problems().toString()).contains("outside_limits.csv", "A9");
        assertThat(reform.problems()).hasSize(2);
        assertThat(reform.problems().toString()).contains("K9", "A9");
    }

    private static void valid(String schema, JsonNode document) throws IOException {
        String rules = Files.readString(ROOT.resolve("docs/" + schema + ".schema.json"));
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(rules)
                        .validate(document))
                .isEmpty();
    }

    @Test
    void what_the_rules_on_towns_charge_is_told_by_name_in_both_languages() throws IOException {
        powers();
        fields();
        PlannedScenario planned = charged(
                new RuleCost(Rule.H5, OptionalInt.of(1), Optional.of("K1"), 5, 1),
                new RuleCost(Rule.H10, OptionalInt.empty(), Optional.of("order/A"), 2, 1),
                new RuleCost(Rule.H11, OptionalInt.of(1), Optional.of("A2"), 4, 1),
                new RuleCost(Rule.H12, OptionalInt.of(1), Optional.of("law/institution"), 1, 1),
                new RuleCost(Rule.S6, OptionalInt.of(1), Optional.of("S1"), 2, 10),
                new RuleCost(Rule.S7, OptionalInt.of(1), Optional.of("K2"), 100, 1));

        assertThat(told(planned, Locale.ENGLISH))
                .containsExactly(
                        "H10 Order, County A: posts below the floor of the field",
                        "H5 Fines: people with the skill that are missing",
                        "H11 Hekou Town: staff outside establishment beyond headcount or budget",
                        "H12 Law enforcement, Institution: posts that stand in beyond their share",
                        "S6 S1 (3 people of County A enforcement): wishes that come before the town they go to",
                        "S7 Permits: cases of a power that the town does not take");
        assertThat(told(planned, Locale.SIMPLIFIED_CHINESE))
                .containsExactly(
                        "H10 Order，甲县：低于该领域下限的编制",
                        "H5 罚款：缺少具备所需技能的人员",
                        "H11 河口镇：编外人员超出人数或经费控制",
                        "H12 综合执法，事业编制：超出份额的替代编制",
                        "S6 S1（甲县执法局，3 人）：本人志愿中排在所去镇街之前的个数",
                        "S7 许可：镇街未承接的该项职权的办件");
    }

    /** The plan with other costs. */
    private PlannedScenario charged(RuleCost... costs) {
        PlannedScenario planned = plan("baseline");
        return new PlannedScenario(
                planned.scenario(),
                planned.baseline(),
                planned.study(),
                planned.problem(),
                planned.result(),
                new PlanScore(List.of(costs), planned.score().levels()),
                planned.total(),
                planned.provenance(),
                planned.run(),
                planned.warnings());
    }

    private static List<String> told(PlannedScenario planned, Locale locale) {
        Explainer explainer = new Explainer(planned, locale);
        return Stream.concat(
                        explainer.costsOfNoTown().stream(),
                        planned.study().towns().stream().flatMap(town -> explainer.costsOfTown(town.code()).stream()))
                .map(cost -> cost.rule() + " " + cost.words())
                .toList();
    }
}
