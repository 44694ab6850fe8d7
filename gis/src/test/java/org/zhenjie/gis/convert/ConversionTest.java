package org.zhenjie.gis.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhenjie.gis.support.TestLayers.layer;
import static org.zhenjie.gis.support.TestLayers.problem;
import static org.zhenjie.gis.support.TestLayers.read;
import static org.zhenjie.gis.support.TestLayers.towns;
import static org.zhenjie.gis.support.TestLayers.write;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhenjie.gis.layer.Layer;
import org.zhenjie.gis.layer.LayerRequest;
import org.zhenjie.gis.layer.Layers;

class ConversionTest {
    private static final Conversion.Watch UNSEEN = (layer, done, of) -> {};

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"b.shp", "b.gpkg", "b.fgb", "b.geojson", "b.geojsonl", "b.geojsons", "b.csv"})
    void every_format_is_written_and_read_again(String name) {
        Path from = write(folder.resolve("a.gpkg"), towns());
        Path to = folder.resolve(name);

        conversion(from, to).run(UNSEEN);

        LayerRequest request = LayerRequest.of(to);
        var rows = read(name.endsWith("csv") ? request.withCrs("EPSG:4490") : request);
        assertThat(rows).hasSize(3);
        assertThat(rows.stream().flatMap(row -> row.values().stream()).map(String::valueOf))
                .contains("甲子镇", "碣石镇", "湖东镇", "130000");
    }

    @Test
    void all_layers_of_a_geopackage_go_into_another() {
        Path from = write(folder.resolve("a.gpkg"), towns(), layer("空"));
        Path to = folder.resolve("b.gpkg");

        conversion(from, to).run(UNSEEN);

        assertThat(Layers.names(to)).containsExactly("towns", "空");
    }

    @Test
    void several_layers_do_not_fit_a_format_of_one() {
        Path from = write(folder.resolve("a.gpkg"), towns(), layer("b"));
        Path to = folder.resolve("b.shp");

        assertThat(problem(() -> conversion(from, to).run(UNSEEN)).key()).isEqualTo("layer.several");
        assertThat(to).doesNotExist();
    }

    @Test
    void coordinates_are_carried_and_texts_written_as_asked() throws IOException {
        Path from = write(folder.resolve("a.gpkg"), towns());
        Path to = folder.resolve("b.shp");

        new Conversion(LayerRequest.of(from), to, Optional.of("EPSG:4547"), Optional.of(Charset.forName("GBK")))
                .run(UNSEEN);

        try (Layer layer = Layers.open(LayerRequest.of(to))) {
            assertThat(layer.crsCode()).isEqualTo("EPSG:4547");
            assertThat(layer.bounds().getMinX()).isBetween(600_000.0, 610_000.0);
            assertThat(layer.encoding().orElseThrow().name()).isEqualTo("GBK");
        }
    }

    @Test
    void a_cancelled_conversion_leaves_what_was_there() throws IOException {
        Path from = write(folder.resolve("a.gpkg"), towns());
        Path to = Files.writeString(folder.resolve("b.geojson"), "old");

        assertThatThrownBy(() -> conversion(from, to).run((layer, done, of) -> {
                    throw new CancellationException();
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(to).hasContent("old");
        try (var left = Files.list(folder)) {
            assertThat(left).hasSize(2);
        }
    }

    @Test
    void data_without_a_reference_system_is_not_converted_on_a_guess() throws IOException {
        Path shp = write(folder.resolve("a.shp"), towns());
        Files.delete(folder.resolve("a.prj"));

        assertThat(problem(() -> conversion(shp, folder.resolve("b.gpkg")).run(UNSEEN))
                        .key())
                .isEqualTo("crs.missing.prj");
    }

    private static Conversion conversion(Path from, Path to) {
        return new Conversion(LayerRequest.of(from), to, Optional.empty(), Optional.empty());
    }
}
