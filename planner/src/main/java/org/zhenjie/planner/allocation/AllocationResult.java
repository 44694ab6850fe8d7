package org.zhenjie.planner.allocation;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A solved allocation with everything that is said about it.
 *
 * @param plan the decisions
 * @param score its score, recomputed by plain accounting
 * @param startScore score of the start made by hand (the apportionment baseline), before the search
 * @param yardstick what it is held against; empty when no plan at all can keep the hard rules, or when the solve ended
 *     before it was known
 * @param impossible whether it is proven that no plan at all can keep the hard rules
 * @param steps local search steps taken
 * @param stoppedBy why the search ended
 */
public record AllocationResult(
        AllocationPlan plan,
        Score score,
        Score startScore,
        Optional<Yardstick> yardstick,
        boolean impossible,
        long steps,
        StoppedBy stoppedBy) {

    /** Why a search ended. */
    public enum StoppedBy {
        STEPS,
        TIME,
        BOUND,
        CANCELLED
    }

    /**
     * Posts short of need above the least possible; when above 0 there is no gap but 'short of need by n'. A plan that breaks a hard
     * rule may be short of less than any plan that keeps them: that counts as 0.
     */
    public long avoidableShortfall() {
        return yardstick
                .map(least -> Math.max(0, -score.medium() - least.leastShortfall()))
                .orElse(0L);
    }

    /** The same as a share of the least possible; 0 for 0, empty where the least is 0 and more is missing. */
    public OptionalDouble shortfallGap() {
        long avoidable = avoidableShortfall();
        if (avoidable == 0) {
            return OptionalDouble.of(0);
        }
        long least = yardstick.orElseThrow().leastShortfall();
        return least > 0 ? OptionalDouble.of((double) avoidable / least) : OptionalDouble.empty();
    }

    /**
     * (cost - LB) / LB, or 0 when both are 0; empty when the plan has avoidable shortfall, when it breaks a hard rule, or
     * when LB = 0 &lt; cost.
     */
    public OptionalDouble gap() {
        OptionalLong above = aboveBound();
        if (above.isEmpty()) {
            return OptionalDouble.empty();
        }
        long bound = yardstick.orElseThrow().lowerBound();
        if (above.getAsLong() == 0) {
            return OptionalDouble.of(0);
        }
        return bound > 0 ? OptionalDouble.of((double) above.getAsLong() / bound) : OptionalDouble.empty();
    }

    /**
     * The cost above a bound of 0 as a share of what the plan made by hand (Hamilton) costs above it; empty where there is a gap, or where
     * that plan costs nothing either.
     */
    public OptionalDouble shareOfHamilton() {
        OptionalLong above = aboveBound();
        if (above.isEmpty() || gap().isPresent()) {
            return OptionalDouble.empty();
        }
        long byHand = yardstick.orElseThrow().hamiltonCost();
        return byHand > 0 ? OptionalDouble.of((double) above.getAsLong() / byHand) : OptionalDouble.empty();
    }

    /** Cost above the bound, for a feasible plan without avoidable shortfall. */
    public OptionalLong aboveBound() {
        return score.isFeasible() && yardstick.isPresent() && avoidableShortfall() == 0
                ? OptionalLong.of(-score.soft() - yardstick.get().lowerBound())
                : OptionalLong.empty();
    }
}
