package org.zhenjie.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.JFileChooserFixture;
import org.junit.jupiter.api.Test;
import org.zhenjie.ui.workspace.Side;

class ExportingTest extends WindowTest {

    @Test
    void both_maps_are_written_as_one_picture() throws IOException {
        openStudy();
        Path file = temp.resolve("maps.png");
        window.menuItem("menu.export.png").click();
        choose(file);
        waitFor("the file", () -> Files.exists(file) && workspace().busyWith().isEmpty());
        BufferedImage picture = ImageIO.read(file.toFile());
        assertThat(picture.getWidth()).isGreaterThan(2_000);
        window.label("status").requireText("Written: " + file);
    }

    @Test
    void only_a_solved_scenario_can_be_exported_as_a_workbook() {
        openStudy();
        assertThat(isEnabled("menu.export.xlsx")).isFalse();
        settings.setSolveSeconds(1);
        window.button("solve").click();
        waitFor(
                "its figures",
                () -> workspace().figures(Side.B).filter(f -> f.planned()).isPresent());
        assertThat(isEnabled("menu.export.xlsx")).isTrue();
        Path file = temp.resolve("plan.xlsx");
        window.menuItem("menu.export.xlsx").click();
        choose(file);
        waitFor("the file", () -> Files.exists(file) && workspace().busyWith().isEmpty());
        assertThat(file).isNotEmptyFile();
    }

    private boolean isEnabled(String item) {
        return GuiActionRunner.execute(() -> window.menuItem(item).target().isEnabled());
    }

    private void choose(Path file) {
        JFileChooserFixture chooser = window.fileChooser("export.chooser");
        chooser.fileNameTextBox().setText(file.toString());
        chooser.approve();
    }
}
