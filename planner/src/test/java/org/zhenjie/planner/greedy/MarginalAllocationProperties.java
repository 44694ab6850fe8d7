package org.zhenjie.planner.greedy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.zhenjie.planner.AnyCity;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.PlanScore;
import org.zhenjie.planner.allocation.Rule;
import org.zhenjie.planner.allocation.Score;
import org.zhenjie.planner.allocation.Yardstick;
import org.zhenjie.planner.yardstick.EveryPlan;
import org.zhenjie.planner.yardstick.Relaxation;

/** Greedy marginal allocation where it is exact: one pool, no people to send, no pins. */
class MarginalAllocationProperties {

    private static final AnyCity TINY = new AnyCity(3, 2, 2, 6, 1, 0, 1, 0);
    private static final AnyCity ONE_POOL = new AnyCity(9, 4, 3, 30, 1, 0, 1, 0);

    @Property(tries = 200)
    void with_one_pool_it_is_the_best_of_every_plan(@ForAll @IntRange(max = 999) int seed) {
        AllocationProblem problem = TINY.problem(seed);
        Assume.that(!problem.pools().isEmpty() && EveryPlan.count(problem) < 20_000);
        Optional<Score> best = EveryPlan.best(problem);

        best.ifPresent(score -> isWithinRounding(problem, score));
    }

    @Property(tries = 200)
    void with_one_pool_it_meets_the_flow(@ForAll @IntRange(max = 999) int seed) {
        AllocationProblem problem = ONE_POOL.problem(seed);
        Assume.that(!problem.pools().isEmpty());
        Yardstick bound = Relaxation.of(problem).yardstick().orElseThrow();

        isWithinRounding(problem, new Score(0, -bound.leastShortfall(), -bound.lowerBound()));
    }

    /** Each square is rounded to a whole number, and then weighted. */
    private static void isWithinRounding(AllocationProblem problem, Score best) {
        Score greedy = PlanScore.of(problem, MarginalAllocation.of(problem)).score();
        long rounding = problem.weight(Rule.S1) * problem.towns().size()
                + problem.weight(Rule.S2) * problem.counties().size();

        assertThat(greedy.hard()).isZero();
        assertThat(greedy.medium()).isEqualTo(best.medium());
        assertThat(best.soft() - greedy.soft()).isBetween(0L, rounding);
    }
}
