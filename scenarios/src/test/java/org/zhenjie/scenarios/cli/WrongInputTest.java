package org.zhenjie.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhenjie.scenarios.TinyStudy;

/** Input that cannot be read: one clear message, exit code 2, nothing on the result stream, no trace. */
class WrongInputTest {
    @TempDir
    Path temp;

    private Path study;

    @BeforeEach
    void write() {
        study = TinyStudy.in(temp);
    }

    private String onlyError(Object... args) {
        Cli call = Cli.call(args);
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.out()).isEmpty();
        assertThat(call.err()).doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(call.errors()).hasSize(1);
        return call.errors().get(0);
    }

    @Test
    void a_missing_prj_where_the_study_gives_no_crs() throws IOException {
        Files.delete(study.resolve("data/towns.prj"));
        assertThat(onlyError("solve", study)).contains("data/towns.shp", ".prj", "crs:", "EPSG:4490");
    }

    @Test
    void a_wrong_field_name() {
        TinyStudy.edit(study, "study.yaml", "code: CODE", "code: KODE");
        assertThat(onlyError("solve", study)).contains("KODE", "CODE");
    }

    @Test
    void a_town_in_the_staff_table_that_is_not_on_the_map() {
        TinyStudy.edit(study, "data/staff.csv", "B2,law", "B9,law");
        assertThat(onlyError("solve", study)).contains("data/staff.csv", "row 12", "B9");
    }

    @Test
    void a_negative_quota() {
        TinyStudy.edit(study, "data/pools.csv", "city,20,0.1", "city,-20,0.1");
        assertThat(onlyError("solve", study)).contains("data/pools.csv", "row 2", "size", "-20");
    }

    @Test
    void posts_so_many_that_their_cost_could_not_be_counted() {
        TinyStudy.edit(study, "data/staff.csv", "A1,law,administrative,8,8", "A1,law,administrative,9000000,8");
        assertThat(onlyError("solve", study)).contains("study.yaml", "policy.weights.S1", "A1", "9000026");
    }

    @Test
    void a_shapefile_without_its_dbf() throws IOException {
        Files.delete(study.resolve("data/towns.dbf"));
        assertThat(onlyError("solve", study)).contains("data/towns", ".dbf");
    }

    @Test
    void a_damaged_workbook_that_holds_two_tables_is_told_once_and_by_its_own_name() throws IOException {
        Path workbook = study.resolve("data/departments.xlsx");
        Files.write(workbook, Arrays.copyOf(Files.readAllBytes(workbook), 1000));
        assertThat(onlyError("solve", study)).contains("data/departments.xlsx").doesNotContain(temp.toString());
    }

    @Test
    void an_unknown_reform() {
        TinyStudy.scenario(study, "odd", "format: 1\nname: Odd\nreforms:\n  - abolish-towns: {towns: [A1]}\n");
        assertThat(onlyError("solve", study, "--scenario", "odd"))
                .contains("scenarios/odd.yaml", "abolish-towns", "convert-to-street");
    }

    @Test
    void an_unknown_scenario_lists_those_that_there_are() {
        TinyStudy.scenario(study, "merge", "format: 1\nname: Merge\nreforms: []\n");
        assertThat(onlyError("solve", study, "--scenario", "merg")).contains("merg", "baseline", "merge");
    }

    @Test
    void a_folder_that_is_no_study() {
        assertThat(onlyError("solve", temp)).contains("study.yaml");
    }

    @Test
    void a_file_where_the_folder_of_a_study_belongs() {
        assertThat(onlyError("solve", study.resolve("study.yaml"))).contains("not a folder", "study.yaml");
    }

    @Test
    void a_folder_that_is_not_there() {
        assertThat(onlyError("solve", temp.resolve("nowhere"))).contains("no such folder", "Check the path");
    }

    @Test
    void a_study_is_checked_with_the_same_words() {
        TinyStudy.edit(study, "data/pools.csv", "city,20,0.1", "city,-20,0.1");
        assertThat(onlyError("check", study)).contains("data/pools.csv", "size", "-20");
    }

    @Test
    void in_chinese_where_chinese_is_asked_for() {
        TinyStudy.edit(study, "data/pools.csv", "city,20,0.1", "city,-20,0.1");
        assertThat(onlyError("solve", study, "--lang", "zh"))
                .startsWith("错误：")
                .contains("第 2 行", "-20")
                .doesNotContain("?");
    }
}
