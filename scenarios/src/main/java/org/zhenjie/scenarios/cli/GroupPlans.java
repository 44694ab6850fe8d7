package org.zhenjie.scenarios.cli;

import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.grouping.GroupingPlan;
import org.zhenjie.planner.search.Solved;
import org.zhenjie.planner.teams.TeamPlan;
import org.zhenjie.planner.teams.TeamProblem;
import org.zhenjie.scenarios.group.TownGrouping;
import org.zhenjie.scenarios.group.TownGroups;
import org.zhenjie.scenarios.plan.GroupFile;
import org.zhenjie.scenarios.plan.GroupPlanning;
import org.zhenjie.scenarios.reform.Reformed;
import org.zhenjie.scenarios.reform.Reforms;
import org.zhenjie.scenarios.reform.Scenario;
import org.zhenjie.scenarios.study.Study;
import org.zhenjie.scenarios.study.StudyFolder;

/** The groups of a scenario's towns, searched with progress on the screen and kept in the study's folder. */
final class GroupPlans {
    private final Call call;
    private final StudyFolder folder;
    private final SolveOptions options;

    GroupPlans(Call call, StudyFolder folder, SolveOptions options) {
        this.call = call;
        this.folder = folder;
        this.options = options;
    }

    /** Groups beside plans: the limits of a call are those of its plans, so these are found within the usual steps. */
    static GroupPlans besidePlans(Call call, StudyFolder folder) {
        return new GroupPlans(call, folder, GroupPlanning.USUAL);
    }

    /** One task with its groups and teams, and the figures of the searches. */
    record Found(TownGroups groups, TableSolve solve, Solved<GroupingPlan> solved, Optional<Solved<TeamPlan>> teams) {}

    /** The groups that fit a scenario: those in the folder, or new ones that are then kept there; none where it asks for none. */
    List<TownGroups> current(Scenario scenario, Study study) {
        List<TownGrouping> groupings = GroupPlanning.of(study, scenario);
        return GroupFile.find(folder, scenario.name(), groupings)
                .orElseGet(() ->
                        search(scenario, groupings).stream().map(Found::groups).toList());
    }

    /** Searches anew and keeps what it finds. */
    List<Found> solve(Scenario scenario) {
        Reformed reformed = Reforms.apply(scenario, folder.study());
        call.report(reformed.warnings());
        return search(scenario, GroupPlanning.of(reformed.study(), scenario));
    }

    private List<Found> search(Scenario scenario, List<TownGrouping> groupings) {
        if (groupings.isEmpty()) {
            return List.of();
        }
        Targets.check(folder.groupFile(scenario.name()));
        // what people should look at may be the reason why there are none
        groupings.forEach(one -> call.report(one.warnings()));
        GroupPlanning.requirePossible(groupings);
        List<Found> found = new ArrayList<>();
        groupings.forEach(one -> found.add(search(one)));
        try {
            Path file = GroupFile.write(
                    folder, scenario.name(), found.stream().map(Found::groups).toList());
            call.notice("groups.written", file);
        } catch (UncheckedIOException e) {
            throw Plans.unwritable(folder.groupFile(scenario.name()), e.getCause());
        }
        return found;
    }

    private Found search(TownGrouping grouping) {
        TableSolve tables = new TableSolve(call, grouping.grouping().costs()::number);
        String title = call.texts()
                .get("group.solving", grouping.towns().size(), grouping.task().groups());
        Solved<GroupingPlan> solved = tables.run(title, GroupPlanning.search(grouping, options));
        TownGroups groups = GroupPlanning.groups(grouping, solved);
        Optional<TeamProblem> problem = GroupPlanning.teams(groups);
        Optional<Solved<TeamPlan>> teams = problem.map(this::search);
        return new Found(
                teams.map(one -> GroupPlanning.withTeams(groups, problem.orElseThrow(), one))
                        .orElse(groups),
                tables,
                solved,
                teams);
    }

    private Solved<TeamPlan> search(TeamProblem teams) {
        String title = call.texts()
                .get("teams.solving", teams.teams().size(), teams.bodies().size());
        return teamTables(call).run(title, GroupPlanning.search(teams, options));
    }

    /** The figures of teams: people times km. */
    static TableSolve teamTables(Call call) {
        return new TableSolve(call, cost -> BigDecimal.valueOf(cost, 3));
    }
}
