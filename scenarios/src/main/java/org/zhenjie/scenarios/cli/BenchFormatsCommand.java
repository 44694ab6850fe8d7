package org.zhenjie.scenarios.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.zhenjie.gis.bench.FormatBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code zhenjie bench formats}: reading made-up towns from files, beside GDAL's reading of the same files. */
@Command(name = "formats", sortOptions = false)
final class BenchFormatsCommand implements Callable<Integer> {
    private static final long MILLION = 1_000_000;

    private final Call call;

    @Option(
            names = "--towns",
            paramLabel = "N",
            descriptionKey = "benchTownCount",
            defaultValue = "40000",
            converter = SearchLimits.Count.class,
            order = 1)
    private Long towns;

    @Option(
            names = "--formats",
            paramLabel = "EXT",
            descriptionKey = "benchFormats",
            split = ",",
            defaultValue = "shp,gpkg",
            order = 2)
    private List<String> formats;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            descriptionKey = "benchMedianRounds",
            defaultValue = "5",
            converter = SearchLimits.Count.class,
            order = 3)
    private Long rounds;

    @Option(names = "--seed", paramLabel = "S", descriptionKey = "benchSeed", defaultValue = "1", order = 4)
    private long seed;

    BenchFormatsCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() throws IOException {
        CliTexts texts = call.texts();
        Figures figures = new Figures(call.locale());
        TextTable table = new TextTable(List.of(
                texts.get("bench.file"),
                texts.get("bench.units"),
                texts.get("bench.megabytes"),
                texts.get("bench.cold"),
                texts.get("bench.warm"),
                texts.get("bench.warmCpu"),
                texts.get("bench.gdal"),
                texts.get("bench.ratio")));
        Path folder = Files.createTempDirectory("zhenjie-bench");
        try {
            for (String format : formats) {
                call.cancellation().check();
                Path place = Files.createDirectory(folder.resolve(format.strip()));
                Path file = FormatBench.write(
                        place.resolve("towns." + format.strip()), Math.toIntExact(Math.max(1, towns)), seed);
                FormatBench.Measured measured = FormatBench.of(file, Math.toIntExact(Math.max(1, rounds)));
                table.row(
                        file.getFileName().toString(),
                        figures.whole(measured.features()),
                        figures.whole(measured.bytes() / MILLION),
                        figures.whole(measured.cold() / MILLION),
                        figures.whole(measured.warm() / MILLION),
                        figures.whole(measured.warmCpu() / MILLION),
                        measured.gdal()
                                .map(nanos -> figures.whole(nanos / MILLION))
                                .orElse(Figures.none()),
                        measured.ratio()
                                .map(ratio ->
                                        figures.number(BigDecimal.valueOf(ratio).setScale(2, RoundingMode.HALF_UP)))
                                .orElse(Figures.none()));
            }
        } finally {
            delete(folder);
        }
        call.print(texts.get("bench.formats.title", seed, rounds, String.join(" ", FormatBench.GDAL)));
        table.lines().forEach(call::print);
        return ExitCode.DONE;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
