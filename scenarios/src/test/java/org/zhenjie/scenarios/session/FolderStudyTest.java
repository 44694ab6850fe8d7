package org.zhenjie.scenarios.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhenjie.scenarios.TinyStudy;
import org.zhenjie.scenarios.indicator.Indicator.Plain;
import org.zhenjie.scenarios.session.ScenarioEntry.State;
import org.zhenjie.scenarios.study.Name;

/** An open study on the sample study's files. */
class FolderStudyTest {

    private static final Duration SHORT = Duration.ofMillis(1_500);

    @TempDir
    Path temp;

    private final Studies studies = new FolderStudies();
    private Path folder;

    @BeforeEach
    void copySample() throws IOException {
        Path from = Path.of(System.getProperty("zhenjie.root"), "scenarios", "haibin");
        folder = temp.resolve("haibin");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(one -> !from.relativize(one).startsWith("plans"))
                    .toList()) {
                Files.copy(file, folder.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static ScenarioEntry entry(Studies.OpenStudy study, String id) {
        return study.scenarios().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void before_any_plan_posts_after_are_posts_held_and_nothing_is_received() {
        Studies.OpenStudy study = studies.open(folder);
        assertThat(entry(study, "baseline").state()).isEqualTo(State.UNSOLVED);
        ScenarioFigures today = study.figures(ScenarioEntry.TODAY);
        assertThat(today.planned()).isFalse();
        assertThat(today.towns()).hasSize(51).allSatisfy(town -> {
            assertThat(town.after()).isEqualTo(town.held());
            assertThat(town.receipts()).isEmpty();
            assertThat(town.costs()).isEmpty();
            assertThat(town.value(Plain.NEED)).hasValue(town.need());
        });
    }

    @Test
    void a_solved_scenario_is_solved_for_the_next_who_opens_it_and_its_parts_add_up() {
        List<Snapshot> heard = new ArrayList<>();
        studies.open(folder).solve("baseline", SHORT).run(heard::add);
        Studies.OpenStudy again = studies.open(folder);
        ScenarioEntry baseline = entry(again, "baseline");
        assertThat(baseline.state()).isEqualTo(State.SOLVED);
        ScenarioFigures figures = again.figures("baseline");
        assertThat(figures.planned()).isTrue();
        assertThat(figures.towns()).allSatisfy(town -> {
            assertThat(town.receipts().stream()
                            .mapToInt(TownFigures.Receipt::posts)
                            .sum())
                    .isEqualTo(town.received());
            assertThat(town.value(Plain.POSTS_AFTER)).hasValue(town.after());
            assertThat(town.value(Plain.SHORTFALL)).hasValue(town.shortfall());
        });
        assertThat(figures.towns().stream().mapToLong(TownFigures::shortfall).sum())
                .isEqualTo(baseline.result().orElseThrow().price().shortfall());
        assertThat(heard).isNotEmpty();
        assertThat(heard.get(heard.size() - 1).price())
                .isEqualTo(baseline.result().orElseThrow().price());
        assertThat(heard.get(0).levels()).hasSize(51);
    }

    @Test
    void a_solve_finds_the_groups_that_a_scenario_asks_for_and_the_map_shows_them() {
        Studies.OpenStudy study = studies.open(folder);
        assertThat(study.figures("merge-small").ground().groups()).isEmpty();

        study.solve("merge-small", SHORT).run(snapshot -> {});

        assertThat(study.figures("merge-small").ground().groups()).hasSize(8);
        assertThat(study.figures("baseline").ground().groups()).isEmpty();
    }

    @Test
    void groups_that_cannot_be_are_told_and_the_plan_is_there_all_the_same() throws IOException {
        Path scenario = folder.resolve("scenarios/merge-small.yaml");
        Files.writeString(scenario, Files.readString(scenario).replace("tolerance: 0.1", "tolerance: 0"));
        Studies.OpenStudy study = studies.open(folder);

        Throwable failure =
                catchThrowable(() -> study.solve("merge-small", SHORT).run(snapshot -> {}));

        assertThat(studies.explain(failure, Locale.ENGLISH)).first().asString().contains("tolerance");
        assertThat(entry(study, "merge-small").state()).isEqualTo(State.SOLVED);
    }

    @Test
    void a_plan_is_out_of_date_once_the_data_have_changed() throws IOException {
        studies.open(folder).solve("baseline", SHORT).run(snapshot -> {});
        Path staff = folder.resolve("data/staff.csv");
        Files.writeString(staff, Files.readString(staff) + "\n");
        Studies.OpenStudy again = studies.open(folder);
        assertThat(entry(again, "baseline").state()).isEqualTo(State.STALE);
        assertThat(again.figures("baseline").planned()).isFalse();
    }

    @Test
    void one_scenario_that_cannot_be_read_does_not_hide_the_others() throws IOException {
        Files.writeString(
                folder.resolve("scenarios/wrong.yaml"), "format: 1\nname: x\nreforms:\n  - abolish-everything: {}\n");
        Studies.OpenStudy study = studies.open(folder);
        assertThat(entry(study, "wrong").state()).isEqualTo(State.BROKEN);
        assertThat(entry(study, "baseline").state()).isEqualTo(State.UNSOLVED);
        Throwable failure = catchThrowable(() -> study.figures("wrong"));
        assertThat(studies.explain(failure, Locale.ENGLISH))
                .first()
                .asString()
                .contains("wrong.yaml", "abolish-everything");
    }

    @Test
    void the_plan_that_a_scenario_stays_near_is_solved_first_and_then_both_are_there() {
        Path tiny = TinyStudy.in(temp);
        TinyStudy.scenario(tiny, "steady", "format: 1\nname: Steady\nnear: baseline\nreforms: []\n");
        Studies.OpenStudy study = studies.open(tiny);
        study.solve("steady", SHORT).run(snapshot -> {});
        assertThat(entry(study, "baseline").state()).isEqualTo(State.SOLVED);
        assertThat(entry(study, "steady").state()).isEqualTo(State.SOLVED);
    }

    @Test
    void a_new_reference_makes_the_plans_that_stay_near_it_stale() {
        Path tiny = TinyStudy.in(temp);
        TinyStudy.scenario(tiny, "steady", "format: 1\nname: Steady\nnear: baseline\nreforms: []\n");
        Studies.OpenStudy study = studies.open(tiny);
        study.solve("steady", SHORT).run(snapshot -> {});
        Studies.Solve other = study.solve("baseline", Duration.ofMillis(1));
        other.run(snapshot -> {});
        assertThat(entry(study, "steady").state()).isEqualTo(State.STALE);
    }

    @Test
    void a_solve_that_is_cancelled_before_it_began_leaves_no_plan() {
        Studies.OpenStudy study = studies.open(folder);
        Studies.Solve solve = study.solve("baseline", Duration.ofMinutes(5));
        solve.cancel();
        solve.run(snapshot -> {});
        assertThat(folder.resolve("plans/baseline.plan.json")).doesNotExist();
    }

    @Test
    void an_unforeseen_fault_is_told_without_a_stack_trace() {
        assertThat(studies.explain(new IllegalStateException("x"), Locale.CHINESE))
                .singleElement()
                .asString()
                .startsWith("程序出错")
                .doesNotContain("\n");
    }

    @Test
    void a_scenario_tells_its_reforms_in_both_languages() {
        Path tiny = TinyStudy.in(temp);
        TinyStudy.edit(
                tiny,
                "study.yaml",
                "policy:",
                "fields:\n  - {id: order, name: {zh: 秩序, en: Order}, platforms: [law], share_of_need: 0.5}\npolicy:");
        TinyStudy.scenario(
                tiny,
                "order",
                "format: 1\nname: Order\nreforms:\n  - convert-to-street: {towns: [A2]}\n"
                        + "  - change-field-floor: {field: order, towns: [A2], by: 0.1}\n");
        List<Name> reforms = entry(studies.open(tiny), "order").reforms();

        assertThat(reforms).hasSize(2);
        assertThat(reforms.get(1))
                .isEqualTo(new Name(
                        "“秩序”领域（河口镇）：下限提高需求的 10%", "Field Order, Hekou Town: floor higher by 10% of the need"));
    }
}
