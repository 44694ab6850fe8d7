package org.zhenjie.gis.corpus;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A reading that ended in time, and what it took.
 *
 * @param end how it ended
 * @param cpuNanos processor time
 * @param allocated bytes allocated over time, those freed at once included
 */
record Watched(Reading.End end, long cpuNanos, long allocated) {
    /** Of processor time: a busy machine is no hang. */
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(5);
    /** By the clock: waiting without working is a hang too. */
    private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(60);

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Reads a file on a thread of its own, which is left behind where it hangs. */
    static Watched reading(Path file) throws Throwable {
        FutureTask<Watched> task = new FutureTask<>(() -> measured(file));
        Thread reader = new Thread(task, "reader");
        reader.setDaemon(true);
        long start = System.nanoTime();
        reader.start();
        while (true) {
            try {
                return task.get(50, TimeUnit.MILLISECONDS);
            } catch (ExecutionException e) {
                throw e.getCause();
            } catch (TimeoutException e) {
                boolean hangs =
                        THREADS.getThreadCpuTime(reader.getId()) > LONGEST || System.nanoTime() - start > LONGEST_WAIT;
                if (hangs && !task.isDone()) {
                    AssertionError hang = new AssertionError("hangs");
                    hang.setStackTrace(reader.getStackTrace());
                    throw hang;
                }
            }
        }
    }

    private static Watched measured(Path file) {
        long cpu = THREADS.getCurrentThreadCpuTime();
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        Reading.End end = Reading.of(file);
        return new Watched(
                end, THREADS.getCurrentThreadCpuTime() - cpu, THREADS.getCurrentThreadAllocatedBytes() - bytes);
    }
}
