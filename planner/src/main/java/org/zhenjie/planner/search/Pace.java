package org.zhenjie.planner.search;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.zhenjie.planner.search.Solved.StoppedBy;

/** How far a search of our own has come within its limits. Steps are counted by one thread; it may be cancelled from any. */
public final class Pace {
    private final OptionalLong most;
    private final long nanos;
    private final long began = System.nanoTime();
    private volatile boolean cancelled;
    private long steps;

    /** Begins now. */
    public Pace(OptionalLong steps, Optional<Duration> time) {
        most = steps;
        nanos = time.map(Duration::toNanos).orElse(Long.MAX_VALUE);
    }

    /** Ends the search at its next step. */
    public void cancel() {
        cancelled = true;
    }

    /** Counts steps. */
    public void took(long number) {
        steps += number;
    }

    /** Steps taken. */
    public long steps() {
        return steps;
    }

    /** Steps that are left, at most so many. */
    public long left(long atMost) {
        return most.isPresent() ? Math.max(0, Math.min(atMost, most.getAsLong() - steps)) : atMost;
    }

    /** Whether it is cancelled, or this share of the time, 0 to 1, is over. */
    public boolean isBeyond(double share) {
        return cancelled || System.nanoTime() - began >= nanos * share;
    }

    /** How much of what it may take is over, 0 to 1: of the steps where they are limited, else of the time. */
    public double share() {
        double done = most.isPresent()
                ? steps / Math.max(1.0, most.getAsLong())
                : (System.nanoTime() - began) / (double) nanos;
        return Math.min(1, done);
    }

    /** Whether a limit is reached. */
    public boolean isOver() {
        return left(1) == 0 || isBeyond(1);
    }

    /** Why it ended, where it did not because the bound was met. */
    public StoppedBy stoppedBy() {
        if (cancelled) {
            return StoppedBy.CANCELLED;
        }
        return left(1) == 0 ? StoppedBy.STEPS : StoppedBy.TIME;
    }
}
