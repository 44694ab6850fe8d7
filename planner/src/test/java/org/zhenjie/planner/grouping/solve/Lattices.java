package org.zhenjie.planner.grouping.solve;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
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
}
