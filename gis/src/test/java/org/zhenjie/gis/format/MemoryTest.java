package org.zhenjie.gis.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhenjie.gis.support.Postgis;

/** Features stream: the heap that some thousands need is enough for a million, but for the index of a FlatGeobuf. */
class MemoryTest {
    private static final int SOME = 60_000;
    private static final int MILLION = 1_000_000;

    @TempDir
    Path folder;

    @Test
    void features_of_every_format_are_written_and_read_in_a_small_heap() throws Exception {
        List<String> files = Stream.of("a.gpkg", "a.shp", "a.geojsonl", "a.fgb", "a.csv", "a.kml")
                .map(name -> folder.resolve(name).toString())
                .toList();

        assertThat(run(SOME, 56, files)).isEqualTo((long) SOME * files.size());
    }

    @Tag("deep")
    @ParameterizedTest
    @CsvSource({
        "a.gpkg, 64",
        "a.shp, 64",
        "a.geojson, 64",
        "a.geojsonl, 64",
        "a.geojsons, 64",
        "a.csv, 64",
        "a.kml, 64",
        "a.fgb, 320"
    })
    void a_million_features_need_no_more(String name, int megabytes) throws Exception {
        assertThat(run(MILLION, megabytes, List.of(folder.resolve(name).toString())))
                .isEqualTo(MILLION);
    }

    @Tag("deep")
    @Test
    void a_million_rows_of_a_database_need_no_more() throws Exception {
        Postgis.run(
                "DROP TABLE IF EXISTS many",
                "CREATE TABLE many AS SELECT i AS id, '镇' || i AS name, ST_SetSRID(ST_MakeEnvelope(i * 1e-5, 20,"
                        + " i * 1e-5 + 1e-6, 21), 4490) AS g FROM generate_series(1, " + MILLION + ") i",
                "ALTER TABLE many ADD PRIMARY KEY (id)");
        try {
            assertThat(run(MILLION, 64, List.of(Postgis.url()))).isEqualTo(MILLION);
        } finally {
            Postgis.run("DROP TABLE many");
        }
    }

    private static long run(int count, int megabytes, List<String> sources) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                ManyFeatures.class.getName(),
                String.valueOf(count)));
        command.addAll(sources);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return Long.parseLong(output.strip());
    }
}
