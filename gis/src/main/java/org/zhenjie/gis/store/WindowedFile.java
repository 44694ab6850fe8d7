package org.zhenjie.gis.store;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Reads pieces of a file at any place, through a window that moves: reading on costs no system call, and memory is the
 * window or the largest piece asked for. A piece is never larger than the file, so a false length costs nothing.
 */
public final class WindowedFile implements Closeable {
    private static final int WINDOW = 1 << 17;

    private final FileChannel channel;
    private final long size;
    private ByteBuffer window = ByteBuffer.allocate(WINDOW).limit(0);
    private long windowStart;

    /** Opens the file for reading. */
    public WindowedFile(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.READ);
        size = channel.size();
    }

    /** Length of the file in bytes when it was opened. */
    public long size() {
        return size;
    }

    /** Whether the file has so many bytes at that place. */
    public boolean has(long offset, long length) {
        return offset >= 0 && length >= 0 && offset <= size && length <= size - offset;
    }

    /**
     * The bytes at a place, valid until the next call; position 0, big-endian.
     *
     * @throws EOFException if the file ends before
     */
    public ByteBuffer at(long offset, int length) throws IOException {
        if (!has(offset, length)) {
            throw new EOFException();
        }
        if (offset < windowStart || offset + length > windowStart + window.limit()) {
            move(offset, length);
        }
        return window.slice((int) (offset - windowStart), length).order(ByteOrder.BIG_ENDIAN);
    }

    private void move(long offset, int length) throws IOException {
        if (window.capacity() < length) {
            window = ByteBuffer.allocate(length);
        } else if (window.capacity() > WINDOW && length <= WINDOW) {
            window = ByteBuffer.allocate(WINDOW);
        }
        window.clear();
        windowStart = offset;
        while (window.hasRemaining() && channel.read(window, windowStart + window.position()) > 0) {
            // a read may give less than asked for
        }
        window.flip();
        if (window.limit() < length) {
            throw new EOFException();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
