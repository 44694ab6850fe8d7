package org.zhenjie.planner.allocation;

/**
 * The exact yardstick a plan is held against.
 *
 * @param leastShortfall least M1 that any plan can have, posts
 * @param lowerBound least soft cost that any plan with the least M1 can have
 * @param hamiltonCost soft cost of the plan made by hand (Hamilton for each pool in turn), for scale
 * @param exact whether some plan is known to reach the bound (separable posts only); otherwise it is a relaxation
 */
public record Yardstick(long leastShortfall, long lowerBound, long hamiltonCost, boolean exact) {

    /** That of two parts together. */
    public Yardstick plus(Yardstick other) {
        return new Yardstick(
                leastShortfall + other.leastShortfall,
                lowerBound + other.lowerBound,
                hamiltonCost + other.hamiltonCost,
                exact && other.exact);
    }

    /** Whether a score keeps the hard rules and the least shortfall, and costs at most a share more than the bound. */
    public boolean isWithin(double share, Score score) {
        return score.isFeasible()
                && -score.medium() <= leastShortfall
                && -score.soft() - lowerBound <= share * lowerBound;
    }
}
