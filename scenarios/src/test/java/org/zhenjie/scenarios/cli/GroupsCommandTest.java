package org.zhenjie.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhenjie.gis.layer.Layer;
import org.zhenjie.gis.layer.LayerRequest;
import org.zhenjie.gis.layer.Layers;
import org.zhenjie.scenarios.TinyStudy;

/** Groups of the six towns of a study: A1 A2 A3 in the south, B1 B2 B3 in the north. */
class GroupsCommandTest {
    private static final String HEAD = """
            format: 1
            name: Teams
            reforms: []
            groups:
            """;

    @TempDir
    Path folder;

    private Path study;

    @BeforeEach
    void study() {
        study = TinyStudy.in(folder);
        scenario("  - {id: teams, name: Teams, purpose: TEAM, number: 2, tolerance: 0.3, compactness: 0.5}\n");
    }

    private void scenario(String groups) {
        TinyStudy.scenario(study, "teams", HEAD + groups);
    }

    private Cli groups(Object... more) {
        Object[] args = new Object[more.length + 6];
        System.arraycopy(new Object[] {"groups", study, "--scenario", "teams", "--steps", 100}, 0, args, 0, 6);
        System.arraycopy(more, 0, args, 6, more.length);
        return Cli.call(args);
    }

    @Test
    void groups_are_printed_with_their_towns_objective_bound_and_gap() {
        Cli run = groups();

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("resident assistance teams; load: residents")
                .contains("Off the mean", "Compactness", "Centre", "lower bound", "mean compactness");
    }

    @Test
    void the_file_that_is_written_has_the_group_of_each_town() throws IOException {
        Path out = folder.resolve("out.csv");

        assertThat(groups("--out", out).code()).isZero();
        assertThat(Files.readAllLines(out))
                .hasSize(7)
                .startsWith("unit,group,grouping", "A1,1,teams")
                .allMatch(line -> line.matches("unit.*|[AB]\\d,[12],teams"));
    }

    @Test
    void the_same_call_keeps_the_same_bytes() throws IOException {
        groups();
        byte[] first = Files.readAllBytes(study.resolve("plans/teams.groups.json"));
        groups();

        assertThat(study.resolve("plans/teams.groups.json")).hasBinaryContent(first);
    }

    @Test
    void a_zone_takes_in_the_towns_of_its_group_by_a_reform_that_is_told() {
        scenario("  - {id: z, name: Z, purpose: ZONE, number: 2, tolerance: 0.4, given: [{zone: Z}]}\n");

        assertThat(groups().out()).contains("High-tech Zone", "- extend-zone: {zone: Z, towns: [");
    }

    @Test
    void towns_that_are_given_apart_are_in_groups_of_their_names() {
        scenario("  - {id: t, name: T, number: 2, tolerance: 0.6, load: area,"
                + " given: [{name: West, towns: [A1]}, {name: North, towns: [B1]}]}\n");

        assertThat(groups().out()).contains("West: Dongcheng Subdistrict").contains("North: Nantang Town");
    }

    @Test
    void towns_that_do_not_touch_are_told_and_a_bridge_joins_them() {
        String task = "  - {id: t, name: T, number: 1, tolerance: 1, towns: [A1, A3]%s}\n";
        scenario(task.formatted(""));
        Cli apart = groups();

        assertThat(apart.code()).isEqualTo(1);
        assertThat(apart.err()).contains("2 parts", "also_touch", "touch no other", "A1", "A3");

        scenario(task.formatted(", also_touch: [{from: A1, to: A3}]"));
        assertThat(groups().code()).isZero();
    }

    @Test
    void a_tolerance_that_no_groups_keep_ends_with_1_and_keeps_nothing() {
        scenario("  - {id: t, name: T, number: 5, tolerance: 0.01}\n");
        Cli run = groups();

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("scenarios/teams.yaml", "tolerance");
        assertThat(study.resolve("plans/teams.groups.json")).doesNotExist();
    }

    @Test
    void what_makes_no_sense_is_told_with_file_and_line() {
        scenario("  - {id: t, name: T, number: 7, towns: [A1, X9], counties: [C]}\n");
        Cli run = groups();

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("scenarios/teams.yaml", "X9", "no such county");
    }

    @Test
    void a_scenario_without_groups_is_a_wrong_call() {
        assertThat(Cli.call("groups", study).code()).isEqualTo(2);
    }

    @Test
    void check_tells_of_groups_that_cannot_be() {
        scenario("  - {id: t, name: T, number: 1, towns: [A1, A3]}\n");
        Cli run = Cli.call("check", study);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("also_touch");
    }

    @Test
    void an_export_holds_outlines_of_the_groups_and_finds_them_first() {
        Path file = folder.resolve("out.gpkg");
        Cli run = Cli.call("export", study, "--scenario", "teams", "--to", file, "--steps", 200);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(study.resolve("plans/teams.groups.json")).exists();
        try (Layer layer = Layers.open(LayerRequest.of(file).withLayer("groups"))) {
            assertThat(layer.count()).isEqualTo(2);
        }
    }

    @Test
    void groups_stay_current_when_only_a_pin_is_added() {
        groups();
        TinyStudy.edit(
                study,
                "scenarios/teams.yaml",
                "reforms: []",
                "reforms: [{pin: {pool: city-institution, town: A2, at_least: 1}}]");
        Cli run = Cli.call("export", study, "--scenario", "teams", "--to", folder.resolve("o.geojson"), "--steps", 200);

        assertThat(run.err()).doesNotContain("groups kept");
        assertThat(folder.resolve("o.geojson")).content().contains("\"group_teams\"");
    }

    @Test
    void a_file_of_groups_that_was_altered_is_refused() throws IOException {
        groups();
        TinyStudy.edit(study, "plans/teams.groups.json", "\"cost\" : ", "\"cost\" : 1");
        Cli run = Cli.call("export", study, "--scenario", "teams", "--to", folder.resolve("o.png"), "--steps", 200);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("teams.groups.json");
    }

    @Test
    void groups_are_told_in_chinese() {
        assertThat(groups("--lang", "zh").out()).contains("驻镇帮扶工作队", "紧凑度", "南塘镇");
    }
}
