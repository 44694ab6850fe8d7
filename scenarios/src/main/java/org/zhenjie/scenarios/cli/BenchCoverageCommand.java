package org.zhenjie.scenarios.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.zhenjie.gis.bench.CoverageBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code zhenjie bench coverage}: check and neighbours of coverages of several sizes. */
@Command(name = "coverage", sortOptions = false)
final class BenchCoverageCommand implements Callable<Integer> {
    private final Call call;

    @Option(
            names = "--towns",
            paramLabel = "N",
            descriptionKey = "benchTowns",
            split = ",",
            defaultValue = "2500,10000,40000",
            converter = SearchLimits.Count.class,
            order = 1)
    private List<Long> towns;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            descriptionKey = "benchRounds",
            defaultValue = "3",
            converter = SearchLimits.Count.class,
            order = 2)
    private Long rounds;

    @Option(names = "--seed", paramLabel = "S", descriptionKey = "benchSeed", defaultValue = "1", order = 3)
    private long seed;

    BenchCoverageCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        CliTexts texts = call.texts();
        Figures figures = new Figures(call.locale());
        TextTable table = new TextTable(List.of(
                texts.get("bench.data"),
                texts.get("bench.units"),
                texts.get("bench.vertices"),
                texts.get("bench.borders"),
                texts.get("bench.findings"),
                texts.get("bench.cpu"),
                texts.get("bench.wall"),
                texts.get("bench.perVertex")));
        for (boolean faults : new boolean[] {false, true}) {
            for (long size : towns) {
                call.cancellation().check();
                CoverageBench.Measured measured = CoverageBench.of(
                        Math.toIntExact(Math.max(1, size)), seed, faults, Math.toIntExact(Math.max(1, rounds)));
                table.row(
                        texts.get(faults ? "bench.faulty" : "bench.clean"),
                        figures.whole(measured.units()),
                        figures.whole(measured.vertices()),
                        figures.whole(measured.borders()),
                        figures.whole(measured.findings()),
                        figures.whole(measured.cpuNanos() / 1_000_000),
                        figures.whole(measured.wallNanos() / 1_000_000),
                        figures.whole(measured.cpuNanos() / Math.max(1, measured.vertices())));
            }
        }
        call.print(texts.get("bench.coverage.title", seed, rounds));
        table.lines().forEach(call::print);
        return ExitCode.DONE;
    }
}
