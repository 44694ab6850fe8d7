package org.zhenjie.scenarios.cli;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.consolidation.ConsolidationResult;
import org.zhenjie.planner.sample.SiteDraw;
import org.zhenjie.scenarios.stations.Stations;
import org.zhenjie.scenarios.stations.StationsPlanning;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code zhenjie bench stations}: how near consolidations come to their bound. */
@Command(name = "stations", sortOptions = false)
final class BenchStationsCommand implements Callable<Integer> {
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
            descriptionKey = "benchMostSites",
            defaultValue = "10000",
            converter = SearchLimits.Count.class,
            order = 2)
    private Long most;

    @Option(names = "--seed", paramLabel = "S", descriptionKey = "seed", defaultValue = "0", order = 3)
    private long seed;

    BenchStationsCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        TextTable table = new TextTable(List.of(
                call.texts().get("bench.instance"),
                call.texts().get("bench.sites"),
                call.texts().get("frontier.keep"),
                call.texts().get("frontier.objective"),
                call.texts().get("frontier.bound"),
                call.texts().get("frontier.gap"),
                call.texts().get("bench.seconds")));
        for (SiteDraw draw : SiteDraw.USUAL) {
            if (draw.sites() <= most) {
                table.row(row(draw));
            }
        }
        table.lines().forEach(call::print);
        return ExitCode.DONE;
    }

    private List<String> row(SiteDraw draw) {
        call.notice("bench.solving", draw.name(), draw.sites(), draw.keep());
        StationsPlanning solve = new StationsPlanning(
                Stations.of(draw.problem(seed)), new SolveOptions(seed, OptionalLong.empty(), Optional.of(time)));
        call.cancellation().onRequest(solve::cancel);
        long began = System.nanoTime();
        ConsolidationResult result = solve.run((cost, bound) -> {});
        double seconds = (System.nanoTime() - began) / NANOS;
        call.cancellation().check();
        Figures figures = new Figures(call.locale());
        return List.of(
                draw.name(),
                figures.whole(draw.sites()),
                figures.whole(draw.keep()),
                result.account().isFeasible() ? figures.whole(result.account().cost()) : Figures.none(),
                figures.whole(result.bound()),
                result.gap().isPresent() ? figures.share(result.gap().getAsDouble(), 3) : Figures.none(),
                String.format(Locale.ROOT, "%.1f", seconds));
    }
}
