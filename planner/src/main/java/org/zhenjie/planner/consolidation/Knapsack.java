package org.zhenjie.planner.consolidation;

import java.util.Arrays;
import java.util.BitSet;

/**
 * One host's choice among sites: most worth within the room it has. Exact by depth-first search over the sites by worth per load
 * (Horowitz and Sahni 1974), with the fractional knapsack as its bound; where that takes too many steps, the fractional one, which is
 * never less.
 */
final class Knapsack {
    private static final int INDEX_BITS = 13;
    private static final int MOST_NODES = 3_000;

    private final long room;
    private int number;
    private int[] sites = new int[16];
    private long[] loads = new long[16];
    private double[] worths = new double[16];
    private long[] keys = new long[16];
    private double[] parts = new double[16];

    private int nodes;
    private double best;
    private final BitSet chosen = new BitSet();
    private final BitSet bestChosen = new BitSet();

    /** @param room load that fits; less than 0 where nothing at all does */
    Knapsack(long room) {
        this.room = room;
    }

    boolean isPossible() {
        return room >= 0;
    }

    void clear() {
        number = 0;
    }

    /** Adds a site that may be taken. */
    void offer(int site, long load, double worth) {
        if (load > room) {
            return;
        }
        if (number == sites.length) {
            int more = 2 * number;
            sites = Arrays.copyOf(sites, more);
            loads = Arrays.copyOf(loads, more);
            worths = Arrays.copyOf(worths, more);
            keys = Arrays.copyOf(keys, more);
            parts = new double[more];
        }
        sites[number] = site;
        loads[number] = load;
        worths[number] = worth;
        number++;
    }

    /** Puts the sites in order; the most worth where the last one may be taken in part. */
    double relaxed() {
        order();
        Arrays.fill(parts, 0, number, 0);
        double sum = 0;
        long left = room;
        for (int i = 0; i < number && (i == 0 || parts[i - 1] == 1); i++) {
            parts[i] = loads[i] <= left ? 1 : (double) left / loads[i];
            sum += parts[i] * worths[i];
            left -= Math.min(left, loads[i]);
        }
        return sum;
    }

    /** The most worth, or a little more; after {@link #relaxed()}. */
    double exact() {
        nodes = 0;
        best = -1;
        chosen.clear();
        search(0, room, 0);
        if (nodes > MOST_NODES) {
            return relaxedAgain();
        }
        for (int i = 0; i < number; i++) {
            parts[i] = bestChosen.get(i) ? 1 : 0;
        }
        return best;
    }

    private double relaxedAgain() {
        double sum = 0;
        for (int i = 0; i < number; i++) {
            sum += parts[i] * worths[i];
        }
        return sum;
    }

    /** Adds to each site how much of it is taken. */
    void addTaken(double[] taken) {
        for (int i = 0; i < number; i++) {
            taken[sites[i]] += parts[i];
        }
    }

    private void search(int from, long left, double worth) {
        if (nodes > MOST_NODES) {
            return;
        }
        nodes++;
        if (worth > best) {
            best = worth;
            bestChosen.clear();
            bestChosen.or(chosen);
        }
        if (from == number || worth + rest(from, left) <= best * (1 + 1e-12)) {
            return;
        }
        if (loads[from] <= left) {
            chosen.set(from);
            search(from + 1, left - loads[from], worth + worths[from]);
            chosen.clear(from);
        }
        search(from + 1, left, worth);
    }

    private double rest(int from, long room) {
        double sum = 0;
        long left = room;
        for (int i = from; i < number; i++) {
            if (loads[i] > left) {
                return sum + worths[i] * left / loads[i];
            }
            left -= loads[i];
            sum += worths[i];
        }
        return sum;
    }

    /** By worth per load, most first. */
    private void order() {
        long mask = (1 << INDEX_BITS) - 1;
        for (int i = 0; i < number; i++) {
            double ratio = loads[i] == 0 ? Double.MAX_VALUE : worths[i] / loads[i];
            keys[i] = -(Double.doubleToLongBits(ratio) & ~mask) | i;
        }
        Arrays.sort(keys, 0, number);
        long[] orderedLoads = new long[loads.length];
        double[] orderedWorths = new double[worths.length];
        int[] orderedSites = new int[sites.length];
        for (int rank = 0; rank < number; rank++) {
            int i = (int) (keys[rank] & mask);
            orderedLoads[rank] = loads[i];
            orderedWorths[rank] = worths[i];
            orderedSites[rank] = sites[i];
        }
        loads = orderedLoads;
        worths = orderedWorths;
        sites = orderedSites;
    }
}
