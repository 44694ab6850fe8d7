package org.zhenjie.gis.table;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What to read, and what the user knows better than the file.
 *
 * @param file a {@code .csv}, {@code .tsv}, {@code .txt} or {@code .xlsx} file
 * @param sheet name of the sheet, needed for workbooks of several
 * @param encoding charset of a text file; empty = byte order mark, else as detected
 * @param shownAs path of the file as the user wrote it, for messages
 */
public record TableRequest(Path file, Optional<String> sheet, Optional<Charset> encoding, String shownAs) {
    /** A request whose messages name the file by the path given. */
    public TableRequest(Path file, Optional<String> sheet, Optional<Charset> encoding) {
        this(file, sheet, encoding, file.toString());
    }

    /** The only table of a file. */
    public static TableRequest of(Path file) {
        return new TableRequest(file, Optional.empty(), Optional.empty());
    }

    /** The same request for one sheet of a workbook. */
    public TableRequest withSheet(String name) {
        return new TableRequest(file, Optional.of(name), encoding, shownAs);
    }

    /** The same request with the charset given. */
    public TableRequest withEncoding(Charset charset) {
        return new TableRequest(file, sheet, Optional.of(charset), shownAs);
    }

    /** The same request, with messages that name the file as the user wrote it. */
    public TableRequest withShownAs(String path) {
        return new TableRequest(file, sheet, encoding, path);
    }
}
