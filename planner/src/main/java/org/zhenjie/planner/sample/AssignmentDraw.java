package org.zhenjie.planner.sample;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.zhenjie.planner.assignment.AssignmentProblem;
import org.zhenjie.planner.assignment.AssignmentProblem.Worker;

/**
 * A made-up generalized assignment of the types that the literature measures by: C and D of Martello and Toth (1990), E of Laguna, Kelly,
 * González-Velarde and Glover (1995), with capacities of 0.8 times the mean load of a worker.
 *
 * @param type how costs go with loads
 * @param workers how many workers, 1 or more
 * @param tasks how many tasks, 1 or more
 */
public record AssignmentDraw(Type type, int workers, int tasks) {
    private static final double CAPACITY_SHARE = 0.8;

    /** How costs go with loads. */
    public enum Type {
        /** Loads 5 to 25, costs 10 to 50, neither knows of the other. */
        C,
        /** Loads 1 to 100, costs 111 less the load, give or take 10. */
        D,
        /** Loads 1 - 10 ln x, costs 1000 / load - 10 y, with x above 0 and x, y up to 1. */
        E
    }

    /** Sizes as they are usual in the literature, and the largest that are asked for. */
    public static final List<AssignmentDraw> USUAL = List.of(
            new AssignmentDraw(Type.C, 20, 200),
            new AssignmentDraw(Type.C, 60, 900),
            new AssignmentDraw(Type.C, 100, 1_600),
            new AssignmentDraw(Type.D, 5, 100),
            new AssignmentDraw(Type.D, 20, 200),
            new AssignmentDraw(Type.D, 40, 400),
            new AssignmentDraw(Type.D, 60, 900),
            new AssignmentDraw(Type.D, 100, 1_600),
            new AssignmentDraw(Type.E, 20, 200),
            new AssignmentDraw(Type.E, 60, 900),
            new AssignmentDraw(Type.E, 100, 1_600));

    /** The problem; the same for the same seed. */
    public AssignmentProblem problem(long seed) {
        Random random = new Random(seed * 31 + workers * 7L + tasks);
        long[][] costs = new long[tasks][workers];
        long[][] loads = new long[tasks][workers];
        long[] sums = new long[workers];
        for (int task = 0; task < tasks; task++) {
            for (int worker = 0; worker < workers; worker++) {
                long load = load(random);
                loads[task][worker] = load;
                costs[task][worker] = cost(random, load);
                sums[worker] += load;
            }
        }
        return new AssignmentProblem(
                IntStream.range(0, workers)
                        .mapToObj(i -> new Worker("w" + i, (long) (CAPACITY_SHARE * sums[i] / workers)))
                        .toList(),
                IntStream.range(0, tasks).mapToObj(i -> "t" + i).toList(),
                costs,
                loads);
    }

    private long load(Random random) {
        return switch (type) {
            case C -> 5 + random.nextInt(21);
            case D -> 1 + random.nextInt(100);
            case E -> (long) Math.ceil(1 - 10 * StrictMath.log(1 - random.nextDouble()));
        };
    }

    private long cost(Random random, long load) {
        return switch (type) {
            case C -> 10 + random.nextInt(41);
            case D -> 111 - load - 10 + random.nextInt(21);
            case E -> (long) Math.ceil(1_000.0 / load - 10 * random.nextDouble());
        };
    }
}
