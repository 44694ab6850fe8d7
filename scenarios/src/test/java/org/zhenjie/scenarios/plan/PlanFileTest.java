package org.zhenjie.scenarios.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.allocation.SolveProgress;
import org.zhenjie.scenarios.TinyStudy;
import org.zhenjie.scenarios.reform.RuleBrokenException;
import org.zhenjie.scenarios.reform.Scenario;
import org.zhenjie.scenarios.reform.ScenarioFile;
import org.zhenjie.scenarios.study.StudyFolder;

/** Plans on disk: solved, written, found again, stale. */
class PlanFileTest {
    private static final SolveOptions OPTIONS = new SolveOptions(7, OptionalLong.of(200), Optional.empty());

    @TempDir
    Path temp;

    private Path path;
    private StudyFolder folder;

    @BeforeEach
    void open() {
        path = TinyStudy.in(temp);
        TinyStudy.scenario(path, "street", """
                format: 1
                name: {zh: 河口撤镇改街, en: Hekou becomes a street}
                reforms:
                  - convert-to-street: {towns: [A2]}
                  - pin: {pool: city-institution, town: B2, platform: law, posts: 3}
                """);
        folder = StudyFolder.open(path);
    }

    private PlannedScenario solve(String name) {
        return Planning.solve(folder, ScenarioFile.read(folder, name), OPTIONS, SolveProgress.Listener.NONE);
    }

    @Test
    void a_solved_scenario_keeps_every_hard_rule_and_the_total() {
        PlannedScenario planned = solve("street");
        assertThat(planned.result().score().isFeasible()).isTrue();
        assertThat(planned.score().score()).isEqualTo(planned.result().score());
        assertThat(planned.total().isKept()).isTrue();
        assertThat(planned.result().startScore())
                .isLessThanOrEqualTo(planned.result().score());
    }

    @Test
    void the_same_inputs_seed_and_steps_give_the_same_bytes() throws IOException {
        byte[] first = Files.readAllBytes(PlanFile.write(folder, solve("street")));
        byte[] second = Files.readAllBytes(PlanFile.write(StudyFolder.open(path), solve("street")));
        assertThat(second).isEqualTo(first);
    }

    @Test
    void the_plan_holds_no_clock_host_or_path() throws IOException {
        String plan = Files.readString(PlanFile.write(folder, solve("street")));
        assertThat(plan)
                .doesNotContain(temp.toString())
                .doesNotContain(System.getProperty("os.name"))
                .doesNotContain("\r")
                .endsWith("}\n");
        String run = Files.readString(folder.runFile("street"));
        assertThat(run).contains("started").contains(System.getProperty("os.name"));
    }

    @Test
    void the_plan_says_what_it_was_made_from_and_what_it_costs() throws IOException {
        PlannedScenario planned = solve("street");
        JsonNode plan =
                new ObjectMapper().readTree(PlanFile.write(folder, planned).toFile());
        assertThat(plan.at("/scenario/name").asText()).isEqualTo("street");
        assertThat(plan.at("/search/seed").asLong()).isEqualTo(7);
        assertThat(plan.at("/search/step_limit").asLong()).isEqualTo(200);
        assertThat(plan.at("/input_hash").asText()).isEqualTo(folder.inputHash("street"));
        assertThat(plan.at("/levels").size()).isEqualTo(12);
        long soft = 0;
        for (JsonNode cost : plan.at("/costs/by_rule")) {
            if (cost.get("rule").asText().startsWith("S")) {
                soft += cost.get("cost").asLong();
            }
        }
        assertThat(-soft).isEqualTo(planned.result().score().soft());
    }

    @Test
    void a_plan_is_found_again_as_it_was() {
        PlannedScenario planned = solve("street");
        PlanFile.write(folder, planned);
        StoredPlan stored = PlanFile.find(StudyFolder.open(path), planned.scenario());
        assertThat(stored.state()).isEqualTo(StoredPlan.State.CURRENT);
        PlannedScenario found = stored.plan().orElseThrow();
        assertThat(found.result()).isEqualTo(planned.result());
        assertThat(found.score()).isEqualTo(planned.score());
        assertThat(found.provenance()).isEqualTo(planned.provenance());
        assertThat(found.run().orElseThrow().scores())
                .isEqualTo(planned.run().orElseThrow().scores());
    }

    @Test
    void a_plan_without_its_run_record_is_whole() throws IOException {
        PlannedScenario planned = solve("street");
        PlanFile.write(folder, planned);
        Files.writeString(folder.runFile("street"), "{");
        assertThat(PlanFile.find(folder, planned.scenario())
                        .plan()
                        .orElseThrow()
                        .run())
                .isEmpty();
    }

    @Test
    void there_may_be_none() {
        assertThat(PlanFile.find(folder, Scenario.BASELINE).state()).isEqualTo(StoredPlan.State.MISSING);
    }

    @Test
    void a_plan_is_stale_when_the_scenario_or_the_data_changed() {
        PlanFile.write(folder, solve("street"));
        PlanFile.write(folder, solve("baseline"));
        TinyStudy.edit(path, "scenarios/street.yaml", "posts: 3", "posts: 4");
        StudyFolder later = StudyFolder.open(path);
        assertThat(PlanFile.find(later, ScenarioFile.read(later, "street")).state())
                .isEqualTo(StoredPlan.State.STALE);
        assertThat(PlanFile.find(later, Scenario.BASELINE).state()).isEqualTo(StoredPlan.State.CURRENT);

        TinyStudy.edit(
                path, "data/staff.csv", "A1,governance,administrative,20,19", "A1,governance,administrative,21,19");
        assertThat(PlanFile.find(StudyFolder.open(path), Scenario.BASELINE).state())
                .isEqualTo(StoredPlan.State.STALE);
    }

    @Test
    void a_plan_that_was_altered_by_hand_is_refused() throws IOException {
        Path file = PlanFile.write(folder, solve("street"));
        String plan = Files.readString(file);
        Files.writeString(file, plan.replaceFirst("\"posts\" : \\d+", "\"posts\" : 17"));
        InputException altered = catchThrowableOfType(
                InputException.class, () -> PlanFile.find(folder, ScenarioFile.read(folder, "street")));
        assertThat(altered.problems().get(0).key()).isEqualTo("plan.altered");

        Files.writeString(file, plan.replace("\"pool\" : \"city-institution\"", "\"pool\" : \"other\""));
        InputException unknown = catchThrowableOfType(
                InputException.class, () -> PlanFile.find(folder, ScenarioFile.read(folder, "street")));
        assertThat(unknown.problems().get(0).key()).isEqualTo("plan.unknown");
        assertThat(unknown.problems().get(0).where().field()).isPresent();
    }

    @Test
    void a_damaged_plan_is_refused_with_what_to_do() throws IOException {
        Path file = PlanFile.write(folder, solve("street"));
        String plan = Files.readString(file);
        for (String damaged : new String[] {
            "", "[]", "null", "{", plan.substring(0, plan.length() / 2), plan.replace("\"levels\"", "\"level\"")
        }) {
            Files.writeString(file, damaged);
            Throwable thrown = catchThrowableOfType(
                    InputException.class, () -> PlanFile.find(folder, ScenarioFile.read(folder, "street")));
            if (thrown instanceof InputException refused) {
                assertThat(refused.problems().get(0).text(Locale.ENGLISH))
                        .contains("plans/street.plan.json")
                        .contains("solve again");
            } else {
                // without a format it is a plan of a former one
                assertThat(damaged).isIn("[]", "null", "");
            }
        }
    }

    @Test
    void a_total_that_changes_without_an_account_leaves_nothing_to_plan() {
        TinyStudy.scenario(
                path, "grow", "format: 1\nname: Grow\nreforms:\n  - change-pool: {pool: city-institution, by: 5}\n");
        Scenario grow = ScenarioFile.read(folder, "grow");
        RuleBrokenException broken =
                catchThrowableOfType(RuleBrokenException.class, () -> Planning.of(folder, grow, OPTIONS));
        assertThat(broken.breaches().get(0).rule().name()).isEqualTo("H9");
        assertThat(broken.problems().get(0).text(Locale.ENGLISH))
                .contains("institution")
                .contains("account");

        TinyStudy.edit(path, "study.yaml", "off: []", "off: [H9]");
        PlannedScenario planned = Planning.solve(StudyFolder.open(path), grow, OPTIONS, SolveProgress.Listener.NONE);
        assertThat(planned.total().isKept()).isFalse();
    }

    @Test
    void a_cancelled_planning_gives_the_best_plan_so_far() {
        Planning planning = Planning.of(folder, Scenario.BASELINE, OPTIONS);
        planning.cancel();
        PlannedScenario planned = planning.run(SolveProgress.Listener.NONE);
        assertThat(planned.result().score().isFeasible()).isTrue();
    }

    @Test
    void the_version_is_that_of_the_build() {
        assertThat(ProgramVersion.current()).matches("\\d+\\.\\d+\\.\\d+.*");
    }
}
