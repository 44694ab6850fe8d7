package org.zhenjie.gis.table;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;

/** Reads tables. */
public final class Tables {
    private static final List<String> TEXT = List.of(".csv", ".tsv", ".txt");
    private static final String WORKBOOK = ".xlsx";

    private Tables() {}

    /**
     * Reads a table whole. The delimiter of a text file (comma, semicolon or tab) is told by its header row. Numbers of a
     * workbook become plain digits, dates ISO dates.
     *
     * @throws InputException if the file is missing, of no known format, damaged, without a header, has two columns of
     *     one name or cells beyond the header, or holds several sheets (or none by that name)
     */
    public static Table read(TableRequest request) {
        Where where = Where.file(request.shownAs());
        check(request, where);
        try {
            return isWorkbook(request.file()) ? Workbooks.read(request) : read(CsvFile.open(request), request);
        } catch (IOException e) {
            throw new InputException(
                    Problem.error(BUNDLE, "file.readFailed", where, String.valueOf(e.getMessage())), e);
        }
    }

    /**
     * Names of the sheets of a workbook; for text files the one file name without extension.
     *
     * @throws InputException if the file is missing, of no known format or damaged
     */
    public static List<String> names(TableRequest request) {
        Where where = Where.file(request.shownAs());
        check(request, where);
        if (isWorkbook(request.file())) {
            return Workbooks.names(request);
        }
        String name = request.file().getFileName().toString();
        return List.of(name.substring(0, name.lastIndexOf('.')));
    }

    /** Whether the file's extension is that of a table format. */
    public static boolean canRead(Path file) {
        return isWorkbook(file) || TEXT.contains(extension(file));
    }

    private static Table read(CsvFile csv, TableRequest request) throws IOException {
        try (csv) {
            TableBuilder builder = new TableBuilder(request.shownAs());
            while (csv.next()) {
                builder.add(csv.row(), csv.cells());
            }
            return builder.build(Optional.of(csv.encoding()));
        }
    }

    private static void check(TableRequest request, Where where) {
        Path file = request.file();
        if (!Files.exists(file)) {
            throw new InputException(Problem.error(BUNDLE, "file.missing", where));
        }
        if (Files.isDirectory(file) || !Files.isReadable(file)) {
            throw new InputException(Problem.error(BUNDLE, "file.unreadable", where));
        }
        if (!canRead(file)) {
            throw new InputException(
                    Problem.error(BUNDLE, "file.unknownFormat", where, List.of(".csv", ".tsv", ".txt", ".xlsx")));
        }
    }

    /** Whether the file is a workbook of sheets, told by its extension. */
    public static boolean isWorkbook(Path file) {
        return extension(file).equals(WORKBOOK);
    }

    private static String extension(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot);
    }
}
