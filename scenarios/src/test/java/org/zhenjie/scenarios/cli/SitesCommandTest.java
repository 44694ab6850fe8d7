package org.zhenjie.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhenjie.scenarios.TinyStudy;

/** {@code zhenjie sites}, and {@code zhenjie explain --site}. */
class SitesCommandTest {
    private static final String STATIONS = """
            id,name,name_en,kind,county,lon,lat,load,capacity,quota_type,posts,leaders
            s1,东站,East,STATION,A,115.01,22.71,5,,institution,10,3
            s2,西站,West,STATION,A,115.02,22.71,1,,institution,7,2
            s3,南站,South,STATION,A,115.20,22.71,3,,institution,4,1
            s4,北站,North,STATION,B,115.01,22.81,9,,institution,8,2
            """;

    @TempDir
    Path temp;

    private Path study;

    @BeforeEach
    void write() throws IOException {
        study = TinyStudy.in(temp);
        Files.writeString(study.resolve("data/institutions.csv"), STATIONS);
        TinyStudy.edit(
                study, "study.yaml", "platforms:\n", "  institutions:\n    file: data/institutions.csv\nplatforms:\n");
        scenario("merge", "keep: 3, freed_share: 0.5");
    }

    private void scenario(String name, String what) {
        TinyStudy.scenario(
                study,
                name,
                "format: 1\nname: Merge\nreforms:\n  - consolidate: {kind: STATION, pool: city-institution, " + what
                        + "}\n");
    }

    @Test
    void the_merges_are_told_with_distance_cost_posts_and_leadership_positions() {
        Cli call = Cli.call("sites", study, "--scenario", "merge");
        assertThat(call.code()).isZero();
        assertThat(call.out())
                .contains("3 of 4 stay")
                .contains("3 posts freed, 2 leadership positions cut")
                .containsPattern("West \\(s2\\) → East \\(s1\\) +1\\.0\\d+ +1 ");
    }

    @Test
    void the_frontier_of_any_range_is_printed_and_written() throws IOException {
        Path out = temp.resolve("frontier.csv");
        Cli call = Cli.call("sites", study, "--scenario", "merge", "--keep", "1..4", "--out", out);
        assertThat(call.code()).isZero();
        assertThat(Files.readAllLines(out))
                .hasSize(5)
                .startsWith("consolidation,area,keep,cost,bound,freed_posts,leaders_cut,net,taken")
                .anyMatch(line -> line.startsWith("1,,1,,,") && line.endsWith("false"))
                .anyMatch(line -> line.startsWith("1,,3,") && line.endsWith("true"))
                .contains("1,,4,0,0,0,0,0,false");
    }

    @Test
    void a_range_in_the_scenario_says_which_number_is_taken() {
        scenario("range", "keep: 2..4, post_value: 1, freed_share: 1");
        Cli call = Cli.call("sites", study, "--scenario", "range");
        assertThat(call.out()).containsPattern("(?m)^ +3 .* taken$");
    }

    @Test
    void costs_in_a_column_have_equally_many_digits() {
        scenario("range", "keep: 2..4, post_value: 1, freed_share: 1");
        Cli call = Cli.call("sites", study, "--scenario", "range");

        assertThat(call.out().lines().filter(line -> line.matches("  [234]  .*")))
                .hasSize(3)
                .allMatch(line -> line.matches("  \\d +\\d+\\.\\d{3} +\\d+\\.\\d{3} .* -?\\d+\\.\\d{3}( .*)?"));
    }

    @Test
    void a_consolidation_that_cannot_be_kept_ends_every_command_with_1_and_names_rule_unit_and_amount() {
        scenario("bad", "keep: 1");
        for (String command : new String[] {"sites", "solve", "explain"}) {
            Cli call = Cli.call(command, study, "--scenario", "bad");
            assertThat(call.code()).isEqualTo(ExitCode.RULE_BROKEN);
            assertThat(call.err()).contains("C1").contains("s4").contains("load 9");
        }
        assertThat(Cli.call("check", study).code()).isEqualTo(ExitCode.RULE_BROKEN);
    }

    @Test
    void a_unit_is_explained_without_a_plan_of_posts() {
        Cli call = Cli.call("explain", study, "--scenario", "merge", "--site", "s2");
        assertThat(call.code()).isZero();
        assertThat(call.out())
                .contains("West (s2) merges into East (s1)")
                .contains("C1")
                .contains("stays as well");
        assertThat(study.resolve("plans")).doesNotExist();
        Cli chinese = Cli.call("explain", study, "--scenario", "merge", "--site", "s1", "--lang", "zh");
        assertThat(chinese.out()).contains("东站（s1）保留");
    }

    @Test
    void a_unit_or_a_consolidation_that_is_not_there_is_told() {
        assertThat(Cli.call("explain", study, "--scenario", "merge", "--site", "x")
                        .code())
                .isEqualTo(ExitCode.INPUT);
        assertThat(Cli.call("sites", study).code()).isEqualTo(ExitCode.INPUT);
    }
}
