package org.zhenjie.scenarios.stations;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVPrinter;
import org.zhenjie.gis.write.AtomicFiles;
import org.zhenjie.planner.consolidation.ConsolidationResult;
import org.zhenjie.scenarios.tables.Scale;

/**
 * The frontier of k against cost: CSV in UTF-8 with the columns {@code keep,objective,bound,gap}. The objective is blank where no plan
 * was found, the gap also where it has no percentage.
 */
public final class FrontierTable {
    private FrontierTable() {}

    /**
     * One number of sites kept.
     *
     * @param keep k
     * @param result its solve
     */
    public record Row(int keep, ConsolidationResult result) {}

    /**
     * Writes the table whole or not at all.
     *
     * @throws IOException if the place cannot be written
     */
    public static void write(Path file, Stations stations, List<Row> rows) throws IOException {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, HostTable.FORMAT)) {
            printer.printRecord("keep", "objective", "bound", "gap");
            for (Row row : rows) {
                ConsolidationResult result = row.result();
                boolean feasible = result.account().isFeasible();
                printer.printRecord(
                        row.keep(),
                        feasible ? Scale.plain(stations.cost(result.account().cost())) : "",
                        result.impossible() ? "" : Scale.plain(stations.cost(result.bound())),
                        result.gap().isPresent()
                                ? String.format(
                                        Locale.ROOT, "%.6f", result.gap().getAsDouble())
                                : "");
            }
        }
        AtomicFiles.write(file, temporary -> Files.writeString(temporary, text, StandardCharsets.UTF_8));
    }
}
