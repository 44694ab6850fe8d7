package org.zhenjie.planner.yardstick;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Least-cost circulation in a network by the primal simplex method on spanning trees. Costs are pairs compared in lexicographic
 * order, so that a first goal (posts short of need) is met before a second one (soft cost) without weights that would overflow.
 *
 * <p>A convex arc is priced by its next and its last unit; in the tree it stands for one unit's step only, so that it acts like parallel
 * arcs of rising cost without their number. A solve may set out from any circulation: an arc outside the tree may carry any flow. The tree
 * is kept strongly feasible (the leaving arc is the last blocking
 * one on the cycle from its apex), which rules out cycling: Cunningham 1976; Ahuja, Magnanti, Orlin, <i>Network Flows</i>, 11.6.
 */
public final class CirculationNetwork {

    private static final int PIVOTS_BETWEEN_STOPS = 256;

    /** What each unit on a convex arc costs in the second goal. */
    interface Slope {
        /** Cost of the unit that comes upon {@code units} others; never less than that of the one before. */
        long at(long units);
    }

    private int nodes;
    private int arcs;
    private int[] from = new int[64];
    private int[] to = new int[64];
    private long[] capacity = new long[64];
    private long[] major = new long[64];
    private long[] minor = new long[64];
    private Slope[] slope = new Slope[64];
    private long[] flow = new long[64];
    private long[] potential = {};
    private long[] majorPotential = {};

    /** Adds a node and returns its number. */
    public int node() {
        return nodes++;
    }

    /**
     * Adds an arc that carries 0 to {@code capacity} units and returns its number.
     *
     * @param majorCost cost of a unit in the first goal
     * @param minorCost cost of a unit in the second goal
     */
    public int arc(int source, int target, long arcCapacity, long majorCost, long minorCost) {
        if (arcs == from.length) {
            grow();
        }
        from[arcs] = source;
        to[arcs] = target;
        capacity[arcs] = Math.max(0, arcCapacity);
        major[arcs] = majorCost;
        minor[arcs] = minorCost;
        return arcs++;
    }

    /** Adds an arc without cost in the first goal whose units cost ever more in the second. */
    int arc(int source, int target, long arcCapacity, Slope unitCost) {
        int arc = arc(source, target, arcCapacity, 0, 0);
        slope[arc] = unitCost;
        return arc;
    }

    /** Units that an arc could carry more. */
    long room(int arc) {
        return capacity[arc] - flow[arc];
    }

    /** Adds units to an arc before {@link #solve}; all that is added must be within capacity and in balance at each node. */
    void start(int arc, long units) {
        flow[arc] += units;
    }

    /** Units on an arc after {@link #solve}. */
    public long flow(int arc) {
        return flow[arc];
    }

    /** What a unit more on an arc would cost in the second goal after {@link #solve}, all else put right: the reduced cost. */
    public long reducedCost(int arc) {
        return next(arc) + potential[from[arc]] - potential[to[arc]];
    }

    /** Cost of one unit more in the second goal. */
    private long next(int arc) {
        return slope[arc] == null ? minor[arc] : slope[arc].at(flow[arc]);
    }

    /** Cost of the last unit in the second goal. */
    private long last(int arc) {
        return slope[arc] == null ? minor[arc] : slope[arc].at(flow[arc] - 1);
    }

    /** Whether a unit more on an arc would harm the first goal. */
    boolean harmsFirstGoal(int arc) {
        return major[arc] + majorPotential[from[arc]] - majorPotential[to[arc]] > 0;
    }

    private void grow() {
        int size = from.length * 2;
        from = Arrays.copyOf(from, size);
        to = Arrays.copyOf(to, size);
        capacity = Arrays.copyOf(capacity, size);
        major = Arrays.copyOf(major, size);
        minor = Arrays.copyOf(minor, size);
        slope = Arrays.copyOf(slope, size);
        flow = Arrays.copyOf(flow, size);
    }

    /** Finds a circulation of least cost. */
    void solve() {
        solve(() -> false);
    }

    /**
     * Finds a circulation of least cost.
     *
     * @param stop asked now and then whether to give up
     * @throws CancellationException when it gave up
     */
    public void solve(BooleanSupplier stop) {
        new Simplex().run(stop);
    }

    /** The spanning tree and its potentials. Tree arcs have reduced cost 0; reduced = cost + potential(from) - potential(to). */
    private final class Simplex {
        private final int root = nodes;
        private final int[] parent = new int[nodes + 1];
        private final int[] depth = new int[nodes + 1];
        /** Arc to the parent; the arc from node v to the root that exists only in the tree has number -1 - v. */
        private final int[] link = new int[nodes + 1];

        private final boolean[] linkUp = new boolean[nodes + 1];
        private final int[] firstChild = new int[nodes + 1];
        private final int[] nextSibling = new int[nodes + 1];
        private final int[] previousSibling = new int[nodes + 1];
        private final long[] potentialMajor = new long[nodes + 1];
        private final long[] potentialMinor = new long[nodes + 1];
        private final boolean[] inTree = new boolean[arcs];
        /** The flow from which the step of a convex arc in the tree counts. */
        private final long[] step = new long[arcs];

        private final int[] stack = new int[nodes + 1];
        private int scan;
        private boolean forward;

        void run(BooleanSupplier stop) {
            Arrays.fill(firstChild, -1);
            parent[root] = -1;
            for (int node = 0; node < nodes; node++) {
                link[node] = -1 - node;
                linkUp[node] = true;
                attach(node, root);
                depth[node] = 1;
            }
            int entering = nextEntering();
            for (int pivots = 0; entering >= 0; pivots++) {
                if (pivots % PIVOTS_BETWEEN_STOPS == 0 && stop.getAsBoolean()) {
                    throw new CancellationException();
                }
                pivot(entering);
                entering = nextEntering();
            }
            potential = potentialMinor;
            majorPotential = potentialMajor;
        }

        /** The most violating arc of the next block that has one; -1 when none is left. Tells which way in {@link #forward}. */
        private int nextEntering() {
            int block = Math.max(32, (int) Math.sqrt(arcs));
            int best = -1;
            long bestMajor = 0;
            long bestMinor = 0;
            int inBlock = 0;
            for (int seen = 0; seen < arcs; seen++) {
                int arc = scan;
                scan = scan + 1 == arcs ? 0 : scan + 1;
                if (!inTree[arc] && capacity[arc] > 0) {
                    long byMajor = potentialMajor[from[arc]] - potentialMajor[to[arc]];
                    long byMinor = potentialMinor[from[arc]] - potentialMinor[to[arc]];
                    if (flow[arc] < capacity[arc]) {
                        long reducedMajor = major[arc] + byMajor;
                        if (reducedMajor <= bestMajor) {
                            long reducedMinor = next(arc) + byMinor;
                            if (reducedMajor < bestMajor || reducedMinor < bestMinor) {
                                best = arc;
                                bestMajor = reducedMajor;
                                bestMinor = reducedMinor;
                                forward = true;
                            }
                        }
                    }
                    if (flow[arc] > 0) {
                        long reducedMajor = -major[arc] - byMajor;
                        if (reducedMajor <= bestMajor) {
                            long reducedMinor = -last(arc) - byMinor;
                            if (reducedMajor < bestMajor || reducedMinor < bestMinor) {
                                best = arc;
                                bestMajor = reducedMajor;
                                bestMinor = reducedMinor;
                                forward = false;
                            }
                        }
                    }
                }
                if (++inBlock == block) {
                    if (best >= 0) {
                        return best;
                    }
                    inBlock = 0;
                }
            }
            return best;
        }

        private void pivot(int entering) {
            int tail = forward ? from[entering] : to[entering];
            int head = forward ? to[entering] : from[entering];
            int apex = apex(tail, head);

            step[entering] = forward || slope[entering] == null ? flow[entering] : flow[entering] - 1;
            long most = forward ? room(entering) : flow[entering];
            if (slope[entering] != null) {
                most = Math.min(most, 1);
            }
            int leaving = -1;
            boolean leavingAtTail = false;
            for (int node = tail; node != apex; node = parent[node]) {
                long room = linkUp[node] ? used(node) : free(node);
                if (room < most) {
                    most = room;
                    leaving = node;
                    leavingAtTail = true;
                }
            }
            for (int node = head; node != apex; node = parent[node]) {
                long room = linkUp[node] ? free(node) : used(node);
                if (room <= most) {
                    most = room;
                    leaving = node;
                    leavingAtTail = false;
                }
            }
            push(entering, tail, head, apex, most);
            if (leaving >= 0) {
                exchange(entering, leaving, leavingAtTail ? tail : head, leavingAtTail ? head : tail);
            }
        }

        private void push(int entering, int tail, int head, int apex, long units) {
            if (units == 0) {
                return;
            }
            flow[entering] += forward ? units : -units;
            for (int node = tail; node != apex; node = parent[node]) {
                addToLink(node, linkUp[node] ? -units : units);
            }
            for (int node = head; node != apex; node = parent[node]) {
                addToLink(node, linkUp[node] ? units : -units);
            }
        }

        private int apex(int one, int other) {
            int a = one;
            int b = other;
            while (a != b) {
                if (depth[a] >= depth[b]) {
                    a = parent[a];
                } else {
                    b = parent[b];
                }
            }
            return a;
        }

        /** Room on the link of a node in its own direction; the links to the root never fill. */
        private long free(int node) {
            int arc = link[node];
            if (arc < 0) {
                return Long.MAX_VALUE;
            }
            return slope[arc] == null ? capacity[arc] - flow[arc] : step[arc] + 1 - flow[arc];
        }

        private long used(int node) {
            int arc = link[node];
            if (arc < 0) {
                return 0;
            }
            return slope[arc] == null ? flow[arc] : flow[arc] - step[arc];
        }

        private void addToLink(int node, long units) {
            if (link[node] < 0) {
                throw new IllegalStateException("flow on a link that carries none");
            }
            flow[link[node]] += units;
        }

        /** The entering arc replaces the link of {@code leaving}: what hangs below is turned to hang from {@code outside}. */
        private void exchange(int entering, int leaving, int inside, int outside) {
            if (link[leaving] >= 0) {
                inTree[link[leaving]] = false;
            }
            inTree[entering] = true;
            int node = inside;
            int newParent = outside;
            int newLink = entering;
            boolean newUp = from[entering] == inside;
            while (true) {
                int oldParent = parent[node];
                int oldLink = link[node];
                boolean oldUp = linkUp[node];
                detach(node);
                attach(node, newParent);
                link[node] = newLink;
                linkUp[node] = newUp;
                if (node == leaving) {
                    break;
                }
                newParent = node;
                newLink = oldLink;
                newUp = !oldUp;
                node = oldParent;
            }
            shift(entering, inside);
        }

        private long treeCost(int arc) {
            return slope[arc] == null ? minor[arc] : slope[arc].at(step[arc]);
        }

        /** Gives the subtree of {@code top} potentials by which the entering arc's reduced cost is 0. */
        private void shift(int entering, int top) {
            long reducedMajor = major[entering] + potentialMajor[from[entering]] - potentialMajor[to[entering]];
            long reducedMinor = treeCost(entering) + potentialMinor[from[entering]] - potentialMinor[to[entering]];
            boolean tail = from[entering] == top;
            long byMajor = tail ? -reducedMajor : reducedMajor;
            long byMinor = tail ? -reducedMinor : reducedMinor;
            int size = 0;
            stack[size++] = top;
            while (size > 0) {
                int node = stack[--size];
                potentialMajor[node] += byMajor;
                potentialMinor[node] += byMinor;
                depth[node] = depth[parent[node]] + 1;
                for (int child = firstChild[node]; child >= 0; child = nextSibling[child]) {
                    stack[size++] = child;
                }
            }
        }

        private void attach(int node, int newParent) {
            parent[node] = newParent;
            previousSibling[node] = -1;
            nextSibling[node] = firstChild[newParent];
            if (firstChild[newParent] >= 0) {
                previousSibling[firstChild[newParent]] = node;
            }
            firstChild[newParent] = node;
        }

        private void detach(int node) {
            if (previousSibling[node] >= 0) {
                nextSibling[previousSibling[node]] = nextSibling[node];
            } else {
                firstChild[parent[node]] = nextSibling[node];
            }
            if (nextSibling[node] >= 0) {
                previousSibling[nextSibling[node]] = previousSibling[node];
            }
        }
    }
}
