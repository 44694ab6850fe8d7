package org.zhenjie.gis.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.linearref.LocationIndexedLine;
import org.locationtech.jts.noding.IteratedNoder;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.operation.overlay.snap.GeometrySnapper;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.zhenjie.gis.coverage.Coverages;
import org.zhenjie.gis.problem.GisMessages;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;

/**
 * Cuts a unit in two. The drawn line is first drawn onto the unit's border where it passes within the tolerance of it, so
 * that no sliver arises there. Then the line and the border are noded against each other: every vertex of the unit stays as
 * it is, which keeps it matched with its neighbours, and each crossing becomes a vertex of both. The faces between them are
 * the parts.
 */
final class Cutter {
    /** A line that passes this near to the border meets it, in metres. */
    static final double TOLERANCE = 0.01;

    private enum Kind {
        BORDER,
        DRAWN
    }

    private record Segment(Coordinate from, Coordinate to) {
        Segment reversed() {
            return new Segment(to, from);
        }

        Segment withoutDirection() {
            return from.compareTo(to) <= 0 ? this : reversed();
        }
    }

    /** A segment of the noded line work. */
    private record Edge(Segment segment, Kind kind) {}

    private final Geometry unit;
    private final GeometryFactory factory;
    private final Geometry drawn;
    private final List<Polygon> faces = new ArrayList<>();
    private final Set<Segment> line = new HashSet<>();
    private final Set<Coordinate> nodes = new HashSet<>();

    private Cutter(Geometry unit, Geometry drawn) {
        this.unit = unit;
        this.factory = unit.getFactory();
        this.drawn = onBorder(new GeometrySnapper(drawn).snapTo(unit, TOLERANCE));
    }

    /**
     * The parts of a unit.
     *
     * @throws InputException if the line leaves open which side a part lies on, or line and border cannot be told apart
     */
    static Parts cut(Geometry unit, Cut cut) {
        if (cut instanceof Cut.Line && !cut.drawn().isSimple()) {
            throw problem("edit.lineCrossesItself");
        }
        if (cut instanceof Cut.Area && !cut.drawn().isValid()) {
            throw problem("edit.areaInvalid");
        }
        Cutter cutter = new Cutter(unit, cut.drawn());
        cutter.findFaces();
        return cut instanceof Cut.Line ? cutter.bySide() : cutter.byArea();
    }

    private static InputException problem(String key) {
        return new InputException(Problem.error(GisMessages.BUNDLE, key, Where.nowhere()));
    }

    /** Vertices of the line that lie by the border move onto it. */
    private Geometry onBorder(Geometry snapped) {
        Geometry border = unit.getBoundary();
        LocationIndexedLine along = new LocationIndexedLine(border);
        Geometry moved = snapped.copy();
        for (Coordinate vertex : moved.getCoordinates()) {
            if (border.isWithinDistance(factory.createPoint(vertex), TOLERANCE)) {
                vertex.setCoordinate(along.extractPoint(along.project(vertex)));
            }
        }
        moved.geometryChanged();
        return moved;
    }

    private void findFaces() {
        List<SegmentString> strings = new ArrayList<>();
        add(unit, Kind.BORDER, strings);
        add(drawn, Kind.DRAWN, strings);
        Set<Coordinate> known = new HashSet<>(Arrays.asList(unit.getCoordinates()));
        Map<Segment, Edge> edges = new LinkedHashMap<>();
        for (Edge edge : noded(strings)) {
            if (edge.kind() == Kind.BORDER) {
                Stream.of(edge.segment().from(), edge.segment().to())
                        .filter(vertex -> !known.contains(vertex))
                        .forEach(nodes::add);
            }
            // where the line runs on the border, the border counts: it comes first
            edges.putIfAbsent(edge.segment().withoutDirection(), edge);
        }
        Polygonizer polygonizer = new Polygonizer();
        for (Edge edge : edges.values()) {
            Segment segment = edge.segment();
            polygonizer.add(factory.createLineString(new Coordinate[] {segment.from(), segment.to()}));
            if (edge.kind() == Kind.DRAWN) {
                line.add(segment);
            }
        }
        IndexedPointInAreaLocator inUnit = new IndexedPointInAreaLocator(unit);
        for (Polygon face : Coverages.inOrder(polygonizer)) {
            if (inUnit.locate(face.getInteriorPoint().getCoordinate()) == Location.INTERIOR) {
                faces.add(face);
            }
        }
    }

    private static void add(Geometry geometry, Kind kind, List<SegmentString> strings) {
        for (Object component : LinearComponentExtracter.getLines(geometry)) {
            strings.add(new NodedSegmentString(((LineString) component).getCoordinates(), kind));
        }
    }

    /** Single segments, so that stretches that run along each other are found to be the same. */
    @SuppressWarnings("unchecked")
    private static List<Edge> noded(List<SegmentString> strings) {
        IteratedNoder noder = new IteratedNoder(new PrecisionModel());
        try {
            noder.computeNodes(strings);
        } catch (TopologyException e) {
            throw problem("edit.tooNear");
        }
        List<Edge> edges = new ArrayList<>();
        for (SegmentString string : (Collection<SegmentString>) noder.getNodedSubstrings()) {
            for (int i = 1; i < string.size(); i++) {
                Segment segment = new Segment(string.getCoordinate(i - 1), string.getCoordinate(i));
                if (!segment.from().equals2D(segment.to())) {
                    edges.add(new Edge(segment, (Kind) string.getData()));
                }
            }
        }
        return edges;
    }

    private Parts byArea() {
        IndexedPointInAreaLocator inArea = new IndexedPointInAreaLocator(drawn);
        Map<Side, List<Polygon>> sides = noSides();
        for (Polygon face : faces) {
            boolean inside = inArea.locate(face.getInteriorPoint().getCoordinate()) == Location.INTERIOR;
            sides.get(inside ? Side.LEFT : Side.RIGHT).add(face);
        }
        return parts(sides);
    }

    private Parts bySide() {
        Map<Side, List<Polygon>> sides = noSides();
        List<Polygon> aside = new ArrayList<>();
        for (Polygon face : faces) {
            side(face).ifPresentOrElse(side -> sides.get(side).add(face), () -> aside.add(face));
        }
        if (sides.get(Side.LEFT).isEmpty() || sides.get(Side.RIGHT).isEmpty()) {
            return new Parts(factory.createPolygon(), unit, Set.of());
        }
        Geometry left = union(sides.get(Side.LEFT));
        Geometry right = union(sides.get(Side.RIGHT));
        // islands that the line does not touch go with what is nearer
        aside.forEach(island -> sides.get(island.distance(left) <= island.distance(right) ? Side.LEFT : Side.RIGHT)
                .add(island));
        return parts(sides);
    }

    private static Map<Side, List<Polygon>> noSides() {
        Map<Side, List<Polygon>> sides = new EnumMap<>(Side.class);
        sides.put(Side.LEFT, new ArrayList<>());
        sides.put(Side.RIGHT, new ArrayList<>());
        return sides;
    }

    private Parts parts(Map<Side, List<Polygon>> sides) {
        return new Parts(union(sides.get(Side.LEFT)), union(sides.get(Side.RIGHT)), nodes);
    }

    private Geometry union(List<Polygon> polygons) {
        return polygons.isEmpty() ? factory.createPolygon() : Coverages.dissolve(polygons);
    }

    /** The side of the line that a face lies on; empty where it does not touch the line. */
    private Optional<Side> side(Polygon face) {
        Set<Side> found = new HashSet<>();
        sides(face.getExteriorRing(), true, found);
        for (int i = 0; i < face.getNumInteriorRing(); i++) {
            sides(face.getInteriorRingN(i), false, found);
        }
        if (found.size() > 1) {
            throw problem("edit.bothSides");
        }
        return found.stream().findFirst();
    }

    private void sides(LinearRing ring, boolean shell, Set<Side> found) {
        Coordinate[] vertices = ring.getCoordinates();
        // the face lies left of a shell that goes counter-clockwise, and of a hole that goes clockwise
        boolean faceIsLeft = Orientation.isCCW(vertices) == shell;
        for (int i = 1; i < vertices.length; i++) {
            Segment segment = new Segment(vertices[i - 1], vertices[i]);
            if (line.contains(segment)) {
                found.add(faceIsLeft ? Side.LEFT : Side.RIGHT);
            }
            if (line.contains(segment.reversed())) {
                found.add(faceIsLeft ? Side.RIGHT : Side.LEFT);
            }
        }
    }
}
