package org.zhenjie.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Point;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.geom.Point2D;
import java.util.Optional;
import org.assertj.swing.core.MouseButton;
import org.assertj.swing.data.TableCell;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.zhenjie.scenarios.map.ThematicMap;
import org.zhenjie.scenarios.session.TownFigures;
import org.zhenjie.ui.map.MapCanvas;
import org.zhenjie.ui.workspace.Side;

class LookingTest extends WindowTest {

    private TownFigures town(int position) {
        return workspace().figures(Side.B).orElseThrow().towns().get(position);
    }

    @Test
    void a_town_selected_in_the_table_is_in_the_inspector_with_its_figures() {
        openStudy();
        TownFigures town = town(4);
        window.table("towns").selectRows(4);
        assertThat(workspace().town()).contains(town.code());
        window.label("inspector.name").requireText(town.name().en());
        window.label("inspector.need").requireText(String.valueOf(town.need()));
        window.label("inspector.held").requireText(String.valueOf(town.held()));
        window.label("inspector.people").requireText("%,d".formatted(town.people()));
        var platform = town.platforms().get(0);
        window.label("platform." + platform.platform().en() + ".need").requireText(String.valueOf(platform.need()));
        window.label("inspector.unplanned").requireVisible();
    }

    @Test
    void a_town_clicked_on_a_map_is_selected_in_the_table() {
        openStudy();
        TownFigures town = town(7);
        robot.click(canvas("A"), screenPoint(canvas("A"), town.code()), MouseButton.LEFT_BUTTON, 1);
        robot.waitForIdle();
        assertThat(workspace().town()).contains(town.code());
        window.table("towns").requireSelectedRows(7);
        window.label("inspector.name").requireText(town.name().en());
    }

    private Point screenPoint(MapCanvas canvas, String town) {
        return GuiActionRunner.execute(() -> {
            Coordinate inside = canvas.map()
                    .orElseThrow()
                    .ground()
                    .town(town)
                    .orElseThrow()
                    .boundary()
                    .getInteriorPoint()
                    .getCoordinate();
            Point2D at = canvas.viewport().toScreen(inside);
            return new Point((int) at.getX(), (int) at.getY());
        });
    }

    @Test
    void both_maps_pan_and_zoom_together() {
        openStudy();
        double before = canvas("B").viewport().centreX();
        double scale = canvas("B").viewport().metresPerPixel();
        MapCanvas a = canvas("A");
        Point middle = new Point(a.getWidth() / 2, a.getHeight() / 2);
        robot.pressMouse(a, middle);
        robot.moveMouse(a, new Point(middle.x + 30, middle.y));
        robot.moveMouse(a, new Point(middle.x + 60, middle.y));
        robot.releaseMouseButtons();
        robot.waitForIdle();
        assertThat(canvas("B").viewport().centreX()).isCloseTo(before - 60 * scale, within(scale * 2));
        assertThat(canvas("A").viewport().centreX())
                .isEqualTo(canvas("B").viewport().centreX());
        GuiActionRunner.execute(() -> a.dispatchEvent(wheel(a, new Point(50, 40), -3)));
        assertThat(canvas("B").viewport().metresPerPixel()).isLessThan(scale);
        window.button("fit").click();
        assertThat(canvas("B").viewport().centreX()).isCloseTo(before, within(1.0));
        waitForMaps();
    }

    /** A turn of the wheel; the toolkit in memory has no wheel of its own. */
    private static MouseWheelEvent wheel(MapCanvas canvas, Point at, int turns) {
        return new MouseWheelEvent(
                canvas,
                MouseEvent.MOUSE_WHEEL,
                0,
                0,
                at.x,
                at.y,
                0,
                false,
                MouseWheelEvent.WHEEL_UNIT_SCROLL,
                3,
                turns);
    }

    @Test
    void the_wheel_zooms_at_the_pointer_and_the_keys_in_the_middle() {
        openStudy();
        MapCanvas a = canvas("A");
        Coordinate under = a.viewport().toWorld(50, 40);
        GuiActionRunner.execute(() -> a.dispatchEvent(wheel(a, new Point(50, 40), -2)));
        assertThat(a.viewport().toWorld(50, 40).distance(under)).isLessThan(0.001);
        double scale = a.viewport().metresPerPixel();
        robot.focusAndWaitForFocusGain(a);
        robot.pressAndReleaseKey(KeyEvent.VK_MINUS);
        robot.waitForIdle();
        assertThat(canvas("B").viewport().metresPerPixel()).isGreaterThan(scale);
    }

    @Test
    void another_indicator_colours_both_maps_with_one_classification() {
        openStudy();
        int people = workspace()
                .study()
                .orElseThrow()
                .indicators()
                .indexOf(org.zhenjie.scenarios.indicator.Indicator.Plain.PEOPLE);
        window.comboBox("indicator").selectItem(people);
        waitForMaps();
        ThematicMap a = canvas("A").map().orElseThrow();
        ThematicMap b = canvas("B").map().orElseThrow();
        assertThat(a.indicator()).isEqualTo("Residents");
        assertThat(a.value(town(0).code())).hasValue(town(0).people());
        assertThat(a.classification()).isEqualTo(b.classification());
        assertThat(GuiActionRunner.execute(() -> robot.finder()
                        .findByName(main.frame(), "legend")
                        .getAccessibleContext()
                        .getAccessibleDescription()))
                .startsWith("Residents (people): ");
    }

    @Test
    void the_table_sorts_by_figures_not_by_their_digits() {
        openStudy();
        int need = window.table("towns").columnIndexFor("A need");
        window.table("towns").tableHeader().clickColumn(need);
        window.table("towns").tableHeader().clickColumn(need);
        int most = workspace().figures(Side.A).orElseThrow().towns().stream()
                .mapToInt(TownFigures::need)
                .max()
                .orElseThrow();
        window.table("towns").requireCellValue(TableCell.row(0).column(need), String.valueOf(most));
    }

    @Test
    void the_other_language_keeps_the_study_the_selection_and_where_the_maps_look() {
        openStudy();
        window.table("towns").selectRows(2);
        TownFigures town = town(2);
        double centre = canvas("A").viewport().centreX();
        window.button("language").click();
        robot.waitForIdle();
        window.label("inspector.name")
                .requireText(GuiActionRunner.execute(() ->
                        org.zhenjie.scenarios.map.Fonts.system().displayName(town.name(), java.util.Locale.CHINESE)));
        if (org.zhenjie.scenarios.map.Fonts.system().showsChinese()) {
            window.button("solve").requireText("求解(S)");
            assertThat(scenarioLines().get(0)).contains("未求解");
        }
        assertThat(workspace().town()).isEqualTo(Optional.of(town.code()));
        assertThat(canvas("A").viewport().centreX()).isCloseTo(centre, within(1.0));
        window.button("language").click();
        window.button("solve").requireText("Solve");
    }

    @Test
    void a_town_that_a_reform_merged_away_is_shown_on_its_side_only() {
        openStudy();
        GuiActionRunner.execute(() -> workspace().choose("merge-small"));
        waitFor("the scenario's figures", () -> workspace().figures(Side.B).isPresent());
        TownFigures gone = workspace().figures(Side.A).orElseThrow().towns().stream()
                .filter(town -> workspace()
                        .figures(Side.B)
                        .orElseThrow()
                        .town(town.code())
                        .isEmpty())
                .findFirst()
                .orElseThrow();
        GuiActionRunner.execute(() -> workspace().select(Optional.of(gone.code())));
        int row = window.table("towns").target().getSelectedRow();
        window.table("towns")
                .requireCellValue(
                        TableCell.row(row).column(window.table("towns").columnIndexFor("B need")), "–");
        assertThat(window.label("inspector.hint").text()).contains("not on map B");
        window.toggleButton("inspector.side.A").click();
        window.label("inspector.need").requireText(String.valueOf(gone.need()));
    }

    @Test
    void the_dark_look_darkens_page_and_maps() {
        openStudy();
        window.button("theme").click();
        robot.waitForIdle();
        waitForMaps();
        assertThat(canvas("A").getBackground().getRed()).isLessThan(80);
        assertThat(settings.isDark()).isTrue();
    }
}
