package org.zhenjie.planner.solve;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How bold the search is: temperatures fall by the same factor over each part of its steps or, where they are not limited, of its time.
 * Where there is much of it, they do so several times, from hotter starts in between, which lead out of what the first cannot leave. By
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

    /** Part of the search after which it is told how many times it can cool. */
    private static final double TOLD_AFTER = 0.02;

    private static final int MOST_TIMES = 8;

    /** The second cooling begins so many times hotter than the first, the third as much again; then it begins anew. */
    private static final double HOTTER = 6;

    private static final int KINDS_OF_COOLING = 3;

    private double cost;
    private long draftsToCool = Long.MAX_VALUE;
    private int times;
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

    /**
     * Sets what the search finds out at its start.
     *
     * @param temperature of the soft cost at the start
     * @param drafts how many drafts it takes to cool slowly; a search that gets much further cools several times, each time from the start
     */
    void startAt(double temperature, long drafts) {
        cost = temperature;
        draftsToCool = drafts;
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
        double cooled = coolings(Math.min(1, progress(partOfStep)));
        int before = (int) cooled;
        double now = cooled - before;
        double heat = StrictMath.pow(HOTTER, before % KINDS_OF_COOLING);
        double heatOfPosts = Math.sqrt(heat);
        return new Temperature(
                POSTS_AT_START * heatOfPosts * StrictMath.pow(POSTS_AT_END / heatOfPosts, now),
                cost * heat * StrictMath.pow(COST_AT_END / heat, now));
    }

    /** Notes drafts of moves. */
    void looked(int drafts) {
        looks += drafts;
    }

    /** Drafts of moves that were looked at. */
    long looks() {
        return looks;
    }

    /** How many times it has cooled, the part of the present one included. */
    private double coolings(double progress) {
        if (times == 0 && progress >= TOLD_AFTER) {
            times = (int) Math.max(1, Math.min(MOST_TIMES, looks / progress / draftsToCool));
        }
        // the very end belongs to the last one
        int all = Math.max(1, times);
        return Math.min(progress * all, all - 1e-9);
    }

    private double progress(double partOfStep) {
        if (steps.isPresent()) {
            return (taken + partOfStep) / Math.max(1, steps.getAsLong());
        }
        return time.map(limit -> (double) (System.nanoTime() - began) / Math.max(1, limit.toNanos()))
                .orElse(1.0);
    }
}
