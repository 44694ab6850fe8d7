package org.zhenjie.planner.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationResult;
import org.zhenjie.planner.allocation.AllocationResult.StoppedBy;
import org.zhenjie.planner.allocation.PlanScore;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.allocation.SolveProgress;
import org.zhenjie.planner.sample.Region;

/** A problem of several cities, solved city by city. */
class SolvedPartsTest {

    private static final Region REGION = new Region("region", 40, 10, 1_600, 0.3, 4, false);

    private static AllocationResult solve(AllocationProblem problem, long steps, SolveProgress.Listener listener) {
        return new AllocationSolve(problem, new SolveOptions(3, OptionalLong.of(steps), Optional.empty()))
                .run(listener);
    }

    @Test
    void the_score_is_that_of_the_plan_of_the_whole() {
        AllocationProblem problem = REGION.problem(1);

        AllocationResult result = solve(problem, 400, SolveProgress.Listener.NONE);

        assertThat(result.score())
                .isEqualTo(PlanScore.of(problem, result.plan()).score());
        assertThat(result.score().isFeasible()).isTrue();
        assertThat(result.score()).isGreaterThan(result.startScore());
        assertThat(result.steps()).isEqualTo(400);
    }

    @Test
    void the_plan_does_not_depend_on_which_city_is_done_first() {
        AllocationProblem problem = REGION.problem(2);

        AllocationResult one = solve(problem, 400, SolveProgress.Listener.NONE);
        AllocationResult other = solve(problem, 400, progress -> Thread.yield());

        assertThat(one.plan()).isEqualTo(other.plan());
    }

    @Test
    void pools_alone_are_solved_to_the_optimum() {
        AllocationResult result = solve(REGION.poolsOnly().problem(3), 1_000, SolveProgress.Listener.NONE);

        assertThat(result.gap()).hasValue(0);
        assertThat(result.stoppedBy()).isEqualTo(StoppedBy.BOUND);
    }

    @Test
    void scores_that_are_heard_of_rise_to_that_of_the_result() {
        List<SolveProgress> heard = new ArrayList<>();

        AllocationResult result = solve(REGION.problem(4), 400, heard::add);

        assertThat(heard).extracting(SolveProgress::best).isSorted().endsWith(result.score());
        assertThat(heard.get(heard.size() - 1).plan()).isEqualTo(result.plan());
    }

    @Test
    void without_time_the_plan_made_by_hand_is_given_and_nothing_is_said_to_be_proven() {
        SolveOptions noTime = new SolveOptions(1, OptionalLong.empty(), Optional.of(Duration.ZERO));

        AllocationResult result = new AllocationSolve(REGION.problem(5), noTime).run(SolveProgress.Listener.NONE);

        assertThat(result.score()).isEqualTo(result.startScore());
        assertThat(result.yardstick()).isEmpty();
        assertThat(result.impossible()).isFalse();
        assertThat(result.stoppedBy()).isEqualTo(StoppedBy.TIME);
    }
}
