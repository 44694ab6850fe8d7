package org.zhenjie.planner.assignment;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A plan that searches change, on plain arrays. What a task is charged above its cheapest worker, cost and price of capacity together, and what
 * capacity is left unused, at its price, add up to what a plan costs above the bound of the prices. Overload is allowed on the way and
 * costs ever more.
 */
final class WorkingPlan {
    /** Overload grows dearer by this while it stays, up to so many times what it costs at first, and cheaper by the other after it. */
    private static final double DEARER = 1.2;

    private static final double CHEAPER = 1 / 1.02;
    private static final double DEAREST = 100;
    private static final int MOST_CANDIDATES = 8;

    final int workers;
    final int tasks;
    /** The cheapest workers of each task, cheapest first. */
    final int[][] candidates;
    /** The worker of each task. */
    final int[] at;
    /** The tasks of each worker; so many as {@link #count} says. */
    final int[][] members;

    final int[] count;
    /** Load of each worker. */
    final long[] filled;

    private final long[] costs;
    private final double[] charges;
    private final long[] loads;
    private final long[] capacity;
    private final double[] price;
    private final double[] overPriceAtFirst;
    private final double[] overPrice;
    private final double spread;
    private final long[] largest;
    private final int[] place;
    private long total;
    private long over;
    private int[] best;
    private long bestTotal;
    private long bestOver;

    /** Begins with the workers that the bound thinks likely. */
    WorkingPlan(AssignmentProblem problem, AssignmentBound bound) {
        workers = problem.workers().size();
        tasks = problem.tasks().size();
        price = bound.prices();
        costs = new long[tasks * workers];
        charges = new double[tasks * workers];
        loads = new long[tasks * workers];
        capacity = problem.workers().stream()
                .mapToLong(AssignmentProblem.Worker::capacity)
                .toArray();
        candidates = new int[tasks][];
        largest = new long[tasks];
        for (int task = 0; task < tasks; task++) {
            price(problem, task);
        }
        spread = meanSpread();
        double mean = Math.max(Arrays.stream(price).average().orElse(0), spread / meanLoad());
        overPriceAtFirst =
                Arrays.stream(price).map(one -> 2 * Math.max(one, mean)).toArray();
        overPrice = overPriceAtFirst.clone();
        at = new int[tasks];
        place = new int[tasks];
        members = new int[workers][16];
        count = new int[workers];
        filled = new long[workers];
        for (int task = 0; task < tasks; task++) {
            enter(task, bound.likely()[task]);
            total += costs[task * workers + at[task]];
        }
        for (int worker = 0; worker < workers; worker++) {
            over += beyond(worker);
        }
        keep();
    }

    private void price(AssignmentProblem problem, int task) {
        int from = task * workers;
        double least = Double.POSITIVE_INFINITY;
        for (int worker = 0; worker < workers; worker++) {
            boolean open = problem.isOpen(task, worker);
            costs[from + worker] = problem.costs()[task][worker];
            loads[from + worker] = problem.loads()[task][worker];
            charges[from + worker] =
                    open ? costs[from + worker] + price[worker] * loads[from + worker] : Double.POSITIVE_INFINITY;
            least = Math.min(least, charges[from + worker]);
            largest[task] = Math.max(largest[task], loads[from + worker]);
        }
        for (int worker = 0; worker < workers; worker++) {
            charges[from + worker] -= least;
        }
        candidates[task] = IntStream.range(0, workers)
                .filter(worker -> charges[from + worker] < Double.POSITIVE_INFINITY)
                .boxed()
                .sorted((one, other) -> Double.compare(charges[from + one], charges[from + other]))
                .limit(MOST_CANDIDATES)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private double meanSpread() {
        double sum = 0;
        for (int task = 0; task < tasks; task++) {
            sum += candidates[task].length > 1 ? charge(task, candidates[task][1]) : 0;
        }
        return sum > 0 ? sum / tasks : 1;
    }

    /** What a task takes of its cheapest worker in the mean, at least 1. */
    double meanLoad() {
        double sum = 0;
        for (int task = 0; task < tasks; task++) {
            sum += load(task, candidates[task][0]);
        }
        return Math.max(1, sum / tasks);
    }

    /** What a task's second worker is dearer in the mean: a measure of what a change costs; never 0. */
    double spread() {
        return spread;
    }

    /** What a task costs more by a worker than by its cheapest one, capacity priced; infinite where it cannot be done. */
    double charge(int task, int worker) {
        return charges[task * workers + worker];
    }

    /** Whether a worker may do a task and could do it at all. */
    boolean isOpen(int task, int worker) {
        return charge(task, worker) < Double.POSITIVE_INFINITY;
    }

    /** What a task takes of a worker's capacity. */
    long load(int task, int worker) {
        return loads[task * workers + worker];
    }

    /** The most that a task takes of any worker's capacity. */
    long largest(int task) {
        return largest[task];
    }

    /** What is left of a worker's capacity; below 0 where it is overloaded. */
    long room(int worker) {
        return capacity[worker] - filled[worker];
    }

    long capacity(int worker) {
        return capacity[worker];
    }

    /** What it costs that a worker has so much room. */
    double penalty(int worker, long room) {
        return room >= 0 ? price[worker] * room : -overPrice[worker] * room;
    }

    private long beyond(int worker) {
        return Math.max(0, -room(worker));
    }

    /** Any worker; where there is overload, every other time one that has some. */
    int anyWorker(SplittableRandom random) {
        int from = random.nextInt(workers);
        if (over > 0 && random.nextBoolean()) {
            for (int i = 0; i < workers; i++) {
                int worker = (from + i) % workers;
                if (room(worker) < 0) {
                    return worker;
                }
            }
        }
        return from;
    }

    /** Gives a task to a worker. */
    void move(int task, int to) {
        int from = at[task];
        over -= beyond(from) + beyond(to);
        total += costs[task * workers + to] - costs[task * workers + from];
        int last = members[from][--count[from]];
        members[from][place[task]] = last;
        place[last] = place[task];
        filled[from] -= load(task, from);
        enter(task, to);
        over += beyond(from) + beyond(to);
    }

    private void enter(int task, int to) {
        if (count[to] == members[to].length) {
            members[to] = Arrays.copyOf(members[to], 2 * count[to]);
        }
        at[task] = to;
        place[task] = count[to];
        members[to][count[to]++] = task;
        filled[to] += load(task, to);
    }

    /** Makes overload dearer where there is some, and cheaper where there is none once a plan within the capacities is known. */
    void priceOverload() {
        double cheaper = isOverAtBest() ? 1 : CHEAPER;
        for (int worker = 0; worker < workers; worker++) {
            double change = room(worker) < 0 ? DEARER : cheaper;
            overPrice[worker] = Math.max(
                    overPriceAtFirst[worker], Math.min(DEAREST * overPriceAtFirst[worker], overPrice[worker] * change));
        }
    }

    /** Remembers the plan if it is the best so far. */
    void keepIfBest() {
        if (over < bestOver || over == bestOver && total < bestTotal) {
            keep();
        }
    }

    private void keep() {
        best = at.clone();
        bestTotal = total;
        bestOver = over;
    }

    /** Whether no plan within the capacities was found yet. */
    boolean isOverAtBest() {
        return bestOver > 0;
    }

    /** What the best plan so far costs. */
    long bestTotal() {
        return bestTotal;
    }

    /** The best plan so far. */
    AssignmentPlan best() {
        return AssignmentPlan.of(best);
    }
}
