package org.zhenjie.gis.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhenjie.gis.support.TestLayers.problem;
import static org.zhenjie.gis.support.TestLayers.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhenjie.gis.report.FileReport;

/** Files that are not there, empty, or not what their name says: what people are told. */
class DamagedFilesTest {
    @TempDir
    Path folder;

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
}
