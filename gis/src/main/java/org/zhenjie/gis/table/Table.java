package org.zhenjie.gis.table;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import java.util.List;
import java.util.Optional;
import org.zhenjie.gis.encoding.Encoding;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;

/**
 * A table of texts.
 *
 * @param file path as the user wrote it
 * @param columns names from the header row, without surrounding blanks, each once
 * @param rows the rows below it that are not blank throughout
 * @param encoding charset of a text file; empty for workbooks
 */
public record Table(String file, List<String> columns, List<Row> rows, Optional<Encoding> encoding) {
    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * A row.
     *
     * @param number 1-based number of the row in the sheet, with the header counted
     * @param cells one for each column, without surrounding blanks; empty text where there is nothing
     */
    public record Row(long number, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** Whether there is a column of that name. */
    public boolean has(String column) {
        return columns.contains(column);
    }

    /**
     * Index of a column.
     *
     * @throws InputException if there is none of that name; the message lists those that there are
     */
    public int column(String name) {
        int index = columns.indexOf(name);
        if (index < 0) {
            throw new InputException(
                    Problem.error(BUNDLE, "field.unknown", Where.file(file).field(name), columns));
        }
        return index;
    }

    /** The place of a cell, for messages. */
    public Where where(Row row, String column) {
        Where where = Where.file(file).row(row.number()).field(column);
        int index = columns.indexOf(column);
        return index < 0 || row.cells().get(index).isEmpty()
                ? where
                : where.value(row.cells().get(index));
    }
}
