package org.zhenjie.planner.consolidation;

import java.util.OptionalDouble;

/**
 * A solved consolidation.
 *
 * @param plan the hosts
 * @param account what it costs and breaks, by plain accounting
 * @param startCost cost of the start, by nearest host, capacities apart
 * @param bound no feasible plan costs less
 * @param steps search steps taken
 */
public record ConsolidationResult(
        ConsolidationPlan plan, ConsolidationPlan.Account account, long startCost, long bound, long steps) {

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
