package org.zhenjie.gis.crs;

import static java.lang.Math.PI;
import static java.lang.Math.abs;
import static java.lang.Math.atan2;
import static java.lang.Math.cos;
import static java.lang.Math.hypot;
import static java.lang.Math.sin;
import static java.lang.Math.sqrt;

import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.MathTransform2D;
import org.geotools.referencing.operation.transform.AbstractMathTransform;
import org.locationtech.jts.geom.Envelope;

/**
 * WGS 84 to a system of web maps, and back. The formulas are those that are publicly known of GCJ-02 (a sum of sines over an
 * ellipsoid of Krassovsky's size) and of BD-09; no authority publishes them. The way back is found by fixed-point steps until
 * nothing moves by more than 10^-12 degrees, well below a millimetre. Places outside of the box that the web maps use are left
 * where they are.
 */
final class WebMapShift extends AbstractMathTransform implements MathTransform2D {
    private static final Envelope MOVED = new Envelope(72.004, 137.8347, 0.8293, 55.8271);
    private static final double SEMI_MAJOR = 6_378_245.0;
    private static final double ECCENTRICITY2 = 0.00669342162296594323;
    private static final double BD_TURNS = PI * 3000 / 180;
    private static final double BD_LON = 0.0065;
    private static final double BD_LAT = 0.006;
    private static final double CLOSE_ENOUGH = 1e-12;
    /** The shift changes by less than 1/500 of the way gone, so that each step wins more than two digits. */
    private static final int MOST_STEPS = 30;

    private final ShiftedSystem system;
    private final boolean away;

    private WebMapShift(ShiftedSystem system, boolean away) {
        this.system = system;
        this.away = away;
    }

    /** From WGS 84. */
    static MathTransform to(ShiftedSystem system) {
        return new WebMapShift(system, true);
    }

    /** To WGS 84. */
    static MathTransform from(ShiftedSystem system) {
        return new WebMapShift(system, false);
    }

    @Override
    public int getSourceDimensions() {
        return 2;
    }

    @Override
    public int getTargetDimensions() {
        return 2;
    }

    @Override
    public MathTransform2D inverse() {
        return new WebMapShift(system, !away);
    }

    @Override
    public void transform(double[] from, int fromAt, double[] to, int toAt, int points) {
        // a copy: source and target may be the same array, at places that overlap
        double[] source = java.util.Arrays.copyOfRange(from, fromAt, fromAt + 2 * points);
        for (int i = 0; i < points; i++) {
            double[] moved = moved(source[2 * i], source[2 * i + 1]);
            to[toAt + 2 * i] = moved[0];
            to[toAt + 2 * i + 1] = moved[1];
        }
    }

    private double[] moved(double lon, double lat) {
        if (!MOVED.contains(lon, lat)) {
            return new double[] {lon, lat};
        }
        return away ? shifted(lon, lat) : unshifted(lon, lat);
    }

    private double[] unshifted(double lon, double lat) {
        double x = lon;
        double y = lat;
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] there = shifted(x, y);
            double dx = lon - there[0];
            double dy = lat - there[1];
            x += dx;
            y += dy;
            if (abs(dx) < CLOSE_ENOUGH && abs(dy) < CLOSE_ENOUGH) {
                break;
            }
        }
        return new double[] {x, y};
    }

    private double[] shifted(double lon, double lat) {
        double[] gcj = gcj02(lon, lat);
        return system == ShiftedSystem.GCJ_02 ? gcj : bd09(gcj[0], gcj[1]);
    }

    private static double[] gcj02(double lon, double lat) {
        double x = lon - 105;
        double y = lat - 35;
        double waves = (20 * sin(6 * PI * x) + 20 * sin(2 * PI * x)) * 2 / 3;
        double north = -100
                + 2 * x
                + 3 * y
                + 0.2 * y * y
                + 0.1 * x * y
                + 0.2 * sqrt(abs(x))
                + waves
                + (20 * sin(PI * y) + 40 * sin(PI * y / 3)) * 2 / 3
                + (160 * sin(PI * y / 12) + 320 * sin(PI * y / 30)) * 2 / 3;
        double east = 300
                + x
                + 2 * y
                + 0.1 * x * x
                + 0.1 * x * y
                + 0.1 * sqrt(abs(x))
                + waves
                + (20 * sin(PI * x) + 40 * sin(PI * x / 3)) * 2 / 3
                + (150 * sin(PI * x / 12) + 300 * sin(PI * x / 30)) * 2 / 3;
        double phi = Math.toRadians(lat);
        double flattened = 1 - ECCENTRICITY2 * sin(phi) * sin(phi);
        double meridian = SEMI_MAJOR * (1 - ECCENTRICITY2) / (flattened * sqrt(flattened));
        double parallel = SEMI_MAJOR / sqrt(flattened) * cos(phi);
        return new double[] {lon + Math.toDegrees(east / parallel), lat + Math.toDegrees(north / meridian)};
    }

    private static double[] bd09(double lon, double lat) {
        double radius = hypot(lon, lat) + 0.00002 * sin(lat * BD_TURNS);
        double angle = atan2(lat, lon) + 0.000003 * cos(lon * BD_TURNS);
        return new double[] {radius * cos(angle) + BD_LON, radius * sin(angle) + BD_LAT};
    }
}
