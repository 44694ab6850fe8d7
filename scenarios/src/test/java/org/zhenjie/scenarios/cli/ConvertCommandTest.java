package org.zhenjie.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhenjie.gis.layer.Layers;
import org.zhenjie.scenarios.TinyStudy;

/** {@code zhenjie convert}. */
class ConvertCommandTest {
    @TempDir
    Path temp;

    private Path towns;

    @BeforeEach
    void write() {
        towns = TinyStudy.in(temp).resolve("data/towns.shp");
    }

    @Test
    void a_shapefile_becomes_a_geopackage() {
        Path out = temp.resolve("out.gpkg");
        Cli call = Cli.call("convert", towns, out);

        assertThat(call.code()).isZero();
        assertThat(call.out()).contains("Written: ", "out.gpkg");
        assertThat(Layers.names(out)).containsExactly("towns");
        assertThat(Cli.call("check", out).out()).containsPattern("features:? +6");
    }

    @Test
    void what_is_read_is_never_written_over() {
        Cli call = Cli.call("convert", towns, towns);

        assertThat(call.code()).isEqualTo(2);
        assertThat(call.errors()).singleElement().asString().contains("input of the call");
    }

    @Test
    void an_unknown_format_is_told_with_those_that_are_written_and_leaves_nothing() throws IOException {
        Path out = Files.createDirectory(temp.resolve("empty")).resolve("out.docx");
        Cli call = Cli.call("convert", towns, out);

        assertThat(call.code()).isEqualTo(2);
        assertThat(call.errors()).singleElement().asString().contains(".gpkg", ".fgb");
        try (var left = Files.list(out.getParent())) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void what_had_to_change_is_told_on_standard_error() throws IOException {
        Path in = Files.writeString(temp.resolve("in.csv"), "统一社会信用代码,lon,lat\n1,115,22\n");
        Cli call = Cli.call("convert", in, temp.resolve("out.shp"));

        assertThat(call.code()).isZero();
        assertThat(call.err()).contains("warning: ", "统一社会信用代码");
    }

    @Test
    void a_database_that_does_not_answer_is_told_without_the_password() {
        Cli call = Cli.call(
                "convert", "jdbc:postgresql://127.0.0.1:1/plan?user=li&password=geheim", temp.resolve("out.gpkg"));

        assertThat(call.code()).isEqualTo(2);
        assertThat(call.err())
                .contains("jdbc:postgresql://127.0.0.1:1/plan", "cannot be reached")
                .doesNotContain("geheim");
    }

    @Test
    void a_wrong_call_with_an_address_keeps_the_password_to_itself() {
        Cli call = Cli.call("check", "a", "jdbc:postgresql://gis/plan?user=li&password=geheim");

        assertThat(call.code()).isEqualTo(2);
        assertThat(call.err()).doesNotContain("geheim");
    }

    @Test
    void a_file_geodatabase_is_told_how_to_convert_it() throws IOException {
        Path gdb = Files.createDirectory(temp.resolve("city.gdb"));
        Cli call = Cli.call("check", gdb);

        assertThat(call.code()).isEqualTo(2);
        assertThat(call.err()).contains("ogr2ogr -f GPKG");
    }
}
