package org.zhenjie.planner.consolidation.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.consolidation.ConsolidationProblem;
import org.zhenjie.planner.consolidation.ConsolidationResult;
import org.zhenjie.planner.consolidation.ConsolidationResult.StoppedBy;
import org.zhenjie.planner.consolidation.Sites;

/** Whole solves. */
class ConsolidationSolveTest {
    private static SolveOptions steps(long steps) {
        return new SolveOptions(3, OptionalLong.of(steps), Optional.of(Duration.ofSeconds(60)));
    }

    private static ConsolidationResult solved(ConsolidationProblem problem, long steps) {
        return new ConsolidationSolve(problem, steps(steps)).run((cost, bound) -> {});
    }

    private static void assertLeast(ConsolidationProblem problem) {
        OptionalLong least = Sites.least(problem);
        ConsolidationResult result = solved(problem, 3_000);
        assertThat(result.account().isFeasible()).isEqualTo(least.isPresent());
        if (least.isPresent()) {
            assertThat(result.account().cost()).isEqualTo(least.getAsLong());
            assertThat(result.bound()).isLessThanOrEqualTo(least.getAsLong());
            assertThat(result.impossible()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void small_cases_are_solved_to_the_least_cost_of_all_plans(long seed) {
        assertLeast(Sites.drawn(7, 0, seed).keep(1));
        assertLeast(Sites.drawn(7, 0, seed).keep(3));
        assertLeast(Sites.drawn(7, 3, seed).keep(3));
        assertLeast(Sites.drawn(7, 0, seed).cover(60, "1").keep(2));
        assertLeast(Sites.drawn(7, 0, seed).cover(35, "0.8").keep(3));
        assertLeast(
                Sites.drawn(7, 0, seed).closed(0, 1).closed(2, 1).closed(3, 4).keep(2));
    }

    @Test
    void the_search_library_finds_nothing_wrong_with_its_own_scores() {
        for (Sites sites : new Sites[] {
            Sites.drawn(12, 4, 1), Sites.drawn(12, 0, 2).cover(30, "0.9").closed(1, 2)
        }) {
            ConsolidationResult result = new ConsolidationSolve(sites.keep(4), steps(300), EnvironmentMode.FULL_ASSERT)
                    .run((cost, bound) -> {});
            assertThat(result.account().notKept()).isZero();
        }
    }

    @Test
    void the_same_seed_and_steps_give_the_same_plan() {
        ConsolidationProblem problem = Sites.drawn(60, 6, 9).keep(6);
        ConsolidationResult once = solved(problem, 500);
        assertThat(once.steps()).isPositive();
        assertThat(solved(problem, 500)).isEqualTo(once);
    }

    @Test
    void too_little_room_is_proven_at_once() {
        ConsolidationResult result =
                solved(Sites.onALine(0, 1, 2, 3).capacity(1).keep(2), 100);
        assertThat(result.impossible()).isTrue();
        assertThat(result.account().isFeasible()).isFalse();
        assertThat(result.gap()).isEmpty();
    }

    @Test
    void two_islands_cannot_share_one_site() {
        Sites sites = Sites.onALine(0, 1, 100, 101);
        for (int i = 0; i < 2; i++) {
            for (int j = 2; j < 4; j++) {
                sites.closed(i, j).closed(j, i);
            }
        }
        assertThat(solved(sites.keep(1), 100).impossible()).isTrue();
        assertThat(solved(sites.keep(2), 100).account().cost()).isEqualTo(2);
    }

    @Test
    void cancelling_ends_it_soon_with_a_plan() throws Exception {
        ConsolidationSolve solve = new ConsolidationSolve(
                Sites.drawn(300, 30, 4).keep(30),
                new SolveOptions(0, OptionalLong.empty(), Optional.of(Duration.ofMinutes(5))));
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<ConsolidationResult> result =
                CompletableFuture.supplyAsync(() -> solve.run((cost, bound) -> begun.countDown()));
        begun.await(60, TimeUnit.SECONDS);
        solve.cancel();
        assertThat(result.get(20, TimeUnit.SECONDS).stoppedBy()).isEqualTo(StoppedBy.CANCELLED);
    }

    @Test
    void cancelled_before_it_begins_it_still_answers() {
        ConsolidationSolve solve = new ConsolidationSolve(Sites.drawn(50, 0, 4).keep(5), steps(100));
        solve.cancel();
        ConsolidationResult result = solve.run((cost, bound) -> {});
        assertThat(result.stoppedBy()).isEqualTo(StoppedBy.CANCELLED);
        assertThat(result.account().notKept()).isZero();
    }

    @Test
    void hundreds_of_sites_come_near_the_bound() {
        ConsolidationResult result = solved(Sites.drawn(300, 0, 12).keep(60), 2_000);
        assertThat(result.gap().orElseThrow()).isCloseTo(0, within(0.002));
        assertThat(Arrays.asList(StoppedBy.BOUND, StoppedBy.STEPS)).contains(result.stoppedBy());
    }
}
