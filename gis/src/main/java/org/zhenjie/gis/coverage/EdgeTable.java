package org.zhenjie.gis.coverage;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * The edges of polygons on a grid of a tenth of a millimetre, and whose they are. An edge that several units have is one
 * entry with a record for each: entries and records are numbers. Kept in plain arrays, since a coverage of 40,000 units has
 * millions of edges.
 */
final class EdgeTable {
    /** Grid cells to the metre. */
    static final double PER_METRE = 10_000;

    private static final int END = -1;

    private long[] ax = new long[64];
    private long[] ay = new long[64];
    private long[] bx = new long[64];
    private long[] by = new long[64];
    private int[] unit = new int[64];
    private boolean[] left = new boolean[64];
    private int[] next = new int[64];
    private int[] entries = new int[64];
    private int[] slots = new int[256];
    private int records;
    private int count;

    /** The table of units; areas without extent have no edges. */
    static EdgeTable of(Iterable<? extends Geometry> units) {
        EdgeTable table = new EdgeTable();
        int unit = 0;
        for (Geometry geometry : units) {
            table.add(geometry, unit++);
        }
        return table;
    }

    private void add(Geometry geometry, int unit) {
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                add(polygon.getExteriorRing(), unit, true);
                for (int j = 0; j < polygon.getNumInteriorRing(); j++) {
                    add(polygon.getInteriorRingN(j), unit, false);
                }
            }
        }
    }

    private void add(LinearRing ring, int unit, boolean shell) {
        Coordinate[] vertices = ring.getCoordinates();
        boolean interiorLeft = Orientation.isCCW(vertices) == shell;
        for (int i = 1; i < vertices.length; i++) {
            add(
                    onGrid(vertices[i - 1].x),
                    onGrid(vertices[i - 1].y),
                    onGrid(vertices[i].x),
                    onGrid(vertices[i].y),
                    unit,
                    interiorLeft);
        }
    }

    static long onGrid(double metres) {
        return Math.round(metres * PER_METRE);
    }

    /** Adds a unit's edge; one without length is left out. */
    void add(long x0, long y0, long x1, long y1, int owner, boolean interiorLeft) {
        if (x0 == x1 && y0 == y1) {
            return;
        }
        boolean forward = x0 < x1 || x0 == x1 && y0 < y1;
        int record =
                forward ? record(x0, y0, x1, y1, owner, interiorLeft) : record(x1, y1, x0, y0, owner, !interiorLeft);
        int slot = slot(ax[record], ay[record], bx[record], by[record]);
        if (slots[slot] != 0) {
            int entry = slots[slot] - 1;
            next[record] = next[entry];
            next[entry] = record;
            return;
        }
        slots[slot] = record + 1;
        if (count == entries.length) {
            entries = Arrays.copyOf(entries, count * 2);
        }
        entries[count++] = record;
        if (count * 2 > slots.length) {
            rehash();
        }
    }

    private int record(long x0, long y0, long x1, long y1, int owner, boolean interiorLeft) {
        if (records == unit.length) {
            grow(records * 2);
        }
        ax[records] = x0;
        ay[records] = y0;
        bx[records] = x1;
        by[records] = y1;
        unit[records] = owner;
        left[records] = interiorLeft;
        next[records] = END;
        return records++;
    }

    private void grow(int size) {
        ax = Arrays.copyOf(ax, size);
        ay = Arrays.copyOf(ay, size);
        bx = Arrays.copyOf(bx, size);
        by = Arrays.copyOf(by, size);
        unit = Arrays.copyOf(unit, size);
        left = Arrays.copyOf(left, size);
        next = Arrays.copyOf(next, size);
    }

    private void rehash() {
        slots = new int[slots.length * 2];
        for (int i = 0; i < count; i++) {
            int e = entries[i];
            slots[slot(ax[e], ay[e], bx[e], by[e])] = e + 1;
        }
    }

    /** The slot of an edge: where it is, or where it would be. */
    private int slot(long x0, long y0, long x1, long y1) {
        long hash = x0 * 0x9E3779B97F4A7C15L ^ Long.rotateLeft(y0 * 0xC2B2AE3D27D4EB4FL, 17);
        hash ^= Long.rotateLeft(x1 * 0x165667B19E3779F9L, 31) ^ Long.rotateLeft(y1 * 0x27D4EB2F165667C5L, 47);
        hash *= 0x9E3779B97F4A7C15L;
        int mask = slots.length - 1;
        int slot = (int) (hash >>> 32) & mask;
        while (slots[slot] != 0) {
            int e = slots[slot] - 1;
            if (ax[e] == x0 && ay[e] == y0 && bx[e] == x1 && by[e] == y1) {
                break;
            }
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /** Hands on every entry, in the order in which they came. */
    void forEachEntry(IntConsumer entry) {
        for (int i = 0; i < count; i++) {
            entry.accept(entries[i]);
        }
    }

    /** The entry of an edge between two grid points, whatever its direction; -1 where there is none. */
    int entry(long x0, long y0, long x1, long y1) {
        boolean forward = x0 < x1 || x0 == x1 && y0 < y1;
        return slots[forward ? slot(x0, y0, x1, y1) : slot(x1, y1, x0, y0)] - 1;
    }

    /** Hands on every record of an entry. */
    void forEachRecord(int entry, IntConsumer record) {
        for (int i = entry; i != END; i = next[i]) {
            record.accept(i);
        }
    }

    /** Number of further records of the entry of a record: 0 for an edge that one unit has once. */
    boolean isSingle(int entry) {
        return next[entry] == END;
    }

    /** The record after this one in its entry, or -1. */
    int next(int record) {
        return next[record];
    }

    int unit(int record) {
        return unit[record];
    }

    /** Whether the unit lies to the left of the edge, looking from {@link #from} to {@link #to}. */
    boolean isLeft(int record) {
        return left[record];
    }

    /** How many more units lie to the left of an edge than to its right: 0 where the cover is the same on both sides. */
    int step(int entry) {
        int step = 0;
        for (int i = entry; i != END; i = next[i]) {
            step += left[i] ? 1 : -1;
        }
        return step;
    }

    /** One end on the grid, the one with the lesser x, then y. */
    Coordinate from(int record) {
        return new Coordinate(ax[record], ay[record]);
    }

    /** The other end on the grid. */
    Coordinate to(int record) {
        return new Coordinate(bx[record], by[record]);
    }

    /** Length of an edge in metres. */
    double metres(int record) {
        return Math.hypot(bx[record] - ax[record], by[record] - ay[record]) / PER_METRE;
    }

    /** The edge in metres. */
    LineSegment segment(int record) {
        return new LineSegment(
                ax[record] / PER_METRE, ay[record] / PER_METRE, bx[record] / PER_METRE, by[record] / PER_METRE);
    }
}
