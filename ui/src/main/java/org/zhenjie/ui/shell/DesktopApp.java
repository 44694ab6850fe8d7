package org.zhenjie.ui.shell;

import java.awt.AWTError;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.CountDownLatch;
import org.zhenjie.scenarios.cli.Desktop;
import org.zhenjie.scenarios.session.FolderStudies;
import org.zhenjie.ui.workspace.Background;
import org.zhenjie.ui.workspace.Workspace;

/** The desktop as the command line opens it. */
public final class DesktopApp implements Desktop {

    private static final int DONE = 0;
    private static final int NO_DISPLAY = 2;

    @Override
    public int open(Optional<Path> study, Locale locale) {
        Platform.prepare();
        CountDownLatch closed = new CountDownLatch(1);
        try {
            if (GraphicsEnvironment.isHeadless()) {
                throw new HeadlessException();
            }
            EventQueue.invokeAndWait(() -> start(study, locale, closed));
            closed.await();
            return DONE;
        } catch (HeadlessException | AWTError | NoClassDefFoundError e) {
            return noDisplay(locale);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return DONE;
        } catch (java.lang.reflect.InvocationTargetException e) {
            if (e.getCause() instanceof HeadlessException || e.getCause() instanceof AWTError) {
                return noDisplay(locale);
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static int noDisplay(Locale locale) {
        System.err.println(ResourceBundle.getBundle(
                        "org.zhenjie.ui.messages",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString("noDisplay"));
        return NO_DISPLAY;
    }

    private static void start(Optional<Path> study, Locale locale, CountDownLatch closed) {
        Settings settings = Settings.ofUser();
        Theme.apply(settings.isDark());
        Background background = new Background();
        Workspace workspace = new Workspace(new FolderStudies(), background);
        MainWindow window = new MainWindow(
                workspace, settings, background, settings.language().orElse(locale));
        window.frame().addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosed(WindowEvent event) {
                closed.countDown();
            }
        });
        window.show();
        study.ifPresent(window::open);
    }
}
