package org.zhenjie.gis.shapefile;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.gis.store.WindowedFile;

/** An attribute table: its header, and its records as bytes. Charsets are someone else's question. */
final class DbfFile implements Closeable {
    private static final int HEADER = 32;
    private static final int COLUMN = 32;
    private static final int HEADER_END = 0x0D;
    private static final int NAME_BYTES = 11;

    private final Where where;
    private final WindowedFile file;
    private final int recordLength;
    private final int headerLength;
    private final int count;
    private final int languageDriver;
    private final List<DbfColumn> columns;

    private DbfFile(Where where, WindowedFile file) throws IOException {
        this.where = where;
        this.file = file;
        if (file.size() == 0) {
            throw new InputException(Problems.error("file.empty", where));
        }
        if (file.size() < HEADER) {
            throw new InputException(Problems.error("dbf.notOne", where));
        }
        ByteBuffer header = file.at(0, HEADER).order(ByteOrder.LITTLE_ENDIAN);
        count = header.getInt(4);
        headerLength = Short.toUnsignedInt(header.getShort(8));
        recordLength = Short.toUnsignedInt(header.getShort(10));
        languageDriver = Byte.toUnsignedInt(header.get(29));
        if (count < 0 || recordLength < 1 || headerLength <= HEADER || !file.has(0, headerLength)) {
            throw new InputException(Problems.error("dbf.notOne", where));
        }
        columns = readColumns();
        long held = (file.size() - headerLength) / recordLength;
        if (held < count) {
            throw new InputException(Problems.error("dbf.truncated", where, count, held));
        }
    }

    static DbfFile open(Path path, Where where) throws IOException {
        WindowedFile file = new WindowedFile(path);
        try {
            return new DbfFile(where, file);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private List<DbfColumn> readColumns() throws IOException {
        List<DbfColumn> result = new ArrayList<>();
        int offset = 1;
        for (int at = HEADER; at + COLUMN <= headerLength && (file.at(at, 1).get() != HEADER_END); at += COLUMN) {
            ByteBuffer in = file.at(at, COLUMN);
            byte[] nameBytes = new byte[NAME_BYTES];
            in.get(nameBytes);
            char kind = (char) in.get(11);
            int length = Byte.toUnsignedInt(in.get(16));
            int decimals = Byte.toUnsignedInt(in.get(17));
            if (kind == 'C') {
                // long text: some tools put the high byte of the length where others put decimals
                length += offset + length + 256 * decimals <= recordLength ? 256 * decimals : 0;
                decimals = 0;
            }
            DbfColumn column = new DbfColumn(untilNul(nameBytes), kind, offset, length, decimals);
            offset += length;
            if (offset > recordLength) {
                throw new InputException(Problems.error("dbf.notOne", where));
            }
            result.add(column);
        }
        return List.copyOf(result);
    }

    Where where() {
        return where;
    }

    int count() {
        return count;
    }

    int languageDriver() {
        return languageDriver;
    }

    List<DbfColumn> columns() {
        return columns;
    }

    /** The bytes of a record, from 1, with the deletion mark first; valid until the next call. */
    ByteBuffer record(long row) throws IOException {
        return file.at(headerLength + (row - 1) * recordLength, recordLength);
    }

    static boolean isDeleted(ByteBuffer record) {
        return record.get(0) == '*';
    }

    /** The bytes of a value without the blanks or zero bytes that fill its field. */
    static byte[] value(ByteBuffer record, DbfColumn column) {
        int end = 0;
        while (end < column.length() && record.get(column.offset() + end) != 0) {
            end++;
        }
        while (end > 0 && record.get(column.offset() + end - 1) == ' ') {
            end--;
        }
        byte[] bytes = new byte[end];
        record.get(column.offset(), bytes);
        return bytes;
    }

    private static byte[] untilNul(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return Arrays.copyOf(bytes, end);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
