package org.zhenjie.gis.coverage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Who borders whom, by length of shared border (rook adjacency): touching in points alone does not count.
 *
 * <p>In a clean coverage neighbours have the same vertices along their border, so most segments are found twice as they
 * are. Those that are not (one neighbour has further vertices, or rounded ones) are compared with those near them: the
 * stretch over which two segments run along each other within the tolerance counts. Cost grows close to linearly with the
 * number of vertices.
 */
public final class Adjacency {
    /** Two borders are one where they are no farther apart than this, in metres. */
    public static final double TOLERANCE = 0.01;

    private final double tolerance;
    private final Map<Edge, List<Integer>> owners = new LinkedHashMap<>();
    private final TreeMap<Long, Double> shared = new TreeMap<>();

    private Adjacency(double tolerance) {
        this.tolerance = tolerance;
    }

    /** The pairs that share a border within {@value #TOLERANCE} m, ordered by i, then j. */
    public static List<SharedBorder> of(List<? extends Geometry> units) {
        return of(units, TOLERANCE);
    }

    /**
     * The pairs that share a border of more than the tolerance's length, ordered by i, then j.
     *
     * @param units polygons and multipolygons, in one metric CRS; empty ones have no neighbours
     * @param tolerance metres, 0 or more
     */
    public static List<SharedBorder> of(List<? extends Geometry> units, double tolerance) {
        Adjacency adjacency = new Adjacency(tolerance);
        for (int unit = 0; unit < units.size(); unit++) {
            adjacency.addUnit(unit, units.get(unit));
        }
        List<Loose> loose = adjacency.countEqualEdges();
        adjacency.countEdgesAlongside(loose);
        return adjacency.result();
    }

    /** A segment without direction. */
    private record Edge(double x0, double y0, double x1, double y1) {
        static Edge of(Coordinate a, Coordinate b) {
            return a.compareTo(b) <= 0 ? new Edge(a.x, a.y, b.x, b.y) : new Edge(b.x, b.y, a.x, a.y);
        }

        double length() {
            return Math.hypot(x1 - x0, y1 - y0);
        }

        LineSegment segment() {
            return new LineSegment(x0, y0, x1, y1);
        }
    }

    /** A segment that one unit alone has. */
    private record Loose(LineSegment segment, int unit) {}

    private void addUnit(int unit, Geometry geometry) {
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                addRing(unit, polygon.getExteriorRing());
                for (int j = 0; j < polygon.getNumInteriorRing(); j++) {
                    addRing(unit, polygon.getInteriorRingN(j));
                }
            }
        }
    }

    private void addRing(int unit, LinearRing ring) {
        Coordinate[] vertices = ring.getCoordinates();
        for (int i = 1; i < vertices.length; i++) {
            if (!vertices[i].equals2D(vertices[i - 1])) {
                List<Integer> units =
                        owners.computeIfAbsent(Edge.of(vertices[i - 1], vertices[i]), e -> new ArrayList<>(2));
                if (!units.contains(unit)) {
                    units.add(unit);
                }
            }
        }
    }

    private List<Loose> countEqualEdges() {
        List<Loose> loose = new ArrayList<>();
        owners.forEach((edge, units) -> {
            if (units.size() == 1) {
                loose.add(new Loose(edge.segment(), units.get(0)));
            }
            for (int a = 0; a < units.size(); a++) {
                for (int b = a + 1; b < units.size(); b++) {
                    count(units.get(a), units.get(b), edge.length());
                }
            }
        });
        return loose;
    }

    private void countEdgesAlongside(List<Loose> loose) {
        if (loose.isEmpty()) {
            return;
        }
        STRtree tree = new STRtree();
        for (Loose one : loose) {
            tree.insert(new Envelope(one.segment().p0, one.segment().p1), one);
        }
        for (Loose one : loose) {
            Envelope near = new Envelope(one.segment().p0, one.segment().p1);
            near.expandBy(tolerance);
            for (Object found : tree.query(near)) {
                Loose other = (Loose) found;
                if (one.unit() < other.unit()) {
                    double length = alongside(one.segment(), other.segment());
                    if (length > 0) {
                        count(one.unit(), other.unit(), length);
                    }
                }
            }
        }
    }

    /** Length of the stretch of the longer segment over which the shorter one runs within the tolerance. */
    private double alongside(LineSegment a, LineSegment b) {
        LineSegment base = a.getLength() >= b.getLength() ? a : b;
        LineSegment other = base == a ? b : a;
        if (base.distancePerpendicular(other.p0) > tolerance || base.distancePerpendicular(other.p1) > tolerance) {
            return 0;
        }
        double from = base.projectionFactor(other.p0);
        double to = base.projectionFactor(other.p1);
        double start = Math.max(0, Math.min(from, to));
        double end = Math.min(1, Math.max(from, to));
        double length = (end - start) * base.getLength();
        return length > tolerance ? length : 0;
    }

    private void count(int a, int b, double length) {
        long key = (long) Math.min(a, b) << 32 | Math.max(a, b);
        shared.merge(key, length, Double::sum);
    }

    private List<SharedBorder> result() {
        List<SharedBorder> result = new ArrayList<>();
        shared.forEach((key, length) -> {
            if (length > tolerance) {
                result.add(new SharedBorder((int) (key >> 32), key.intValue(), length));
            }
        });
        return List.copyOf(result);
    }
}
