package org.zhenjie.gis.geojson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhenjie.gis.support.TestLayers.feature;
import static org.zhenjie.gis.support.TestLayers.layer;
import static org.zhenjie.gis.support.TestLayers.problem;
import static org.zhenjie.gis.support.TestLayers.read;
import static org.zhenjie.gis.support.TestLayers.towns;
import static org.zhenjie.gis.support.TestLayers.wkt;
import static org.zhenjie.gis.support.TestLayers.write;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.zhenjie.gis.encoding.Encoding;
import org.zhenjie.gis.layer.Field;
import org.zhenjie.gis.layer.Layer;
import org.zhenjie.gis.layer.LayerRequest;
import org.zhenjie.gis.layer.Layers;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.support.Gdal;
import org.zhenjie.gis.support.SharedData;
import org.zhenjie.gis.write.LayerWriter;
import org.zhenjie.gis.write.OutLayer;

class GeoJsonTest {
    @TempDir
    Path folder;

    @Test
    void real_townships_are_read_whole() {
        try (Layer layer = Layers.open(LayerRequest.of(SharedData.townships()))) {
            assertThat(layer.count()).isEqualTo(368);
            assertThat(layer.crsCode()).isEqualTo("EPSG:4326");
            assertThat(layer.fields())
                    .contains(
                            new Field("town_code", String.class),
                            new Field("area_km2", Double.class),
                            new Field("pop_2020_12", Integer.class));
            assertThat(layer.encoding().orElseThrow().how()).isEqualTo(Encoding.How.FORMAT);
            long[] people = {0};
            layer.forEach((row, town) -> people[0] += ((Number) town.getAttribute("pop_2020_12")).longValue());
            assertThat(people[0]).isBetween(23_000_000L, 24_000_000L);
        }
    }

    @Test
    void features_come_back_as_they_were_written() {
        Path file = write(folder.resolve("towns.geojson"), towns());

        assertThat(read(file).get(1).values()).containsExactly("441581102", "碣石镇", 220_000, 1e-7);
        assertThat(read(file).get(2).values()).containsExactly("441581103", "湖东镇", null, 1.0 / 3);
        assertThat(read(file).get(0).geometry().getEnvelopeInternal().getMinX()).isEqualTo(115.0);
    }

    @Test
    void coordinates_are_written_in_wgs84_with_shells_counter_clockwise() {
        OutLayer metric = new OutLayer(
                "a",
                "EPSG:4547",
                List.of(),
                List.of(
                        feature(
                                wkt(
                                        "POLYGON ((500000 2500000, 500000 2501000, 501000 2501000, 501000 2500000, 500000 2500000))"))));
        Path file = write(folder.resolve("a.geojson"), metric);

        Polygon polygon = (Polygon) read(file).get(0).geometry();

        assertThat(polygon.getCoordinate().x).isEqualTo(114.0);
        assertThat(polygon.getCoordinate().y).isBetween(22.5, 22.7);
        assertThat(Orientation.isCCW(polygon.getExteriorRing().getCoordinateSequence()))
                .isTrue();
    }

    @Test
    void gdal_reads_it_without_a_warning() {
        Path file = write(folder.resolve("towns.geojson"), towns());

        assertThat(Gdal.ogrinfo("-ro", "-al", file.toString()))
                .doesNotContainIgnoringCase("warning")
                .doesNotContainIgnoringCase("error")
                .contains("甲子镇", "Feature Count: 3", "Geometry: Polygon");
    }

    @Test
    void the_same_features_give_the_same_bytes() throws IOException {
        byte[] first = Files.readAllBytes(write(folder.resolve("a.geojson"), towns()));

        assertThat(Files.readAllBytes(write(folder.resolve("b.geojson"), towns())))
                .isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type':'Point','coordinates':[115,22]} | POINT (115 22)",
                "{'coordinates':[[115,22],[116,23]],'type':'LineString'} | LINESTRING (115 22, 116 23)",
                "{'type':'MultiPoint','coordinates':[[1,2],[3,4]]} | MULTIPOINT ((1 2), (3 4))",
                "{'type':'Polygon','coordinates':[[[0,0],[9,0],[9,9],[0,0]],[[4,1],[5,1],[5,2],[4,1]]]}"
                        + " | POLYGON ((0 0, 9 0, 9 9, 0 0), (4 1, 5 1, 5 2, 4 1))",
                "{'type':'Polygon','coordinates':[[[0,0],[9,0],[9,9]]]} | POLYGON ((0 0, 9 0, 9 9, 0 0))",
                "{'type':'MultiPolygon','coordinates':[[[[0,0],[9,0],[9,9],[0,0]]]]} | MULTIPOLYGON (((0 0, 9 0, 9 9, 0 0)))",
                "{'type':'GeometryCollection','geometries':[{'type':'Point','coordinates':[1,2]}]} | GEOMETRYCOLLECTION (POINT (1 2))",
                "{'type':'Feature','properties':null,'geometry':{'type':'Point','coordinates':[1,2,30]}} | POINT (1 2)",
                "{'features':[{'geometry':{'coordinates':[1,2],'type':'Point'},'type':'Feature'}],'type':'FeatureCollection'} | POINT (1 2)"
            })
    void geometries_are_read_whatever_the_order_of_members(String json, String expected) throws IOException {
        Geometry geometry = read(json(json)).get(0).geometry();

        assertThat(geometry.equalsExact(wkt(expected))).as(geometry.toText()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 2 | java.lang.Integer",
                "1 | 5000000000 | java.lang.Long",
                "1 | 2.5 | java.lang.Double",
                "1 | `two` | java.lang.String",
                "true | false | java.lang.Boolean",
                "true | 1 | java.lang.String",
                "null | 1 | java.lang.Integer",
                "null | null | java.lang.String",
                "{'a':[1]} | null | java.lang.String",
                "1 | 99999999999999999999 | java.lang.Double"
            })
    void a_property_has_the_narrowest_type_that_holds_all_values(String first, String second, String type)
            throws Exception {
        Path file = json("{'type':'FeatureCollection','features':["
                + "{'type':'Feature','geometry':null,'properties':{'p':" + first + "}},"
                + "{'type':'Feature','geometry':null,'properties':{'p':" + second + "}}]}");

        try (Layer layer = Layers.open(LayerRequest.of(file))) {
            assertThat(layer.field("p").type()).isEqualTo(Class.forName(type));
        }
        read(file)
                .forEach(read -> assertThat(read.values().get(0))
                        .satisfiesAnyOf(
                                v -> assertThat(v).isNull(),
                                v -> assertThat(v.getClass().getName()).isEqualTo(type)));
    }

    @Test
    void digits_of_a_number_are_kept_where_the_property_turns_out_to_be_text() throws IOException {
        Path file = json("{'type':'FeatureCollection','features':["
                + "{'type':'Feature','geometry':null,'properties':{'code':44150210.50}},"
                + "{'type':'Feature','geometry':null,'properties':{'code':'0441'}}]}");

        assertThat(read(file)).extracting(read -> read.values().get(0)).containsExactly("44150210.50", "0441");
    }

    @Test
    void the_older_crs_member_is_understood_even_at_the_end() throws IOException {
        Path file = json("{'type':'FeatureCollection','features':[{'type':'Feature','properties':{},'geometry':"
                + "{'type':'Point','coordinates':[500000,2500000]}}],"
                + "'crs':{'type':'name','properties':{'name':'urn:ogc:def:crs:EPSG::4547'}}}");

        try (Layer layer = Layers.open(LayerRequest.of(file))) {
            assertThat(layer.crsCode()).isEqualTo("EPSG:4547");
        }
    }

    @Test
    void coordinates_in_metres_without_a_crs_are_never_taken_as_degrees() throws IOException {
        Path file = json("{'type':'Point','coordinates':[500000,2500000]}");

        try (Layer layer = Layers.open(LayerRequest.of(file))) {
            assertThat(layer.findings()).extracting(Problem::key).containsExactly("geojson.notDegrees");
            assertThat(problem(layer::crs).key()).isEqualTo("crs.missing");
        }
    }

    @Test
    void a_file_in_gbk_is_read_with_a_warning() throws IOException {
        Path file = folder.resolve("gbk.geojson");
        Files.write(
                file,
                "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"name\":\"碣石镇\"}}"
                        .getBytes(Charset.forName("GBK")));

        assertThat(read(file).get(0).values()).containsExactly("碣石镇");
        try (Layer layer = Layers.open(LayerRequest.of(file))) {
            assertThat(layer.findings()).extracting(Problem::key).containsExactly("geojson.notUtf8");
        }
    }

    @Test
    void a_byte_order_mark_does_not_disturb() throws IOException {
        Path file = Files.writeString(folder.resolve("a.geojson"), "\uFEFF{\"type\":\"Point\",\"coordinates\":[1,2]}");

        assertThat(read(file)).hasSize(1);
    }

    @Test
    void a_syntax_error_is_told_by_its_line() throws IOException {
        Path file =
                Files.writeString(folder.resolve("a.geojson"), "{\"type\":\"FeatureCollection\",\n\"features\":[\n}");

        assertThat(problem(() -> read(file)).text(Locale.ENGLISH)).contains("line 3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'Point','coordinates':['a',2]}",
                "{'type':'Point','coordinates':[1e999,2]}",
                "{'type':'Polygon','coordinates':[1,2]}",
                "{'type':'LineString','coordinates':[[1,2]]}",
                "{'type':'Feature','properties':{},'geometry':{'type':'Circle','coordinates':[1,2]}}",
                "{'type':'Point','coordinates':[[[[[[[1,2]]]]]]]}",
                "{'name':'nothing'}",
                "[1,2]",
                "{'type':'Point','coordinates':[1,2]} {}"
            })
    void what_is_no_geojson_ends_in_a_problem(String json) throws IOException {
        Path file = json(json);

        assertThat(problem(() -> read(file)).key()).startsWith("geojson.");
    }

    @Test
    void brackets_without_end_do_not_overflow() throws IOException {
        Path deep = Files.writeString(
                folder.resolve("deep.geojson"), "{\"type\":\"Feature\",\"properties\":{\"a\":" + "[".repeat(2_000_000));

        assertThat(problem(() -> read(deep)).key()).startsWith("geojson.");
    }

    @Test
    void several_layers_do_not_fit_into_one_file() {
        assertThat(problem(() -> LayerWriter.write(folder.resolve("a.geojson"), List.of(towns(), layer("b"))))
                        .key())
                .isEqualTo("write.oneLayer");
    }

    @Test
    void seven_decimals_are_written_and_no_more() throws IOException {
        Path file = write(
                folder.resolve("a.geojson"),
                layer(
                        "a",
                        feature(
                                new GeometryFactory().createPoint(new Coordinate(115.123456789, -0.00000001)),
                                "1",
                                "a",
                                1,
                                1.0)));

        assertThat(Files.readString(file)).contains("[115.1234568,0]");
    }

    private Path json(String withSingleQuotes) throws IOException {
        return Files.writeString(
                folder.resolve("a.geojson"), withSingleQuotes.replace('\'', '"').replace('`', '"'));
    }
}
