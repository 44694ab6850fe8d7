package org.zhenjie.planner.assignment;

import java.util.BitSet;

/** Fills a worker's capacity with what is worth most: a 0/1 knapsack by dynamic programming over loads (Bellman 1957). */
final class Knapsack {
    /** Room of so many units is filled exactly; more is counted in larger units. */
    static final int MOST_UNITS = 4_096;

    private final double[] worth;
    private final long[][] chosen;
    private final int[] sizes;
    private int count;

    /**
     * An empty one.
     *
     * @param room units that fit, 0 or more
     * @param most items that are offered at most
     */
    Knapsack(int room, int most) {
        worth = new double[room + 1];
        chosen = new long[most][];
        sizes = new int[most];
    }

    /** Adds an item, 0 or more units large; one worth nothing is never taken. */
    void offer(int size, double worthOfIt) {
        long[] chose = new long[worth.length / Long.SIZE + 1];
        for (int space = worth.length - 1; space >= size; space--) {
            double with = worth[space - size] + worthOfIt;
            if (with > worth[space]) {
                worth[space] = with;
                chose[space / Long.SIZE] |= 1L << space;
            }
        }
        sizes[count] = size;
        chosen[count++] = chose;
    }

    /** The most worth that fits. */
    double most() {
        return worth[worth.length - 1];
    }

    /** The items that come to it, by the order in which they were offered. */
    BitSet taken() {
        BitSet taken = new BitSet(count);
        int space = worth.length - 1;
        for (int item = count - 1; item >= 0; item--) {
            if ((chosen[item][space / Long.SIZE] >> space & 1) == 1) {
                taken.set(item);
                space -= sizes[item];
            }
        }
        return taken;
    }
}
