package org.zhenjie.planner.teams.solve;

import static org.optaplanner.core.api.score.stream.ConstraintCollectors.count;
import static org.optaplanner.core.api.score.stream.ConstraintCollectors.countDistinct;
import static org.optaplanner.core.api.score.stream.ConstraintCollectors.sum;
import static org.optaplanner.core.api.score.stream.Joiners.equal;

import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.optaplanner.core.api.score.stream.Constraint;
import org.optaplanner.core.api.score.stream.ConstraintFactory;
import org.optaplanner.core.api.score.stream.ConstraintProvider;

/** The rules of teams. That each has its number of people is in the making: a team has so many seats. */
public final class TeamRules implements ConstraintProvider {

    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        return new Constraint[] {
            closed(factory),
            people(factory),
            leastBodies(factory),
            mostBodies(factory),
            skills(factory),
            distance(factory)
        };
    }

    /** No body sends people where it sends nobody. */
    Constraint closed(ConstraintFactory factory) {
        return factory.forEach(Seat.class)
                .filter(Seat::isClosed)
                .penalizeLong(HardSoftLongScore.ONE_HARD, seat -> 1)
                .asConstraint("closed");
    }

    /** No body sends more people than it can spare. */
    Constraint people(ConstraintFactory factory) {
        return factory.forEach(Seat.class)
                .groupBy(Seat::supply, count())
                .join(Stock.class, equal((supply, people) -> supply, Stock::supply))
                .filter((supply, people, stock) -> people > stock.people())
                .penalizeLong(HardSoftLongScore.ONE_HARD, (supply, people, stock) -> people - stock.people())
                .asConstraint("people");
    }

    /** Each team has so many bodies at least. */
    Constraint leastBodies(ConstraintFactory factory) {
        return factory.forEach(Seat.class)
                .groupBy(Seat::team, countDistinct(Seat::body))
                .join(BodyLimits.class)
                .filter((team, bodies, limits) -> bodies < limits.least())
                .penalizeLong(HardSoftLongScore.ONE_HARD, (team, bodies, limits) -> limits.least() - bodies)
                .asConstraint("least bodies");
    }

    /** Each team has so many bodies at most. */
    Constraint mostBodies(ConstraintFactory factory) {
        return factory.forEach(Seat.class)
                .groupBy(Seat::team, countDistinct(Seat::body))
                .join(BodyLimits.class)
                .filter((team, bodies, limits) -> bodies > limits.most())
                .penalizeLong(HardSoftLongScore.ONE_HARD, (team, bodies, limits) -> bodies - limits.most())
                .asConstraint("most bodies");
    }

    /** Each team has the people of each skill that it asks for. */
    Constraint skills(ConstraintFactory factory) {
        return factory.forEach(SkillNeed.class)
                .join(Seat.class, equal(SkillNeed::team, Seat::team))
                .groupBy((need, seat) -> need, sum((need, seat) -> seat.has(need.skill()) ? 1 : 0))
                .filter((need, people) -> people < need.people())
                .penalizeLong(HardSoftLongScore.ONE_HARD, (need, people) -> need.people() - people)
                .asConstraint("skills");
    }

    /** How far people go. */
    Constraint distance(ConstraintFactory factory) {
        return factory.forEach(Seat.class)
                .filter(seat -> seat.distance() > 0)
                .penalizeLong(HardSoftLongScore.ONE_SOFT, Seat::distance)
                .asConstraint("distance");
    }
}
