package org.zhenjie.planner.solve;

import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationResult;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.allocation.SolveProgress;

/** One solve of one problem: {@link #run} it on a thread of your own, {@link #cancel} it from any other. */
public final class AllocationSolve {

    private final AllocationProblem problem;
    private final SolveOptions options;

    public AllocationSolve(AllocationProblem problem, SolveOptions options) {
        this.problem = problem;
        this.options = options;
    }

    /**
     * Solves; returns the best plan found when a limit is reached, the bound is met or the solve is cancelled.
     *
     * @param listener hears of each better plan
     */
    public AllocationResult run(SolveProgress.Listener listener) {
        throw new IllegalStateException("under construction " + problem + options);
    }

    /** Ends the solve at once; {@link #run} then returns the best plan so far. No effect on one that has ended. */
    public void cancel() {}
}
