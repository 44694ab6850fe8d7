package org.zhenjie.gis.store;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;

/**
 * A zip file as a list of the files in it. It trusts nothing that the archive says of itself: names that lead outside are
 * refused, and what is read is counted while it is unpacked.
 */
public final class Archive implements Closeable {
    private static final int MOST_ENTRIES = 20_000;
    /** Beyond this size, data that was packed tighter than data ever is must be a trap. */
    private static final long SMALL = 1L << 28;

    private static final int TIGHTEST = 200;
    private static final long MOST_BYTES = 1L << 34;

    private final Path file;
    private final ZipFile zip;
    private final List<String> names;

    private Archive(Path file, ZipFile zip) {
        this.file = file;
        this.zip = zip;
        this.names = readNames();
    }

    /**
     * Opens an archive.
     *
     * @throws InputException if it is none, is damaged, holds too many files, or a name leads outside of it
     * @throws IOException if the file cannot be read
     */
    public static Archive open(Path file) throws IOException {
        if (Files.size(file) == 0) {
            throw new InputException(Problem.error(BUNDLE, "file.empty", Where.file(file.toString())));
        }
        ZipFile zip = zip(file);
        try {
            return new Archive(file, zip);
        } catch (RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /** Names are UTF-8 or, by archivers of Chinese Windows, GBK; the latter does not pass for the former. */
    private static ZipFile zip(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            try {
                return new ZipFile(file.toFile(), Charset.forName("GB18030"));
            } catch (ZipException | IllegalArgumentException still) {
                throw damaged(file, still);
            }
        } catch (IllegalArgumentException e) {
            throw damaged(file, e);
        }
    }

    private List<String> readNames() {
        List<String> result = new ArrayList<>();
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            String name = entry.getName();
            if (leadsOutside(name)) {
                throw new InputException(Problem.error(BUNDLE, "zip.outside", where().value(name)));
            }
            if (result.size() == MOST_ENTRIES) {
                throw new InputException(Problem.error(BUNDLE, "zip.tooMany", where(), MOST_ENTRIES));
            }
            if (!entry.isDirectory() && !isOfArchiver(name)) {
                result.add(name);
            }
        }
        return List.copyOf(result);
    }

    private static boolean leadsOutside(String name) {
        String plain = name.replace('\\', '/');
        return plain.startsWith("/")
                || plain.matches("[A-Za-z]:.*")
                || List.of(plain.split("/")).contains("..")
                || plain.indexOf('\0') >= 0;
    }

    /** What archivers of macOS put beside the files. */
    private static boolean isOfArchiver(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        return name.startsWith("__MACOSX/") || last.startsWith("._");
    }

    /** Names of the files, in the archive's order, with folders before them. */
    public List<String> names() {
        return names;
    }

    /**
     * The unpacked bytes of a file; reading ends in an {@link InputException} where they are more than an honest archive
     * would give.
     *
     * @param name one of {@link #names()}
     */
    public InputStream read(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        long packed = Math.max(1, entry.getCompressedSize());
        try {
            return new Counted(zip.getInputStream(entry), packed, where().field(name));
        } catch (ZipException e) {
            throw damaged(file, e);
        }
    }

    /** Unpacks a file to a place. */
    public void extract(String name, Path to) throws IOException {
        try (InputStream in = read(name)) {
            Files.copy(in, to);
        } catch (ZipException | java.io.EOFException e) {
            throw damaged(file, e);
        }
    }

    /** The archive as a place. */
    public Where where() {
        return Where.file(file.toString());
    }

    private static InputException damaged(Path file, Exception e) {
        return new InputException(Problem.error(BUNDLE, "zip.damaged", Where.file(file.toString())), e);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static final class Counted extends FilterInputStream {
        private final long packed;
        private final Where where;
        private long count;

        Counted(InputStream in, long packed, Where where) {
            super(in);
            this.packed = packed;
            this.where = where;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int more) {
            count += more;
            boolean tooTight = count > SMALL && count / packed > TIGHTEST;
            if (tooTight || count > MOST_BYTES) {
                throw new InputException(Problem.error(BUNDLE, "zip.bomb", where, count >> 20));
            }
        }
    }
}
