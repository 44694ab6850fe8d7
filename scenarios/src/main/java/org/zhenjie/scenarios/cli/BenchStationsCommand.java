package org.zhenjie.scenarios.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.zhenjie.planner.consolidation.ConsolidationResult;
import org.zhenjie.planner.sample.SiteDraw;
import org.zhenjie.scenarios.stations.Stations;
import org.zhenjie.scenarios.stations.StationsPlanning;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zhenjie bench stations}: how near consolidations come to their bound. */
@Command(name = "stations", sortOptions = false)
final class BenchStationsCommand implements Callable<Integer> {
    private final Call call;

    @Option(
            names = "--most",
            paramLabel = "N",
            descriptionKey = "benchMostSites",
            defaultValue = "10000",
            converter = SearchLimits.Count.class,
            order = 1)
    private Long most;

    @Mixin
    private BenchRun run;

    BenchStationsCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        return run.print(
                List.of(
                        "bench.instance",
                        "bench.sites",
                        "frontier.keep",
                        "frontier.objective",
                        "frontier.bound",
                        "frontier.gap",
                        "bench.seconds"),
                SiteDraw.USUAL.stream().filter(draw -> draw.sites() <= most).toList(),
                this::row);
    }

    private List<String> row(SiteDraw draw) {
        call.notice("bench.solving", draw.name(), draw.sites(), draw.keep());
        StationsPlanning solve = new StationsPlanning(Stations.of(draw.problem(run.seed())), run.options());
        BenchRun.Measured<ConsolidationResult> measured =
                run.measure(() -> solve.run((cost, bound) -> {}), solve::cancel);
        ConsolidationResult result = measured.result();
        Figures figures = new Figures(call.locale());
        return List.of(
                draw.name(),
                figures.whole(draw.sites()),
                figures.whole(draw.keep()),
                result.account().isFeasible() ? figures.whole(result.account().cost()) : Figures.none(),
                figures.whole(result.bound()),
                run.gap(result.gap()),
                measured.time());
    }
}
