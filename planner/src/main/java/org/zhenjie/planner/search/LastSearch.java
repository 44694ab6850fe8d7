package org.zhenjie.planner.search;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.optaplanner.core.api.score.Score;
import org.zhenjie.planner.search.Solved.StoppedBy;

/**
 * The search library's search at the end of a solve, from the plan that a search of our own found, over what that left of the limits.
 * Its plan is never worse than that one: it is the best that it saw.
 *
 * @param <S> the planning solution
 */
public final class LastSearch<S> {
    /** One part in so many of steps and time is kept for the last search. */
    private static final int PARTS = 10;

    private final LocalSearch.Limits limits;
    private final long began = System.nanoTime();
    private volatile LocalSearch<S> search;
    private volatile boolean cancelled;

    /** Its solve begins now, with these limits. */
    public LastSearch(LocalSearch.Limits limits) {
        this.limits = limits;
    }

    /** Steps that the search before it may take. */
    public OptionalLong stepsBefore() {
        return limits.steps().stream().map(steps -> steps - steps / PARTS).findFirst();
    }

    /** Time that the search before it may take. */
    public Optional<Duration> timeBefore() {
        return limits.time().map(time -> time.minus(time.dividedBy(PARTS)));
    }

    /** Whether nothing is left to search: the search before it met the bound, or all is cancelled or used up. */
    public boolean isOver(Solved<?> before) {
        boolean met = before.stoppedBy() == StoppedBy.BOUND;
        return met || cancelled || stepsLeft(before).orElse(1) <= 0 || isLate();
    }

    /**
     * Searches.
     *
     * @param before what the search before it found
     * @param best a score that cannot be beaten
     */
    public S run(
            LocalSearch.Setup<S> setup, S start, Solved<?> before, Score<?> best, LocalSearch.Listener<S> listener) {
        LocalSearch<S> running = new LocalSearch<>(setup);
        search = running;
        if (cancelled) {
            running.cancel();
        }
        Optional<Duration> left = limits.time().map(time -> time.minusNanos(System.nanoTime() - began));
        return running.run(
                start, new LocalSearch.Limits(limits.seed(), stepsLeft(before), left, Optional.of(best)), listener);
    }

    /** Ends it at once, or before it begins. */
    public void cancel() {
        cancelled = true;
        LocalSearch<S> running = search;
        if (running != null) {
            running.cancel();
        }
    }

    /** Steps taken. */
    public long steps() {
        return search == null ? 0 : search.steps();
    }

    /** Why the solve ended, the search before it included, where the bound is not met. */
    public StoppedBy stoppedBy(Solved<?> before) {
        if (cancelled) {
            return StoppedBy.CANCELLED;
        }
        if (limits.steps().isEmpty()) {
            return StoppedBy.TIME;
        }
        boolean allTaken = stepsLeft(before).getAsLong() <= steps();
        return allTaken || !isLate() ? StoppedBy.STEPS : StoppedBy.TIME;
    }

    private OptionalLong stepsLeft(Solved<?> before) {
        return limits.steps().stream().map(steps -> steps - before.steps()).findFirst();
    }

    private boolean isLate() {
        return limits.time().isPresent()
                && System.nanoTime() - began >= limits.time().get().toNanos();
    }
}
