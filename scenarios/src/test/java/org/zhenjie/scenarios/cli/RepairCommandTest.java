package org.zhenjie.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhenjie.scenarios.TinyStudy;

/** {@code zhenjie repair}, the findings of {@code zhenjie check}, and {@code zhenjie bench coverage}. */
class RepairCommandTest {
    /** Two towns that overlap by a strip, and a third beside them. */
    private static final String TOWNS = """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"code":"441581101","name":"甲子镇","people":5},"geometry":{"type":"Polygon",
             "coordinates":[[[115,22.5],[115.01,22.5],[115.01,22.51],[115,22.51],[115,22.5]]]}},
            {"type":"Feature","properties":{"code":"441581102","name":"碣石","people":6},"geometry":{"type":"Polygon",
             "coordinates":[[[115.0099,22.5],[115.02,22.5],[115.02,22.51],[115.0099,22.51],[115.0099,22.5]]]}}]}
            """;

    @TempDir
    Path temp;

    private Path towns() throws IOException {
        return Files.writeString(temp.resolve("towns.geojson"), TOWNS);
    }

    @Test
    void a_repair_is_listed_and_the_copy_is_clean_while_the_input_stays() throws IOException {
        Path towns = towns();
        Path mended = temp.resolve("mended.gpkg");

        Cli repair = Cli.call("repair", towns, "--to", mended);

        assertThat(repair.code()).isZero();
        assertThat(repair.out()).contains("overlaps: 11,394.1 m²", "44158110", " before, ", "Repaired: 1. Left: 0.");
        assertThat(Files.readString(towns)).isEqualTo(TOWNS);
        assertThat(Cli.call("check", towns).out()).contains("overlap by");
        Cli check = Cli.call("check", mended);
        assertThat(check.out()).contains("people:Integer").doesNotContain("overlap");
    }

    @Test
    void a_dry_run_writes_nothing_and_kinds_that_are_not_asked_for_stay() throws IOException {
        Path mended = temp.resolve("mended.gpkg");

        Cli dry = Cli.call("repair", towns(), "--to", mended, "--dry-run");
        Cli other = Cli.call("repair", towns(), "--only", "GAP,INVALID_RING", "--dry-run", "--lang", "zh");

        assertThat(dry.out()).contains("Repaired: 1", "Nothing was written");
        assertThat(other.out()).contains("没有发现", "重叠 1");
        assertThat(mended).doesNotExist();
    }

    @Test
    void a_gap_over_the_largest_allowed_stays_until_consent_is_given() throws IOException {
        String ring = "[[115,22.5],[115.01,22.5],[115.01,22.51],[115,22.51],[115,22.5]]";
        String hole = "[[115.004,22.504],[115.004,22.505],[115.005,22.505],[115.005,22.504],[115.004,22.504]]";
        Path towns = Files.writeString(
                temp.resolve("towns.geojson"),
                TOWNS.replace("115.0099", "115.01").replace(ring, ring + "," + hole));

        Cli kept = Cli.call("repair", towns, "--dry-run");
        Cli filled = Cli.call("repair", towns, "--dry-run", "--max-gap", "20000");

        assertThat(kept.out()).contains("gaps 1").contains("Nothing was found that can be repaired");
        assertThat(filled.out()).contains("Repaired: 1. Left: 0.");
    }

    @Test
    void without_a_target_or_onto_the_input_the_call_is_refused() throws IOException {
        Path towns = towns();

        assertThat(Cli.call("repair", towns).code()).isEqualTo(2);
        assertThat(Cli.call("repair", towns, "--to", towns).code()).isEqualTo(2);
        assertThat(Cli.call("repair", towns, "--only", "NONSENSE", "--dry-run").code())
                .isEqualTo(2);
        assertThat(Cli.call("check", towns, "--findings", temp.resolve("f.shp")).code())
                .isEqualTo(2);
    }

    @Test
    void findings_are_written_as_a_layer_and_codes_held_against_a_table() throws IOException {
        Path codes = Files.writeString(temp.resolve("codes.csv"), "code,name\n441581101,甲子镇\n441581102,碣石镇\n");
        Path findings = temp.resolve("findings.gpkg");

        Cli check = Cli.call("check", towns(), "--codes", codes, "--findings", findings);

        assertThat(check.code()).isZero();
        assertThat(check.out())
                .contains("findings in towns", "names that differ", "the official name of 441581102 is “碣石镇”");
        assertThat(Cli.call("check", findings).out())
                .contains("features: 2", "kind:String", "size_m2:Double", "EPSG:4326");
    }

    @Test
    void the_towns_of_a_study_are_held_against_its_own_table() throws IOException {
        Path study = TinyStudy.in(temp);
        Files.writeString(study.resolve("data/codes.csv"), "code,name\n441500101,某镇\n");
        TinyStudy.edit(study, "study.yaml", "  staff:", "  official_codes:\n    file: data/codes.csv\n  staff:");
        Path findings = temp.resolve("findings.gpkg");

        Cli check = Cli.call("check", study, "--findings", findings);

        assertThat(check.code()).isZero();
        assertThat(findings).exists();
    }

    @Test
    void the_benchmark_prints_a_line_for_each_size_clean_and_shifted() {
        Cli bench = Cli.call("bench", "coverage", "--towns", "30,60", "--rounds", "1");

        assertThat(bench.code()).isZero();
        assertThat(bench.out()).containsPattern("clean +30").containsPattern("1 in 100 shifted +60");
    }
}
