package org.zhenjie.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.swing.data.TableCell;
import org.junit.jupiter.api.Test;

class OpeningTest extends WindowTest {

    @Test
    void before_a_study_is_open_the_window_says_how_to_open_one() {
        window.button("welcome.open").requireVisible().requireEnabled();
        window.button("solve").requireDisabled();
        window.button("cancel").requireDisabled();
        window.label("status").requireText("Ready. Open a study to begin.");
    }

    @Test
    void an_open_study_shows_its_scenarios_towns_and_name() {
        openStudy();
        assertThat(main.frame().getTitle()).startsWith("Haibin").endsWith("Zhenjie");
        assertThat(scenarioLines()).hasSizeGreaterThanOrEqualTo(4);
        window.table("towns").requireRowCount(51);
        window.comboBox("side.A").requireSelection(0);
        window.button("solve").requireEnabled();
    }

    @Test
    void posts_held_are_those_of_the_staff_file() throws IOException {
        Path study = openStudy();
        List<String> lines = Files.readAllLines(study.resolve("data/staff.csv"));
        List<String> head = List.of(lines.get(0).replace("\uFEFF", "").split(","));
        int town = head.indexOf("town_code");
        int posts = head.indexOf("posts");
        String first = workspace()
                .figures(org.zhenjie.ui.workspace.Side.A)
                .orElseThrow()
                .towns()
                .get(0)
                .code();
        int held = lines.stream()
                .skip(1)
                .map(line -> line.split(","))
                .filter(cells -> cells[town].equals(first))
                .mapToInt(cells -> Integer.parseInt(cells[posts]))
                .sum();
        int column = window.table("towns").columnIndexFor("A held");
        window.table("towns").requireCellValue(TableCell.row(0).column(column), String.valueOf(held));
        assertThat(held).isPositive();
    }

    @Test
    void a_folder_that_is_no_study_gives_one_clear_message_and_the_window_lives_on() {
        Path empty = temp.resolve("empty");
        org.assertj.swing.edt.GuiActionRunner.execute(() -> main.open(empty));
        var dialog = window.dialog("problem.dialog", org.assertj.swing.timing.Timeout.timeout(20_000));
        assertThat(dialog.textBox("problem.text").text()).contains("empty").doesNotContain("Exception");
        dialog.button().click();
        openStudy();
        window.table("towns").requireRowCount(51);
    }

    @Test
    void a_study_with_a_layer_that_nobody_placed_asks_for_its_system_and_opens_with_the_answer() throws IOException {
        Path study = study();
        Files.delete(study.resolve("data/towns.prj"));
        org.assertj.swing.edt.GuiActionRunner.execute(() -> main.open(study));
        var dialog = window.dialog("crs.dialog", org.assertj.swing.timing.Timeout.timeout(20_000));
        assertThat(dialog.comboBox("crs.towns").contents()[0])
                .startsWith("EPSG:4490 (")
                .contains("115.");
        dialog.button(org.assertj.swing.core.matcher.JButtonMatcher.withText("Write and open"))
                .click();
        waitForStudy();
        assertThat(Files.readString(study.resolve("study.yaml"))).contains("crs: 'EPSG:4490'");
        window.table("towns").requireRowCount(51);
    }
}
