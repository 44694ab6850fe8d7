package org.zhenjie.scenarios.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.zhenjie.planner.allocation.AllocationResult;
import org.zhenjie.planner.allocation.Yardstick;
import org.zhenjie.planner.sample.Region;
import org.zhenjie.scenarios.plan.SolverBench;
import org.zhenjie.scenarios.plan.SolverBench.Measured;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code zhenjie bench solver}: solves made-up regions and prints how well and how fast. */
@Command(name = "solver", sortOptions = false)
final class BenchSolverCommand implements Callable<Integer> {

    /** Sizes of the instances. */
    enum Size {
        CITY(Region.CITY, 10),
        PROVINCE(Region.PROVINCE, 60),
        COUNTRY(Region.COUNTRY, 300),
        ALL(null, 0);

        private final Region region;
        private final int seconds;

        Size(Region region, int seconds) {
            this.region = region;
            this.seconds = seconds;
        }
    }

    @Option(names = "--size", paramLabel = "SIZE", descriptionKey = "benchSize", defaultValue = "city", order = 1)
    private Size size;

    @Option(names = "--mixed", descriptionKey = "benchMixed", order = 2)
    private boolean mixed;

    @Option(
            names = "--time",
            paramLabel = "TIME",
            descriptionKey = "benchTime",
            converter = SearchLimits.Time.class,
            order = 20)
    private Duration time;

    @Option(names = "--seed", paramLabel = "S", descriptionKey = "seed", defaultValue = "0", order = 22)
    private long seed;

    private final Call call;
    private final Figures figures;

    BenchSolverCommand(Call call) {
        this.call = call;
        this.figures = new Figures(call.locale());
    }

    @Override
    public Integer call() {
        CliTexts texts = call.texts();
        TextTable table = new TextTable(List.of(
                texts.get("bench.instance"),
                texts.get("bench.towns"),
                texts.get("bench.posts"),
                texts.get("score.broken"),
                texts.get("score.shortfall"),
                texts.get("bench.boundShort"),
                texts.get("score.cost"),
                texts.get("bench.bound"),
                texts.get("frontier.gap"),
                texts.get("bench.to1"),
                texts.get("bench.to01"),
                texts.get("bench.time"),
                texts.get("bench.moves"),
                texts.get("bench.memory")));
        for (Size one : size == Size.ALL ? List.of(Size.CITY, Size.PROVINCE, Size.COUNTRY) : List.of(size)) {
            Region region = mixed ? one.region.mixed() : one.region;
            Duration most = time == null ? Duration.ofSeconds(one.seconds) : time;
            for (Region each : List.of(region, region.poolsOnly())) {
                table.row(row(each, measured(each, most)));
            }
        }
        table.lines().forEach(call::print);
        return ExitCode.DONE;
    }

    private Measured measured(Region region, Duration most) {
        call.notice(
                "bench.running",
                region.name(),
                figures.whole(region.towns()),
                figures.whole(region.posts()),
                figures.whole(most.toSeconds()));
        SolverBench bench = new SolverBench(region, seed, most);
        call.cancellation().onRequest(bench::cancel);
        call.cancellation().worthless(true);
        try {
            return bench.run();
        } finally {
            call.cancellation().worthless(false);
            call.cancellation().onRequest(() -> {});
            call.cancellation().check();
        }
    }

    private List<String> row(Region region, Measured measured) {
        AllocationResult result = measured.result();
        List<String> cells = new ArrayList<>(List.of(
                region.name(),
                figures.whole(region.towns()),
                figures.whole(region.posts()),
                figures.whole(-result.score().hard()),
                figures.whole(-result.score().medium()),
                result.yardstick()
                        .map(Yardstick::leastShortfall)
                        .map(figures::whole)
                        .orElse(Figures.none()),
                figures.whole(-result.score().soft()),
                result.yardstick()
                        .map(Yardstick::lowerBound)
                        .map(figures::whole)
                        .orElse(Figures.none()),
                gap(result),
                seconds(measured.millisToOnePercent()),
                seconds(measured.millisToOnePerMille()),
                seconds(OptionalLong.of(measured.millis())),
                figures.whole(1000 * measured.moves() / Math.max(1, measured.millis())),
                figures.whole(measured.peakBytes() >> 20)));
        return cells;
    }

    private String gap(AllocationResult result) {
        if (result.avoidableShortfall() > 0) {
            return call.texts().get("summary.gapShort", result.avoidableShortfall());
        }
        return result.gap().isPresent() ? figures.share(result.gap().getAsDouble(), 3) : Figures.none();
    }

    private static String seconds(OptionalLong millis) {
        return millis.isPresent() ? String.format(Locale.ROOT, "%.1f", millis.getAsLong() / 1000.0) : Figures.none();
    }
}
