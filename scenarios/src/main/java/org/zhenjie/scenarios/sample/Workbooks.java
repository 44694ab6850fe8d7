package org.zhenjie.scenarios.sample;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.zhenjie.gis.write.AtomicFiles;

/** An XLSX workbook whose bytes depend on its content only. */
final class Workbooks {
    private static final LocalDateTime ANY_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final String CREATED = "<dcterms:created[^>]*>[^<]*</dcterms:created>";
    private static final String CORE = "docProps/core.xml";

    private Workbooks() {}

    /** A sheet; cells are texts or numbers. */
    record Sheet(String name, List<String> header, List<List<?>> rows) {}

    static void write(Path file, List<Sheet> sheets) throws IOException {
        Path raw = Files.createTempFile("zhenjie", ".xlsx");
        try {
            try (Workbook workbook = new Workbook(Files.newOutputStream(raw), "Zhenjie", "1.0")) {
                for (Sheet sheet : sheets) {
                    fill(workbook.newWorksheet(sheet.name()), sheet);
                }
            }
            AtomicFiles.write(file, temporary -> withoutClock(raw, temporary));
        } finally {
            Files.delete(raw);
        }
    }

    private static void fill(Worksheet worksheet, Sheet sheet) {
        for (int column = 0; column < sheet.header().size(); column++) {
            worksheet.value(0, column, sheet.header().get(column));
            worksheet.style(0, column).bold().set();
            worksheet.width(column, 18);
        }
        worksheet.freezePane(0, 1);
        for (int row = 0; row < sheet.rows().size(); row++) {
            List<?> cells = sheet.rows().get(row);
            for (int column = 0; column < cells.size(); column++) {
                if (cells.get(column) instanceof Number number) {
                    worksheet.value(row + 1, column, number);
                } else {
                    worksheet.value(row + 1, column, String.valueOf(cells.get(column)));
                }
            }
        }
    }

    /** The same parts with no clock in them, and stored as they are: compressed bytes differ between machines. */
    private static void withoutClock(Path from, Path to) throws IOException {
        try (ZipFile in = new ZipFile(from.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
            for (ZipEntry part : Collections.list(in.entries())) {
                byte[] content;
                try (InputStream stream = in.getInputStream(part)) {
                    content = stream.readAllBytes();
                }
                if (part.getName().equals(CORE)) {
                    content = new String(content, StandardCharsets.UTF_8)
                            .replaceAll(CREATED, "")
                            .getBytes(StandardCharsets.UTF_8);
                }
                out.putNextEntry(stored(part.getName(), content));
                out.write(content);
            }
        }
    }

    private static ZipEntry stored(String name, byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(ANY_TIME);
        return entry;
    }
}
