package org.zhenjie.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhenjie.scenarios.TinyStudy;

/** Scenarios that stay near another's plan, on the command line. */
class NearCommandTest {
    @TempDir
    Path temp;

    private Path study;

    @BeforeEach
    void write() {
        study = TinyStudy.in(temp);
        TinyStudy.edit(study, "study.yaml", "S4: 500", "S4: 500, S5: 1000000");
        near("a-steady", "street");
        TinyStudy.scenario(
                study, "street", "format: 1\nname: street\nreforms:\n  - convert-to-street: {towns: [A2]}\n");
    }

    private void near(String name, String near) {
        TinyStudy.scenario(
                study,
                name,
                "format: 1\nname: " + name + "\nnear: " + near + "\nreforms:\n"
                        + "  - convert-to-street: {towns: [A3]}\n");
    }

    private static int lines(String text, String part) {
        return (int) text.lines().filter(line -> line.contains(part)).count();
    }

    @Test
    void solve_makes_the_missing_reference_first_keeps_it_and_says_so() {
        Cli call = Cli.call("solve", study, "--scenario", "a-steady", "--steps", 100);
        assertThat(call.code()).isZero();
        assertThat(call.err())
                .containsSubsequence(
                        "a-steady is to stay near the plan of street, which is solved first",
                        "Solving street",
                        "street.plan.json",
                        "Solving a-steady");
        assertThat(study.resolve("plans/street.plan.json")).exists();
        assertThat(study.resolve("plans/a-steady.plan.json")).exists();
        assertThat(call.out()).doesNotContain("plans/street.plan.json");
    }

    @Test
    void solve_makes_a_stale_reference_anew_and_uses_one_that_fits_as_it_is() {
        Cli.call("solve", study, "--scenario", "a-steady", "--steps", 100);
        assertThat(Cli.call("solve", study, "--scenario", "a-steady", "--steps", 100)
                        .err())
                .doesNotContain("Solving street");
        TinyStudy.edit(study, "scenarios/street.yaml", "[A2]", "[B2]");
        assertThat(Cli.call("solve", study, "--scenario", "a-steady", "--steps", 100)
                        .err())
                .contains("plans/street.plan.json is stale", "Solving street");
    }

    @Test
    void compare_solves_along_the_chain() {
        Cli call = Cli.call("compare", study, "baseline", "a-steady", "--steps", 100);
        assertThat(call.code()).isZero();
        assertThat(call.err()).contains("Solving Baseline", "Solving street", "Solving a-steady");
        assertThat(Cli.call("compare", study, "baseline", "a-steady", "--steps", 100)
                        .err())
                .doesNotContain("Solving");
        Cli.call("solve", study, "--scenario", "street", "--steps", 100, "--seed", 9);
        assertThat(Cli.call("compare", study, "baseline", "a-steady", "--steps", 100)
                        .err())
                .contains("plans/a-steady.plan.json is stale")
                .doesNotContain("Solving street");
    }

    @Test
    void the_demo_solves_each_scenario_once_the_reference_first() {
        Cli call = Cli.call("demo", "--dir", study, "--steps", 100);
        assertThat(call.code()).isZero();
        assertThat(call.err())
                .containsSubsequence(
                        "a-steady is to stay near the plan of street", "Solving street", "Solving a-steady");
        assertThat(lines(call.err(), "Solving ")).isEqualTo(3);
        assertThat(Cli.call("compare", study, "street", "a-steady", "--steps", 100)
                        .err())
                .doesNotContain("Solving");
    }

    @Test
    void a_circle_is_one_problem_for_every_command() throws IOException {
        near("street", "b-steady");
        near("b-steady", "a-steady");
        for (List<Object> words : List.<List<Object>>of(
                List.of("solve", study, "--scenario", "street"),
                List.of("compare", study, "baseline", "b-steady"),
                List.of("export", study, "--scenario", "street", "--to", temp.resolve("a.xlsx")),
                List.of("demo", "--dir", study),
                List.of("check", study))) {
            Cli call = Cli.call(words.toArray());
            assertThat(call.code()).as(words.toString()).isEqualTo(2);
            assertThat(call.errors())
                    .as(words.toString())
                    .singleElement()
                    .asString()
                    .contains("scenarios/a-steady.yaml", "row 3", "near", "a-steady → street → b-steady → a-steady");
        }
        assertThat(Files.exists(study.resolve("plans"))).isFalse();
    }

    @Test
    void a_scenario_cannot_stay_near_itself_or_near_one_that_is_not_there() {
        near("street", "street");
        assertThat(Cli.call("solve", study, "--scenario", "street").errors())
                .singleElement()
                .asString()
                .contains("street → street");
        near("street", "strait");
        Cli call = Cli.call("solve", study, "--scenario", "street");
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.errors()).singleElement().asString().contains("strait", "baseline", "row 3");
    }

    @Test
    void without_weight_one_warning_says_so_and_the_plan_is_made() {
        TinyStudy.edit(study, "study.yaml", "S5: 1000000", "S5: 0");
        Cli call = Cli.call("solve", study, "--scenario", "a-steady", "--steps", 100);
        assertThat(call.code()).isZero();
        assertThat(lines(call.err(), "S5 has no weight")).isEqualTo(1);
        assertThat(call.err()).contains("scenarios/a-steady.yaml");
    }
}
