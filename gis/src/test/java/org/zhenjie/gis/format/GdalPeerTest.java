package org.zhenjie.gis.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhenjie.gis.support.TestLayers.feature;
import static org.zhenjie.gis.support.TestLayers.square;
import static org.zhenjie.gis.support.TestLayers.wkt;
import static org.zhenjie.gis.support.TestLayers.write;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.geotools.api.feature.simple.SimpleFeature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.zhenjie.gis.layer.Layer;
import org.zhenjie.gis.layer.LayerRequest;
import org.zhenjie.gis.layer.Layers;
import org.zhenjie.gis.support.Gdal;
import org.zhenjie.gis.support.SharedData;
import org.zhenjie.gis.write.OutFeature;
import org.zhenjie.gis.write.OutField;
import org.zhenjie.gis.write.OutLayer;

/** What GDAL writes is read here as GDAL reads it, and what is written here GDAL reads without a warning. */
class GdalPeerTest {
    private static final List<OutField> FIELDS = List.of(
            new OutField("代码", String.class),
            new OutField("镇名", String.class),
            new OutField("人口", Integer.class),
            new OutField("身份证", Long.class),
            new OutField("占比", Double.class));

    /** What a KML says beyond GDAL's fields. */
    private static final List<String> EXTRA = List.of("folder", "id", "name");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "a.shp, ESRI Shapefile, EPSG:4490",
        "a.gpkg, GPKG, EPSG:4490",
        "a.fgb, FlatGeobuf, EPSG:4490",
        "a.geojson, GeoJSON, EPSG:4490",
        "a.geojsonl, GeoJSONSeq, EPSG:4326",
        "a.geojsons, GeoJSONSeq, EPSG:4326",
        "a.kml, KML, EPSG:4326",
        "a.kml, LIBKML, EPSG:4326",
        "a.kmz, LIBKML, EPSG:4326"
    })
    void what_gdal_writes_is_read_as_gdal_reads_it(String name, String driver, String crs) {
        for (OutLayer kind : List.of(polygons(), lines(), points())) {
            Path source = write(folder.resolve(kind.name() + ".gpkg"), kind);
            Path file = Gdal.convert(source, folder.resolve(kind.name() + "-" + name), "-f", driver, "-nln", "a");

            assertSame(file, Gdal.rows(file));
            try (Layer layer = Layers.open(LayerRequest.of(file))) {
                assertThat(layer.crsCode()).isEqualTo(crs);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.shp", "a.gpkg", "a.fgb", "a.geojson", "a.geojsonl", "a.geojsons"})
    void what_is_written_here_is_read_by_gdal_without_a_warning(String name) {
        for (OutLayer kind : List.of(polygons(), lines(), points())) {
            Path file = write(folder.resolve(kind.name() + "-" + name), kind);

            assertThat(Gdal.quietly("ogrinfo", "-ro", "-al", file.toString())).contains("甲子镇", "代码");
            assertSame(file, Gdal.rows(file));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.gpkg", "a.fgb", "a.geojson", "a.geojsonl"})
    void kinds_of_geometry_may_be_mixed_or_missing(String name) {
        List<OutFeature> mixed = new ArrayList<>();
        List.of(polygons(), lines(), points()).forEach(layer -> layer.features().forEach(mixed::add));
        mixed.add(feature(null, "4", "无图形", 1, 1L, 1.0));
        Path file = write(folder.resolve(name), new OutLayer("a", "EPSG:4490", FIELDS, mixed));

        Gdal.quietly("ogrinfo", "-ro", "-al", file.toString());
        assertSame(file, Gdal.rows(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.shp", "a.gpkg", "a.fgb"})
    void a_system_without_a_code_goes_through(String name) {
        String wkt = "PROJCS[\"own\",GEOGCS[\"China Geodetic Coordinate System 2000\",DATUM[\"China_2000\","
                + "SPHEROID[\"CGCS2000\",6378137,298.257222101]],PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]],"
                + "PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"latitude_of_origin\",0],"
                + "PARAMETER[\"central_meridian\",115.4],PARAMETER[\"scale_factor\",1],PARAMETER[\"false_easting\",500000],"
                + "PARAMETER[\"false_northing\",0],UNIT[\"metre\",1]]";
        var crs = org.zhenjie.gis.crs.Crs.describedBy(wkt, org.zhenjie.gis.problem.Where.nowhere());
        assertThat(crs.code()).isEqualTo("own");
        OutLayer layer = new OutLayer(
                "a",
                crs,
                FIELDS,
                List.of(feature(square(500_000, 2_490_000, 1000), "1", "甲子镇", 1, 1L, 1.0)),
                java.util.Optional.empty());

        Path file = write(folder.resolve(name), layer);

        assertThat(Gdal.quietly("ogrinfo", "-ro", "-al", "-so", file.toString()))
                .contains("115.4");
        assertSame(file, Gdal.rows(file));
        try (Layer read = Layers.open(LayerRequest.of(file))) {
            assertThat(read.to("EPSG:4490").apply(read.bounds()).getMinX())
                    .isEqualTo(115.4, org.assertj.core.api.Assertions.within(1e-7));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.gpkg", "a.fgb"})
    void the_index_finds_what_lies_in_a_box_here_and_in_gdal(String name) throws Exception {
        List<OutFeature> features = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            features.add(feature(square(110 + i % 50 * 0.1, 20 + i / 50 * 0.1, 0.05), "" + i, "镇" + i, i, 1L, 0.5));
        }
        Path own = write(folder.resolve(name), new OutLayer("a", "EPSG:4490", FIELDS, features));
        Path gdal = Gdal.convert(own, folder.resolve("gdal-" + name));

        for (Path file : List.of(own, gdal)) {
            assertThat(within(file, 110.42, 20.42, 110.78, 20.61)).hasSize(12);
            assertThat(within(file, 100, 10, 101, 11)).isEmpty();
            assertThat(within(file, 100, 10, 130, 40)).hasSize(2000);
        }
        assertThat(Gdal.rows(own, "-spat", "110.42", "20.42", "110.78", "20.61").stream()
                        .skip(1)
                        .map(row -> row.get(1))
                        .sorted()
                        .toList())
                .isEqualTo(within(own, 110.42, 20.42, 110.78, 20.61).stream()
                        .sorted()
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.shp", "a.gpkg", "a.fgb", "a.geojsonl"})
    void real_townships_go_through_gdal_unchanged(String name) {
        Path source = SharedData.townships();
        Path file = Gdal.convert(source, folder.resolve(name), "-nln", "a", "-nlt", "PROMOTE_TO_MULTI");

        assertSame(file, Gdal.rows(file));
    }

    @Test
    void a_workbook_that_gdal_writes_holds_places() {
        Path points = write(folder.resolve("points.csv"), points());
        Path file = Gdal.convert(points, folder.resolve("a.xlsx"), "-nln", "乡镇", "-oo", "AUTODETECT_TYPE=YES");

        try (Layer layer = Layers.open(LayerRequest.of(file))) {
            assertThat(layer.name()).isEqualTo("乡镇");
            assertThat(layer.crsCode()).isEqualTo("EPSG:4326");
            layer.forEach((row, feature) ->
                    assertThat(feature.getDefaultGeometry().toString()).startsWith("POINT (115"));
            assertThat(layer.count()).isEqualTo(2);
        }
    }

    @Test
    void topojson_is_read_as_gdal_reads_it() throws Exception {
        Path file = java.nio.file.Files.writeString(folder.resolve("a.topojson"), """
                {"type":"Topology","transform":{"scale":[0.01,0.01],"translate":[115,22]},
                 "objects":{"towns":{"type":"GeometryCollection","geometries":[
                 {"type":"Polygon","arcs":[[0,1]],"properties":{"镇名":"甲子镇","人口":130000}},
                 {"type":"MultiPolygon","arcs":[[[-1,2]]],"properties":{"镇名":"碣石镇","人口":2}}]}},
                 "arcs":[[[10,0],[0,10]],[[10,10],[-10,0],[0,-10],[10,0]],[[10,0],[10,0],[0,10],[-10,0]]]}
                """);

        assertSame(file, Gdal.rows(file));
    }

    private static List<String> within(Path file, double minX, double minY, double maxX, double maxY) throws Exception {
        List<String> codes = new ArrayList<>();
        try (Layer layer = Layers.open(LayerRequest.of(file))) {
            String geometry = layer.source().getSchema().getGeometryDescriptor().getLocalName();
            var filter = org.geotools.filter.text.ecql.ECQL.toFilter(
                    "BBOX(" + geometry + ", " + minX + ", " + minY + ", " + maxX + ", " + maxY + ")");
            try (var features = layer.source().getFeatures(filter).features()) {
                while (features.hasNext()) {
                    codes.add(String.valueOf(features.next().getAttribute("代码")));
                }
            }
        }
        return codes;
    }

    /** The same features, in the same order, with the same shapes and values as GDAL's rows have. */
    private static void assertSame(Path file, List<List<String>> rows) {
        List<String> header = rows.get(0);
        try (Layer layer = Layers.open(LayerRequest.of(file))) {
            List<String> fields = layer.fields().stream().map(f -> f.name()).toList();
            layer.forEach((row, feature) -> {
                String what = file.getFileName() + ", row " + row;
                List<String> expected = rows.get((int) row);
                assertSameShape(what, (Geometry) feature.getDefaultGeometry(), expected.get(0));
                for (String field : fields) {
                    if (EXTRA.contains(field)) {
                        continue;
                    }
                    int column = header.indexOf(field);
                    assertThat(column).as(what + " " + field + " in " + header).isPositive();
                    assertSameValue(what + " " + field, feature, field, expected.get(column));
                }
            });
            assertThat(layer.count()).isEqualTo(rows.size() - 1);
        }
    }

    private static void assertSameShape(String what, Geometry actual, String expected) {
        if (expected.isEmpty()) {
            assertThat((Object) actual).as(what).isNull();
            return;
        }
        Geometry geometry = wkt(expected);
        Geometry one = single(actual);
        assertThat(one.norm().equalsExact(single(geometry).norm(), 1e-9))
                .as(what + ": " + actual + " / " + expected)
                .isTrue();
    }

    private static Geometry single(Geometry geometry) {
        return geometry.getNumGeometries() == 1 ? geometry.getGeometryN(0) : geometry;
    }

    private static void assertSameValue(String what, SimpleFeature feature, String field, String expected) {
        Object actual = feature.getAttribute(field);
        if (actual instanceof Number number) {
            // GDAL prints 15 digits
            BigDecimal printed = new BigDecimal(expected);
            BigDecimal rounded = new BigDecimal(number.toString()).round(new MathContext(14));
            assertThat(printed.round(new MathContext(14))).as(what).isEqualByComparingTo(rounded);
        } else {
            assertThat(actual == null ? "" : actual.toString()).as(what).isEqualTo(expected);
        }
    }

    private static OutLayer polygons() {
        return layer(
                "polygons",
                feature(square(115.0, 22.5, 0.1), "441581101", "甲子镇", 130_000, 9_007_199_254_740L, 0.25),
                feature(
                        wkt("MULTIPOLYGON(((115.2 22.5,115.3 22.5,115.3 22.6,115.2 22.6,115.2 22.5),"
                                + "(115.22 22.52,115.22 22.54,115.24 22.54,115.24 22.52,115.22 22.52)),"
                                + "((115.4 22.5,115.5 22.5,115.5 22.6,115.4 22.5)))"),
                        "441581102",
                        "碣石镇, “引号”",
                        null,
                        null,
                        1.0 / 3));
    }

    private static OutLayer lines() {
        return layer(
                "lines",
                feature(wkt("LINESTRING(115 22.5,115.1 22.6,115.2 22.5)"), "1", "甲子镇", 1, 2L, -1e-7),
                feature(wkt("LINESTRING(116 22.5,116.1 22.6)"), "2", "湖东镇", 3, 4L, 12345.678));
    }

    private static OutLayer points() {
        return layer(
                "points",
                feature(wkt("POINT(115.0123456 22.5)"), "1", "甲子镇", 1, 2L, 0.5),
                feature(wkt("POINT(115.7 22.25)"), "2", "湖东镇", -3, 4L, 1e10));
    }

    private static OutLayer layer(String name, OutFeature... features) {
        return new OutLayer(name, "EPSG:4490", FIELDS, List.of(features));
    }
}
