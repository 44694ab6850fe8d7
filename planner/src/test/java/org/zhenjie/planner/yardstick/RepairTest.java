package org.zhenjie.planner.yardstick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhenjie.planner.CityBuilder.city;
import static org.zhenjie.planner.PlanBuilder.plan;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.zhenjie.planner.AnyCity;
import org.zhenjie.planner.CityBuilder;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationProblem.Place;
import org.zhenjie.planner.allocation.PlanScore;
import org.zhenjie.planner.allocation.Score;

/** A plan put right for a problem that has changed under it. */
class RepairTest {

    private static AllocationPlan repaired(AllocationProblem problem, AllocationPlan plan) {
        return Repair.of(problem, plan, () -> false);
    }

    private static CityBuilder twoTowns() {
        return city().town(10).town(10).pool("city", 8);
    }

    @Test
    void a_plan_that_keeps_every_rule_stays_as_it_is() {
        AllocationPlan plan = plan().grant("city", 0, 0, 7).build();

        assertThat(repaired(twoTowns().build(), plan)).isEqualTo(plan);
    }

    @Test
    void posts_beyond_a_pool_that_shrank_are_taken_back() {
        AllocationProblem problem = twoTowns().build();
        AllocationPlan plan =
                plan().grant("city", 0, 0, 6).grant("city", 1, 0, 6).build();

        Score score = PlanScore.of(problem, repaired(problem, plan)).score();

        assertThat(score.isFeasible()).isTrue();
        assertThat(score.medium()).isEqualTo(-12);
    }

    @Test
    void a_block_that_is_pinned_elsewhere_goes_there_and_the_others_stay_where_they_are() {
        AllocationProblem problem = twoTowns()
                .department("D", 9, 0)
                .block("pinned", 3)
                .pinBlock("pinned", new Place(1, 0))
                .block("other", 2)
                .build();
        AllocationPlan plan = plan().send("pinned", 0, 0).send("other", 0, 0).build();

        AllocationPlan repaired = repaired(problem, plan);

        assertThat(repaired.postings())
                .containsExactlyElementsOf(
                        plan().send("other", 0, 0).send("pinned", 1, 0).build().postings());
    }

    @Property(tries = 200)
    void a_plan_is_never_made_worse(@ForAll @IntRange(max = 199) int seed) {
        AllocationProblem problem = AnyCity.MIXED.problem(seed);
        AllocationPlan plan = AnyCity.anyPlan(problem, seed);

        assertThat(PlanScore.of(problem, repaired(problem, plan)).score())
                .isGreaterThanOrEqualTo(PlanScore.of(problem, plan).score());
    }
}
