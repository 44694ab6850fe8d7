package org.zhenjie.planner.assignment;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;

/**
 * Takes the tasks of many workers, up to all, and fills one worker after the other in random order, each as well as it can be: with the tasks
 * that save most against the best of the workers that are still to come, and no room left if that pays (a knapsack). The
 * first have all tasks to choose from, so that they come to their capacity at almost no cost. A price of load, on top of the bound's, keeps
 * what they leave near the room that is left; what it misses the last few settle, who share their tasks out anew.
 */
final class Refilling {
    private static final int LEAST_WORKERS = 3;
    /** No more, so that one filling takes some hundredths of a second. */
    private static final int MOST_WORKERS = 100;
    /** A power of 2 beyond it: the places of a number that hold a worker. */
    private static final long PLACES = 128;

    private static final int MOST_TASKS = 4_000;
    /** The last so many workers share their tasks out anew, so many times. */
    private static final int LAST = 4;

    private static final int TIMES = 4;
    /** A task that saves or costs more than so many times what a second worker is dearer in the mean is taken or left at once. */
    private static final double CLEAR = 6;

    /** Charges are blurred by up to so many times what a second worker is dearer in the mean. */
    private static final double BLUR = 0.5;
    /** How strongly the price of load answers to load beyond the room that the workers to come have. */
    private static final double RESPONSE = 2;

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
    /** What the tasks are charged by worker, blurred, and the workers in this order: both one task after the other. */
    private double[] charges;

    private long[] nearest;
    private long work;

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
        work++;
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

    /** Looks that it took so far, each about as long as one of {@link Reshuffling#work}. */
    long work() {
        return work;
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
        blur();
        double[] next = new double[count];
        double meanLoad = plan.meanLoad();
        double price = 0;
        long room = Arrays.stream(order, 0, size).mapToLong(plan::capacity).sum();
        left = count;
        Arrays.setAll(rest, i -> i);
        for (int k = 0; k < size - 1; k++) {
            room -= plan.capacity(order[k]);
            double beyond = look(k, price, next) - room;
            fill(order[k], next);
            price += RESPONSE * mostBlur() / meanLoad * beyond / meanLoad / Math.max(1, left);
        }
        int last = order[size - 1];
        for (int i = 0; i < left; i++) {
            int one = rest[i];
            to[one] = plan.isOpen(task[one], last) ? last : before[one];
        }
    }

    private double mostBlur() {
        return BLUR * plan.spread();
    }

    /** Charges tasks a little more at random: equal charges would all change sides at one price of load. */
    private void blur() {
        charges = new double[count * size];
        nearest = new long[count * size];
        for (int i = 0; i < count; i++) {
            int from = i * size;
            for (int k = 0; k < size; k++) {
                double charge = plan.charge(task[i], order[k]) + mostBlur() * random.nextDouble();
                charges[from + k] = charge;
                nearest[from + k] = Double.doubleToRawLongBits(charge) & -PLACES | k;
            }
            Arrays.sort(nearest, from, from + size);
        }
        work += 8L * count * size;
    }

    /**
     * Finds what each task that is left is charged at least by the workers after one, set against its blur and its load by that one; infinite
     * where none of them can do it.
     *
     * @param price what load is charged above the bound's prices
     * @return the load that they then have of the tasks that they are charged less for
     */
    private long look(int k, double price, double[] next) {
        int worker = order[k];
        long load = 0;
        for (int i = 0; i < left; i++) {
            int one = rest[i];
            int later = cheapestAfter(k, one, price);
            double least = later < 0 ? Double.POSITIVE_INFINITY : charged(one, later, price);
            double more = charged(one, k, price);
            load += least < more ? plan.load(task[one], order[later]) : 0;
            next[one] = plan.isOpen(task[one], worker) ? least - more + plan.charge(task[one], worker) : least;
        }
        return load;
    }

    private double charged(int one, int k, double price) {
        return charges[one * size + k] + price * plan.load(task[one], order[k]);
    }

    /** The worker after one that charges a task least; negative where none of them can do it. */
    private int cheapestAfter(int k, int one, double price) {
        double rebate = price < 0 ? -price * plan.largest(task[one]) : 0;
        double least = Double.POSITIVE_INFINITY;
        int by = -1;
        int place = one * size;
        for (int end = place + size; place < end; place++) {
            int later = (int) (nearest[place] & PLACES - 1);
            if (later <= k) {
                continue;
            }
            if (charges[one * size + later] - rebate >= least) {
                break;
            }
            double charge = charged(one, later, price);
            if (charge < least) {
                least = charge;
                by = later;
            }
        }
        work += place - one * size;
        return by;
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
        work += (long) items * units / 8;
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
