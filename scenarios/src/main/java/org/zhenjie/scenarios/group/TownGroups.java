package org.zhenjie.scenarios.group;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.zhenjie.gis.coverage.Coverages;
import org.zhenjie.planner.grouping.GroupingPlan;
import org.zhenjie.planner.grouping.GroupingProblem;
import org.zhenjie.planner.teams.TeamPlan;
import org.zhenjie.planner.teams.TeamProblem;
import org.zhenjie.scenarios.reform.GroupTask;
import org.zhenjie.scenarios.reform.GroupTask.Given;
import org.zhenjie.scenarios.study.Name;
import org.zhenjie.scenarios.study.Study;
import org.zhenjie.scenarios.study.Study.Town;
import org.zhenjie.scenarios.study.Study.Zone;

/**
 * The towns of a study in groups.
 *
 * @param grouping what was asked for
 * @param plan which group each town is in; groups are numbered by their first towns
 * @param bound no plan costs less
 * @param teams the teams of the groups; empty where none are asked for, or not formed yet
 */
public record TownGroups(TownGrouping grouping, GroupingPlan plan, long bound, Optional<TownTeams> teams) {
    public TownGroups {
        plan = plan.inOrder();
    }

    /** Groups without teams. */
    public TownGroups(TownGrouping grouping, GroupingPlan plan, long bound) {
        this(grouping, plan, bound, Optional.empty());
    }

    /** The same groups with teams. */
    public TownGroups with(TeamPlan teamPlan, long teamBound) {
        TownTeams formed =
                new TownTeams(grouping.bodies().orElseThrow(), teamProblem().orElseThrow(), teamPlan, teamBound);
        return new TownGroups(grouping, plan, bound, Optional.of(formed));
    }

    /** The teams that are asked for, one for each group. */
    public Optional<TeamProblem> teamProblem() {
        return grouping.bodies().map(bodies -> bodies.problem(grouping, groups()));
    }

    /**
     * One group.
     *
     * @param number from 1
     * @param given what the task says of it
     * @param towns in the study's order
     * @param load load of all of them
     * @param deviation how far the load is from the mean of all groups, as a share of the mean
     * @param centre the town with the least sum of load times distance
     * @param compactness ratio of Polsby and Popper, 0 to 1
     */
    public record TownGroup(
            int number,
            Optional<Given> given,
            List<Town> towns,
            BigDecimal load,
            double deviation,
            Town centre,
            double compactness) {
        public TownGroup {
            towns = List.copyOf(towns);
        }

        /** The name that the task, or the zone that it names, gives the group. */
        public Optional<Name> name(Study study) {
            return given.flatMap(
                    one -> one.name().or(() -> one.zone().flatMap(study::zone).map(Zone::name)));
        }

        /** The area of all towns. */
        public Geometry outline() {
            return Coverages.dissolve(towns.stream().map(Town::boundary).toList());
        }
    }

    /** The task. */
    public GroupTask task() {
        return grouping.task();
    }

    /** The groups in the order of their numbers. */
    public List<TownGroup> groups() {
        GroupingProblem problem = grouping.grouping().problem();
        double mean = (double) problem.totalLoad() / problem.groups();
        List<TownGroup> groups = new ArrayList<>();
        for (GroupingPlan.Group group : plan.accounts(problem)) {
            groups.add(new TownGroup(
                    groups.size() + 1,
                    grouping.given(group.members()),
                    group.members().stream().map(grouping.towns()::get).toList(),
                    grouping.grouping().loads().number(group.load()),
                    group.load() / mean - 1,
                    grouping.towns().get(group.centre()),
                    group.ratio().orElseThrow()));
        }
        return groups;
    }

    /** What the plan costs. */
    public long cost() {
        return plan.account(grouping.grouping().problem()).cost();
    }

    /** Number of the group of a town; empty where it is in none. */
    public Optional<Integer> groupOf(String town) {
        int position = grouping.grouping().problem().units().indexOf(town);
        return position < 0 ? Optional.empty() : Optional.of(plan.groups().get(position) + 1);
    }
}
