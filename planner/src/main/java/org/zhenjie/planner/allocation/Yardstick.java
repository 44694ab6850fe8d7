package org.zhenjie.planner.allocation;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The exact yardstick a plan is held against.
 *
 * @param leastShortfall least M1 that any plan can have, posts
 * @param lowerBound least soft cost that any plan with the least M1 can have
 * @param hamiltonCost soft cost of the plan made by hand (Hamilton for each pool in turn), for scale
 * @param exact whether some plan is known to reach the bound (separable posts only); otherwise it is a relaxation
 */
public record Yardstick(long leastShortfall, long lowerBound, long hamiltonCost, boolean exact) {

    /** That of parts together; empty where one has none. */
    public static Optional<Yardstick> joined(Stream<Optional<Yardstick>> parts) {
        return parts.reduce((sum, next) -> sum.flatMap(one -> next.map(one::plus)))
                .orElseThrow();
    }

    private Yardstick plus(Yardstick other) {
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
