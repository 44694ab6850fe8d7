package org.zhenjie.planner.grouping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Outlines of groups of squares, each of side 10, against the sides counted one by one. */
class CompactnessTest {
    private static final int WIDE = 5;
    private static final int HIGH = 4;

    private static GroupingProblem squares(int groups, long weight) {
        int size = WIDE * HIGH;
        int[][] neighbours = new int[size][];
        long[][] distances = new long[size][size];
        for (int unit = 0; unit < size; unit++) {
            int at = unit;
            neighbours[unit] = IntStream.range(0, size)
                    .filter(other -> apart(at, other) == 1)
                    .toArray();
            Arrays.setAll(distances[unit], other -> apart(at, other));
        }
        long[] loads = new long[size];
        Arrays.fill(loads, 1);
        long[] areas = new long[size];
        Arrays.fill(areas, 100);
        long[] perimeters = new long[size];
        Arrays.fill(perimeters, 40);
        long[][] borders = Arrays.stream(neighbours)
                .map(near -> Arrays.stream(near).mapToLong(other -> 10).toArray())
                .toArray(long[][]::new);
        return new GroupingProblem(
                        IntStream.range(0, size).mapToObj(String::valueOf).toList(),
                        loads,
                        distances,
                        neighbours,
                        groups,
                        0,
                        size)
                .with(new Compactness(weight, areas, perimeters, borders));
    }

    private static int apart(int one, int other) {
        return Math.abs(one % WIDE - other % WIDE) + Math.abs(one / WIDE - other / WIDE);
    }

    /** Sides of squares in a set beyond which there is no square of the set. */
    private static long counted(List<Integer> members) {
        long sides = 0;
        for (int unit : members) {
            int x = unit % WIDE;
            int y = unit / WIDE;
            sides += x > 0 && members.contains(unit - 1) ? 0 : 1;
            sides += x < WIDE - 1 && members.contains(unit + 1) ? 0 : 1;
            sides += y > 0 && members.contains(unit - WIDE) ? 0 : 1;
            sides += y < HIGH - 1 && members.contains(unit + WIDE) ? 0 : 1;
        }
        return 10 * sides;
    }

    @Test
    void a_disc_has_the_ratio_1_and_a_square_that_of_a_quarter_of_pi() {
        assertThat(Compactness.ratio(314_159_265, 62_832)).isCloseTo(1, within(1e-4));
        assertThat(Compactness.ratio(100, 40)).isCloseTo(Math.PI / 4, within(1e-12));
    }

    @Test
    void a_group_costs_what_it_lacks_of_a_disc_times_the_weight() {
        GroupingProblem problem = squares(2, 1_000_000);

        // five squares in a row: 4 pi 500 / 120²
        assertThat(problem.compactness().orElseThrow().cost(problem, new int[] {0, 1, 2, 3, 4}))
                .isEqualTo(Math.round(1_000_000 * (1 - 4 * Math.PI * 500 / (120.0 * 120))));
    }

    @Property(tries = 200)
    void the_perimeter_of_a_group_is_that_of_its_sides(@ForAll int seed) {
        GroupingProblem problem = squares(2, 1);
        Random random = new Random(seed);
        int[] members = IntStream.range(0, problem.size())
                .filter(unit -> random.nextBoolean())
                .toArray();

        assertThat(problem.compactness().orElseThrow().perimeter(problem, members))
                .isEqualTo(counted(Arrays.stream(members).boxed().toList()));
    }

    @Property(tries = 50)
    void outlines_that_follow_moves_cost_what_plain_accounting_finds(
            @ForAll int seed, @ForAll @IntRange(min = 1, max = 6) int groups) {
        GroupingProblem problem = squares(groups, 12_345);
        Random random = new Random(seed);
        int[] groupOf = random.ints(problem.size(), 0, groups).toArray();
        Outlines outlines = new Outlines(problem);
        outlines.begin(groupOf);
        for (int move = 0; move < 40; move++) {
            int unit = random.nextInt(problem.size());
            int to = random.nextInt(groups);
            if (groupOf[unit] != to) {
                outlines.move(unit, groupOf[unit], to, groupOf);
                groupOf[unit] = to;
            }
        }

        long ragged = new GroupingPlan(Arrays.stream(groupOf).boxed().toList())
                .accounts(problem).stream()
                        .mapToLong(GroupingPlan.Group::ragged)
                        .sum();
        assertThat(outlines.cost()).isEqualTo(ragged);
    }
}
