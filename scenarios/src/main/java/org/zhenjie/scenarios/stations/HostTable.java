package org.zhenjie.scenarios.stations;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.zhenjie.gis.write.AtomicFiles;
import org.zhenjie.planner.consolidation.ConsolidationPlan;

/** The table of who merges into whom: CSV in UTF-8 with the columns {@code id,host}; a kept site hosts itself. */
public final class HostTable {
    static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

    private HostTable() {}

    /**
     * Writes the table whole or not at all; a row for each site, in the order of the table of points.
     *
     * @throws IOException if the place cannot be written
     */
    public static void write(Path file, Stations stations, ConsolidationPlan plan) throws IOException {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            printer.printRecord("id", "host");
            for (int site = 0; site < plan.hosts().size(); site++) {
                printer.printRecord(stations.id(site), stations.id(plan.hosts().get(site)));
            }
        }
        AtomicFiles.write(file, temporary -> Files.writeString(temporary, text, StandardCharsets.UTF_8));
    }
}
