package org.zhenjie.gis.crs;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Data copied from a web map pretend to be WGS 84 and lie some hundred metres off. Each {@link ShiftedSystem} is tried on a layer,
 * and the other way round on the boundaries that it belongs to: where one makes the two agree much better than they stand, that
 * is told. Nothing is ever moved by this.
 *
 * @param system the system that the data seem to be in
 * @param boundaries whether it is the boundaries that are shifted, not the layer
 * @param before how badly the two agree as they stand: points that lie outside, or m² that only one of them covers
 * @param after the same if the system is taken for true
 */
public record ShiftSuspicion(ShiftedSystem system, boolean boundaries, double before, double after) {
    /** A few strays are nothing to suspect. */
    private static final int LEAST_POINTS = 5;
    /** Among points that lie otherwise under the suspicion, those that get worse are at most this share of those that get better. */
    private static final double WORSE = 0.25;
    /** Metres along the whole outline by which two layers have to disagree. */
    private static final double LEAST_METRES = 20;

    /** Tells whether the point of a list lies where it belongs. */
    @FunctionalInterface
    public interface Belonging {
        /**
         * @param index of the point in the list
         * @param place where it is, or where it would be
         */
        boolean holds(int index, Point place);
    }

    private record Way(ShiftedSystem system, boolean boundaries, GeometryTransform move) {}

    /**
     * Suspicion against points.
     *
     * @param points in a system in metres or degrees
     * @param crs that system
     * @param belonging whether each lies in its unit, or in any
     */
    public static Optional<ShiftSuspicion> ofPoints(
            List<Point> points, CoordinateReferenceSystem crs, Belonging belonging) {
        boolean[] now = fitting(points, Optional.empty(), belonging);
        long misfits = count(now, false);
        if (misfits < LEAST_POINTS) {
            return Optional.empty();
        }
        return ways(crs)
                .flatMap(way -> {
                    boolean[] then = fitting(points, Optional.of(way.move()), belonging);
                    long better = changed(now, then, true);
                    long worse = changed(now, then, false);
                    boolean convincing = better >= LEAST_POINTS && worse <= WORSE * better && 2 * better >= misfits;
                    return convincing ? Stream.of(suspicion(way, misfits, count(then, false))) : Stream.empty();
                })
                .min(Comparator.comparingDouble(ShiftSuspicion::after));
    }

    /**
     * Suspicion against areas that should have the outline of the boundaries: counties against the towns in them.
     *
     * @param layer all areas of the layer as one geometry, in a system in metres
     * @param outline all boundaries as one geometry, in the same system
     * @param crs that system
     */
    public static Optional<ShiftSuspicion> ofAreas(Geometry layer, Geometry outline, CoordinateReferenceSystem crs) {
        double before = apart(layer, outline);
        if (before < LEAST_METRES * outline.getLength()) {
            return Optional.empty();
        }
        return ways(crs)
                .map(way -> suspicion(way, before, apart(way.move().apply(layer), outline)))
                .filter(one -> one.after() < one.before() / 2)
                .min(Comparator.comparingDouble(ShiftSuspicion::after));
    }

    private static double apart(Geometry one, Geometry other) {
        return OverlayNGRobust.overlay(valid(one), valid(other), OverlayNG.SYMDIFFERENCE)
                .getArea();
    }

    /** Areas that are right one by one may overlap each other. */
    private static Geometry valid(Geometry areas) {
        return areas.isValid() ? areas : GeometryFixer.fix(areas);
    }

    private static ShiftSuspicion suspicion(Way way, double before, double after) {
        return new ShiftSuspicion(way.system(), way.boundaries(), before, after);
    }

    /** A layer in a shifted system is moved back; beside shifted boundaries it is moved to where they are. */
    private static Stream<Way> ways(CoordinateReferenceSystem crs) {
        CoordinateReferenceSystem wgs84 = Crs.decode(Crs.WGS84);
        GeometryTransform there = Crs.between(crs, wgs84);
        GeometryTransform back = Crs.between(wgs84, crs);
        return Arrays.stream(ShiftedSystem.values())
                .flatMap(system -> Stream.of(
                        new Way(
                                system,
                                false,
                                there.then(Crs.between(system.crs(), wgs84)).then(back)),
                        new Way(
                                system,
                                true,
                                there.then(Crs.between(wgs84, system.crs())).then(back))));
    }

    private static boolean[] fitting(List<Point> points, Optional<GeometryTransform> move, Belonging belonging) {
        boolean[] fits = new boolean[points.size()];
        for (int i = 0; i < fits.length; i++) {
            Point point = points.get(i);
            fits[i] = belonging.holds(i, move.isPresent() ? (Point) move.get().apply(point) : point);
        }
        return fits;
    }

    private static long count(boolean[] fits, boolean value) {
        long count = 0;
        for (boolean one : fits) {
            count += one == value ? 1 : 0;
        }
        return count;
    }

    private static long changed(boolean[] now, boolean[] then, boolean to) {
        long count = 0;
        for (int i = 0; i < now.length; i++) {
            count += now[i] != then[i] && then[i] == to ? 1 : 0;
        }
        return count;
    }
}
