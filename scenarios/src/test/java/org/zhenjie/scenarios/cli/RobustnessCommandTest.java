package org.zhenjie.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhenjie.scenarios.TinyStudy;

/** {@code zhenjie robustness}, and {@code zhenjie bench live}. */
class RobustnessCommandTest {
    @TempDir
    Path temp;

    private Path study;

    @BeforeEach
    void write() {
        study = TinyStudy.in(temp);
    }

    @Test
    void says_how_often_each_town_is_short_and_writes_a_row_for_each() throws IOException {
        Path out = temp.resolve("robust.csv");
        Cli call = Cli.call("robustness", study, "--draws", 50, "--steps", 100, "--out", out);

        assertThat(call.code()).isZero();
        assertThat(call.out()).contains("Needs drawn 50 times", "Hekou Town", "short in draws");
        assertThat(Files.readAllLines(out))
                .hasSize(7)
                .first()
                .isEqualTo("scenario,town,short_estimate,draws,draws_short,short_mean,short_worst");
    }

    @Test
    void the_same_seed_gives_the_same_table() {
        String once = Cli.call("robustness", study, "--draws", 50, "--steps", 100, "--seed", 3)
                .out();
        assertThat(Cli.call("robustness", study, "--draws", 50, "--steps", 100, "--seed", 3)
                        .out())
                .isEqualTo(once);
    }

    @Test
    void two_scenarios_are_held_against_each_other_and_weights_are_tried() {
        TinyStudy.scenario(
                study,
                "grow",
                "format: 1\nname: Grow\nreforms:\n  - change-pool: {pool: city-institution, by: 5, account: outside}\n");
        Cli call = Cli.call("robustness", study, "--against", "grow", "--draws", 20, "--steps", 100, "--weights");

        assertThat(call.code()).isZero();
        assertThat(call.out()).contains("Grow", "regret", "half and double weights: Baseline", "S1 ");
    }

    @Test
    void a_spread_beyond_1_is_a_wrong_call() {
        assertThat(Cli.call("robustness", study, "--spread", "1.5").code()).isEqualTo(2);
    }

    @Test
    void bench_live_tells_what_a_pin_moves_and_the_proven_least() {
        Cli call = Cli.call("bench", "live", "--towns", 12, "--pins", 1, "--time", "1s");

        assertThat(call.code()).isZero();
        assertThat(call.out()).contains("A region of 12 towns", "proven least");
        assertThat(call.err()).contains("Solving live: 12 towns", "Pin 1 of 1");
    }
}
