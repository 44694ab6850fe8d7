package org.zhenjie.planner.consolidation;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Closes the gap between the Lagrangian bound and the cheapest set of kept sites, capacities apart. Sites that stay in no cheaper set, by
 * what they gain at the bound's prices, are left out (reduced cost fixing); the others are branched on, the least bound first, each
 * node with prices that go on from its parent's. That pays where few sites stay: the bound is weakest there. Deterministic
 * unless it is stopped.
 */
final class Branching {
    /** More pairs of sites and hosts are not branched on. */
    private static final long MOST_PAIRS = 4_000_000;
    /** Prices that waiting nodes may hold together: what bounds their memory. */
    private static final long MOST_PRICES = 16_000_000;

    private static final int ITERATIONS = 40;
    /** Iterations without a better bound after which the steps get half as long. */
    private static final int PATIENCE = 4;

    /** What a direction keeps of the last one. */
    private static final double MEMORY = 0.5;

    private final int size;
    private final int keep;
    /** Sites that may stay; below they go by their position here. */
    private final int[] hosts;

    private final long[][] cost;
    /** Hosts of each site by cost. */
    private final int[][] near;

    private final PriorityQueue<Node> queue = new PriorityQueue<>(Comparator.comparingDouble(Node::bound));
    private List<Integer> set;
    private long least;
    private long work;

    /** All sets with the open hosts and without the shut ones; what none of them costs less than; the host to branch on. */
    private record Node(double bound, double[] prices, BitSet open, BitSet shut, int next) {}

    /**
     * Begins with all sets.
     *
     * @param prices of the sites, that give a good bound
     * @param set the cheapest set known
     */
    Branching(MergeCosts costs, double[] prices, List<Integer> set) {
        this.set = set;
        size = costs.size();
        keep = set.size();
        least = IntStream.range(0, size)
                .mapToLong(site -> set.stream()
                        .mapToLong(host -> costs.of(site, host))
                        .min()
                        .orElseThrow())
                .sum();
        hosts = possible(costs, prices);
        boolean few = (long) hosts.length * size <= MOST_PAIRS;
        cost = new long[size][few ? hosts.length : 0];
        near = new int[size][];
        for (int site = 0; site < size; site++) {
            long[] row = cost[site];
            for (int host = 0; host < row.length; host++) {
                row[host] = costs.of(site, hosts[host]);
            }
            near[site] = sorted(IntStream.range(0, row.length), host -> row[host]);
        }
        if (few) {
            new Part(new BitSet(), new BitSet()).relax(0, prices);
        } else {
            queue.add(new Node(0, prices, new BitSet(), new BitSet(), -1));
        }
    }

    private static int[] sorted(IntStream of, IntToDoubleFunction by) {
        return of.boxed()
                .sorted(Comparator.comparingDouble(by::applyAsDouble))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The sites that may stay in a cheaper set, and those of the set known. */
    private int[] possible(MergeCosts costs, double[] prices) {
        double[] gains = new double[size];
        for (int site = 0; site < size; site++) {
            for (int host = 0; host < size; host++) {
                gains[host] += Math.min(0, costs.of(site, host) - prices[site]);
            }
        }
        double[] ranked = gains.clone();
        Arrays.sort(ranked);
        double others =
                Arrays.stream(prices).sum() + Arrays.stream(ranked, 0, keep - 1).sum();
        return IntStream.range(0, size)
                .filter(host -> set.contains(host) || !isDone(others + Math.max(gains[host], ranked[keep - 1])))
                .toArray();
    }

    /** Whether no set with such a bound is cheaper than the one known. */
    private boolean isDone(double bound) {
        return LagrangianBound.whole(bound) >= least - LagrangianBound.slack(least);
    }

    /**
     * Branches until nothing is left, memory is full, or a limit is reached.
     *
     * @param mostWork elementary steps to take: some hundred million in a second
     */
    void run(long mostWork, BooleanSupplier stop) {
        while (!isOver() && work < mostWork && !stop.getAsBoolean()) {
            Node node = queue.poll();
            new Part(and(node.open(), node.next()), node.shut()).relax(node.bound(), node.prices());
            new Part(node.open(), and(node.shut(), node.next())).relax(node.bound(), node.prices());
        }
    }

    private boolean isOver() {
        return queue.isEmpty()
                || queue.peek().next() < 0
                || isDone(queue.peek().bound())
                || (long) queue.size() * size > MOST_PRICES;
    }

    private static BitSet and(BitSet set, int one) {
        BitSet both = (BitSet) set.clone();
        both.set(one);
        return both;
    }

    /** The cheapest set known. */
    List<Integer> set() {
        return set;
    }

    /** No set costs less. */
    long bound() {
        return queue.isEmpty() || isDone(queue.peek().bound())
                ? least - LagrangianBound.slack(least)
                : (long) Math.max(0, LagrangianBound.whole(queue.peek().bound()));
    }

    /** Some of all sets, and what they cost at least. */
    private final class Part {
        private final BitSet open;
        private final BitSet shut;
        private final int[] free;
        private final int choose;
        /** At the prices tried last what each host gains, the free ones by that, and which are chosen. */
        private final double[] gain = new double[hosts.length];

        private int[] ranked;
        private final boolean[] isChosen = new boolean[hosts.length];
        private final int[] times = new int[hosts.length];
        private final double[] direction = new double[size];

        Part(BitSet open, BitSet shut) {
            this.open = open;
            this.shut = shut;
            free = IntStream.range(0, hosts.length)
                    .filter(host -> !open.get(host) && !shut.get(host))
                    .toArray();
            choose = keep - open.cardinality();
        }

        /** Improves the prices; keeps the part to be branched on where it may hold a cheaper set. */
        void relax(double before, double[] from) {
            if (free.length < choose) {
                return;
            }
            double[] price = from.clone();
            double[] best = from;
            double most = Double.NEGATIVE_INFINITY;
            double agility = 1;
            int sinceBetter = 0;
            for (int i = 0; i < ITERATIONS && !isDone(most); i++) {
                double bound = bound(price);
                if (bound > most) {
                    most = bound;
                    best = price.clone();
                    sinceBetter = 0;
                } else if (++sinceBetter >= PATIENCE) {
                    agility /= 2;
                    sinceBetter = 0;
                }
                step(price, agility * (least - bound));
            }
            if (!isDone(Math.max(before, most))) {
                bound(best);
                note();
                keep(Math.max(before, most), most, best);
            }
        }

        private double bound(double[] price) {
            Arrays.fill(gain, 0);
            double sum = 0;
            for (int site = 0; site < size; site++) {
                sum += price[site];
                long[] row = cost[site];
                for (int host : near[site]) {
                    double reduced = row[host] - price[site];
                    if (reduced >= 0) {
                        break;
                    }
                    gain[host] += reduced;
                    work++;
                }
            }
            ranked = sorted(Arrays.stream(free), host -> gain[host]);
            Arrays.fill(isChosen, false);
            open.stream().forEach(host -> isChosen[host] = true);
            for (int i = 0; i < choose; i++) {
                isChosen[ranked[i]] = true;
                times[ranked[i]]++;
            }
            for (int host = 0; host < gain.length; host++) {
                sum += isChosen[host] ? gain[host] : 0;
            }
            return sum;
        }

        private void step(double[] price, double length) {
            double norm = 0;
            for (int site = 0; site < size; site++) {
                int taken = 0;
                for (int host : near[site]) {
                    if (cost[site][host] >= price[site]) {
                        break;
                    }
                    taken += isChosen[host] ? 1 : 0;
                }
                direction[site] = 1 - taken + MEMORY * direction[site];
                norm += direction[site] * direction[site];
            }
            for (int site = 0; norm > 0 && site < size; site++) {
                price[site] = Math.max(0, price[site] + length / norm * direction[site]);
            }
        }

        /** Takes the chosen hosts as a set if it is the cheapest one. */
        private void note() {
            long sum = 0;
            for (int site = 0; site < size; site++) {
                int rank = 0;
                while (!isChosen[near[site][rank]]) {
                    rank++;
                }
                sum += cost[site][near[site][rank]];
            }
            if (sum < least) {
                least = sum;
                set = IntStream.range(0, hosts.length)
                        .filter(host -> isChosen[host])
                        .map(host -> hosts[host])
                        .boxed()
                        .toList();
            }
        }

        /** Opens and shuts what the bound decides, and picks the host that was chosen most nearly every other time. */
        private void keep(double bound, double own, double[] prices) {
            if (choose == 0 || choose == free.length || isDone(bound)) {
                return;
            }
            BitSet opened = (BitSet) open.clone();
            BitSet closed = (BitSet) shut.clone();
            double last = gain[ranked[choose - 1]];
            double first = gain[ranked[choose]];
            int next = -1;
            for (int host : free) {
                if (isChosen[host] && isDone(own - gain[host] + first)) {
                    opened.set(host);
                } else if (!isChosen[host] && isDone(own + gain[host] - last)) {
                    closed.set(host);
                } else if (next < 0 || isMoreOpen(host, next)) {
                    next = host;
                }
            }
            if (next >= 0) {
                queue.add(new Node(bound, prices, opened, closed, next));
            } else {
                new Part(opened, closed).relax(bound, prices);
            }
        }

        private boolean isMoreOpen(int host, int other) {
            int most = times[ranked[0]];
            return Math.abs(2 * times[host] - most) < Math.abs(2 * times[other] - most);
        }
    }
}
