package org.zhenjie.planner.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhenjie.planner.allocation.AllocationPart;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.PlanScore;
import org.zhenjie.planner.yardstick.Apportionment;

/** Made-up regions. */
class RegionTest {

    private static final Region SMALL = new Region("small", 300, 50, 15_000, 0.15, 6, false);

    @Test
    void the_same_seed_makes_the_same_problem_and_another_seed_another_one() {
        assertThat(SMALL.problem(1)).isEqualTo(SMALL.problem(1)).isNotEqualTo(SMALL.problem(2));
    }

    @Test
    void towns_and_posts_are_as_many_as_asked_for() {
        AllocationProblem problem = Region.CITY.problem(1);

        long blocks = problem.blocks().stream()
                .mapToLong(AllocationProblem.Block::size)
                .sum();
        long pools = problem.pools().stream()
                .mapToLong(AllocationProblem.Pool::usable)
                .sum();
        assertThat(problem.towns()).hasSize(51);
        assertThat(blocks + pools).isBetween(2_500L, 2_800L);
    }

    @Test
    void cities_have_nothing_to_do_with_each_other() {
        assertThat(AllocationPart.of(SMALL.problem(3))).hasSize(6);
    }

    @Test
    void pools_alone_have_no_blocks() {
        assertThat(SMALL.poolsOnly().problem(1).blocks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_plan_made_by_hand_keeps_the_hard_rules_and_not_all_need_can_be_met(long seed) {
        for (Region region : java.util.List.of(SMALL, SMALL.mixed())) {
            AllocationProblem problem = region.problem(seed);

            PlanScore score = PlanScore.of(problem, Apportionment.of(problem, Apportionment.Method.WEBSTER));

            assertThat(score.score().isFeasible()).isTrue();
            assertThat(problem.ratio().supply()).isLessThan(problem.ratio().need());
        }
    }
}
