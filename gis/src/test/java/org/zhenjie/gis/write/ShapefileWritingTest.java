package org.zhenjie.gis.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhenjie.gis.support.TestLayers.feature;
import static org.zhenjie.gis.support.TestLayers.in;
import static org.zhenjie.gis.support.TestLayers.layer;
import static org.zhenjie.gis.support.TestLayers.problem;
import static org.zhenjie.gis.support.TestLayers.read;
import static org.zhenjie.gis.support.TestLayers.square;
import static org.zhenjie.gis.support.TestLayers.towns;
import static org.zhenjie.gis.support.TestLayers.wkt;
import static org.zhenjie.gis.support.TestLayers.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhenjie.gis.layer.LayerRequest;
import org.zhenjie.gis.layer.Layers;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.support.Gdal;

class ShapefileWritingTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK", "GB18030"})
    void gdal_reads_it_without_a_warning(String charset) {
        Path file = write(folder.resolve("towns.shp"), in(charset, towns()));

        assertThat(Gdal.ogrinfo("-ro", "-al", file.toString()))
                .doesNotContainIgnoringCase("warning")
                .doesNotContainIgnoringCase("error")
                .contains("甲子镇", "Feature Count: 3", "Geometry: Polygon", "ID[\"EPSG\",4490]")
                .contains("people (Integer) = 220000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EPSG:4490", "EPSG:4326", "EPSG:4547", "EPSG:4526", "EPSG:32650", "EPSG:3826"})
    void gdal_knows_the_crs_by_its_code(String code) {
        OutLayer points = new OutLayer("a", code, List.of(), List.of(feature(wkt("POINT (115 22)"))));
        Path file = write(folder.resolve("a.shp"), points);

        assertThat(Gdal.ogrinfo("-ro", "-so", "-al", file.toString()))
                .contains("ID[\"EPSG\"," + code.substring(5) + "]")
                .doesNotContainIgnoringCase("warning");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POINT (1 2)",
                "MULTIPOINT ((1 2), (3 4))",
                "MULTILINESTRING ((0 0, 1 1), (5 5, 6 6, 7 5))",
                "MULTIPOLYGON (((0 0, 0 9, 9 9, 9 0, 0 0), (1 1, 2 1, 2 2, 1 1)), ((20 20, 20 21, 21 21, 20 20)))"
            })
    void each_kind_of_geometry_comes_back(String text) {
        Path file = write(
                folder.resolve("a.shp"),
                layer("a", feature(wkt(text), "1", "a", 1, 1.0), feature(null, "2", "b", 2, 2.0)));

        assertThat(read(file).get(0).geometry().equalsTopo(wkt(text))).isTrue();
        assertThat(read(file).get(1).geometry() == null).isTrue();
    }

    @Test
    void the_same_features_give_the_same_bytes() throws IOException {
        write(folder.resolve("a.shp"), towns());
        write(folder.resolve("b.shp"), towns());

        for (String extension : List.of("shp", "shx", "dbf", "prj", "cpg")) {
            assertThat(Files.readAllBytes(folder.resolve("b." + extension)))
                    .as(extension)
                    .isEqualTo(Files.readAllBytes(folder.resolve("a." + extension)));
        }
    }

    @Test
    void names_that_do_not_fit_are_shortened_apart_and_reported() {
        List<OutField> fields = List.of(
                new OutField("planned_area_km2", Double.class),
                new OutField("planned_area_mu", Double.class),
                new OutField("核定行政编制数", Integer.class));
        OutLayer layer = new OutLayer("a", "EPSG:4490", fields, List.of(feature(wkt("POINT (115 22)"), 1.0, 2.0, 3)));

        List<Problem> changes = LayerWriter.write(folder.resolve("a.shp"), List.of(layer));

        assertThat(changes)
                .extracting(Problem::key)
                .containsOnly("write.nameShortened")
                .hasSize(3);
        assertThat(changes.get(1).text(Locale.ENGLISH))
                .contains("field planned_area_mu")
                .contains("planned__1");
        try (var read = Layers.open(LayerRequest.of(folder.resolve("a.shp")))) {
            assertThat(read.fields())
                    .extracting(field -> field.name())
                    .containsExactly("planned_ar", "planned__1", "核定行");
        }
    }

    @Test
    void text_that_does_not_fit_is_an_error_and_never_cut() {
        OutLayer layer = layer("a", feature(square(0, 0, 1), "1", "镇".repeat(90), 1, 1.0));

        assertThat(problem(() -> write(folder.resolve("a.shp"), layer)).text(Locale.ENGLISH))
                .contains("row 1, field name")
                .contains("270 bytes")
                .contains("254");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void characters_that_the_charset_lacks_are_an_error_and_never_question_marks() {
        OutLayer layer = in("GBK", layer("a", feature(square(0, 0, 1), "1", "𬺈镇", 1, 1.0)));

        assertThat(problem(() -> write(folder.resolve("a.shp"), layer)).text(Locale.ENGLISH))
                .contains("value “𬺈镇”")
                .contains("GB18030");
    }

    @Test
    void points_and_polygons_do_not_go_into_one_file() {
        OutLayer layer =
                layer("a", feature(square(0, 0, 1), "1", "a", 1, 1.0), feature(wkt("POINT (1 2)"), "2", "b", 1, 1.0));

        assertThat(problem(() -> write(folder.resolve("a.shp"), layer)).key()).isEqualTo("write.mixedGeometry");
    }

    @Test
    void whole_numbers_of_any_size_come_back() {
        OutLayer layer = new OutLayer(
                "a",
                "EPSG:4490",
                List.of(
                        new OutField("i", Integer.class),
                        new OutField("l", Long.class),
                        new OutField("d", java.sql.Date.class),
                        new OutField("b", Boolean.class)),
                List.of(feature(
                        wkt("POINT (1 2)"), -5, -123_456_789_012L, java.sql.Date.valueOf("2024-02-29"), false)));

        assertThat(read(write(folder.resolve("a.shp"), layer)).get(0).values())
                .containsExactly(-5, -123_456_789_012L, java.sql.Date.valueOf("2024-02-29"), false);
    }

    @Test
    void a_failed_write_leaves_the_old_files_and_nothing_else() throws IOException {
        Path file = write(folder.resolve("towns.shp"), towns());
        byte[] before = Files.readAllBytes(file);
        Iterable<OutFeature> failing = () -> {
            throw new IllegalStateException("the source of features fails");
        };

        for (String name : List.of("towns.shp", "towns.gpkg", "towns.geojson")) {
            OutLayer layer = new OutLayer("towns", "EPSG:4490", List.of(), failing, Optional.empty());
            try {
                LayerWriter.write(folder.resolve(name), List.of(layer));
            } catch (IllegalStateException expected) {
                assertThat(expected).hasMessageContaining("fails");
            }
        }

        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).hasSize(5);
        }
    }

    @Test
    void an_unknown_format_is_told_with_those_that_can_be_written() {
        assertThat(problem(() -> write(folder.resolve("a.dwg"), towns())).text(Locale.ENGLISH))
                .contains(".gpkg", ".shp", ".geojson", ".fgb");
    }

    @Test
    void a_folder_that_cannot_be_written_is_told() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");

        assertThat(problem(() -> write(file.resolve("a.gpkg"), towns())).key()).isEqualTo("write.failed");
    }
}
