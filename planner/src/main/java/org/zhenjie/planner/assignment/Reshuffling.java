package org.zhenjie.planner.assignment;

import java.util.SplittableRandom;

/**
 * Takes a few workers and shares their tasks out anew, by a depth-first search over all ways that could be cheaper (a large
 * neighbourhood, Shaw 1998). Where a plan costs little above the bound of the prices, few ways are left to look at.
 */
final class Reshuffling {
    private static final int MOST_WORKERS = 6;

    private static final int MOST_OPEN = 16;
    private static final double LEAST_DRAW = 0.2;
    private static final int MOST_NODES = 3_000;
    /** One search in so many may look at many more ways. */
    private static final int DEEPER_ONCE_IN = 100;

    private static final int STRICT_ONCE_IN = 20;
    private static final int MOST_NODES_DEEPER = 150_000;

    private final WorkingPlan plan;
    private final SplittableRandom random;
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
    private long work;

    Reshuffling(WorkingPlan plan, SplittableRandom random) {
        this.plan = plan;
        this.random = random;
    }

    /**
     * Takes one group.
     *
     * @param temperature how much dearer the shared out tasks may be in the mean, 0 or more
     */
    void run(double temperature) {
        choose();
        share(temperature);
    }

    /** Takes some of the workers of a list, at most {@value #MOST_WORKERS}, none dearer than before. */
    void share(int[] workers, int from, int until) {
        size = until - from;
        System.arraycopy(workers, from, group, 0, size);
        share(0);
    }

    /** Looks that it took so far. */
    long work() {
        return work;
    }

    /** A worker, and others that its tasks could go to. */
    private void choose() {
        int most = Math.min(plan.workers, 2 + random.nextInt(MOST_WORKERS - 1));
        size = 0;
        group[size++] = plan.anyWorker(random);
        for (int tries = 0; size < most && tries < 40; tries++) {
            int from = group[random.nextInt(size)];
            if (plan.count[from] == 0) {
                continue;
            }
            int task = plan.members[from][random.nextInt(plan.count[from])];
            int[] near = plan.candidates[task];
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

    private void share(double temperature) {
        double now = 0;
        for (int i = 0; i < size; i++) {
            now += plan.penalty(group[i], plan.room(group[i]));
            sum[i] = plan.filled[group[i]];
        }
        double excess = now;
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < plan.count[group[i]]; k++) {
                int task = plan.members[group[i]][k];
                work += 2L * size;
                excess += plan.charge(task, group[i]) - least(task);
            }
        }
        boolean deep = random.nextInt(DEEPER_ONCE_IN) == 0;
        strict = plan.isOverAtBest() && plan.room(group[0]) < 0 && random.nextInt(STRICT_ONCE_IN) == 0;
        collect(strict ? Double.MAX_VALUE : excess);
        if (opened < 2) {
            return;
        }
        double charged = 0;
        for (int i = 0; i < opened; i++) {
            int task = open[i];
            charged += plan.charge(task, plan.at[task]);
            sum[indexOf(plan.at[task])] -= plan.load(task, plan.at[task]);
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
        int before = nodes;
        descend(0, rest, penalty);
        work += 4L * (nodes - before);
        if (found) {
            for (int i = 0; i < opened; i++) {
                int worker = group[bestWay[i]];
                if (worker != plan.at[open[i]]) {
                    plan.move(open[i], worker);
                }
            }
            plan.keepIfBest();
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
            least = Math.min(least, plan.charge(task, group[i]));
        }
        return least;
    }

    /** The tasks with a second worker that is not too dear, drawn at random where there are many; the dearest first. */
    private void collect(double excess) {
        opened = 0;
        for (int i = 0; i < size; i++) {
            int worker = group[i];
            for (int k = 0; k < plan.count[worker]; k++) {
                int task = plan.members[worker][k];
                double other = Double.POSITIVE_INFINITY;
                for (int to = 0; to < size; to++) {
                    if (to != i) {
                        other = Math.min(other, plan.charge(task, group[to]));
                    }
                }
                double more = other - plan.charge(task, worker);
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
            largest = Math.max(largest, plan.load(task, group[i]));
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

    /** The plan.workers that a task may go to, cheapest first. */
    private void options(int index, double excess) {
        int task = open[index];
        double least = least(task);
        int from = index * MOST_WORKERS;
        int number = 0;
        for (int i = 0; i < size; i++) {
            double of = plan.charge(task, group[i]);
            if (of - least > excess && group[i] != plan.at[task]) {
                continue;
            }
            int k = from + number++;
            for (; k > from && charges[k - 1] > of; k--) {
                charges[k] = charges[k - 1];
                loads[k] = loads[k - 1];
                to[k] = to[k - 1];
            }
            charges[k] = of;
            loads[k] = plan.load(task, group[i]);
            to[k] = i;
        }
        options[index] = number;
    }

    private double overPenalty(int index, long load) {
        long room = plan.capacity(group[index]) - load;
        if (room >= 0) {
            return 0;
        }
        return strict ? Double.POSITIVE_INFINITY : plan.penalty(group[index], room);
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
            if (group[way[i]] != plan.at[open[i]]) {
                return false;
            }
        }
        return true;
    }

    private void leaf(double charged) {
        double all = charged;
        for (int i = 0; i < size; i++) {
            all += plan.penalty(group[i], plan.capacity(group[i]) - sum[i]);
        }
        if (all <= limit && !isAsBefore()) {
            limit = all - 1e-9;
            found = true;
            System.arraycopy(way, 0, bestWay, 0, opened);
        }
    }
}
