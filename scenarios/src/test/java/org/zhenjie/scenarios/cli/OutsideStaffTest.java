package org.zhenjie.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhenjie.gis.layer.Field;
import org.zhenjie.gis.layer.Layer;
import org.zhenjie.gis.layer.LayerRequest;
import org.zhenjie.gis.layer.Layers;
import org.zhenjie.scenarios.TinyStudy;

/** Staff outside establishment under dual control, from the tables of a study to what people read and sign. */
class OutsideStaffTest {
    @TempDir
    Path temp;

    private Path study;

    /** County A: 30 + 10 people for 2,300,000 a year; it may have 35 for 1,700,000. City: 60 people at most. */
    @BeforeEach
    void write() throws IOException {
        study = TinyStudy.in(temp);
        data("outside_staff", "town,people,unit_cost,services\nA1,30,60000,\nA2,10,50000,\nB1,25,40000,100000\n");
        data("outside_limits", "unit,people,budget\nA,35,1700000\ncity,60,\n");
        scenario("cut", "  - open-outside-staff: {towns: [A1]}\n");
    }

    private void data(String role, String csv) throws IOException {
        Files.writeString(study.resolve("data/" + role + ".csv"), csv);
        TinyStudy.edit(
                study, "study.yaml", "platforms:\n", "  " + role + ":\n    file: data/" + role + ".csv\nplatforms:\n");
    }

    private void scenario(String name, String reforms) {
        TinyStudy.scenario(study, name, "format: 1\nname: " + name + "\nreforms:\n" + reforms);
    }

    private Cli call(Object... args) {
        Object[] all = Stream.concat(Stream.of(args), Stream.of("--steps", 200)).toArray();
        return Cli.call(all);
    }

    @Test
    void limits_that_nobody_may_keep_end_with_1_and_name_rule_and_unit() {
        Cli call = call("solve", study);
        assertThat(call.code()).isEqualTo(ExitCode.RULE_BROKEN);
        assertThat(call.err()).contains("H11", "County A: by 10", "Tiny City: by 5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|staff outside establishment of County A stay within|enough alone: 10 people more",
                "zh|甲县的编外人员不超出|单独即可：增加 10 人"
            })
    void the_unit_whose_limit_cannot_be_kept_is_told_with_how_far_it_has_to_give_way(
            String language, String rule, String remedy) {
        TinyStudy.edit(study, "data/outside_limits.csv", "city,60,", "city,65,");
        Cli call = Cli.call("explain", study, "--infeasible", "--lang", language);

        assertThat(call.code()).isEqualTo(ExitCode.RULE_BROKEN);
        assertThat(call.out()).contains(rule, remedy);
    }

    @Test
    void opened_towns_keep_as_many_as_headcount_and_budget_leave() {
        Cli call = call("solve", study, "--scenario", "cut");
        assertThat(call.code()).isZero();
        // A1 keeps 20 for 1,200,000 beside the 500,000 of A2
        assertThat(call.out())
                .contains("staff outside establishment: 55 of 65 kept, at a cost of 2,800,000 of 3,400,000");
    }

    @Test
    void a_limit_of_the_city_binds_over_the_counties_and_the_cheapest_stay() {
        scenario("city", "  - open-outside-staff: {}\n  - limit-outside-staff: {unit: city, people: 40}\n");
        Cli call = call("explain", study, "--scenario", "city", "--town", "A1");
        // B1 has 25 at 40,000, A2 10 at 50,000, A1 the 5 that are left
        assertThat(call.out())
                .contains("staff outside establishment: 30, of whom the limits leave 5; they cost 300,000 a year")
                .contains("limit on County A: 15 people (at most 35), cost 800,000 (at most 1,700,000)")
                .contains("limit on Tiny City: 40 people (at most 40)");
    }

    @Test
    void limits_go_up_as_well_as_down() {
        scenario(
                "up",
                "  - limit-outside-staff: {unit: A, people: 45, budget: 2300000}\n"
                        + "  - limit-outside-staff: {unit: city, people: 70}\n");
        Cli call = call("solve", study, "--scenario", "up");
        assertThat(call.code()).isZero();
        assertThat(call.out()).contains("65 of 65 kept");
    }

    @Test
    void services_bought_in_place_of_people_count_within_the_budget() {
        scenario(
                "firm",
                "  - move-outside-staff: {from: A1, people: 15, services: 450000}\n  - open-outside-staff: {towns: [A1]}\n");
        Cli call = call("explain", study, "--scenario", "firm", "--town", "A1");
        // 1,700,000 less 500,000 of A2 and 450,000 of services leaves 12 of the 15 who are left
        assertThat(call.out())
                .contains("15, of whom the limits leave 12; they cost 1,170,000 a year, 450,000 of it for services")
                .contains("cost 1,670,000 (at most 1,700,000)");
    }

    @Test
    void teams_that_merge_have_the_mean_cost() {
        scenario(
                "team",
                "  - move-outside-staff: {from: A2, to: A1, people: 10}\n  - open-outside-staff: {towns: [A1]}\n");
        Cli call = call("explain", study, "--scenario", "team", "--town", "A1");
        assertThat(call.out()).contains("staff outside establishment: 40, of whom the limits leave 29");
    }

    @Test
    void a_comparison_shows_people_and_cost_by_town_and_in_all() {
        scenario("less", "  - open-outside-staff: {}\n  - limit-outside-staff: {unit: A, people: 20}\n");
        Cli call = call("compare", study, "cut", "less");
        assertThat(call.code()).isZero();
        assertThat(call.out())
                .containsPattern("Staff outside establishment \\(people\\) +55 +45 +−10")
                .containsPattern("Dongcheng Subdistrict +20 +10 +−10 +1,200,000 +600,000 +−600,000");
        assertThat(call("compare", study, "cut", "less", "--lang", "zh").out()).contains("编外人员有变化的镇街");
    }

    @Test
    void the_workbook_and_the_layers_hold_people_and_cost_by_town_and_limit() throws IOException {
        Path workbook = temp.resolve("plan.xlsx");
        assertThat(call("export", study, "--scenario", "cut", "--to", workbook).code())
                .isZero();
        assertThat(sheet(workbook, "Outside staff"))
                .contains("A1;Dongcheng Subdistrict;30;20;10;60000;0;1800000;1200000;600000")
                .contains("B1;Nantang Town;25;25;0;40000;100000;1100000;1100000;0");
        assertThat(sheet(workbook, "Limits outside"))
                .contains("County A;30;35;1700000;1700000")
                .contains("Tiny City;55;60;2800000");

        Path layers = temp.resolve("plan.gpkg");
        assertThat(call("export", study, "--scenario", "cut", "--to", layers).code())
                .isZero();
        try (Layer towns = Layers.open(LayerRequest.of(layers).withLayer("towns"))) {
            assertThat(towns.fields()).extracting(Field::name).contains("outside", "outside_cost");
        }
    }

    private static List<String> sheet(Path workbook, String name) throws IOException {
        try (InputStream in = Files.newInputStream(workbook);
                ReadableWorkbook read = new ReadableWorkbook(in)) {
            try (Stream<Row> rows = read.findSheet(name).orElseThrow().openStream()) {
                return rows.map(row -> row.stream()
                                .map(cell -> Optional.ofNullable(cell)
                                        .map(one -> one.getText())
                                        .orElse(""))
                                .collect(Collectors.joining(";")))
                        .toList();
            }
        }
    }

    @Test
    void what_makes_no_sense_is_told_with_its_place() {
        scenario("few", "  - move-outside-staff: {from: A2, people: 11}\n");
        scenario("whom", "  - move-outside-staff: {people: 1}\n");
        scenario("where", "  - limit-outside-staff: {unit: X, people: 1}\n");
        for (String scenario : List.of("few", "whom", "where")) {
            Cli call = call("solve", study, "--scenario", scenario);
            assertThat(call.code()).isEqualTo(ExitCode.INPUT);
            assertThat(call.err()).contains("scenarios/" + scenario + ".yaml");
        }
    }
}
