package org.zhenjie.planner.grouping;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.zhenjie.planner.search.WholeBound;

/**
 * A lower bound from all districts: 'each unit is in one group' is priced, and of the districts around each centre the one that gains
 * most by the prices is taken, for as many centres as there are groups (Lagrangian relaxation, subgradient steps of Held and Karp).
 */
final class DistrictPrices {
    private static final double FIRST_AGILITY = 1;
    private static final double LEAST_AGILITY = 0.002;
    private static final double SHORTER = 0.7;
    private static final int PATIENCE = 15;
    private static final double AIM = 1.02;

    /** Units of districts that are looked at in all, about a second. */
    private static final long MOST_WORK = 400_000_000L;

    private static final int MOST_ITERATIONS = 1_000;

    private final GroupingProblem problem;
    private final Districts districts;
    private final double[] bestAt;
    private final int[] takenAt;
    private double[] price;
    private double[] bestPrice;
    private double best = Double.NEGATIVE_INFINITY;

    DistrictPrices(GroupingProblem problem, Districts districts) {
        this.problem = problem;
        this.districts = districts;
        bestAt = new double[problem.size()];
        takenAt = new int[problem.size()];
        price = new double[problem.size()];
        double perLoad = Arrays.stream(districts.cost()).average().orElse(0)
                * problem.groups()
                / Math.max(1, problem.totalLoad());
        for (int unit = 0; unit < price.length; unit++) {
            price[unit] = perLoad * problem.loads()[unit];
        }
        bestPrice = price.clone();
    }

    /**
     * Betters the prices.
     *
     * @param knownCost cost of the best plan known, {@link Long#MAX_VALUE} without one
     * @param stop asked between the steps
     */
    void improve(long knownCost, BooleanSupplier stop) {
        long work = Math.max(
                1, districts.members().stream().mapToLong(units -> units.length).sum());
        long most = Math.max(1, Math.min(MOST_ITERATIONS, MOST_WORK / work));
        double agility = FIRST_AGILITY;
        int sinceBetter = 0;
        for (int i = 0; i < most && agility > LEAST_AGILITY && value() < knownCost && !stop.getAsBoolean(); i++) {
            double bound = bound();
            if (bound > best) {
                sinceBetter = 0;
                best = bound;
                bestPrice = price.clone();
            } else if (++sinceBetter >= PATIENCE) {
                agility *= SHORTER;
                sinceBetter = 0;
                price = bestPrice.clone();
                bound = bound();
            }
            if (bound == Double.POSITIVE_INFINITY || !step(bound, knownCost, agility)) {
                break;
            }
        }
        price = bestPrice.clone();
        bound();
    }

    /** No plan that keeps the hard rules costs less. */
    long value() {
        if (best == Double.POSITIVE_INFINITY) {
            return GroupingProblem.MOST_SUM;
        }
        return (long) WholeBound.of(Math.max(0, best));
    }

    /** Sum of all prices. */
    double sum() {
        return Arrays.stream(price).sum();
    }

    /** What a district costs less the prices of its units. */
    double reduced(int district) {
        double reduced = districts.cost()[district];
        for (int unit : districts.members().get(district)) {
            reduced -= price[unit];
        }
        return reduced;
    }

    /** The least that so many districts of different centres cost less their prices, by their number from 0 on. */
    double[] leastOf() {
        double[] sorted = bestAt.clone();
        Arrays.sort(sorted);
        double[] sums = new double[problem.groups() + 1];
        for (int i = 0; i < problem.groups(); i++) {
            sums[i + 1] = sums[i] + sorted[i];
        }
        return sums;
    }

    private double bound() {
        Arrays.fill(bestAt, Double.POSITIVE_INFINITY);
        for (int district = 0; district < districts.number(); district++) {
            int centre = districts.centre()[district];
            double reduced = reduced(district);
            if (reduced < bestAt[centre]) {
                bestAt[centre] = reduced;
                takenAt[centre] = district;
            }
        }
        return sum() + leastOf()[problem.groups()];
    }

    private boolean step(double bound, long knownCost, double agility) {
        double[] sorted = bestAt.clone();
        Arrays.sort(sorted);
        double last = sorted[problem.groups() - 1];
        int[] lack = new int[price.length];
        Arrays.fill(lack, 1);
        int left = problem.groups();
        for (int centre = 0; centre < bestAt.length && left > 0; centre++) {
            if (bestAt[centre] <= last) {
                left--;
                for (int unit : districts.members().get(takenAt[centre])) {
                    lack[unit]--;
                }
            }
        }
        double norm = Arrays.stream(lack).mapToDouble(one -> (double) one * one).sum();
        if (norm == 0) {
            return false;
        }
        double aim = knownCost == Long.MAX_VALUE ? Math.max(1, AIM * Math.max(bound, best)) : knownCost;
        double length = agility * Math.max(aim - bound, 1e-4 * Math.abs(bound) + 1e-3) / norm;
        for (int unit = 0; unit < price.length; unit++) {
            price[unit] += length * lack[unit];
        }
        return true;
    }
}
