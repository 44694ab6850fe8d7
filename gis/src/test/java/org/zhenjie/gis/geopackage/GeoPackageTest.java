package org.zhenjie.gis.geopackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhenjie.gis.support.TestLayers.feature;
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
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.MultiPolygon;
import org.zhenjie.gis.layer.Field;
import org.zhenjie.gis.layer.Layer;
import org.zhenjie.gis.layer.LayerRequest;
import org.zhenjie.gis.layer.Layers;
import org.zhenjie.gis.support.Gdal;
import org.zhenjie.gis.support.SharedData;
import org.zhenjie.gis.support.TestLayers;
import org.zhenjie.gis.write.OutField;
import org.zhenjie.gis.write.OutLayer;

class GeoPackageTest {
    @TempDir
    Path folder;

    @Test
    void features_come_back_as_they_were_written() {
        Path file = write(folder.resolve("city.gpkg"), towns());

        try (Layer layer = Layers.open(LayerRequest.of(file))) {
            assertThat(layer.name()).isEqualTo("towns");
            assertThat(layer.crsCode()).isEqualTo("EPSG:4490");
            assertThat(layer.count()).isEqualTo(3);
            assertThat(layer.fields()).contains(new Field("people", Integer.class), new Field("share", Double.class));
        }
        assertThat(read(file).get(2).values()).containsExactly("441581103", "湖东镇", null, 1.0 / 3);
        assertThat(read(file).get(0).geometry().equalsExact(square(115.0, 22.5, 0.1)))
                .isTrue();
    }

    @Test
    void one_of_several_layers_has_to_be_named() {
        Path file = write(
                folder.resolve("city.gpkg"), towns(), layer("zones", feature(square(115, 22, 1), "HB", "海滨", 1, 1.0)));

        assertThat(Layers.names(file)).containsExactly("towns", "zones");
        assertThat(read(LayerRequest.of(file).withLayer("zones"))).hasSize(1);
        assertThat(problem(() -> read(file)).text(Locale.ENGLISH))
                .contains("towns, zones")
                .contains("layer:");
        assertThat(problem(() -> read(LayerRequest.of(file).withLayer("town"))).text(Locale.ENGLISH))
                .contains("value “town”")
                .contains("towns, zones");
    }

    @Test
    void reading_leaves_the_file_and_its_folder_as_they_were() throws IOException {
        Path file = write(folder.resolve("city.gpkg"), towns());
        byte[] before = Files.readAllBytes(file);
        FileTime time = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(file, time);

        read(file);

        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(time);
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void a_file_in_a_folder_with_odd_characters_is_read() throws IOException {
        Path odd = Files.createDirectories(folder.resolve("数据 100% #1?x=y & co"));

        assertThat(read(write(odd.resolve("镇街.gpkg"), towns()))).hasSize(3);
    }

    @Test
    void changes_that_another_program_has_not_merged_yet_are_seen() throws SQLException {
        Path file = write(folder.resolve("city.gpkg"), towns());
        edit(file, "UPDATE towns SET people = 6 WHERE fid = 1");
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            statement.execute("PRAGMA journal_mode=WAL");
            statement.execute("PRAGMA wal_autocheckpoint=0");
            statement.execute("UPDATE towns SET people = 7 WHERE fid = 1");

            assertThat(read(file).get(0).values()).contains(7);
        }
    }

    @Test
    void the_same_features_give_the_same_bytes() throws IOException {
        byte[] first = Files.readAllBytes(write(folder.resolve("a.gpkg"), towns()));
        byte[] second = Files.readAllBytes(write(folder.resolve("b.gpkg"), towns()));

        assertThat(second).isEqualTo(first);
    }

    @Test
    void gdal_reads_it_without_a_warning() {
        OutLayer metric = new OutLayer(
                "中心 centre",
                "EPSG:4547",
                List.of(
                        new OutField("名称", String.class),
                        new OutField("open", Boolean.class),
                        new OutField("since", java.sql.Date.class),
                        new OutField("id", Long.class)),
                List.of(feature(
                        wkt("POINT (500000 2500000)"),
                        "甲子",
                        true,
                        java.sql.Date.valueOf("2021-03-04"),
                        5_000_000_000L)));
        Path file = write(folder.resolve("city.gpkg"), towns(), metric);

        String info = Gdal.ogrinfo("-ro", "-al", file.toString());

        assertThat(info)
                .doesNotContainIgnoringCase("warning")
                .doesNotContainIgnoringCase("error")
                .contains("甲子镇", "Feature Count: 3", "ID[\"EPSG\",4490]", "Geometry: Polygon")
                .contains(
                        "ID[\"EPSG\",4547]", "since (Date) = 2021/03/04", "open (Integer(Boolean)) = 1", "5000000000");
    }

    @Test
    void gdal_finds_features_by_the_spatial_index() {
        Path file = write(folder.resolve("city.gpkg"), towns());

        assertThat(Gdal.ogrinfo("-ro", file.toString(), "-sql", "SELECT HasSpatialIndex('towns', 'geom')"))
                .contains("(Integer) = 1");
        assertThat(Gdal.ogrinfo("-ro", "-al", "-spat", "115.11", "22.51", "115.12", "22.52", file.toString()))
                .contains("Feature Count: 1", "碣石镇");
    }

    @Test
    void gdal_can_edit_it_and_the_index_stays_right() {
        Path file = write(folder.resolve("city.gpkg"), towns());

        Gdal.ogrinfo(
                file.toString(), "-sql", "UPDATE towns SET geom = ST_GeomFromText('POINT (1 2)', 4490) WHERE fid = 1");
        Gdal.ogrinfo(file.toString(), "-sql", "DELETE FROM towns WHERE fid = 2");

        assertThat(Gdal.ogrinfo("-ro", "-al", "-spat", "0", "0", "3", "3", file.toString()))
                .contains("Feature Count: 1");
        assertThat(Gdal.ogrinfo("-ro", "-al", "-spat", "115.11", "22.51", "115.12", "22.52", file.toString()))
                .contains("Feature Count: 0");
    }

    @Test
    void what_gdal_writes_is_read_the_same() {
        Path file = Gdal.convert(SharedData.townships(), folder.resolve("tw.gpkg"));

        List<TestLayers.Read> expected = read(SharedData.townships());
        List<TestLayers.Read> actual = read(file);

        assertThat(actual).hasSize(368);
        for (int i = 0; i < actual.size(); i++) {
            assertThat(actual.get(i).values()).isEqualTo(expected.get(i).values());
            assertThat(actual.get(i).geometry().equalsExact(expected.get(i).geometry()))
                    .isTrue();
        }
    }

    @Test
    void single_and_multiple_polygons_together_become_multiple() {
        MultiPolygon two = (MultiPolygon) wkt("MULTIPOLYGON (((0 0, 0 1, 1 1, 0 0)), ((5 5, 5 6, 6 6, 5 5)))");
        Path file = write(
                folder.resolve("a.gpkg"),
                layer("a", feature(square(9, 9, 1), "1", "a", 1, 1.0), feature(two, "2", "b", 1, 1.0)));

        assertThat(read(file)).allMatch(read -> read.geometry() instanceof MultiPolygon);
        assertThat(Gdal.ogrinfo("-ro", "-so", "-al", file.toString())).contains("Geometry: Multi Polygon");
    }

    @Test
    void a_feature_without_geometry_is_kept() {
        Path file = write(folder.resolve("a.gpkg"), layer("a", feature(null, "1", "a", 1, 1.0)));

        assertThat(read(file).get(0).geometry() == null).isTrue();
    }

    @Test
    void text_in_a_number_column_is_told_by_row_field_and_value() throws SQLException {
        Path file = write(folder.resolve("city.gpkg"), towns());
        edit(file, "UPDATE towns SET people = 'many' WHERE fid = 2");

        assertThat(problem(() -> read(file)).text(Locale.ENGLISH))
                .contains("city.gpkg, row 2, field people, value “many”")
                .contains("number is expected");
    }

    @Test
    void a_damaged_geometry_is_told_by_its_row() throws SQLException {
        Path file = write(folder.resolve("city.gpkg"), towns());
        dropTriggers(file);
        edit(file, "UPDATE towns SET geom = x'47500003AABB' WHERE fid = 3");

        assertThat(problem(() -> read(file)).text(Locale.ENGLISH))
                .contains("row 3, field geom")
                .contains("damaged");
    }

    @Test
    void a_layer_of_an_undefined_system_says_what_to_write() throws SQLException {
        Path file = write(folder.resolve("city.gpkg"), towns());
        edit(file, "UPDATE gpkg_geometry_columns SET srs_id = 0");

        try (Layer layer = Layers.open(LayerRequest.of(file))) {
            assertThat(problem(layer::crs).key()).isEqualTo("crs.missing");
        }
    }

    @Test
    void layers_cannot_take_names_of_the_format() {
        assertThat(problem(() -> write(folder.resolve("a.gpkg"), layer("gpkg_contents")))
                        .key())
                .isEqualTo("write.layerName");
        assertThat(problem(() -> write(folder.resolve("a.gpkg"), layer("a"), layer("A")))
                        .key())
                .isEqualTo("write.layerName");
    }

    private static void dropTriggers(Path file) throws SQLException {
        for (String kind : List.of("update1", "update2", "update3", "update4")) {
            edit(file, "DROP TRIGGER rtree_towns_geom_" + kind);
        }
    }

    private static void edit(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            // without the functions that a GIS brings, the index's triggers cannot run
            if (sql.startsWith("UPDATE towns SET people")) {
                for (String kind : List.of("update3", "update4")) {
                    statement.execute("DROP TRIGGER rtree_towns_geom_" + kind);
                }
            }
            statement.execute(sql);
        }
    }
}
