package org.zhenjie.planner.assignment;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.zhenjie.planner.search.WholeBound;

/**
 * A lower bound on the cost of every plan, by Lagrangian relaxation in two stages. First capacities are priced: each task then goes
 * where cost plus price times load is least; at its best this is the bound of the linear relaxation. Then 'each task once' is
 * priced instead, from the prices that the first stage gives the tasks: each worker fills its capacity with what pays best, a
 * knapsack (Ross and Soland 1975; Fisher 1981). Prices are improved by subgradient steps (Held and Karp).
 *
 * @param value no plan that keeps the hard rules costs less; whole
 * @param prices what a unit of each worker's capacity is worth, 0 or more
 * @param likely the worker that takes each task most often in the last knapsacks, which comes near the relaxation's own answer
 */
public record AssignmentBound(long value, double[] prices, int[] likely) {

    private static final int CAPACITY_ITERATIONS = 1_500;
    /** Weight of the newest knapsack among the last ones. */
    private static final float NEWEST = 0.05f;

    private static final int TASK_ITERATIONS = 300;

    /**
     * Computes the bound; deterministic unless it is stopped.
     *
     * @param stop asked between the steps: true ends with the bound so far, which is weaker but a bound
     */
    public static AssignmentBound of(AssignmentProblem problem, BooleanSupplier stop) {
        Relaxation relaxation = new Relaxation(problem);
        relaxation.priceCapacities(stop);
        relaxation.priceTasks(stop);
        return new AssignmentBound(whole(relaxation.best), relaxation.bestPrices, relaxation.likely());
    }

    private static long whole(double bound) {
        return (long) Math.max(-1e18, Math.min(1e18, WholeBound.of(bound)));
    }

    private static final class Relaxation {
        private final int workers;
        private final int tasks;
        private final double[][] cost;
        private final double[][] load;
        private final double[] capacity;
        /** A large knapsack is solved over loads rounded down to these units, which can only lower the bound. */
        private final long[] units;

        private final AssignmentProblem problem;
        private double best = Double.NEGATIVE_INFINITY;
        private double[] bestPrices;
        private final float[][] share;

        Relaxation(AssignmentProblem problem) {
            this.problem = problem;
            workers = problem.workers().size();
            tasks = problem.tasks().size();
            cost = new double[workers][tasks];
            load = new double[workers][tasks];
            capacity = new double[workers];
            units = new long[workers];
            for (int worker = 0; worker < workers; worker++) {
                capacity[worker] = capacity(worker);
                units[worker] = 1 + capacity(worker) / Knapsack.MOST_UNITS;
                for (int task = 0; task < tasks; task++) {
                    boolean open = problem.isOpen(task, worker);
                    cost[worker][task] = open ? problem.costs()[task][worker] : Double.POSITIVE_INFINITY;
                    load[worker][task] = open ? problem.loads()[task][worker] : 0;
                }
            }
            bestPrices = new double[workers];
            share = new float[workers][tasks];
        }

        private long capacity(int worker) {
            return problem.workers().get(worker).capacity();
        }

        /** Steps in the units of each worker's capacity, so that large and small ones are alike. */
        void priceCapacities(BooleanSupplier stop) {
            double[] price = new double[workers];
            double[] direction = new double[workers];
            double[] least = new double[tasks];
            int[] at = new int[tasks];
            double agility = 1;
            int sinceBetter = 0;
            for (int i = 0; i < CAPACITY_ITERATIONS && agility > 1e-4 && !stop.getAsBoolean(); i++) {
                Arrays.fill(least, Double.POSITIVE_INFINITY);
                for (int worker = 0; worker < workers; worker++) {
                    double of = price[worker];
                    double[] costs = cost[worker];
                    double[] loads = load[worker];
                    for (int task = 0; task < tasks; task++) {
                        double priced = costs[task] + of * loads[task];
                        if (priced < least[task]) {
                            least[task] = priced;
                            at[task] = worker;
                        }
                    }
                }
                double bound = Arrays.stream(least).sum();
                double[] excess = new double[workers];
                for (int task = 0; task < tasks; task++) {
                    excess[at[task]] += load[at[task]][task];
                }
                double norm = 0;
                for (int worker = 0; worker < workers; worker++) {
                    bound -= price[worker] * capacity[worker];
                    excess[worker] = (excess[worker] - capacity[worker]) / Math.max(1, capacity[worker]);
                    direction[worker] = 0.7 * excess[worker] + 0.3 * direction[worker];
                    norm += direction[worker] * direction[worker];
                }
                if (bound > best + Math.abs(best) * 1e-9 || best == Double.NEGATIVE_INFINITY) {
                    best = bound;
                    bestPrices = price.clone();
                    sinceBetter = 0;
                } else if (++sinceBetter >= 15) {
                    agility /= 1.5;
                    sinceBetter = 0;
                    price = bestPrices.clone();
                    Arrays.fill(direction, 0);
                    continue;
                }
                if (norm < 1e-18) {
                    break;
                }
                double target = best + Math.max(1, Math.abs(best) * 0.02) * agility;
                double length = Math.max(target - bound, 1e-6) / norm;
                for (int worker = 0; worker < workers; worker++) {
                    price[worker] =
                            Math.max(0, price[worker] + length * direction[worker] / Math.max(1, capacity[worker]));
                }
            }
        }

        int[] likely() {
            int[] likely = new int[tasks];
            for (int task = 0; task < tasks; task++) {
                double most = Double.NEGATIVE_INFINITY;
                for (int worker = 0; worker < workers; worker++) {
                    double by =
                            share[worker][task] - 1e-9 * (cost[worker][task] + bestPrices[worker] * load[worker][task]);
                    if (by > most) {
                        most = by;
                        likely[task] = worker;
                    }
                }
            }
            return likely;
        }

        void priceTasks(BooleanSupplier stop) {
            double[] price = new double[tasks];
            Arrays.fill(price, Double.POSITIVE_INFINITY);
            for (int worker = 0; worker < workers; worker++) {
                for (int task = 0; task < tasks; task++) {
                    price[task] = Math.min(price[task], cost[worker][task] + bestPrices[worker] * load[worker][task]);
                }
            }
            double[] bestPrice = price.clone();
            double from = best;
            double own = Double.NEGATIVE_INFINITY;
            double agility = 0.5;
            int sinceBetter = 0;
            for (int i = 0; i < TASK_ITERATIONS && agility > 1e-3 && !stop.getAsBoolean(); i++) {
                int[] taken = new int[tasks];
                double bound = Arrays.stream(price).sum();
                double[] now = price;
                double[] gains = new double[workers];
                int[][] fillings = new int[workers][];
                IntStream.range(0, workers).parallel().forEach(worker -> {
                    fillings[worker] = new int[tasks];
                    gains[worker] = fill(worker, now, fillings[worker]);
                });
                for (int worker = 0; worker < workers; worker++) {
                    bound += gains[worker];
                    for (int task = 0; task < tasks; task++) {
                        taken[task] += fillings[worker][task];
                    }
                }
                if (bound > own + Math.abs(own) * 1e-9 || i == 0) {
                    own = bound;
                    bestPrice = price.clone();
                    sinceBetter = 0;
                } else if (++sinceBetter >= 10) {
                    agility /= 1.5;
                    sinceBetter = 0;
                    price = bestPrice.clone();
                    continue;
                }
                double norm = 0;
                for (int times : taken) {
                    norm += (1.0 - times) * (1.0 - times);
                }
                if (norm == 0) {
                    break;
                }
                double target = own + Math.max(1, Math.abs(from) * 0.002) * agility;
                double length = Math.max(target - bound, 1e-6) / norm;
                for (int task = 0; task < tasks; task++) {
                    price[task] += length * (1 - taken[task]);
                }
            }
            best = Math.max(best, own);
        }

        /** The best filling of one worker at given prices of the tasks: what it gains, negated; notes what it takes. */
        private double fill(int worker, double[] price, int[] taken) {
            double[] costs = cost[worker];
            for (int task = 0; task < tasks; task++) {
                share[worker][task] *= 1 - NEWEST;
            }
            int[] paying = new int[tasks];
            int count = 0;
            for (int task = 0; task < tasks; task++) {
                if (costs[task] < price[task]) {
                    paying[count++] = task;
                }
            }
            long unit = units[worker];
            Knapsack knapsack = new Knapsack((int) (capacity(worker) / unit), count);
            for (int item = 0; item < count; item++) {
                int task = paying[item];
                knapsack.offer((int) (problem.loads()[task][worker] / unit), price[task] - costs[task]);
            }
            knapsack.taken().stream().forEach(item -> {
                taken[paying[item]]++;
                share[worker][paying[item]] += NEWEST;
            });
            return -knapsack.most();
        }
    }
}
