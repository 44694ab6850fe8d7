package org.zhenjie.scenarios.stations;

/**
 * Straight lines in metres, to the millimetre: in the plane, or on a sphere of the earth's mean radius (haversine), which is within
 * 0.6 % of the ellipsoid.
 */
record StraightLines(Points points) implements Distances {
    private static final double EARTH_RADIUS = 6_371_008.8;
    private static final int MILLIMETRES = 3;

    @Override
    public int digits() {
        return MILLIMETRES;
    }

    @Override
    public long[][] scaled(int digits) {
        int size = points.size();
        double scale = Math.pow(10, digits);
        long[][] distances = new long[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                distances[i][j] = Math.round(
                        metres(points.points().get(i), points.points().get(j)) * scale);
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
