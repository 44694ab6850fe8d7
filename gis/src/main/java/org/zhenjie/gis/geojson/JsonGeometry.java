package org.zhenjie.gis.geojson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.zhenjie.gis.store.Rings;

/**
 * Reads geometry objects. Coordinates may stand before the type, so they are read as nested lists first: a list's leaves
 * are {@link Coordinate}s.
 */
final class JsonGeometry {
    private static final int DEEPEST = 32;

    private final JsonParser json;
    private final GeometryFactory factory;
    private int depth;

    /** The object is no geometry of GeoJSON. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;

        Broken(String detail) {
            super(detail);
        }
    }

    JsonGeometry(JsonParser json, GeometryFactory factory) {
        this.json = json;
        this.factory = factory;
    }

    /** The geometry that starts at the current token; null for null. */
    Geometry read() throws IOException, Broken {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new Broken("geometry is not an object");
        }
        if (++depth > DEEPEST) {
            throw new Broken("collections nested too deeply");
        }
        String type = null;
        Object coordinates = null;
        Geometry[] parts = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "type" -> type = json.getValueAsString();
                case "coordinates" -> coordinates = readCoordinates();
                case "geometries" -> parts = readParts();
                default -> json.skipChildren();
            }
        }
        depth--;
        return build(type, coordinates, parts);
    }

    /** The geometries of a collection; the current token starts their array. */
    Geometry[] readParts() throws IOException, Broken {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw new Broken("geometries is not an array");
        }
        List<Geometry> parts = new ArrayList<>();
        while (json.nextToken() == JsonToken.START_OBJECT) {
            parts.add(read());
        }
        return parts.toArray(Geometry[]::new);
    }

    /** Nested lists of coordinates; the current token starts the outermost array. Null for null. */
    Object readCoordinates() throws IOException, Broken {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw new Broken("coordinates is not an array");
        }
        return array(1);
    }

    private Object array(int level) throws IOException, Broken {
        if (level > 4) {
            throw new Broken("coordinates nested too deeply");
        }
        JsonToken token = json.nextToken();
        if (token != null && token.isNumeric()) {
            return position();
        }
        List<Object> list = new ArrayList<>();
        while (token != JsonToken.END_ARRAY) {
            if (token != JsonToken.START_ARRAY) {
                throw new Broken("coordinates hold " + json.getText());
            }
            list.add(array(level + 1));
            token = json.nextToken();
        }
        return list;
    }

    private Coordinate position() throws IOException, Broken {
        double x = number();
        json.nextToken();
        double y = number();
        JsonToken token = json.nextToken();
        Coordinate coordinate = new CoordinateXY(x, y);
        if (token != JsonToken.END_ARRAY) {
            coordinate = new Coordinate(x, y, number());
            // further numbers have no meaning in GeoJSON
            do {
                token = json.nextToken();
            } while (token != null && token.isNumeric());
        }
        if (token != JsonToken.END_ARRAY) {
            throw new Broken("a position holds " + json.getText());
        }
        return coordinate;
    }

    private double number() throws IOException, Broken {
        if (json.currentToken() == null || !json.currentToken().isNumeric()) {
            throw new Broken("a position holds " + json.getText());
        }
        double value = json.getDoubleValue();
        if (!Double.isFinite(value)) {
            throw new Broken("coordinate " + json.getText());
        }
        return value;
    }

    /** The geometry of a type from its nested coordinates, or from its parts if it is a collection. */
    Geometry build(String type, Object coordinates, Geometry[] parts) throws Broken {
        return switch (String.valueOf(type)) {
            case "Point" -> point(coordinates);
            case "MultiPoint" ->
                factory.createMultiPoint(map(coordinates, this::point).toArray(Point[]::new));
            case "LineString" -> line(coordinates);
            case "MultiLineString" ->
                factory.createMultiLineString(map(coordinates, this::line).toArray(LineString[]::new));
            case "Polygon" -> polygon(coordinates);
            case "MultiPolygon" ->
                factory.createMultiPolygon(map(coordinates, this::polygon).toArray(Polygon[]::new));
            case "GeometryCollection" -> factory.createGeometryCollection(parts == null ? new Geometry[0] : parts);
            default -> throw new Broken("type " + type);
        };
    }

    private Point point(Object node) throws Broken {
        if (node instanceof Coordinate coordinate) {
            return factory.createPoint(coordinate);
        }
        if (node == null || node instanceof List<?> list && list.isEmpty()) {
            return factory.createPoint();
        }
        throw new Broken("Point");
    }

    private LineString line(Object node) throws Broken {
        Coordinate[] vertices = vertices(node);
        if (vertices.length == 1) {
            throw new Broken("a LineString of one position");
        }
        return factory.createLineString(vertices);
    }

    private Polygon polygon(Object node) throws Broken {
        List<LinearRing> rings = map(node, this::ring);
        if (rings.isEmpty()) {
            return factory.createPolygon();
        }
        return factory.createPolygon(
                rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
    }

    private LinearRing ring(Object node) throws Broken {
        Coordinate[] vertices = vertices(node);
        return factory.createLinearRing(vertices.length == 0 ? vertices : Rings.closed(vertices));
    }

    private Coordinate[] vertices(Object node) throws Broken {
        List<Coordinate> result = map(node, one -> {
            if (one instanceof Coordinate coordinate) {
                return coordinate;
            }
            throw new Broken("a list where a position is expected");
        });
        return result.toArray(Coordinate[]::new);
    }

    private interface Step<T> {
        T apply(Object node) throws Broken;
    }

    private static <T> List<T> map(Object node, Step<T> step) throws Broken {
        if (!(node instanceof List<?> list)) {
            throw new Broken("coordinates do not fit the type");
        }
        List<T> result = new ArrayList<>(list.size());
        for (Object one : list) {
            result.add(step.apply(one));
        }
        return result;
    }
}
