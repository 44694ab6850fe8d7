package org.zhenjie.scenarios.study;

import java.util.List;
import java.util.Map;
import org.zhenjie.gis.problem.Where;

/**
 * One department's table of units.
 *
 * @param id as the study names it; {@code organization}, {@code establishment}, {@code finance} and {@code human_resources} have
 *     titles in both languages
 * @param file path as the study writes it
 * @param key name of the column with the unit code
 * @param fields what the table says of a unit, in its order
 * @param rows its rows, in its order
 */
public record DepartmentTable(String id, String file, String key, List<String> fields, List<Row> rows) {
    public DepartmentTable {
        fields = List.copyOf(fields);
        rows = List.copyOf(rows);
    }

    /**
     * A row.
     *
     * @param number 1-based, with the header counted
     * @param unit unit code as it stands there
     * @param values by field; empty where the cell is blank
     */
    public record Row(long number, String unit, Map<String, String> values) {
        public Row {
            values = Map.copyOf(values);
        }
    }

    /** The place of a row's unit code. */
    public Where where(Row row) {
        Where where = Where.file(file).row(row.number()).field(key);
        return row.unit().isEmpty() ? where : where.value(row.unit());
    }
}
