package org.zhenjie.scenarios.sample;

import org.locationtech.jts.geom.Coordinate;

/**
 * A flat map in kilometres around a middle, good for a schematic study; longitudes and latitudes come back rounded to a
 * millionth of a degree, so that what is written and what is read are the same numbers.
 */
record Plane(double middleLon, double middleLat) {
    private static final double KM_PER_DEGREE = 111.32;
    private static final double ROUNDING = 1e6;

    /** Kilometres east and north of the middle. */
    Coordinate toKm(Coordinate lonLat) {
        return new Coordinate((lonLat.x - middleLon) * kmPerDegreeEast(), (lonLat.y - middleLat) * KM_PER_DEGREE);
    }

    /** Longitude and latitude, rounded. */
    Coordinate toLonLat(Coordinate km) {
        return new Coordinate(round(middleLon + km.x / kmPerDegreeEast()), round(middleLat + km.y / KM_PER_DEGREE));
    }

    /** Square kilometres in a square degree around the middle. */
    double km2PerSquareDegree() {
        return kmPerDegreeEast() * KM_PER_DEGREE;
    }

    private double kmPerDegreeEast() {
        return KM_PER_DEGREE * StrictMath.cos(StrictMath.toRadians(middleLat));
    }

    static double round(double degrees) {
        return Math.rint(degrees * ROUNDING) / ROUNDING;
    }
}
