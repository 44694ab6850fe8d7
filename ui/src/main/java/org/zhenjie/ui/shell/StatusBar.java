package org.zhenjie.ui.shell;

import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.Timer;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;
import org.zhenjie.ui.solve.SolvePanel;
import org.zhenjie.ui.text.Texts;
import org.zhenjie.ui.workspace.Change;
import org.zhenjie.ui.workspace.SolveView;
import org.zhenjie.ui.workspace.Workspace;

/** What is going on, at the foot of the window, and what must be known of the study. */
final class StatusBar extends JPanel {

    private final transient Workspace workspace;
    private final transient Texts texts;
    private final JLabel message = new JLabel();
    private final JLabel note = new JLabel();
    private final JProgressBar progress = new JProgressBar();
    private final Timer clock = new Timer(200, event -> showSolve());
    private long solveStart;
    /** What is said again when long work has ended. */
    private transient Optional<String> said = Optional.empty();

    StatusBar(Workspace workspace, Texts texts) {
        super(new MigLayout("insets 4 12 5 12, gap 12, hidemode 3", "[grow,fill,shrinkprio 50][][]", ""));
        this.workspace = workspace;
        this.texts = texts;
        setBorder(BorderFactory.createMatteBorder(1, 0, 0, 0, UIManager.getColor("Separator.foreground")));
        message.setName("status");
        message.getAccessibleContext().setAccessibleName(texts.get("status"));
        note.setName("note");
        note.setForeground(UIManager.getColor("Zhenjie.muted"));
        progress.setName("progress");
        progress.getAccessibleContext().setAccessibleName(texts.get("progress"));
        progress.setIndeterminate(true);
        progress.setVisible(false);
        add(message, "wmin 0");
        add(progress, "w 120!");
        add(note, "wmin 0");
        workspace.onChange(this::changed);
        showNote();
        say(workspace.study().isPresent() ? texts.get("status.ready") : texts.get("status.start"));
    }

    /** Says a line until the next. */
    void say(String text) {
        if (said.isPresent()) {
            said = Optional.of(text); // shown when the work is done
        } else {
            message.setText(text);
        }
    }

    private void showNote() {
        String fonts = texts.fonts().showsChinese() ? "" : texts.get("font.notice");
        String study = workspace.study().map(one -> texts.name(one.note())).orElse("");
        note.setText(fonts.isEmpty() ? study : fonts);
        note.setToolTipText(note.getText().isEmpty() ? null : note.getText());
    }

    private void changed(Change change) {
        switch (change) {
            case STUDY -> {
                showNote();
                workspace.study().ifPresent(study -> say(texts.get("status.opened", texts.name(study.name()))));
            }
            case BUSY -> showBusy();
            case SOLVE -> {
                if (workspace.isSolving() && !clock.isRunning()) {
                    solveStart = System.nanoTime();
                    clock.start();
                } else if (!workspace.isSolving() && clock.isRunning()) {
                    clock.stop();
                    workspace
                            .solving()
                            .ifPresent(view -> say(texts.get("status.solved", texts.name(view.name()), price(view))));
                }
                showProgress();
                showSolve();
            }
            default -> {}
        }
    }

    private void showBusy() {
        Optional<Workspace.Busy> now = workspace.busyWith();
        if (now.isPresent() && !workspace.isSolving()) {
            said = said.isEmpty() ? Optional.of(message.getText()) : said;
            message.setText(texts.get("status." + now.get()));
        } else if (now.isEmpty()) {
            said.ifPresent(message::setText);
            said = Optional.empty();
        }
        showProgress();
    }

    private void showProgress() {
        progress.setVisible(workspace.busyWith().isPresent() || workspace.isSolving());
    }

    private void showSolve() {
        if (workspace.isSolving()) {
            workspace.solving().ifPresent(view -> {
                String seconds = texts.number((System.nanoTime() - solveStart) / 1e9, 1);
                String key = view.cancelling() ? "status.cancelling" : "status.solving";
                say(texts.get(key, texts.name(view.name()), seconds, price(view)));
            });
        }
    }

    private String price(SolveView view) {
        return view.latest()
                .map(snapshot -> SolvePanel.words(texts, snapshot.price()))
                .orElse(texts.get("solve.starting"));
    }

    @Override
    public void removeNotify() {
        clock.stop();
        super.removeNotify();
    }
}
