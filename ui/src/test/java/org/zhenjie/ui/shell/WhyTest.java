package org.zhenjie.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JSpinner;
import javax.swing.JTable;
import javax.swing.JViewport;
import javax.swing.SwingUtilities;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.Test;
import org.zhenjie.scenarios.session.Edit;
import org.zhenjie.ui.map.MapCanvas;
import org.zhenjie.ui.mark.Lock;
import org.zhenjie.ui.workspace.Side;

/** The panel that says why, and lets people pin. */
class WhyTest extends WindowTest {
    private static final String TOWN = "441502006";
    /** Towns that the scenario's file itself pins or bans for a pool or a block. */
    private static final int PINNED_BY_THE_FILE = 4;

    private static final String SCENARIO = "bigger-pool";

    private Path solved() {
        settings.setSolveSeconds(2);
        Path study = openStudy();
        GuiActionRunner.execute(() -> workspace().choose(SCENARIO));
        window.button("solve").click();
        waitFor("the solve to end", () -> !workspace().isSolving());
        waitFor(
                "its figures",
                () -> workspace().figures(Side.B).filter(f -> f.planned()).isPresent());
        GuiActionRunner.execute(() -> workspace().select(Optional.of(TOWN)));
        waitFor("the answer", () -> has("why.state"));
        return study;
    }

    /** The panel may lie below what the window shows. */
    private void press(String button) {
        GuiActionRunner.execute(() -> window.button(button).target().doClick());
    }

    private boolean has(String label) {
        return !robot.finder()
                .findAll(main.frame(), one -> label.equals(one.getName()))
                .isEmpty();
    }

    @Test
    void the_panel_says_what_each_rule_costs_and_what_posts_more_would_do() {
        solved();

        assertThat(window.label("why.state").text()).contains("Zhelang Subdistrict");
        assertThat(window.label("why.cost.0").text()).containsPattern("[MS]\\d");
        assertThat(window.label("why.option.0").text()).contains("Zhelang Subdistrict");
        assertThat(window.label("why.option.0.cost").text()).matches(".*[+-].*");
    }

    @Test
    void words_have_most_of_the_width() {
        solved();
        JLabel words = window.label("why.cost.0").target();

        assertThat(words.getWidth()).isGreaterThan(words.getParent().getWidth() / 2);
    }

    @Test
    void a_pin_joins_the_scenario_and_the_plan_bends_to_it_and_undo_takes_it_back() throws IOException {
        Path file = solved().resolve("scenarios/" + SCENARIO + ".yaml");
        String before = Files.readString(file);
        GuiActionRunner.execute(() -> window.spinner("why.posts").target().setValue(0));
        press("why.pin");
        waitFor("the live solve to begin", () -> workspace().isSolving());
        waitFor("the pin to be kept", () -> !before.equals(read(file)));
        window.button("cancel").click();
        waitFor("the live solve to end", () -> !workspace().isSolving());
        waitFor(
                "the lock",
                () -> robot.finder()
                                .findAll(
                                        main.frame(),
                                        one -> one.getName() != null
                                                && one.getName().startsWith("why.pinned."))
                                .size()
                        == 1);

        assertThat(Files.readString(file)).startsWith(before).contains("pin: {pool: ", TOWN, "posts: 0");

        waitFor("the lock on the map", () -> locks().contains(TOWN));
        assertThat(locks()).hasSize(1 + PINNED_BY_THE_FILE);
        assertThat(lockedRows()).contains("Zhelang Subdistrict").hasSize(1 + PINNED_BY_THE_FILE);

        press("why.undo");
        waitFor("the pin to be gone", () -> before.equals(read(file)));
        GuiActionRunner.execute(() -> workspace().cancel());
        waitFor("the undo to end", () -> !workspace().isSolving());
    }

    @Test
    void the_panel_keeps_its_place_and_its_pool_while_the_plan_bends() {
        Path file = solved().resolve("scenarios/" + SCENARIO + ".yaml");
        String before = read(file);
        GuiActionRunner.execute(() -> {
            window.comboBox("why.pool").target().setSelectedIndex(1);
            window.spinner("why.posts").target().setValue(0);
            JButton pin = window.button("why.pin").target();
            pin.scrollRectToVisible(new Rectangle(pin.getSize()));
        });
        robot.waitForIdle();
        int top = topOf("why.pin");
        press("why.pin");
        waitFor("the pin to be kept", () -> !before.equals(read(file)));
        GuiActionRunner.execute(() -> workspace().cancel());
        waitFor("the lock", () -> has("why.pinned.city-institution"));

        assertThat(topOf("why.pin")).isCloseTo(top, within(120));
        window.comboBox("why.pool").requireSelection(1);
    }

    /** Where something is seen in its scroll pane, pixels below the upper edge. */
    private int topOf(String name) {
        return GuiActionRunner.execute(() -> {
            JButton button = window.button(name).target();
            JViewport seen = (JViewport) SwingUtilities.getAncestorOfClass(JViewport.class, button);
            return SwingUtilities.convertPoint(button, 0, 0, seen).y;
        });
    }

    @Test
    void what_is_no_number_of_posts_is_told_and_changes_nothing() {
        Path file = solved().resolve("scenarios/" + SCENARIO + ".yaml");
        String before = read(file);
        for (String typed : List.of("-3", "twelve")) {
            GuiActionRunner.execute(() -> {
                JSpinner posts = window.spinner("why.posts").target();
                ((JSpinner.DefaultEditor) posts.getEditor()).getTextField().setText(typed);
            });
            press("why.pin");

            assertThat(window.label("why.problem").text()).contains("from 0 to 1,000,000");
            assertThat(workspace().isSolving()).isFalse();
        }
        assertThat(read(file)).isEqualTo(before);
    }

    @Test
    void a_pool_is_resized_and_a_town_becomes_a_street_and_both_are_undone() {
        Path file = solved().resolve("scenarios/" + SCENARIO + ".yaml");
        String before = read(file);
        GuiActionRunner.execute(() -> window.spinner("why.size").target().setValue(170));
        press("why.resize");
        waitFor("the size to count", () -> read(file).contains("by: 14, account: outside}  # live"));
        GuiActionRunner.execute(() -> workspace().select(Optional.of("441502100")));
        waitFor(
                "the answer",
                () -> has("why.street") && window.button("why.street").target().isShowing());
        press("why.street");
        waitFor(
                "the street to count",
                () -> read(file).contains("convert-to-street: {towns: [\"441502100\"]}  # live"));
        press("why.undo");
        press("why.undo");
        waitFor("both to be gone", () -> before.equals(read(file)));
        GuiActionRunner.execute(() -> workspace().cancel());
        waitFor("the undo to end", () -> !workspace().isSolving());
    }

    @Test
    void pins_made_in_quick_succession_all_count() {
        Path file = solved().resolve("scenarios/" + SCENARIO + ".yaml");
        List<String> towns = List.of(TOWN, "441502004", "441502005");
        GuiActionRunner.execute(() -> {
            for (String each : towns) {
                workspace().change(Side.B, new Edit.Pin("city-administrative", each, 0), Locale.ENGLISH);
            }
        });
        waitFor(
                "the last live solve to begin",
                () -> pins(file) >= 3 || !workspace().isSolving());
        GuiActionRunner.execute(() -> workspace().cancel());
        waitFor("it to end", () -> !workspace().isSolving());

        assertThat(read(file)).contains(towns);
        assertThat(pins(file)).isEqualTo(3);
    }

    private static long pins(Path file) {
        return read(file)
                .lines()
                .filter(line -> line.contains("city-administrative") && line.contains("pin:"))
                .count();
    }

    private Set<String> locks() {
        return robot.finder().findByName(main.frame(), "map.B", MapCanvas.class).pinned();
    }

    /** The towns whose row shows a lock. */
    private List<String> lockedRows() {
        JTable table = window.table("towns").target();
        return GuiActionRunner.execute(() -> IntStream.range(0, table.getRowCount())
                .mapToObj(row -> (JLabel) table.prepareRenderer(table.getCellRenderer(row, 0), row, 0))
                .filter(cell -> cell.getIcon() instanceof Lock)
                .map(JLabel::getText)
                .toList());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
