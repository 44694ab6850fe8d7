package org.zhenjie.gis.geojson;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.zhenjie.gis.store.Rings;

/** Geometries of a TopoJSON, put together from the arcs that they name. */
final class TopoGeometry {
    private static final int DEEPEST = 32;

    private final Topology topology;
    private final GeometryFactory factory;
    private long vertices;

    TopoGeometry(Topology topology, GeometryFactory factory) {
        this.topology = topology;
        this.factory = factory;
    }

    Topology topology() {
        return topology;
    }

    /** The geometry of an object; null where its type is null. */
    Geometry of(JsonNode node) throws JsonGeometry.Broken {
        vertices = 0;
        return of(node, 0);
    }

    private Geometry of(JsonNode node, int depth) throws JsonGeometry.Broken {
        if (depth > DEEPEST) {
            throw new JsonGeometry.Broken("collections nested too deeply");
        }
        JsonNode type = node.path("type");
        if (type.isNull()) {
            return null;
        }
        JsonNode arcs = node.path("arcs");
        JsonNode places = node.path("coordinates");
        return switch (type.asText()) {
            case "Point" -> point(places);
            case "MultiPoint" ->
                factory.createMultiPoint(map(places, this::point).toArray(Point[]::new));
            case "LineString" -> line(arcs);
            case "MultiLineString" ->
                factory.createMultiLineString(map(arcs, this::line).toArray(LineString[]::new));
            case "Polygon" -> polygon(arcs);
            case "MultiPolygon" ->
                factory.createMultiPolygon(map(arcs, this::polygon).toArray(Polygon[]::new));
            case "GeometryCollection" ->
                factory.createGeometryCollection(map(node.path("geometries"), part -> {
                            Geometry geometry = of(part, depth + 1);
                            return geometry == null ? factory.createPoint() : geometry;
                        })
                        .toArray(Geometry[]::new));
            default -> throw new JsonGeometry.Broken("type " + type.asText());
        };
    }

    private Point point(JsonNode place) throws JsonGeometry.Broken {
        double x = place.path(0).asDouble(Double.NaN);
        double y = place.path(1).asDouble(Double.NaN);
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new JsonGeometry.Broken("a position holds " + place);
        }
        return factory.createPoint(topology.place(x, y));
    }

    private LineString line(JsonNode arcs) throws JsonGeometry.Broken {
        Coordinate[] line = joined(arcs);
        if (line.length == 1) {
            throw new JsonGeometry.Broken("a LineString of one position");
        }
        return factory.createLineString(line);
    }

    private Polygon polygon(JsonNode rings) throws JsonGeometry.Broken {
        List<LinearRing> all = map(rings, this::ring);
        return all.isEmpty()
                ? factory.createPolygon()
                : factory.createPolygon(all.get(0), all.subList(1, all.size()).toArray(LinearRing[]::new));
    }

    private LinearRing ring(JsonNode arcs) throws JsonGeometry.Broken {
        Coordinate[] ring = joined(arcs);
        return factory.createLinearRing(ring.length == 0 ? ring : Rings.closed(ring));
    }

    private Coordinate[] joined(JsonNode arcs) throws JsonGeometry.Broken {
        int[] numbers = numbers(arcs);
        vertices += topology.size(numbers);
        if (vertices > topology.mostVertices()) {
            throw new JsonGeometry.Broken("the same arcs over and over");
        }
        return topology.line(numbers);
    }

    private static int[] numbers(JsonNode arcs) throws JsonGeometry.Broken {
        if (!arcs.isArray()) {
            throw new JsonGeometry.Broken("arcs do not fit the type");
        }
        int[] numbers = new int[arcs.size()];
        for (int i = 0; i < numbers.length; i++) {
            if (!arcs.get(i).canConvertToInt() || !arcs.get(i).isIntegralNumber()) {
                throw new JsonGeometry.Broken("arcs hold " + arcs.get(i));
            }
            numbers[i] = arcs.get(i).intValue();
        }
        return numbers;
    }

    private interface Step<T> {
        T apply(JsonNode node) throws JsonGeometry.Broken;
    }

    private static <T> List<T> map(JsonNode list, Step<T> step) throws JsonGeometry.Broken {
        if (!list.isArray()) {
            throw new JsonGeometry.Broken("coordinates or arcs do not fit the type");
        }
        List<T> result = new ArrayList<>(list.size());
        for (JsonNode one : list) {
            result.add(step.apply(one));
        }
        return result;
    }
}
