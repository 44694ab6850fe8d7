package org.zhenjie.planner.consolidation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * A lower bound on the cost of every plan: 'each site merges once' is priced (Lagrangian relaxation), the prices are improved by
 * subgradient steps (Held and Karp; Cornuejols, Fisher, Nemhauser 1977). Each host then takes what pays; under a capacity, the
 * fractional knapsack bounds what it can take. A share to cover below 1 is left out, which can only lower the bound.
 *
 * @param value no plan that keeps the hard rules costs less; whole
 * @param kept sets of kept sites that came up on the way and were the best then, the best one first; capacities apart
 */
public record LagrangianBound(long value, List<List<Integer>> kept) {

    private static final int MOST_SETS = 8;

    /**
     * Computes the bound; deterministic unless it is stopped.
     *
     * @param iterations most subgradient steps; each looks at every pair of sites once
     * @param stop asked between the steps: true ends with the bound so far, which is weaker but a bound
     */
    public static LagrangianBound of(ConsolidationProblem problem, int iterations, BooleanSupplier stop) {
        return new Subgradient(problem).run(iterations, stop);
    }

    /** The prices and the best bound so far. */
    private static final class Subgradient {
        private static final double CLOSED = Double.POSITIVE_INFINITY;

        private final ConsolidationProblem problem;
        private final int size;
        private final double[][] cost;
        private final double[] price;
        private final boolean capacitated;
        private double best = 0;
        private long bestPlanCost = Long.MAX_VALUE;
        private final Deque<List<Integer>> sets = new ArrayDeque<>();

        Subgradient(ConsolidationProblem problem) {
            this.problem = problem;
            size = problem.size();
            capacitated = problem.isCapacitated();
            cost = new double[size][size];
            price = new double[size];
            MergeCosts costs = MergeCosts.of(problem);
            for (int host = 0; host < size; host++) {
                for (int site = 0; site < size; site++) {
                    cost[host][site] = costs.isOpen(site, host) ? costs.of(site, host) : CLOSED;
                }
            }
            for (int site = 0; site < size; site++) {
                double[] open = openCosts(site);
                price[site] =
                        open.length == 0 ? 0 : open[Math.min(open.length - 1, Math.max(1, size / problem.keep() / 2))];
            }
        }

        private double[] openCosts(int site) {
            return IntStream.range(0, size)
                    .mapToDouble(host -> cost[host][site])
                    .filter(value -> value < CLOSED)
                    .sorted()
                    .toArray();
        }

        LagrangianBound run(int iterations, BooleanSupplier stop) {
            double agility = 1.6;
            int sinceBetter = 0;
            for (int iteration = 0; iteration < iterations && agility > 0.002 && !stop.getAsBoolean(); iteration++) {
                double[] gain = new double[size];
                IntStream.range(0, size).forEach(host -> gain[host] = capacitated ? knapsack(host, null) : free(host));
                int[] hosts = IntStream.range(0, size)
                        .boxed()
                        .sorted(Comparator.comparingDouble(host -> gain[host]))
                        .limit(problem.keep())
                        .mapToInt(Integer::intValue)
                        .toArray();
                double bound = Arrays.stream(price).sum()
                        + Arrays.stream(hosts).mapToDouble(host -> gain[host]).sum();
                if (bound > best * (1 + 1e-9)) {
                    best = bound;
                    sinceBetter = 0;
                } else if (++sinceBetter >= 20) {
                    agility /= 1.5;
                    sinceBetter = 0;
                }
                tryPlan(hosts);
                if (isProven() || !step(hosts, bound, agility)) {
                    break;
                }
            }
            return new LagrangianBound(whole(best), List.copyOf(sets));
        }

        /** What a host gains if it takes every site whose price is above its cost. */
        private double free(int host) {
            double sum = 0;
            double[] row = cost[host];
            for (int site = 0; site < size; site++) {
                double reduced = row[site] - price[site];
                sum += reduced < 0 ? reduced : 0;
            }
            return sum;
        }

        /** The same under the host's capacity, sites by gain per load, the last one in part; notes the parts taken. */
        private double knapsack(int host, double[] taken) {
            double[] row = cost[host];
            List<Integer> paying = new ArrayList<>();
            for (int site = 0; site < size; site++) {
                if (row[site] < price[site]) {
                    paying.add(site);
                }
            }
            paying.sort(
                    Comparator.comparingDouble(site -> (row[site] - price[site]) / Math.max(1e-9, problem.load(site))));
            double room = problem.sites().get(host).capacity();
            double sum = 0;
            for (int site : paying) {
                double load = problem.load(site);
                double part = load <= room ? 1 : room / load;
                sum += part * (row[site] - price[site]);
                room -= part * load;
                if (taken != null) {
                    taken[site] += part;
                }
                if (part < 1) {
                    break;
                }
            }
            return sum;
        }

        private boolean step(int[] hosts, double bound, double agility) {
            double[] taken = new double[size];
            for (int host : hosts) {
                if (capacitated) {
                    knapsack(host, taken);
                } else {
                    for (int site = 0; site < size; site++) {
                        taken[site] += cost[host][site] < price[site] ? 1 : 0;
                    }
                }
            }
            double norm = 0;
            for (double times : taken) {
                norm += (1 - times) * (1 - times);
            }
            if (norm < 1e-12) {
                return false;
            }
            double target = bestPlanCost == Long.MAX_VALUE ? bound * 1.05 + 1 : bestPlanCost;
            double length = agility * Math.max(target - bound, Math.abs(bound) * 1e-4 + 1e-3) / norm;
            for (int site = 0; site < size; site++) {
                price[site] += length * (1 - taken[site]);
            }
            return true;
        }

        private void tryPlan(int[] hosts) {
            ConsolidationPlan plan = ConsolidationPlan.nearest(
                    problem, Arrays.stream(hosts).boxed().toList());
            ConsolidationPlan.Account account = plan.account(problem);
            boolean better = (account.isFeasible() || capacitated)
                    && account.closed() == 0
                    && account.uncovered() == 0
                    && account.cost() < bestPlanCost;
            if (better) {
                bestPlanCost = account.cost();
            }
            if (better || sets.isEmpty()) {
                sets.addFirst(plan.kept());
            }
            if (sets.size() > MOST_SETS) {
                sets.removeLast();
            }
        }

        private boolean isProven() {
            return !capacitated && bestPlanCost < Long.MAX_VALUE && whole(best) >= bestPlanCost;
        }

        /** Costs are whole: so is the least cost. A hair is given for the rounding of the sums. */
        private static long whole(double bound) {
            return Math.max(0, (long) Math.ceil(bound - Math.max(1e-6, Math.abs(bound) * 1e-11)));
        }
    }
}
