package org.zhenjie.gis.table;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.zhenjie.gis.encoding.Encoding;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;

/** The rows of a delimited text file below its header, one by one: what {@link Table} holds, without holding it. */
public final class CsvRows implements Closeable {
    private final String name;
    private final CsvFile file;
    private final List<String> columns;
    private List<String> cells;

    private CsvRows(String name, CsvFile file, List<String> columns) {
        this.name = name;
        this.file = file;
        this.columns = columns;
    }

    /**
     * Reads the header; the file is closed if that fails.
     *
     * @throws InputException if there is no header, or one with unnamed or equal columns
     * @throws IOException if the file cannot be read
     */
    public static CsvRows open(CsvFile file, TableRequest request) throws IOException {
        try {
            while (file.next()) {
                List<String> cells = stripped(file.cells());
                if (!isBlank(cells)) {
                    return new CsvRows(
                            request.shownAs(), file, TableBuilder.header(request.shownAs(), file.row(), cells));
                }
            }
            throw new InputException(Problem.error(BUNDLE, "table.empty", Where.file(request.shownAs())));
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** The names of the columns. */
    public List<String> columns() {
        return columns;
    }

    /** The charset that the text is read with. */
    public Encoding encoding() {
        return file.encoding();
    }

    /**
     * Moves to the next row that is not blank; false after the last.
     *
     * @throws InputException if the row does not fit the header
     * @throws IOException if the file cannot be read
     */
    public boolean next() throws IOException {
        while (file.next()) {
            List<String> raw = stripped(file.cells());
            if (!isBlank(raw)) {
                cells = TableBuilder.fitted(name, columns.size(), file.row(), raw);
                return true;
            }
        }
        return false;
    }

    /** 1-based number of the row in the sheet, with the header and blank rows counted. */
    public long row() {
        return file.row();
    }

    /** One cell for each column; empty text where there is nothing. */
    public List<String> cells() {
        return cells;
    }

    private static List<String> stripped(List<String> raw) {
        return raw.stream().map(String::strip).toList();
    }

    private static boolean isBlank(List<String> cells) {
        return cells.stream().allMatch(String::isEmpty);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
