package org.zhenjie.gis.table;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.zhenjie.gis.encoding.Encoding;
import org.zhenjie.gis.encoding.FileEncoding;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;

/** The rows of a delimited text file one by one, as they stand there. */
public final class CsvFile implements Closeable {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char[] DELIMITERS = {',', ';', '\t'};
    private static final int HEADER_CHARS = 1 << 16;

    private final TableRequest request;
    private final Encoding encoding;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private CSVRecord record;

    private CsvFile(TableRequest request, Encoding encoding, CSVParser parser) {
        this.request = request;
        this.encoding = encoding;
        this.parser = parser;
        this.records = parser.iterator();
    }

    /**
     * Opens a file.
     *
     * @throws InputException if the file is empty or its charset cannot be told
     * @throws IOException if it cannot be read
     */
    public static CsvFile open(TableRequest request) throws IOException {
        Path file = request.file();
        Where where = Where.file(request.shownAs());
        if (Files.size(file) == 0) {
            throw new InputException(Problem.error(BUNDLE, "file.empty", where));
        }
        Encoding encoding = request.encoding().isPresent()
                ? new Encoding(request.encoding().get(), Encoding.How.REQUESTED)
                : FileEncoding.of(file)
                        .orElseThrow(() -> new InputException(Problem.error(BUNDLE, "encoding.unknown", where)));
        BufferedReader reader = reader(file, encoding);
        try {
            skipByteOrderMark(reader);
            char delimiter = delimiter(reader);
            CSVFormat format = CSVFormat.DEFAULT
                    .builder()
                    .setDelimiter(delimiter)
                    .setIgnoreEmptyLines(false)
                    .get();
            CSVParser parser =
                    CSVParser.builder().setReader(reader).setFormat(format).get();
            return new CsvFile(request, encoding, parser);
        } catch (CharacterCodingException e) {
            reader.close();
            throw wrongCharset(request, encoding, where, e);
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    private static BufferedReader reader(Path file, Encoding encoding) throws IOException {
        var decoder = encoding.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder), HEADER_CHARS);
    }

    private static void skipByteOrderMark(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
    }

    /** The one that stands most often outside of quotes in the first line that is not blank. */
    private static char delimiter(BufferedReader reader) throws IOException {
        reader.mark(HEADER_CHARS);
        int[] counts = new int[DELIMITERS.length];
        boolean quoted = false;
        boolean seen = false;
        for (int i = 0; i < HEADER_CHARS - 1; i++) {
            int c = reader.read();
            if (c < 0 || (seen && !quoted && (c == '\n' || c == '\r'))) {
                break;
            }
            quoted ^= c == '"';
            seen |= !Character.isWhitespace(c) || c == '\t';
            for (int d = 0; d < DELIMITERS.length && !quoted; d++) {
                counts[d] += c == DELIMITERS[d] ? 1 : 0;
            }
        }
        reader.reset();
        int most = 0;
        for (int d = 1; d < DELIMITERS.length; d++) {
            most = counts[d] > counts[most] ? d : most;
        }
        return DELIMITERS[most];
    }

    /**
     * Moves to the next row; false after the last.
     *
     * @throws InputException if quotes are not closed, or the text is not in its charset
     * @throws IOException if the file cannot be read
     */
    public boolean next() throws IOException {
        Where where = Where.file(request.shownAs()).row(parser.getRecordNumber() + 1);
        try {
            boolean more = records.hasNext();
            record = more ? records.next() : null;
            return more;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw wrongCharset(request, encoding, where, e);
            }
            throw new InputException(Problem.error(BUNDLE, "table.quotes", where, parser.getCurrentLineNumber()), e);
        }
    }

    /** 1-based number of the row in the sheet, with the header and blank rows counted. */
    public long row() {
        return record.getRecordNumber();
    }

    /** The cells of the row. */
    public List<String> cells() {
        return record.toList();
    }

    /** The charset that the text is read with, and how it was found. */
    public Encoding encoding() {
        return encoding;
    }

    private static InputException wrongCharset(TableRequest request, Encoding encoding, Where where, Exception cause) {
        String better;
        try {
            better = FileEncoding.of(request.file()).map(Encoding::name).orElse("GBK");
        } catch (IOException e) {
            better = "GBK";
        }
        return new InputException(
                Problem.error(BUNDLE, "encoding.requestedWrong", where, encoding.name(), better), cause);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
