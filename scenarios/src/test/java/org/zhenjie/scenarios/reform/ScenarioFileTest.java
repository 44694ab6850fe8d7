package org.zhenjie.scenarios.reform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.scenarios.TinyStudy;
import org.zhenjie.scenarios.reform.Reform.Ban;
import org.zhenjie.scenarios.reform.Reform.ChangePool;
import org.zhenjie.scenarios.reform.Reform.ConvertToStreet;
import org.zhenjie.scenarios.reform.Reform.ExtendZone;
import org.zhenjie.scenarios.reform.Reform.MergeTowns;
import org.zhenjie.scenarios.reform.Reform.Pin;
import org.zhenjie.scenarios.study.Name;
import org.zhenjie.scenarios.study.Study.Decision.BlockGoes;
import org.zhenjie.scenarios.study.Study.Decision.BlockNotTo;
import org.zhenjie.scenarios.study.Study.Decision.BlockStays;
import org.zhenjie.scenarios.study.Study.Decision.DepartmentNotTo;
import org.zhenjie.scenarios.study.Study.Decision.GrantWithin;
import org.zhenjie.scenarios.study.StudyFolder;
import org.zhenjie.scenarios.study.TownKind;

/** What a scenario file says, and what it may not say. */
class ScenarioFileTest {
    @TempDir
    static Path temp;

    private static Path path;
    private static StudyFolder folder;

    @BeforeAll
    static void open() {
        path = TinyStudy.in(temp);
        folder = StudyFolder.open(path);
    }

    private static Scenario read(String reforms) {
        TinyStudy.scenario(path, "test", "format: 1\nname: {zh: 试, en: Test}\nreforms:\n" + reforms);
        return ScenarioFile.read(folder, "test");
    }

    private static Problem refusal(String reforms) {
        InputException thrown = catchThrowableOfType(InputException.class, () -> read(reforms));
        assertThat(thrown).as("the scenario is refused").isNotNull();
        assertThat(thrown.problems()).hasSize(1);
        Problem problem = thrown.problems().get(0);
        assertThat(problem.where().file()).hasValue("scenarios/test.yaml");
        assertThat(problem.text(Locale.CHINA)).doesNotContain(problem.key());
        return problem;
    }

    @Test
    void every_reform_is_read() {
        Scenario scenario = read("""
                  - convert-to-street: {towns: ["A2"]}
                  - merge-towns: {towns: ["B1", "B2"], into: {code: "B1", name: {zh: 并镇, en: Merged}, kind: TOWN}}
                  - extend-zone: {zone: Z, towns: ["A2"], planned_area_km2: 226}
                  - change-pool: {pool: city-institution, by: -6, account: outside}
                  - pin: {pool: city-institution, town: "A1", platform: law, posts: 12}
                  - pin: {pool: city-institution, town: "A1", at_least: 3}
                  - pin: {block: S1, town: "A1", platform: law}
                  - pin: {block: S2, stays: true}
                  - ban: {pool: city-institution, town: "A3"}
                  - ban: {block: S3, town: "A3"}
                  - ban: {department: D2, town: "B3"}
                """);
        assertThat(scenario.title()).isEqualTo(new Name("试", "Test"));
        assertThat(scenario.reforms())
                .containsExactly(
                        new ConvertToStreet(List.of("A2")),
                        new MergeTowns(List.of("B1", "B2"), "B1", new Name("并镇", "Merged"), TownKind.TOWN),
                        new ExtendZone("Z", List.of("A2"), Optional.of(new BigDecimal("226"))),
                        new ChangePool("city-institution", -6, Optional.of("outside")),
                        new Pin(new GrantWithin("city-institution", "A1", Optional.of("law"), 12, 12)),
                        new Pin(new GrantWithin("city-institution", "A1", Optional.empty(), 3, GrantWithin.UNLIMITED)),
                        new Pin(new BlockGoes("S1", "A1", Optional.of("law"))),
                        new Pin(new BlockStays("S2")),
                        new Ban(new GrantWithin("city-institution", "A3", Optional.empty(), 0, 0)),
                        new Ban(new BlockNotTo("S3", "A3")),
                        new Ban(new DepartmentNotTo("D2", "B3")));
    }

    @Test
    void codes_need_no_quotes() {
        assertThat(read("  - convert-to-street: {towns: [441581101, 0012]}").reforms())
                .containsExactly(new ConvertToStreet(List.of("441581101", "0012")));
    }

    @Test
    void the_baseline_needs_no_file() {
        assertThat(ScenarioFile.read(folder, "baseline").reforms()).isEmpty();
    }

    @Test
    void an_unknown_scenario_lists_those_that_there_are() {
        read("  - convert-to-street: {towns: [A2]}");
        InputException thrown = catchThrowableOfType(InputException.class, () -> ScenarioFile.read(folder, "tests"));
        assertThat(thrown.problems().get(0).text(Locale.ENGLISH))
                .contains("baseline")
                .contains("test");
    }

    @Test
    void an_unknown_reform_is_told_with_its_line_and_those_that_are_known() {
        Problem problem = refusal("  - convert-to-street: {towns: [A2]}\n  - swap-towns: {town: A2}");
        assertThat(problem.key()).isEqualTo("scenario.unknownReform");
        assertThat(problem.where().row()).isEqualTo(OptionalLong.of(5));
        assertThat(problem.where().value()).hasValue("swap-towns");
        assertThat(problem.text(Locale.ENGLISH)).contains("merge-towns");
    }

    @Test
    void an_unknown_word_within_a_reform() {
        Problem problem = refusal("  - change-pool: {pool: city-institution, by: 3, acount: outside}");
        assertThat(problem.key()).isEqualTo("yaml.unknownKey");
        assertThat(problem.where().field()).hasValue("reforms[1].change-pool.acount");
    }

    @Test
    void two_reforms_in_one_line() {
        assertThat(refusal("  - {pin: {block: S2, stays: true}, ban: {block: S3, town: A3}}")
                        .key())
                .isEqualTo("scenario.oneReform");
    }

    @Test
    void a_pin_without_a_number() {
        assertThat(refusal("  - pin: {pool: city-institution, town: A1}").key()).isEqualTo("scenario.pinPosts");
    }

    @Test
    void a_pin_of_posts_both_exact_and_within_limits() {
        assertThat(refusal("  - pin: {pool: city-institution, town: A1, posts: 3, at_most: 5}")
                        .key())
                .isEqualTo("scenario.pinPosts");
    }

    @Test
    void a_ban_of_nothing() {
        assertThat(refusal("  - ban: {town: A1}").key()).isEqualTo("scenario.banWhom");
    }

    @Test
    void a_reform_that_makes_no_sense_is_told_with_its_line() {
        Scenario scenario = read("  - convert-to-street: {towns: [A2]}\n  - convert-to-street: {towns: [A7]}");
        InputException thrown =
                catchThrowableOfType(InputException.class, () -> Reforms.apply(scenario, folder.study()));
        Problem problem = thrown.problems().get(0);
        assertThat(problem.where().file()).hasValue("scenarios/test.yaml");
        assertThat(problem.where().row()).isEqualTo(OptionalLong.of(5));
        assertThat(problem.where().value()).hasValue("A7");
    }

    @Test
    void names_that_no_file_can_have_everywhere_are_no_scenarios() {
        assertThat(StudyFolder.isScenarioName("甲子-2.1")).isTrue();
        for (String name : List.of("", ".hidden", "a/b", "a b", "..", "x".repeat(81))) {
            assertThat(StudyFolder.isScenarioName(name)).as(name).isFalse();
        }
    }
}
