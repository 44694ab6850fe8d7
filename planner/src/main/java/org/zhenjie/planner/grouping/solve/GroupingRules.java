package org.zhenjie.planner.grouping.solve;

import static org.optaplanner.core.api.score.stream.ConstraintCollectors.sumLong;
import static org.optaplanner.core.api.score.stream.ConstraintCollectors.toList;
import static org.optaplanner.core.api.score.stream.Joiners.equal;

import java.util.List;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.optaplanner.core.api.score.stream.Constraint;
import org.optaplanner.core.api.score.stream.ConstraintFactory;
import org.optaplanner.core.api.score.stream.ConstraintProvider;
import org.zhenjie.planner.grouping.GroupingPlan;
import org.zhenjie.planner.grouping.GroupingProblem;

/** The rules of grouping. */
public final class GroupingRules implements ConstraintProvider {

    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        return new Constraint[] {
            empty(factory),
            contiguity(factory),
            tolerance(factory),
            pin(factory),
            distance(factory),
            compactness(factory)
        };
    }

    /** No group is without a unit: charged by one and by the least load that it lacks. */
    Constraint empty(ConstraintFactory factory) {
        return factory.forEach(Group.class)
                .ifNotExists(Unit.class, equal(Group::number, Unit::group))
                .penalizeLong(HardSoftLongScore.ONE_HARD, group -> 1 + Math.max(0, group.least()))
                .asConstraint("empty");
    }

    /** Every group is in one piece: charged by each piece beyond one. */
    Constraint contiguity(ConstraintFactory factory) {
        return factory.forEach(Unit.class)
                .groupBy(Unit::group, toList())
                .penalizeLong(HardSoftLongScore.ONE_HARD, (group, units) -> pieces(units) - 1)
                .asConstraint("contiguity");
    }

    /** Every group's load is within the limits: charged by the load outside. */
    Constraint tolerance(ConstraintFactory factory) {
        return factory.forEach(Unit.class)
                .groupBy(Unit::group, toList(), sumLong(Unit::load))
                .penalizeLong(
                        HardSoftLongScore.ONE_HARD,
                        (group, units, load) -> units.get(0).problem().outside(load))
                .asConstraint("tolerance");
    }

    /** Every pinned unit is in the group that it is pinned to. */
    Constraint pin(ConstraintFactory factory) {
        return factory.forEach(Unit.class)
                .filter(Unit::isAstray)
                .penalizeLong(HardSoftLongScore.ONE_HARD, unit -> 1)
                .asConstraint("pin");
    }

    /** Load times distance to the group's centre. */
    Constraint distance(ConstraintFactory factory) {
        return factory.forEach(Unit.class)
                .groupBy(Unit::group, toList())
                .penalizeLong(HardSoftLongScore.ONE_SOFT, (group, units) -> cost(units))
                .asConstraint("distance");
    }

    /** How far the group's outline is from a disc; nothing where that does not count. */
    Constraint compactness(ConstraintFactory factory) {
        return factory.forEach(Unit.class)
                .groupBy(Unit::group, toList())
                .penalizeLong(HardSoftLongScore.ONE_SOFT, (group, units) -> ragged(units))
                .asConstraint("compactness");
    }

    private static long ragged(List<Unit> units) {
        GroupingProblem problem = units.get(0).problem();
        return problem.compactness()
                .map(of -> of.cost(problem, positions(units)))
                .orElse(0L);
    }

    private static int pieces(List<Unit> units) {
        return GroupingPlan.pieces(units.get(0).problem(), positions(units));
    }

    private static long cost(List<Unit> units) {
        GroupingProblem problem = units.get(0).problem();
        int[] members = positions(units);
        return GroupingPlan.cost(problem, members, GroupingPlan.centre(problem, members));
    }

    private static int[] positions(List<Unit> units) {
        return units.stream().mapToInt(Unit::unit).toArray();
    }
}
