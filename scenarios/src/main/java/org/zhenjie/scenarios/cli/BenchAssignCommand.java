package org.zhenjie.scenarios.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.zhenjie.planner.assignment.AssignmentPlan;
import org.zhenjie.planner.assignment.solve.AssignmentSolve;
import org.zhenjie.planner.sample.AssignmentDraw;
import org.zhenjie.planner.search.Solved;
import org.zhenjie.planner.search.StagedSolve;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zhenjie bench assign}: how near assignments of the types of the literature come to their bound. */
@Command(name = "assign", sortOptions = false)
final class BenchAssignCommand implements Callable<Integer> {
    private final Call call;

    @Option(
            names = "--most",
            paramLabel = "N",
            descriptionKey = "benchMostTasks",
            defaultValue = "10000",
            converter = SearchLimits.Count.class,
            order = 1)
    private Long most;

    @Mixin
    private BenchRun run;

    BenchAssignCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        return run.print(
                List.of(
                        "bench.instance",
                        "bench.workers",
                        "bench.tasks",
                        "frontier.objective",
                        "frontier.bound",
                        "frontier.gap",
                        "bench.seconds",
                        "bench.steps",
                        "bench.memory"),
                AssignmentDraw.USUAL.stream()
                        .filter(draw -> draw.tasks() <= most)
                        .toList(),
                this::row);
    }

    private List<String> row(AssignmentDraw draw) {
        call.notice("assign.solving", draw.tasks(), draw.workers());
        StagedSolve<AssignmentPlan, ?> solve = AssignmentSolve.of(draw.problem(run.seed()), run.options());
        BenchRun.Measured<Solved<AssignmentPlan>> measured =
                run.measure(() -> solve.run((cost, bound) -> {}), solve::cancel);
        Solved<AssignmentPlan> solved = measured.result();
        Figures figures = new Figures(call.locale());
        return List.of(
                draw.type().name(),
                figures.whole(draw.workers()),
                figures.whole(draw.tasks()),
                solved.feasible() ? figures.whole(solved.cost()) : Figures.none(),
                figures.whole(solved.bound()),
                run.gap(solved.gap()),
                measured.time(),
                figures.whole(Math.round(solved.steps() / measured.seconds())),
                figures.whole(measured.bytes() >> 20));
    }
}
