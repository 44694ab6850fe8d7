package org.zhenjie.gis.flatgeobuf;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.wololo.flatgeobuf.generated.ColumnType;
import org.zhenjie.gis.encoding.StrictText;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;

/**
 * A column of the properties.
 *
 * @param name as the file writes it
 * @param kind code of the type
 */
record FgbColumn(String name, int kind) {
    /** The Java type of its values. */
    Class<?> type() {
        return switch (kind) {
            case ColumnType.Byte, ColumnType.UByte, ColumnType.Short, ColumnType.UShort, ColumnType.Int ->
                Integer.class;
            case ColumnType.UInt, ColumnType.Long, ColumnType.ULong -> Long.class;
            case ColumnType.Float, ColumnType.Double -> Double.class;
            case ColumnType.Bool -> Boolean.class;
            case ColumnType.Binary -> byte[].class;
            default -> String.class;
        };
    }

    /** The value at the buffer's position, which moves behind it. */
    Object read(ByteBuffer in, Where where) {
        return switch (kind) {
            case ColumnType.Byte -> (int) in.get();
            case ColumnType.UByte -> Byte.toUnsignedInt(in.get());
            case ColumnType.Bool -> in.get() != 0;
            case ColumnType.Short -> (int) in.getShort();
            case ColumnType.UShort -> Short.toUnsignedInt(in.getShort());
            case ColumnType.Int -> in.getInt();
            case ColumnType.UInt -> Integer.toUnsignedLong(in.getInt());
            case ColumnType.Long -> in.getLong();
            case ColumnType.ULong -> unsigned(in.getLong(), where);
            // the digits that were meant, not those of the nearest double
            case ColumnType.Float -> Double.valueOf(Float.toString(in.getFloat()));
            case ColumnType.Double -> in.getDouble();
            case ColumnType.Binary -> bytes(in, where);
            case ColumnType.String, ColumnType.Json, ColumnType.DateTime -> text(bytes(in, where), where);
            default -> throw Damage.at(where, "column type " + kind);
        };
    }

    private Object unsigned(long value, Where where) {
        if (value < 0) {
            throw new InputException(
                    Problem.error(BUNDLE, "value.tooLarge", where.field(name).value(Long.toUnsignedString(value))));
        }
        return value;
    }

    private byte[] bytes(ByteBuffer in, Where where) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw Damage.at(where.field(name), "value of " + length + " bytes");
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private String text(byte[] bytes, Where where) {
        return StrictText.decode(bytes, StandardCharsets.UTF_8, false)
                .orElseThrow(() -> Damage.at(where.field(name), "text that is not UTF-8"));
    }
}
