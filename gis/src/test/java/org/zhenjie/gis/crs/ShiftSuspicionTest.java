package org.zhenjie.gis.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhenjie.gis.support.TestLayers.square;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/** Twenty-five towns of about 5 km around Shanwei, and 500 places in them. */
class ShiftSuspicionTest {
    private static final String METRIC = "EPSG:4547";
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final double SIDE = 5_000;

    private final List<Geometry> towns = new ArrayList<>();
    private final List<Point> places = new ArrayList<>();
    private final List<Integer> homes = new ArrayList<>();

    ShiftSuspicionTest() {
        Random dice = new Random(7);
        for (int i = 0; i < 25; i++) {
            towns.add(square(630_000 + i % 5 * SIDE, 2_520_000 + i / 5 * SIDE, SIDE));
        }
        for (int i = 0; i < 500; i++) {
            int home = i % 25;
            Coordinate corner = towns.get(home).getCoordinate();
            places.add(point(corner.x + dice.nextDouble() * SIDE, corner.y + dice.nextDouble() * SIDE));
            homes.add(home);
        }
    }

    @ParameterizedTest
    @EnumSource
    void points_of_a_web_map_are_suspected_of_its_system(ShiftedSystem system) {
        ShiftSuspicion suspicion =
                suspicion(moved(places, Crs.WGS84, system.code())).orElseThrow();

        assertThat(suspicion.system()).isEqualTo(system);
        assertThat(suspicion.boundaries()).isFalse();
        assertThat(suspicion.before()).isGreaterThan(20);
        assertThat(suspicion.after()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void boundaries_of_a_web_map_are_suspected_where_the_points_are_right(ShiftedSystem system) {
        ShiftSuspicion suspicion =
                suspicion(moved(places, system.code(), Crs.WGS84)).orElseThrow();

        assertThat(suspicion.system()).isEqualTo(system);
        assertThat(suspicion.boundaries()).isTrue();
    }

    @Test
    void points_that_lie_where_they_belong_are_not_suspected() {
        assertThat(suspicion(places)).isEmpty();
    }

    @Test
    void places_found_roughly_are_not_taken_for_shifted_ones() {
        Random dice = new Random(8);
        List<Point> rough = places.stream()
                .map(place -> point(place.getX() + dice.nextGaussian() * 400, place.getY() + dice.nextGaussian() * 400))
                .toList();

        assertThat(suspicion(rough)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void areas_whose_outline_lies_beside_the_boundaries_are_suspected(ShiftedSystem system) {
        Geometry all = square(630_000, 2_520_000, 5 * SIDE);
        Geometry shifted = carried(all, Crs.WGS84, system.code());

        ShiftSuspicion suspicion =
                ShiftSuspicion.ofAreas(shifted, all, Crs.decode(METRIC)).orElseThrow();

        assertThat(suspicion.system()).isEqualTo(system);
        assertThat(suspicion.boundaries()).isFalse();
        assertThat(suspicion.after()).isLessThan(suspicion.before() / 100);
    }

    @Test
    void equal_outlines_are_not_suspected() {
        Geometry all = square(630_000, 2_520_000, 5 * SIDE);

        assertThat(ShiftSuspicion.ofAreas(all, all, Crs.decode(METRIC))).isEmpty();
    }

    private Optional<ShiftSuspicion> suspicion(List<Point> points) {
        return ShiftSuspicion.ofPoints(
                points,
                Crs.decode(METRIC),
                (i, place) -> towns.get(homes.get(i)).covers(place));
    }

    /** Where points lie on a map in metres whose makers took coordinates of one system for those of the other. */
    private static List<Point> moved(List<Point> points, String from, String to) {
        return points.stream().map(point -> (Point) carried(point, from, to)).toList();
    }

    private static Geometry carried(Geometry geometry, String from, String to) {
        Geometry lonLat = Crs.between(Crs.decode(METRIC), Crs.decode(Crs.WGS84)).apply(geometry);
        Geometry shifted = Crs.between(Crs.decode(from), Crs.decode(to)).apply(lonLat);
        return Crs.between(Crs.decode(Crs.WGS84), Crs.decode(METRIC)).apply(shifted);
    }

    private static Point point(double x, double y) {
        return FACTORY.createPoint(new Coordinate(x, y));
    }
}
