package org.zhenjie.gis.geojson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhenjie.gis.support.TestLayers.problem;
import static org.zhenjie.gis.support.TestLayers.read;
import static org.zhenjie.gis.support.TestLayers.wkt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** GeoJSON texts one after another. */
class JsonSequenceTest {
    private static final List<String> FEATURES = List.of("""
            {"type":"Feature","properties":{"名称":"甲子镇"},"geometry":{"type":"Point","coordinates":[115,22]}}""", """
            {"type":"Feature","geometry":null,"properties":{"名称":"碣石镇","people":220000}}""", """
            {"type":"Point","coordinates":[116,22.5]}""");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"a.geojsonl, ''", "a.ndjson, ''", "a.geojsons, RS", "a.geojson, ''", "a.jsonl, ''"})
    void features_follow_each_other_with_or_without_record_separators(String name, String separator)
            throws IOException {
        String before = separator.isEmpty() ? "" : "\u001e";
        String text = before + String.join("\n" + before, FEATURES) + "\n";

        var read = read(Files.writeString(folder.resolve(name), text));

        assertThat(read).hasSize(3);
        assertThat(read.get(0).values()).containsExactly("甲子镇", null);
        assertThat(read.get(1).values()).containsExactly("碣石镇", 220000);
        assertThat((Object) read.get(1).geometry()).isNull();
        assertThat((Object) read.get(2).geometry()).isEqualTo(wkt("POINT(116 22.5)"));
    }

    @Test
    void a_broken_line_is_told_by_its_feature() throws IOException {
        Path file = Files.writeString(folder.resolve("a.geojsonl"), FEATURES.get(0) + "\n{\"type\":\"Feature\",\n");

        assertThat(problem(() -> read(file)).text(Locale.ENGLISH)).contains("a.geojsonl", "line 3");
    }

    @Test
    void a_text_id_is_an_attribute_as_in_gdal() throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.geojsonl"),
                FEATURES.get(0).replace("{\"type\":\"Feature\"", "{\"type\":\"Feature\",\"id\":\"441581101\""));

        assertThat(read(file).get(0).values()).containsExactly("441581101", "甲子镇");
    }
}
