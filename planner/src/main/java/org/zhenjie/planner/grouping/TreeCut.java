package org.zhenjie.planner.grouping;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/**
 * Units that touch are cut into groups along a random spanning tree, by dynamic programming from the leaves up: of the ways to cut the
 * tree that a subclass allows, one of nearly the least cost, load outside the limits included. A state of a unit is a key of the
 * subclass's, which says what is open and what is done in the subtree below it, and the load of the group that it is in so far; of
 * states of one key and nearly the same load the cheapest is kept.
 */
abstract class TreeCut {
    /** What is not allowed. */
    static final int NEVER = -1;

    /** A group may have so many times the most load on the way. */
    private static final double MOST_OPEN = 1.5;

    private static final int LEAST_CLASSES = 32;
    private static final int MOST_CLASSES = 256;
    /** Classes of load that lie within the limits. */
    private static final int CLASSES_WITHIN = 6;

    /** Work at which a cut is given up, some tenths of a second. */
    private static final long MOST_WORK = 50_000_000;
    /** Pairs of states after which it is asked whether to stop: far below a hundredth of a second. */
    private static final int PAIRS_UNASKED = 100_000;
    /** Work of a cut beside its pairs of states. */
    private static final int OVERHEAD = 10_000;

    final GroupingProblem problem;
    final SplittableRandom random;
    private final BooleanSupplier stop;
    /** The units that are cut. */
    int[] units;
    /** Position of each unit of the problem among them, or -1. */
    final int[] at;
    /** Position of the unit above each in the tree; -1 for the root. */
    int[] parent;
    /** Positions in the order of a walk from the root. */
    int[] order;

    private final long mostOpen;
    private final int classes;
    private int[][] childrenOf;
    private int[] slots = new int[0];
    private double outsidePrice;
    private long work;
    private int unasked;

    /** States of one unit: parallel arrays. */
    private static final class Table {
        private int size;
        private int[] key = new int[8];
        private long[] load = new long[8];
        private double[] cost = new double[8];
        private int[] before = new int[8];
        private int[] child = new int[8];

        private void set(int i, int keyOf, long loadOf, double costOf, int beforeOf, int childOf) {
            if (i == key.length) {
                key = Arrays.copyOf(key, 2 * i);
                load = Arrays.copyOf(load, 2 * i);
                cost = Arrays.copyOf(cost, 2 * i);
                before = Arrays.copyOf(before, 2 * i);
                child = Arrays.copyOf(child, 2 * i);
            }
            key[i] = keyOf;
            load[i] = loadOf;
            cost[i] = costOf;
            before[i] = beforeOf;
            child[i] = childOf;
            size = Math.max(size, i + 1);
        }
    }

    /** @param stop asked on the way: true gives the cut up */
    TreeCut(GroupingProblem problem, SplittableRandom random, BooleanSupplier stop) {
        this.problem = problem;
        this.random = random;
        this.stop = stop;
        mostOpen = Math.max(1, (long) (problem.most() * MOST_OPEN));
        double window = Math.max(1, problem.most() - problem.least());
        classes = (int) Math.max(LEAST_CLASSES, Math.min(MOST_CLASSES, CLASSES_WITHIN * mostOpen / window));
        at = new int[problem.size()];
        Arrays.fill(at, -1);
    }

    /** How many keys there are, all of them from 0. */
    abstract int keys();

    /** The key of a unit alone that stands for one of so many choices, or {@link #NEVER}. */
    abstract int leaf(int unit, int choice);

    /** What a unit costs under a key. */
    abstract double cost(int unit, int key);

    /** What is known of a subtree that is cut off above a unit, from 0; or {@link #NEVER}. */
    abstract int closed(int unit, int key);

    /** The key above a cut, or {@link #NEVER}. */
    abstract int afterCut(int key, int closed);

    /** The key of two pieces in one group, or {@link #NEVER}. */
    abstract int afterJoin(int above, int below);

    /** Whether the whole tree may end as this. */
    abstract boolean isComplete(int closed);

    /** How much has been reckoned so far, in pairs of states. */
    final long work() {
        return work;
    }

    /** Takes the units that are cut, in one piece. */
    final void begin(int[] region) {
        units = region;
        work += OVERHEAD;
        for (int i = 0; i < units.length; i++) {
            at[units[i]] = i;
        }
    }

    /** Forgets the units. */
    final void end() {
        for (int unit : units) {
            at[unit] = -1;
        }
    }

    /**
     * Draws a random spanning tree.
     *
     * @param label units of one label that are in one piece make a subtree
     * @param deep whether it goes on from the unit that came last, so that branches are few and long, and cuts quick
     */
    final void plant(int[] label, boolean deep) {
        int size = units.length;
        parent = new int[size];
        order = new int[size];
        boolean[] done = new boolean[size];
        Draw inside = new Draw();
        Draw beyond = new Draw();
        inside.add(random.nextInt(size), -1);
        for (int placed = 0; placed < size; ) {
            Draw open = inside.length > 0 ? inside : beyond;
            open.take(deep && open == inside ? open.length - 1 : random.nextInt(open.length));
            int unit = open.taken;
            if (done[unit]) {
                continue;
            }
            done[unit] = true;
            parent[unit] = open.takenFrom;
            order[placed++] = unit;
            for (int near : problem.neighbours()[units[unit]]) {
                int next = at[near];
                if (next >= 0 && !done[next]) {
                    (label[next] == label[unit] ? inside : beyond).add(next, unit);
                }
            }
        }
        children();
    }

    /** Edges of which any may be taken next. */
    private static final class Draw {
        private int[] to = new int[16];
        private int[] from = new int[16];
        private int length;
        private int taken;
        private int takenFrom;

        void add(int unit, int above) {
            if (length == to.length) {
                to = Arrays.copyOf(to, 2 * length);
                from = Arrays.copyOf(from, 2 * length);
            }
            to[length] = unit;
            from[length++] = above;
        }

        void take(int i) {
            taken = to[i];
            takenFrom = from[i];
            length--;
            to[i] = to[length];
            from[i] = from[length];
        }
    }

    private void children() {
        int[] count = new int[units.length];
        for (int i = 1; i < order.length; i++) {
            count[parent[order[i]]]++;
        }
        childrenOf = new int[units.length][];
        for (int unit = 0; unit < units.length; unit++) {
            childrenOf[unit] = new int[count[unit]];
        }
        for (int i = 1; i < order.length; i++) {
            int above = parent[order[i]];
            childrenOf[above][--count[above]] = order[i];
        }
    }

    /** A cut: the piece of each unit, from 0, and the key at the top of each piece. */
    record Cut(int[] piece, int[] keys) {}

    /**
     * Cuts the tree.
     *
     * @param choices how many choices a unit alone has
     * @param priceOfOutside what a unit of load outside the limits costs
     * @return null where nothing is complete, it would take too long or is stopped
     */
    final Cut solve(int choices, double priceOfOutside) {
        outsidePrice = priceOfOutside;
        if (slots.length < keys() * (classes + 1)) {
            slots = new int[keys() * (classes + 1)];
            Arrays.fill(slots, -1);
        }
        long most = work + MOST_WORK;
        Table[][] stages = new Table[units.length][];
        for (int i = order.length - 1; i >= 0; i--) {
            int unit = order[i];
            stages[unit] = new Table[childrenOf[unit].length + 1];
            stages[unit][0] = leaf(unit, choices, new Table());
            for (int c = 0; c < childrenOf[unit].length; c++) {
                int below = childrenOf[unit][c];
                work += (long) stages[unit][c].size * last(stages[below]).size;
                if (work > most) {
                    return null;
                }
                stages[unit][c + 1] = merged(stages[unit][c], below, last(stages[below]));
                if (isStopped(0)) {
                    return null;
                }
            }
        }
        int best = complete(order[0], last(stages[order[0]]));
        return best < 0 ? null : walk(stages, best);
    }

    /** Whether to give up, asked now and then. */
    private boolean isStopped(int pairs) {
        unasked += pairs;
        if (unasked >= PAIRS_UNASKED && !stop.getAsBoolean()) {
            unasked = 0;
        }
        return unasked >= PAIRS_UNASKED;
    }

    private static Table last(Table[] stages) {
        return stages[stages.length - 1];
    }

    private Table leaf(int unit, int choices, Table table) {
        for (int choice = 0; choice < choices; choice++) {
            int key = leaf(unit, choice);
            if (key != NEVER) {
                table.set(table.size, key, problem.loads()[units[unit]], cost(unit, key), -1, -1);
            }
        }
        return table;
    }

    private int complete(int root, Table table) {
        int best = -1;
        for (int i = 0; i < table.size; i++) {
            int closed = closed(root, table.key[i]);
            if (closed != NEVER && isComplete(closed) && (best < 0 || closedCost(table, i) < closedCost(table, best))) {
                best = i;
            }
        }
        return best;
    }

    /** What the states of a unit become with those of a subtree below it, which joins the unit's group or is cut off. */
    private Table merged(Table above, int unitBelow, Table below) {
        Table merged = new Table();
        for (int cheapest : cheapestClosed(unitBelow, below)) {
            int closed = closed(unitBelow, below.key[cheapest]);
            double cost = closedCost(below, cheapest);
            for (int i = 0; i < above.size; i++) {
                keep(merged, afterCut(above.key[i], closed), above.load[i], above.cost[i] + cost, i, -1 - cheapest);
            }
        }
        for (int i = 0; i < above.size && !isStopped(below.size); i++) {
            for (int j = 0; j < below.size; j++) {
                long load = above.load[i] + below.load[j];
                if (load <= mostOpen) {
                    int key = afterJoin(above.key[i], below.key[j]);
                    keep(merged, key, load, above.cost[i] + below.cost[j], i, j);
                }
            }
        }
        for (int i = 0; i < merged.size; i++) {
            slots[slot(merged.key[i], merged.load[i])] = -1;
        }
        return merged;
    }

    /** The cheapest state of each kind in which a subtree may be cut off. */
    private int[] cheapestClosed(int unit, Table table) {
        int[] best = new int[keys()];
        Arrays.fill(best, -1);
        for (int i = 0; i < table.size; i++) {
            int closed = closed(unit, table.key[i]);
            if (closed != NEVER && (best[closed] < 0 || closedCost(table, i) < closedCost(table, best[closed]))) {
                best[closed] = i;
            }
        }
        return Arrays.stream(best).filter(i -> i >= 0).toArray();
    }

    private double closedCost(Table table, int state) {
        return table.cost[state] + outsidePrice * problem.outside(table.load[state]);
    }

    private void keep(Table table, int key, long load, double cost, int before, int child) {
        if (key == NEVER) {
            return;
        }
        int slot = slot(key, load);
        if (slots[slot] < 0) {
            slots[slot] = table.size;
            table.set(table.size, key, load, cost, before, child);
        } else if (cost < table.cost[slots[slot]]) {
            table.set(slots[slot], key, load, cost, before, child);
        }
    }

    private int slot(int key, long load) {
        // a unit alone may have more than a group may on the way
        return key * (classes + 1) + (int) Math.min(classes, (double) load / mostOpen * classes);
    }

    /** The pieces that a state of the root stands for, from the root down. */
    private Cut walk(Table[][] stages, int top) {
        int[] state = new int[units.length];
        int[] piece = new int[units.length];
        int[] keys = new int[units.length];
        int pieces = 1;
        state[order[0]] = top;
        keys[0] = last(stages[order[0]]).key[top];
        for (int unit : order) {
            int now = state[unit];
            for (int c = childrenOf[unit].length - 1; c >= 0; c--) {
                Table table = stages[unit][c + 1];
                int below = childrenOf[unit][c];
                int child = table.child[now];
                state[below] = child < 0 ? -1 - child : child;
                piece[below] = child < 0 ? pieces : piece[unit];
                if (child < 0) {
                    keys[pieces++] = last(stages[below]).key[state[below]];
                }
                now = table.before[now];
            }
        }
        return new Cut(piece, Arrays.copyOf(keys, pieces));
    }
}
