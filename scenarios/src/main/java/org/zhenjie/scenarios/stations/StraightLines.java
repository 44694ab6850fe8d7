package org.zhenjie.scenarios.stations;

import java.util.DoubleSummaryStatistics;
import java.util.function.ToDoubleFunction;
import org.zhenjie.scenarios.tables.Scale;

/**
 * Straight lines in metres, to the millimetre or finer: in the plane, or on a sphere of the earth's mean radius (haversine), which is within
 * 0.6 % of the ellipsoid.
 */
record StraightLines(Points points) implements Distances {
    private static final double EARTH_RADIUS = 6_371_008.8;

    @Override
    public Scale scale() {
        boolean plane = points.position() == Points.Position.PLANE;
        return Scale.ofLengths(
                plane ? StrictMath.hypot(extent(Points.Point::across), extent(Points.Point::up)) : EARTH_RADIUS);
    }

    private double extent(ToDoubleFunction<Points.Point> coordinate) {
        DoubleSummaryStatistics all =
                points.points().stream().mapToDouble(coordinate).summaryStatistics();
        return all.getMax() - all.getMin();
    }

    @Override
    public long[][] scaled(Scale scale) {
        int size = points.size();
        double units = Math.pow(10, scale.digits());
        long[][] distances = new long[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                distances[i][j] = Math.round(
                        metres(points.points().get(i), points.points().get(j)) * units);
                distances[j][i] = distances[i][j];
            }
        }
        return distances;
    }

    private double metres(Points.Point one, Points.Point other) {
        if (points.position() == Points.Position.PLANE) {
            return StrictMath.hypot(one.across() - other.across(), one.up() - other.up());
        }
        double up = StrictMath.sin(Math.toRadians(one.up() - other.up()) / 2);
        double across = StrictMath.sin(Math.toRadians(one.across() - other.across()) / 2);
        double chord = up * up
                + StrictMath.cos(Math.toRadians(one.up()))
                        * StrictMath.cos(Math.toRadians(other.up()))
                        * across
                        * across;
        return 2 * EARTH_RADIUS * StrictMath.asin(Math.min(1, Math.sqrt(chord)));
    }
}
