package org.zhenjie.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhenjie.scenarios.TinyStudy;

/** {@code zhenjie solve}. */
class SolveCommandTest {
    private static final Path SAMPLE = Path.of(System.getProperty("zhenjie.root"), "scenarios/haibin");

    @TempDir
    Path temp;

    private Path study;

    @BeforeEach
    void write() {
        study = TinyStudy.in(temp);
    }

    @Test
    void writes_the_plan_and_the_record_of_the_run_and_prints_start_plan_bound_and_gap() {
        Cli call = Cli.call("solve", study, "--steps", 200);
        assertThat(call.code()).isZero();
        assertThat(study.resolve("plans/baseline.plan.json")).exists();
        assertThat(study.resolve("plans/baseline.run.json")).exists();
        assertThat(call.out())
                .contains("Baseline (baseline)", "start", "plan", "lower bound", "gap to the lower bound", "seed 0")
                .contains("Written: " + study.resolve("plans/baseline.plan.json"));
        assertThat(call.err()).contains("Reading").contains("Solving Baseline").contains("solved in");
    }

    @Test
    void a_proof_without_the_exact_solver_says_so_and_the_plan_is_kept() {
        Cli call = Cli.call("solve", SAMPLE, "--steps", 50, "--prove", "--out", temp.resolve("plan.json"));
        assertThat(call.code()).isZero();
        assertThat(call.out()).contains("not proven: the exact solver (OR-Tools) is not installed");
        assertThat(temp.resolve("plan.json")).exists();
    }

    @Test
    void the_same_study_seed_and_steps_give_the_same_plan_file() throws IOException {
        Path one = temp.resolve("one.json");
        Path other = temp.resolve("other.json");
        assertThat(Cli.call("solve", SAMPLE, "--steps", 300, "--seed", 7, "--out", one)
                        .code())
                .isZero();
        assertThat(Cli.call("solve", SAMPLE, "--steps", 300, "--seed", 7, "--out", other)
                        .code())
                .isZero();
        assertThat(Files.readAllBytes(one)).isEqualTo(Files.readAllBytes(other));
    }

    @Test
    void results_do_not_depend_on_the_clock() {
        String first = Cli.call("solve", study, "--steps", 200).out();
        assertThat(Cli.call("solve", study, "--steps", 200).out()).isEqualTo(first);
    }

    @Test
    void a_hard_rule_that_cannot_be_kept_ends_with_1_names_the_rule_and_the_town_and_writes_nothing() {
        TinyStudy.edit(study, "study.yaml", "{platform: law, posts: 2}", "{platform: law, posts: 60}");
        Cli call = Cli.call("solve", study, "--steps", 50);
        assertThat(call.code()).isEqualTo(1);
        assertThat(call.err()).contains("no plan at all", "H7", "Hekou Town").doesNotContain("Exception");
        assertThat(study.resolve("plans")).doesNotExist();
    }

    @Test
    void a_reform_that_breaks_total_control_ends_with_1() {
        TinyStudy.scenario(
                study, "grow", "format: 1\nname: Grow\nreforms:\n  - change-pool: {pool: city-institution, by: 5}\n");
        Cli call = Cli.call("solve", study, "--scenario", "grow", "--steps", 50);
        assertThat(call.code()).isEqualTo(1);
        assertThat(call.err()).contains("H9", "account");
    }

    @Test
    void the_plan_goes_where_out_says_and_nowhere_else() {
        Path out = temp.resolve("deep/er/plan.json");
        assertThat(Cli.call("solve", study, "--steps", 50, "--out", out).code()).isZero();
        assertThat(out).exists();
        assertThat(study.resolve("plans")).doesNotExist();
    }

    @Test
    void no_input_is_written_over() throws IOException {
        Path staff = study.resolve("data/staff.csv");
        byte[] before = Files.readAllBytes(staff);
        Cli call = Cli.call("solve", study, "--steps", 50, "--out", study.resolve("scenarios/../data/staff.csv"));
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.errors()).singleElement().asString().contains("staff.csv", "input");
        assertThat(Files.readAllBytes(staff)).isEqualTo(before);
    }

    @Test
    void a_place_that_cannot_be_written_is_told_without_a_trace() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "");
        Cli call = Cli.call("solve", study, "--steps", 50, "--out", file.resolve("plan.json"));
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.errors()).singleElement().asString().contains("cannot be written");
        assertThat(call.err()).doesNotContain("Solving");
    }

    @Test
    void a_folder_as_the_target_is_told_before_the_search() throws IOException {
        Path folder = Files.createDirectories(temp.resolve("results"));
        Cli call = Cli.call("solve", study, "--steps", 50, "--out", folder);
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.errors()).singleElement().asString().contains("results", "is a folder");
        assertThat(call.err()).doesNotContain("Solving");
    }

    @Test
    void a_file_where_the_folder_of_the_plans_should_be_is_told_before_the_search() throws IOException {
        Files.writeString(study.resolve("plans"), "");
        Cli call = Cli.call("solve", study, "--steps", 50);
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.errors()).singleElement().asString().contains("plans", "not a folder");
        assertThat(call.err()).doesNotContain("Solving");
    }

    @Test
    void cancelling_ends_with_130_at_once_and_writes_nothing() throws Exception {
        Path out = temp.resolve("plan.json");
        Cli call = cancelledWhileSolving("solve", SAMPLE, "--time", "5m", "--out", out);
        assertThat(call.code()).isEqualTo(130);
        assertThat(call.err()).contains("Cancelled").doesNotContain("Exception");
        assertThat(out).doesNotExist();
    }

    @Test
    void cancelling_with_keep_best_writes_the_best_plan_so_far() throws Exception {
        Path out = temp.resolve("plan.json");
        Cli call = cancelledWhileSolving("solve", SAMPLE, "--time", "5m", "--keep-best", "--out", out);
        assertThat(call.code()).isEqualTo(130);
        assertThat(out).exists();
        assertThat(call.out()).contains("cancelled");
    }

    private static Cli cancelledWhileSolving(Object... args) throws Exception {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Cancellation cancellation = new Cancellation();
        Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), Locale.ENGLISH, false);
        CompletableFuture<Integer> code = CompletableFuture.supplyAsync(
                () -> new Main(terminal, cancellation, new FaultLog()).run(Cli.words(args)));
        while (!err.toString().contains("Solving") && !code.isDone()) {
            Thread.sleep(20);
        }
        cancellation.request();
        return new Cli(code.get(30, TimeUnit.SECONDS), out.toString(), err.toString());
    }

    @Test
    void a_fault_of_ours_is_one_line_with_70_and_the_trace_in_a_file() throws IOException {
        StringWriter err = new StringWriter();
        PrintWriter broken = new PrintWriter(new StringWriter()) {
            @Override
            public void println(String line) {
                throw new IllegalStateException("for the test");
            }
        };
        Terminal terminal = new Terminal(broken, new PrintWriter(err), Locale.ENGLISH, false);
        int code = new Main(terminal, new Cancellation(), new FaultLog()).run(Cli.words("check", study));
        assertThat(code).isEqualTo(70);
        String told = err.toString().lines().reduce((a, b) -> b).orElse("");
        assertThat(told).startsWith("zhenjie: a fault of the program");
        Matcher file = Pattern.compile("Details: (.+)$").matcher(told);
        assertThat(file.find()).isTrue();
        Path log = Path.of(file.group(1));
        assertThat(Files.readString(log)).contains("for the test", "\tat ", "zhenjie check");
        Files.delete(log);
    }
}
