package org.zhenjie.gis.encoding;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The charset of a whole text file, found in one pass in bounded memory. */
public final class FileEncoding {
    private static final int LONGEST_LINE = 1 << 16;

    private FileEncoding() {}

    /**
     * The encoding of a text file: a byte order mark, else what its bytes say.
     *
     * @return empty where no charset fits well enough to be used without asking
     * @throws IOException if the file cannot be read
     */
    public static Optional<Encoding> of(Path file) throws IOException {
        Optional<Charset> marked = byteOrderMark(file);
        if (marked.isPresent()) {
            return marked.map(charset -> new Encoding(charset, Encoding.How.BOM));
        }
        CharsetGuess guess = new CharsetGuess();
        try (InputStream in = Files.newInputStream(file)) {
            lookAtLines(in, guess);
        }
        Encoding.How how = guess.isAscii() ? Encoding.How.ASCII : Encoding.How.DETECTED;
        return guess.best().map(charset -> new Encoding(charset, how));
    }

    /** The charset that the file's first bytes declare. */
    public static Optional<Charset> byteOrderMark(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(3);
        }
        if (head.length == 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (head.length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        if (head.length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return Optional.empty();
    }

    /**
     * Pieces end at line ends, which are one byte in every charset looked for. A line longer than the buffer is cut,
     * if possible before an ASCII byte, at which no character of UTF-8 can be open.
     */
    private static void lookAtLines(InputStream in, CharsetGuess guess) throws IOException {
        byte[] block = new byte[LONGEST_LINE];
        byte[] line = new byte[4 * LONGEST_LINE];
        int size = 0;
        for (int read = in.read(block); read >= 0; read = in.read(block)) {
            for (int i = 0; i < read; i++) {
                byte b = block[i];
                boolean lineEnds = b == '\n' || b == '\r';
                boolean tooLong = size >= (b >= 0 ? LONGEST_LINE : 4 * LONGEST_LINE);
                if (lineEnds || tooLong) {
                    guess.look(Arrays.copyOf(line, size), !lineEnds);
                    size = 0;
                }
                line[size++] = b;
            }
        }
        guess.look(Arrays.copyOf(line, size), false);
    }
}
