package org.zhenjie.scenarios.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.zhenjie.planner.allocation.AllocationResult.StoppedBy;
import org.zhenjie.planner.allocation.Score;
import org.zhenjie.planner.allocation.Yardstick;

/** The run file as it stands on disk. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RunDocument(
        int format,
        String started,
        long millis,
        Long millisToOnePercent,
        Long millisToOnePerMille,
        String machine,
        StoppedBy stoppedBy,
        List<ScoreAt> scores) {

    record ScoreAt(long millis, long hard, long medium, long soft) {}

    static RunDocument of(RunRecord run, Optional<Yardstick> yardstick) {
        return new RunDocument(
                PlanDocument.FORMAT,
                run.started().toString(),
                run.millis(),
                millisWithin(0.01, run, yardstick),
                millisWithin(0.001, run, yardstick),
                run.machine(),
                run.stoppedBy(),
                run.scores().stream()
                        .map(at -> new ScoreAt(
                                at.millis(),
                                at.score().hard(),
                                at.score().medium(),
                                at.score().soft()))
                        .toList());
    }

    private static Long millisWithin(double share, RunRecord run, Optional<Yardstick> yardstick) {
        OptionalLong millis =
                yardstick.map(bound -> run.millisWithin(share, bound)).orElse(OptionalLong.empty());
        return millis.isPresent() ? millis.getAsLong() : null;
    }

    RunRecord record() {
        return new RunRecord(
                java.time.Instant.parse(started),
                millis,
                machine,
                stoppedBy,
                scores.stream()
                        .map(at -> new RunRecord.ScoreAt(at.millis(), new Score(at.hard(), at.medium(), at.soft())))
                        .toList());
    }
}
