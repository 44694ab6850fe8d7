package org.zhenjie.planner.yardstick;

import java.math.BigInteger;
import java.util.Arrays;
import org.zhenjie.planner.allocation.AllocationProblem.Ratio;

/**
 * The weighted squared deviation of a town or county from the common ratio (S1, S2), by posts above what is held. It is convex; each level is
 * computed once.
 */
final class Deviation implements CirculationNetwork.Slope {
    private static final long UNKNOWN = -1;

    private final Ratio ratio;
    private final long held;
    private final long need;
    private final long weight;
    private long[] costs = {};

    /** Of posts held against a need above 0. */
    Deviation(Ratio ratio, long held, long need, long weight) {
        this.ratio = ratio;
        this.held = held;
        this.need = need;
        this.weight = weight;
    }

    @Override
    public long at(long units) {
        return costAt(units + 1) - costAt(units);
    }

    /** Cost of what is held. */
    long before() {
        return costAt(0);
    }

    /** Cost of so many units beyond that. */
    long cost(long units) {
        return costAt(units) - costAt(0);
    }

    private long costAt(long units) {
        int index = Math.toIntExact(units);
        if (index >= costs.length) {
            int known = costs.length;
            costs = Arrays.copyOf(costs, Math.max(index + 16, 2 * known));
            Arrays.fill(costs, known, costs.length, UNKNOWN);
        }
        if (costs[index] == UNKNOWN) {
            costs[index] = weight * squared(held + units);
        }
        return costs[index];
    }

    /** (L - rbar N)^2 / N times 10^6, rounded half up, in whole numbers: with rbar = A/B, (L B - A N)^2 10^6 / (N B^2). */
    private long squared(long level) {
        BigInteger all = BigInteger.valueOf(ratio.need());
        BigInteger off = BigInteger.valueOf(level)
                .multiply(all)
                .subtract(BigInteger.valueOf(ratio.supply()).multiply(BigInteger.valueOf(need)));
        BigInteger scale = BigInteger.valueOf(need).multiply(all.pow(2));
        BigInteger twice = off.pow(2).multiply(BigInteger.valueOf(2_000_000)).add(scale);
        return twice.divide(scale.shiftLeft(1)).longValueExact();
    }
}
