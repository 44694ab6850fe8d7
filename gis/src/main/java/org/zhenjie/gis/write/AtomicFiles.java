package org.zhenjie.gis.write;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicLong;

/** Files that are complete or not there: written to a temporary file beside the place, then moved to it. */
public final class AtomicFiles {
    private static final AtomicLong COUNTER = new AtomicLong();

    private AtomicFiles() {}

    /** Writes a file. */
    @FunctionalInterface
    public interface Content {
        /** Writes the content to a path at which there is no file yet. */
        void writeTo(Path temporary) throws IOException;
    }

    /**
     * Writes a file, replacing one that is there; folders on the way are made. Where writing fails, the old file stays as
     * it was.
     *
     * @throws IOException if the content or the file system says no
     */
    public static void write(Path file, Content content) throws IOException {
        Path temporary = temporary(file);
        try {
            content.writeTo(temporary);
            move(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** A path beside the file that no other writer uses. */
    static Path temporary(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        String unique = ProcessHandle.current().pid() + "-" + COUNTER.incrementAndGet();
        return folder.resolve("." + file.getFileName() + "." + unique + ".tmp");
    }

    static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
