package org.zhenjie.planner.grouping.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.grouping.GroupingPlan;
import org.zhenjie.planner.grouping.GroupingProblem;
import org.zhenjie.planner.grouping.GroupingStart;
import org.zhenjie.planner.search.Solved;
import org.zhenjie.planner.search.StagedSolve;

class GroupingSolveTest {

    private static Solved<GroupingPlan> solve(GroupingProblem problem, long steps) {
        return GroupingSolve.of(problem, new SolveOptions(1, OptionalLong.of(steps), Optional.empty()))
                .run((cost, bound) -> {});
    }

    /** The least cost of all ways to put units into numbered groups; Long.MAX_VALUE where none keeps the rules. */
    private static long leastOfAll(GroupingProblem problem) {
        long least = Long.MAX_VALUE;
        int ways = (int) Math.pow(problem.groups(), problem.size() - 1);
        for (int way = 0; way < ways; way++) {
            List<Integer> groups = new ArrayList<>(List.of(0));
            for (int rest = way; groups.size() < problem.size(); rest /= problem.groups()) {
                groups.add(rest % problem.groups());
            }
            GroupingPlan.Account account = new GroupingPlan(groups).account(problem);
            if (account.isFeasible()) {
                least = Math.min(least, account.cost());
            }
        }
        return least;
    }

    @Property(tries = 10)
    void a_small_case_is_solved_to_the_least_cost_of_all_its_ways(@ForAll @IntRange(max = 100_000) int seed) {
        GroupingProblem problem = Lattices.drawn(seed, 3, 3, 3);
        long least = leastOfAll(problem);

        Solved<GroupingPlan> solved = solve(problem, 3_000);

        if (least == Long.MAX_VALUE) {
            assertThat(solved.feasible()).isFalse();
        } else {
            assertThat(solved.cost()).isEqualTo(least);
            assertThat(solved.bound()).isLessThanOrEqualTo(least);
        }
    }

    @Property(tries = 10)
    void pinned_units_stay_and_the_rest_comes_near_the_least_of_all_ways(@ForAll @IntRange(max = 100_000) int seed) {
        GroupingProblem problem = Lattices.pinned(Lattices.drawn(seed, 3, 3, 3), 0, -1, -1, -1, 1, -1, 0, -1, -1);
        long least = leastOfAll(problem);

        Solved<GroupingPlan> solved = solve(problem, 3_000);

        assertThat(solved.plan().account(problem).astray()).isZero();
        assertThat(solved.feasible()).isEqualTo(least < Long.MAX_VALUE);
        if (solved.feasible()) {
            assertThat(solved.cost()).isBetween(least, least + least / 5);
        }
    }

    @Test
    void a_plan_behind_a_wall_of_overload_is_found() {
        GroupingProblem problem = Lattices.pinned(Lattices.drawn(4021, 3, 3, 3), 0, -1, -1, -1, 1, -1, 0, -1, -1);

        assertThat(leastOfAll(problem)).isLessThan(Long.MAX_VALUE);
        assertThat(solve(problem, 3_000).feasible()).isTrue();
    }

    @Test
    void pinned_units_that_others_wall_off_are_told_as_not_kept() {
        GroupingProblem problem = Lattices.pinned(Lattices.drawn(1, 3, 1, 2), 0, 1, 0);

        assertThat(solve(problem, 20).feasible()).isFalse();
    }

    @Test
    void groups_without_a_unit_left_for_them_are_told_as_not_kept() {
        GroupingProblem problem = Lattices.pinned(Lattices.drawn(1, 3, 1, 3), 0, 0, 1);

        assertThat(solve(problem, 20).feasible()).isFalse();
    }

    @Test
    void a_hundred_units_fall_into_connected_groups_within_the_limits() {
        GroupingProblem problem = Lattices.drawn(4, 10, 10, 9);
        Solved<GroupingPlan> solved = solve(problem, 1_500);

        assertThat(solved.feasible()).isTrue();
        assertThat(solved.plan().account(problem)).isEqualTo(new GroupingPlan.Account(solved.cost(), 0, 0, 0));
        assertThat(solved.gap().orElseThrow()).isBetween(0.0, 0.1);
    }

    @Test
    void seed_and_steps_decide_the_plan() {
        GroupingProblem problem = Lattices.drawn(5, 8, 8, 5);

        assertThat(solve(problem, 300)).isEqualTo(solve(problem, 300));
    }

    @Property(tries = 5)
    void the_last_search_makes_no_plan_worse(@ForAll @IntRange(max = 100_000) int seed) {
        GroupingProblem problem = Lattices.drawn(seed, 8, 8, 6);
        Solved<GroupingPlan> before = new GroupingStart(
                        problem, new SolveOptions(1, OptionalLong.of(270), Optional.empty()))
                .run((cost, bound) -> {});

        Solved<GroupingPlan> solved = solve(problem, 300);

        assertThat(before.feasible()).isTrue();
        assertThat(solved.feasible()).isTrue();
        assertThat(solved.cost()).isLessThanOrEqualTo(before.cost());
    }

    @Test
    void the_search_library_finds_nothing_wrong_with_its_own_scores() {
        GroupingProblem problem = Lattices.drawn(3, 9, 9, 3);
        SolveOptions options = new SolveOptions(1, OptionalLong.of(600), Optional.empty());

        Solved<GroupingPlan> solved = new StagedSolve<>(
                        new GroupingSolve(problem, EnvironmentMode.FULL_ASSERT), options)
                .run((cost, bound) -> {});

        assertThat(solved.feasible()).isTrue();
        assertThat(solved.steps()).isEqualTo(600);
    }

    @Test
    void a_group_in_two_pieces_is_counted_as_apart() {
        GroupingProblem problem = Lattices.drawn(1, 3, 1, 2);

        assertThat(new GroupingPlan(List.of(0, 1, 0)).account(problem).apart()).isEqualTo(1);
        assertThat(new GroupingPlan(List.of(0, 0, 1)).account(problem).apart()).isZero();
    }

    @Test
    void a_unit_above_the_most_load_makes_it_impossible() {
        GroupingProblem problem = new GroupingProblem(
                List.of("a", "b"), new long[] {9, 1}, new long[2][2], new int[][] {{1}, {0}}, 2, 4, 6);

        Solved<GroupingPlan> solved = solve(problem, 10);

        assertThat(solved.feasible()).isFalse();
        assertThat(solved.impossible()).isTrue();
    }

    @Property(tries = 5)
    void outlines_count_so_that_a_small_case_is_solved_to_the_least_cost_of_all_its_ways(
            @ForAll @IntRange(max = 100_000) int seed) {
        GroupingProblem problem = Lattices.withOutlines(Lattices.drawn(seed, 3, 3, 3), 60_000);
        long least = leastOfAll(problem);

        Solved<GroupingPlan> solved = solve(problem, 3_000);

        assertThat(solved.feasible()).isEqualTo(least < Long.MAX_VALUE);
        if (solved.feasible()) {
            assertThat(solved.cost()).isEqualTo(least);
            assertThat(solved.bound()).isLessThanOrEqualTo(least);
        }
    }

    @Test
    void a_long_row_with_one_way_to_cut_it_is_cut_so() {
        GroupingProblem problem = Lattices.row(20, 12, 0.0);

        Solved<GroupingPlan> solved = solve(problem, 200);

        assertThat(solved.feasible()).isTrue();
        assertThat(solved.plan().accounts(problem)).allMatch(group -> group.load() == 120);
    }

    @Property(tries = 3)
    void a_row_with_pins_is_cut_within_one_per_cent(@ForAll @IntRange(max = 100_000) int seed) {
        GroupingProblem problem = Lattices.row(12, 15, 0.01).withPins(Lattices.firstUnitsPinned(seed, 180, 15));

        assertThat(solve(problem, 600).feasible()).isTrue();
    }
}
