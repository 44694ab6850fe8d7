package org.zhenjie.ui.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.swing.JList;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.FailOnThreadViolationRepaintManager;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.assertj.swing.timing.Condition;
import org.assertj.swing.timing.Pause;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.zhenjie.scenarios.session.FolderStudies;
import org.zhenjie.ui.map.MapCanvas;
import org.zhenjie.ui.workspace.Background;
import org.zhenjie.ui.workspace.Side;
import org.zhenjie.ui.workspace.Workspace;

/** The real window on the sample study, in memory: a robot clicks and types in it. */
abstract class WindowTest {

    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    Path temp;

    final Settings settings = Settings.forgetful();
    Robot robot;
    MainWindow main;
    FrameFixture window;

    @BeforeEach
    void show() {
        FailOnThreadViolationRepaintManager.install();
        robot = BasicRobot.robotWithNewAwtHierarchy();
        main = GuiActionRunner.execute(() -> {
            Theme.apply(false);
            Background background = new Background();
            MainWindow made = new MainWindow(
                    new Workspace(new FolderStudies(), background), settings, background, Locale.ENGLISH);
            made.show();
            return made;
        });
        window = new FrameFixture(robot, main.frame());
        robot.waitForIdle();
    }

    @AfterEach
    void close() {
        GuiActionRunner.execute(() -> main.workspace().cancel());
        window.cleanUp();
    }

    /** The sample study without plans, in a folder of this test. */
    Path study() {
        Path from = Path.of(System.getProperty("zhenjie.root"), "scenarios", "haibin");
        Path to = temp.resolve("haibin");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(one -> !from.relativize(one).startsWith("plans"))
                    .toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return to;
    }

    /** Opens the sample study and waits until both maps are drawn. */
    Path openStudy() {
        Path study = study();
        open(study);
        return study;
    }

    void open(Path study) {
        GuiActionRunner.execute(() -> main.open(study));
        waitForStudy();
    }

    void waitForStudy() {
        waitFor(
                "the study to be shown",
                () -> Stream.of(Side.values())
                        .allMatch(side -> workspace().figures(side).isPresent()));
        waitForMaps();
    }

    Workspace workspace() {
        return main.workspace();
    }

    /** The lines of the scenario list as a screen reader says them. */
    List<String> scenarioLines() {
        return GuiActionRunner.execute(() -> lines(scenarioList()));
    }

    private JList<?> scenarioList() {
        return robot.finder().findByName(main.frame(), "scenarios", JList.class, true);
    }

    private static <T> List<String> lines(JList<T> list) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < list.getModel().getSize(); i++) {
            T entry = list.getModel().getElementAt(i);
            lines.add(list.getCellRenderer()
                    .getListCellRendererComponent(list, entry, i, false, false)
                    .getAccessibleContext()
                    .getAccessibleName());
        }
        return lines;
    }

    void waitForMaps() {
        waitFor(
                "both maps to be drawn",
                () -> canvas("A").isUpToDate() && canvas("B").isUpToDate());
    }

    MapCanvas canvas(String side) {
        return robot.finder().findByName(main.frame(), "map." + side, MapCanvas.class, false);
    }

    /** Waits for something that is asked on the event thread. */
    void waitFor(String what, BooleanSupplier holds) {
        Pause.pause(
                new Condition(what) {
                    @Override
                    public boolean test() {
                        return GuiActionRunner.execute(holds::getAsBoolean);
                    }
                },
                TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        robot.waitForIdle();
    }
}
