package org.zhenjie.planner.assignment;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;

/**
 * Takes the tasks of many workers, up to all, and fills one worker after the other in random order, each as well as it can be: with the tasks
 * that save most against the best of the workers that are still to come, and no room left if that pays (a knapsack). The
 * first have all tasks to choose from, so that they come to their capacity at almost no cost; what that leaves the last few to settle is
 * theirs to share out.
 */
final class Refilling {
    private static final int LEAST_WORKERS = 3;
    /** No more, so that one filling takes some hundredths of a second. */
    private static final int MOST_WORKERS = 100;

    private static final int MOST_TASKS = 4_000;
    /** The last so many workers share their tasks out anew, so many times. */
    private static final int LAST = 4;

    private static final int TIMES = 4;
    /** A task that saves or costs more than so many times what a second worker is dearer in the mean is taken or left at once. */
    private static final double CLEAR = 6;

    private final WorkingPlan plan;
    private final SplittableRandom random;
    private final Reshuffling groups;
    private final int[] order;
    private int size;
    /** The tasks of these workers, who had them before, and those of them that have no worker yet. */
    private final int[] task;

    private final int[] before;
    private final int[] to;
    private int count;
    private final int[] rest;
    private int left;
    private final int[] item;

    Refilling(WorkingPlan plan, Reshuffling groups, SplittableRandom random) {
        this.plan = plan;
        this.groups = groups;
        this.random = random;
        order = new int[plan.workers];
        Arrays.setAll(order, worker -> worker);
        task = new int[plan.tasks];
        before = new int[plan.tasks];
        to = new int[plan.tasks];
        rest = new int[plan.tasks];
        item = new int[plan.tasks];
    }

    /**
     * Fills workers anew, and takes that back if it is dearer.
     *
     * @param temperature how much dearer the plan may be in the mean, 0 or more
     */
    void run(double temperature) {
        draw();
        if (size < LEAST_WORKERS) {
            return;
        }
        double most = charged() - temperature * StrictMath.log(1 - random.nextDouble());
        fill();
        move(to);
        int last = Math.min(size, LAST);
        for (int i = 0; i < TIMES; i++) {
            groups.share(order, size - last, size);
        }
        if (charged() > most) {
            move(before);
        } else {
            plan.keepIfBest();
        }
    }

    /** Any number of workers in any order. */
    private void draw() {
        int most = Math.min(plan.workers, MOST_WORKERS);
        int wanted = most < LEAST_WORKERS ? 0 : LEAST_WORKERS + random.nextInt(most - LEAST_WORKERS + 1);
        size = 0;
        count = 0;
        while (size < wanted) {
            int other = size + random.nextInt(plan.workers - size);
            int worker = order[other];
            if (count + plan.count[worker] > MOST_TASKS) {
                return;
            }
            order[other] = order[size];
            order[size++] = worker;
            for (int k = 0; k < plan.count[worker]; k++) {
                task[count] = plan.members[worker][k];
                before[count++] = worker;
            }
        }
    }

    private double charged() {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += plan.penalty(order[i], plan.room(order[i]));
        }
        for (int i = 0; i < count; i++) {
            sum += plan.charge(task[i], plan.at[task[i]]);
        }
        return sum;
    }

    private void move(int[] workers) {
        for (int i = 0; i < count; i++) {
            if (plan.at[task[i]] != workers[i]) {
                plan.move(task[i], workers[i]);
            }
        }
    }

    private void fill() {
        double[][] next = next();
        left = count;
        Arrays.setAll(rest, i -> i);
        for (int k = 0; k < size - 1; k++) {
            fill(order[k], next[k]);
        }
        int last = order[size - 1];
        for (int i = 0; i < left; i++) {
            int one = rest[i];
            to[one] = plan.isOpen(task[one], last) ? last : before[one];
        }
    }

    /** What each task is charged at least by the workers after each one; infinite where none of them can do it. */
    private double[][] next() {
        double[][] next = new double[size - 1][count];
        for (int k = size - 2; k >= 0; k--) {
            for (int i = 0; i < count; i++) {
                double after = k == size - 2 ? Double.POSITIVE_INFINITY : next[k + 1][i];
                next[k][i] = Math.min(after, plan.charge(task[i], order[k + 1]));
            }
        }
        return next;
    }

    private void fill(int worker, double[] next) {
        double clear = CLEAR * plan.spread();
        long room = plan.capacity(worker);
        int items = 0;
        int kept = 0;
        for (int i = 0; i < left; i++) {
            int one = rest[i];
            long load = plan.load(task[one], worker);
            double saves = next[one] - plan.charge(task[one], worker);
            if (!plan.isOpen(task[one], worker) || load > room || saves < -clear) {
                rest[kept++] = one;
            } else if (saves > clear) {
                to[one] = worker;
                room -= load;
            } else {
                item[items++] = one;
            }
        }
        left = kept;
        choose(worker, room, next, items);
    }

    private void choose(int worker, long room, double[] next, int items) {
        long unit = 1 + room / Knapsack.MOST_UNITS;
        int units = (int) (room / unit);
        Knapsack knapsack = new Knapsack(units, items);
        for (int i = 0; i < items; i++) {
            long load = plan.load(task[item[i]], worker);
            double saves = next[item[i]] - plan.charge(task[item[i]], worker);
            knapsack.offer((int) Math.min(units + 1, (load + unit - 1) / unit), saves + plan.penalty(worker, load));
        }
        BitSet taken = knapsack.taken();
        for (int i = 0; i < items; i++) {
            if (taken.get(i)) {
                to[item[i]] = worker;
            } else {
                rest[left++] = item[i];
            }
        }
    }
}
