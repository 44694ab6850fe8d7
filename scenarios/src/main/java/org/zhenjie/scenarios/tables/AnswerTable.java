package org.zhenjie.scenarios.tables;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.zhenjie.gis.write.AtomicFiles;

/** The table of an answer: CSV in UTF-8 with two columns, such as {@code task,worker}. */
public final class AnswerTable {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

    private AnswerTable() {}

    /**
     * Writes the table whole or not at all.
     *
     * @param columns names of the two columns
     * @param ids first column, row by row
     * @param answers second column, row by row
     * @throws IOException if the place cannot be written
     */
    public static void write(Path file, List<String> columns, List<String> ids, List<String> answers)
            throws IOException {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            printer.printRecord(columns);
            for (int row = 0; row < ids.size(); row++) {
                printer.printRecord(ids.get(row), answers.get(row));
            }
        }
        AtomicFiles.write(file, temporary -> Files.writeString(temporary, text, StandardCharsets.UTF_8));
    }
}
