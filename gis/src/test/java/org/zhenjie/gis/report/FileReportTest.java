package org.zhenjie.gis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhenjie.gis.support.TestLayers.feature;
import static org.zhenjie.gis.support.TestLayers.in;
import static org.zhenjie.gis.support.TestLayers.layer;
import static org.zhenjie.gis.support.TestLayers.problem;
import static org.zhenjie.gis.support.TestLayers.square;
import static org.zhenjie.gis.support.TestLayers.towns;
import static org.zhenjie.gis.support.TestLayers.wkt;
import static org.zhenjie.gis.support.TestLayers.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhenjie.gis.layer.LayerRequest;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.support.Gdal;
import org.zhenjie.gis.support.SharedData;
import org.zhenjie.gis.write.LayerWriter;

class FileReportTest {
    @TempDir
    Path folder;

    @Test
    void it_says_what_is_in_a_sound_file() {
        Path file = write(folder.resolve("towns.shp"), in("GBK", towns()));

        FileReport report = FileReport.of(LayerRequest.of(file).withShownAs("data/towns.shp"));

        assertThat(report.file()).isEqualTo("data/towns.shp");
        assertThat(report.format()).isEqualTo("Shapefile");
        LayerReport towns = report.layers().get(0);
        assertThat(towns.count()).isEqualTo(3);
        assertThat(towns.geometryTypes()).isEqualTo(Map.of("MultiPolygon", 3L));
        assertThat(towns.crs()).contains("EPSG:4490");
        assertThat(towns.encoding().orElseThrow().name()).isEqualTo("GBK");
        assertThat(towns.fields()).hasSize(4);
        assertThat(report.findings()).isEmpty();
        assertThat(report.isUsable()).isTrue();
    }

    @Test
    void all_layers_are_reported_unless_one_is_named() {
        Path file = write(
                folder.resolve("city.gpkg"),
                towns(),
                layer("points", feature(wkt("POINT (115 22)"), "1", "a", 1, 1.0)));

        assertThat(FileReport.of(LayerRequest.of(file)).layers())
                .extracting(LayerReport::name)
                .containsExactly("towns", "points");
        assertThat(FileReport.of(LayerRequest.of(file).withLayer("points")).layers())
                .hasSize(1);
    }

    @Test
    void a_missing_crs_is_an_error_beside_what_could_be_read() throws IOException {
        Path file = write(folder.resolve("towns.shp"), towns());
        Files.delete(folder.resolve("towns.prj"));

        FileReport report = FileReport.of(LayerRequest.of(file));

        assertThat(report.isUsable()).isFalse();
        assertThat(report.findings()).extracting(Problem::key).containsExactly("crs.missing.prj");
        assertThat(report.layers().get(0).crs()).isEmpty();
        assertThat(report.layers().get(0).count()).isEqualTo(3);
    }

    @Test
    void a_crs_in_metres_on_coordinates_in_degrees_is_an_error_and_the_other_way_round() {
        Path file = write(folder.resolve("towns.gpkg"), towns());

        assertThat(FileReport.of(LayerRequest.of(file).withCrs("EPSG:4547")).findings())
                .extracting(Problem::key)
                .containsExactly("crs.degrees");

        Path metric =
                write(folder.resolve("m.gpkg"), layer("m", feature(square(500_000, 2_500_000, 9), "1", "a", 1, 1.0)));
        assertThat(FileReport.of(LayerRequest.of(metric)).findings())
                .extracting(Problem::key)
                .containsExactly("crs.notDegrees");
    }

    @Test
    void overlaps_and_gaps_are_told_with_features_place_and_area() {
        Path file = write(
                folder.resolve("towns.gpkg"),
                layer(
                        "towns",
                        feature(square(115.0, 22.5, 0.1), "1", "甲子镇", 1, 1.0),
                        feature(square(115.09, 22.5, 0.1), "2", "碣石镇", 2, 2.0)));

        Problem overlap = FileReport.of(LayerRequest.of(file)).findings().get(0);

        assertThat(overlap.text(Locale.ENGLISH))
                .contains("1 甲子镇, 2 碣石镇 overlap by 1139")
                .contains("near 115.09");
        assertThat(overlap.text(Locale.CHINESE)).contains("1 甲子镇、2 碣石镇");
    }

    @Test
    void gdal_reads_the_layer_of_findings_without_a_warning() {
        Path file = write(
                folder.resolve("towns.gpkg"),
                layer(
                        "towns",
                        feature(square(115.0, 22.5, 0.1), "1", "甲子镇", 1, 1.0),
                        feature(square(115.09, 22.5, 0.1), "2", "碣石镇", 2, 2.0)));
        LayerFindings found = FileReport.of(LayerRequest.of(file)).found().get(0);
        Path findings = folder.resolve("findings.gpkg");
        LayerWriter.write(findings, List.of(found.toLayer("findings", Locale.CHINESE)));

        assertThat(Gdal.quietly("ogrinfo", "-al", findings.toString()))
                .contains("Feature Count: 1", "kind (String) = OVERLAP", "units (String) = 1 甲子镇; 2 碣石镇", "POLYGON");
    }

    /** Edges of 50 km that are straight in degrees bend by metres once they are projected. */
    @Test
    void a_vertex_that_only_one_neighbour_has_on_a_long_edge_in_degrees_is_no_finding() throws IOException {
        Path file = Files.writeString(folder.resolve("long.geojson"), """
                {"type":"FeatureCollection","features":[
                {"type":"Feature","properties":{"n":1},"geometry":{"type":"Polygon",
                 "coordinates":[[[115,40],[115.6,40],[115.6,40.3],[115,40.3],[115,40]]]}},
                {"type":"Feature","properties":{"n":2},"geometry":{"type":"Polygon",
                 "coordinates":[[[115,40.3],[115.3,40.3],[115.3,40.6],[115,40.6],[115,40.3]]]}},
                {"type":"Feature","properties":{"n":3},"geometry":{"type":"Polygon",
                 "coordinates":[[[115.3,40.3],[115.6,40.3],[115.6,40.6],[115.3,40.6],[115.3,40.3]]]}}]}
                """);

        assertThat(FileReport.of(LayerRequest.of(file)).findings()).isEmpty();
    }

    @Test
    void a_table_without_places_is_reported_as_a_table() throws IOException {
        Path file = Files.writeString(folder.resolve("staff.csv"), "town,posts\n441581101,12\n");

        FileReport report = FileReport.of(LayerRequest.of(file));

        assertThat(report.format()).isEqualTo("CSV");
        assertThat(report.layers().get(0).count()).isEqualTo(1);
        assertThat(report.layers().get(0).geometryTypes()).isEmpty();
        assertThat(report.isUsable()).isTrue();
    }

    @Test
    void a_layer_that_is_not_there_is_told() {
        Path file = write(folder.resolve("towns.gpkg"), towns());

        assertThat(problem(() -> FileReport.of(LayerRequest.of(file).withLayer("x")))
                        .key())
                .isEqualTo("layer.unknown");
    }

    @Test
    void real_townships_are_examined_within_seconds() {
        FileReport report = FileReport.of(LayerRequest.of(SharedData.townships()));

        assertThat(report.layers().get(0).count()).isEqualTo(368);
        assertThat(report.isUsable()).isTrue();
    }
}
