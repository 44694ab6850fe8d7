package org.zhenjie.planner.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhenjie.planner.CityBuilder.city;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zhenjie.planner.allocation.AllocationPart;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationResult;
import org.zhenjie.planner.allocation.AllocationResult.StoppedBy;
import org.zhenjie.planner.allocation.PlanScore;
import org.zhenjie.planner.allocation.ProblemDraft;
import org.zhenjie.planner.allocation.Rule;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.allocation.SolveProgress;
import org.zhenjie.planner.sample.Region;
import org.zhenjie.planner.yardstick.Apportionment;

/** A problem of several cities, solved city by city. */
class SolvedPartsTest {

    private static final Region REGION = new Region("region", 40, 10, 1_600, 0.3, 4, false);

    private static final SolveOptions STEPS = new SolveOptions(3, OptionalLong.of(300), Optional.empty());

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

    @Test
    void a_solve_of_some_cities_decides_nothing_in_the_others_and_tells_their_score() {
        AllocationProblem problem = REGION.problem(6);
        List<AllocationPart> cities = AllocationPart.of(problem).subList(1, 3);
        List<AllocationPlan> byHand = cities.stream()
                .map(city -> Apportionment.of(city.problem(), Apportionment.Method.WEBSTER))
                .toList();

        AllocationResult result = AllocationSolve.near(cities, STEPS, byHand, List.of(1_000L, 1_000L))
                .run(SolveProgress.Listener.NONE);

        List<AllocationPlan> plans = AllocationPart.split(cities, result.plan());
        assertThat(result.score())
                .isEqualTo(PlanScore.of(cities.get(0).problem(), plans.get(0))
                        .score()
                        .plus(PlanScore.of(cities.get(1).problem(), plans.get(1))
                                .score()))
                .isGreaterThan(result.startScore());
    }

    @Test
    void a_solve_near_a_plan_moves_as_many_posts_as_it_may_and_no_more() {
        List<AllocationPart> cities = new ArrayList<>();
        List<AllocationPlan> byHand = new ArrayList<>();
        for (AllocationPart city : AllocationPart.of(REGION.problem(7))) {
            AllocationPlan plan = Apportionment.of(city.problem(), Apportionment.Method.WEBSTER);
            byHand.add(plan);
            ProblemDraft draft = new ProblemDraft(city.problem()).reference(plan);
            draft.off().remove(Rule.S5);
            draft.weights().put(Rule.S5, 1L);
            cities.add(new AllocationPart(draft.problem(), city.towns()));
        }
        List<Long> most = IntStream.range(0, cities.size())
                .mapToObj(city -> city == 1 ? 0L : 20L)
                .toList();

        AllocationResult result =
                AllocationSolve.near(cities, STEPS, byHand, most).run(SolveProgress.Listener.NONE);

        List<AllocationPlan> plans = AllocationPart.split(cities, result.plan());
        List<Long> moved = IntStream.range(0, cities.size())
                .mapToObj(city -> PlanScore.of(cities.get(city).problem(), plans.get(city))
                        .cost(Rule.S5))
                .toList();
        assertThat(plans.get(1)).isEqualTo(byHand.get(1));
        assertThat(moved.get(0)).isBetween(1L, 20L);
        assertThat(result.score()).isGreaterThan(result.startScore());
    }

    @Test
    void a_solve_sets_out_from_a_plan_that_reaches_beyond_its_parts() {
        AllocationProblem problem =
                city().townIn(0, 5).townIn(1, 5).pool("one", 4, 1).build();
        AllocationPlan before = new AllocationPlan(List.of(new AllocationPlan.Grant("one", 0, 0, 2)), List.of());

        AllocationResult result = AllocationSolve.from(problem, STEPS, before).run(SolveProgress.Listener.NONE);

        assertThat(result.score().isFeasible()).isTrue();
    }
}
