package org.zhenjie.gis.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.zhenjie.gis.support.TestLayers.feature;
import static org.zhenjie.gis.support.TestLayers.layer;
import static org.zhenjie.gis.support.TestLayers.problem;
import static org.zhenjie.gis.support.TestLayers.read;
import static org.zhenjie.gis.support.TestLayers.square;
import static org.zhenjie.gis.support.TestLayers.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.report.FileReport;
import org.zhenjie.gis.write.OutFeature;

/** Whatever stands in a file: it ends in data or in a problem for people, never in another exception and never late. */
class DamagedFilesTest {
    /** Generous: a hang is meant, not a busy machine. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "towns.shp",
                "towns.dbf",
                "towns.shx",
                "towns.prj",
                "towns.cpg",
                "towns.gpkg",
                "towns.geojson",
                "towns.csv"
            })
    void a_file_cut_anywhere_ends_in_data_or_in_a_problem(String name) throws IOException {
        Path main = whole(name);
        Path damaged = folder.resolve(name);
        byte[] bytes = Files.readAllBytes(damaged);
        int step = Math.max(1, bytes.length / 80);
        for (int length = 0; length < bytes.length; length += step) {
            Files.write(damaged, Arrays.copyOf(bytes, length));
            String what = name + " cut at " + length;
            assertTimeoutPreemptively(LONGEST, () -> readThrough(main, what));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "towns.shp",
                "towns.dbf",
                "towns.shx",
                "towns.prj",
                "towns.cpg",
                "towns.gpkg",
                "towns.geojson",
                "towns.csv"
            })
    void a_file_with_flipped_bytes_ends_in_data_or_in_a_problem(String name) throws IOException {
        Path main = whole(name);
        Path damaged = folder.resolve(name);
        byte[] bytes = Files.readAllBytes(damaged);
        Random random = new Random(7);
        for (int round = 0; round < 80; round++) {
            byte[] flipped = bytes.clone();
            for (int i = 0; i <= random.nextInt(4); i++) {
                // headers matter most: half of the flips go there
                int range = random.nextBoolean() ? Math.min(200, flipped.length) : flipped.length;
                flipped[random.nextInt(range)] = (byte) random.nextInt(256);
            }
            Files.write(damaged, flipped);
            String what = name + " in round " + round;
            assertTimeoutPreemptively(LONGEST, () -> readThrough(main, what));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.shp", "a.gpkg", "a.geojson", "a.csv"})
    void an_empty_file_is_said_to_be_empty(String name) throws IOException {
        Path file = Files.write(folder.resolve(name), new byte[0]);
        Files.write(folder.resolve("a.dbf"), new byte[0]);

        assertThat(problem(() -> read(file)).text(Locale.ENGLISH))
                .contains(name)
                .contains("empty");
    }

    @ParameterizedTest
    @CsvSource({
        "a.shp, not a Shapefile",
        "a.gpkg, not a GeoPackage",
        "a.geojson, not valid JSON",
        "a.csv, no columns say"
    })
    void a_file_of_another_kind_is_said_to_be_none_of_its_extension(String name, String message) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "hello, I am a letter to the planning office\n".repeat(20));
        Files.writeString(folder.resolve("a.dbf"), "me too".repeat(20));

        assertThat(problem(() -> read(file)).text(Locale.ENGLISH))
                .contains(name)
                .contains(message);
    }

    @Test
    void an_sqlite_database_without_the_tables_is_no_geopackage() throws Exception {
        Path file = folder.resolve("a.gpkg");
        try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (a)");
        }

        assertThat(problem(() -> read(file)).text(Locale.ENGLISH)).contains("not a GeoPackage");
    }

    @ParameterizedTest
    @CsvSource({"a.docx, .shp", "a, .gpkg"})
    void an_unknown_extension_is_told_with_those_that_can_be_read(String name, String expected) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "x");

        assertThat(problem(() -> read(file)).text(Locale.ENGLISH)).contains(expected);
        assertThat(problem(() -> FileReport.of(LayerRequest.of(file))).key()).isEqualTo("file.unknownFormat");
    }

    @Test
    void a_file_that_is_not_there_is_told_as_the_user_wrote_it() {
        LayerRequest request = LayerRequest.of(folder.resolve("none.shp")).withShownAs("data/none.shp");

        assertThat(problem(() -> read(request)).text(Locale.ENGLISH))
                .startsWith("data/none.shp: there is no such file");
    }

    @Test
    void a_folder_is_no_file() throws IOException {
        Path file = Files.createDirectory(folder.resolve("a.gpkg"));

        assertThat(problem(() -> read(file)).key()).isEqualTo("file.unreadable");
    }

    /** A sound file of 40 towns; gives the one to open for the part that will be damaged. */
    private Path whole(String name) {
        OutFeature[] towns = IntStream.range(0, 40)
                .mapToObj(i -> feature(square(115 + i * 0.01, 22.5, 0.01), "44158110" + i, "镇" + i, i, i / 7.0))
                .toArray(OutFeature[]::new);
        if (name.endsWith(".csv")) {
            return csv();
        }
        boolean single = name.endsWith(".gpkg") || name.endsWith(".geojson");
        return write(folder.resolve(single ? name : "towns.shp"), layer("towns", towns));
    }

    private Path csv() {
        StringBuilder text = new StringBuilder("code,name,lon,lat\n");
        for (int i = 0; i < 40; i++) {
            text.append(i)
                    .append(",\"镇, ")
                    .append(i)
                    .append("\",")
                    .append(115 + i)
                    .append(",22.5\n");
        }
        try {
            return Files.writeString(folder.resolve("towns.csv"), text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void readThrough(Path file, String what) throws IOException {
        try {
            FileReport.of(LayerRequest.of(file));
        } catch (InputException e) {
            e.problems().forEach(problem -> {
                assertThat(problem.text(Locale.ENGLISH))
                        .as(what)
                        .doesNotContain("Exception")
                        .hasSizeLessThan(600);
                assertThat(problem.text(Locale.CHINA)).as(what).isNotBlank();
            });
        } catch (RuntimeException | Error e) {
            Path kept = Files.copy(
                    file, Path.of("target", "damaged-" + file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            throw new AssertionError(what + " (kept as " + kept + ")", e);
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).as(what).noneMatch(path -> path.toString().matches(".*-(journal|wal|shm)"));
        }
    }
}
