package org.zhenjie.planner.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalLong;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.zhenjie.planner.Cities;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationResult;
import org.zhenjie.planner.allocation.Score;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.allocation.SolveProgress;
import org.zhenjie.planner.allocation.Yardstick;

class SearchedPlanTest {

    private static SolveOptions steps(long steps) {
        return new SolveOptions(7, OptionalLong.of(steps), Optional.empty());
    }

    @Test
    void keeps_every_hard_rule_and_the_least_shortfall() {
        AllocationResult result =
                new AllocationSolve(Cities.SMALL.problem(1), steps(100)).run(SolveProgress.Listener.NONE);

        assertThat(result.score().isFeasible()).isTrue();
        assertThat(result.avoidableShortfall()).isZero();
    }

    @Test
    void is_better_than_the_plan_made_by_hand() {
        AllocationResult result =
                new AllocationSolve(Cities.SMALL.problem(2), steps(100)).run(SolveProgress.Listener.NONE);

        assertThat(result.score()).isGreaterThan(result.startScore());
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 4, 5, 6})
    void is_never_better_than_the_bound(long seed) {
        AllocationResult result =
                new AllocationSolve(Cities.SMALL.problem(seed), steps(300)).run(SolveProgress.Listener.NONE);

        Yardstick bound = result.yardstick().orElseThrow();
        assertThat(result.score()).isLessThanOrEqualTo(new Score(0, -bound.leastShortfall(), -bound.lowerBound()));
    }

    @Test
    void meets_the_bound_where_every_block_is_one_person() {
        AllocationProblem problem = Cities.SINGLES.problem(3);

        AllocationResult result = new AllocationSolve(problem, steps(300)).run(SolveProgress.Listener.NONE);

        assertThat(result.gap()).hasValueCloseTo(0.0, Offset.offset(0.001));
    }

    @Test
    void is_the_same_for_the_same_seed_and_steps() {
        AllocationProblem problem = Cities.SMALL.problem(4);

        AllocationResult one = new AllocationSolve(problem, steps(300)).run(SolveProgress.Listener.NONE);
        AllocationResult other = new AllocationSolve(problem, steps(300)).run(SolveProgress.Listener.NONE);

        assertThat(one.plan()).isEqualTo(other.plan());
    }

    @Test
    void stands_the_assertions_of_the_search_library() {
        AllocationSolve solve = new AllocationSolve(Cities.SMALL.problem(5), steps(60), EnvironmentMode.FULL_ASSERT);

        AllocationResult result = solve.run(SolveProgress.Listener.NONE);

        assertThat(result.score().isFeasible()).isTrue();
    }
}
