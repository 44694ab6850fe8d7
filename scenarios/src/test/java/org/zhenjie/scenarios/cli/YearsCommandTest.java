package org.zhenjie.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhenjie.scenarios.TinyStudy;

/** {@code zhenjie years} and {@code zhenjie batches}. */
class YearsCommandTest {

    @TempDir
    private Path temp;

    private Path study;

    @BeforeEach
    void tiny() throws IOException {
        study = TinyStudy.in(temp);
        TinyStudy.edit(study, "data/pools.csv", "size,reserve", "size,reserve,term_years");
        TinyStudy.edit(study, "data/pools.csv", "city,20,0.1", "city,20,0.1,2");
        data(
                "retirements",
                "town,platform,quota_type,year,people,pool\nA1,governance,institution,2027,2,city-institution\n");
    }

    private void data(String role, String csv) throws IOException {
        Files.writeString(study.resolve("data/" + role + ".csv"), csv);
        TinyStudy.edit(study, "study.yaml", "  pools:", "  " + role + ":\n    file: data/" + role + ".csv\n  pools:");
    }

    private Cli years(String... more) {
        String[] args = {"years", study.toString(), "--from", "2026", "--to", "2028", "--steps", "300", "--lang", "en"};
        String[] all = java.util.Arrays.copyOf(args, args.length + more.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return Cli.call((Object[]) all);
    }

    @Test
    void loans_come_back_after_their_term_and_posts_of_those_who_retire_go_to_the_pool() throws IOException {
        Path out = temp.resolve("grants.csv");
        Cli call = years("--out", out.toString());
        List<String> rows = Files.readAllLines(out);

        assertThat(call.code()).as(call.err()).isZero();
        assertThat(rows.get(0)).isEqualTo("year,pool,town,platform,posts,since,due");
        assertThat(rows).anyMatch(row -> row.startsWith("2026,city-institution") && row.endsWith(",2026,2028"));
        assertThat(rows).anyMatch(row -> row.startsWith("2027,city-institution") && row.endsWith(",2026,2028"));
        assertThat(rows).noneMatch(row -> row.startsWith("2028") && row.endsWith(",2026,2028"));
        assertThat(rows).anyMatch(row -> row.startsWith("2028,a-administrative") && row.endsWith(",2026,"));
        List<String> table =
                call.out().lines().filter(line -> line.strip().startsWith("20")).toList();
        assertThat(table).hasSize(3);
        // year need posts granted new back retired ...
        assertThat(table.get(1).strip().split("\\s+")[6]).isEqualTo("2");
        assertThat(table.get(2).strip().split("\\s+")[5]).isEqualTo("18");
    }

    @Test
    void the_same_call_gives_the_same_bytes() {
        assertThat(years().out()).isEqualTo(years().out());
    }

    @Test
    void a_reform_comes_into_force_in_its_year() throws IOException {
        TinyStudy.scenario(
                study,
                "later",
                "format: 1\nname: x\nreforms:\n  - from: 2028\n    change-pool: {pool: city-institution, by: 10, account: outside}\n");
        Cli call = years("--scenario", "later");
        List<String> table =
                call.out().lines().filter(line -> line.strip().startsWith("20")).toList();

        assertThat(call.code()).as(call.err()).isZero();
        int before = Integer.parseInt(table.get(1).strip().split("\\s+")[3]);
        int after = Integer.parseInt(table.get(2).strip().split("\\s+")[3]);
        assertThat(after).isEqualTo(before + 9);
    }

    @Test
    void years_in_the_wrong_order_are_a_wrong_call() {
        Cli call = Cli.call("years", study.toString(), "--from", "2030", "--to", "2028", "--lang", "en");

        assertThat(call.code()).isEqualTo(2);
        assertThat(call.err()).contains("2030–2028");
    }

    @Test
    void a_pool_of_another_quota_type_takes_no_retired_posts() throws IOException {
        TinyStudy.edit(study, "data/retirements.csv", "city-institution", "a-administrative");

        Cli call = years();

        assertThat(call.code()).isEqualTo(2);
        assertThat(call.err()).contains("retirements.csv", "a-administrative");
    }

    @Test
    void powers_go_to_towns_in_batches_as_people_are_trained() throws IOException {
        data(
                "powers",
                "id,name,name_en,skill,people,cases,towns\nK1,罚款,Fines,seal,2,300,\nK2,许可,Permits,seal,1,100,\n");
        TinyStudy.edit(study, "study.yaml", "policy:", "batches:\n  - {year: 2026, seats: 6}\n  - {seats: 3}\npolicy:");
        TinyStudy.scenario(study, "open", "format: 1\nname: x\nreforms:\n  - open-powers: {}\n");
        Path out = temp.resolve("batches.csv");

        Cli call = Cli.call(
                "batches",
                study.toString(),
                "--scenario",
                "open",
                "--steps",
                "300",
                "--out",
                out.toString(),
                "--lang",
                "en");

        assertThat(call.code()).as(call.err()).isZero();
        // 3 towns of 400 cases by batch 1, one town more and 100 cases of another by batch 2
        assertThat(call.out()).contains("4,300");
        assertThat(Files.readAllLines(out)).hasSize(13).contains("power,town,cases,batch");
    }

    @Test
    void a_study_without_batches_is_told_what_to_say() {
        Cli call = Cli.call("batches", study.toString(), "--lang", "en");

        assertThat(call.code()).isEqualTo(2);
        assertThat(call.err()).contains("study.yaml", "batches");
    }
}
