package org.zhenjie.scenarios.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationResult;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.sample.Region;
import org.zhenjie.planner.solve.AllocationSolve;

/** One solve of a made-up region, measured; run it once, cancel it from any thread. */
public final class SolverBench {
    private final AllocationSolve solve;
    private final Duration time;

    /**
     * A measurement that has not begun.
     *
     * @param seed of the region and of the search
     * @param time most time of the solve
     */
    public SolverBench(Region region, long seed, Duration time) {
        AllocationProblem problem = region.problem(seed);
        this.time = time;
        this.solve = new AllocationSolve(problem, new SolveOptions(seed, OptionalLong.empty(), Optional.of(time)));
    }

    /**
     * How a solve went.
     *
     * @param result the plan and what it is held against
     * @param millis time that it took
     * @param millisToOnePercent time until a plan cost at most 1 % more than the bound, if one did
     * @param millisToOnePerMille the same for 0.1 %
     * @param moves moves that were looked at
     * @param peakBytes most heap that was in use
     */
    public record Measured(
            AllocationResult result,
            long millis,
            OptionalLong millisToOnePercent,
            OptionalLong millisToOnePerMille,
            long moves,
            long peakBytes) {}

    /** Solves. */
    public Measured run() {
        PeakHeap heap = new PeakHeap();
        List<RunRecord.ScoreAt> scores = new ArrayList<>();
        long began = System.nanoTime();
        AllocationResult result =
                solve.run(progress -> scores.add(new RunRecord.ScoreAt(progress.elapsedMillis(), progress.best())));
        long millis = Duration.ofNanos(System.nanoTime() - began).toMillis();
        RunRecord run = new RunRecord(Instant.EPOCH, millis, "", result.stoppedBy(), scores);
        return new Measured(
                result,
                millis,
                result.yardstick().map(bound -> run.millisWithin(0.01, bound)).orElse(OptionalLong.empty()),
                result.yardstick().map(bound -> run.millisWithin(0.001, bound)).orElse(OptionalLong.empty()),
                solve.moves(),
                heap.bytes());
    }

    /** Most time of the solve. */
    public Duration time() {
        return time;
    }

    /** Ends the solve at once. */
    public void cancel() {
        solve.cancel();
    }
}
