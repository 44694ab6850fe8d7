package org.zhenjie.scenarios.cli;

import java.io.PrintWriter;
import java.util.Optional;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far work is: a bar that is drawn over on a terminal, a line at the start of each piece elsewhere. */
final class ProgressView implements AutoCloseable {
    private static final int WIDTH = 78;
    private static final int MILLIS = 200;

    private final PrintWriter err;
    private final Optional<ProgressBar> bar;
    private String last = "";

    private ProgressView(Call call, String task, long of) {
        this.err = call.terminal().err();
        if (call.terminal().interactive()) {
            this.bar = Optional.of(new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(of)
                    .setUpdateIntervalMillis(MILLIS)
                    .setStyle(ProgressBarStyle.ASCII)
                    .hideEta()
                    .setConsumer(new DelegatingProgressBarConsumer(this::draw, WIDTH))
                    .build());
        } else {
            this.bar = Optional.empty();
            line(task);
        }
    }

    /** A view of work whose parts can be counted. */
    static ProgressView of(Call call, String task, long of) {
        return new ProgressView(call, task, of);
    }

    /** A view of work whose end nobody knows. */
    static ProgressView open(Call call, String task) {
        return new ProgressView(call, task, -1);
    }

    /** Parts done, and what is being done. */
    void at(long done, long of, String what) {
        bar.ifPresent(shown -> {
            shown.maxHint(of);
            shown.stepTo(done);
            shown.setExtraMessage(" " + what);
        });
    }

    /** How it stands, for work whose end nobody knows. */
    void state(String text) {
        bar.ifPresent(shown -> shown.setExtraMessage(" " + text));
    }

    private void draw(String text) {
        err.print("\r" + text);
        err.flush();
        last = text;
    }

    private void line(String text) {
        err.println(text);
        err.flush();
    }

    @Override
    public void close() {
        bar.ifPresent(shown -> {
            shown.close();
            err.print("\r" + " ".repeat(last.isEmpty() ? 0 : WIDTH) + "\r");
            err.flush();
        });
    }
}
