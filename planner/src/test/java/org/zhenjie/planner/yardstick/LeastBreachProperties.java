package org.zhenjie.planner.yardstick;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.zhenjie.planner.AnyCity;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.PlanScore;
import org.zhenjie.planner.allocation.ProblemDraft;
import org.zhenjie.planner.allocation.TownRules;

/** By how little the hard rules must give way. */
class LeastBreachProperties {

    @Property(tries = 500)
    void rules_give_way_just_where_the_relaxation_cannot_keep_them(@ForAll @IntRange(max = 9_999) int seed) {
        AllocationProblem problem = new AnyCity(4, 2, 2, 4, 3, 3, 1, 2).problem(seed);

        ProblemDraft withoutFields = new ProblemDraft(problem);
        withoutFields.fields().clear();
        boolean canBeKept = LeastBreach.of(withoutFields.problem(), () -> false).isEmpty();

        if (seesMore(problem)) {
            assertThat(canBeKept || !Relaxation.of(problem).isFeasible()).isTrue();
        } else {
            assertThat(canBeKept).isEqualTo(Relaxation.of(problem).isFeasible());
        }
    }

    /** Whether the relaxation sees more than the breach: rules on towns, and platforms that are told apart under a ceiling. */
    private static boolean seesMore(AllocationProblem problem) {
        boolean pinned = !problem.blockRules().isEmpty()
                || problem.grantLimits().stream().anyMatch(pin -> pin.platform().isPresent());
        boolean byPlatform = pinned
                || problem.pools().stream().anyMatch(pool -> !pool.platforms().isEmpty());
        return !problem.townRules().equals(TownRules.NONE)
                || byPlatform
                        && problem.towns().stream()
                                .flatMap(town -> town.ceiling().stream())
                                .anyMatch(most -> most < Integer.MAX_VALUE);
    }

    @Property(tries = 500)
    void no_plan_breaks_them_by_less(@ForAll @IntRange(max = 9_999) int seed, @ForAll @IntRange(max = 9) int other) {
        AllocationProblem problem = AnyCity.MIXED.problem(seed);
        List<LeastBreach.Breach> least = LeastBreach.of(problem, () -> false);

        long broken =
                -PlanScore.of(problem, AnyCity.anyPlan(problem, other)).score().hard();
        long byHand = -PlanScore.of(problem, Apportionment.of(problem, Apportionment.Method.WEBSTER))
                .score()
                .hard();

        assertThat(least.stream().mapToLong(LeastBreach.Breach::posts).sum())
                .isLessThanOrEqualTo(Math.min(broken, byHand));
    }
}
