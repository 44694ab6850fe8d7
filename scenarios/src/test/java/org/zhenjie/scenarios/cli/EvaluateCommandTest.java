package org.zhenjie.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhenjie.gis.table.Table;
import org.zhenjie.gis.table.TableRequest;
import org.zhenjie.gis.table.Tables;
import org.zhenjie.scenarios.TinyStudy;

/**
 * Three offices by saturation and posts. Office 1 has 3 posts, 1 in its branch, and 3,200 h of patrols, half of what 4 posts of 1,600 h
 * work; offices 2 and 3 have 2 posts and no duties.
 */
class EvaluateCommandTest {
    @TempDir
    Path temp;

    private Path study;

    @BeforeEach
    void write() throws IOException {
        study = TinyStudy.in(temp);
        data("duties", "id,name,name_en,platform,hours\nK2,巡查,Patrols,governance,3200\n");
        data("duty_holders", "duty,holder,share\nK2,J1,1\n");
        data(
                "institutions",
                "id,name,name_en,kind,county,quota_type,posts,branch_of\n"
                        + "J1,甲所,Office 1,INSTITUTION,A,institution,3,\nJ1b,甲分所,Branch,INSTITUTION,A,institution,1,J1\n"
                        + "J2,乙所,Office 2,INSTITUTION,A,institution,2,\nJ3,丙所,Office 3,INSTITUTION,A,institution,2,\n"
                        + "P1,派出所,Station,STATION,A,institution,2,\n");
        TinyStudy.edit(study, "study.yaml", "policy:", """
                workload: {hours_per_post: 1600}
                indicator_sets:
                  - id: offices
                    name: {zh: 事业单位, en: Offices}
                    of: INSTITUTION
                    kind: INSTITUTION
                    indicators:
                      - {figure: saturation, weight: 3, worst: 0, best: 1}
                      - {figure: posts, weight: 1, worst: 0, best: 4}
                  - id: towns
                    name: {zh: 镇街, en: Towns}
                    of: TOWN
                    indicators: [{figure: shops, weight: 1, worst: 400, best: 0}]
                policy:""");
        scenario("pilot", "  - move-duty: {duty: K2, from: J1, to: [J2], share: 0.5}\n");
        scenario("shared", "  - move-duty: {duty: K2, from: J1, to: [J2], share: 0.75}\n");
    }

    private void data(String role, String csv) throws IOException {
        Files.writeString(study.resolve("data/" + role + ".csv"), csv);
        TinyStudy.edit(
                study, "study.yaml", "platforms:\n", "  " + role + ":\n    file: data/" + role + ".csv\nplatforms:\n");
    }

    private void scenario(String name, String reforms) {
        TinyStudy.scenario(study, name, "format: 1\nname: " + name + "\nreforms:\n" + reforms);
    }

    private Cli evaluate(Object... more) {
        Object[] words = new Object[more.length + 4];
        words[0] = "evaluate";
        words[1] = study;
        words[2] = "--steps";
        words[3] = 50;
        System.arraycopy(more, 0, words, 4, more.length);
        return Cli.call(words);
    }

    @Test
    void units_are_scored_as_they_are_and_with_the_plan() {
        Cli call = evaluate("--scenario", "shared");
        assertThat(call.code()).isZero();
        // office 1: 3 x 50 and 1 x 100, then 3 x 12.5 and 1 x 100; office 2: 50 alone, then 3 x 75 and 1 x 50
        assertThat(call.out())
                .containsPattern("Offices \\(offices\\), scores of 100 +before +shared +change")
                .containsPattern("Office 1 \\(J1\\) +62\\.5 +34\\.4 +−28\\.1")
                .containsPattern("Office 2 \\(J2\\) +50\\.0 +68\\.8 +\\+18\\.8")
                .containsPattern("Office 3 \\(J3\\) +50\\.0 +50\\.0 +0\\.0")
                .containsPattern("Nantang Town \\(B1\\) +25\\.0 +25\\.0 +0\\.0")
                .doesNotContain("Branch")
                .doesNotContain("Station");
    }

    @Test
    void what_has_no_value_is_told() {
        assertThat(evaluate("--scenario", "shared").out())
                .contains("left out of the score: Saturation, before, of 2: Office 2 (J2); Office 3 (J3)")
                .contains("left out of the score: Saturation, shared, of 1: Office 3 (J3)");
    }

    @Test
    void details_show_values_and_scores() {
        assertThat(evaluate("--scenario", "shared", "--set", "offices", "--details")
                        .out())
                .containsPattern("  Saturation, weight 3 +50\\.0% = 50\\.0 +12\\.5% = 12\\.5 +−37\\.5")
                .containsPattern("  Posts, weight 1 +4 = 100\\.0 +4 = 100\\.0 +0\\.0")
                .containsPattern("  Saturation, weight 3 +– +75\\.0% = 75\\.0 +–")
                .doesNotContain("Nantang");
    }

    @Test
    void an_earlier_scenario_is_a_stage_between() {
        // half of the duty: 3 x 25 and 1 x 100
        assertThat(evaluate("--against", "pilot", "--scenario", "shared").out())
                .containsPattern("before +pilot +shared +change")
                .containsPattern("Office 1 \\(J1\\) +62\\.5 +43\\.8 +34\\.4 +−28\\.1");
    }

    @Test
    void the_same_in_chinese() {
        assertThat(evaluate("--scenario", "shared", "--lang", "zh").out())
                .contains("事业单位（offices），满分 100")
                .containsPattern("甲所（J1） +62\\.5");
    }

    @Test
    void a_set_that_is_not_there_and_a_study_without_sets() {
        Cli unknown = evaluate("--set", "nobody");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("nobody").contains("offices, towns");
        study = TinyStudy.in(temp.resolve("other"));
        Cli none = evaluate();
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("indicator_sets");
    }

    @Test
    void a_figure_that_is_not_there_stops_every_command_on_the_study() {
        TinyStudy.edit(study, "study.yaml", "figure: shops", "figure: beauty");
        Cli call = Cli.call("check", study);
        assertThat(call.code()).isNotZero();
        assertThat(call.err() + call.out())
                .contains("indicator_sets[2].indicators[1].figure")
                .contains("beauty");
    }

    @Test
    void the_workbook_has_a_sheet_for_each_set() {
        Path workbook = temp.resolve("plan.xlsx");
        assertThat(Cli.call("export", study, "--scenario", "shared", "--to", workbook, "--steps", 50)
                        .code())
                .isZero();
        Table offices = Tables.read(new TableRequest(workbook, Optional.of("Evaluation Offices"), Optional.empty()));
        assertThat(offices.columns())
                .containsExactly(
                        "Code",
                        "Unit name",
                        "Score before",
                        "Score after",
                        "Change",
                        "Saturation (%): before",
                        "Saturation (%): after",
                        "Saturation: score before",
                        "Saturation: score after",
                        "Posts (posts): before",
                        "Posts (posts): after",
                        "Posts: score before",
                        "Posts: score after",
                        "Left out before, without a value",
                        "Left out after, without a value");
        assertThat(offices.rows())
                .extracting(row -> String.join(";", row.cells()))
                .containsExactly(
                        "J1;Office 1;62.5;34.375;-28.125;0.5;0.125;50;12.5;4;4;100;100;;",
                        "J2;Office 2;50;68.75;18.75;;0.75;;75;2;2;50;50;Saturation;",
                        "J3;Office 3;50;50;0;;;;;2;2;50;50;Saturation;Saturation");
        Table towns = Tables.read(new TableRequest(workbook, Optional.of("Evaluation Towns"), Optional.empty()));
        assertThat(towns.rows()).hasSize(6);
    }
}
