package org.zhenjie.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhenjie.scenarios.TinyStudy;

/** {@code zhenjie explain}. */
class ExplainCommandTest {
    private static final String FLOOR = "{platform: law, posts: 2}";

    @TempDir
    Path temp;

    private Path study;

    @BeforeEach
    void write() {
        study = TinyStudy.in(temp);
    }

    private Cli explain(Object... args) {
        Object[] all = new Object[args.length + 4];
        all[0] = "explain";
        all[1] = study;
        System.arraycopy(args, 0, all, 2, args.length);
        all[args.length + 2] = "--steps";
        all[args.length + 3] = 200;
        return Cli.call(all);
    }

    @Test
    void the_costs_of_all_towns_and_of_none_add_up_to_the_score() {
        Cli call = explain();

        assertThat(call.code()).isZero();
        String byTown = call.out().substring(call.out().indexOf("by town"));
        long sum = 0;
        Matcher rows =
                Pattern.compile("(?m)^(.*?)  +([\\d,]+) +([\\d,]+) +([\\d,]+)$").matcher(byTown);
        while (rows.find()) {
            long cost = Long.parseLong(rows.group(4).replace(",", ""));
            if (rows.group(1).startsWith("sum")) {
                assertThat(cost).isEqualTo(sum).isPositive();
                return;
            }
            sum += cost;
        }
        throw new AssertionError("no sum in " + byTown);
    }

    @Test
    void a_town_is_told_what_each_rule_costs_there_and_what_three_posts_more_would_do() {
        Cli call = explain("--town", "A2", "--more", 3);

        assertThat(call.code()).isZero();
        assertThat(call.out())
                .contains(
                        "Hekou Town:", "against", "what it costs", "S1", "What if 3 more?", "to Hekou Town: ", "sum:");
    }

    @Test
    void what_a_hard_rule_forbids_is_said_with_its_name_and_the_amount() {
        Cli call = explain("--pool", "a-administrative", "--more", 50);

        assertThat(call.code()).isZero();
        assertThat(call.out())
                .contains("Forbidden:")
                .containsPattern("H1 Pool size less its reserve: County A administrative pool: by \\d+");
    }

    @Test
    void a_block_is_told_where_else_it_could_go() {
        Cli solved = explain();
        assertThat(solved.code()).isZero();
        String block = "S1";
        Cli call = explain("--block", block);

        assertThat(call.code()).isZero();
        assertThat(call.out()).contains(block, "The other places");
    }

    @Test
    void an_unknown_town_is_refused_with_those_there_are() {
        Cli call = explain("--town", "X9");

        assertThat(call.code()).isEqualTo(2);
        assertThat(call.err()).contains("X9", "A1");
    }

    @Test
    void a_town_and_a_pool_at_once_are_a_wrong_call() {
        assertThat(explain("--town", "A2", "--pool", "a-administrative").code()).isEqualTo(2);
    }

    @Test
    void rules_that_cannot_hold_together_are_named_with_what_it_takes_to_loosen_them() {
        TinyStudy.edit(study, "study.yaml", FLOOR, "{platform: law, posts: 60}");
        Cli call = explain("--infeasible");

        assertThat(call.code()).isEqualTo(1);
        assertThat(call.out())
                .contains(
                        "cannot hold together",
                        "H7: ",
                        "Law enforcement: at least 60 posts",
                        "The least that has to give way");
    }

    @Test
    void a_solve_without_any_plan_says_which_rules_cannot_hold_together() {
        TinyStudy.edit(study, "study.yaml", FLOOR, "{platform: law, posts: 60}");
        Cli call = Cli.call("solve", study, "--steps", 50);

        assertThat(call.code()).isEqualTo(1);
        assertThat(call.err()).contains("cannot hold together", "at least 60 posts");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|cannot hold together|H10: Safety, County A: at least 190 posts"
                        + "|enough alone: 139 posts fewer|H10 Least posts of a field: Safety, County A: by 139",
                "zh|下列规则不能同时成立|H10：平安，甲县：至少 190 个编制|单独即可：下限降低 139 个|H10 领域最低编制：平安，甲县：超出 139"
            })
    void a_floor_of_a_field_that_a_scenario_sets_too_high_is_told_with_how_far_to_lower_it(
            String language, String conflict, String rule, String remedy, String least) {
        TinyStudy.edit(
                study,
                "study.yaml",
                "policy:",
                "fields:\n  - {id: safety, name: {zh: 平安, en: Safety}, platforms: [law], over: COUNTY, share_of_need: 0.5}\npolicy:");
        TinyStudy.scenario(
                study,
                "high",
                "format: 1\nname: x\nreforms:\n  - change-field-floor: {field: safety, counties: [A], share_of_need: 5}\n");
        Cli solve = Cli.call("solve", study, "--scenario", "high", "--steps", 50, "--lang", language);
        Cli explain = Cli.call("explain", study, "--scenario", "high", "--infeasible", "--lang", language);

        assertThat(solve.code()).isEqualTo(1);
        assertThat(solve.err()).contains(conflict, rule, remedy, least);
        assertThat(explain.code()).isEqualTo(1);
        assertThat(explain.out()).contains(conflict, rule, remedy, least);
        TinyStudy.edit(study, "scenarios/high.yaml", "share_of_need: 5", "share_of_need: 1");
        assertThat(Cli.call("explain", study, "--scenario", "high", "--infeasible")
                        .code())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|has at least 2 people with the skill for Fines|enough alone: 2 people fewer",
                "zh|承接“罚款”：至少有 2 名具备相应技能的人员|单独即可：少要求 2 人"
            })
    void a_power_that_asks_for_a_skill_which_nobody_has_is_told_by_town_and_by_how_many(
            String language, String rule, String remedy) throws IOException {
        Files.writeString(
                study.resolve("data/powers.csv"),
                "id,name,name_en,skill,people,cases,towns\nK1,罚款,Fines,pilot,2,9,A2\n");
        TinyStudy.edit(study, "study.yaml", "  pools:", "  powers:\n    file: data/powers.csv\n  pools:");
        Cli solve = Cli.call("solve", study, "--steps", 50, "--lang", language);
        Cli explain = Cli.call("explain", study, "--infeasible", "--lang", language);

        assertThat(solve.code()).isEqualTo(1);
        assertThat(solve.err()).contains(rule, remedy);
        assertThat(explain.code()).isEqualTo(1);
        assertThat(explain.out()).contains(rule, remedy);
    }

    @Test
    void of_a_rule_that_is_asked_of_many_eight_are_told_and_how_many_more_there_are() {
        String pins = Stream.of("A1", "A2", "A3", "B1", "B2")
                .flatMap(town -> Stream.of("governance", "law")
                        .map(platform -> "  - pin: {pool: city-institution, town: " + town + ", platform: " + platform
                                + ", posts: 2}\n"))
                .collect(Collectors.joining());
        TinyStudy.scenario(study, "many", "format: 1\nname: x\nreforms:\n" + pins);
        Cli call = explain("--scenario", "many", "--infeasible");

        // ten pins of 2 posts each, and 18 posts
        assertThat(call.out().lines().filter(line -> line.startsWith("  H8: pin")))
                .hasSize(8);
        assertThat(call.out()).contains("H8: and 2 more of the same kind", "enough alone: 2 posts fewer");
    }

    @Test
    void rules_that_can_be_kept_are_no_conflict() {
        Cli call = explain("--infeasible");

        assertThat(call.code()).isZero();
        assertThat(call.out()).contains("can be kept");
    }

    @Test
    void the_same_in_chinese() {
        Cli call = explain("--town", "A2", "--more", 3, "--lang", "zh");

        assertThat(call.code()).isZero();
        assertThat(call.out()).contains("河口镇", "若多 3 个").doesNotContain("What if");
    }

    @Test
    void help_says_how_to_ask() {
        assertThat(Cli.call("explain", "--help").out())
                .contains("Usage: zhenjie explain", "--infeasible", "Examples:\n  zhenjie explain");
        assertThat(Cli.call("explain", "--help", "--lang", "zh").out()).contains("用法：zhenjie explain", "示例：");
    }
}
