package org.zhenjie.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhenjie.scenarios.TinyStudy;

/** {@code zhenjie export}. */
class ExportCommandTest {
    @TempDir
    Path temp;

    private Path study;

    @BeforeEach
    void write() {
        study = TinyStudy.in(temp);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan.xlsx", "plan.gpkg", "plan.geojson", "plan.png", "PLAN.XLSX"})
    void writes_the_form_that_the_ending_asks_for_the_same_bytes_each_time(String name) throws IOException {
        Path file = temp.resolve("out").resolve(name);
        Cli first = Cli.call("export", study, "--to", file, "--steps", 100);
        assertThat(first.code()).isZero();
        assertThat(first.out()).contains("Written: " + file);
        assertThat(first.err()).contains("There is no plan plans/baseline.plan.json yet");
        byte[] bytes = Files.readAllBytes(file);
        assertThat(Cli.call("export", study, "--to", file, "--steps", 100).err())
                .doesNotContain("Solving");
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
        try (var left = Files.list(file.getParent())) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void an_ending_that_is_not_known_is_refused_before_anything_is_solved() {
        Cli call = Cli.call("export", study, "--to", temp.resolve("plan.pdf"));
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.errors()).singleElement().asString().contains(".xlsx", ".gpkg", ".geojson", ".png");
        assertThat(call.err()).doesNotContain("Reading");
    }

    @ParameterizedTest
    @ValueSource(strings = {"data/departments.xlsx", "data/boundaries.gpkg", "data/service_points.geojson"})
    void no_input_is_written_over(String input) throws IOException {
        byte[] before = Files.readAllBytes(study.resolve(input));
        Cli call = Cli.call("export", study, "--to", study.resolve(input));
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.errors()).singleElement().asString().contains(input, "input");
        assertThat(Files.readAllBytes(study.resolve(input))).isEqualTo(before);
    }

    @Test
    void an_indicator_that_towns_do_not_have_lists_those_that_they_have() {
        Cli call = Cli.call("export", study, "--to", temp.resolve("map.png"), "--indicator", "gini");
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.errors()).singleElement().asString().contains("gini", "ratio-after", "shortfall");
    }
}
