package org.zhenjie.planner.consolidation;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * A lower bound on the cost of every plan: 'each site merges once' is priced (Lagrangian relaxation), the prices are improved by
 * subgradient steps (Held and Karp; Cornuejols, Fisher, Nemhauser 1977) along directions that remember the last one (Camerini,
 * Fratta, Maffioli 1975). Each host then takes what pays; under a capacity, its best load (0/1 knapsack). A share to cover below 1
 * is left out, which can only lower the bound. Deterministic unless it is stopped; not for several threads.
 */
public final class LagrangianBound {
    private static final double HAIR = 1e-11;
    /** What sums of prices may be off by rounding, as a share. */
    private static final double NOISE = 1e-14;

    private static final int MOST_SETS = 8;
    private static final double FIRST_AGILITY = 1.5;
    private static final double LEAST_AGILITY = 0.003;
    /** Iterations without a better bound after which the steps get shorter. */
    private static final int PATIENCE = 20;

    private static final double SHORTER = 0.75;
    /** What a direction keeps of the last one. */
    private static final double MEMORY = 0.6;

    private final ConsolidationProblem problem;
    private final MergeCosts costs;
    private final HostGains gains;
    private final int size;
    private final double[] price;
    private final double[] bestPrice;
    private final double[] direction;
    private double best = 0;
    private long target = Long.MAX_VALUE;
    private final Deque<List<Integer>> sets = new ArrayDeque<>();
    private long cheapestSet = Long.MAX_VALUE;

    /** A bound of 0 that has not been improved. */
    LagrangianBound(ConsolidationProblem problem, MergeCosts costs) {
        this.problem = problem;
        this.costs = costs;
        size = problem.size();
        gains = problem.isCapacitated() ? new KnapsackGains(problem, costs) : new FreeGains(problem, costs);
        price = new double[size];
        direction = new double[size];
        for (int site = 0; site < size; site++) {
            int[] near = costs.near(site);
            price[site] = costs.of(site, near[Math.min(near.length - 1, Math.max(1, size / problem.keep() / 2))]);
        }
        bestPrice = price.clone();
    }

    /**
     * Computes the bound.
     *
     * @param iterations most subgradient steps
     * @param stop asked between the steps: true ends with the bound so far, which is weaker but a bound
     */
    public static LagrangianBound of(ConsolidationProblem problem, int iterations, BooleanSupplier stop) {
        LagrangianBound bound = new LagrangianBound(problem, MergeCosts.of(problem));
        bound.improve(iterations, Long.MAX_VALUE, stop);
        return bound;
    }

    /** No plan that keeps the hard rules costs less; whole. */
    public long value() {
        if (best == Double.POSITIVE_INFINITY) {
            return ConsolidationProblem.CLOSED;
        }
        // prices may be far above what the bound comes to: where many sites have few hosts
        double noise = NOISE * Arrays.stream(bestPrice).sum();
        return Math.max(0, Math.min((long) whole(best), (long) Math.ceil(best - noise)));
    }

    /** Costs are whole, so is the least cost; a hair is given for the rounding of the sums. */
    static double whole(double bound) {
        return Math.ceil(bound - Math.max(1e-6, Math.abs(bound) * HAIR));
    }

    /** A bound that is no further below a cost meets it: hairs leave no more to be told. 0 for all but large costs. */
    static long slack(long cost) {
        return (long) (2 * HAIR * Math.abs(cost));
    }

    /** Whether no plan is known to be possible that costs less. */
    public static boolean isMet(long cost, long bound) {
        return cost - slack(cost) <= bound;
    }

    /** The prices that gave it. */
    double[] prices() {
        return bestPrice.clone();
    }

    /** Takes another bound where it is greater. */
    void raise(long other) {
        best = Math.max(best, other);
    }

    /** Sets of kept sites that came up on the way and were the best then, the best one first; capacities apart. */
    public List<List<Integer>> kept() {
        return List.copyOf(sets);
    }

    /**
     * Goes on from the best prices so far.
     *
     * @param knownCost cost of the best plan known, which the steps aim at; {@link Long#MAX_VALUE} if none is
     */
    void improve(int iterations, long knownCost, BooleanSupplier stop) {
        System.arraycopy(bestPrice, 0, price, 0, size);
        Arrays.fill(direction, 0);
        target = Math.min(target, knownCost);
        double agility = FIRST_AGILITY;
        int sinceBetter = 0;
        for (int i = 0; i < iterations && agility > LEAST_AGILITY && !stop.getAsBoolean() && value() < target; i++) {
            int[] hosts = gains.best(price);
            double bound = Arrays.stream(price).sum() + gains.sum();
            note(hosts);
            if (bound > best * (1 + 1e-9)) {
                sinceBetter = 0;
                best = bound;
                System.arraycopy(price, 0, bestPrice, 0, size);
            } else if (++sinceBetter >= PATIENCE) {
                agility *= SHORTER;
                sinceBetter = 0;
                System.arraycopy(bestPrice, 0, price, 0, size);
                Arrays.fill(direction, 0);
                continue;
            }
            if (!step(bound, agility)) {
                break;
            }
        }
    }

    private boolean step(double bound, double agility) {
        double[] taken = gains.taken();
        double norm = 0;
        for (int site = 0; site < size; site++) {
            direction[site] = 1 - taken[site] + MEMORY * direction[site];
            norm += direction[site] * direction[site];
        }
        if (norm < 1e-12) {
            return false;
        }
        double aim = target == Long.MAX_VALUE ? bound * 1.05 + 1 : target;
        double length = agility * Math.max(aim - bound, Math.abs(bound) * 1e-5 + 1e-3) / norm;
        for (int site = 0; site < size; site++) {
            price[site] = Math.min(gains.most(site), Math.max(0, price[site] + length * direction[site]));
        }
        return true;
    }

    /** Notes a set if nearest hosts make it the cheapest so far. */
    private void note(int[] hosts) {
        boolean[] open = new boolean[size];
        for (int host : hosts) {
            open[host] = true;
        }
        long cost = 0;
        for (int site = 0; site < size; site++) {
            cost += nearest(site, open, hosts);
        }
        if (cost < cheapestSet || sets.isEmpty()) {
            cheapestSet = cost;
            sets.addFirst(Arrays.stream(hosts).sorted().boxed().toList());
        }
        if (sets.size() > MOST_SETS) {
            sets.removeLast();
        }
        if (!problem.isCapacitated() && problem.loadToCover() == 0 && cost < costs.forbidden()) {
            target = Math.min(target, cost);
        }
    }

    private long nearest(int site, boolean[] open, int[] hosts) {
        for (int host : costs.near(site)) {
            if (open[host]) {
                return costs.of(site, host);
            }
        }
        long least = costs.forbidden();
        for (int host : hosts) {
            least = Math.min(least, costs.of(site, host));
        }
        return least;
    }

    /** What each host gains at given prices, and what the best k of them take. */
    private abstract static class HostGains {
        final ConsolidationProblem problem;
        final MergeCosts costs;
        final int size;
        final double[] gain;
        final double[] taken;
        double sum;

        HostGains(ConsolidationProblem problem, MergeCosts costs) {
            this.problem = problem;
            this.costs = costs;
            size = problem.size();
            gain = new double[size];
            taken = new double[size];
        }

        /** The k hosts that gain most; {@link #sum} and {@link #taken} are theirs then. */
        abstract int[] best(double[] price);

        /** Sum of the gains of the best k, 0 or less. */
        double sum() {
            return sum;
        }

        /** How often each site is taken by the best k. */
        double[] taken() {
            return taken;
        }

        /** Up to which price every host that would take a site is known. */
        double most(int site) {
            int[] near = costs.near(site);
            boolean all = costs.listsBelow(site, costs.forbidden());
            return all ? costs.forbidden() : costs.of(site, near[near.length - 1]);
        }

        int[] ranked() {
            return IntStream.range(0, size)
                    .boxed()
                    .sorted(Comparator.comparingDouble(host -> gain[host]))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
    }

    /** Every host takes all that pays. */
    private static final class FreeGains extends HostGains {
        FreeGains(ConsolidationProblem problem, MergeCosts costs) {
            super(problem, costs);
        }

        @Override
        int[] best(double[] price) {
            Arrays.fill(gain, 0);
            for (int site = 0; site < size; site++) {
                long[] row = costs.row(site);
                for (int host : costs.near(site)) {
                    double reduced = row[host] - price[site];
                    if (reduced >= 0) {
                        break;
                    }
                    gain[host] += reduced;
                }
            }
            int[] hosts = Arrays.copyOf(ranked(), problem.keep());
            boolean[] open = new boolean[size];
            sum = 0;
            for (int host : hosts) {
                open[host] = true;
                sum += gain[host];
            }
            take(open, price);
            return hosts;
        }

        private void take(boolean[] open, double[] price) {
            Arrays.fill(taken, 0);
            for (int site = 0; site < size; site++) {
                long[] row = costs.row(site);
                for (int host : costs.near(site)) {
                    if (row[host] >= price[site]) {
                        break;
                    }
                    taken[site] += open[host] ? 1 : 0;
                }
            }
        }
    }

    /** Every host takes itself and the load that pays most within its capacity. */
    private static final class KnapsackGains extends HostGains {
        private final Knapsack[] knapsacks;

        KnapsackGains(ConsolidationProblem problem, MergeCosts costs) {
            super(problem, costs);
            knapsacks = new Knapsack[size];
            for (int host = 0; host < size; host++) {
                long room = problem.sites().get(host).capacity() - problem.load(host);
                knapsacks[host] = new Knapsack(room);
            }
        }

        @Override
        int[] best(double[] price) {
            for (Knapsack knapsack : knapsacks) {
                knapsack.clear();
            }
            for (int site = 0; site < size; site++) {
                long[] row = costs.row(site);
                for (int host : costs.near(site)) {
                    if (row[host] >= price[site]) {
                        break;
                    }
                    if (host != site) {
                        knapsacks[host].offer(site, problem.load(site), price[site] - row[host]);
                    }
                }
            }
            for (int host = 0; host < size; host++) {
                gain[host] = knapsacks[host].isPossible()
                        ? -price[host] - knapsacks[host].relaxed()
                        : Double.POSITIVE_INFINITY;
            }
            int[] hosts = fill(price);
            Arrays.fill(taken, 0);
            sum = 0;
            for (int host : hosts) {
                sum += gain[host];
                taken[host]++;
                knapsacks[host].addTaken(taken);
            }
            return hosts;
        }

        /** The best k by exact knapsacks: those with the best relaxed ones are filled until no other can come up to them. */
        private int[] fill(double[] price) {
            int keep = problem.keep();
            int[] hosts = ranked();
            double[] filled = new double[size];
            int number = 0;
            double worst = Double.POSITIVE_INFINITY;
            while (number < size && (number < keep || gain[hosts[number]] < worst)) {
                int host = hosts[number];
                if (knapsacks[host].isPossible()) {
                    gain[host] = -price[host] - knapsacks[host].exact();
                }
                filled[number++] = gain[host];
                if (number >= keep) {
                    Arrays.sort(filled, 0, number);
                    worst = filled[keep - 1];
                }
            }
            return Arrays.stream(hosts, 0, number)
                    .boxed()
                    .sorted(Comparator.comparingDouble(host -> gain[host]))
                    .limit(keep)
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
    }
}
