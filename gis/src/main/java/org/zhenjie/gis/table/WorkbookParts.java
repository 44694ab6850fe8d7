package org.zhenjie.gis.table;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.gis.store.Archive;
import org.zhenjie.gis.store.SafeXml;

/**
 * Looks through the parts of a workbook before the library does, which trusts them: it would unpack anything, hold any
 * text, and look for a shared text without end.
 */
final class WorkbookParts {
    /** Far more than the 32,767 characters that a cell may have. */
    private static final long LONGEST_TEXT = 1 << 20;

    private final Where where;
    private long sharedTexts;
    private long lastUsed = -1;

    private WorkbookParts(Where where) {
        this.where = where;
    }

    /**
     * Reads all parts once; holds none of them.
     *
     * @throws InputException if the archive is a trap or damaged, a text is too long for any cell, or a cell has a shared
     *     text that is not there
     */
    static void check(Path file, String shownAs) throws IOException {
        WorkbookParts parts = new WorkbookParts(Where.file(shownAs));
        try (Archive archive = Archive.open(file)) {
            for (String name : archive.names()) {
                try (InputStream in = archive.read(name)) {
                    parts.take(name.toLowerCase(Locale.ROOT), in);
                }
            }
        } catch (InputException e) {
            throw e.map(problem -> problem.at(problem.where().inFile(shownAs)));
        }
        if (parts.lastUsed >= parts.sharedTexts) {
            throw parts.damaged();
        }
    }

    private void take(String name, InputStream in) throws IOException {
        if (!name.startsWith("xl/") || !name.endsWith(".xml")) {
            in.transferTo(OutputStream.nullOutputStream());
            return;
        }
        try {
            scan(SafeXml.reader(in));
        } catch (XMLStreamException e) {
            throw damaged();
        }
    }

    private void scan(XMLStreamReader xml) throws XMLStreamException {
        boolean shared = false;
        long length = 0;
        StringBuilder value = null;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    String element = xml.getLocalName();
                    if (element.equals("si")) {
                        sharedTexts++;
                        length = 0;
                    } else if (element.equals("c")) {
                        shared = "s".equals(xml.getAttributeValue(null, "t"));
                        length = 0;
                    } else if (element.equals("v") && shared) {
                        value = new StringBuilder();
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    length += xml.getTextLength();
                    if (length > LONGEST_TEXT) {
                        throw damaged();
                    }
                    if (value != null) {
                        value.append(xml.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (value != null) {
                        use(value.toString().strip());
                        value = null;
                    }
                }
                default -> {
                    // blanks and comments
                }
            }
        }
    }

    private void use(String number) {
        try {
            lastUsed = Math.max(lastUsed, Long.parseLong(number));
        } catch (NumberFormatException e) {
            throw damaged();
        }
    }

    private InputException damaged() {
        return new InputException(Problem.error(BUNDLE, "table.damaged", where));
    }
}
