package org.zhenjie.scenarios.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.assignment.AssignmentPlan;
import org.zhenjie.planner.assignment.AssignmentProblem;
import org.zhenjie.planner.assignment.solve.AssignmentSolve;
import org.zhenjie.planner.search.Solved;
import org.zhenjie.scenarios.assign.Assignment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zhenjie assign}: which worker does each task within capacities, from plain tables. */
@Command(name = "assign", sortOptions = false)
final class AssignCommand implements Callable<Integer> {
    /** Steps where the call gives no limit. */
    private static final long STEPS = 40_000;

    private static final int MOST_NAMED = 10;

    private final Call call;

    @Option(names = "--workers", paramLabel = "W.csv", descriptionKey = "workers", required = true, order = 1)
    private Path workers;

    @Option(names = "--tasks", paramLabel = "T.csv", descriptionKey = "tasks", required = true, order = 2)
    private Path tasks;

    @Option(names = "--costs", paramLabel = "C.csv", descriptionKey = "costs", required = true, order = 3)
    private Path costs;

    @Mixin
    private SearchLimits limits;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "assignOut", order = 30)
    private Path out;

    AssignCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        if (out != null) {
            InputGuard.check(out, List.of(workers, tasks, costs));
        }
        call.notice("reading", costs);
        Assignment assignment = Assignment.read(workers, tasks, costs);
        call.report(assignment.warnings());
        AssignmentProblem problem = assignment.problem();
        if (hasImpossibleTasks(problem) || lacksCapacity(assignment)) {
            return ExitCode.RULE_BROKEN;
        }
        SolveOptions options = limits.optionsFromNow(STEPS);

        TableSolve tables = new TableSolve(call, assignment.costs()::number);
        String title = call.texts()
                .get("assign.solving", problem.tasks().size(), problem.workers().size());
        Solved<AssignmentPlan> solved = tables.run(title, AssignmentSolve.of(problem, options));
        if (!solved.feasible()) {
            long overload = solved.plan().account(problem).overload();
            call.notice(solved.impossible() ? "assign.impossible" : "assign.notFound", load(assignment, overload));
            return ExitCode.RULE_BROKEN;
        }
        tables.print(solved, "assign.objective", options.seed());
        tables.write(out, List.of("task", "worker"), problem.tasks(), assignment.answer(solved.plan()));
        return ExitCode.DONE;
    }

    private boolean lacksCapacity(Assignment assignment) {
        long least = assignment.problem().leastLoad();
        long capacity = assignment.problem().totalCapacity();
        if (capacity < least) {
            call.notice("assign.lacksCapacity", load(assignment, least), load(assignment, capacity));
        }
        return capacity < least;
    }

    private static String load(Assignment assignment, long whole) {
        return assignment.loads().text(whole);
    }

    private boolean hasImpossibleTasks(AssignmentProblem problem) {
        List<String> impossible =
                problem.impossibleTasks().stream().map(problem.tasks()::get).toList();
        if (!impossible.isEmpty()) {
            call.notice(
                    "assign.noWorker",
                    impossible.size(),
                    String.join(
                            call.texts().get("list.separator"),
                            impossible.subList(0, Math.min(MOST_NAMED, impossible.size()))));
        }
        return !impossible.isEmpty();
    }
}
