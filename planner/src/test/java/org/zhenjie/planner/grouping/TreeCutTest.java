package org.zhenjie.planner.grouping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Trees that are cut, against every way to cut them. */
class TreeCutTest {

    /** A random tree of ten units with loads and places drawn, three groups within a fifth of the mean; some units pinned. */
    private static GroupingProblem tree(int seed, boolean pinned) {
        Random random = new Random(seed);
        int size = 10;
        List<List<Integer>> near = new ArrayList<>();
        for (int unit = 0; unit < size; unit++) {
            near.add(new ArrayList<>());
            if (unit > 0) {
                int above = random.nextInt(unit);
                near.get(unit).add(above);
                near.get(above).add(unit);
            }
        }
        long[] loads = random.longs(size, 10, 40).toArray();
        int[] place = random.ints(size, 0, 100).toArray();
        long[][] distances = new long[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                distances[i][j] = Math.abs(place[i] - place[j]);
            }
        }
        long total = Arrays.stream(loads).sum();
        GroupingProblem free = new GroupingProblem(
                IntStream.range(0, size).mapToObj(String::valueOf).toList(),
                loads,
                distances,
                near.stream()
                        .map(one -> one.stream().mapToInt(Integer::intValue).toArray())
                        .toArray(int[][]::new),
                3,
                total * 4 / 15,
                total * 6 / 15);
        int[] pins = new int[size];
        Arrays.fill(pins, GroupingProblem.FREE);
        if (pinned) {
            pins[0] = 0;
            pins[9] = 1;
            pins[4] = 0;
        }
        return free.withPins(pins);
    }

    /** Least load outside the limits of all plans that are connected and keep the pins; Long.MAX_VALUE where there are none. */
    private static long leastOutside(GroupingProblem problem) {
        long least = Long.MAX_VALUE;
        for (int way = 0; way < 59_049; way++) {
            int rest = way;
            Integer[] groups = new Integer[problem.size()];
            for (int unit = 0; unit < groups.length; unit++, rest /= 3) {
                groups[unit] = rest % 3;
            }
            GroupingPlan.Account account = new GroupingPlan(List.of(groups)).account(problem);
            if (account.apart() == 0 && account.astray() == 0) {
                least = Math.min(least, account.outside());
            }
        }
        return least;
    }

    @Property(tries = 12)
    void a_tree_is_cut_nearly_as_close_to_the_limits_as_any_way_to_cut_it(@ForAll int seed, @ForAll boolean pinned) {
        GroupingProblem problem = tree(seed, pinned);
        long least = leastOutside(problem);
        int[] pins = pinned ? new int[] {0, 1} : new int[0];

        int[] cut = new FirstCut(problem, new SplittableRandom(seed), () -> false)
                .cut(IntStream.range(0, problem.size()).toArray(), new int[] {0, 1, 2}, pins);

        if (cut.length == 0) {
            assertThat(least).isPositive();
        } else {
            GroupingPlan.Account account =
                    new GroupingPlan(Arrays.stream(cut).boxed().toList()).account(problem);
            assertThat(account.apart() + account.astray()).isZero();
            // of states of nearly the same load one is kept: each group may be off by a class of load
            long width = problem.most() * 3 / 2 / 32 + 1;
            assertThat(account.outside()).isBetween(least, least + problem.groups() * width);
        }
    }

    @Property(tries = 50)
    void groups_that_are_cut_anew_stay_whole_and_keep_their_pins(@ForAll int seed, @ForAll boolean pinned) {
        GroupingProblem problem = tree(seed, pinned);
        int[] all = IntStream.range(0, problem.size()).toArray();
        SplittableRandom random = new SplittableRandom(seed);
        int[] start = new FirstCut(problem, random, () -> false)
                .cut(all, new int[] {0, 1, 2}, pinned ? new int[] {0, 1} : new int[0]);
        if (start.length == 0) {
            return;
        }
        GroupingPlan plan = new GroupingPlan(Arrays.stream(start).boxed().toList());
        int[] centres = plan.accounts(problem).stream()
                .mapToInt(GroupingPlan.Group::centre)
                .toArray();

        int[] cut = new Recutting(problem, random, () -> false).cut(all, start, centres, 1);

        GroupingPlan.Account account =
                new GroupingPlan(Arrays.stream(cut).boxed().toList()).account(problem);
        assertThat(account.apart() + account.astray()).isZero();
        assertThat(cost(problem, cut, centres) + account.outside())
                .isLessThanOrEqualTo(
                        cost(problem, start, centres) + plan.account(problem).outside());
    }

    private static long cost(GroupingProblem problem, int[] groups, int[] centres) {
        return IntStream.range(0, groups.length)
                .mapToLong(unit -> problem.loads()[unit] * problem.distances()[unit][centres[groups[unit]]])
                .sum();
    }

    @Test
    void units_far_beyond_the_limits_are_cut_like_any_others() {
        GroupingProblem row = new GroupingProblem(
                List.of("a", "b", "c"),
                new long[] {1_000_000, 1_000_000, 1_000_000},
                new long[3][3],
                new int[][] {{1}, {0, 2}, {1}},
                3,
                200,
                400);
        int[] cut = new FirstCut(row, new SplittableRandom(0), () -> false)
                .cut(new int[] {0, 1, 2}, new int[] {0, 1, 2}, new int[0]);
        assertThat(cut).containsExactlyInAnyOrder(0, 1, 2);
    }
}
