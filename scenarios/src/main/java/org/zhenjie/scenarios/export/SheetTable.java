package org.zhenjie.scenarios.export;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Worksheet;

/** A table on a sheet of its own: one frozen row of headings with a filter, then one row for each element. */
final class SheetTable<R> {
    private static final String HEADING_FILL = "DDE6EE";
    private static final double LEAST_WIDTH = 7;
    private static final double MOST_WIDTH = 42;
    private static final double PADDING = 2.5;
    private static final Pattern OPTIONAL_DIGITS = Pattern.compile("\\.#+");

    private final List<Column<R>> columns = new ArrayList<>();

    /**
     * A column.
     *
     * @param pattern number format; blank for texts
     * @param value a text, a number, or null for an empty cell
     */
    private record Column<R>(String heading, String pattern, Function<R, Object> value) {}

    /** Adds a column of texts. */
    SheetTable<R> text(String heading, Function<R, Object> value) {
        columns.add(new Column<>(heading, "", value));
        return this;
    }

    /** Adds a column of numbers. */
    SheetTable<R> number(String heading, String pattern, Function<R, Object> value) {
        columns.add(new Column<>(heading, pattern, value));
        return this;
    }

    /** Adds a column of numbers that some rows lack. */
    SheetTable<R> optional(String heading, String pattern, Function<R, OptionalDouble> value) {
        return number(heading, pattern, row -> {
            OptionalDouble number = value.apply(row);
            return number.isPresent() ? (Object) number.getAsDouble() : null;
        });
    }

    /**
     * Writes the table.
     *
     * @param frozen columns at the left that stay in sight
     */
    void write(Worksheet sheet, List<R> rows, int frozen) {
        for (int c = 0; c < columns.size(); c++) {
            Column<R> column = columns.get(c);
            sheet.value(0, c, column.heading());
            double width = headingWidth(column.heading());
            for (int r = 0; r < rows.size(); r++) {
                Object value = column.value().apply(rows.get(r));
                put(sheet, r + 1, c, value, column.pattern());
                width = Math.max(width, value instanceof String text ? displayWidth(text) : 8);
            }
            sheet.width(c, Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, width + PADDING)));
        }
        sheet.range(0, 0, 0, columns.size() - 1)
                .style()
                .bold()
                .wrapText(true)
                .verticalAlignment("center")
                .fillColor(HEADING_FILL)
                .borderStyle(BorderSide.BOTTOM, BorderStyle.THIN)
                .set();
        sheet.freezePane(frozen, 1);
        sheet.setAutoFilter(0, 0, Math.max(1, rows.size()), columns.size() - 1);
        sheet.repeatRows(0);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 999);
    }

    /** Puts a value into a cell. A whole number has no optional digits: spreadsheets would leave their point behind it. */
    static void put(Worksheet sheet, int row, int column, Object value, String pattern) {
        if (value instanceof Number number) {
            sheet.value(row, column, number);
            if (!pattern.isEmpty()) {
                boolean whole = number.doubleValue() == Math.rint(number.doubleValue());
                sheet.style(row, column)
                        .format(whole ? OPTIONAL_DIGITS.matcher(pattern).replaceAll("") : pattern)
                        .set();
            }
        } else if (value != null) {
            sheet.value(row, column, value.toString());
        }
    }

    /** Headings wrap, so a column need not hold more than about half of one. */
    private static double headingWidth(String heading) {
        return Math.min(displayWidth(heading), Math.max(10, displayWidth(heading) / 2.0));
    }

    /** Width in digits: a Chinese character takes two. */
    static int displayWidth(String text) {
        return text.codePoints().map(c -> c >= 0x1100 ? 2 : 1).sum();
    }
}
