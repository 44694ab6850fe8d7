package org.zhenjie.gis.kml;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.zhenjie.gis.store.Rings;

/** Geometry elements of KML. Coordinates are longitude, latitude and, if there is one, height. */
final class KmlGeometry {
    private static final Set<String> READ = Set.of("Point", "LineString", "LinearRing", "Polygon", "MultiGeometry");
    private static final Set<String> UNREAD = Set.of("Model", "Track", "MultiTrack");
    private static final int DEEPEST = 32;

    private final XMLStreamReader xml;
    private final GeometryFactory factory = new GeometryFactory();
    private long unread;

    /** The element is no geometry of KML. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;

        Broken(String detail) {
            super(detail);
        }
    }

    KmlGeometry(XMLStreamReader xml) {
        this.xml = xml;
    }

    static boolean isGeometry(String element) {
        return READ.contains(element) || UNREAD.contains(element);
    }

    long unread() {
        return unread;
    }

    /** The geometry that the current start of an element begins; the reader is left at its end. Null where it is not read. */
    Geometry read() throws XMLStreamException, Broken {
        return read(0);
    }

    private Geometry read(int depth) throws XMLStreamException, Broken {
        if (depth > DEEPEST) {
            throw new Broken("collections nested too deeply");
        }
        String element = xml.getLocalName();
        return switch (element) {
            case "Point" -> point(coordinates(element));
            case "LineString" -> line(coordinates(element));
            case "LinearRing" -> ring(coordinates(element));
            case "Polygon" -> polygon();
            case "MultiGeometry" -> collection(depth);
            default -> {
                unread++;
                coordinates(element);
                yield null;
            }
        };
    }

    private Point point(List<Coordinate> vertices) throws Broken {
        if (vertices.size() > 1) {
            throw new Broken("a Point of " + vertices.size() + " positions");
        }
        return vertices.isEmpty() ? factory.createPoint() : factory.createPoint(vertices.get(0));
    }

    private LineString line(List<Coordinate> vertices) throws Broken {
        if (vertices.size() == 1) {
            throw new Broken("a LineString of one position");
        }
        return factory.createLineString(vertices.toArray(Coordinate[]::new));
    }

    private LinearRing ring(List<Coordinate> vertices) {
        Coordinate[] all = vertices.toArray(Coordinate[]::new);
        return factory.createLinearRing(all.length == 0 ? all : Rings.closed(all));
    }

    private Polygon polygon() throws XMLStreamException, Broken {
        List<LinearRing> shells = new ArrayList<>();
        List<LinearRing> holes = new ArrayList<>();
        boolean outer = true;
        while (Xml.nextChild(xml, "Polygon")) {
            switch (xml.getLocalName()) {
                case "outerBoundaryIs" -> outer = true;
                case "innerBoundaryIs" -> outer = false;
                case "LinearRing" -> (outer ? shells : holes).add(ring(coordinates("LinearRing")));
                default -> {
                    // how it is drawn
                }
            }
        }
        if (shells.size() > 1) {
            throw new Broken("a Polygon of " + shells.size() + " outer boundaries");
        }
        holes.removeIf(LineString::isEmpty);
        if (shells.isEmpty() || shells.get(0).isEmpty()) {
            if (!holes.isEmpty()) {
                throw new Broken("a Polygon without an outer boundary");
            }
            return factory.createPolygon();
        }
        return factory.createPolygon(shells.get(0), holes.toArray(LinearRing[]::new));
    }

    /** Parts of one kind make a multiple of that kind. */
    private Geometry collection(int depth) throws XMLStreamException, Broken {
        List<Geometry> parts = new ArrayList<>();
        while (Xml.nextChild(xml, "MultiGeometry")) {
            if (isGeometry(xml.getLocalName())) {
                Geometry part = read(depth + 1);
                if (part != null) {
                    parts.add(
                            part instanceof LinearRing ring
                                    ? factory.createLineString(ring.getCoordinateSequence())
                                    : part);
                }
            }
        }
        if (parts.isEmpty()) {
            return factory.createGeometryCollection();
        }
        Set<Class<?>> kinds = new java.util.HashSet<>();
        parts.forEach(part -> kinds.add(part.getClass()));
        if (kinds.size() > 1) {
            return factory.createGeometryCollection(parts.toArray(Geometry[]::new));
        }
        Geometry first = parts.get(0);
        if (first instanceof Point) {
            return factory.createMultiPoint(parts.toArray(Point[]::new));
        }
        if (first instanceof LineString) {
            return factory.createMultiLineString(parts.toArray(LineString[]::new));
        }
        return first instanceof Polygon
                ? factory.createMultiPolygon(parts.toArray(Polygon[]::new))
                : factory.createGeometryCollection(parts.toArray(Geometry[]::new));
    }

    /** The coordinates anywhere in the element given, up to its end. */
    private List<Coordinate> coordinates(String element) throws XMLStreamException, Broken {
        List<Coordinate> result = List.of();
        while (Xml.nextChild(xml, element)) {
            if (xml.getLocalName().equals("coordinates")) {
                result = parse(Xml.text(xml));
            }
        }
        return result;
    }

    private static List<Coordinate> parse(String text) throws Broken {
        List<Coordinate> result = new ArrayList<>();
        int at = 0;
        while (true) {
            while (at < text.length() && text.charAt(at) <= ' ') {
                at++;
            }
            if (at == text.length()) {
                return result;
            }
            int end = at;
            while (end < text.length() && text.charAt(end) > ' ') {
                end++;
            }
            result.add(position(text.substring(at, end)));
            at = end;
        }
    }

    private static Coordinate position(String tuple) throws Broken {
        String[] parts = tuple.split(",", -1);
        if (parts.length < 2 || parts.length > 3) {
            throw new Broken("“" + shortened(tuple) + "”");
        }
        double x = number(parts[0]);
        double y = number(parts[1]);
        boolean flat = parts.length == 2 || parts[2].isEmpty();
        return flat ? new CoordinateXY(x, y) : new Coordinate(x, y, number(parts[2]));
    }

    private static double number(String text) throws Broken {
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // falls through to the same answer as for 'NaN'
        }
        throw new Broken("“" + shortened(text) + "”");
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
