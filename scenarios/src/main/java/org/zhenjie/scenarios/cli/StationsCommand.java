package org.zhenjie.scenarios.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.consolidation.ConsolidationResult;
import org.zhenjie.scenarios.stations.FrontierTable;
import org.zhenjie.scenarios.stations.HostTable;
import org.zhenjie.scenarios.stations.NumberRange;
import org.zhenjie.scenarios.stations.Stations;
import org.zhenjie.scenarios.stations.StationsPlanning;
import org.zhenjie.scenarios.stations.StationsRequest;
import org.zhenjie.scenarios.tables.Cells;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code zhenjie stations}: which stations stay, and where the others merge into, from plain tables. */
@Command(name = "stations", sortOptions = false)
final class StationsCommand implements Callable<Integer> {
    /** Steps where the call gives no limit: the start before the search does most. */
    private static final long STEPS = 3_000;
    /** The least time for a solve. */
    private static final Duration LEAST = Duration.ofMillis(50);

    private final Call call;

    @Option(names = "--points", paramLabel = "P.csv", descriptionKey = "points", required = true, order = 1)
    private Path points;

    @Option(names = "--distances", paramLabel = "D.csv", descriptionKey = "distances", order = 2)
    private Path distances;

    @Option(names = "--shortest-paths", descriptionKey = "shortestPaths", order = 3)
    private boolean shortestPaths;

    @Option(
            names = "--keep",
            paramLabel = "K",
            descriptionKey = "keep",
            required = true,
            converter = Range.class,
            order = 4)
    private NumberRange keep;

    @Option(names = "--by-duties", descriptionKey = "byDuties", order = 3)
    private boolean byDuties;

    @Option(names = "--across-counties", descriptionKey = "acrossCounties", order = 8)
    private boolean acrossCounties;

    @Option(names = "--cover", paramLabel = "KM", descriptionKey = "cover", converter = Decimal.class, order = 5)
    private BigDecimal cover;

    @Option(
            names = "--cover-share",
            paramLabel = "SHARE",
            descriptionKey = "coverShare",
            defaultValue = "1",
            converter = Decimal.class,
            order = 6)
    private BigDecimal coverShare;

    @Option(names = "--capacity", paramLabel = "N", descriptionKey = "capacity", converter = Decimal.class, order = 7)
    private BigDecimal capacity;

    @Mixin
    private SearchLimits limits;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "hostsOut", order = 30)
    private Path out;

    StationsCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        long began = System.nanoTime();
        if (out != null) {
            List<Path> inputs = new ArrayList<>(List.of(points));
            Optional.ofNullable(distances).ifPresent(inputs::add);
            InputGuard.check(out, inputs);
        }
        Stations stations = read();
        call.report(stations.warnings());
        List<Problem> obstacles = stations.keeping(keep.most()).obstacles();
        if (!obstacles.isEmpty()) {
            call.report(obstacles);
            return ExitCode.RULE_BROKEN;
        }
        SolveOptions options = left(limits.options(STEPS), began);
        StationsText text = new StationsText(call, stations);
        if (keep.isSeveral()) {
            return frontier(stations, options, text);
        }
        ConsolidationResult result = solve(stations, options);
        tellTime(result);
        if (!result.account().isFeasible()) {
            text.tellBroken(result);
            return ExitCode.RULE_BROKEN;
        }
        text.print(result, options.seed());
        if (out != null) {
            write(file -> HostTable.write(file, stations, result.plan()));
        }
        return ExitCode.DONE;
    }

    /** What is left of the time after reading: the call as a whole ends in time. */
    private static SolveOptions left(SolveOptions options, long began) {
        Duration spent = Duration.ofNanos(System.nanoTime() - began);
        return new SolveOptions(
                options.seed(),
                options.steps(),
                options.time().map(time -> time.compareTo(spent.plus(LEAST)) > 0 ? time.minus(spent) : LEAST));
    }

    private int frontier(Stations stations, SolveOptions options, StationsText text) {
        int number = keep.most() - keep.least() + 1;
        SolveOptions each = new SolveOptions(
                options.seed(),
                options.steps(),
                options.time().map(time -> limits.isGivenTime() ? share(time, number) : time));
        List<FrontierTable.Row> rows = new ArrayList<>();
        for (int kept = keep.least(); kept <= keep.most(); kept++) {
            rows.add(new FrontierTable.Row(kept, solve(stations.keeping(kept), each)));
        }
        text.print(rows, options.seed());
        if (rows.stream().noneMatch(row -> row.result().account().isFeasible())) {
            call.notice("stations.noneFound");
            return ExitCode.RULE_BROKEN;
        }
        if (out != null) {
            write(file -> FrontierTable.write(file, stations, rows));
        }
        return ExitCode.DONE;
    }

    private static Duration share(Duration time, int number) {
        return time.compareTo(LEAST.multipliedBy(number)) > 0 ? time.dividedBy(number) : LEAST;
    }

    private Stations read() {
        call.notice("reading", points);
        return Stations.read(new StationsRequest(
                points,
                Optional.ofNullable(distances),
                shortestPaths,
                byDuties,
                acrossCounties,
                keep.least(),
                keep.most(),
                Optional.ofNullable(cover),
                coverShare,
                Optional.ofNullable(capacity)));
    }

    private ConsolidationResult solve(Stations stations, SolveOptions options) {
        StationsPlanning planning = new StationsPlanning(stations, options);
        call.cancellation().onRequest(planning::cancel);
        call.cancellation().worthless(true);
        String title = call.texts()
                .get(
                        "stations.solving",
                        stations.problem().size(),
                        stations.problem().keep());
        ConsolidationResult result;
        try (ProgressView view = ProgressView.open(call, title)) {
            result = planning.run((cost, bound) ->
                    view.state(call.texts().get("stations.best", cost.toPlainString(), bound.toPlainString())));
        } finally {
            call.cancellation().worthless(false);
            call.cancellation().onRequest(() -> {});
        }
        if (call.cancellation().isRequested()) {
            throw new CancellationException();
        }
        return result;
    }

    private void tellTime(ConsolidationResult result) {
        if (result.stoppedBy() == ConsolidationResult.StoppedBy.TIME) {
            call.notice("solved.byTime");
        }
    }

    private interface Writing {
        void to(Path file) throws IOException;
    }

    private void write(Writing writing) {
        try {
            writing.to(out);
        } catch (IOException e) {
            throw Plans.unwritable(out, e);
        }
        call.print(call.texts().get("file.written", out));
    }

    /** A number, or two for every number between: {@code 5..20}. */
    static final class Range implements ITypeConverter<NumberRange> {
        @Override
        public NumberRange convert(String text) {
            return NumberRange.parse(text).orElseThrow(() -> new TypeConversionException(text));
        }
    }

    /** A number, 0 or more. */
    static final class Decimal implements ITypeConverter<BigDecimal> {
        private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);

        @Override
        public BigDecimal convert(String text) {
            return Cells.number(text.strip())
                    .filter(number -> number.signum() >= 0 && number.compareTo(MOST) <= 0)
                    .orElseThrow(() -> new TypeConversionException(text));
        }
    }
}
