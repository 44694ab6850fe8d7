package org.zhenjie.planner.solve;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How bold the search is: temperatures fall by the same factor over each part of its steps or, where they are not limited, of its time. By
 * steps alone they are the same on every machine. Not thread-safe.
 */
final class Pace {

    private static final double COST_AT_END = 1e-3;
    private static final double POSTS_AT_START = 0.15;
    private static final double POSTS_AT_END = 0.1;

    /**
     * How much worse a step may be.
     *
     * @param posts posts short of need
     * @param cost soft cost; one step in e may be worse by as much as this
     */
    record Temperature(double posts, double cost) {}

    private double cost;
    private final OptionalLong steps;
    private final Optional<Duration> time;
    private final long began = System.nanoTime();
    private long taken;
    private volatile long looks;

    /** A pace that begins now. */
    Pace(OptionalLong steps, Optional<Duration> time) {
        this.steps = steps;
        this.time = time;
    }

    /** The pace of a search that hardly takes a worse move. */
    static Pace still() {
        return new Pace(OptionalLong.empty(), Optional.empty());
    }

    /** Sets the temperature of the soft cost at the start. */
    void startAt(double temperature) {
        cost = temperature;
    }

    /** Notes that a step was taken. */
    void step() {
        taken++;
    }

    /**
     * The temperature now.
     *
     * @param partOfStep how much of this step is done, 0 to 1
     */
    Temperature at(double partOfStep) {
        double progress = Math.min(1, progress(partOfStep));
        return new Temperature(
                POSTS_AT_START * StrictMath.pow(POSTS_AT_END, progress), cost * StrictMath.pow(COST_AT_END, progress));
    }

    /** Notes drafts of moves. */
    void looked(int drafts) {
        looks += drafts;
    }

    /** Drafts of moves that were looked at. */
    long looks() {
        return looks;
    }

    private double progress(double partOfStep) {
        if (steps.isPresent()) {
            return (taken + partOfStep) / Math.max(1, steps.getAsLong());
        }
        return time.map(limit -> (double) (System.nanoTime() - began) / Math.max(1, limit.toNanos()))
                .orElse(1.0);
    }
}
