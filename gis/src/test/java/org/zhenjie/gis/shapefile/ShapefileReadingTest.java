package org.zhenjie.gis.shapefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhenjie.gis.support.TestLayers.in;
import static org.zhenjie.gis.support.TestLayers.problem;
import static org.zhenjie.gis.support.TestLayers.read;
import static org.zhenjie.gis.support.TestLayers.towns;
import static org.zhenjie.gis.support.TestLayers.wkt;
import static org.zhenjie.gis.support.TestLayers.write;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.geotools.api.data.Query;
import org.geotools.filter.text.ecql.ECQL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.zhenjie.gis.crs.Crs;
import org.zhenjie.gis.encoding.Encoding;
import org.zhenjie.gis.layer.Field;
import org.zhenjie.gis.layer.Layer;
import org.zhenjie.gis.layer.LayerRequest;
import org.zhenjie.gis.layer.Layers;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.support.Gdal;
import org.zhenjie.gis.support.SharedData;
import org.zhenjie.gis.support.TestLayers;

class ShapefileReadingTest {
    @TempDir
    Path folder;

    private Path shp;

    @BeforeEach
    void aShapefileInGbk() {
        shp = write(folder.resolve("towns.shp"), in("GBK", towns()));
    }

    @Test
    void geometry_attributes_and_crs_are_read_as_they_were_written() {
        try (Layer layer = Layers.open(LayerRequest.of(shp))) {
            assertThat(layer.name()).isEqualTo("towns");
            assertThat(layer.format()).isEqualTo("Shapefile");
            assertThat(layer.count()).isEqualTo(3);
            assertThat(layer.crsCode()).isEqualTo("EPSG:4490");
            assertThat(layer.fields())
                    .containsExactly(
                            new Field("code", String.class),
                            new Field("name", String.class),
                            new Field("people", Integer.class),
                            new Field("share", Double.class));
            assertThat(layer.bounds().getMinX()).isEqualTo(115.0);
            assertThat(layer.bounds().getMaxX()).isEqualTo(115.3);
        }
        assertThat(read(shp).get(0).values()).containsExactly("441581101", "甲子镇", 130_000, 0.25);
        assertThat(read(shp).get(1).values()).containsExactly("441581102", "碣石镇", 220_000, 1e-7);
        assertThat(read(shp).get(2).values()).containsExactly("441581103", "湖东镇", null, 1.0 / 3);
    }

    @Test
    void geotools_filters_work_on_it() throws Exception {
        try (Layer layer = Layers.open(LayerRequest.of(shp))) {
            var query = new Query("towns", ECQL.toFilter("people > 200000"));
            assertThat(layer.source().getFeatures(query).size()).isEqualTo(1);
            assertThat(layer.source().getFeatures().getBounds().getMaxY()).isEqualTo(22.6);
        }
    }

    @Test
    void the_charset_and_how_it_was_found_are_told() throws IOException {
        assertThat(encoding().how()).isEqualTo(Encoding.How.CPG);
        assertThat(encoding().name()).isEqualTo("GBK");

        Files.delete(folder.resolve("towns.cpg"));
        assertThat(encoding().how()).isEqualTo(Encoding.How.LANGUAGE_DRIVER);
        assertThat(encoding().name()).isEqualTo("GBK");

        patch("towns.dbf", 29, 0);
        assertThat(encoding().how()).isEqualTo(Encoding.How.DETECTED);
        assertThat(encoding().name()).isEqualTo("GBK");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "Big5"})
    void a_cpg_that_lies_is_overruled_with_a_warning(String lie) throws IOException {
        Files.writeString(folder.resolve("towns.cpg"), lie);

        try (Layer layer = Layers.open(LayerRequest.of(shp))) {
            assertThat(layer.encoding().orElseThrow().name()).isEqualTo("GBK");
            assertThat(layer.findings()).extracting(Problem::key).containsExactly("encoding.cpgWrong");
        }
        assertThat(read(shp).get(1).values()).contains("碣石镇");
    }

    @Test
    void a_cpg_of_no_known_charset_is_passed_over_with_a_warning() throws IOException {
        Files.writeString(folder.resolve("towns.cpg"), "KLINGON");

        try (Layer layer = Layers.open(LayerRequest.of(shp))) {
            assertThat(layer.encoding().orElseThrow().how()).isEqualTo(Encoding.How.LANGUAGE_DRIVER);
            assertThat(layer.findings().get(0).text(Locale.ENGLISH))
                    .contains("towns.cpg")
                    .contains("KLINGON");
        }
    }

    @Test
    void a_charset_that_the_user_gives_wrongly_is_an_error_that_names_the_right_one() {
        LayerRequest wrong = LayerRequest.of(shp).withEncoding(StandardCharsets.UTF_8);

        assertThat(problem(() -> read(wrong)).text(Locale.ENGLISH))
                .contains("towns.dbf, row 1, field name")
                .contains("not in UTF-8")
                .contains("encoding: GBK");
    }

    @Test
    void a_charset_that_the_user_gives_wins_over_the_cpg() throws IOException {
        Files.writeString(folder.resolve("towns.cpg"), "UTF-8");

        try (Layer layer = Layers.open(LayerRequest.of(shp).withEncoding(Charset.forName("GB18030")))) {
            assertThat(layer.encoding()).contains(new Encoding(Charset.forName("GB18030"), Encoding.How.REQUESTED));
            assertThat(layer.findings()).isEmpty();
        }
    }

    @Test
    void without_prj_the_message_says_what_to_write() throws IOException {
        Files.delete(folder.resolve("towns.prj"));

        try (Layer layer = Layers.open(LayerRequest.of(shp).withShownAs("data/towns.shp"))) {
            assertThat(problem(layer::crs).text(Locale.ENGLISH))
                    .startsWith("data/towns.shp: ")
                    .contains(".prj")
                    .contains("crs: EPSG:4490")
                    .contains("--crs EPSG:4490");
        }
    }

    @Test
    void a_crs_that_the_user_gives_wins_over_the_prj() throws IOException {
        try (Layer layer = Layers.open(LayerRequest.of(shp).withCrs("EPSG:4326"))) {
            assertThat(layer.crsCode()).isEqualTo("EPSG:4326");
            assertThat(Crs.name(layer.source().getSchema().getCoordinateReferenceSystem()))
                    .isEqualTo("EPSG:4326");
            assertThat(layer.bounds().getCoordinateReferenceSystem()).isEqualTo(layer.crs());
        }
    }

    @Test
    void a_prj_without_sense_is_a_finding_and_the_crs_may_still_be_given() throws IOException {
        Files.writeString(folder.resolve("towns.prj"), "no projection");

        try (Layer layer = Layers.open(LayerRequest.of(shp).withCrs("EPSG:4490"))) {
            assertThat(layer.findings()).extracting(Problem::key).containsExactly("crs.wkt");
            assertThat(layer.crsCode()).isEqualTo("EPSG:4490");
        }
    }

    @Test
    void without_dbf_the_message_names_the_file_to_bring() throws IOException {
        Files.delete(folder.resolve("towns.dbf"));

        assertThat(problem(() -> read(shp)).text(Locale.ENGLISH))
                .contains("towns.dbf")
                .contains("beside");
    }

    @Test
    void without_shx_the_shapes_are_read_in_the_order_of_the_shp() throws IOException {
        List<TestLayers.Read> before = read(shp);
        Files.delete(folder.resolve("towns.shx"));

        assertThat(read(shp)).isEqualTo(before);
        try (Layer layer = Layers.open(LayerRequest.of(shp))) {
            assertThat(layer.findings()).extracting(Problem::key).containsExactly("shapefile.noIndex");
        }
    }

    @Test
    void the_index_wins_over_outdated_shapes_that_an_editor_left_behind() throws IOException {
        byte[] bytes = Files.readAllBytes(shp);
        int record = 8 + 4 + 32 + 8 + 4 + 5 * 16;
        // the first shape is appended once more, moved; the index points there, the old one stays as waste
        byte[] edited = Arrays.copyOf(bytes, bytes.length + record);
        System.arraycopy(bytes, 100 + record, edited, bytes.length, record);
        Files.write(shp, edited);
        patchInt("towns.shx", 100, bytes.length / 2);

        List<TestLayers.Read> features = read(shp);

        assertThat(features).hasSize(3);
        assertThat(features.get(0).geometry().equalsExact(features.get(1).geometry()))
                .isTrue();
        assertThat(features.get(2).values()).contains("湖东镇");
    }

    @Test
    void deleted_records_are_left_out() throws IOException {
        int header = 32 + 4 * 32 + 1;
        patch("towns.dbf", header, '*');

        assertThat(read(shp)).extracting(read -> read.values().get(1)).containsExactly("碣石镇", "湖东镇");
        try (Layer layer = Layers.open(LayerRequest.of(shp))) {
            assertThat(layer.count()).isEqualTo(2);
        }
    }

    @Test
    void text_in_a_number_field_is_told_by_row_field_and_value() throws IOException {
        byte[] dbf = Files.readAllBytes(folder.resolve("towns.dbf"));
        int at = new String(dbf, StandardCharsets.ISO_8859_1).indexOf("130000");
        dbf[at + 2] = 'x';
        Files.write(folder.resolve("towns.dbf"), dbf);

        assertThat(problem(() -> read(shp)).text(Locale.ENGLISH))
                .contains("towns.dbf, row 1, field people, value “13x000”")
                .contains("number is expected");
    }

    @Test
    void a_field_that_is_not_there_is_told_with_those_that_are() {
        try (Layer layer = Layers.open(LayerRequest.of(shp))) {
            assertThat(problem(() -> layer.field("NAM")).text(Locale.ENGLISH))
                    .contains("field NAM")
                    .contains("code, name, people, share");
        }
    }

    @Test
    void shapes_and_records_that_do_not_belong_together_are_told() throws IOException {
        write(folder.resolve("other.shp"), TestLayers.layer("other", TestLayers.feature(null, "1", "a", 1, 1.0)));
        Files.copy(folder.resolve("other.dbf"), folder.resolve("towns.dbf"), StandardCopyOption.REPLACE_EXISTING);

        assertThat(problem(() -> read(shp)).text(Locale.ENGLISH))
                .contains("3 shapes")
                .contains("1 records");
    }

    @Test
    void a_hole_goes_to_the_shell_around_it() {
        Geometry rings = wkt("MULTIPOLYGON (((0 0, 0 9, 9 9, 9 0, 0 0), (1 1, 8 1, 8 8, 1 8, 1 1)),"
                + " ((2 2, 2 7, 7 7, 7 2, 2 2), (3 3, 4 3, 4 4, 3 4, 3 3)))");
        Path file = write(
                folder.resolve("rings.shp"), TestLayers.layer("rings", TestLayers.feature(rings, "1", "a", 1, 1.0)));

        assertThat(read(file).get(0).geometry().equalsTopo(rings)).isTrue();
        assertThat(read(file).get(0).geometry().isValid()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK"})
    void what_gdal_writes_is_read_the_same(String charset) {
        Path geojson = SharedData.file("guangdong_counties_gcj02.geojson");
        Path file = Gdal.convert(geojson, folder.resolve("gdal.shp"), "-lco", "ENCODING=" + charset);

        List<TestLayers.Read> expected = read(geojson);
        List<TestLayers.Read> actual = read(file);

        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.size(); i++) {
            assertThat(actual.get(i).values().subList(0, 3))
                    .isEqualTo(expected.get(i).values().subList(0, 3));
            assertThat(actual.get(i)
                            .geometry()
                            .norm()
                            .equalsExact(asMulti(expected.get(i).geometry()).norm()))
                    .as("row " + (i + 1))
                    .isTrue();
        }
    }

    @Test
    void heights_that_gdal_writes_are_read() throws IOException {
        Path csv = Files.writeString(folder.resolve("z.csv"), "id,wkt\n1,\"LINESTRING Z (1 2 3, 4 5 6)\"\n");
        Path file = Gdal.convert(csv, folder.resolve("z.shp"), "-a_srs", "EPSG:4547", "-oo", "GEOM_POSSIBLE_NAMES=wkt");

        assertThat(read(file).get(0).geometry().getCoordinates()[1].getZ()).isEqualTo(6);
    }

    private static Geometry asMulti(Geometry geometry) {
        return geometry instanceof Polygon polygon
                ? polygon.getFactory().createMultiPolygon(new Polygon[] {polygon})
                : geometry;
    }

    private Encoding encoding() {
        try (Layer layer = Layers.open(LayerRequest.of(shp))) {
            return layer.encoding().orElseThrow();
        }
    }

    private void patch(String name, long offset, int value) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
            file.seek(offset);
            file.write(value);
        }
    }

    private void patchInt(String name, long offset, int value) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
            file.seek(offset);
            file.writeInt(value);
        }
    }
}
