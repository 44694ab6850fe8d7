package org.zhenjie.gis.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhenjie.gis.support.TestLayers.problem;
import static org.zhenjie.gis.support.TestLayers.square;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhenjie.gis.coverage.Finding;
import org.zhenjie.gis.support.SharedData;
import org.zhenjie.gis.table.TableRequest;
import org.zhenjie.gis.table.Tables;

class CodeCheckTest {
    @TempDir
    Path folder;

    private static CodedUnit unit(String code, String name) {
        return new CodedUnit(code, name, Optional.of("441581"), square(0, 0, 9));
    }

    private static List<Finding> check(CodedUnit... units) {
        return CodeCheck.of(List.of(units), Optional.empty());
    }

    private OfficialCodes table(String rows) throws IOException {
        Path file = Files.writeString(folder.resolve("codes.csv"), rows);
        return OfficialCodes.of(Tables.read(TableRequest.of(file)));
    }

    private static void assertKinds(List<Finding> findings, Finding.Kind... kinds) {
        assertThat(findings).extracting(Finding::kind).containsExactly(kinds);
        assertThat(findings)
                .allSatisfy(finding -> assertThat(finding.squareMetres()).isZero());
    }

    @Test
    void good_codes_are_no_findings() {
        assertThat(check(unit("441581101", "甲子镇"), unit("441581001", "东海街道"), unit("441581200", "某乡")))
                .isEmpty();
    }

    @Test
    void a_unit_without_a_code() {
        List<Finding> findings = check(unit("441581101", "甲子镇"), unit("441581102", "碣石镇"), unit("", "湖东镇"));

        assertKinds(findings, Finding.Kind.CODE_MISSING);
        assertThat(findings.get(0).units()).containsExactly(2);
        assertThat(findings.get(0).place().isEmpty()).isFalse();
    }

    @Test
    void a_code_that_is_there_twice_however_many_digits_it_is_written_with() {
        List<Finding> findings = check(unit("441581101", "甲子镇"), unit("441581102", "碣石镇"), unit("441581101", "湖东镇"));

        assertKinds(findings, Finding.Kind.CODE_DUPLICATE);
        assertThat(findings.get(0).units()).containsExactly(0, 2);
    }

    @Test
    void a_code_that_is_not_built_like_the_others() {
        assertKinds(
                check(unit("441581101", "甲子镇"), unit("441581102", "碣石镇"), unit("44158110", "湖东镇")),
                Finding.Kind.CODE_STRUCTURE);
        assertKinds(
                check(unit("441581101", "甲子镇"), unit("441581102", "碣石镇"), unit("441581103000", "湖东镇")),
                Finding.Kind.CODE_STRUCTURE);
    }

    @Test
    void codes_of_a_layers_own_are_left_in_peace() {
        assertThat(check(unit("A1", "甲镇"), unit("A2", "乙镇"), unit("B-17", "丙乡")))
                .isEmpty();
    }

    @Test
    void a_code_of_another_county() {
        List<Finding> findings = check(unit("441581101", "甲子镇"), unit("441523102", "碣石镇"));

        assertKinds(findings, Finding.Kind.CODE_PREFIX);
        assertThat(findings.get(0).facts()).containsExactly("441523102", "441581");
    }

    @Test
    void a_code_of_another_kind_than_the_name_says() {
        assertKinds(check(unit("441581101", "甲子街道"), unit("441581102", "碣石镇")), Finding.Kind.CODE_KIND);
    }

    @Test
    void codes_and_names_are_held_against_the_official_table() throws IOException {
        OfficialCodes table = table("code,name\n441581101,甲子镇\n441581102,碣石镇\n441581103,湖东镇\n"
                + "441581104,大安镇\n441581001,东海街道办事处\n441523101,水唇镇\n");
        List<CodedUnit> units = List.of(
                unit("441581101", "甲子镇"),
                unit("441581102", "碣石"),
                unit("441581103", " 湖东 镇"),
                unit("441581105", "新镇"),
                unit("441581001", "东海街道"));

        List<Finding> findings = CodeCheck.of(units, Optional.of(table));

        assertKinds(findings, Finding.Kind.CODE_UNKNOWN, Finding.Kind.CODE_ABSENT, Finding.Kind.NAME_DIFFERS);
        assertThat(findings.get(1).facts()).containsExactly("441581104", "大安镇");
        assertThat(findings.get(2).facts()).containsExactly("441581102", "碣石", "碣石镇");
    }

    @Test
    void a_table_of_counties_says_which_counties_there_are() throws IOException {
        OfficialCodes table = table("代码,名称\n441500,汕尾市\n441523,陆河县\n441581,陆丰市\n");

        assertKinds(
                CodeCheck.of(List.of(unit("441581101", "甲子镇"), unit("441599102", "某镇")), Optional.of(table)),
                Finding.Kind.CODE_PREFIX,
                Finding.Kind.CODE_UNKNOWN);
    }

    @Test
    void codes_of_twelve_digits_are_those_of_nine() {
        assertThat(UnitCode.shortest("441581101000")).isEqualTo("441581101");
        assertThat(UnitCode.shortest("441581000000")).isEqualTo("441581");
        assertThat(UnitCode.shortest("441581101001")).isEqualTo("441581101001");
    }

    @Test
    void a_table_with_what_is_no_code_or_two_names_is_an_error_that_names_the_row() {
        assertThat(problem(() -> {
                            try {
                                table("code,name\n441581101,甲子镇\n44158,碣石镇\n");
                            } catch (IOException e) {
                                throw new AssertionError(e);
                            }
                        })
                        .key())
                .isEqualTo("codes.notOfficial");
        assertThat(problem(() -> {
                            try {
                                table("code,name\n441581101,甲子镇\n441581101,碣石镇\n");
                            } catch (IOException e) {
                                throw new AssertionError(e);
                            }
                        })
                        .where()
                        .row())
                .hasValue(3);
    }

    @Test
    void the_real_table_of_2023_agrees_with_itself() {
        OfficialCodes table =
                OfficialCodes.of(Tables.read(TableRequest.of(SharedData.file("china_nbs2023_towns.csv"))));
        List<CodedUnit> shanwei = new ArrayList<>();
        table.names().forEach((code, name) -> {
            if (code.startsWith("4415")) {
                shanwei.add(new CodedUnit(code, name, Optional.of(UnitCode.county(code)), square(0, 0, 9)));
            }
        });

        assertThat(table.names()).hasSize(41_352);
        assertThat(shanwei).hasSizeGreaterThan(50);
        assertThat(CodeCheck.of(shanwei, Optional.of(table))).isEmpty();
        assertKinds(CodeCheck.of(shanwei.subList(1, shanwei.size()), Optional.of(table)), Finding.Kind.CODE_ABSENT);
    }
}
