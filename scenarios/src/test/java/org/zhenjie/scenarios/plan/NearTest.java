package org.zhenjie.scenarios.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationPlan.Grant;
import org.zhenjie.planner.allocation.AllocationPlan.Posting;
import org.zhenjie.planner.allocation.Rule;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.allocation.SolveProgress;
import org.zhenjie.scenarios.PlannedTiny;
import org.zhenjie.scenarios.TinyStudy;
import org.zhenjie.scenarios.reform.Scenario;
import org.zhenjie.scenarios.reform.ScenarioFile;
import org.zhenjie.scenarios.study.StudyFolder;

/** Plans that should stay near the plan of another scenario (S5). */
class NearTest {
    private static final String MERGER =
            "  - merge-towns: {towns: [A2, A3], into: {code: AX, name: {zh: 并镇, en: Merged}, kind: TOWN}}\n";

    @TempDir
    Path temp;

    private Path path;

    @BeforeEach
    void write() {
        path = TinyStudy.in(temp);
        // S1 and S2 are in millionths of a post, S5 in posts
        TinyStudy.edit(
                path, "study.yaml", "S1: 100, S2: 20, S3: 1, S4: 500", "S1: 1, S2: 1, S3: 1, S4: 500, S5: 1000000");
        scenario("steady", "near: baseline\n", "  - convert-to-street: {towns: [A2]}\n");
    }

    private void scenario(String name, String near, String reforms) {
        TinyStudy.scenario(
                path,
                name,
                "format: 1\nname: " + name + "\n" + near + (reforms.isEmpty() ? "reforms: []\n" : "reforms:\n")
                        + reforms);
    }

    private StudyFolder folder() {
        return StudyFolder.open(path);
    }

    private Scenario read(String name) {
        return ScenarioFile.read(folder(), name);
    }

    private PlannedScenario solve(String name, long seed) {
        SolveOptions options = new SolveOptions(seed, OptionalLong.of(200), Optional.empty());
        StudyFolder folder = folder();
        PlannedScenario planned =
                Planning.solve(folder, ScenarioFile.read(folder, name), options, SolveProgress.Listener.NONE);
        PlanFile.write(folder, planned);
        return planned;
    }

    private StoredPlan.State state(String name) {
        StudyFolder folder = folder();
        return PlanFile.find(folder, ScenarioFile.read(folder, name)).state();
    }

    private static long moved(PlannedScenario planned) {
        return planned.score().costs().stream()
                .filter(cost -> cost.rule() == Rule.S5)
                .mapToLong(cost -> cost.amount())
                .sum();
    }

    private AllocationPlan reference(String of, AllocationPlan plan, String scenario) {
        StudyFolder folder = folder();
        ReferencePlan reference = new ReferencePlan(PlannedTiny.of(folder.study(), read(of), plan), "0");
        return PreparedScenario.of(folder.study(), read(scenario), Optional.of(reference))
                .problem()
                .reference()
                .orElseThrow();
    }

    @Test
    void fewer_posts_move_the_more_stability_weighs() {
        solve("baseline", 1);
        long heavy = moved(solve("steady", 1));
        TinyStudy.edit(path, "study.yaml", "S5: 1000000", "S5: 1");
        solve("baseline", 1);
        assertThat(heavy).isLessThan(moved(solve("steady", 1)));
    }

    @Test
    void what_does_not_change_the_towns_changes_nothing_at_all() {
        scenario("same", "near: baseline\n", "");
        PlannedScenario baseline = solve("baseline", 1);
        PlannedScenario same = solve("same", 1);
        assertThat(same.plan()).isEqualTo(baseline.plan());
        assertThat(moved(same)).isZero();
    }

    @Test
    void towns_that_merged_stand_for_the_unit_they_went_into() {
        scenario("merged", "near: baseline\n", MERGER);
        AllocationPlan plan = new AllocationPlan(
                List.of(
                        new Grant("city-institution", 1, 0, 2),
                        new Grant("city-institution", 2, 0, 3),
                        new Grant("city-institution", 5, 1, 4)),
                List.of(new Posting("S1", 2, 1), new Posting("S4", 5, 1)));
        // towns of the merged study: A1, AX, B1, B2, B3
        assertThat(reference("baseline", plan, "merged"))
                .isEqualTo(new AllocationPlan(
                        List.of(new Grant("city-institution", 1, 0, 5), new Grant("city-institution", 4, 1, 4)),
                        List.of(new Posting("S1", 1, 1), new Posting("S4", 4, 1))));
    }

    @Test
    void what_the_scenario_does_not_have_is_left_out() {
        scenario("merged", "", MERGER);
        scenario("apart", "near: merged\n", "");
        AllocationPlan plan = new AllocationPlan(
                List.of(new Grant("city-institution", 1, 0, 5), new Grant("city-institution", 4, 1, 4)),
                List.of(new Posting("S1", 1, 1), new Posting("S4", 4, 1)));
        assertThat(reference("merged", plan, "apart"))
                .isEqualTo(new AllocationPlan(
                        List.of(new Grant("city-institution", 5, 1, 4)), List.of(new Posting("S4", 5, 1))));
    }

    @Test
    void both_scenarios_may_merge_the_same_towns() {
        scenario("merged", "", MERGER);
        scenario("too", "near: merged\n", MERGER + "  - convert-to-street: {towns: [B3]}\n");
        AllocationPlan plan =
                new AllocationPlan(List.of(new Grant("city-institution", 1, 0, 5)), List.of(new Posting("S1", 1, 1)));
        assertThat(reference("merged", plan, "too")).isEqualTo(plan);
    }

    @Test
    void the_plan_names_the_reference_and_the_hash_of_its_bytes() throws Exception {
        solve("baseline", 1);
        solve("steady", 1);
        JsonNode plan = new ObjectMapper()
                .readTree(folder().planFile("steady").toFile())
                .at("/reference");
        byte[] bytes = Files.readAllBytes(folder().planFile("baseline"));
        assertThat(plan.at("/scenario").asText()).isEqualTo("baseline");
        assertThat(plan.at("/hash").asText())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        assertThat(Files.readString(folder().planFile("baseline"))).doesNotContain("\"reference\"");
    }

    @Test
    void the_same_inputs_seed_and_steps_give_the_same_bytes() throws IOException {
        solve("baseline", 1);
        solve("steady", 1);
        byte[] first = Files.readAllBytes(folder().planFile("steady"));
        solve("baseline", 1);
        assertThat(state("steady")).isEqualTo(StoredPlan.State.CURRENT);
        solve("steady", 1);
        assertThat(Files.readAllBytes(folder().planFile("steady"))).isEqualTo(first);
    }

    @Test
    void a_plan_is_found_again_as_it_was() {
        solve("baseline", 1);
        PlannedScenario planned = solve("steady", 1);
        PlannedScenario found = PlanFile.find(folder(), read("steady")).plan().orElseThrow();
        assertThat(found.result()).isEqualTo(planned.result());
        assertThat(found.score()).isEqualTo(planned.score());
        assertThat(found.provenance()).isEqualTo(planned.provenance());
    }

    @Test
    void a_plan_is_stale_when_its_reference_changed_is_stale_or_is_gone() throws IOException {
        solve("baseline", 1);
        solve("steady", 1);
        solve("baseline", 2);
        assertThat(state("steady")).isEqualTo(StoredPlan.State.STALE);

        solve("steady", 1);
        Files.delete(folder().planFile("baseline"));
        assertThat(state("steady")).isEqualTo(StoredPlan.State.STALE);

        scenario("steadier", "near: steady\n", "");
        solve("baseline", 1);
        solve("steady", 1);
        solve("steadier", 1);
        assertThat(state("steadier")).isEqualTo(StoredPlan.State.CURRENT);
        solve("baseline", 2);
        assertThat(state("steadier")).isEqualTo(StoredPlan.State.STALE);
    }

    @Test
    void a_plan_that_names_another_reference_than_its_own_is_refused() throws IOException {
        solve("baseline", 1);
        solve("steady", 1);
        TinyStudy.edit(path, "plans/steady.plan.json", "\"scenario\" : \"baseline\"", "\"scenario\" : \"other\"");
        InputException altered =
                catchThrowableOfType(InputException.class, () -> PlanFile.find(folder(), read("steady")));
        assertThat(altered.problems()).extracting(Problem::key).containsExactly("plan.otherReference");
    }

    @Test
    void without_the_reference_plan_there_is_nothing_to_stay_near() {
        InputException refused = catchThrowableOfType(InputException.class, () -> solve("steady", 1));
        assertThat(refused.problems()).extracting(Problem::key).containsExactly("scenario.nearNoPlan");
        assertThat(refused.problems().get(0).where().row()).hasValue(3);
    }

    @Test
    void without_weight_one_warning_says_that_it_does_not_count() {
        for (String change : List.of("S5: 1000000 -> S5: 0", "off: [] -> off: [S5]")) {
            String[] parts = change.split(" -> ");
            assertThat(PreparedScenario.of(folder().study(), read("steady")).warnings())
                    .isEmpty();
            TinyStudy.edit(path, "study.yaml", parts[0], parts[1]);
            assertThat(PreparedScenario.of(folder().study(), read("steady")).warnings())
                    .extracting(Problem::key)
                    .containsExactly("scenario.nearNoWeight");
            TinyStudy.edit(path, "study.yaml", parts[1], parts[0]);
        }
    }
}
