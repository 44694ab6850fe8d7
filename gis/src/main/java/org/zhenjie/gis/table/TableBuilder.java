package org.zhenjie.gis.table;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhenjie.gis.encoding.Encoding;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;

/** Makes a table out of raw rows: the first that is not blank is the header. */
final class TableBuilder {
    private final String file;
    private List<String> columns;
    private final List<Table.Row> rows = new ArrayList<>();

    TableBuilder(String file) {
        this.file = file;
    }

    void add(long number, List<String> raw) {
        List<String> cells = TableRows.stripped(raw);
        if (TableRows.isBlank(cells)) {
            return;
        }
        if (columns == null) {
            columns = header(file, number, cells);
        } else {
            rows.add(new Table.Row(number, fitted(file, columns.size(), number, cells)));
        }
    }

    Table build(Optional<Encoding> encoding) {
        if (columns == null) {
            throw new InputException(Problem.error(BUNDLE, "table.empty", Where.file(file)));
        }
        return new Table(file, columns, rows, encoding);
    }

    /** The column names: empty ones at the end are dropped, others must be there and differ. */
    static List<String> header(String file, long number, List<String> cells) {
        int size = cells.size();
        while (size > 0 && cells.get(size - 1).isEmpty()) {
            size--;
        }
        List<String> names = cells.subList(0, size);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < size; i++) {
            Where where = Where.file(file).row(number);
            if (names.get(i).isEmpty()) {
                throw new InputException(Problem.error(BUNDLE, "table.unnamedColumn", where, i + 1));
            }
            if (!seen.add(names.get(i))) {
                throw new InputException(Problem.error(BUNDLE, "table.columnTwice", where.field(names.get(i))));
            }
        }
        return List.copyOf(names);
    }

    /** One cell for each column: short rows are filled up, cells beyond the header must be empty. */
    static List<String> fitted(String file, int columns, long number, List<String> cells) {
        for (int i = columns; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                Where where = Where.file(file).row(number).value(cells.get(i));
                throw new InputException(Problem.error(BUNDLE, "table.beyondHeader", where, i + 1, columns));
            }
        }
        if (cells.size() == columns) {
            return cells;
        }
        List<String> result = new ArrayList<>(cells.subList(0, Math.min(columns, cells.size())));
        while (result.size() < columns) {
            result.add("");
        }
        return result;
    }
}
