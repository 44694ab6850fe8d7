package org.zhenjie.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhenjie.scenarios.TinyStudy;

/** {@code zhenjie compare}. */
class CompareCommandTest {
    @TempDir
    Path temp;

    private Path study;

    @BeforeEach
    void write() {
        study = TinyStudy.in(temp);
        TinyStudy.scenario(
                study,
                "streets",
                "format: 1\nname: {zh: 撤镇改街, en: Towns become streets}\nreforms:\n"
                        + "  - convert-to-street: {towns: [A2]}\n");
    }

    private Cli compare(Object... more) {
        Object[] args = new Object[6 + more.length];
        System.arraycopy(new Object[] {"compare", study, "baseline", "streets", "--steps", 100}, 0, args, 0, 6);
        System.arraycopy(more, 0, args, 6, more.length);
        return Cli.call(args);
    }

    @Test
    void missing_plans_are_solved_first_kept_and_told() {
        Cli call = compare();
        assertThat(call.code()).isZero();
        assertThat(call.err()).contains("no plan plans/baseline.plan.json yet", "no plan plans/streets.plan.json yet");
        assertThat(study.resolve("plans/streets.plan.json")).exists();
        assertThat(call.out()).contains("A = Baseline (baseline), B = Towns become streets (streets)");
    }

    @Test
    void plans_that_fit_are_used_as_they_are() {
        String first = compare().out();
        Cli second = compare();
        assertThat(second.err()).doesNotContain("Solving");
        assertThat(second.out()).isEqualTo(first);
    }

    @Test
    void a_plan_made_stale_by_a_change_of_the_data_is_solved_anew_and_told() {
        compare();
        TinyStudy.edit(study, "data/indicators.csv", "A2,30000", "A2,33000");
        assertThat(compare().err()).contains("plans/baseline.plan.json is stale", "plans/streets.plan.json is stale");
    }

    @Test
    void only_the_scenario_that_changed_is_stale() {
        compare();
        TinyStudy.edit(study, "scenarios/streets.yaml", "[A2]", "[A3]");
        assertThat(compare().err())
                .contains("plans/streets.plan.json is stale")
                .doesNotContain("baseline.plan.json is stale");
    }

    @Test
    void need_changes_with_the_kind_of_town_as_the_norms_say() {
        // A2 as a town needs 4 + 0.4 x 30 = 16 and 3 + 0.2 x 30 + 0.01 x 200 = 11, as a street 10 + 0.5 x 30 = 25 and
        // 11
        assertThat(compare().out()).containsPattern("Need \\(posts\\) +\\d+ +\\d+ +\\+9\\R");
    }

    @Test
    void in_chinese() {
        Cli call = compare("--lang", "zh");
        assertThat(call.out()).contains("撤镇改街", "核定需求", "B 减 A", "甲县");
    }
}
