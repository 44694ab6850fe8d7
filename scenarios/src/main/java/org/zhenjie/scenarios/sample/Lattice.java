package org.zhenjie.scenarios.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * The micro-cells that towns are made of: a honeycomb with every corner shaken. Corners are shared by index, never
 * compared by coordinate, so that any grouping of cells is a coverage without gaps or overlaps; and three cells meet at
 * each corner, so that outlines never touch themselves. Distances in kilometres.
 */
final class Lattice {
    /** Share of a side that a corner may move; below 0.4 no two sides can cross. */
    private static final double SHAKE = 0.36;

    private static final int SIDES = 6;
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final long seed;
    private final Envelope extent;
    private final double side;
    private final double width;
    private final int columns;
    private final int rows;

    /** A honeycomb over an extent, one empty cell wider on each side. */
    Lattice(long seed, Envelope extent, double cellKm2) {
        this.seed = seed;
        this.extent = extent;
        this.side = Math.sqrt(cellKm2 * 2 / (3 * Math.sqrt(3)));
        this.width = side * Math.sqrt(3);
        this.columns = (int) Math.ceil(extent.getWidth() / width) + 3;
        this.rows = (int) Math.ceil(extent.getHeight() / (1.5 * side)) + 3;
    }

    int size() {
        return columns * rows;
    }

    Coordinate centre(int cell) {
        return ideal(cell % columns, cell / columns, 0);
    }

    /** The cell whose centre is nearest to a place inside the extent. */
    int nearest(Coordinate place) {
        int row = (int) Math.rint((place.y - extent.getMinY()) / (1.5 * side)) + 1;
        int best = -1;
        for (int r = row - 1; r <= row + 1; r++) {
            int column = (int) Math.rint((place.x - extent.getMinX()) / width - (r & 1) / 2.0) + 1;
            for (int c = column - 1; c <= column + 1; c++) {
                int cell = cell(c, r);
                if (cell >= 0
                        && (best < 0
                                || centre(cell).distance(place) < centre(best).distance(place))) {
                    best = cell;
                }
            }
        }
        return best;
    }

    /** Neighbour across a side: 0 east, then counter-clockwise; -1 beyond the edge. */
    int neighbour(int cell, int direction) {
        int column = cell % columns;
        int row = cell / columns;
        int shift = row & 1;
        return switch (direction) {
            case 0 -> cell(column + 1, row);
            case 1 -> cell(column + shift, row + 1);
            case 2 -> cell(column + shift - 1, row + 1);
            case 3 -> cell(column - 1, row);
            case 4 -> cell(column + shift - 1, row - 1);
            default -> cell(column + shift, row - 1);
        };
    }

    /** Sides of a cell, for loops over {@link #neighbour}. */
    int sides() {
        return SIDES;
    }

    private int cell(int column, int row) {
        return column < 0 || row < 0 || column >= columns || row >= rows ? -1 : row * columns + column;
    }

    /**
     * The polygon of a connected set of cells, none at the edge of the lattice.
     *
     * @param cells the set, in any order
     * @param within whether a cell belongs to it
     * @param plane turns corners into longitudes and latitudes
     */
    Polygon polygon(int[] cells, IntPredicate within, Plane plane) {
        Map<Integer, Integer> next = new HashMap<>();
        List<Integer> starts = new ArrayList<>();
        for (int cell : cells) {
            for (int direction = 0; direction < SIDES; direction++) {
                if (!within.test(neighbour(cell, direction))) {
                    int from = corner(cell, direction);
                    next.put(from, corner(cell, (direction + 1) % SIDES));
                    starts.add(from);
                }
            }
        }
        LinearRing shell = null;
        List<LinearRing> holes = new ArrayList<>();
        for (int start : starts) {
            if (next.containsKey(start)) {
                LinearRing ring = ring(start, next, plane);
                if (Orientation.isCCW(ring.getCoordinates())) {
                    shell = ring;
                } else {
                    holes.add(ring);
                }
            }
        }
        return FACTORY.createPolygon(shell, holes.toArray(LinearRing[]::new));
    }

    private LinearRing ring(int start, Map<Integer, Integer> next, Plane plane) {
        List<Coordinate> ring = new ArrayList<>();
        Integer corner = start;
        while (corner != null) {
            ring.add(plane.toLonLat(shaken(corner)));
            corner = next.remove(corner);
        }
        return FACTORY.createLinearRing(ring.toArray(Coordinate[]::new));
    }

    /**
     * Index of the corner at the clockwise end of a side. Each cell owns its southern (even) and northern (odd) corner; the
     * others are owned by neighbours.
     */
    private int corner(int cell, int direction) {
        return switch (direction) {
            case 0 -> 2 * neighbour(cell, 5) + 1;
            case 1 -> 2 * neighbour(cell, 1);
            case 2 -> 2 * cell + 1;
            case 3 -> 2 * neighbour(cell, 2);
            case 4 -> 2 * neighbour(cell, 4) + 1;
            default -> 2 * cell;
        };
    }

    private Coordinate shaken(int corner) {
        int cell = corner / 2;
        Coordinate place = ideal(cell % columns, cell / columns, (corner & 1) == 1 ? side : -side);
        double angle = 2 * Math.PI * Dice.at(seed, corner, 1);
        double reach = SHAKE * side * Math.sqrt(Dice.at(seed, corner, 2));
        return new Coordinate(place.x + reach * StrictMath.cos(angle), place.y + reach * StrictMath.sin(angle));
    }

    private Coordinate ideal(int column, int row, double north) {
        return new Coordinate(
                extent.getMinX() + (column - 1 + (row & 1) / 2.0) * width,
                extent.getMinY() + (row - 1) * 1.5 * side + north);
    }
}
