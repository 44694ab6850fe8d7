package org.zhenjie.scenarios.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.zhenjie.gis.write.AtomicFiles;

/** Packs a workbook again without anything that depends on the clock. */
final class StableZip {
    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final String CORE = "docProps/core.xml";
    private static final Pattern CREATED = Pattern.compile("<dcterms:created[^>]*>[^<]*</dcterms:created>");

    private StableZip() {}

    /** Writes a workbook that appears whole or not at all; the same sheets give the same bytes. */
    static void write(Path file, AtomicFiles.Content workbook) throws IOException {
        AtomicFiles.write(file, temporary -> {
            Path raw = temporary.resolveSibling(temporary.getFileName() + ".raw");
            try {
                workbook.writeTo(raw);
                copy(raw, temporary);
            } finally {
                Files.deleteIfExists(raw);
            }
        });
    }

    private static void copy(Path from, Path to) throws IOException {
        try (ZipFile in = new ZipFile(from.toFile());
                OutputStream file = new BufferedOutputStream(Files.newOutputStream(to));
                ZipOutputStream out = new ZipOutputStream(file)) {
            List<? extends ZipEntry> entries = Collections.list(in.entries());
            for (ZipEntry entry : entries) {
                ZipEntry stable = new ZipEntry(entry.getName());
                stable.setTimeLocal(ENTRY_TIME);
                out.putNextEntry(stable);
                try (InputStream content = in.getInputStream(entry)) {
                    out.write(withoutClock(entry.getName(), content.readAllBytes()));
                }
                out.closeEntry();
            }
        }
    }

    private static byte[] withoutClock(String name, byte[] content) {
        if (!name.equals(CORE)) {
            return content;
        }
        String xml = new String(content, StandardCharsets.UTF_8);
        return CREATED.matcher(xml).replaceAll("").getBytes(StandardCharsets.UTF_8);
    }
}
