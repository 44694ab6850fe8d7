package org.zhenjie.ui.workspace;

import java.awt.EventQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Long work off the event thread, its outcome back on it. Work of one lane runs one after the other. */
public final class Background implements AutoCloseable {

    private final ExecutorService files = lane("zhenjie-files");
    private final ExecutorService solver = lane("zhenjie-solve");

    private static ExecutorService lane(String name) {
        return Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Runs reading and writing work. */
    public <T> void load(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        submit(files, work, done, failed);
    }

    /** Runs a solve, beside reading and writing. */
    public <T> void solve(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        submit(solver, work, done, failed);
    }

    private static <T> void submit(
            ExecutorService lane, Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        lane.execute(() -> {
            try {
                T outcome = work.call();
                EventQueue.invokeLater(() -> done.accept(outcome));
            } catch (Throwable failure) { // also errors such as too little memory: the window lives on and says so
                EventQueue.invokeLater(() -> failed.accept(failure));
            }
        });
    }

    /** Takes no more work; what runs may end. */
    @Override
    public void close() {
        files.shutdown();
        solver.shutdown();
    }
}
