package org.zhenjie.scenarios.plan;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.zhenjie.planner.allocation.AllocationResult.StoppedBy;
import org.zhenjie.planner.allocation.Score;
import org.zhenjie.planner.allocation.Yardstick;

/**
 * How one run went: what depends on the clock and the machine and therefore has no place in the plan itself.
 *
 * @param started when the solve began
 * @param millis how long it took
 * @param machine operating system, Java and processors
 * @param stoppedBy why the search ended
 * @param scores each better score, in order
 */
public record RunRecord(Instant started, long millis, String machine, StoppedBy stoppedBy, List<ScoreAt> scores) {
    public RunRecord {
        scores = List.copyOf(scores);
    }

    /** Milliseconds until a score was found that costs at most a share more than the bound; empty where none does. */
    public OptionalLong millisWithin(double share, Yardstick yardstick) {
        return scores.stream()
                .filter(at -> yardstick.isWithin(share, at.score()))
                .mapToLong(ScoreAt::millis)
                .findFirst();
    }

    /** A better score and when it was found, milliseconds after the start. */
    public record ScoreAt(long millis, Score score) {}
}
