package org.zhenjie.scenarios.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.consolidation.ConsolidationResult;
import org.zhenjie.scenarios.stations.HostTable;
import org.zhenjie.scenarios.stations.Stations;
import org.zhenjie.scenarios.stations.StationsPlanning;
import org.zhenjie.scenarios.stations.StationsRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code zhenjie stations}: which stations stay, and where the others merge into, from plain tables. */
@Command(name = "stations", sortOptions = false)
final class StationsCommand implements Callable<Integer> {
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
            converter = SearchLimits.Count.class,
            order = 4)
    private Long keep;

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
        if (out != null) {
            List<Path> inputs = new ArrayList<>(List.of(points));
            Optional.ofNullable(distances).ifPresent(inputs::add);
            InputGuard.check(out, inputs);
        }
        Stations stations = read();
        call.report(stations.warnings());
        SolveOptions options = limits.options();
        ConsolidationResult result = solve(stations, options);
        StationsText text = new StationsText(call, stations);
        if (!result.account().isFeasible()) {
            text.tellBroken(result);
            return ExitCode.RULE_BROKEN;
        }
        text.print(result, options.seed());
        write(stations, result);
        return ExitCode.DONE;
    }

    private Stations read() {
        call.notice("reading", points);
        return Stations.read(new StationsRequest(
                points,
                Optional.ofNullable(distances),
                shortestPaths,
                keep,
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
        if (result.stoppedBy() == ConsolidationResult.StoppedBy.TIME) {
            call.notice("solved.byTime");
        }
        return result;
    }

    private void write(Stations stations, ConsolidationResult result) {
        if (out == null) {
            return;
        }
        try {
            HostTable.write(out, stations, result.plan());
        } catch (IOException e) {
            throw Plans.unwritable(out, e);
        }
        call.print(call.texts().get("file.written", out));
    }

    /** A number, 0 or more. */
    static final class Decimal implements ITypeConverter<BigDecimal> {
        @Override
        public BigDecimal convert(String text) {
            String number = text.strip();
            if (!number.matches("\\d{1,12}(\\.\\d{0,12})?|\\.\\d{1,12}")) {
                throw new TypeConversionException(text);
            }
            return new BigDecimal(number);
        }
    }
}
