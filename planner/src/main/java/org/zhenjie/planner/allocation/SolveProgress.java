package org.zhenjie.planner.allocation;

import java.util.function.Consumer;

/**
 * A better plan was found.
 *
 * @param elapsedMillis time since the solve began
 * @param best score of the best plan so far
 * @param plan that plan
 */
public record SolveProgress(long elapsedMillis, Score best, AllocationPlan plan) {

    /** Hears of each better plan, in order, on the solver's thread. */
    public interface Listener extends Consumer<SolveProgress> {
        /** Hears nothing. */
        Listener NONE = progress -> {};
    }
}
