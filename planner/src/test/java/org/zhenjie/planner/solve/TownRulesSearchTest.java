package org.zhenjie.planner.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.zhenjie.planner.Cities;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationResult;
import org.zhenjie.planner.allocation.PlanScore;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.allocation.SolveProgress;
import org.zhenjie.planner.yardstick.Apportionment;

/** Searches with powers, fields, stand-ins, wishes and outside staff. */
class TownRulesSearchTest {

    private static AllocationProblem problem(long seed) {
        return Cities.withTownRules(Cities.SMALL.problem(seed), seed);
    }

    private static SolveOptions steps(long steps) {
        return new SolveOptions(7, OptionalLong.of(steps), Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void the_plan_made_by_hand_keeps_every_rule(long seed) {
        AllocationProblem problem = problem(seed);

        assertThat(PlanScore.of(problem, Apportionment.of(problem, Apportionment.Method.WEBSTER))
                        .score()
                        .hard())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 4})
    void a_search_keeps_every_rule_and_betters_the_plan_made_by_hand(long seed) {
        AllocationResult result = new AllocationSolve(problem(seed), steps(1_000)).run(SolveProgress.Listener.NONE);

        assertThat(result.score().isFeasible()).isTrue();
        assertThat(result.score()).isGreaterThan(result.startScore());
    }

    @Test
    void stands_the_assertions_of_the_search_library() {
        AllocationSolve solve = new AllocationSolve(problem(5), steps(60), EnvironmentMode.FULL_ASSERT);

        AllocationResult result = solve.run(SolveProgress.Listener.NONE);

        assertThat(result.steps()).isEqualTo(60);
    }
}
