package org.zhenjie.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.table.Table;
import org.zhenjie.gis.table.TableRequest;
import org.zhenjie.gis.table.Tables;
import org.zhenjie.scenarios.TinyStudy;
import org.zhenjie.scenarios.plan.PreparedScenario;
import org.zhenjie.scenarios.reform.Scenario;
import org.zhenjie.scenarios.reform.ScenarioFile;
import org.zhenjie.scenarios.study.Norms;
import org.zhenjie.scenarios.study.Study;
import org.zhenjie.scenarios.study.StudyFolder;

/** Who holds which duty: its workload follows it, and need follows the workload. */
class DutiesTest {
    @TempDir
    Path temp;

    private Path study;

    /** Department D1 of county A holds all fines: 16,000 h a year, ten posts of 1,600 h. */
    @BeforeEach
    void write() throws IOException {
        study = TinyStudy.in(temp);
        data("duties", "id,name,name_en,platform,hours\nK1,处罚,Fines,law,16000\nK2,巡查,Patrols,governance,3200\n");
        data("duty_holders", "duty,holder,share\nK1,D1,1\nK2,B1,0.5\nK2,B2,0.5\n");
        TinyStudy.edit(study, "study.yaml", "policy:", "workload: {hours_per_post: 1600}\npolicy:");
        scenario("boundaries", "  - move-duty: {duty: K1, from: D1, to: [A1, A2, A3], share: 0.6, split: PEOPLE}\n");
    }

    private void data(String role, String csv) throws IOException {
        Files.writeString(study.resolve("data/" + role + ".csv"), csv);
        TinyStudy.edit(
                study, "study.yaml", "platforms:\n", "  " + role + ":\n    file: data/" + role + ".csv\nplatforms:\n");
    }

    private void scenario(String name, String reforms) {
        TinyStudy.scenario(study, name, "format: 1\nname: " + name + "\nreforms:\n" + reforms);
    }

    private Study reformed(String scenario) {
        StudyFolder folder = StudyFolder.open(study);
        return PreparedScenario.of(folder.study(), ScenarioFile.read(folder, scenario))
                .study();
    }

    private static int need(Study study, String town, String platform) {
        return new Norms(study).need(study.town(town).orElseThrow(), platform);
    }

    @Test
    void need_follows_the_workload_that_a_town_holds_beside_the_norm() {
        Study before = reformed("baseline");
        Study after = reformed("boundaries");
        // 16,000 h x 0.6 by 60,000, 30,000 and 20,000 residents: 5,236, 2,618 and 1,745 h
        assertThat(need(after, "A1", "law") - need(before, "A1", "law")).isEqualTo(3);
        assertThat(need(after, "A2", "law") - need(before, "A2", "law")).isEqualTo(2);
        assertThat(need(after, "A3", "law") - need(before, "A3", "law")).isEqualTo(1);
        assertThat(need(after, "A1", "governance")).isEqualTo(need(before, "A1", "governance"));
    }

    @Test
    void what_a_department_has_to_keep_follows_the_duty_that_it_gives_away() {
        assertThat(reformed("boundaries").department("D1").orElseThrow().floor())
                .isEqualTo(12 - 6);
    }

    @Test
    void the_shares_of_a_duty_stay_one_whole_however_it_is_divided() {
        scenario(
                "thirds",
                "  - move-duty: {duty: K1, from: D1, to: [A1, A2, A3]}\n"
                        + "  - move-duty: {duty: K2, from: B1, to: [B2], share: 0.123457}\n");
        Study after = reformed("thirds");
        assertThat(after.terms().duties().unbalanced()).isEmpty();
        assertThat(after.terms().duties().share("K1", "A1")).isEqualByComparingTo("0.333334");
        assertThat(after.terms().duties().share("K1", "D1")).isZero();
        assertThat(after.terms().duties().share("K2", "B2")).isEqualByComparingTo("0.623457");
    }

    @Test
    void towns_that_merge_hold_their_duties_together() {
        scenario("merged", "  - merge-towns: {towns: [B1, B2], into: {code: B1, name: 南岭镇, kind: TOWN}}\n");
        assertThat(reformed("merged").terms().duties().share("K2", "B1")).isEqualByComparingTo("1");
    }

    @Test
    void shares_that_do_not_add_up_to_one_are_told_once_with_their_holders() throws IOException {
        Files.writeString(study.resolve("data/duty_holders.csv"), "duty,holder,share\nK1,D1,1\nK2,B1,0.5\nK2,B2,0.4\n");
        InputException refused = catchThrowableOfType(InputException.class, () -> StudyFolder.open(study));
        assertThat(refused.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.key()).isEqualTo("duty.shares");
            assertThat(problem.text(java.util.Locale.ENGLISH))
                    .contains("data/duty_holders.csv")
                    .contains("K2")
                    .contains("0.9, not to 1")
                    .contains("B1 0.5, B2 0.4");
        });
    }

    @Test
    void what_makes_no_sense_is_told_with_its_place() {
        Stream.of(
                        "{duty: K9, from: D1, to: [A1]}",
                        "{duty: K1, from: D2, to: [A1]}",
                        "{duty: K1, from: D1, to: [nobody]}",
                        "{duty: K1, from: D1, to: []}",
                        "{duty: K1, from: D1, to: [A1, A1]}",
                        "{duty: K1, from: D1, to: [D2], split: PEOPLE}",
                        "{duty: K1, from: D1, to: [A1], share: 0.1234567}",
                        "{duty: K2, from: B1, to: [A1], share: 0.6}")
                .forEach(move -> {
                    scenario("bad", "  - move-duty: " + move + "\n");
                    assertThat(catchThrowableOfType(InputException.class, () -> reformed("bad"))
                                    .problems())
                            .as(move)
                            .singleElement()
                            .satisfies(problem ->
                                    assertThat(problem.where().file()).hasValue("scenarios/bad.yaml"));
                });
    }

    @Test
    void the_list_is_printed_and_written_with_hours_and_posts() throws IOException {
        Path out = temp.resolve("duties.csv");
        Cli call = Cli.call("duties", study, "--scenario", "boundaries", "--out", out);
        assertThat(call.code()).isZero();
        assertThat(call.out())
                .containsPattern("Fines \\(K1\\): Dongcheng Subdistrict +– +32\\.73% +5,236\\.368 +3\\.27");
        assertThat(Files.readAllLines(out))
                .startsWith("duty,holder,share,hours", "K1,D1,0.4,6400")
                .contains("K1,A1,0.327273,5236.368");
        assertThat(Cli.call("duties", study, "--lang", "zh").out()).contains("处罚（K1）");
    }

    @Test
    void a_comparison_tells_who_holds_more_and_who_holds_less() {
        Cli call = Cli.call("compare", study, Scenario.BASELINE.name(), "boundaries", "--steps", 200);
        assertThat(call.code()).isZero();
        assertThat(call.out())
                .contains("shares of duties that differ: 4")
                .contains("−9,600")
                .containsPattern("Workload of duties \\(h a year\\) +3,200 +12,800 +\\+9,600")
                .contains("Saturation");
    }

    @Test
    void a_town_is_explained_with_its_duties() {
        Cli call = Cli.call("explain", study, "--scenario", "boundaries", "--town", "A1", "--steps", 200);
        assertThat(call.out())
                .contains("duties on Law enforcement ask for 3 posts beside the norm")
                .contains("Fines: 32.73% of it, 5,236 h a year");
    }

    @Test
    void the_workbook_has_a_sheet_of_duties() {
        Path workbook = temp.resolve("plan.xlsx");
        Cli call = Cli.call("export", study, "--scenario", "boundaries", "--to", workbook, "--steps", 200);
        assertThat(call.code()).isZero();
        assertThat(workbook).isNotEmptyFile();
        assertThat(sheets(workbook)).contains("Duties");
    }

    @Test
    void the_workbook_says_how_saturated_units_with_duties_are() throws IOException {
        data(
                "institutions",
                "id,name,name_en,kind,county,quota_type,posts,branch_of\n"
                        + "J1,甲所,Office 1,INSTITUTION,A,institution,3,\nJ1b,甲分所,Branch,INSTITUTION,A,institution,1,J1\n"
                        + "J2,乙所,Office 2,INSTITUTION,A,institution,2,\nJ3,丙所,Office 3,INSTITUTION,A,institution,2,\n");
        Files.writeString(study.resolve("data/duty_holders.csv"), "duty,holder,share\nK1,D1,1\nK2,J1,1\n");
        scenario("shared", "  - move-duty: {duty: K2, from: J1, to: [J2], share: 0.75}\n");
        Path workbook = temp.resolve("plan.xlsx");
        assertThat(Cli.call("export", study, "--scenario", "shared", "--to", workbook, "--steps", 200)
                        .code())
                .isZero();
        Table units = Tables.read(new TableRequest(workbook, Optional.of("Institutions"), Optional.empty()));
        int before = units.columns().indexOf("Saturation before");
        int after = units.columns().indexOf("Saturation after");

        // 3,200 h over 4 posts of 1,600 h, with that of the branch; then 800 h of J1 and 2,400 h over 2 posts of J2
        assertThat(units.rows())
                .extracting(row -> row.cells().get(0)
                        + " " + row.cells().get(before)
                        + " " + row.cells().get(after))
                .containsExactly("J1 0.5 0.125", "J1b  ", "J2  0.75", "J3  ");
    }

    private static List<String> sheets(Path workbook) {
        try (var in = Files.newInputStream(workbook);
                var read = new org.dhatim.fastexcel.reader.ReadableWorkbook(in)) {
            return read.getSheets().map(sheet -> sheet.getName()).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
