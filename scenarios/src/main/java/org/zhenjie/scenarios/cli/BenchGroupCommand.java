package org.zhenjie.scenarios.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.zhenjie.planner.grouping.GroupingPlan;
import org.zhenjie.planner.grouping.GroupingProblem;
import org.zhenjie.planner.grouping.solve.GroupingSolve;
import org.zhenjie.planner.sample.GroupingDraw;
import org.zhenjie.planner.search.Solved;
import org.zhenjie.planner.search.StagedSolve;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zhenjie bench group}: whether groupings of made-up regions keep their limits, and how near they come to their bound. */
@Command(name = "group", sortOptions = false)
final class BenchGroupCommand implements Callable<Integer> {
    private final Call call;

    @Option(
            names = "--most",
            paramLabel = "N",
            descriptionKey = "benchMostUnits",
            defaultValue = "10000",
            converter = SearchLimits.Count.class,
            order = 1)
    private Long most;

    @Mixin
    private BenchRun run;

    BenchGroupCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        return run.print(
                List.of(
                        "bench.instance",
                        "bench.unitsToGroup",
                        "bench.groups",
                        "bench.tolerance",
                        "bench.outside",
                        "frontier.objective",
                        "frontier.bound",
                        "frontier.gap",
                        "bench.seconds",
                        "bench.memory"),
                GroupingDraw.USUAL.stream().filter(draw -> draw.units() <= most).toList(),
                this::row);
    }

    private List<String> row(GroupingDraw draw) {
        call.notice("group.solving", draw.units(), draw.groups());
        GroupingProblem problem = draw.problem(run.seed());
        StagedSolve<GroupingPlan, ?> solve = GroupingSolve.of(problem, run.options());
        BenchRun.Measured<Solved<GroupingPlan>> measured =
                run.measure(() -> solve.run((cost, bound) -> {}), solve::cancel);
        Solved<GroupingPlan> solved = measured.result();
        long outside = solved.plan().account(problem).outside();
        Figures figures = new Figures(call.locale());
        return List.of(
                draw.shape().label(),
                figures.whole(draw.units()),
                figures.whole(draw.groups()),
                figures.share(draw.tolerance(), 0),
                figures.share((double) outside / problem.totalLoad(), 3),
                solved.feasible() ? figures.whole(solved.cost()) : Figures.none(),
                figures.whole(solved.bound()),
                run.gap(solved.gap()),
                measured.time(),
                figures.whole(measured.bytes() >> 20));
    }
}
