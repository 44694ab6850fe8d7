package org.zhenjie.planner.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.zhenjie.planner.grouping.GroupingProblem;

/**
 * A made-up grouping: units in a plane, of which some touch.
 *
 * @param shape which units touch
 * @param units how many units, 2 or more; of a grid as many as fill it
 * @param groups how many groups
 * @param tolerance how far a group's load may be off the mean, as a share of it
 * @param hidden whether loads are such that groups exist which all have the mean load; else every load is drawn on its own
 */
public record GroupingDraw(Shape shape, int units, int groups, double tolerance, boolean hidden) {
    private static final int STEP = 1_000;
    private static final int MOST_LOAD = 50;

    /** Which units touch. */
    public enum Shape {
        /** Rows and columns. */
        GRID,
        /** Places drawn in a square; two touch where no third lies in the circle over them (Gabriel and Sokal 1969). */
        PLACES,
        /** The shortest tree over such places. */
        TREE,
        /** One after the other. */
        ROW;

        /** What it is called. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** From few units to many, from loose limits to tight ones. */
    public static final List<GroupingDraw> USUAL = List.of(
            new GroupingDraw(Shape.GRID, 25, 3, 0.2, false),
            new GroupingDraw(Shape.GRID, 64, 6, 0.1, false),
            new GroupingDraw(Shape.GRID, 100, 20, 0.05, false),
            new GroupingDraw(Shape.GRID, 400, 20, 0.02, false),
            new GroupingDraw(Shape.GRID, 2_000, 60, 0.1, false),
            new GroupingDraw(Shape.PLACES, 40, 8, 0.01, true),
            new GroupingDraw(Shape.PLACES, 51, 7, 0.1, false),
            new GroupingDraw(Shape.PLACES, 200, 10, 0.01, false),
            new GroupingDraw(Shape.PLACES, 600, 40, 0.05, false),
            new GroupingDraw(Shape.PLACES, 2_000, 20, 0.05, false),
            new GroupingDraw(Shape.TREE, 200, 20, 0.05, true),
            new GroupingDraw(Shape.ROW, 200, 20, 0.01, true));

    /** The problem; the same for the same seed. */
    public GroupingProblem problem(long seed) {
        Random random = new Random(seed * 31 + units * 7L + groups);
        int[][] places = places(random);
        int[][] near = near(places);
        long[] loads = hidden
                ? loadsOf(hiddenGroups(near, random), random)
                : random.longs(units, 1, MOST_LOAD + 1).toArray();
        long[][] distances = new long[units][units];
        for (int i = 0; i < units; i++) {
            for (int j = 0; j < units; j++) {
                distances[i][j] = Math.round(Math.sqrt(square(places[i], places[j])));
            }
        }
        double mean = (double) LongStream.of(loads).sum() / groups;
        return new GroupingProblem(
                IntStream.range(0, units).mapToObj(i -> "u" + i).toList(),
                loads,
                distances,
                near,
                groups,
                (long) Math.ceil(mean * (1 - tolerance)),
                (long) (mean * (1 + tolerance)));
    }

    private int[][] places(Random random) {
        int wide = (int) Math.ceil(Math.sqrt(units));
        return IntStream.range(0, units)
                .mapToObj(unit -> switch (shape) {
                    case GRID -> new int[] {unit % wide * STEP, unit / wide * STEP};
                    case PLACES, TREE -> new int[] {random.nextInt(wide * STEP), random.nextInt(wide * STEP)};
                    case ROW -> new int[] {unit * STEP, 0};
                })
                .toArray(int[][]::new);
    }

    private int[][] near(int[][] places) {
        List<TreeSet<Integer>> near = IntStream.range(0, units)
                .mapToObj(unit -> new TreeSet<Integer>())
                .toList();
        switch (shape) {
            case GRID, ROW -> {
                for (int i = 0; i < units; i++) {
                    for (int j = 0; j < i; j++) {
                        touch(near, i, j, square(places[i], places[j]) == (long) STEP * STEP);
                    }
                }
            }
            case PLACES -> {
                for (int i = 0; i < units; i++) {
                    for (int j = 0; j < i; j++) {
                        touch(near, i, j, isCircleEmpty(places, i, j));
                    }
                }
            }
            case TREE -> plant(near, places);
        }
        return near.stream()
                .map(one -> one.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    private static void touch(List<TreeSet<Integer>> near, int one, int other, boolean touches) {
        if (touches) {
            near.get(one).add(other);
            near.get(other).add(one);
        }
    }

    private static boolean isCircleEmpty(int[][] places, int i, int j) {
        long across = square(places[i], places[j]);
        for (int k = 0; k < places.length; k++) {
            if (k != i && k != j && square(places[i], places[k]) + square(places[k], places[j]) < across) {
                return false;
            }
        }
        return true;
    }

    /** The shortest tree, grown from the first unit (Prim 1957). */
    private static void plant(List<TreeSet<Integer>> near, int[][] places) {
        int[] from = new int[places.length];
        boolean[] placed = new boolean[places.length];
        placed[0] = true;
        for (int count = 1; count < places.length; count++) {
            int best = -1;
            for (int unit = 0; unit < places.length; unit++) {
                boolean nearer = !placed[unit]
                        && (best < 0
                                || square(places[unit], places[from[unit]]) < square(places[best], places[from[best]]));
                best = nearer ? unit : best;
            }
            placed[best] = true;
            touch(near, best, from[best], true);
            for (int unit = 0; unit < places.length; unit++) {
                boolean nearer = square(places[unit], places[best]) < square(places[unit], places[from[unit]]);
                from[unit] = nearer ? best : from[unit];
            }
        }
    }

    /** Groups that grow by turns, the smallest that can, each by a free unit beside it. */
    private int[] hiddenGroups(int[][] near, Random random) {
        int[] group = new int[units];
        Arrays.fill(group, -1);
        int[] size = new int[groups];
        for (int of = 0; of < groups; of++) {
            int unit = random.nextInt(units);
            while (group[unit] >= 0) {
                unit = random.nextInt(units);
            }
            group[unit] = of;
            size[of] = 1;
        }
        for (int left = units - groups; left > 0; left--) {
            List<Integer> beside = List.of();
            int smallest = 0;
            for (int of = 0; of < groups; of++) {
                List<Integer> free =
                        size[of] < size[smallest] || beside.isEmpty() ? beside(of, group, near) : List.of();
                if (!free.isEmpty()) {
                    smallest = of;
                    beside = free;
                }
            }
            group[beside.get(random.nextInt(beside.size()))] = smallest;
            size[smallest]++;
        }
        return group;
    }

    private static List<Integer> beside(int of, int[] group, int[][] near) {
        List<Integer> free = new ArrayList<>();
        for (int unit = 0; unit < group.length; unit++) {
            if (group[unit] < 0 && IntStream.of(near[unit]).anyMatch(next -> group[next] == of)) {
                free.add(unit);
            }
        }
        return free;
    }

    /** Loads by which each group has the same. */
    private long[] loadsOf(int[] group, Random random) {
        long[] loads = new long[units];
        int[] size = new int[groups];
        for (int of : group) {
            size[of]++;
        }
        long[] left = new long[groups];
        Arrays.fill(left, (long) MOST_LOAD * units / groups);
        for (int unit = 0; unit < units; unit++) {
            int of = group[unit];
            long even = left[of] / size[of];
            loads[unit] = --size[of] == 0 ? left[of] : even / 2 + random.nextLong(even + 1);
            left[of] -= loads[unit];
        }
        return loads;
    }

    private static long square(int[] one, int[] other) {
        long x = one[0] - other[0];
        long y = one[1] - other[1];
        return x * x + y * y;
    }
}
