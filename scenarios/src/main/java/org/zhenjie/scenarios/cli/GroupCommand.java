package org.zhenjie.scenarios.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.grouping.GroupingPlan;
import org.zhenjie.planner.grouping.GroupingProblem;
import org.zhenjie.planner.grouping.solve.GroupingSolve;
import org.zhenjie.planner.search.Solved;
import org.zhenjie.scenarios.group.Grouping;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zhenjie group}: units that touch into connected groups of nearly equal load, from plain tables. */
@Command(name = "group", sortOptions = false)
final class GroupCommand implements Callable<Integer> {
    private static final int MOST_NAMED = 10;

    private final Call call;

    @Option(names = "--adjacency", paramLabel = "A.csv", descriptionKey = "adjacency", required = true, order = 1)
    private Path adjacency;

    @Option(names = "--units", paramLabel = "U.csv", descriptionKey = "units", required = true, order = 2)
    private Path units;

    @Option(
            names = "--groups",
            paramLabel = "G",
            descriptionKey = "groups",
            required = true,
            converter = SearchLimits.Count.class,
            order = 3)
    private Long groups;

    @Option(
            names = "--tolerance",
            paramLabel = "SHARE",
            descriptionKey = "tolerance",
            defaultValue = "0.05",
            converter = StationsCommand.Decimal.class,
            order = 4)
    private BigDecimal tolerance;

    @Mixin
    private SearchLimits limits;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "groupOut", order = 30)
    private Path out;

    GroupCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        if (out != null) {
            InputGuard.check(out, List.of(adjacency, units));
        }
        call.notice("reading", units);
        Grouping grouping = Grouping.read(adjacency, units, groups, tolerance);
        GroupingProblem problem = grouping.problem();
        if (hasTooManyParts(problem) || hasPinsThatCannotHold(problem)) {
            return ExitCode.RULE_BROKEN;
        }
        SolveOptions options = limits.options();

        TableSolve tables = new TableSolve(call, grouping.costs()::number);
        String title = call.texts().get("group.solving", problem.size(), problem.groups());
        Solved<GroupingPlan> solved = tables.run(title, GroupingSolve.of(problem, options));
        if (!solved.feasible()) {
            call.notice(solved.impossible() ? "group.impossible" : "group.notFound");
            return ExitCode.RULE_BROKEN;
        }
        tables.print(solved, "group.objective", options.seed());
        tables.write(out, List.of("unit", "group"), problem.units(), grouping.answer(solved.plan()));
        return ExitCode.DONE;
    }

    private boolean hasPinsThatCannotHold(GroupingProblem problem) {
        List<List<Integer>> parts = problem.parts();
        for (int pin : problem.pinsOf(parts.stream().flatMap(List::stream).toList())) {
            List<String> torn = parts.stream()
                    .flatMap(part -> part.stream()
                            .filter(unit -> problem.pins()[unit] == pin)
                            .limit(1))
                    .limit(MOST_NAMED)
                    .map(problem.units()::get)
                    .toList();
            if (torn.size() > 1) {
                call.notice("group.pinsTorn", String.join(call.texts().get("list.separator"), torn));
                return true;
            }
        }
        if (problem.leastGroups() > problem.groups()) {
            call.notice("group.pinsMany", problem.leastGroups(), problem.groups());
            return true;
        }
        return false;
    }

    private boolean hasTooManyParts(GroupingProblem problem) {
        List<List<Integer>> parts = problem.parts();
        if (parts.size() <= problem.groups()) {
            return false;
        }
        List<String> first = parts.stream()
                .limit(MOST_NAMED)
                .map(part -> problem.units().get(part.get(0)))
                .toList();
        List<String> islands = parts.stream()
                .filter(part -> part.size() == 1)
                .limit(MOST_NAMED)
                .map(part -> problem.units().get(part.get(0)))
                .toList();
        String separator = call.texts().get("list.separator");
        call.notice("group.parts", parts.size(), problem.groups(), String.join(separator, first));
        if (!islands.isEmpty()) {
            call.notice("group.islands", String.join(separator, islands));
        }
        return true;
    }
}
