package org.zhenjie.gis.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.zhenjie.gis.support.TestLayers.problem;
import static org.zhenjie.gis.support.TestLayers.wkt;

import java.util.Locale;
import org.geotools.referencing.CRS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.zhenjie.gis.problem.Where;

class CrsTest {
    @ParameterizedTest
    @ValueSource(strings = {"EPSG:4326", "EPSG:4490", "EPSG:4547", "EPSG:4526", "EPSG:32650", "EPSG:3826", "EPSG:2383"})
    void x_comes_before_y_in_every_system(String code) {
        assertThat(CRS.getAxisOrder(Crs.decode(code))).isEqualTo(CRS.AxisOrder.EAST_NORTH);
    }

    @ParameterizedTest
    @CsvSource({
        "4547, EPSG:4547",
        "epsg:4490, EPSG:4490",
        "urn:ogc:def:crs:EPSG::4490, EPSG:4490",
        "urn:ogc:def:crs:OGC:1.3:CRS84, EPSG:4326",
        "http://www.opengis.net/def/crs/EPSG/0/4547, EPSG:4547",
        "CRS84, EPSG:4326"
    })
    void a_code_is_understood_in_the_ways_people_write_it(String written, String code) {
        assertThat(Crs.normalised(written)).isEqualTo(code);
    }

    @Test
    void an_unknown_code_is_told_with_an_example_of_a_known_one() {
        String text = problem(() -> Crs.decode("EPSG:999999")).text(Locale.ENGLISH);

        assertThat(text).contains("EPSG:999999").contains("EPSG:4490");
    }

    @ParameterizedTest
    @CsvSource({
        "115.3, 22.8, EPSG:4547", // Shanwei: 114°
        "112.4, 37.8, EPSG:4546", // Taiyuan: 111°
        "116.4, 39.9, EPSG:4548", // Beijing: 117°
        "75.99, 39.5, EPSG:4534", // Kashgar: 75°
        "134.2, 48.3, EPSG:4554", // Fuyuan: 135°
        "2.35, 48.85, EPSG:32631",
        "-70.6, -33.4, EPSG:32719"
    })
    void the_metric_system_fits_the_middle_of_the_extent(double lon, double lat, String code) {
        assertThat(Crs.metricFor(new Envelope(lon - 0.2, lon + 0.2, lat - 0.2, lat + 0.2)))
                .isEqualTo(code);
    }

    @Test
    void the_metric_system_keeps_lengths_near_the_middle() {
        GeometryTransform toMetric =
                Crs.between(Crs.decode("EPSG:4490"), Crs.decode(Crs.metricFor(new Envelope(113.9, 114.1, 22.4, 22.6))));
        // one second of latitude at 22.5° on this ellipsoid
        Geometry line = toMetric.apply(wkt("LINESTRING (114 22.5, 114 22.500277777777778)"));

        assertThat(line.getLength()).isCloseTo(30.76, within(0.01));
    }

    @Test
    void an_extent_in_metres_has_no_metric_system() {
        assertThat(problem(() -> Crs.metricFor(new Envelope(500_000, 510_000, 2_500_000, 2_510_000)))
                        .key())
                .isEqualTo("crs.notDegrees");
    }

    @ParameterizedTest
    @CsvSource({"EPSG:4490, EPSG:4326", "EPSG:4326, EPSG:4490"})
    void cgcs2000_and_wgs84_are_taken_as_equal(String from, String to) {
        Geometry moved = Crs.between(Crs.decode(from), Crs.decode(to)).apply(wkt("POINT (115.123456 22.654321)"));

        assertThat(moved.getCoordinate().distance(new Coordinate(115.123456, 22.654321)))
                .isLessThan(1e-8);
    }

    @ParameterizedTest
    @CsvSource({"EPSG:4610, EPSG:4326", "EPSG:4610, EPSG:4490", "EPSG:4214, EPSG:4490", "EPSG:2383, EPSG:4547"})
    void an_unknown_datum_shift_is_never_left_out(String from, String to) {
        assertThat(problem(() -> Crs.between(Crs.decode(from), Crs.decode(to))).key())
                .isEqualTo("crs.noShift");
    }

    @Test
    void equal_vertices_stay_equal_so_that_a_coverage_stays_one() {
        GeometryTransform transform = Crs.between(Crs.decode("EPSG:4490"), Crs.decode("EPSG:4547"));
        Geometry left = transform.apply(wkt("POLYGON ((115 22, 115 23, 116 23, 116 22, 115 22))"));
        Geometry right = transform.apply(wkt("POLYGON ((116 22, 116 23, 117 23, 117 22, 116 22))"));

        assertThat(left.intersection(right).getLength()).isGreaterThan(100_000);
        assertThat(left.touches(right)).isTrue();
    }

    @Test
    void a_point_beyond_the_pole_is_told_with_its_coordinates() {
        GeometryTransform transform = Crs.between(Crs.decode("EPSG:4326"), Crs.decode("EPSG:3857"));

        assertThat(problem(() -> transform.apply(wkt("POINT (115 2200)"))).text(Locale.ENGLISH))
                .contains("2200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EPSG:4326",
                "EPSG:4490",
                "EPSG:4547",
                "EPSG:4526",
                "EPSG:4508",
                "EPSG:4497",
                "EPSG:4214",
                "EPSG:4610",
                "EPSG:2383",
                "EPSG:2435",
                "EPSG:3824",
                "EPSG:3826",
                "EPSG:32650",
                "EPSG:32719",
                "EPSG:3857"
            })
    void the_prj_text_of_a_system_leads_back_to_its_code(String code) {
        String prj = EsriWkt.of(Crs.decode(code));

        assertThat(Crs.describedBy(prj, Where.file("towns.prj")).code()).isEqualTo(code);
    }

    @Test
    void text_that_is_no_system_is_told_by_its_file() {
        assertThat(problem(() -> Crs.describedBy("GARBAGE[", Where.file("towns.prj")))
                        .text(Locale.ENGLISH))
                .startsWith("towns.prj: ")
                .contains("crs:");
    }

    @Test
    void a_system_that_is_not_in_the_tables_keeps_its_name() {
        String own =
                EsriWkt.of(Crs.decode("EPSG:4547")).replace("114.0", "114.25").replace("CM_114E", "Own");

        assertThat(Crs.describedBy(own, Where.file("own.prj")).code()).isEqualTo("CGCS2000_3_Degree_GK_Own");
    }
}
