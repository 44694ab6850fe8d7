package org.zhenjie.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.swing.JLabel;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.Test;
import org.zhenjie.scenarios.session.ScenarioEntry.State;
import org.zhenjie.scenarios.session.TownFigures;
import org.zhenjie.ui.workspace.Side;
import org.zhenjie.ui.workspace.SolveView;

class SolvingTest extends WindowTest {

    @Test
    void a_solve_levels_the_right_map_writes_the_plan_and_says_its_price() {
        settings.setSolveSeconds(2);
        Path study = openStudy();
        String before = window.label("totals.B").text();
        window.button("solve").click();
        window.button("cancel").requireEnabled();
        waitFor("the solve to end", () -> !workspace().isSolving());
        waitFor(
                "its figures",
                () -> workspace().figures(Side.B).filter(f -> f.planned()).isPresent());
        assertThat(study.resolve("plans/baseline.plan.json")).exists();
        assertThat(workspace().choice().orElseThrow().state()).isEqualTo(State.SOLVED);
        assertThat(window.label("totals.B").text()).isNotEqualTo(before);
        assertThat(window.label("status").text()).startsWith("Baseline is solved: ");
        assertThat(scenarioLines().get(0)).contains("solved");
        int held = workspace().figures(Side.A).orElseThrow().towns().stream()
                .mapToInt(TownFigures::after)
                .sum();
        int after = workspace().figures(Side.B).orElseThrow().towns().stream()
                .mapToInt(TownFigures::after)
                .sum();
        assertThat(after).isGreaterThan(held);
        window.label("solve.title").requireText("Last solve: Baseline");
        assertThat(window.label("solve.price").text()).contains("short of need by", "<br>cost ");
        assertThat(window.label("solve.times").text()).matches("first plan after [0-9.]+ s · best after [0-9.]+ s");
    }

    @Test
    void what_the_study_must_say_of_itself_gives_way_to_what_is_going_on() {
        settings.setSolveSeconds(1);
        openStudy();
        GuiActionRunner.execute(() -> main.frame().setSize(1_100, 700));
        window.button("solve").click();
        waitFor("the solve to end", () -> !workspace().isSolving());
        waitFor(
                "its figures",
                () -> workspace().figures(Side.B).filter(f -> f.planned()).isPresent());
        JLabel status = window.label("status").target();

        assertThat(status.getText()).startsWith("Baseline is solved: ");
        assertThat(status.getWidth()).isGreaterThanOrEqualTo(status.getPreferredSize().width);
    }

    @Test
    void a_cancelled_solve_ends_soon_and_keeps_its_best_plan() {
        settings.setSolveSeconds(300);
        Path study = openStudy();
        window.button("solve").click();
        waitFor(
                "a first plan",
                () -> workspace().solving().flatMap(SolveView::latest).isPresent());
        window.label("solve.title").requireText("Solving: Baseline");
        window.button("cancel").click();
        waitFor("the solve to end", () -> !workspace().isSolving());
        assertThat(Files.exists(study.resolve("plans/baseline.plan.json"))).isTrue();
        window.button("cancel").requireDisabled();
        window.button("solve").requireEnabled();
    }

    @Test
    void a_plan_that_is_there_already_is_shown_when_the_study_is_opened_again() {
        settings.setSolveSeconds(1);
        Path study = openStudy();
        window.button("solve").click();
        waitFor(
                "its figures",
                () -> workspace().figures(Side.B).filter(f -> f.planned()).isPresent());
        String totals = window.label("totals.B").text();
        GuiActionRunner.execute(() -> workspace().show(Side.B, "today"));
        open(study);
        waitFor(
                "the plan",
                () -> workspace().figures(Side.B).filter(f -> f.planned()).isPresent());
        window.label("totals.B").requireText(totals);
    }
}
