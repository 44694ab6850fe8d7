package org.zhenjie.scenarios.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.zhenjie.planner.allocation.AllocationResult.StoppedBy;
import org.zhenjie.planner.allocation.Score;
import org.zhenjie.planner.allocation.Yardstick;
import org.zhenjie.planner.sample.Region;

/** The solver, measured. */
class SolverBenchTest {

    @Test
    void pools_alone_are_at_the_bound_and_it_is_said_since_when() {
        Region pools = new Region("pools", 12, 6, 500, 1, 1, false);

        SolverBench.Measured measured = new SolverBench(pools, 1, Duration.ofMinutes(1)).run();

        assertThat(measured.result().gap()).hasValue(0);
        assertThat(measured.millisToOnePerMille()).isPresent();
        assertThat(measured.millisToOnePercent().getAsLong())
                .isLessThanOrEqualTo(measured.millisToOnePerMille().getAsLong());
        assertThat(measured.peakBytes()).isPositive();
    }

    @Test
    void the_first_score_within_a_share_of_the_bound_counts() {
        Yardstick bound = new Yardstick(5, 1_000, 2_000, false);
        RunRecord run = new RunRecord(
                Instant.EPOCH,
                90,
                "",
                StoppedBy.STEPS,
                List.of(
                        new RunRecord.ScoreAt(10, new Score(0, -6, -900)),
                        new RunRecord.ScoreAt(20, new Score(0, -5, -1_500)),
                        new RunRecord.ScoreAt(30, new Score(0, -5, -1_010)),
                        new RunRecord.ScoreAt(40, new Score(0, -5, -1_005))));

        assertThat(run.millisWithin(0.01, bound)).hasValue(30);
        assertThat(run.millisWithin(0.001, bound)).isEqualTo(OptionalLong.empty());
    }
}
