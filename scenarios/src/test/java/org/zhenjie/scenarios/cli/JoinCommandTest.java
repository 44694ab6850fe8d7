package org.zhenjie.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhenjie.gis.table.Table;
import org.zhenjie.gis.table.TableRequest;
import org.zhenjie.gis.table.Tables;
import org.zhenjie.scenarios.TinyStudy;

/** {@code zhenjie join}. */
class JoinCommandTest {
    private static final String JOIN = """
            join:
              tables:
                organization:
                  file: data/organization.csv
                  fields: {unit: 单位代码, name: 单位名称}
                establishment:
                  file: data/establishment.csv
                  fields: {unit: code, name: name, posts: posts}
                finance:
                  file: data/finance.csv
                  fields: {unit: code, people: paid}
                human_resources:
                  file: data/people.csv
                  fields: {unit: code, name: name, people: people}
              wins: {people: human_resources}
            """;

    @TempDir
    Path temp;

    private Path study;

    @BeforeEach
    void write() throws IOException {
        study = TinyStudy.in(temp);
        Files.writeString(study.resolve("study.yaml"), TinyStudy.STUDY + JOIN);
        Files.writeString(
                study.resolve("data/organization.csv"), "单位代码,单位名称\nA1,东城街道\nA2,河口镇\n", Charset.forName("GBK"));
        Files.writeString(study.resolve("data/establishment.csv"), "code,name,posts\nA1,东城街道,34\nA2,河口乡,14\n");
        Files.writeString(study.resolve("data/finance.csv"), "code,paid\nA1,35\nA2,13\nA3,10\n");
        Files.writeString(study.resolve("data/people.csv"), "code,name,people\nA1,东城街道,33\nA2,河口镇,13\n");
    }

    @Test
    void disagreements_are_listed_with_the_sources_side_by_side() {
        Cli call = Cli.call("join", study);

        assertThat(call.code()).isZero();
        assertThat(call.out())
                .contains("Units: 3, in every table: 2", "Not in organization: A3", "Disagreements: 2")
                .containsPattern("A1 东城街道 +people +35 +33 +human resources")
                .containsPattern("A2 河口镇 +name +河口镇 +河口乡 +河口镇 +organization");
    }

    @Test
    void the_same_is_said_in_chinese() {
        Cli call = Cli.call("join", study, "--lang", "zh");

        assertThat(call.out()).contains("单位：3 个，各表均有：2 个", "不一致：2 处", "人社部门");
    }

    @Test
    void the_call_may_choose_another_source() {
        assertThat(Cli.call("join", study, "--wins", "people=finance").out())
                .containsPattern("A1 东城街道 +people +35 +33 +finance");
        Cli wrong = Cli.call("join", study, "--wins", "people=organization");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.errors()).singleElement().asString().contains("--wins", "finance", "human_resources");
    }

    @Test
    void the_result_is_exported_as_csv() {
        Path to = temp.resolve("units.csv");

        assertThat(Cli.call("join", study, "--to", to).code()).isZero();

        Table table = Tables.read(TableRequest.of(to));
        assertThat(table.columns()).containsExactly("unit", "name", "posts", "people", "tables", "disagrees");
        assertThat(table.rows())
                .extracting(Table.Row::cells)
                .containsExactly(
                        List.of(
                                "A1",
                                "东城街道",
                                "34",
                                "33",
                                "organization;establishment;finance;human_resources",
                                "people"),
                        List.of("A2", "河口镇", "14", "13", "organization;establishment;finance;human_resources", "name"),
                        List.of("A3", "", "", "10", "finance", ""));
    }

    @Test
    void the_result_is_exported_as_a_workbook_with_all_that_was_found() {
        Path to = temp.resolve("units.xlsx");

        assertThat(Cli.call("join", study, "--to", to).code()).isZero();

        TableRequest request = TableRequest.of(to);
        assertThat(Tables.names(request)).containsExactly("Units", "Disagreements", "Missing", "Rows not used");
        assertThat(Tables.read(request.withSheet("Units")).rows()).hasSize(3);
        assertThat(Tables.read(request.withSheet("Missing")).rows()).hasSize(3);
        assertThat(Tables.read(request.withSheet("Disagreements")).rows().get(0).cells())
                .containsExactly("A1", "东城街道", "people", "", "", "35", "33", "human resources");
    }

    @Test
    void a_workbook_is_the_same_bytes_each_time() throws IOException {
        Path one = temp.resolve("one.xlsx");
        Path two = temp.resolve("two.xlsx");
        Cli.call("join", study, "--to", one);
        Cli.call("join", study, "--to", two);

        assertThat(Files.readAllBytes(two)).isEqualTo(Files.readAllBytes(one));
    }

    @Test
    void the_rest_of_the_study_need_not_be_there_yet() throws IOException {
        Files.writeString(study.resolve("study.yaml"), "format: 1\n" + JOIN);

        assertThat(Cli.call("join", study).code()).isZero();
    }

    @Test
    void a_study_with_tables_to_join_opens_as_before() {
        assertThat(Cli.call("check", study).code()).isZero();
    }

    @Test
    void a_study_without_tables_to_join_says_how_to_name_them() throws IOException {
        Files.writeString(study.resolve("study.yaml"), TinyStudy.STUDY);

        Cli call = Cli.call("join", study);

        assertThat(call.code()).isEqualTo(2);
        assertThat(call.errors()).singleElement().asString().contains("join:", "human_resources");
    }

    @Test
    void a_column_that_is_not_there_is_told_with_those_that_are() {
        TinyStudy.edit(study, "study.yaml", "people: paid", "people: staff");

        Cli call = Cli.call("join", study);

        assertThat(call.code()).isEqualTo(2);
        assertThat(call.errors()).singleElement().asString().contains("staff", "data/finance.csv", "paid");
    }

    @Test
    void the_tables_are_never_written_over() {
        Cli call = Cli.call("join", study, "--to", study.resolve("data/finance.csv"));

        assertThat(call.code()).isEqualTo(2);
        assertThat(call.errors()).singleElement().asString().contains("finance.csv");
    }
}
