package org.zhenjie.planner.yardstick;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.zhenjie.planner.AnyCity;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.PlanScore;
import org.zhenjie.planner.allocation.Rule;
import org.zhenjie.planner.allocation.Score;
import org.zhenjie.planner.allocation.Yardstick;

/** The plan near the relaxation. */
class RelaxationRoundingProperties {

    @Property(tries = 400)
    void keeps_to_pools_departments_distances_and_pins(@ForAll @IntRange(max = 399) int seed) {
        AllocationProblem problem = AnyCity.MIXED.problem(seed);
        Optional<AllocationPlan> rounded = Relaxation.of(problem).rounded();

        rounded.ifPresent(plan -> {
            PlanScore score = PlanScore.of(problem, plan);
            for (Rule rule : List.of(Rule.H1, Rule.H2, Rule.H4, Rule.H6)) {
                assertThat(score.cost(rule)).as(rule.name()).isZero();
            }
        });
    }

    @Property(tries = 400)
    void never_beats_the_bound(@ForAll @IntRange(max = 399) int seed) {
        AllocationProblem problem = AnyCity.MIXED.problem(seed);
        Relaxation relaxation = Relaxation.of(problem);

        relaxation.rounded().map(plan -> PlanScore.of(problem, plan).score()).ifPresent(score -> {
            if (score.isFeasible()) {
                assertThat(score)
                        .isLessThanOrEqualTo(bound(relaxation.yardstick().orElseThrow()));
            }
        });
    }

    @Property(tries = 400)
    void is_the_optimum_where_there_are_pools_alone_and_the_bound_is_exact(@ForAll @IntRange(max = 399) int seed) {
        AllocationProblem problem = AnyCity.MIXED.withBlocks(0, 1).problem(seed);
        Relaxation relaxation = Relaxation.of(problem);
        Optional<Yardstick> yardstick = relaxation.yardstick();
        Assume.that(yardstick.isPresent() && yardstick.get().exact());

        AllocationPlan plan = relaxation.rounded().orElseThrow();

        assertThat(PlanScore.of(problem, plan).score()).isEqualTo(bound(yardstick.get()));
    }

    private static Score bound(Yardstick yardstick) {
        return new Score(0, -yardstick.leastShortfall(), -yardstick.lowerBound());
    }
}
