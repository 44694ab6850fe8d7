package org.zhenjie.scenarios.cli;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.zhenjie.planner.allocation.AllocationResult;
import org.zhenjie.planner.allocation.Yardstick;
import org.zhenjie.planner.sample.Region;
import org.zhenjie.scenarios.plan.SolverBench;
import org.zhenjie.scenarios.plan.SolverBench.Measured;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private BenchRun run;

    private final Call call;
    private final Figures figures;

    BenchSolverCommand(Call call) {
        this.call = call;
        this.figures = new Figures(call.locale());
    }

    @Override
    public Integer call() {
        List<Size> sizes = size == Size.ALL ? List.of(Size.CITY, Size.PROVINCE, Size.COUNTRY) : List.of(size);
        return run.print(
                List.of(
                        "bench.instance",
                        "bench.towns",
                        "bench.posts",
                        "score.broken",
                        "score.shortfall",
                        "bench.boundShort",
                        "score.cost",
                        "bench.bound",
                        "frontier.gap",
                        "bench.to1",
                        "bench.to01",
                        "bench.time",
                        "bench.moves",
                        "bench.memory"),
                sizes.stream().flatMap(this::instances).toList(),
                this::row);
    }

    /** A region, and most time of its solve. */
    private record Instance(Region region, Duration most) {}

    private Stream<Instance> instances(Size one) {
        Region region = mixed ? one.region.mixed() : one.region;
        Duration most = run.time(Duration.ofSeconds(one.seconds));
        return Stream.of(region, region.poolsOnly()).map(each -> new Instance(each, most));
    }

    private List<String> row(Instance instance) {
        Region region = instance.region();
        call.notice(
                "bench.running",
                region.name(),
                figures.whole(region.towns()),
                figures.whole(region.posts()),
                figures.whole(instance.most().toSeconds()));
        SolverBench bench = new SolverBench(region, run.seed(), instance.most());
        return row(region, run.measure(bench::run, bench::cancel).result());
    }

    private List<String> row(Region region, Measured measured) {
        AllocationResult result = measured.result();
        return List.of(
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
                figures.whole(measured.peakBytes() >> 20));
    }

    private String gap(AllocationResult result) {
        if (result.avoidableShortfall() > 0) {
            return call.texts().get("bench.gapShort", result.avoidableShortfall(), run.gap(result.shortfallGap()));
        }
        return run.gap(result.gap());
    }

    private static String seconds(OptionalLong millis) {
        return millis.isPresent() ? String.format(Locale.ROOT, "%.1f", millis.getAsLong() / 1000.0) : Figures.none();
    }
}
