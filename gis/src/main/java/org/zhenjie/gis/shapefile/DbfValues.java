package org.zhenjie.gis.shapefile;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.zhenjie.gis.encoding.StrictText;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Where;

/** Values of a record as Java objects; what does not parse is named, never dropped. */
final class DbfValues {
    private final Where file;
    private final Charset charset;

    DbfValues(Where file, Charset charset) {
        this.file = file;
        this.charset = charset;
    }

    /** The value, of {@link DbfColumn#type()}; null where the field is blank. */
    Object read(ByteBuffer record, DbfColumn column, String name, long row) {
        return switch (column.kind()) {
            case 'C' -> text(DbfFile.value(record, column), column, name, row);
            case 'N', 'F' -> number(ascii(record, column), column, name, row);
            case 'L' -> logical(ascii(record, column), name, row);
            case 'D' -> date(ascii(record, column), name, row);
            case 'I', '+' -> column.length() == 4 ? (Object) little(record).getInt(column.offset()) : null;
            case 'O', 'B' -> column.length() == 8 ? (Object) little(record).getDouble(column.offset()) : null;
            default -> null;
        };
    }

    private String text(byte[] bytes, DbfColumn column, String name, long row) {
        Optional<String> text = StrictText.decode(bytes, charset, bytes.length == column.length());
        return text.map(value -> value.isEmpty() ? null : value)
                .or(() -> {
                    if (bytes.length == 0) {
                        return Optional.empty();
                    }
                    throw new InputException(
                            Problems.error("encoding.requestedWrong", where(name, row), charset.name(), "GBK"));
                })
                .orElse(null);
    }

    private Object number(String text, DbfColumn column, String name, long row) {
        // tools fill a field with stars when a number does not fit
        if (text.isEmpty() || text.matches("\\*+")) {
            return null;
        }
        BigDecimal number;
        try {
            // not Double.valueOf, which would take '12d' and 'NaN' for numbers
            number = new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw wrong("value.notNumber", name, row, text, e);
        }
        try {
            return column.type() == Double.class ? (Object) finite(number) : whole(number, column.type());
        } catch (ArithmeticException e) {
            boolean fraction =
                    column.type() != Double.class && number.stripTrailingZeros().scale() > 0;
            throw wrong(fraction ? "value.notWhole" : "value.tooLarge", name, row, text, e);
        }
    }

    private static Double finite(BigDecimal number) {
        double value = number.doubleValue();
        if (Double.isInfinite(value)) {
            throw new ArithmeticException("beyond the range of doubles");
        }
        return value;
    }

    private static Number whole(BigDecimal number, Class<?> type) {
        return type == Long.class ? (Number) number.longValueExact() : (Number) number.intValueExact();
    }

    private InputException wrong(String key, String name, long row, String text, Exception cause) {
        return new InputException(Problems.error(key, where(name, row).value(text)), cause);
    }

    private Object logical(String text, String name, long row) {
        return switch (text) {
            case "T", "t", "Y", "y" -> Boolean.TRUE;
            case "F", "f", "N", "n" -> Boolean.FALSE;
            case "", "?" -> null;
            default ->
                throw new InputException(
                        Problems.error("value.notLogical", where(name, row).value(text)));
        };
    }

    private Object date(String text, String name, long row) {
        if (text.isEmpty() || text.matches("0+")) {
            return null;
        }
        try {
            return Date.valueOf(LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeException e) {
            throw new InputException(
                    Problems.error("value.notDate", where(name, row).value(text)), e);
        }
    }

    private static String ascii(ByteBuffer record, DbfColumn column) {
        return new String(DbfFile.value(record, column), StandardCharsets.ISO_8859_1).strip();
    }

    private static ByteBuffer little(ByteBuffer record) {
        return record.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    private Where where(String field, long row) {
        return file.row(row).field(field);
    }
}
