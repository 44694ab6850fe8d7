package org.zhenjie.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhenjie.gis.table.Table;
import org.zhenjie.gis.table.TableRequest;
import org.zhenjie.gis.table.Tables;
import org.zhenjie.scenarios.TinyStudy;

/**
 * Resident teams of the six towns of a study in two groups, by county: A1 A2 A3 in the south, B1 B2 B3 in the north. Bureau D1 is of county A, D2 and
 * clinic H of county B.
 */
class TeamsTest {
    private static final String GROUPS = """
            format: 1
            name: Teams
            reforms: %s
            groups:
              - id: teams
                name: Teams
                purpose: TEAM
                number: 2
                load: area
                tolerance: 0.5
                given: [{towns: [A1, A2, A3]}, {towns: [B1, B2, B3]}]
                team: %s
            """;

    @TempDir
    Path folder;

    private Path study;

    @BeforeEach
    void study() throws IOException {
        study = TinyStudy.in(folder);
        Files.writeString(study.resolve("data/institutions.csv"), """
                id,name,kind,county,town,quota_type,posts,duties
                H,Clinic,INSTITUTION,B,B2,institution,9,care
                V,Vets,INSTITUTION,B,B3,institution,4,care;cattle
                """);
        staff("D1,,3", "D2,,4", "H,medical,2");
        TinyStudy.edit(study, "study.yaml", "platforms:", """
                  institutions: {file: data/institutions.csv}
                  team_staff: {file: data/team_staff.csv}
                platforms:""");
    }

    private void staff(String... rows) throws IOException {
        Files.writeString(study.resolve("data/team_staff.csv"), "body,skill,people\n" + String.join("\n", rows) + "\n");
    }

    private Cli groups(String team, Object... more) {
        return reformed("[]", team, more);
    }

    private Cli reformed(String reforms, String team, Object... more) {
        TinyStudy.scenario(study, "teams", GROUPS.formatted(reforms, team));
        Object[] args = new Object[more.length + 6];
        System.arraycopy(new Object[] {"groups", study, "--scenario", "teams", "--steps", 100}, 0, args, 0, 6);
        System.arraycopy(more, 0, args, 6, more.length);
        return Cli.call(args);
    }

    @Test
    void teams_are_printed_with_bodies_people_distance_objective_bound_and_gap() {
        Cli run = groups("{people: 3}");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("teams of 3 people, bodies in each: 1..3", "Resident in", "People × km")
                .contains("County A enforcement 3")
                .contains(
                        "objective (people × km from the bodies' seats)", "lower bound", "gap to the lower bound: 0.0");
    }

    /** 0.37 beside 0.302 is harder to compare than 0.370. */
    @Test
    void figures_of_a_column_have_equally_many_digits() {
        assertThat(new Figures(Locale.ENGLISH).even(new BigDecimal("1083.800"))).isEqualTo("1,083.800");
        String out = groups("{people: 3}", "--lang", "en").out();

        assertThat(out.lines().filter(line -> line.matches("  [12] .*")))
                .hasSize(4)
                .allMatch(line -> line.matches(".* \\d+\\.\\d{3}( .*)?"));
    }

    @Test
    void bodies_send_people_across_counties_only_where_the_scenario_says_so() {
        Cli closed = groups("{people: 3, bodies: 2..3}");
        Cli open = groups("{people: 3, bodies: 2..3, across_counties: true}");

        assertThat(closed.code()).isEqualTo(1);
        assertThat(closed.err()).contains("needs 2 bodies, and 1 may send people there: 1 too few", "across_counties");
        assertThat(open.code()).as(open.err()).isZero();
    }

    @Test
    void the_file_that_is_written_has_the_bodies_of_each_towns_team() throws IOException {
        Path out = folder.resolve("out.csv");

        assertThat(groups("{people: 3, bodies: 2..3, skills: {medical: 1}, across_counties: true}", "--out", out)
                        .code())
                .isZero();
        List<String> lines = Files.readAllLines(out);
        assertThat(lines).hasSize(7).startsWith("unit,group,grouping,team");
        assertThat(lines.subList(1, 7)).allMatch(line -> line.matches("[AB]\\d,[12],teams,(D[12]=\\d;)+H=1"));
    }

    @Test
    void the_workbook_has_a_sheet_of_groups_with_towns_load_and_teams() throws IOException {
        groups("{people: 3}");
        Path file = folder.resolve("out.xlsx");
        Cli run = Cli.call("export", study, "--scenario", "teams", "--to", file, "--steps", 200, "--lang", "en");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).doesNotContain("groups kept");
        Table sheet = Tables.read(TableRequest.of(file).withSheet("Groups"));
        assertThat(sheet.columns()).contains("Towns", "Load", "People of the team", "Bodies of the team");
        assertThat(sheet.rows()).hasSize(2);
        assertThat(sheet.rows().get(0).cells().toString())
                .contains("Dongcheng Subdistrict, Hekou Town, Shiqiao Town", "County A enforcement 3");
    }

    @Test
    void whole_loads_stand_in_the_workbook_without_a_point_behind_them() throws IOException {
        groups("{people: 3}");
        TinyStudy.edit(study, "scenarios/teams.yaml", "load: area", "load: people");
        Path file = folder.resolve("out.xlsx");
        Cli run = Cli.call("export", study, "--scenario", "teams", "--to", file, "--steps", 200);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(formatsOfWholeNumbers(file)).isNotEmpty().noneMatch(format -> format.contains(".#"));
    }

    private static List<String> formatsOfWholeNumbers(Path workbook) throws IOException {
        try (InputStream in = Files.newInputStream(workbook);
                ReadableWorkbook read = new ReadableWorkbook(in, new ReadingOptions(true, true));
                Stream<Row> rows = read.findSheet("Groups").orElseThrow().openStream()) {
            return rows.flatMap(Row::stream)
                    .filter(cell -> cell != null
                            && cell.getType() == CellType.NUMBER
                            && cell.asNumber().stripTrailingZeros().scale() <= 0)
                    .map(Cell::getDataFormatString)
                    .toList();
        }
    }

    @Test
    void teams_are_kept_the_same_bytes_and_asked_for_otherwise_found_anew() throws IOException {
        groups("{people: 3}");
        Path file = study.resolve("plans/teams.groups.json");
        byte[] first = Files.readAllBytes(file);
        groups("{people: 3}");

        assertThat(file).hasBinaryContent(first);

        TinyStudy.edit(study, "scenarios/teams.yaml", "people: 3", "people: 2");
        Cli run = Cli.call("export", study, "--scenario", "teams", "--to", folder.resolve("o.xlsx"), "--steps", 200);
        assertThat(run.err()).contains("groups kept");
    }

    @Test
    void teams_that_were_altered_by_hand_are_refused() {
        groups("{people: 3}");
        TinyStudy.edit(study, "plans/teams.groups.json", "\"body\" : \"D1\"", "\"body\" : \"D2\"");
        Cli run = Cli.call("export", study, "--scenario", "teams", "--to", folder.resolve("o.xlsx"), "--steps", 200);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("teams.groups.json");
    }

    @Test
    void a_unit_that_is_merged_sends_its_people_as_part_of_its_host_one_that_is_dropped_sends_nobody()
            throws IOException {
        staff("D1,,3", "H,,2", "V,,2");
        String merge = "[{consolidate: {kind: INSTITUTION, keep: 1, by: DUTIES, stay: [H], pool: city-institution}}]";
        Cli merged = reformed(merge, "{people: 3}");
        Cli dropped = reformed("[{abolish-institutions: {institutions: [V], pool: city-institution}}]", "{people: 3}");

        assertThat(merged.out()).as(merged.err()).contains("Clinic 3");
        assertThat(dropped.code()).isEqualTo(1);
        assertThat(dropped.err()).contains("V", "sent to no team", "can spare 5: 1 too few");
    }

    @Test
    void people_of_all_bodies_or_of_a_skill_may_be_too_few() throws IOException {
        assertThat(groups("{people: 5, across_counties: true}").err())
                .contains("need 10 people", "can spare 9: 1 too few");
        staff("D1,,9", "D2,,9", "H,medical,1");
        assertThat(groups("{people: 3, skills: {medical: 1}, across_counties: true}")
                        .err())
                .contains("2 people with the skill medical, and there are 1: 1 too few");
    }

    @Test
    void that_no_teams_at_all_keep_the_rules_is_told_where_the_search_proves_it() throws IOException {
        staff("D1,,2", "D2,,4");
        Cli run = groups("{people: 3, bodies: 1, across_counties: true}");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("No teams at all keep the rules");
    }

    @Test
    void check_tells_of_teams_that_no_groups_could_have() {
        groups("{people: 5}");
        Cli run = Cli.call("check", study);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("need 10 people", "can spare 9: 1 too few");
    }

    @Test
    void what_makes_no_sense_is_told_with_file_and_line() {
        assertWrong("{people: 0}", "people");
        assertWrong("{people: 3, bodies: 4..2}", "Not one of the forms 3 or 2..4");
        assertWrong("{people: 3, bodies: 0..2}", "Not one of the forms 3 or 2..4");
        assertWrong("{people: 3, bodies: 4}", "cannot hold people of 4 bodies");
        assertWrong("{people: 3, skills: {medical: 2, law: 2}}", "asked for 4 people with skills");
        assertWrong("{people: 3, skills: {cooking: 1}}", "Nobody in the table", "medical");
        assertWrong("{people: 3, size: 4}", "size");
        assertWrong("{people: 200, bodies: 200}", "at once");
    }

    private void assertWrong(String team, String... told) {
        Cli run = groups(team);
        assertThat(run.code()).as(team).isEqualTo(2);
        assertThat(run.err()).contains("scenarios/teams.yaml").contains(told);
    }

    @Test
    void rows_of_people_are_checked() throws IOException {
        staff("D9,,3");
        assertThat(groups("{people: 1}").err()).contains("team_staff.csv", "no department or unit with this id", "D1");
        staff("D1,,0");
        assertThat(groups("{people: 1}").err()).contains("team_staff.csv", "people");
        staff("D1,,1", "D1,,2");
        assertThat(groups("{people: 1}").err()).contains("team_staff.csv", "The same as in row");
    }

    @Test
    void a_body_of_which_nobody_knows_where_it_sits_is_told() throws IOException {
        Files.writeString(
                study.resolve("data/institutions.csv"),
                "id,name,kind,county,quota_type,posts\nH,Clinic,INSTITUTION,B,institution,9\n");

        assertThat(groups("{people: 1}").err()).contains("not known where this body sits");
    }

    @Test
    void a_study_without_people_for_teams_is_told() throws IOException {
        TinyStudy.edit(study, "study.yaml", "  team_staff: {file: data/team_staff.csv}\n", "");

        assertThat(groups("{people: 1}").err()).contains("does not say who can be sent to teams");
    }

    @Test
    void teams_are_told_in_chinese() {
        assertThat(groups("{people: 3}", "--lang", "zh").out()).contains("每队 3 人", "甲县执法局 3", "人·公里");
    }
}
