package org.zhenjie.planner.consolidation;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Two computations at the same time. */
final class SideBySide {
    private SideBySide() {}

    /** What both come to, the one on this thread first; what the other one throws is thrown here. */
    static <T> List<T> both(Supplier<T> here, Supplier<T> there) {
        CompletableFuture<T> other = CompletableFuture.supplyAsync(there, SideBySide::onThread);
        T one = here.get();
        try {
            return List.of(one, other.join());
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static void onThread(Runnable task) {
        Thread thread = new Thread(task, "consolidation");
        thread.setDaemon(true);
        thread.start();
    }
}
