package org.zhenjie.scenarios.tables;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.gis.table.Table;
import org.zhenjie.scenarios.problem.Problems;

/** The cells of one table by the names of its columns; reports what is wrong and answers with a harmless stand-in. */
public final class Cells {
    private static final MathContext SIGNIFICANT = new MathContext(15, RoundingMode.HALF_UP);

    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(\\d{1,15}(\\.\\d{0,30})?|\\.\\d{1,30})([eE][+-]?\\d{1,2})?");

    private final Table table;
    private final Problems problems;

    /** The cells of a table; what is wrong is added to the problems. */
    public Cells(Table table, Problems problems) {
        this.table = table;
        this.problems = problems;
    }

    /** Whether the column is there; reports one that is not. */
    public boolean require(String column) {
        if (!table.has(column)) {
            problems.error("stations.noColumn", Where.file(table.file()).field(column), table.columns());
        }
        return table.has(column);
    }

    /** The cell as it stands; empty where there is no such column. */
    public String text(Table.Row row, String column) {
        int index = table.columns().indexOf(column);
        return index < 0 ? "" : row.cells().get(index);
    }

    /** A number within limits that has to be there; the least where it is not or is wrong. */
    public BigDecimal number(Table.Row row, String column, String least, String most) {
        if (text(row, column).isEmpty()) {
            problems.error("cell.blank", table.where(row, column));
            return new BigDecimal(least);
        }
        return optionalNumber(row, column, least, most).orElse(new BigDecimal(least));
    }

    /** A number within limits that may be left out. */
    public Optional<BigDecimal> optionalNumber(Table.Row row, String column, String least, String most) {
        String cell = text(row, column);
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        Optional<BigDecimal> number = number(cell).filter(value -> isWithin(value, least, most));
        if (number.isEmpty()) {
            problems.error("number.decimal", table.where(row, column), least, most);
        }
        return number;
    }

    /** The number that a text is, if it is one, to 15 significant digits: what has more is a sum of binary fractions. */
    public static Optional<BigDecimal> number(String text) {
        return DECIMAL.matcher(text).matches() ? Optional.of(new BigDecimal(text, SIGNIFICANT)) : Optional.empty();
    }

    private static boolean isWithin(BigDecimal value, String least, String most) {
        return value.compareTo(new BigDecimal(least)) >= 0 && value.compareTo(new BigDecimal(most)) <= 0;
    }

    /** The id of a row that has to be there and to differ from all before it, which are noted in the map with their rows. */
    public String id(Table.Row row, String column, Map<String, Long> seen) {
        String id = text(row, column);
        Long first = id.isEmpty() ? null : seen.putIfAbsent(id, row.number());
        if (id.isEmpty()) {
            problems.error("cell.blank", table.where(row, column));
        } else if (first != null) {
            problems.error("cell.twice", table.where(row, column), first);
        }
        return id;
    }

    /** The position of what a cell refers to; -1, and a problem that names the other file, where it is blank or unknown. */
    public int reference(Table.Row row, String column, Map<String, Integer> positions, String file) {
        String id = text(row, column);
        Integer position = positions.get(id);
        if (position == null) {
            String key = id.isEmpty() ? "cell.blank" : "tables.unknownId";
            problems.error(key, table.where(row, column), file);
        }
        return position == null ? -1 : position;
    }

    /** Digits behind the point, those that are 0 at the end apart. */
    public static int digits(BigDecimal value) {
        return Math.max(0, value.stripTrailingZeros().scale());
    }
}
