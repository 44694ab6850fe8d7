package org.zhenjie.gis.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhenjie.gis.support.TestLayers.problem;
import static org.zhenjie.gis.support.TestLayers.read;
import static org.zhenjie.gis.support.TestLayers.wkt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhenjie.gis.layer.Layer;
import org.zhenjie.gis.layer.LayerRequest;
import org.zhenjie.gis.layer.Layers;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.support.SharedData;

class CsvPlacesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"id,lon,lat", "id,LNG,Lat", "id;经度;纬度", "id\tlongitude\tlatitude", "编号,lon_wgs84,lat_wgs84"})
    void longitude_and_latitude_are_known_by_their_names(String header) throws IOException {
        String delimiter = header.contains(";") ? ";" : header.contains("\t") ? "\t" : ",";
        Path file = csv(header + "\n" + String.join(delimiter, "0017", "115.5", "22.75") + "\n");

        assertThat(read(file).get(0).geometry().equalsExact(wkt("POINT (115.5 22.75)")))
                .isTrue();
        assertThat(read(file).get(0).values().get(0)).isEqualTo("0017");
        try (Layer layer = Layers.open(LayerRequest.of(file))) {
            assertThat(layer.crsCode()).isEqualTo("EPSG:4326");
            assertThat(layer.findings()).extracting(Problem::key).containsExactly("csv.assumedWgs84");
        }
    }

    @Test
    void x_and_y_need_a_crs_from_the_user() throws IOException {
        Path file = csv("id,x,y\n1,500000,2500000\n");

        try (Layer layer = Layers.open(LayerRequest.of(file))) {
            assertThat(problem(layer::crs).key()).isEqualTo("crs.missing");
        }
        try (Layer layer = Layers.open(LayerRequest.of(file).withCrs("EPSG:4547"))) {
            assertThat(layer.to("EPSG:4490").apply(layer.bounds()).getMinX()).isBetween(113.999999, 114.000001);
        }
    }

    @Test
    void geometries_may_be_given_as_well_known_text() throws IOException {
        Path file = csv("id,wkt\n1,\"POLYGON ((0 0, 1 0, 1 1, 0 0))\"\n2,\n");

        assertThat(read(file).get(0).geometry().getArea()).isEqualTo(0.5);
        assertThat(read(file).get(1).geometry() == null).isTrue();
    }

    @Test
    void a_row_without_coordinates_has_no_geometry() throws IOException {
        assertThat(read(csv("id,lon,lat\n1,,\n")).get(0).geometry() == null).isTrue();
    }

    @Test
    void a_coordinate_that_is_no_number_is_told_by_row_field_and_value() throws IOException {
        Path file = csv("id,lon,lat\n1,115,22\n\n2,115°30',22\n");

        assertThat(problem(() -> read(file)).text(Locale.ENGLISH))
                .contains("row 4, field lon, value “115°30'”")
                .contains("number is expected");
    }

    @Test
    void one_coordinate_alone_is_an_error() throws IOException {
        Path file = csv("id,lon,lat\n1,115,\n");

        assertThat(problem(() -> read(file)).where().field()).contains("lat");
    }

    @Test
    void a_table_without_places_is_told_which_columns_were_expected() throws IOException {
        Path file = csv("id,name\n1,a\n");

        assertThat(problem(() -> read(file)).text(Locale.ENGLISH))
                .contains("lon/lat")
                .contains("id, name");
    }

    @Test
    void text_that_is_no_geometry_is_told_by_its_row() throws IOException {
        assertThat(problem(() -> read(csv("id,wkt\n1,POLYGON oh\n"))).where().row())
                .hasValue(2);
        assertThat(problem(() -> read(csv("id,wkt\n1,\"" + "GEOMETRYCOLLECTION (".repeat(100_000) + "\"\n")))
                        .key())
                .isEqualTo("csv.wkt");
    }

    @Test
    void texts_in_gbk_are_detected() throws IOException {
        Path file = folder.resolve("gbk.csv");
        Files.write(file, "编号,名称,经度,纬度\n1,甲子镇卫生院,115,22\n".getBytes(Charset.forName("GBK")));

        assertThat(read(file).get(0).values()).contains("甲子镇卫生院");
    }

    @Test
    void seven_thousand_real_villages_are_read() {
        assertThat(read(SharedData.file("taiwan_villages_centroid_pop2020.csv")))
                .hasSize(7701)
                .allMatch(village -> village.geometry().getEnvelopeInternal().getMinX() > 115);
    }

    private Path csv(String text) {
        try {
            return Files.writeString(folder.resolve("points.csv"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
