package org.zhenjie.gis.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhenjie.gis.encoding.Encoding;
import org.zhenjie.gis.problem.InputException;

/** The rows of a table below its header, one by one: what {@link Table} holds, without holding it. */
public interface TableRows extends Closeable {
    /**
     * Reads the header of a text file, or of the sheet that the request names.
     *
     * @throws InputException if there is no header or one with unnamed or equal columns, or the file is damaged
     * @throws IOException if the file cannot be read
     */
    static TableRows open(TableRequest request) throws IOException {
        return Tables.isWorkbook(request.file())
                ? SheetRows.open(request)
                : CsvRows.open(CsvFile.open(request), request);
    }

    /** The names of the columns. */
    List<String> columns();

    /** The charset of a text file. */
    Optional<Encoding> encoding();

    /**
     * Moves to the next row that is not blank; false after the last.
     *
     * @throws InputException if the row does not fit the header
     * @throws IOException if the file cannot be read
     */
    boolean next() throws IOException;

    /** 1-based number of the row in the sheet, with the header and blank rows counted. */
    long row();

    /** One cell for each column; empty text where there is nothing. */
    List<String> cells();

    /** The cells without blanks around them. */
    static List<String> stripped(List<String> raw) {
        List<String> cells = new ArrayList<>(raw);
        cells.replaceAll(String::strip);
        return cells;
    }

    /** Whether there is nothing in the row. */
    static boolean isBlank(List<String> cells) {
        for (String cell : cells) {
            if (!cell.isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
