package org.zhenjie.planner.grouping.solve;

import java.util.List;
import java.util.stream.IntStream;
import org.optaplanner.core.api.domain.solution.PlanningEntityCollectionProperty;
import org.optaplanner.core.api.domain.solution.PlanningScore;
import org.optaplanner.core.api.domain.solution.PlanningSolution;
import org.optaplanner.core.api.domain.solution.ProblemFactCollectionProperty;
import org.optaplanner.core.api.domain.solution.cloner.SolutionCloner;
import org.optaplanner.core.api.domain.valuerange.CountableValueRange;
import org.optaplanner.core.api.domain.valuerange.ValueRangeFactory;
import org.optaplanner.core.api.domain.valuerange.ValueRangeProvider;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.zhenjie.planner.grouping.GroupingPlan;
import org.zhenjie.planner.grouping.GroupingProblem;

/** The whole grouping as OptaPlanner searches it. */
@PlanningSolution(solutionCloner = GroupingSolution.Cloner.class)
public final class GroupingSolution {

    private GroupingProblem problem;

    @ProblemFactCollectionProperty
    private List<Group> groups;

    @PlanningEntityCollectionProperty
    private List<Unit> units;

    @PlanningScore
    private HardSoftLongScore score;

    /** For the search library. */
    public GroupingSolution() {}

    private GroupingSolution(GroupingProblem problem, List<Group> groups, List<Unit> units) {
        this.problem = problem;
        this.groups = groups;
        this.units = units;
    }

    static GroupingSolution of(GroupingProblem problem, GroupingPlan start) {
        List<Group> groups = IntStream.range(0, problem.groups())
                .mapToObj(group -> new Group(group, problem.least()))
                .toList();
        List<Unit> units = IntStream.range(0, problem.size())
                .mapToObj(unit -> new Unit(problem, unit, start.groups().get(unit)))
                .toList();
        return new GroupingSolution(problem, groups, units);
    }

    /** Every group. */
    @ValueRangeProvider(id = "groups")
    public CountableValueRange<Integer> groupRange() {
        return ValueRangeFactory.createIntValueRange(0, groups.size());
    }

    GroupingProblem problem() {
        return problem;
    }

    List<Unit> units() {
        return units;
    }

    GroupingPlan plan() {
        return new GroupingPlan(units.stream().map(Unit::group).toList());
    }

    /** Copies decisions and shares facts. */
    public static final class Cloner implements SolutionCloner<GroupingSolution> {
        @Override
        public GroupingSolution cloneSolution(GroupingSolution original) {
            GroupingSolution copy = new GroupingSolution(
                    original.problem,
                    original.groups,
                    original.units.stream().map(Unit::copy).toList());
            copy.score = original.score;
            return copy;
        }
    }
}
