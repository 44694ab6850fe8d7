package org.zhenjie.scenarios.cli;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.scenarios.plan.PeakHeap;
import picocli.CommandLine.Option;

/** What every benchmark of solves has: the options for time and seed, and a table with a row for each instance. */
final class BenchRun {
    private static final Duration USUAL = Duration.ofSeconds(30);
    private static final double NANOS = 1e9;

    @Option(
            names = "--time",
            paramLabel = "TIME",
            descriptionKey = "benchEach",
            converter = SearchLimits.Time.class,
            order = 20)
    private Duration time;

    @Option(names = "--seed", paramLabel = "S", descriptionKey = "seed", defaultValue = "0", order = 22)
    private long seed;

    private final Call call;

    BenchRun(Call call) {
        this.call = call;
    }

    /**
     * A solve, measured.
     *
     * @param result what came out
     * @param seconds time that it took
     * @param bytes most heap that was in use
     */
    record Measured<R>(R result, double seconds, long bytes) {
        /** The time as a cell. */
        String time() {
            return String.format(Locale.ROOT, "%.1f", seconds);
        }
    }

    /** Seed of instances and solves. */
    long seed() {
        return seed;
    }

    /** Most time of a solve. */
    Duration time(Duration usual) {
        return time == null ? usual : time;
    }

    /** Limits of a solve. */
    SolveOptions options() {
        return new SolveOptions(seed, OptionalLong.empty(), Optional.of(time(USUAL)));
    }

    /** Prints a row for each instance below these columns, names of texts. */
    <T> int print(List<String> columns, List<T> instances, Function<T, List<String>> row) {
        TextTable table = new TextTable(columns.stream().map(call.texts()::get).toList());
        instances.forEach(instance -> table.row(row.apply(instance)));
        table.lines().forEach(call::print);
        return ExitCode.DONE;
    }

    /**
     * Runs a solve.
     *
     * @param cancel what Ctrl-C does to it
     */
    <R> Measured<R> measure(Supplier<R> solve, Runnable cancel) {
        call.cancellation().onRequest(cancel);
        call.cancellation().worthless(true);
        try {
            PeakHeap heap = new PeakHeap();
            long began = System.nanoTime();
            R result = solve.get();
            return new Measured<>(result, (System.nanoTime() - began) / NANOS, heap.bytes());
        } finally {
            call.cancellation().worthless(false);
            call.cancellation().onRequest(() -> {});
            call.cancellation().check();
        }
    }

    /** A gap as a cell. */
    String gap(OptionalDouble gap) {
        return gap.isPresent() ? new Figures(call.locale()).share(gap.getAsDouble(), 3) : Figures.none();
    }
}
