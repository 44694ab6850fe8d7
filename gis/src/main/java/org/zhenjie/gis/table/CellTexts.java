package org.zhenjie.gis.table;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.Row;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;

/** Cells of a workbook as people would type them into a text file. */
final class CellTexts {
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);
    private static final double LAST_DAY = 2_958_465;

    private final String file;
    private final LocalDate dayZero;

    CellTexts(String file, boolean date1904) {
        this.file = file;
        this.dayZero = date1904 ? DAY_ZERO_1904 : DAY_ZERO;
    }

    List<String> of(Row row) {
        List<String> texts = new ArrayList<>(row.getCellCount());
        for (int i = 0; i < row.getCellCount(); i++) {
            Cell cell = row.getCell(i);
            texts.add(cell == null ? "" : text(cell, row.getRowNum()));
        }
        return texts;
    }

    private String text(Cell cell, long row) {
        String raw = cell.getRawValue();
        return switch (cell.getType()) {
            case EMPTY -> "";
            case NUMBER -> number(cell, raw);
            case BOOLEAN -> "1".equals(raw) ? "true" : "false";
            case STRING -> String.valueOf(cell.getText());
            case FORMULA -> formula(cell, raw, row);
            case ERROR -> throw broken("table.cellError", cell, row, String.valueOf(raw));
        };
    }

    private String formula(Cell cell, String raw, long row) {
        if (raw == null) {
            throw broken("table.formulaWithoutValue", cell, row, "=" + cell.getFormula());
        }
        if (raw.startsWith("#")) {
            throw broken("table.cellError", cell, row, raw);
        }
        // a formula may give digits as text, e.g. a code
        return cell.getValue() instanceof BigDecimal ? number(cell, raw) : raw;
    }

    private String number(Cell cell, String raw) {
        double value;
        try {
            value = Double.parseDouble(raw);
        } catch (NumberFormatException e) {
            return raw;
        }
        if (isDate(cell.getDataFormatString()) && value >= 0 && value <= LAST_DAY) {
            return date(value);
        }
        // workbooks hold doubles with up to 17 digits, of which people typed the shortest form
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private String date(double value) {
        LocalDateTime time = dayZero.atStartOfDay()
                .plusDays((long) Math.floor(value))
                .plusSeconds(Math.round((value - Math.floor(value)) * 86_400));
        return time.toLocalTime().toSecondOfDay() == 0 ? time.toLocalDate().toString() : time.toString();
    }

    /** Whether a number format shows a date: it has a letter for year or day outside of quotes and brackets. */
    private static boolean isDate(String format) {
        if (format == null) {
            return false;
        }
        String letters = format.toLowerCase(Locale.ROOT)
                .replaceAll("\"[^\"]*\"", "")
                .replaceAll("\\[[^]]*]", "")
                .replaceAll("\\\\.", "");
        return letters.indexOf('y') >= 0 || letters.indexOf('d') >= 0;
    }

    private InputException broken(String key, Cell cell, long row, String value) {
        String column = cell.getAddress().toString();
        return new InputException(
                Problem.error(BUNDLE, key, Where.file(file).row(row).value(value), column));
    }
}
