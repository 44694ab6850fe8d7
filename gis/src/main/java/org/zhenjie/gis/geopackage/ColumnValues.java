package org.zhenjie.gis.geopackage;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import java.sql.Date;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.zhenjie.gis.layer.Field;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;

/** SQLite lets any value stand in any column: values are brought to the declared type, or named where they do not fit. */
final class ColumnValues {
    private final String file;

    ColumnValues(String file) {
        this.file = file;
    }

    Object read(Object raw, Field field, long row) {
        if (raw == null) {
            return null;
        }
        Class<?> type = field.type();
        if (type == String.class) {
            return raw instanceof byte[] ? wrong("value.notText", field, row, "BLOB") : raw.toString();
        }
        if (type == byte[].class) {
            return raw instanceof byte[] ? raw : wrong("value.notBinary", field, row, raw);
        }
        if (type == Date.class) {
            return date(raw, field, row);
        }
        if (!(raw instanceof Number number)) {
            return wrong("value.notNumber", field, row, raw instanceof byte[] ? "BLOB" : raw);
        }
        return number(number, field, row);
    }

    private Object number(Number number, Field field, long row) {
        Class<?> type = field.type();
        if (type == Double.class) {
            return number.doubleValue();
        }
        if (number.doubleValue() != Math.rint(number.doubleValue())) {
            return wrong("value.notWhole", field, row, number);
        }
        if (type == Boolean.class) {
            return number.longValue() != 0;
        }
        if (type == Integer.class) {
            return number.longValue() == number.intValue()
                    ? number.intValue()
                    : wrong("value.tooLarge", field, row, number);
        }
        return number.longValue();
    }

    private Object date(Object raw, Field field, long row) {
        try {
            return Date.valueOf(LocalDate.parse(raw.toString()));
        } catch (DateTimeException e) {
            return wrong("value.notDate", field, row, raw);
        }
    }

    private Object wrong(String key, Field field, long row, Object value) {
        throw new InputException(Problem.error(
                BUNDLE, key, Where.file(file).row(row).field(field.name()).value(value.toString())));
    }
}
