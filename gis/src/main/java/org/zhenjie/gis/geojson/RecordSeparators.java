package org.zhenjie.gis.geojson;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Shows the record separators of a JSON text sequence (RFC 8142) as blanks, which no parser minds. */
final class RecordSeparators extends FilterInputStream {
    private static final byte SEPARATOR = 0x1E;

    RecordSeparators(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        return b == SEPARATOR ? ' ' : b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        for (int i = offset; i < offset + count; i++) {
            if (bytes[i] == SEPARATOR) {
                bytes[i] = ' ';
            }
        }
        return count;
    }
}
