package org.zhenjie.gis.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.zhenjie.gis.support.TestLayers.problem;
import static org.zhenjie.gis.support.TestLayers.wkt;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.sf.geographiclib.Geodesic;
import org.geotools.referencing.CRS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.zhenjie.gis.problem.Where;

class ShiftedSystemTest {
    private static final double HALF_A_METRE = 0.5;

    @ParameterizedTest
    @CsvSource({
        "gcj02, GCJ-02",
        "GCJ_02, GCJ-02",
        "火星坐标, GCJ-02",
        "bd09ll, BD-09",
        "BD-09, BD-09",
        "'epsg:2383  +towgs84 = 1, 2,3', 'EPSG:2383 +towgs84=1,2,3'"
    })
    void codes_outside_of_the_tables_are_understood_in_the_ways_people_write_them(String written, String code) {
        assertThat(Crs.normalised(written)).isEqualTo(code);
        assertThat(CRS.getAxisOrder(Crs.decode(written))).isEqualTo(CRS.AxisOrder.EAST_NORTH);
    }

    // pairs that users of the formula hold against each other; the last digits differ between their programs
    @ParameterizedTest
    @CsvSource({
        "121.5272106, 31.1774276, 121.531541859215, 31.17530398364597",
        "113.912316, 22.543847, 113.9171764808363, 22.540796131694766",
        "116.377817, 39.911954, 116.38404722455657, 39.91334545536069"
    })
    void known_places_are_where_web_maps_have_them(double lon, double lat, double gcjLon, double gcjLat) {
        assertThat(metres(carried("EPSG:4326", "GCJ-02", lon, lat), gcjLon, gcjLat))
                .isLessThan(0.1);
    }

    @ParameterizedTest
    @CsvSource({
        "BD-09, GCJ-02, 116.39762729119315, 39.90865673957631",
        "GCJ-02, BD-09, 116.41036949371029, 39.92133699351022",
        "EPSG:4326, GCJ-02, 116.41024449916938, 39.91640428150164"
    })
    void the_middle_of_beijing_is_where_web_maps_have_it(String from, String to, double lon, double lat) {
        // programs that take one step back instead of the whole way come out 0.1 m off
        assertThat(metres(carried(from, to, 116.404, 39.915), lon, lat)).isLessThan(0.5);
    }

    @Property
    void there_and_back_is_the_same_place(
            @ForAll @DoubleRange(min = 73.5, max = 135) double lon,
            @ForAll @DoubleRange(min = 3.5, max = 53.5) double lat) {
        for (String system : new String[] {"GCJ-02", "BD-09"}) {
            Coordinate moved = carried("EPSG:4326", system, lon, lat);
            assertThat(metres(moved, lon, lat)).isBetween(1.0, 3000.0);
            assertThat(metres(carried(system, "EPSG:4326", moved.x, moved.y), lon, lat))
                    .isLessThan(HALF_A_METRE / 1000);
        }
    }

    @Test
    void places_abroad_are_not_moved() {
        assertThat(carried("GCJ-02", "EPSG:4326", 2.35, 48.85)).isEqualTo(new Coordinate(2.35, 48.85));
    }

    @Test
    void a_shifted_layer_goes_straight_into_a_metric_system() {
        Coordinate wgs84 = carried("GCJ-02", "EPSG:4326", 115.3, 22.8);

        Coordinate direct = carried("GCJ-02", "EPSG:4547", 115.3, 22.8);

        assertThat(direct.distance(carried("EPSG:4326", "EPSG:4547", wgs84.x, wgs84.y)))
                .isLessThan(0.001);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GCJ-02", "BD-09"})
    void the_prj_text_of_a_shifted_system_leads_back_to_it(String code) {
        assertThat(Crs.describedBy(EsriWkt.of(Crs.decode(code)), Where.file("a.prj"))
                        .code())
                .isEqualTo(code);
    }

    // geocentric shifts by hand: at longitude 90 a shift along Y of 100 m is 100 m up, along X 100 m to the west
    @ParameterizedTest
    @CsvSource({"'100,0,0', -100", "'0,100,0', 0", "'-50,0,0,0,0,0,0', 50"})
    void the_shift_of_a_mapping_office_is_applied(String shift, double east) {
        Coordinate moved = carried("EPSG:4610 +towgs84=" + shift, "EPSG:4490", 90, 0);

        assertThat((moved.x - 90) * 111_319.49).isCloseTo(east, within(0.01));
        assertThat(moved.y).isCloseTo(0, within(1e-9));
    }

    // 10" about the axis, position vector: the place turns east by 10"
    @Test
    void a_positive_turn_about_the_axis_moves_places_east() {
        Coordinate moved = carried("EPSG:4610 +towgs84=0,0,0,0,0,10,0", "EPSG:4326", 110, 25);

        assertThat((moved.x - 110) * 3600).isCloseTo(10, within(1e-4));
    }

    @Test
    void a_zone_of_xian_80_with_a_shift_can_be_carried_to_cgcs2000() {
        Coordinate moved = carried("EPSG:2383 +towgs84=0,0,0", "EPSG:4547", 500_000, 2_500_000);

        assertThat(moved.x).isCloseTo(500_000, within(0.01));
        // other ellipsoid, same geocentric place
        assertThat(moved.distance(new Coordinate(500_000, 2_500_000))).isBetween(0.1, 100.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EPSG:4610 +towgs84=1,2", "EPSG:4610 +towgs84=1,2,3,4", "EPSG:4610 +towgs84=1,,3"})
    void a_shift_of_another_number_of_parameters_is_refused(String code) {
        assertThat(problem(() -> Crs.decode(code)).text(Locale.ENGLISH))
                .contains("+towgs84")
                .contains("7 numbers");
    }

    private static Coordinate carried(String from, String to, double x, double y) {
        Geometry moved = Crs.between(Crs.decode(from), Crs.decode(to)).apply(wkt("POINT (" + x + " " + y + ")"));
        return ((Point) moved).getCoordinate();
    }

    private static double metres(Coordinate place, double lon, double lat) {
        return Geodesic.WGS84.Inverse(place.y, place.x, lat, lon).s12;
    }
}
