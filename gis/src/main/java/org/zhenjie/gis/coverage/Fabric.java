package org.zhenjie.gis.coverage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * The faces into which the borders of units divide the plane.
 *
 * <p>Across a border that two units have in common the number of units that cover the ground does not change. So only edges
 * at which it does change divide faces of different cover: the coast, and whatever is wrong. Those alone are brought
 * together (snap-rounded to the grid, so that a vertex that only one neighbour has matches) and polygonized: the cost of a
 * clean coverage is that of finding its edges.
 */
final class Fabric {
    private static final PrecisionModel GRID = new PrecisionModel(1);
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final EdgeTable noded = new EdgeTable();
    private final Set<Integer> loose = new TreeSet<>();
    private final boolean all;

    /**
     * The fabric of units.
     *
     * @param edges of valid units
     * @param all whether every edge divides, or only those at which the cover changes
     */
    Fabric(EdgeTable edges, boolean all) {
        this.all = all;
        List<NodedSegmentString> strings = new ArrayList<>();
        edges.forEachEntry(entry -> {
            if (all || edges.step(entry) != 0) {
                edges.forEachRecord(
                        entry,
                        record -> strings.add(new NodedSegmentString(
                                new Coordinate[] {edges.from(record), edges.to(record)}, record)));
            }
        });
        if (strings.isEmpty()) {
            return;
        }
        SnapRoundingNoder noder = new SnapRoundingNoder(GRID);
        noder.computeNodes(strings);
        Collection<?> substrings = noder.getNodedSubstrings();
        for (Object substring : substrings) {
            add((SegmentString) substring, edges);
        }
        noded.forEachEntry(entry -> {
            if (noded.step(entry) != 0) {
                noded.forEachRecord(entry, record -> loose.add(noded.unit(record)));
            }
        });
    }

    private void add(SegmentString string, EdgeTable edges) {
        int record = (Integer) string.getData();
        for (int i = 1; i < string.size(); i++) {
            Coordinate a = string.getCoordinate(i - 1);
            Coordinate b = string.getCoordinate(i);
            noded.add((long) a.x, (long) a.y, (long) b.x, (long) b.y, edges.unit(record), edges.isLeft(record));
        }
    }

    /** Units with edges at which the cover changes: those on the coast, and those that do not fit. */
    Set<Integer> loose() {
        return loose;
    }

    /**
     * A bounded face.
     *
     * @param polygon in metres
     * @param owners the units that cover it, with 1 for each; where only edges at which the cover changes divide, the sum of
     *     the numbers is how many cover it, but which is open: its parts may be of different units
     */
    record Face(Polygon polygon, Map<Integer, Integer> owners) {
        /** How many units cover it. */
        int cover() {
            return owners.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** The bounded faces. */
    List<Face> faces() {
        Polygonizer polygonizer = new Polygonizer();
        noded.forEachEntry(entry -> {
            if (divides(entry)) {
                polygonizer.add(FACTORY.createLineString(new Coordinate[] {noded.from(entry), noded.to(entry)}));
            }
        });
        List<Polygon> polygons = Coverages.inOrder(polygonizer);
        List<Map<Integer, Integer>> owners = new Sides(polygons).owners();
        List<Face> faces = new ArrayList<>();
        for (int i = 0; i < polygons.size(); i++) {
            faces.add(new Face(inMetres(polygons.get(i)), owners.get(i)));
        }
        return faces;
    }

    private boolean divides(int entry) {
        return all || noded.step(entry) != 0;
    }

    private static Polygon inMetres(Polygon onGrid) {
        // neighbouring faces share vertices
        Polygon polygon = (Polygon) onGrid.copy();
        polygon.apply((Coordinate vertex) -> {
            vertex.x /= EdgeTable.PER_METRE;
            vertex.y /= EdgeTable.PER_METRE;
        });
        polygon.geometryChanged();
        return polygon;
    }

    /**
     * Which faces lie on the two sides of each edge. Who covers a face follows from stepping over edges, beginning outside,
     * where nobody does: no point has to be located, which would fail in faces that are all but closed.
     */
    private final class Sides {
        private static final int OUTSIDE = -1;

        private final Map<Integer, int[]> sides = new HashMap<>();
        private final List<List<Integer>> edges = new ArrayList<>();

        Sides(List<Polygon> faces) {
            for (int i = 0; i < faces.size(); i++) {
                edges.add(new ArrayList<>());
                add(i, faces.get(i).getExteriorRing(), true);
                for (int j = 0; j < faces.get(i).getNumInteriorRing(); j++) {
                    add(i, faces.get(i).getInteriorRingN(j), false);
                }
            }
        }

        private void add(int face, LinearRing ring, boolean shell) {
            Coordinate[] vertices = ring.getCoordinates();
            boolean faceLeft = Orientation.isCCW(vertices) == shell;
            for (int i = 1; i < vertices.length; i++) {
                Coordinate a = vertices[i - 1];
                Coordinate b = vertices[i];
                int entry = noded.entry((long) a.x, (long) a.y, (long) b.x, (long) b.y);
                boolean forward = a.equals2D(noded.from(entry));
                sides.computeIfAbsent(entry, e -> new int[] {OUTSIDE, OUTSIDE})[faceLeft == forward ? 0 : 1] = face;
                edges.get(face).add(entry);
            }
        }

        List<Map<Integer, Integer>> owners() {
            List<Map<Integer, Integer>> owners = new ArrayList<>(Collections.nCopies(edges.size(), null));
            ArrayDeque<Integer> reached = new ArrayDeque<>();
            sides.forEach((entry, side) -> {
                int inner = side[0] == OUTSIDE ? side[1] : side[0];
                if ((side[0] == OUTSIDE || side[1] == OUTSIDE) && owners.get(inner) == null) {
                    owners.set(inner, beyond(entry, Map.of(), side[0] == inner));
                    reached.add(inner);
                }
            });
            while (!reached.isEmpty()) {
                int face = reached.remove();
                for (int entry : edges.get(face)) {
                    int[] side = sides.get(entry);
                    int other = side[0] == face ? side[1] : side[0];
                    if (other != OUTSIDE && owners.get(other) == null) {
                        owners.set(other, beyond(entry, owners.get(face), side[0] == other));
                        reached.add(other);
                    }
                }
            }
            return owners;
        }

        /** The owners on the other side of an edge. */
        private Map<Integer, Integer> beyond(int entry, Map<Integer, Integer> here, boolean toLeft) {
            Map<Integer, Integer> there = new TreeMap<>(here);
            noded.forEachRecord(entry, record -> {
                there.merge(noded.unit(record), noded.isLeft(record) == toLeft ? 1 : -1, Integer::sum);
                there.remove(noded.unit(record), 0);
            });
            return there;
        }
    }

    /** How much of a face's outline is border of each unit, metres by unit. */
    Map<Integer, Double> borders(Polygon face) {
        Map<Integer, Double> borders = new TreeMap<>();
        addBorders(face.getExteriorRing(), borders);
        for (int i = 0; i < face.getNumInteriorRing(); i++) {
            addBorders(face.getInteriorRingN(i), borders);
        }
        return borders;
    }

    private void addBorders(LinearRing ring, Map<Integer, Double> borders) {
        Coordinate[] vertices = ring.getCoordinates();
        for (int i = 1; i < vertices.length; i++) {
            int entry = noded.entry(
                    EdgeTable.onGrid(vertices[i - 1].x),
                    EdgeTable.onGrid(vertices[i - 1].y),
                    EdgeTable.onGrid(vertices[i].x),
                    EdgeTable.onGrid(vertices[i].y));
            if (entry >= 0) {
                noded.forEachRecord(
                        entry, record -> borders.merge(noded.unit(record), noded.metres(entry), Double::sum));
            }
        }
    }

    /** Twice the area over the perimeter: of a long strip its mean width, metres. */
    static double width(Geometry face) {
        return 2 * face.getArea() / face.getLength();
    }
}
