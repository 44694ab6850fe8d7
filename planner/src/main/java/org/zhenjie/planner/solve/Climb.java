package org.zhenjie.planner.solve;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.zhenjie.planner.allocation.AllocationPart;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.Score;
import org.zhenjie.planner.allocation.SolveProgress;
import org.zhenjie.planner.solve.PartSolve.Found;

/** The best plans so far. Joining plans and looking at them takes time: people hear of them as often as that takes little of it. */
final class Climb {
    private static final int PAUSE = 20;

    private final List<AllocationPart> parts;
    private final Optional<Duration> time;
    private final SolveProgress.Listener listener;
    private final long began = System.nanoTime();
    private final List<Found> best;
    private Score startScore;
    private Score score;
    private Duration nextReport = Duration.ZERO;
    private boolean heldBack;

    /**
     * A climb whose time begins now.
     *
     * @param time limit of all searches together
     */
    Climb(List<AllocationPart> parts, Optional<Duration> time, SolveProgress.Listener listener) {
        this.parts = parts;
        this.time = time;
        this.listener = listener;
        this.best = new ArrayList<>(Collections.nCopies(parts.size(), null));
    }

    /** The score of the plans made by hand. */
    Score startScore() {
        return startScore;
    }

    /** The score of the best plans. */
    Score score() {
        return score;
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Time that is left; none where it is not limited. */
    Optional<Duration> left() {
        return time.map(most -> {
            Duration left = most.minus(elapsed());
            return left.isNegative() ? Duration.ZERO : left;
        });
    }

    /** A part of the time that is left; none where it is not limited. */
    Duration partOfTime(double part) {
        return left().map(left -> Duration.ofNanos((long) (left.toNanos() * part)))
                .orElse(Duration.ZERO);
    }

    /** Begins with the plans made by hand. */
    void start(List<Found> starts) {
        for (int part = 0; part < starts.size(); part++) {
            best.set(part, starts.get(part));
        }
        startScore = starts.stream().map(Found::score).reduce(new Score(0, 0, 0), Score::plus);
        score = startScore;
        report();
    }

    /** Takes a plan of a part if it is better. */
    synchronized void better(int part, Found found) {
        Score before = best.get(part).score();
        if (found.score().compareTo(before) > 0) {
            best.set(part, found);
            score = score.plus(found.score()).minus(before);
            heldBack = true;
            if (elapsed().compareTo(nextReport) >= 0) {
                report();
            }
        }
    }

    /** What searches at once have come to, whichever of them was first with a plan of that score. */
    synchronized void settle(int part, Found found) {
        if (!found.plan().equals(best.set(part, found).plan())) {
            heldBack = true;
        }
    }

    /** Tells the best plans if nobody heard of them yet. */
    synchronized void finish() {
        if (heldBack) {
            report();
        }
    }

    private void report() {
        Duration from = elapsed();
        listener.accept(new SolveProgress(from.toMillis(), score, plan()));
        Duration to = elapsed();
        nextReport = to.plus(to.minus(from).multipliedBy(PAUSE));
        heldBack = false;
    }

    /** The best plans of all parts together. */
    AllocationPlan plan() {
        return AllocationPart.joined(parts, best.stream().map(Found::plan).toList());
    }
}
