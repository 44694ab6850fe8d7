package org.zhenjie.scenarios.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.grouping.GroupingPlan;
import org.zhenjie.planner.grouping.GroupingProblem;
import org.zhenjie.planner.grouping.solve.GroupingSolve;
import org.zhenjie.planner.search.Solved;
import org.zhenjie.scenarios.group.Grouping;
import org.zhenjie.scenarios.group.TableGrouping;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zhenjie group}: units that touch into connected groups of nearly equal load, from plain tables. */
@Command(name = "group", sortOptions = false)
final class GroupCommand implements Callable<Integer> {
    /** Steps where the call gives no limit. */
    private static final long STEPS = 40_000;

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

    @Option(
            names = "--compactness",
            paramLabel = "WEIGHT",
            descriptionKey = "compactness",
            defaultValue = "0",
            converter = StationsCommand.Decimal.class,
            order = 5)
    private BigDecimal compactness;

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
        Grouping grouping = TableGrouping.read(adjacency, units, groups, tolerance, compactness);
        call.report(grouping.warnings());
        GroupingProblem problem = grouping.problem();
        List<Problem> obstacles = grouping.obstacles(
                "group", Where.nowhere(), unit -> problem.units().get(unit));
        if (!obstacles.isEmpty()) {
            call.report(obstacles);
            return ExitCode.RULE_BROKEN;
        }
        SolveOptions options = limits.optionsFromNow(STEPS);

        TableSolve tables = new TableSolve(call, grouping.costs()::number);
        String title = call.texts().get("group.solving", problem.size(), problem.groups());
        Solved<GroupingPlan> solved = tables.run(title, GroupingSolve.of(problem, options));
        if (!solved.feasible()) {
            long outside = solved.plan().account(problem).outside();
            call.notice(
                    solved.impossible() ? "group.impossible" : "group.notFound",
                    grouping.loads().number(outside).toPlainString());
            return ExitCode.RULE_BROKEN;
        }
        tables.print(solved, "group.objective", options.seed());
        if (compactness.signum() > 0) {
            new GroupsText(call).printOutlines(grouping, solved.plan());
        }
        tables.write(out, List.of("unit", "group"), problem.units(), grouping.answer(solved.plan()));
        return ExitCode.DONE;
    }
}
