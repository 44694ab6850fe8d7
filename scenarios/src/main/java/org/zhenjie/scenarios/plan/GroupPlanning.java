package org.zhenjie.scenarios.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.grouping.GroupingPlan;
import org.zhenjie.planner.grouping.solve.GroupingSolve;
import org.zhenjie.planner.search.Solved;
import org.zhenjie.planner.search.StagedSolve;
import org.zhenjie.planner.teams.TeamObstacle;
import org.zhenjie.planner.teams.TeamPlan;
import org.zhenjie.planner.teams.TeamProblem;
import org.zhenjie.planner.teams.solve.TeamSolve;
import org.zhenjie.scenarios.group.TeamBodies;
import org.zhenjie.scenarios.group.TownGrouping;
import org.zhenjie.scenarios.group.TownGroups;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.problem.Texts;
import org.zhenjie.scenarios.reform.GroupTask;
import org.zhenjie.scenarios.reform.Scenario;
import org.zhenjie.scenarios.study.Study;

/** The groups that a scenario asks for: stated, searched, and refused where they do not keep the rules. */
public final class GroupPlanning {
    /** Steps where nobody gives a limit. */
    public static final long STEPS = 2_000;

    /** Limits where groups are found beside a plan: always the same groups for the same towns and task. */
    public static final SolveOptions USUAL = new SolveOptions(0, OptionalLong.of(STEPS), Optional.empty());

    private GroupPlanning() {}

    /**
     * The tasks of a scenario.
     *
     * @param study as the scenario's reforms left it
     * @throws InputException with all that makes no sense for the study
     */
    public static List<TownGrouping> of(Study study, Scenario scenario) {
        Problems problems = new Problems();
        List<TownGrouping> groupings = new ArrayList<>();
        for (GroupTask task : scenario.groups()) {
            problems.collect(() -> groupings.add(TownGrouping.of(study, task)));
        }
        problems.throwIfErrors();
        return groupings;
    }

    /**
     * Refuses groupings that need no search to be seen as impossible.
     *
     * @throws GroupsNotFoundException with all that stands against them
     */
    public static void requirePossible(List<TownGrouping> groupings) {
        List<Problem> obstacles =
                groupings.stream().flatMap(one -> obstacles(one).stream()).toList();
        if (!obstacles.isEmpty()) {
            throw new GroupsNotFoundException(obstacles);
        }
    }

    /** What alone shows that there are no such groups, or no teams whatever the groups. */
    public static List<Problem> obstacles(TownGrouping grouping) {
        // everywhere the same stands against each team
        Stream<Problem> ofTeams = grouping.bodies().stream()
                .flatMap(bodies -> TeamObstacle.of(
                                bodies.anywhere(grouping.task().groups()))
                        .stream()
                        .filter(obstacle -> obstacle.team().orElse(0) == 0)
                        .map(obstacle -> TeamTexts.obstacle(bodies, obstacle)));
        return Stream.concat(grouping.obstacles().stream(), ofTeams).toList();
    }

    /** A search that begins now, of a grouping that {@link #requirePossible may be possible}. */
    public static StagedSolve<GroupingPlan, ?> search(TownGrouping grouping, SolveOptions options) {
        return GroupingSolve.of(grouping.grouping().problem(), options);
    }

    /**
     * The groups that a search has found.
     *
     * @throws GroupsNotFoundException if they do not keep the rules
     */
    public static TownGroups groups(TownGrouping grouping, Solved<GroupingPlan> solved) {
        if (!solved.feasible()) {
            String key = solved.impossible() ? "groups.impossible" : "groups.notFound";
            throw new GroupsNotFoundException(
                    List.of(Problem.error(Texts.BUNDLE, key, grouping.task().where())));
        }
        return new TownGroups(grouping, solved.plan(), solved.bound());
    }

    /**
     * The teams that groups ask for, none where they ask for none.
     *
     * @throws GroupsNotFoundException with the rules that alone show that they cannot be formed
     */
    public static Optional<TeamProblem> teams(TownGroups groups) {
        Optional<TeamProblem> problem = groups.teamProblem();
        List<Problem> obstacles = problem.stream()
                .flatMap(one -> TeamObstacle.of(one).stream())
                .map(obstacle -> TeamTexts.obstacle(groups.grouping().bodies().orElseThrow(), obstacle))
                .toList();
        if (!obstacles.isEmpty()) {
            throw new GroupsNotFoundException(obstacles);
        }
        return problem;
    }

    /** A search that begins now, of teams that {@link #teams may be formed}. */
    public static StagedSolve<TeamPlan, ?> search(TeamProblem teams, SolveOptions options) {
        return TeamSolve.of(teams, options);
    }

    /**
     * Groups with the teams that a search has found.
     *
     * @throws GroupsNotFoundException if they do not keep the rules
     */
    public static TownGroups withTeams(TownGroups groups, TeamProblem problem, Solved<TeamPlan> solved) {
        if (!solved.feasible()) {
            TeamBodies bodies = groups.grouping().bodies().orElseThrow();
            throw new GroupsNotFoundException(
                    solved.impossible()
                            ? List.of(TeamTexts.impossible(bodies))
                            : TeamTexts.broken(bodies, solved.plan().account(problem)));
        }
        return groups.with(solved.plan(), solved.bound());
    }
}
