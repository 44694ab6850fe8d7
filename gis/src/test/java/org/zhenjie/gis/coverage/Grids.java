package org.zhenjie.gis.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Coverages of crooked quadrilaterals, whose neighbours are known by their place in the grid. */
public final class Grids {
    private static final double CELL = 1000;

    private Grids() {}

    /** Unit {@code row * columns + column}; corners are moved by up to a fifth of a cell. */
    public static List<Geometry> crooked(int rows, int columns, long seed) {
        Random random = new Random(seed);
        Coordinate[][] corners = new Coordinate[rows + 1][columns + 1];
        for (int r = 0; r <= rows; r++) {
            for (int c = 0; c <= columns; c++) {
                corners[r][c] = new Coordinate(
                        c * CELL + (random.nextDouble() - 0.5) * 0.4 * CELL,
                        r * CELL + (random.nextDouble() - 0.5) * 0.4 * CELL);
            }
        }
        GeometryFactory factory = new GeometryFactory();
        List<Geometry> units = new ArrayList<>();
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                units.add(factory.createPolygon(new Coordinate[] {
                    corners[r][c], corners[r + 1][c], corners[r + 1][c + 1], corners[r][c + 1], corners[r][c].copy()
                }));
            }
        }
        return units;
    }
}
