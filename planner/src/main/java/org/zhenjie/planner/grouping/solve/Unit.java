package org.zhenjie.planner.grouping.solve;

import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.variable.PlanningVariable;
import org.zhenjie.planner.grouping.GroupingProblem;
import org.zhenjie.planner.search.Changes;

/** Decides which group a unit is in. */
@PlanningEntity
public final class Unit {
    static final Changes.Variable<Unit> GROUP = new Changes.Variable<>("group", Unit::group, Unit::setGroup);

    private GroupingProblem problem;
    private int unit;

    @PlanningVariable(valueRangeProviderRefs = "groups")
    private Integer group;

    /** For the search library. */
    public Unit() {}

    Unit(GroupingProblem problem, int unit, int group) {
        this.problem = problem;
        this.unit = unit;
        this.group = group;
    }

    Unit copy() {
        return new Unit(problem, unit, group);
    }

    GroupingProblem problem() {
        return problem;
    }

    int unit() {
        return unit;
    }

    Integer group() {
        return group;
    }

    void setGroup(Integer group) {
        this.group = group;
    }

    boolean isPinned() {
        return problem.isPinned(unit);
    }

    boolean isAstray() {
        return isPinned() && problem.pins()[unit] != group;
    }

    long load() {
        return problem.loads()[unit];
    }

    @Override
    public String toString() {
        return problem.units().get(unit);
    }
}
