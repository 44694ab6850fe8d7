package org.zhenjie.gis.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * XML that reads nothing but its stream: no document type, no entity, no other file. Bytes are made characters here, since
 * the parser prints a line of its own to the console where they are none.
 */
public final class SafeXml {
    private static final int HEAD = 200;
    private static final Pattern ENCODING = Pattern.compile("^\\s*<\\?xml[^>]*encoding\\s*=\\s*[\"']([^\"']+)[\"']");
    private static final XMLInputFactory FACTORY = factory();

    private SafeXml() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        return factory;
    }

    /**
     * Begins to read. Texts come in pieces; bytes that are not in the file's charset end reading in a
     * {@link java.nio.charset.CharacterCodingException} within an {@link XMLStreamException}.
     *
     * @throws XMLStreamException if the stream cannot be XML at all
     */
    public static XMLStreamReader reader(InputStream stream) throws XMLStreamException {
        try {
            BufferedInputStream in = new BufferedInputStream(stream);
            in.mark(HEAD);
            byte[] head = in.readNBytes(HEAD);
            in.reset();
            Charset charset = charset(head);
            if (charset.equals(StandardCharsets.UTF_8) && startsWith(head, 0xEF, 0xBB, 0xBF)) {
                in.skipNBytes(3);
            }
            InputStreamReader text = new InputStreamReader(
                    in,
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT));
            synchronized (FACTORY) {
                return FACTORY.createXMLStreamReader(text);
            }
        } catch (IOException e) {
            throw new XMLStreamException(e);
        }
    }

    /** By the mark at the beginning, else as the declaration says, else UTF-8. */
    private static Charset charset(byte[] head) throws XMLStreamException {
        if (startsWith(head, 0xFE, 0xFF) || startsWith(head, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16;
        }
        Matcher declared =
                ENCODING.matcher(new String(head, StandardCharsets.ISO_8859_1).replaceFirst("^\u00EF\u00BB\u00BF", ""));
        try {
            return declared.find() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalArgumentException e) {
            throw new XMLStreamException(e.getMessage(), e);
        }
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= bytes.length || Byte.toUnsignedInt(bytes[i]) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
