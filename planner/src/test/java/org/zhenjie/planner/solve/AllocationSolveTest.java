package org.zhenjie.planner.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhenjie.planner.CityBuilder.city;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.zhenjie.planner.AnyCity;
import org.zhenjie.planner.Cities;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationPlan.Grant;
import org.zhenjie.planner.allocation.AllocationPlan.Posting;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationProblem.Place;
import org.zhenjie.planner.allocation.AllocationResult;
import org.zhenjie.planner.allocation.AllocationResult.StoppedBy;
import org.zhenjie.planner.allocation.PlanScore;
import org.zhenjie.planner.allocation.Rule;
import org.zhenjie.planner.allocation.Score;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.allocation.SolveProgress;

@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AllocationSolveTest {

    private static final SolveOptions FOR_AN_HOUR =
            new SolveOptions(1, OptionalLong.empty(), Optional.of(Duration.ofHours(1)));

    private static SolveOptions steps(long steps) {
        return new SolveOptions(1, OptionalLong.of(steps), Optional.empty());
    }

    private static AllocationResult solve(AllocationProblem problem, SolveOptions options) {
        return new AllocationSolve(problem, options).run(SolveProgress.Listener.NONE);
    }

    @Test
    void a_solve_without_any_limit_is_refused() {
        assertThatThrownBy(() -> new SolveOptions(1, OptionalLong.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Nested
    class Ends {

        @Test
        void at_the_step_limit() {
            AllocationResult result = solve(Cities.SMALL.problem(1), steps(25));

            assertThat(result.steps()).isEqualTo(25);
            assertThat(result.stoppedBy()).isEqualTo(StoppedBy.STEPS);
        }

        @Test
        void at_the_time_limit() {
            AllocationResult result = solve(
                    Cities.SMALL.problem(1),
                    new SolveOptions(1, OptionalLong.empty(), Optional.of(Duration.ofMillis(1_500))));

            assertThat(result.stoppedBy()).isEqualTo(StoppedBy.TIME);
        }

        @Test
        void with_the_plan_made_by_hand_or_better_where_there_is_no_time_at_all() {
            AllocationResult result = solve(
                    Cities.SMALL.problem(1), new SolveOptions(1, OptionalLong.empty(), Optional.of(Duration.ZERO)));

            assertThat(result.score()).isGreaterThanOrEqualTo(result.startScore());
            assertThat(result.steps()).isZero();
        }

        @Test
        void with_the_start_where_no_step_is_allowed() {
            AllocationResult result = solve(Cities.SMALL.problem(1), steps(0));

            assertThat(result.score()).isGreaterThanOrEqualTo(result.startScore());
            assertThat(result.stoppedBy()).isEqualTo(StoppedBy.STEPS);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 3, 10, 40})
        void at_the_bound_itself_where_there_are_pools_alone(int towns) {
            AllocationProblem problem = new Cities(3, towns, 0, 0, 1).problem(towns);

            AllocationResult result = solve(problem, steps(100_000));

            assertThat(result.stoppedBy()).isEqualTo(StoppedBy.BOUND);
            assertThat(result.gap()).hasValue(0);
        }

        @Test
        void in_the_face_of_nothing_to_decide() {
            AllocationResult result = solve(city().town(5).holding(2).build(), steps(10));

            assertThat(result.plan()).isEqualTo(AllocationPlan.EMPTY);
            assertThat(result.score().medium()).isEqualTo(-3);
            assertThat(result.stoppedBy()).isEqualTo(StoppedBy.BOUND);
        }

        @Test
        void in_the_face_of_nothing_to_decide_and_a_floor_nobody_can_keep() {
            AllocationResult result = solve(city().town(5).floor(5).build(), steps(10));

            assertThat(result.yardstick()).isEmpty();
            assertThat(result.score().hard()).isEqualTo(-5);
        }

        @Test
        void where_no_move_can_be_made_and_no_rule_be_kept() {
            AllocationResult result =
                    solve(city().town(9).floor(6).pool("empty", 0).build(), steps(10));

            assertThat(result.score().hard()).isEqualTo(-6);
        }

        @Test
        void where_every_move_makes_the_plan_worse() {
            // the block of 3 would fill the need of 2 best if it could be split: the bound is out of reach and the
            // search at its end
            AllocationProblem problem = city().town(2)
                    .town(2)
                    .weight(Rule.S3, 1_000)
                    .department("D", 9, 0)
                    .block("B", 3)
                    .metres(0, 100_000)
                    .build();

            AllocationResult result = solve(problem, steps(200));

            assertThat(result.plan().postings()).containsExactly(new Posting("B", 0, 0));
        }

        @ParameterizedTest
        @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19})
        void whatever_the_problem(long seed) {
            AllocationProblem problem = AnyCity.MIXED.problem(seed);

            AllocationResult result = solve(problem, steps(200));

            assertThat(result.score())
                    .isEqualTo(PlanScore.of(problem, result.plan()).score())
                    .isGreaterThanOrEqualTo(result.startScore());
            result.aboveBound().ifPresent(above -> assertThat(above).isNotNegative());
            assertThat(result.avoidableShortfall()).isNotNegative();
        }
    }

    @Nested
    class Cancelled {

        @ParameterizedTest
        @ValueSource(longs = {0, 1, 5, 20, 60, 150, 400, 900})
        void it_returns_at_once_with_the_best_so_far(long millis) throws Exception {
            AllocationProblem problem = Cities.SMALL.problem(2);
            AtomicReference<Score> heard = new AtomicReference<>();
            AllocationSolve solve = new AllocationSolve(problem, FOR_AN_HOUR);
            CompletableFuture<AllocationResult> running =
                    CompletableFuture.supplyAsync(() -> solve.run(progress -> heard.set(progress.best())));

            Thread.sleep(millis);
            solve.cancel();
            AllocationResult result = running.get(60, TimeUnit.SECONDS);

            assertThat(result.stoppedBy()).isEqualTo(StoppedBy.CANCELLED);
            assertThat(result.score()).isGreaterThanOrEqualTo(heard.get());
        }

        @Test
        void with_its_first_plan_it_does_not_wait_for_the_bound() {
            AllocationProblem large = new Cities(40, 13, 8, 100, 12).problem(1);
            AllocationSolve solve = new AllocationSolve(large, FOR_AN_HOUR);

            AllocationResult result = solve.run(progress -> solve.cancel());

            assertThat(result.stoppedBy()).isEqualTo(StoppedBy.CANCELLED);
            assertThat(result.yardstick()).isEmpty();
        }

        @Test
        void before_it_begins_it_gives_the_plan_made_by_hand() {
            AllocationSolve solve = new AllocationSolve(Cities.SMALL.problem(2), FOR_AN_HOUR);
            solve.cancel();

            AllocationResult result = solve.run(SolveProgress.Listener.NONE);

            assertThat(result.stoppedBy()).isEqualTo(StoppedBy.CANCELLED);
            assertThat(result.score()).isEqualTo(result.startScore());
        }

        @Test
        void from_its_own_listener_it_ends_too() {
            AtomicReference<AllocationSolve> itself = new AtomicReference<>();
            AllocationSolve solve = new AllocationSolve(Cities.SMALL.problem(2), FOR_AN_HOUR);
            itself.set(solve);

            AllocationResult result = solve.run(progress -> itself.get().cancel());

            assertThat(result.stoppedBy()).isEqualTo(StoppedBy.CANCELLED);
        }

        @Test
        void after_the_end_it_changes_nothing() {
            AllocationSolve solve = new AllocationSolve(Cities.SMALL.problem(2), steps(10));
            AllocationResult result = solve.run(SolveProgress.Listener.NONE);

            solve.cancel();

            assertThat(result.stoppedBy()).isEqualTo(StoppedBy.STEPS);
        }
    }

    @Nested
    class Progress {

        private List<SolveProgress> heardOf(AllocationProblem problem, SolveOptions options) {
            List<SolveProgress> heard = new ArrayList<>();
            new AllocationSolve(problem, options).run(heard::add);
            return heard;
        }

        @Test
        void never_gets_worse_and_never_goes_back_in_time() {
            List<SolveProgress> heard = heardOf(Cities.SMALL.problem(3), steps(1_000));

            assertThat(heard).hasSizeGreaterThan(1);
            assertThat(heard).extracting(SolveProgress::best).isSorted();
            assertThat(heard).extracting(SolveProgress::elapsedMillis).isSorted();
        }

        @ParameterizedTest
        @ValueSource(longs = {0, 50, 500})
        void ends_with_the_plan_of_the_result(long limit) {
            List<SolveProgress> heard = new ArrayList<>();
            AllocationResult result = new AllocationSolve(Cities.SMALL.problem(3), steps(limit)).run(heard::add);

            assertThat(heard.get(heard.size() - 1).plan()).isEqualTo(result.plan());
        }

        @Test
        void tells_each_plan_with_its_own_score() {
            AllocationProblem problem = Cities.SMALL.problem(3);

            assertThat(heardOf(problem, steps(500)))
                    .allSatisfy(progress -> assertThat(progress.best())
                            .isEqualTo(PlanScore.of(problem, progress.plan()).score()));
        }

        @Test
        void begins_with_the_plan_made_by_hand() {
            AllocationProblem problem = Cities.SMALL.problem(3);

            SolveProgress first = heardOf(problem, steps(10)).get(0);

            assertThat(first.best()).isEqualTo(solve(problem, steps(10)).startScore());
        }
    }

    @Nested
    class The_same_seed_and_steps {

        @ParameterizedTest
        @ValueSource(longs = {1, 2, 3})
        void give_the_same_plan_however_slowly_it_is_watched(long seed) {
            AllocationProblem problem = Cities.SMALL.problem(seed);

            AllocationResult watched = new AllocationSolve(problem, steps(200)).run(progress -> pause());

            assertThat(watched.plan()).isEqualTo(solve(problem, steps(200)).plan());
        }

        @Test
        void give_the_same_plan_in_full_assert_mode() {
            AllocationProblem problem = Cities.SMALL.problem(4);

            AllocationResult asserted = new AllocationSolve(problem, steps(40), EnvironmentMode.FULL_ASSERT)
                    .run(SolveProgress.Listener.NONE);

            assertThat(asserted.plan()).isEqualTo(solve(problem, steps(40)).plan());
        }

        private static void pause() {
            try {
                Thread.sleep(20);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {100, 101, 102, 103, 104, 105, 106, 107})
    void stands_the_assertions_of_the_search_library_with_pins_and_bans_and_a_reference(long seed) {
        AllocationProblem problem = AnyCity.MIXED.problem(seed);

        AllocationResult result =
                new AllocationSolve(problem, steps(40), EnvironmentMode.FULL_ASSERT).run(SolveProgress.Listener.NONE);

        assertThat(result.score())
                .isEqualTo(PlanScore.of(problem, result.plan()).score());
    }

    @Test
    void pinned_decisions_are_kept() {
        AllocationProblem problem = city().town(20, 10)
                .town(10, 10)
                .town(15, 5)
                .pool("city", 20)
                .department("D", 30, 5)
                .block("here", 4)
                .block("stays", 4)
                .block("free", 3)
                .block("also", 2)
                .pin("city", 2, 0, 0)
                .pinPlatform("city", 1, 1, 7, 7)
                .pinBlock("here", new Place(2, 1))
                .limitBlock("stays")
                .build();

        AllocationResult result = solve(problem, steps(300));

        assertThat(result.score().isFeasible()).isTrue();
        assertThat(result.plan().postings())
                .contains(new Posting("here", 2, 1))
                .noneMatch(posting -> posting.block().equals("stays"));
        assertThat(result.plan().grants()).contains(new Grant("city", 1, 1, 7)).noneMatch(grant -> grant.town() == 2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void the_search_improves_on_its_start_wherever_blocks_are_mixed(long seed) {
        AllocationResult result = solve(Cities.SMALL.problem(seed), steps(300));

        assertThat(result.score()).isGreaterThan(result.startScore());
    }

    @Test
    void without_the_pools_size_posts_are_granted_as_far_as_balance_asks() {
        AllocationProblem problem = city().off(Rule.H1)
                .town(10)
                .holding(100)
                .town(10)
                .pool("city", 0)
                .build();

        AllocationResult result = solve(problem, steps(500));

        assertThat(result.gap()).hasValue(0);
    }
}
