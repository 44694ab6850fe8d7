package org.zhenjie.planner.assignment;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A search over plain arrays that takes a few workers at a time and shares their tasks out anew, by a depth-first search over all ways
 * that could be cheaper (a large neighbourhood, Shaw 1998). What a task is charged above its cheapest worker, cost and price of capacity
 * together, and what capacity is left unused, at its price, add up to what a plan costs above the bound of the prices: where
 * that is little, few ways are left to look at. Overload is allowed on the way and costs ever more.
 */
final class Reshuffling {
    /** Temperature at the start, as a share of what a task's second worker is dearer in the mean. */
    private static final double HEAT = 0.1;

    /** Overload grows dearer by this while it stays, up to so many times what it costs at first. */
    private static final double DEARER = 1.2;

    private static final double DEAREST = 100;
    private static final int MOST_WORKERS = 6;
    private static final int MOST_CANDIDATES = 8;

    private final int workers;
    private final int tasks;
    private final long[] cost;
    private final double[] charge;
    private final long[] load;
    private final long[] capacity;
    private final double[] price;
    private final double[] overPriceAtFirst;
    private final double[] overPrice;
    private final int[][] candidates;

    private final SplittableRandom random;
    private final int[] at;
    private final int[] place;
    private final int[][] members;
    private final int[] count;
    private final long[] filled;
    private long total;
    private long over;

    private int[] best;
    private long bestCost;
    private long bestOver;

    private final Search search;
    private double temperature;
    private final double hottest;

    Reshuffling(AssignmentProblem problem, AssignmentBound bound, long seed) {
        workers = problem.workers().size();
        tasks = problem.tasks().size();
        price = bound.prices();
        random = new SplittableRandom(seed);
        cost = new long[tasks * workers];
        charge = new double[tasks * workers];
        load = new long[tasks * workers];
        capacity = problem.workers().stream()
                .mapToLong(AssignmentProblem.Worker::capacity)
                .toArray();
        candidates = new int[tasks][];
        for (int task = 0; task < tasks; task++) {
            price(problem, task);
        }
        hottest = hottest();
        double mean = Math.max(Arrays.stream(price).average().orElse(0), hottest / meanLoad());
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
            total += cost[task * workers + at[task]];
        }
        for (int worker = 0; worker < workers; worker++) {
            over += beyond(worker);
        }
        search = new Search();
        keep();
    }

    /** What a task's second worker is dearer in the mean; never 0. */
    private double hottest() {
        double spread = 0;
        for (int task = 0; task < tasks; task++) {
            spread += candidates[task].length > 1 ? charge[task * workers + candidates[task][1]] : 0;
        }
        return spread > 0 ? spread / tasks : 1;
    }

    private double meanLoad() {
        double sum = 0;
        for (int task = 0; task < tasks; task++) {
            sum += load[task * workers + candidates[task][0]];
        }
        return Math.max(1, sum / tasks);
    }

    private void price(AssignmentProblem problem, int task) {
        int from = task * workers;
        double least = Double.POSITIVE_INFINITY;
        for (int worker = 0; worker < workers; worker++) {
            boolean open = problem.isOpen(task, worker);
            cost[from + worker] = problem.costs()[task][worker];
            load[from + worker] = problem.loads()[task][worker];
            charge[from + worker] =
                    open ? cost[from + worker] + price[worker] * load[from + worker] : Double.POSITIVE_INFINITY;
            least = Math.min(least, charge[from + worker]);
        }
        for (int worker = 0; worker < workers; worker++) {
            charge[from + worker] -= least;
        }
        candidates[task] = IntStream.range(0, workers)
                .filter(worker -> charge[from + worker] < Double.POSITIVE_INFINITY)
                .boxed()
                .sorted((one, other) -> Double.compare(charge[from + one], charge[from + other]))
                .limit(MOST_CANDIDATES)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The best plan so far. */
    AssignmentPlan best() {
        return AssignmentPlan.of(best);
    }

    /**
     * Takes so many groups of workers, one after the other.
     *
     * @param progress how much of the whole search is over, 0 to 1: at first a dearer way is taken now and then
     */
    void run(int rounds, double progress) {
        temperature = hottest * HEAT * (1 - progress);
        for (int i = 0; i < rounds; i++) {
            search.choose();
            search.run();
        }
        for (int worker = 0; worker < workers; worker++) {
            double change = beyond(worker) > 0 ? DEARER : 1 / DEARER;
            overPrice[worker] = Math.max(
                    overPriceAtFirst[worker], Math.min(DEAREST * overPriceAtFirst[worker], overPrice[worker] * change));
        }
    }

    private long beyond(int worker) {
        return Math.max(0, filled[worker] - capacity[worker]);
    }

    private void keep() {
        best = at.clone();
        bestCost = total;
        bestOver = over;
    }

    private void move(int task, int to) {
        int from = at[task];
        over -= beyond(from) + beyond(to);
        total += cost[task * workers + to] - cost[task * workers + from];
        int last = members[from][--count[from]];
        members[from][place[task]] = last;
        place[last] = place[task];
        filled[from] -= load[task * workers + from];
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
        filled[to] += load[task * workers + to];
    }

    /** One depth-first search over the ways to share out the tasks of some workers. */
    private final class Search {
        private static final int MOST_OPEN = 16;
        private static final double LEAST_DRAW = 0.2;
        private static final int MOST_NODES = 3_000;
        /** One search in so many may look at many more ways. */
        private static final int DEEPER_ONCE_IN = 100;

        private static final int STRICT_ONCE_IN = 20;
        private static final int MOST_NODES_DEEPER = 150_000;

        private final int[] group = new int[MOST_WORKERS];
        private int size;
        private final int[] open = new int[MOST_OPEN];
        private final double[] gap = new double[MOST_OPEN];
        private int opened;
        private final double[] charges = new double[MOST_OPEN * MOST_WORKERS];
        private final long[] loads = new long[MOST_OPEN * MOST_WORKERS];
        private final int[] to = new int[MOST_OPEN * MOST_WORKERS];
        private final int[] options = new int[MOST_OPEN];
        private final long[] sum = new long[MOST_WORKERS];
        private final int[] way = new int[MOST_OPEN];
        private final int[] bestWay = new int[MOST_OPEN];
        /** Without a plan within the capacities, some searches allow no overload at all. */
        private boolean strict;

        private double limit;
        private boolean found;
        private int nodes;

        /** A worker, and others that its tasks could go to. */
        void choose() {
            int most = Math.min(workers, 2 + random.nextInt(MOST_WORKERS - 1));
            size = 0;
            group[size++] = first();
            for (int tries = 0; size < most && tries < 40; tries++) {
                int from = group[random.nextInt(size)];
                if (count[from] == 0) {
                    continue;
                }
                int task = members[from][random.nextInt(count[from])];
                int[] near = candidates[task];
                int worker = near[Math.min(random.nextInt(near.length), random.nextInt(near.length))];
                boolean known = false;
                for (int i = 0; i < size; i++) {
                    known |= group[i] == worker;
                }
                if (!known) {
                    group[size++] = worker;
                }
            }
        }

        /** Any worker; where there is overload, every other time one that has some. */
        private int first() {
            int from = random.nextInt(workers);
            if (over > 0 && random.nextBoolean()) {
                for (int i = 0; i < workers; i++) {
                    int worker = (from + i) % workers;
                    if (beyond(worker) > 0) {
                        return worker;
                    }
                }
            }
            return from;
        }

        void run() {
            double now = 0;
            for (int i = 0; i < size; i++) {
                now += penalty(group[i], filled[group[i]]);
                sum[i] = filled[group[i]];
            }
            double excess = now;
            for (int i = 0; i < size; i++) {
                for (int k = 0; k < count[group[i]]; k++) {
                    int task = members[group[i]][k];
                    excess += charge[task * workers + group[i]] - least(task);
                }
            }
            boolean deep = random.nextInt(DEEPER_ONCE_IN) == 0;
            strict = bestOver > 0 && beyond(group[0]) > 0 && random.nextInt(STRICT_ONCE_IN) == 0;
            collect(strict ? Double.MAX_VALUE : excess);
            if (opened < 2) {
                return;
            }
            double charged = 0;
            for (int i = 0; i < opened; i++) {
                int task = open[i];
                charged += charge[task * workers + at[task]];
                sum[indexOf(at[task])] -= load[task * workers + at[task]];
            }
            limit = now + charged - temperature * StrictMath.log(1 - random.nextDouble()) + 1e-9;
            double penalty = 0;
            for (int i = 0; i < size; i++) {
                penalty += overPenalty(i, sum[i]);
            }
            double rest = 0;
            for (int i = 0; i < opened; i++) {
                rest += charges[i * MOST_WORKERS];
            }
            found = false;
            nodes = deep || strict ? MOST_NODES - MOST_NODES_DEEPER : 0;
            if (strict) {
                limit = Double.MAX_VALUE;
            }
            descend(0, rest, penalty);
            if (found) {
                for (int i = 0; i < opened; i++) {
                    int worker = group[bestWay[i]];
                    if (worker != at[open[i]]) {
                        move(open[i], worker);
                    }
                }
                if (over < bestOver || over == bestOver && total < bestCost) {
                    keep();
                }
            }
        }

        private int indexOf(int worker) {
            for (int i = 0; i < size; i++) {
                if (group[i] == worker) {
                    return i;
                }
            }
            return -1;
        }

        private double least(int task) {
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i < size; i++) {
                least = Math.min(least, charge[task * workers + group[i]]);
            }
            return least;
        }

        /** The tasks with a second worker that is not too dear, drawn at random where there are many; the dearest first. */
        private void collect(double excess) {
            opened = 0;
            for (int i = 0; i < size; i++) {
                int worker = group[i];
                for (int k = 0; k < count[worker]; k++) {
                    int task = members[worker][k];
                    double other = Double.POSITIVE_INFINITY;
                    for (int to = 0; to < size; to++) {
                        if (to != i) {
                            other = Math.min(other, charge[task * workers + group[to]]);
                        }
                    }
                    double more = other - charge[task * workers + worker];
                    if (more <= excess) {
                        double drawn = LEAST_DRAW + random.nextDouble();
                        offer(task, strict ? drawn : more > 0 ? more * drawn : more);
                    }
                }
            }
            if (strict) {
                largestFirst();
            }
            for (int i = 0; i < opened; i++) {
                options(i, excess);
            }
        }

        private void largestFirst() {
            for (int i = 1; i < opened; i++) {
                int task = open[i];
                long of = largest(task);
                int k = i;
                for (; k > 0 && largest(open[k - 1]) < of; k--) {
                    open[k] = open[k - 1];
                }
                open[k] = task;
            }
        }

        private long largest(int task) {
            long largest = 0;
            for (int i = 0; i < size; i++) {
                largest = Math.max(largest, load[task * workers + group[i]]);
            }
            return largest;
        }

        /** Takes a task in if it is among those that change most cheaply so far; these stand dearest first. */
        private void offer(int task, double more) {
            if (opened == MOST_OPEN && more >= gap[0]) {
                return;
            }
            int slot = 0;
            if (opened == MOST_OPEN) {
                while (slot + 1 < opened && gap[slot + 1] > more) {
                    gap[slot] = gap[slot + 1];
                    open[slot] = open[slot + 1];
                    slot++;
                }
            } else {
                slot = opened++;
                while (slot > 0 && gap[slot - 1] < more) {
                    gap[slot] = gap[slot - 1];
                    open[slot] = open[slot - 1];
                    slot--;
                }
            }
            gap[slot] = more;
            open[slot] = task;
        }

        /** The workers that a task may go to, cheapest first. */
        private void options(int index, double excess) {
            int task = open[index];
            double least = least(task);
            int from = index * MOST_WORKERS;
            int number = 0;
            for (int i = 0; i < size; i++) {
                double of = charge[task * workers + group[i]];
                if (of - least > excess && group[i] != at[task]) {
                    continue;
                }
                int k = from + number++;
                for (; k > from && charges[k - 1] > of; k--) {
                    charges[k] = charges[k - 1];
                    loads[k] = loads[k - 1];
                    to[k] = to[k - 1];
                }
                charges[k] = of;
                loads[k] = load[task * workers + group[i]];
                to[k] = i;
            }
            options[index] = number;
        }

        private double penalty(int worker, long load) {
            long room = capacity[worker] - load;
            return room >= 0 ? price[worker] * room : -overPrice[worker] * room;
        }

        private double overPenalty(int index, long load) {
            long room = capacity[group[index]] - load;
            if (room >= 0) {
                return 0;
            }
            return strict ? Double.POSITIVE_INFINITY : -overPrice[group[index]] * room;
        }

        /** Tries every worker for one task and all after it; what is charged for the others at least is summed already. */
        private void descend(int index, double charged, double penalty) {
            if (index == opened) {
                leaf(charged);
                return;
            }
            int from = index * MOST_WORKERS;
            double base = charged - charges[from];
            for (int k = from; k < from + options[index] && nodes < MOST_NODES; k++) {
                double then = base + charges[k];
                if (then + penalty > limit) {
                    break;
                }
                int i = to[k];
                long before = sum[i];
                sum[i] = before + loads[k];
                double dearer = penalty + overPenalty(i, sum[i]) - overPenalty(i, before);
                nodes++;
                if (then + dearer <= limit) {
                    way[index] = i;
                    descend(index + 1, then, dearer);
                }
                sum[i] = before;
            }
        }

        private boolean isAsBefore() {
            for (int i = 0; i < opened; i++) {
                if (group[way[i]] != at[open[i]]) {
                    return false;
                }
            }
            return true;
        }

        private void leaf(double charged) {
            double all = charged;
            for (int i = 0; i < size; i++) {
                all += penalty(group[i], sum[i]);
            }
            if (all <= limit && !isAsBefore()) {
                limit = all - 1e-9;
                found = true;
                System.arraycopy(way, 0, bestWay, 0, opened);
            }
        }
    }
}
