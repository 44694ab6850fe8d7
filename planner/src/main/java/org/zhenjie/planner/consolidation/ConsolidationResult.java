package org.zhenjie.planner.consolidation;

import java.util.OptionalDouble;

/**
 * A solved consolidation.
 *
 * @param plan the hosts
 * @param account what it costs and breaks, by plain accounting
 * @param start what the plan cost and broke that the search set out from
 * @param bound no feasible plan costs less
 * @param impossible whether it is proven that no plan keeps every hard rule
 * @param steps search steps taken
 * @param stoppedBy why the solve ended
 */
public record ConsolidationResult(
        ConsolidationPlan plan,
        ConsolidationPlan.Account account,
        ConsolidationPlan.Account start,
        long bound,
        boolean impossible,
        long steps,
        StoppedBy stoppedBy) {

    /** Why a solve ended. */
    public enum StoppedBy {
        /** The step limit was reached, or no move was left. */
        STEPS,
        /** The time limit was reached. */
        TIME,
        /** The bound was met: the plan is optimal; or it was proven that there is none. */
        BOUND,
        /** It was cancelled. */
        CANCELLED
    }

    /** (cost - bound) / bound; 0 when both are 0; empty for a plan that breaks a hard rule, or with bound 0 below the cost. */
    public OptionalDouble gap() {
        if (!account.isFeasible()) {
            return OptionalDouble.empty();
        }
        if (account.cost() == bound) {
            return OptionalDouble.of(0);
        }
        return bound > 0 ? OptionalDouble.of((double) (account.cost() - bound) / bound) : OptionalDouble.empty();
    }
}
