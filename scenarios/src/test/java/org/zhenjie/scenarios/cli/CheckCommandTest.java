package org.zhenjie.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhenjie.scenarios.TinyStudy;

/** {@code zhenjie check}. */
class CheckCommandTest {
    @TempDir
    Path temp;

    private Path study;

    @BeforeEach
    void write() {
        study = TinyStudy.in(temp);
    }

    @Test
    void a_study_is_told_in_figures_that_its_author_can_check() {
        TinyStudy.scenario(study, "merge", "format: 1\nname: Merge\nreforms: []\n");
        Cli call = Cli.call("check", study);
        assertThat(call.code()).isZero();
        assertThat(call.out())
                .contains("Tiny City, EPSG:4547", "Boundaries are schematic.")
                .containsPattern("towns and streets +6")
                .containsPattern("residents +185,000")
                .containsPattern("posts held +99")
                .containsPattern("people in them +12\\R")
                .contains("Scenario merge: Merge, reforms: 0");
    }

    @Test
    void a_scenario_that_no_plan_can_keep_the_rules_of_ends_with_1() {
        TinyStudy.edit(study, "study.yaml", "{platform: law, posts: 2}", "{platform: law, posts: 60}");
        Cli call = Cli.call("check", study);
        assertThat(call.code()).isEqualTo(1);
        assertThat(call.out()).contains("error: ", "no plan can keep every hard rule", "baseline");
    }

    @Test
    void an_unreadable_scenario_among_good_ones_ends_with_2_and_names_it() {
        TinyStudy.scenario(study, "good", "format: 1\nname: Good\nreforms: []\n");
        TinyStudy.scenario(study, "odd", "format: 1\nname: Odd\nreforms:\n  - abolish-towns: {}\n");
        Cli call = Cli.call("check", study);
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.out()).contains("Scenario good");
        assertThat(call.errors()).singleElement().asString().contains("scenarios/odd.yaml");
    }

    @Test
    void a_shapefile_is_told_with_its_encoding_and_how_that_was_found() {
        Cli call = Cli.call("check", study.resolve("data/towns.shp"));
        assertThat(call.code()).isZero();
        assertThat(call.out())
                .contains("Shapefile", "features: 6", "EPSG:4490", "GBK (.cpg file)", "CODE:String", "115 22.7");
    }

    @Test
    void a_geopackage_is_told_layer_by_layer() {
        Cli call = Cli.call("check", study.resolve("data/boundaries.gpkg"), "--layer", "counties");
        assertThat(call.code()).isZero();
        assertThat(call.out()).contains("counties", "features: 2");
    }

    @Test
    void a_shapefile_without_a_crs_ends_with_2_and_names_those_that_its_coordinates_fit() throws IOException {
        Files.delete(study.resolve("data/towns.prj"));
        Cli call = Cli.call("check", study.resolve("data/towns.shp"));
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.out()).contains("CRS: not known", "error: ", "EPSG:4326 (WGS 84", "GCJ-02", "--crs EPSG:4490");
    }

    @Test
    void a_wrong_crs_ends_with_2_and_names_those_that_the_coordinates_fit() {
        Cli call = Cli.call("check", study.resolve("data/towns.shp"), "--crs", "EPSG:4547");
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.out()).contains("look like degrees", "EPSG:4490 (");
    }

    @Test
    void the_crs_may_be_given() throws IOException {
        Files.delete(study.resolve("data/towns.prj"));
        assertThat(Cli.call("check", study.resolve("data/towns.shp"), "--crs", "EPSG:4490")
                        .code())
                .isZero();
    }

    @Test
    void a_file_that_is_not_there_or_of_no_known_format_ends_with_2() throws IOException {
        assertThat(Cli.call("check", temp.resolve("none.shp")).code()).isEqualTo(2);
        Path odd = Files.writeString(temp.resolve("notes.docx"), "x");
        Cli call = Cli.call("check", odd);
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.errors()).singleElement().asString().contains("notes.docx", ".gpkg");
    }
}
