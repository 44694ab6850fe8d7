package org.zhenjie.gis.kml;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.locationtech.jts.geom.Geometry;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.gis.store.RawFeatures;
import org.zhenjie.gis.store.RawNumber;
import org.zhenjie.gis.store.SafeXml;

/** The placemarks of a KML one by one. Elements count by their local name: old files have other namespaces or none. */
final class Placemarks implements RawFeatures {
    /** What a folder's path is kept in; there where the file has folders. */
    private static final String FOLDER = "folder";

    private static final Set<String> WHOLE = Set.of("int", "uint", "short", "ushort");
    private static final Set<String> REAL = Set.of("float", "double");
    private static final int DEEPEST = 200;

    private final InputStream in;
    private final Where where;
    private final XMLStreamReader xml;
    private final KmlGeometry geometries;
    /** Names of the containers around, the innermost last; empty text for one without a name. */
    private final Deque<String> folders = new ArrayDeque<>();
    /** Declared types by schema and field. */
    private final Map<String, String> types = new HashMap<>();

    private String schema = "";
    private boolean sawKml;
    private long row;
    private Geometry geometry;
    private Map<String, Object> properties = Map.of();

    private Placemarks(InputStream in, long row, Where where) throws XMLStreamException {
        this.in = in;
        this.row = row;
        this.where = where;
        this.xml = SafeXml.reader(in);
        this.geometries = new KmlGeometry(xml);
    }

    /**
     * Takes over the stream, also where it fails.
     *
     * @param row number of the placemark before the first
     */
    static Placemarks open(InputStream in, long row, Where where) throws IOException {
        try {
            return new Placemarks(in, row, where);
        } catch (XMLStreamException e) {
            in.close();
            throw syntax(e, where);
        }
    }

    @Override
    public boolean next() throws IOException {
        try {
            return advance();
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException io && !(io instanceof CharacterCodingException)) {
                throw io;
            }
            throw syntax(e, row > 0 ? where.row(row) : where);
        } catch (KmlGeometry.Broken e) {
            int line = xml.getLocation().getLineNumber();
            throw new InputException(Problem.error(BUNDLE, "kml.geometry", where.row(row), line, e.getMessage()), e);
        }
    }

    private boolean advance() throws XMLStreamException, KmlGeometry.Broken {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (!sawKml && !Set.of("kml", "Document", "Folder", "Placemark").contains(xml.getLocalName())) {
                    throw new InputException(Problem.error(BUNDLE, "kml.notOne", where.value(xml.getLocalName())));
                }
                sawKml = true;
                if (start(xml.getLocalName())) {
                    return true;
                }
            } else if (event == XMLStreamConstants.END_ELEMENT && isContainer(xml.getLocalName())) {
                folders.pollLast();
            }
        }
        return false;
    }

    private static boolean isContainer(String element) {
        return element.equals("Folder") || element.equals("Document");
    }

    /** Takes the start of an element outside of placemarks; whether a placemark was read. */
    private boolean start(String element) throws XMLStreamException, KmlGeometry.Broken {
        switch (element) {
            case "Folder", "Document" -> {
                if (folders.size() == DEEPEST) {
                    throw new KmlGeometry.Broken("folders nested too deeply");
                }
                folders.addLast(element.equals("Folder") ? "?" : "");
            }
            case "name" -> {
                if (!folders.isEmpty() && folders.peekLast().equals("?")) {
                    folders.pollLast();
                    folders.addLast(text());
                }
            }
            case "Schema" -> schema();
            case "Placemark" -> {
                placemark();
                return true;
            }
            default -> {
                // styles, links and the rest pass by
            }
        }
        return false;
    }

    private void schema() throws XMLStreamException {
        String id = String.valueOf(xml.getAttributeValue(null, "id"));
        while (Xml.nextChild(xml, "Schema")) {
            if (xml.getLocalName().equals("SimpleField")) {
                String name = String.valueOf(xml.getAttributeValue(null, "name"));
                types.put(id + "#" + name, String.valueOf(xml.getAttributeValue(null, "type")));
            }
        }
    }

    private void placemark() throws XMLStreamException, KmlGeometry.Broken {
        row++;
        geometry = null;
        properties = new LinkedHashMap<>();
        String id = xml.getAttributeValue(null, "id");
        while (Xml.nextChild(xml, "Placemark")) {
            String element = xml.getLocalName();
            switch (element) {
                case "name", "description" -> put(element, text());
                case "ExtendedData" -> extendedData();
                case "Style", "StyleMap", "Region", "LookAt", "Camera", "AbstractView" -> skip(element);
                default -> {
                    if (KmlGeometry.isGeometry(element)) {
                        geometry = geometries.read();
                    }
                }
            }
        }
        if (id != null) {
            properties.putIfAbsent("id", id);
        }
        String path = folders.stream().filter(name -> !name.isEmpty()).collect(Collectors.joining("/"));
        if (!path.isEmpty()) {
            properties.putIfAbsent(FOLDER, path);
        }
    }

    private void extendedData() throws XMLStreamException {
        String name = "";
        while (Xml.nextChild(xml, "ExtendedData")) {
            switch (xml.getLocalName()) {
                case "Data" -> name = String.valueOf(xml.getAttributeValue(null, "name"));
                case "value" -> put(name, text());
                case "SchemaData" -> schema = String.valueOf(xml.getAttributeValue(null, "schemaUrl"));
                case "SimpleData" -> {
                    String field = String.valueOf(xml.getAttributeValue(null, "name"));
                    put(field, typed(field, text()));
                }
                default -> {
                    // display names and data of other namespaces
                }
            }
        }
    }

    private void put(String name, Object value) {
        boolean blank = value instanceof String text && text.isEmpty();
        properties.put(name, blank ? null : value);
    }

    /** The value as its schema declares it. */
    private Object typed(String field, String text) {
        String type = types.getOrDefault(schema.replaceFirst("^.*#", "") + "#" + field, "string");
        if (text.isEmpty()) {
            return null;
        }
        if (type.equals("bool")) {
            return text.equals("1") || text.equalsIgnoreCase("true");
        }
        boolean whole = WHOLE.contains(type);
        if (!whole && !REAL.contains(type)) {
            return text;
        }
        if (!text.matches(whole ? "[+-]?\\d{1,18}" : "[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?")) {
            throw new InputException(Problem.error(
                    BUNDLE, "value.notNumber", where.row(row).field(field).value(text)));
        }
        return new RawNumber(text, whole);
    }

    private void skip(String element) throws XMLStreamException {
        while (Xml.nextChild(xml, element)) {
            // nothing in it is read
        }
    }

    /** The text up to the end of the current element, markup in it left out. */
    private String text() throws XMLStreamException {
        return Xml.text(xml).strip();
    }

    private static InputException syntax(XMLStreamException e, Where where) {
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
        int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNumber();
        return new InputException(Problem.error(BUNDLE, "kml.syntax", where, line, column), e);
    }

    /** How many geometries of a kind that is not read were passed by so far. */
    long unread() {
        return geometries.unread();
    }

    @Override
    public long row() {
        return row;
    }

    @Override
    public Geometry geometry() {
        return geometry;
    }

    @Override
    public Map<String, Object> properties() {
        return properties;
    }

    @Override
    public void close() throws IOException {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        } finally {
            in.close();
        }
    }
}
