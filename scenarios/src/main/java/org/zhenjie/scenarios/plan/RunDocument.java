package org.zhenjie.scenarios.plan;

import java.util.List;
import org.zhenjie.planner.allocation.AllocationResult.StoppedBy;
import org.zhenjie.planner.allocation.Score;

/** The run file as it stands on disk. */
record RunDocument(int format, String started, long millis, String machine, StoppedBy stoppedBy, List<ScoreAt> scores) {

    record ScoreAt(long millis, long hard, long medium, long soft) {}

    static RunDocument of(RunRecord run) {
        return new RunDocument(
                PlanDocument.FORMAT,
                run.started().toString(),
                run.millis(),
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
