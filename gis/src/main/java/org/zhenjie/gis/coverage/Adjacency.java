package org.zhenjie.gis.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Who borders whom, and along how much. Rook neighbours share a stretch of border; queen neighbours share a border or touch
 * in points alone.
 *
 * <p>In a clean coverage neighbours have the same vertices along their border, so most edges are found twice as they are.
 * Those that are not (one neighbour has further vertices, or rounded ones) are compared with those near them: the stretch
 * over which two edges run along each other within the tolerance counts. So vertices that only one side has (T-junctions)
 * change nothing, and nothing has to be noded first. Cost grows close to linearly with the number of vertices.
 */
public final class Adjacency {
    /** Two borders are one where they are no farther apart than this, in metres. */
    public static final double TOLERANCE = 0.01;

    private final double tolerance;
    private final TreeMap<Long, Double> shared = new TreeMap<>();
    private final TreeMap<Long, Double> touching = new TreeMap<>();

    private Adjacency(double tolerance) {
        this.tolerance = tolerance;
    }

    /** The rook neighbours, of borders within {@value #TOLERANCE} m, ordered by i, then j. */
    public static List<SharedBorder> of(List<? extends Geometry> units) {
        return of(units, TOLERANCE);
    }

    /**
     * The rook neighbours: pairs that share a border of more than the tolerance's length, ordered by i, then j.
     *
     * @param units polygons and multipolygons, in one metric CRS; empty ones have no neighbours
     * @param tolerance metres, 0 or more
     */
    public static List<SharedBorder> of(List<? extends Geometry> units, double tolerance) {
        return rook(EdgeTable.of(units), tolerance);
    }

    /**
     * The queen neighbours, ordered by i, then j: the rook neighbours, and with a shared length of 0 the pairs that touch in
     * points alone.
     *
     * @param units as of {@link #of(List, double)}
     * @param tolerance metres, 0 or more
     */
    public static List<SharedBorder> queen(List<? extends Geometry> units, double tolerance) {
        EdgeTable edges = EdgeTable.of(units);
        Adjacency adjacency = new Adjacency(tolerance);
        List<Loose> loose = adjacency.countEqualEdges(edges);
        adjacency.touchAtVertices(edges);
        adjacency.countEdgesAlongside(loose);
        adjacency.touching.forEach((pair, none) -> adjacency.shared.putIfAbsent(pair, none));
        return adjacency.result().toList();
    }

    static List<SharedBorder> rook(EdgeTable edges, double tolerance) {
        Adjacency adjacency = new Adjacency(tolerance);
        adjacency.countEdgesAlongside(adjacency.countEqualEdges(edges));
        return adjacency
                .result()
                .filter(border -> border.sharedMetres() > tolerance)
                .toList();
    }

    /** An edge that one unit alone has. */
    private record Loose(LineSegment segment, int unit) {}

    private List<Loose> countEqualEdges(EdgeTable edges) {
        List<Loose> loose = new ArrayList<>();
        edges.forEachEntry(entry -> {
            boolean alone = true;
            for (int one = entry; one >= 0; one = edges.next(one)) {
                for (int other = edges.next(one); other >= 0; other = edges.next(other)) {
                    if (edges.unit(one) != edges.unit(other)) {
                        alone = false;
                        count(edges.unit(one), edges.unit(other), edges.metres(entry));
                    }
                }
            }
            if (alone) {
                loose.add(new Loose(edges.segment(entry), edges.unit(entry)));
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
                    compare(one, other);
                }
            }
        }
    }

    private void compare(Loose one, Loose other) {
        double length = alongside(one.segment(), other.segment());
        if (length > 0) {
            count(one.unit(), other.unit(), length);
        } else if (one.segment().distance(other.segment()) <= tolerance) {
            touching.put(pair(one.unit(), other.unit()), 0.0);
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

    /** Units that have a vertex in common; points at which vertices meet no vertex belong to edges that are loose. */
    private void touchAtVertices(EdgeTable edges) {
        Map<Coordinate, int[]> meeting = new HashMap<>();
        edges.forEachEntry(entry -> edges.forEachRecord(entry, record -> {
            meet(meeting, edges.from(record), edges.unit(record));
            meet(meeting, edges.to(record), edges.unit(record));
        }));
    }

    private void meet(Map<Coordinate, int[]> meeting, Coordinate vertex, int unit) {
        int[] units = meeting.get(vertex);
        if (units == null) {
            meeting.put(vertex, new int[] {unit});
            return;
        }
        for (int known : units) {
            if (known == unit) {
                return;
            }
        }
        int[] more = Arrays.copyOf(units, units.length + 1);
        more[units.length] = unit;
        meeting.put(vertex, more);
        for (int known : units) {
            touching.put(pair(known, unit), 0.0);
        }
    }

    private static long pair(int a, int b) {
        return (long) Math.min(a, b) << 32 | Math.max(a, b);
    }

    private void count(int a, int b, double length) {
        shared.merge(pair(a, b), length, Double::sum);
    }

    private Stream<SharedBorder> result() {
        return shared.entrySet().stream()
                .map(entry -> new SharedBorder(
                        (int) (entry.getKey() >> 32), entry.getKey().intValue(), entry.getValue()));
    }
}
