package org.zhenjie.planner.search;

/** A bound on a cost that is whole, from one that was computed in floating point. */
public final class WholeBound {
    private static final double LEAST_HAIR = 1e-6;
    private static final double HAIR = 1e-11;

    private WholeBound() {}

    /** The least whole cost that is no less than a bound; a hair is given for the rounding of the sums that it came of. */
    public static double of(double bound) {
        return Math.ceil(bound - Math.max(LEAST_HAIR, Math.abs(bound) * HAIR));
    }

    /** Whether a cost is no further above a bound than hairs account for: by nothing, but where costs are large. */
    static boolean isMet(long cost, long bound) {
        return cost - (long) (2 * HAIR * Math.abs(cost)) <= bound;
    }
}
