package org.zhenjie.gis.write;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;

/**
 * Writes a Shapefile's attribute table. Nothing is cut in silence: texts that do not fit are an error, names that do not
 * fit are shortened and reported.
 */
final class DbfWriter {
    private static final int NAME_BYTES = 10;
    private static final int LONGEST_TEXT = 254;
    private static final int DOUBLE_WIDTH = 24;
    private static final int DOUBLE_DECIMALS = 15;
    private static final byte[] LAST_CHANGE = {100, 1, 1};
    private static final int HEADER_END = 0x0D;
    private static final int FILE_END = 0x1A;

    private final Where file;
    private final OutLayer layer;
    private final Charset charset;
    private final CharsetEncoder encoder;
    private final List<Column> columns = new ArrayList<>();
    private final List<Problem> changes = new ArrayList<>();
    private int count;

    private record Column(byte[] name, char kind, int width, int decimals) {}

    DbfWriter(Path shp, OutLayer layer, Charset charset) {
        this.file = Where.file(shp.toString());
        this.layer = layer;
        this.charset = charset;
        this.encoder = charset.newEncoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        measure();
    }

    /** Names that were shortened. */
    List<Problem> changes() {
        return changes;
    }

    void write(Path path) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16)) {
            header(out);
            int recordLength = recordLength();
            int row = 0;
            for (OutFeature feature : layer.features()) {
                out.write(record(feature, ++row, recordLength));
            }
            out.write(FILE_END);
        }
    }

    private void measure() {
        int[] widths = new int[layer.fields().size()];
        Arrays.fill(widths, 1);
        for (OutFeature feature : layer.features()) {
            count++;
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], text(feature.values().get(i), i, count).length);
            }
        }
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < widths.length; i++) {
            OutField field = layer.fields().get(i);
            columns.add(column(name(field.name(), taken), field.type(), widths[i]));
        }
    }

    /** Widths of whole numbers tell readers their type: up to 9 digits an Integer, up to 18 a Long. */
    private static Column column(byte[] name, Class<?> type, int width) {
        if (type == Integer.class) {
            return new Column(name, 'N', width <= 9 ? 9 : 11, 0);
        }
        if (type == Long.class) {
            return new Column(name, 'N', width <= 18 ? 18 : 20, 0);
        }
        if (type == Double.class) {
            return new Column(name, 'N', DOUBLE_WIDTH, DOUBLE_DECIMALS);
        }
        if (type == Boolean.class) {
            return new Column(name, 'L', 1, 0);
        }
        return type == java.sql.Date.class ? new Column(name, 'D', 8, 0) : new Column(name, 'C', width, 0);
    }

    private byte[] name(String wanted, Set<String> taken) {
        byte[] name = cut(wanted, NAME_BYTES);
        for (int i = 1; !taken.add(key(name)); i++) {
            byte[] number = ("_" + i).getBytes(StandardCharsets.US_ASCII);
            byte[] stem = cut(wanted, NAME_BYTES - number.length);
            name = Arrays.copyOf(stem, stem.length + number.length);
            System.arraycopy(number, 0, name, stem.length, number.length);
        }
        String written = new String(name, charset);
        if (!written.equals(wanted)) {
            changes.add(Problem.warning(BUNDLE, "write.nameShortened", file.field(wanted), written));
        }
        return name;
    }

    private String key(byte[] name) {
        return new String(name, charset).toLowerCase(Locale.ROOT);
    }

    /** As many whole characters as fit into so many bytes. */
    private byte[] cut(String text, int most) {
        byte[] result = encoded(text, file.field(text));
        int end = text.length();
        while (result.length > most) {
            end = text.offsetByCodePoints(end, -1);
            result = encoded(text.substring(0, end), file.field(text));
        }
        return result;
    }

    private byte[] encoded(String text, Where where) {
        try {
            ByteBuffer bytes = encoder.encode(CharBuffer.wrap(text));
            return Arrays.copyOfRange(bytes.array(), bytes.arrayOffset(), bytes.arrayOffset() + bytes.limit());
        } catch (CharacterCodingException e) {
            throw new InputException(Problem.error(BUNDLE, "write.charset", where.value(text), charset.name()), e);
        }
    }

    private byte[] text(Object value, int field, int row) {
        if (value == null) {
            return new byte[0];
        }
        if (!(value instanceof String text)) {
            return plain(value).getBytes(StandardCharsets.US_ASCII);
        }
        Where where = file.row(row).field(layer.fields().get(field).name());
        byte[] bytes = encoded(text, where);
        if (bytes.length > LONGEST_TEXT) {
            throw new InputException(
                    Problem.error(BUNDLE, "write.textTooLong", where.value(text), bytes.length, LONGEST_TEXT));
        }
        return bytes;
    }

    private static String plain(Object value) {
        if (value instanceof Boolean truth) {
            return truth ? "T" : "F";
        }
        if (value instanceof java.sql.Date date) {
            return date.toLocalDate().format(DateTimeFormatter.BASIC_ISO_DATE);
        }
        if (value instanceof Double number) {
            return Double.isFinite(number) ? decimal(number) : "";
        }
        return value.toString();
    }

    /** The shortest text that gives the number back; a rounded one where the field is too narrow for that. */
    private static String decimal(double number) {
        BigDecimal exact = new BigDecimal(Double.toString(number));
        String plain = exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
        if (plain.length() <= DOUBLE_WIDTH) {
            return plain;
        }
        String scientific = Double.toString(number);
        return scientific.length() <= DOUBLE_WIDTH
                ? scientific
                : exact.round(new MathContext(DOUBLE_DECIMALS)).toString();
    }

    private void header(OutputStream out) throws IOException {
        int headerLength = 32 + 32 * columns.size() + 1;
        ByteBuffer header = ByteBuffer.allocate(headerLength).order(ByteOrder.LITTLE_ENDIAN);
        header.put((byte) 3).put(LAST_CHANGE).putInt(count);
        header.putShort((short) headerLength).putShort((short) recordLength());
        header.put(29, (byte) languageDriver());
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            int at = 32 + 32 * i;
            header.put(at, column.name());
            header.put(at + 11, (byte) column.kind());
            header.put(at + 16, (byte) column.width());
            header.put(at + 17, (byte) column.decimals());
        }
        header.put(headerLength - 1, (byte) HEADER_END);
        out.write(header.array());
    }

    private byte[] record(OutFeature feature, int row, int length) {
        byte[] record = new byte[length];
        Arrays.fill(record, (byte) ' ');
        int at = 1;
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            byte[] text = text(feature.values().get(i), i, row);
            int start = column.kind() == 'N' ? at + column.width() - text.length : at;
            System.arraycopy(text, 0, record, start, text.length);
            at += column.width();
        }
        return record;
    }

    private int recordLength() {
        return 1 + columns.stream().mapToInt(Column::width).sum();
    }

    /** The byte by which old programs know the code page; there is none for UTF-8 and GB18030. */
    private int languageDriver() {
        return switch (charset.name()) {
            case "GBK" -> 0x4D;
            case "Big5" -> 0x4F;
            default -> 0;
        };
    }
}
