package org.zhenjie.planner.grouping.solve;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.zhenjie.planner.grouping.Compactness;
import org.zhenjie.planner.grouping.GroupingProblem;

/** Made cases. */
final class Lattices {
    private Lattices() {}

    /** A lattice with loads drawn at random, groups within a quarter of the mean. */
    static GroupingProblem drawn(long seed, int wide, int high, int groups) {
        Random random = new Random(seed);
        int size = wide * high;
        long[] loads = random.longs(size, 5, 30).toArray();
        long[][] distances = new long[size][size];
        int[][] neighbours = new int[size][];
        for (int unit = 0; unit < size; unit++) {
            int x = unit % wide;
            int y = unit / wide;
            for (int other = 0; other < size; other++) {
                distances[unit][other] = Math.round(1_000 * Math.hypot(x - other % wide, y - other / wide));
            }
            neighbours[unit] = IntStream.range(0, size)
                    .filter(other -> Math.abs(x - other % wide) + Math.abs(y - other / wide) == 1)
                    .toArray();
        }
        double mean = (double) IntStream.range(0, size).mapToLong(i -> loads[i]).sum() / groups;
        List<String> ids = IntStream.range(0, size).mapToObj(i -> "u" + i).toList();
        return new GroupingProblem(
                ids, loads, distances, neighbours, groups, (long) Math.ceil(0.75 * mean), (long) (1.25 * mean));
    }

    /** The same with pins. */
    static GroupingProblem pinned(GroupingProblem free, int... pins) {
        return free.withPins(pins);
    }

    /** The same with units that are squares of side 1,000, in which outlines count. */
    static GroupingProblem withOutlines(GroupingProblem plain, long weight) {
        long[] areas = new long[plain.size()];
        Arrays.fill(areas, 1_000_000);
        long[] perimeters = new long[plain.size()];
        Arrays.fill(perimeters, 4_000);
        return plain.with(new Compactness(
                weight,
                areas,
                perimeters,
                Arrays.stream(plain.neighbours())
                        .map(near -> Arrays.stream(near).mapToLong(one -> 1_000).toArray())
                        .toArray(long[][]::new)));
    }

    /** Units in a row that fall into stretches of like load, of one length in units, and perhaps into others within a tolerance. */
    static GroupingProblem row(int stretches, int length, double tolerance) {
        Random random = new Random(7);
        int size = stretches * length;
        long[] loads = new long[size];
        for (int stretch = 0; stretch < stretches; stretch++) {
            long left = 10L * length;
            for (int i = 0; i < length; i++) {
                long rest = length - 1L - i;
                long load = rest == 0 ? left : 1 + random.nextLong(Math.min(19, left - rest));
                loads[stretch * length + i] = load;
                left -= load;
            }
        }
        long[][] distances = new long[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                distances[i][j] = 1_000L * Math.abs(i - j);
            }
        }
        int[][] neighbours = IntStream.range(0, size)
                .mapToObj(unit -> IntStream.of(unit - 1, unit + 1)
                        .filter(other -> other >= 0 && other < size)
                        .toArray())
                .toArray(int[][]::new);
        double mean = 10.0 * length;
        return new GroupingProblem(
                IntStream.range(0, size).mapToObj(i -> "u" + i).toList(),
                loads,
                distances,
                neighbours,
                stretches,
                (long) Math.ceil(mean * (1 - tolerance)),
                (long) (mean * (1 + tolerance)));
    }

    /** Pins in a row: the first units of two stretches each in a group of its own. */
    static int[] firstUnitsPinned(int seed, int size, int length) {
        int[] pins = new int[size];
        Arrays.fill(pins, GroupingProblem.FREE);
        int first = seed % (size / length - 1);
        pins[first * length] = 0;
        pins[(first + 1) * length] = 1;
        return pins;
    }
}
