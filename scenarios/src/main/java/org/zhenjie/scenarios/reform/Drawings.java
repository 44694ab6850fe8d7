package org.zhenjie.scenarios.reform;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.zhenjie.gis.edit.Cut;
import org.zhenjie.gis.edit.Side;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.scenarios.study.StudyFolder;
import org.zhenjie.scenarios.yaml.YamlMap;

/**
 * Lines and areas in scenario files: coordinates as GeoJSON has them, WKT, or a layer of one feature in the folder of
 * drawings. Always longitude and latitude.
 */
final class Drawings {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final Envelope EARTH = new Envelope(-180, 180, -90, 90);

    private final StudyFolder folder;
    private boolean told;

    Drawings(StudyFolder folder) {
        this.folder = folder;
    }

    /** A line under {@code line}; a harmless stand-in where it is wrong. */
    Cut.Line line(YamlMap map) {
        Optional<Geometry> line = drawn(map, "line").filter(geometry -> geometry instanceof Lineal);
        if (line.isEmpty() && map.has("line") && !told) {
            map.problem("drawing.line", map.where("line"));
        } else if (!map.has("line")) {
            map.missing("line");
        }
        return new Cut.Line(line.orElseGet(FACTORY::createLineString), Optional.empty());
    }

    /** An area under {@code area}, or a line under {@code line} with its {@code side}. */
    Cut part(YamlMap map, boolean needsSide) {
        if (map.has("area") == map.has("line")) {
            map.problem("drawing.lineOrArea", map.where());
        }
        if (map.has("line")) {
            if (needsSide && !map.has("side")) {
                map.missing("side");
            }
            return new Cut.Line(line(map).drawn(), map.choice("side", Side.class));
        }
        Optional<Geometry> area = drawn(map, "area").filter(geometry -> geometry instanceof Polygonal);
        if (area.isEmpty() && map.has("area") && !told) {
            map.problem("drawing.area", map.where("area"));
        }
        return new Cut.Area(area.orElseGet(FACTORY::createPolygon));
    }

    /** A place {@code [longitude, latitude]}. */
    static Optional<Coordinate> place(YamlMap map, String key) {
        if (!map.has(key)) {
            return Optional.empty();
        }
        Optional<Coordinate> place =
                map.numbers(key).flatMap(Drawings::coordinate).filter(EARTH::contains);
        if (place.isEmpty()) {
            map.problem("drawing.place", map.where(key));
        }
        return place;
    }

    /** What is drawn under a key; empty where it is nothing that can be read, which may have been told already. */
    private Optional<Geometry> drawn(YamlMap map, String key) {
        told = false;
        Optional<Geometry> geometry = Optional.empty();
        if (map.isList(key)) {
            geometry = map.numbers(key).flatMap(Drawings::geometry);
        } else if (map.isScalar(key)) {
            geometry = map.optionalText(key).flatMap(Drawings::wkt);
        } else if (map.has(key)) {
            geometry = map.optionalMap(key).flatMap(this::file);
        }
        return geometry.filter(one -> !one.isEmpty() && EARTH.contains(one.getEnvelopeInternal()));
    }

    private Optional<Geometry> file(YamlMap map) {
        String file = map.text("file");
        Optional<String> layer = map.optionalText("layer");
        map.done();
        if (file.isEmpty()) {
            told = true;
            return Optional.empty();
        }
        try {
            return folder.drawing(file, layer);
        } catch (InputException e) {
            told = true;
            e.problems().forEach(problem -> map.problem(problem.at(map.where("file"))));
            return Optional.empty();
        }
    }

    private static Optional<Geometry> wkt(String text) {
        try {
            return Optional.of(new WKTReader(FACTORY).read(text));
        } catch (ParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** By depth: places make a line, lists of places a polygon, lists of those a multipolygon. */
    private static Optional<Geometry> geometry(List<Object> lists) {
        int depth = depth(lists);
        if (depth == 2) {
            return coordinates(lists).filter(line -> line.length > 1).map(FACTORY::createLineString);
        } else if (depth == 3) {
            return polygon(lists).map(polygon -> polygon);
        } else if (depth == 4) {
            List<Polygon> polygons = new ArrayList<>();
            for (Object one : lists) {
                polygon(one).ifPresent(polygons::add);
            }
            return polygons.size() < lists.size()
                    ? Optional.empty()
                    : Optional.of(FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new)));
        }
        return Optional.empty();
    }

    private static int depth(Object value) {
        return value instanceof List<?> list && !list.isEmpty() ? 1 + depth(list.get(0)) : 0;
    }

    private static Optional<Polygon> polygon(Object value) {
        List<LinearRing> rings = new ArrayList<>();
        for (Object ring : value instanceof List<?> list ? list : List.of()) {
            Optional<Coordinate[]> vertices =
                    coordinates(ring).filter(line -> line.length > 3 && line[0].equals2D(line[line.length - 1]));
            if (vertices.isEmpty()) {
                return Optional.empty();
            }
            rings.add(FACTORY.createLinearRing(vertices.get()));
        }
        return rings.isEmpty()
                ? Optional.empty()
                : Optional.of(FACTORY.createPolygon(
                        rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new)));
    }

    private static Optional<Coordinate[]> coordinates(Object value) {
        List<Coordinate> vertices = new ArrayList<>();
        for (Object place : value instanceof List<?> list ? list : List.of()) {
            Optional<Coordinate> vertex = coordinate(place);
            if (vertex.isEmpty()) {
                return Optional.empty();
            }
            vertices.add(vertex.get());
        }
        return vertices.isEmpty() ? Optional.empty() : Optional.of(vertices.toArray(Coordinate[]::new));
    }

    private static Optional<Coordinate> coordinate(Object value) {
        boolean place = value instanceof List<?> list
                && (list.size() == 2 || list.size() == 3)
                && list.stream().allMatch(BigDecimal.class::isInstance);
        if (!place) {
            return Optional.empty();
        }
        List<?> numbers = (List<?>) value;
        return Optional.of(new Coordinate(
                ((BigDecimal) numbers.get(0)).doubleValue(), ((BigDecimal) numbers.get(1)).doubleValue()));
    }
}
