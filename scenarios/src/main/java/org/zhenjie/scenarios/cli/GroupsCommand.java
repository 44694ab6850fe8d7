package org.zhenjie.scenarios.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.scenarios.group.TeamBodies.Body;
import org.zhenjie.scenarios.group.TownGroups;
import org.zhenjie.scenarios.plan.GroupPlanning;
import org.zhenjie.scenarios.reform.Reforms;
import org.zhenjie.scenarios.reform.Scenario;
import org.zhenjie.scenarios.reform.ScenarioFile;
import org.zhenjie.scenarios.study.Study;
import org.zhenjie.scenarios.study.Study.Town;
import org.zhenjie.scenarios.study.StudyFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zhenjie groups}: towns of a scenario in connected groups of nearly equal load. */
@Command(name = "groups", sortOptions = false)
final class GroupsCommand implements Callable<Integer> {
    private final Call call;

    @Mixin
    private ScenarioChoice choice;

    @Mixin
    private SearchLimits limits;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "groupsOut", order = 30)
    private Path out;

    GroupsCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        StudyFolder folder = Plans.open(call, choice.study());
        if (out != null) {
            new InputGuard(folder).check(out);
            Targets.check(out);
        }
        Scenario scenario = ScenarioFile.read(folder, choice.scenario());
        if (scenario.groups().isEmpty()) {
            throw new InputException(Problem.error(
                    CliTexts.BUNDLE, "groups.none", Where.nowhere().value(scenario.name())));
        }
        SolveOptions options = limits.options(GroupPlanning.STEPS);
        List<GroupPlans.Found> found = new GroupPlans(call, folder, options).solve(scenario);
        Study study = Reforms.apply(scenario, folder.study()).study();
        found.forEach(one -> print(study, one, options.seed()));
        if (out != null) {
            write(found.stream().map(GroupPlans.Found::groups).toList());
        }
        return ExitCode.DONE;
    }

    private void print(Study study, GroupPlans.Found found, long seed) {
        GroupsText text = new GroupsText(call);
        text.print(study, found.groups());
        found.solve().print(found.solved(), "groups.objective", seed);
        text.printOutlines(found.groups().grouping().grouping(), found.groups().plan());
        text.printZones(study, found.groups());
        found.groups().teams().ifPresent(teams -> {
            text.printTeams(study, found.groups(), teams);
            GroupPlans.teamTables(call).print(found.teams().orElseThrow(), "teams.objective", seed);
        });
    }

    private void write(List<TownGroups> groups) {
        boolean withTeams = groups.stream().anyMatch(one -> one.teams().isPresent());
        List<String> columns = new ArrayList<>(List.of("unit", "group", "grouping"));
        if (withTeams) {
            columns.add("team");
        }
        List<List<Object>> rows = new ArrayList<>();
        for (TownGroups one : groups) {
            for (Town town : one.grouping().towns()) {
                int group = one.groupOf(town.code()).orElseThrow();
                List<Object> row =
                        new ArrayList<>(List.of(town.code(), group, one.task().id()));
                if (withTeams) {
                    row.add(one.teams().map(teams -> ids(teams.people(group))).orElse(""));
                }
                rows.add(row);
            }
        }
        try {
            CsvFile.write(out, columns, rows);
        } catch (IOException e) {
            throw Plans.unwritable(out, e);
        }
        call.print(call.texts().get("file.written", out));
    }

    /** Bodies with the people that they send, as {@code D1=3;D2=2}. */
    private static String ids(Map<Body, Integer> people) {
        return people.entrySet().stream()
                .map(entry -> entry.getKey().id() + "=" + entry.getValue())
                .collect(Collectors.joining(";"));
    }
}
