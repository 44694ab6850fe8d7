package org.zhenjie.scenarios.cli;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.assignment.AssignmentPlan;
import org.zhenjie.planner.assignment.AssignmentProblem;
import org.zhenjie.planner.assignment.solve.AssignmentSolve;
import org.zhenjie.planner.sample.AssignmentDraw;
import org.zhenjie.planner.search.Solved;
import org.zhenjie.planner.search.StagedSolve;
import org.zhenjie.scenarios.plan.PeakHeap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code zhenjie bench assign}: how near assignments of the types of the literature come to their bound. */
@Command(name = "assign", sortOptions = false)
final class BenchAssignCommand implements Callable<Integer> {
    private static final double NANOS = 1e9;

    private final Call call;

    @Option(
            names = "--time",
            paramLabel = "TIME",
            descriptionKey = "benchEach",
            defaultValue = "30s",
            converter = SearchLimits.Time.class,
            order = 1)
    private Duration time;

    @Option(
            names = "--most",
            paramLabel = "N",
            descriptionKey = "benchMostTasks",
            defaultValue = "10000",
            converter = SearchLimits.Count.class,
            order = 2)
    private Long most;

    @Option(names = "--seed", paramLabel = "S", descriptionKey = "seed", defaultValue = "0", order = 3)
    private long seed;

    BenchAssignCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        CliTexts texts = call.texts();
        TextTable table = new TextTable(List.of(
                texts.get("bench.instance"),
                texts.get("bench.workers"),
                texts.get("bench.tasks"),
                texts.get("frontier.objective"),
                texts.get("frontier.bound"),
                texts.get("frontier.gap"),
                texts.get("bench.seconds"),
                texts.get("bench.steps"),
                texts.get("bench.memory")));
        for (AssignmentDraw draw : AssignmentDraw.USUAL) {
            if (draw.tasks() <= most) {
                table.row(row(draw));
            }
        }
        table.lines().forEach(call::print);
        return ExitCode.DONE;
    }

    private List<String> row(AssignmentDraw draw) {
        Figures figures = new Figures(call.locale());
        call.notice("assign.solving", draw.tasks(), draw.workers());
        AssignmentProblem problem = draw.problem(seed);
        PeakHeap heap = new PeakHeap();
        long began = System.nanoTime();
        StagedSolve<AssignmentPlan, ?> solve =
                AssignmentSolve.of(problem, new SolveOptions(seed, OptionalLong.empty(), Optional.of(time)));
        call.cancellation().onRequest(solve::cancel);
        Solved<AssignmentPlan> solved = solve.run((cost, bound) -> {});
        double seconds = (System.nanoTime() - began) / NANOS;
        call.cancellation().check();
        return List.of(
                draw.type().name(),
                figures.whole(draw.workers()),
                figures.whole(draw.tasks()),
                solved.feasible() ? figures.whole(solved.cost()) : Figures.none(),
                figures.whole(solved.bound()),
                solved.gap().isPresent() ? figures.share(solved.gap().getAsDouble(), 3) : Figures.none(),
                String.format(Locale.ROOT, "%.1f", seconds),
                figures.whole(Math.round(solved.steps() / seconds)),
                figures.whole(heap.bytes() >> 20));
    }
}
