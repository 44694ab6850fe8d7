package org.zhenjie.gis.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhenjie.gis.support.TestLayers.problem;
import static org.zhenjie.gis.support.TestLayers.read;
import static org.zhenjie.gis.support.TestLayers.wkt;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.geotools.filter.text.ecql.ECQL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhenjie.gis.convert.Conversion;
import org.zhenjie.gis.layer.JdbcUrl;
import org.zhenjie.gis.layer.Layer;
import org.zhenjie.gis.layer.LayerRequest;
import org.zhenjie.gis.layer.Layers;
import org.zhenjie.gis.support.Gdal;
import org.zhenjie.gis.support.Postgis;
import org.zhenjie.gis.support.SharedData;

/** Tables of a real server. */
class PostgisTest {
    private static final String SQUARE = "POLYGON((115 22,115.1 22,115.1 22.1,115 22.1,115 22))";

    @TempDir
    Path folder;

    @BeforeEach
    void tables() {
        Postgis.run(
                "DROP SCHEMA IF EXISTS 测试 CASCADE",
                "DROP TABLE IF EXISTS 乡镇, plain",
                "CREATE TABLE plain (a int)",
                "CREATE TABLE 乡镇 (代码 text PRIMARY KEY, 镇名 varchar(20), 人口 int, 身份证 bigint, 占比 float8,"
                        + " 额 numeric(12,2), 街道 boolean, 设立 date, 备注 jsonb, 图形 geometry(Polygon, 4490),"
                        + " 驻地 geometry(Point, 4490))",
                "INSERT INTO 乡镇 VALUES ('2', '碣石镇', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)",
                "INSERT INTO 乡镇 VALUES ('1', '甲子''镇', 130000, 9007199254740993, 0.25, 12.50, true, '1986-05-01',"
                        + " '{\"a\": 1}', ST_GeomFromText('" + SQUARE
                        + "', 4490), ST_SetSRID(ST_Point(115, 22), 4490))",
                "CREATE SCHEMA 测试",
                "CREATE TABLE 测试.点 (id serial PRIMARY KEY, g geometry)",
                "INSERT INTO 测试.点 (g) SELECT ST_SetSRID(ST_Point(i * 1000, 2500000), 4547) FROM generate_series(1, 1000) i",
                "CREATE INDEX ON 测试.点 USING gist (g)");
    }

    @AfterEach
    void clean() {
        Postgis.run("DROP SCHEMA IF EXISTS 测试 CASCADE", "DROP TABLE IF EXISTS 乡镇, plain, real_towns");
    }

    @Test
    void tables_with_geometry_are_layers_those_of_other_schemas_with_the_schema_before() {
        // a table with two columns of geometry is a layer for each
        assertThat(Layers.names(LayerRequest.ofDatabase(Postgis.url()))).containsExactly("乡镇", "乡镇_2", "测试.点");
    }

    @Test
    void values_keep_their_types_and_rows_come_in_the_order_of_the_key() {
        var rows = read(request("乡镇"));

        assertThat(rows).hasSize(2);
        assertThat((Object) rows.get(0).geometry()).isEqualTo(wkt(SQUARE));
        assertThat(rows.get(0).values())
                .containsExactly(
                        "1",
                        "甲子'镇",
                        130000,
                        9007199254740993L,
                        0.25,
                        12.5,
                        true,
                        java.sql.Date.valueOf("1986-05-01"),
                        "{\"a\": 1}");
        assertThat((Object) rows.get(1).geometry()).isNull();
        assertThat(rows.get(1).values()).containsExactly("2", "碣石镇", null, null, null, null, null, null, null);
    }

    @Test
    void the_reference_system_is_the_columns_or_else_that_of_the_first_geometry() {
        try (Layer towns = Layers.open(request("乡镇"));
                Layer points = Layers.open(request("测试.点"))) {
            assertThat(towns.crsCode()).isEqualTo("EPSG:4490");
            assertThat(towns.bounds().getMaxX()).isEqualTo(115.1);
            assertThat(towns.findings()).extracting(p -> p.key()).containsExactly("postgis.otherGeometry");
            assertThat(points.crsCode()).isEqualTo("EPSG:4547");
            assertThat(points.count()).isEqualTo(1000);
        }
    }

    @Test
    void a_box_is_asked_of_the_server() throws Exception {
        try (Layer points = Layers.open(request("测试.点"))) {
            var filter = ECQL.toFilter("BBOX(g, 5000, 0, 7000, 9000000)");
            assertThat(points.source().getFeatures(filter).size()).isEqualTo(3);
        }
    }

    @Test
    void real_townships_come_back_as_gdal_put_them_there() {
        Path source = SharedData.townships();
        Gdal.ogr2ogr(
                "-f",
                "PostgreSQL",
                Postgis.gdalName(),
                source.toString(),
                "-nln",
                "real_towns",
                "-nlt",
                "PROMOTE_TO_MULTI");
        List<List<String>> rows = Gdal.rows(source);

        var read = read(request("real_towns"));

        assertThat(read).hasSize(rows.size() - 1);
        for (int i = 0; i < read.size(); i++) {
            assertThat(read.get(i)
                                    .geometry()
                                    .norm()
                                    .equalsExact(wkt(rows.get(i + 1).get(0)).norm(), 1e-9)
                            || isSingle(read.get(i).geometry(), rows.get(i + 1).get(0)))
                    .as("row " + i)
                    .isTrue();
        }
    }

    private static boolean isSingle(org.locationtech.jts.geom.Geometry read, String expected) {
        return read.getNumGeometries() == 1
                && read.getGeometryN(0).norm().equalsExact(wkt(expected).norm(), 1e-9);
    }

    @Test
    void a_database_is_converted_to_a_file() {
        Path out = folder.resolve("all.gpkg");

        new Conversion(LayerRequest.ofDatabase(Postgis.url()), out, Optional.empty(), Optional.empty())
                .run((layer, done, of) -> {});

        assertThat(Layers.names(out)).containsExactly("乡镇", "乡镇_2", "测试.点");
        assertThat(Gdal.quietly("ogrinfo", "-ro", "-al", out.toString())).contains("甲子'镇");
        assertThat(Files.exists(out)).isTrue();
    }

    @Test
    void a_password_is_never_told() {
        String password = Postgis.url().replaceFirst(".*password=", "");
        String wrong = Postgis.url().replace(password, "geheim");
        String noServer = Postgis.url().replaceFirst(":\\d+/", ":1/");
        String noDatabase = Postgis.url().replace("/postgres?", "/nowhere?");

        for (String url : List.of(wrong, noServer, noDatabase)) {
            assertThat(problem(() -> read(LayerRequest.ofDatabase(url))).text(Locale.ENGLISH))
                    .startsWith(JdbcUrl.shown(url))
                    .doesNotContain("geheim", password, "?");
        }
        assertThat(problem(() -> read(LayerRequest.ofDatabase(wrong))).key()).isEqualTo("postgis.login");
        assertThat(problem(() -> read(LayerRequest.ofDatabase(noServer))).key()).isEqualTo("postgis.connect");
        assertThat(LayerRequest.ofDatabase(wrong).toString()).doesNotContain("geheim");
    }

    private static LayerRequest request(String layer) {
        return LayerRequest.ofDatabase(Postgis.url()).withLayer(layer);
    }
}
