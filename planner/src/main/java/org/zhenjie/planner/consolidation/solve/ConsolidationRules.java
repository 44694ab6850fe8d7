package org.zhenjie.planner.consolidation.solve;

import static org.optaplanner.core.api.score.stream.ConstraintCollectors.sumLong;
import static org.optaplanner.core.api.score.stream.Joiners.equal;

import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.optaplanner.core.api.score.stream.Constraint;
import org.optaplanner.core.api.score.stream.ConstraintFactory;
import org.optaplanner.core.api.score.stream.ConstraintProvider;

/** The rules of consolidation. That k sites stay and host themselves is kept by every move, and checked on the plan. */
public final class ConsolidationRules implements ConstraintProvider {

    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        return new Constraint[] {closed(factory), capacity(factory), cover(factory), distance(factory)};
    }

    /** No site merges into a host that is closed to it. */
    Constraint closed(ConstraintFactory factory) {
        return factory.forEach(Merge.class)
                .filter(Merge::isClosed)
                .penalizeLong(HardSoftLongScore.ONE_HARD, merge -> Math.max(1, merge.load()))
                .asConstraint("closed");
    }

    /** No host takes more load than its capacity. */
    Constraint capacity(ConstraintFactory factory) {
        return factory.forEach(Merge.class)
                .groupBy(Merge::host, sumLong(Merge::load))
                .join(Host.class, equal((host, load) -> host, Host::site))
                .filter((site, load, host) -> load > host.capacity())
                .penalizeLong(HardSoftLongScore.ONE_HARD, (site, load, host) -> load - host.capacity())
                .asConstraint("capacity");
    }

    /** No more load beyond the cover distance than the study allows. */
    Constraint cover(ConstraintFactory factory) {
        return factory.forEach(Merge.class)
                .filter(Merge::isBeyondCover)
                .groupBy(sumLong(Merge::load))
                .join(CoverLimit.class)
                .filter((load, limit) -> load > limit.mostBeyond())
                .penalizeLong(HardSoftLongScore.ONE_HARD, (load, limit) -> load - limit.mostBeyond())
                .asConstraint("cover");
    }

    /** Load times distance. */
    Constraint distance(ConstraintFactory factory) {
        return factory.forEach(Merge.class)
                .penalizeLong(HardSoftLongScore.ONE_SOFT, Merge::cost)
                .asConstraint("distance");
    }
}
