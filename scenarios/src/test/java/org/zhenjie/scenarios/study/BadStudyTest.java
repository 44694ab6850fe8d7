package org.zhenjie.scenarios.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Severity;
import org.zhenjie.scenarios.TinyStudy;

/** Each mistake in a study is told as one problem that says where it is. */
class BadStudyTest {
    @TempDir
    Path temp;

    private Path path;

    @BeforeEach
    void write() {
        path = TinyStudy.in(temp);
    }

    private List<Problem> problems() {
        InputException thrown = catchThrowableOfType(InputException.class, () -> StudyFolder.open(path));
        assertThat(thrown).as("the study is refused").isNotNull();
        return thrown.problems();
    }

    private Problem onlyProblem() {
        List<Problem> problems = problems();
        assertThat(problems).hasSize(1);
        Problem problem = problems.get(0);
        assertThat(problem.severity()).isEqualTo(Severity.ERROR);
        for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINA)) {
            assertThat(problem.text(locale)).doesNotContain(problem.key()).doesNotContainPattern("\\{\\d}");
        }
        return problem;
    }

    private static void at(Problem problem, String file, long row, String field, String value) {
        assertThat(problem.where().file()).hasValue(file);
        assertThat(problem.where().row()).isEqualTo(OptionalLong.of(row));
        assertThat(problem.where().field()).hasValue(field);
        assertThat(problem.where().value()).isEqualTo(Optional.ofNullable(value));
    }

    private Problem after(String file, String old, String now) {
        TinyStudy.edit(path, file, old, now);
        return onlyProblem();
    }

    @Test
    void a_folder_without_a_study_file() throws IOException {
        Files.delete(path.resolve("study.yaml"));
        assertThat(onlyProblem().key()).isEqualTo("folder.noStudy");
    }

    @Test
    void no_folder_at_all() {
        path = temp.resolve("nowhere");
        assertThat(onlyProblem().key()).isEqualTo("folder.missing");
    }

    @Test
    void yaml_that_is_none_is_told_with_its_line() {
        Problem problem = after("study.yaml", "format: 1\n", "format: [1\n");
        assertThat(problem.key()).isEqualTo("yaml.syntax");
        assertThat(problem.where().row()).isPresent();
    }

    @Test
    void a_study_file_in_another_charset() throws IOException {
        Files.write(path.resolve("study.yaml"), "name: 小城\n".getBytes(Charset.forName("GBK")));
        assertThat(onlyProblem().key()).isEqualTo("yaml.notUtf8");
    }

    @Test
    void an_unknown_key_is_told_with_its_line_and_the_keys_that_are_known() {
        Problem problem = after("study.yaml", "crs: EPSG:4547", "crs: EPSG:4547\npolicies: {}");
        assertThat(problem.key()).isEqualTo("yaml.unknownKey");
        assertThat(problem.where().row()).isEqualTo(OptionalLong.of(5));
        assertThat(problem.where().field()).hasValue("policies");
        assertThat(problem.text(Locale.ENGLISH)).contains("policy");
    }

    @Test
    void a_study_file_of_a_later_format() {
        assertThat(after("study.yaml", "format: 1", "format: 2").key()).isEqualTo("yaml.format");
    }

    @Test
    void a_wrong_field_name_lists_the_columns_that_there_are() {
        Problem problem = after("study.yaml", "kind: KIND", "kind: TYPE");
        at(problem, "study.yaml", 12, "data.towns.fields.kind", "TYPE");
        assertThat(problem.text(Locale.ENGLISH)).contains("data/towns.shp").contains("KIND");
    }

    @Test
    void a_column_that_is_expected_by_its_own_name_and_not_there() {
        Problem problem = after("data/pools.csv", "owner", "holder");
        at(problem, "study.yaml", 23, "data.pools", "owner");
        assertThat(problem.key()).isEqualTo("source.noColumn");
    }

    @Test
    void a_town_in_the_staff_table_that_is_not_on_the_map() {
        Problem problem = after("data/staff.csv", "B2,law", "B9,law");
        at(problem, "data/staff.csv", 12, "town_code", "B9");
        assertThat(problem.key()).isEqualTo("ref.town");
        assertThat(problem.text(Locale.ENGLISH)).contains("A1");
    }

    @Test
    void a_negative_quota() {
        Problem problem = after("data/pools.csv", "city,20,0.1", "city,-20,0.1");
        at(problem, "data/pools.csv", 2, "size", "-20");
        assertThat(problem.key()).isEqualTo("number.whole");
    }

    @ParameterizedTest
    @CsvSource({"twenty", "12.5", "１２", "1e3", "0x14"})
    void text_where_a_whole_number_belongs(String text) {
        Problem problem =
                after("data/staff.csv", "governance,administrative,20,19", "governance,administrative," + text + ",19");
        at(problem, "data/staff.csv", 2, "posts", text);
    }

    @Test
    void text_in_an_indicator_that_norms_use() {
        Problem problem = after("data/indicators.csv", "B2,10000,50", "B2,10000,some");
        at(problem, "data/indicators.csv", 6, "shops", "some");
    }

    @Test
    void a_rate_on_an_indicator_that_is_not_there() {
        Problem problem = after("study.yaml", "shops: 0.01", "markets: 0.01");
        assertThat(problem.key()).isEqualTo("norm.rate");
        assertThat(problem.text(Locale.ENGLISH))
                .contains("people")
                .contains("area")
                .contains("shops");
    }

    @Test
    void the_same_code_twice() {
        TinyStudy.edit(path, "data/pools.csv", "zone-institution", "city-institution");
        Problem problem = onlyProblem();
        at(problem, "data/pools.csv", 4, "id", "city-institution");
        assertThat(problem.args()).containsExactly(2L);
    }

    @Test
    void the_same_town_platform_and_quota_type_twice() {
        Problem problem = after("data/staff.csv", "A1,governance,institution", "A1,governance,administrative");
        assertThat(problem.key()).isEqualTo("staff.twice");
        assertThat(problem.where().row()).isEqualTo(OptionalLong.of(3));
    }

    @ParameterizedTest
    @CsvSource({
        "data/staff.csv, 'A2,law,institution', 'A2,police,institution', ref.platform",
        "data/staff.csv, 'A2,law,institution', 'A2,law,military', ref.quotaType",
        "data/pools.csv, 'administrative,A,6', 'administrative,C,6', ref.owner",
        "data/pools.csv, 'institution,Z,4', 'reserve,Z,4', ref.quotaType",
        "data/zones.csv, 'Zone,A3,30', 'Zone,A3;A9,30', ref.town",
        "study.yaml, 'platform: law, posts', 'platform: fire, posts', ref.notInStudy",
        "study.yaml, 'quota_type: administrative, share', 'quota_type: other, share', ref.notInStudy"
    })
    void a_reference_to_what_is_not_there(String file, String old, String now, String key) {
        assertThat(after(file, old, now).key()).isEqualTo(key);
    }

    @Test
    void a_town_and_platform_that_no_norm_fits_are_named() {
        TinyStudy.edit(
                path,
                "study.yaml",
                "{platform: governance, base: 4, rates: {people: 0.4}}",
                "{kind: TOWN, platform: governance, base: 4}");
        Problem problem = onlyProblem();
        assertThat(problem.key()).isEqualTo("norm.none");
        assertThat(problem.args()).contains("B2", "governance");
    }

    @Test
    void a_town_without_indicators() {
        Problem problem = after("data/indicators.csv", "B2,10000,50,hills\n", "");
        assertThat(problem.key()).isEqualTo("indicator.noTown");
        assertThat(problem.where().value()).hasValue("B2");
    }

    @ParameterizedTest
    @CsvSource({"../secret.csv", "data/../../secret.csv", "/etc/hosts"})
    void a_path_that_leaves_the_folder(String leaving) throws IOException {
        Files.writeString(temp.resolve("secret.csv"), "town_code,platform,quota_type,posts\n");
        Problem problem = after("study.yaml", "data/staff.csv", leaving);
        assertThat(problem.key()).isEqualTo("source.outside");
        assertThat(problem.where().value()).hasValue(leaving);
    }

    @Test
    void a_link_that_leaves_the_folder() throws IOException {
        Path outside = Files.writeString(temp.resolve("staff.csv"), "town_code,platform,quota_type,posts\n");
        Files.delete(path.resolve("data/staff.csv"));
        Files.createSymbolicLink(path.resolve("data/staff.csv"), outside);
        assertThat(onlyProblem().key()).isEqualTo("source.outside");
    }

    @Test
    void a_missing_data_file_is_named_as_the_study_names_it() {
        Problem problem = after("study.yaml", "data/staff.csv", "data/people.csv");
        assertThat(problem.where().file()).hasValue("data/people.csv");
    }

    @Test
    void a_shapefile_without_its_attributes() throws IOException {
        Files.delete(path.resolve("data/towns.dbf"));
        assertThat(onlyProblem().text(Locale.ENGLISH)).contains("data/towns").contains("dbf");
    }

    @Test
    void a_shapefile_without_a_crs_where_the_study_gives_none() throws IOException {
        Files.delete(path.resolve("data/towns.prj"));
        assertThat(onlyProblem().text(Locale.ENGLISH))
                .contains("data/towns.shp")
                .containsIgnoringCase("crs");
    }

    @Test
    void a_shapefile_without_a_crs_is_read_where_the_study_gives_one() throws IOException {
        Files.delete(path.resolve("data/towns.prj"));
        TinyStudy.edit(path, "study.yaml", "file: data/towns.shp", "file: data/towns.shp\n    crs: EPSG:4490");
        assertThat(StudyFolder.open(path).study().towns()).hasSize(6);
    }

    @Test
    void a_crs_in_degrees() {
        assertThat(after("study.yaml", "crs: EPSG:4547", "crs: EPSG:4490").key())
                .isEqualTo("study.crsNotMetric");
    }

    @Test
    void an_unknown_kind_of_town_lists_those_that_are_known() {
        TinyStudy.edit(path, "study.yaml", "county: COUNTY}", "county: COUNTY}\n    kinds: {街道: STREET, 镇: TOWN}");
        Problem problem = onlyProblem();
        at(problem, "data/towns.shp", 5, "KIND", "乡");
        assertThat(problem.text(Locale.ENGLISH)).contains("街道");
    }

    @Test
    void blocks_of_more_people_than_their_department_has() {
        // the workbook says 20 people; a table in its place says 8
        TinyStudy.edit(
                path,
                "study.yaml",
                "file: data/departments.xlsx\n    layer: departments",
                "file: data/departments.csv");
        writeDepartments("D1,甲县执法局,A,8,2\nD2,乙县执法局,B,15,10\n");
        Problem problem = onlyProblem();
        assertThat(problem.key()).isEqualTo("department.headCount");
        assertThat(problem.args()).containsExactly(8, 9L);
    }

    private void writeDepartments(String rows) {
        try {
            Files.writeString(path.resolve("data/departments.csv"), "id,name,county,head_count,floor\n" + rows);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        TinyStudy.edit(path, "study.yaml", "off: []", "off: [H99]");
        TinyStudy.edit(path, "data/staff.csv", "B2,law", "B9,law");
        TinyStudy.edit(path, "data/pools.csv", "city,20,0.1", "city,20,1.5");
        TinyStudy.edit(path, "data/zones.csv", "A3,30", "A3,wide");
        assertThat(problems())
                .extracting(Problem::key)
                .containsExactlyInAnyOrder("yaml.choice", "ref.town", "number.decimal", "number.decimal");
    }

    @Test
    void many_problems_of_one_kind_are_counted_rather_than_told_one_by_one() throws IOException {
        StringBuilder rows = new StringBuilder("town_code,platform,quota_type,posts\n");
        for (int i = 0; i < 500; i++) {
            rows.append("X").append(i).append(",law,institution,1\n");
        }
        Files.writeString(path.resolve("data/staff.csv"), rows);
        List<Problem> problems = problems();
        assertThat(problems).hasSize(11);
        assertThat(problems.get(10).key()).isEqualTo("problems.more");
        assertThat(problems.get(10).args()).containsExactly(490);
    }

    @Test
    void a_towns_file_that_cannot_be_read_does_not_make_every_reference_a_mistake() {
        Problem problem = after("study.yaml", "code: CODE", "code: NUMBER");
        assertThat(problem.key()).isEqualTo("source.noColumn");
    }
}
