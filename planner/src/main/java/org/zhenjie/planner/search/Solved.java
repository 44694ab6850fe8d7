package org.zhenjie.planner.search;

import java.util.OptionalDouble;

/**
 * The end of a solve that minimises one cost.
 *
 * @param plan the best plan found
 * @param cost what it costs, by plain accounting
 * @param feasible whether it keeps every hard rule, by plain accounting
 * @param bound no plan that keeps the hard rules costs less
 * @param impossible whether it is proven that no plan keeps them
 * @param steps search steps taken
 * @param stoppedBy why the solve ended
 */
public record Solved<P>(
        P plan, long cost, boolean feasible, long bound, boolean impossible, long steps, StoppedBy stoppedBy) {

    /** Why a solve ended. */
    public enum StoppedBy {
        /** The step limit was reached. */
        STEPS,
        /** The time limit was reached. */
        TIME,
        /** The bound was met: the plan is optimal; or it was proven that there is none. */
        BOUND,
        /** It was cancelled. */
        CANCELLED
    }

    /** (cost - bound) / bound; 0 when both are equal; empty for a plan that breaks a hard rule, or with a bound of 0 or less. */
    public OptionalDouble gap() {
        if (!feasible) {
            return OptionalDouble.empty();
        }
        if (cost == bound) {
            return OptionalDouble.of(0);
        }
        return bound > 0 ? OptionalDouble.of((double) (cost - bound) / bound) : OptionalDouble.empty();
    }
}
