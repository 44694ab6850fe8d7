package org.zhenjie.planner.search;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.optaplanner.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.search.Solved.StoppedBy;

/**
 * One solve in two stages: a search of the problem's own with its bound, then the search library's from the plan of the first, over what
 * that left of the limits. The plan of the second is never worse than that of the first: it is the best that it saw. {@link #run} it on
 * a thread of your own, {@link #cancel} it from any other.
 *
 * @param <P> a plan
 * @param <S> the planning solution
 */
public final class StagedSolve<P, S> {
    /** One part in so many of steps and time is kept for the last stage. */
    private static final int PARTS = 10;
    /** The last stage is left out where it would have less time: until the search library is up, some tenths of a second pass. */
    private static final Duration LEAST_LAST = Duration.ofMillis(500);
    /** The last stage begins by accepting a plan that is dearer by this part of the mean cost of one decision about one time in three. */
    private static final long TEMPERATURE_PART = 100;

    /** The first stage. */
    public interface Start<P> {
        /**
         * Runs; returns the best plan found when a limit is reached, the bound is met or it is cancelled.
         *
         * @param progress hears of the cost of the best plan and of the bound
         */
        Solved<P> run(BiConsumer<Long, Long> progress);

        /** Ends it at once; {@link #run} then returns the best plan so far. */
        void cancel();
    }

    /** The problem as both stages take it. */
    public interface Stages<P, S> {
        /** The first stage; its limits begin now. */
        Start<P> start(SolveOptions options);

        /** How the last stage searches. */
        LocalSearch.Setup<S> setup(LocalSearchAcceptorConfig acceptor);

        /** How many decisions a plan has. */
        int size();

        /** A plan as the last stage begins with it. */
        S solution(P plan);

        /** The plan of a solution. */
        P plan(S solution);

        /** What a plan comes to. */
        Outcome outcome(P plan);
    }

    private final Stages<P, S> stages;
    private final SolveOptions options;
    private final long began = System.nanoTime();
    private final Start<P> start;
    private volatile LocalSearch<S> last;
    private volatile boolean cancelled;

    /** A solve that begins now. */
    public StagedSolve(Stages<P, S> stages, SolveOptions options) {
        this.stages = stages;
        this.options = options;
        OptionalLong steps =
                options.steps().stream().map(most -> most - most / PARTS).findFirst();
        Optional<Duration> time = options.time().map(most -> most.minus(kept(most)));
        start = stages.start(new SolveOptions(options.seed(), steps, time));
    }

    private static Duration kept(Duration most) {
        Duration part = most.dividedBy(PARTS);
        return part.compareTo(LEAST_LAST) < 0 ? Duration.ZERO : part;
    }

    /** Ends the solve at once; {@link #run} then returns the best plan so far. */
    public void cancel() {
        cancelled = true;
        start.cancel();
        LocalSearch<S> running = last;
        if (running != null) {
            running.cancel();
        }
    }

    /**
     * Solves; returns the best plan found when a limit is reached, the bound is met or the solve is cancelled.
     *
     * @param progress hears of the cost of the best plan and of the bound
     */
    public Solved<P> run(BiConsumer<Long, Long> progress) {
        Solved<P> before = start.run(progress);
        boolean met = before.stoppedBy() == StoppedBy.BOUND;
        return met || cancelled || stepsLeft(before).orElse(1) <= 0 || isLate() ? before : improved(before, progress);
    }

    private Solved<P> improved(Solved<P> before, BiConsumer<Long, Long> progress) {
        P plan = stages.plan(searched(before, progress));
        Outcome outcome = stages.outcome(plan);
        return new Solved<>(
                plan,
                outcome.cost(),
                outcome.isFeasible(),
                before.bound(),
                before.impossible(),
                before.steps() + last.steps(),
                outcome.meets(before.bound()) ? StoppedBy.BOUND : stoppedBy(before));
    }

    private S searched(Solved<P> before, BiConsumer<Long, Long> progress) {
        long mean = Math.abs(before.cost()) / stages.size();
        LocalSearch<S> search = new LocalSearch<>(
                stages.setup(LocalSearch.annealing(HardSoftLongScore.of(0, Math.max(1, mean / TEMPERATURE_PART)))));
        last = search;
        if (cancelled) {
            search.cancel();
        }
        Optional<Duration> left = options.time().map(time -> time.minusNanos(System.nanoTime() - began));
        return search.run(
                stages.solution(before.plan()),
                new LocalSearch.Limits(
                        options.seed(), stepsLeft(before), left, Optional.of(HardSoftLongScore.of(0, -before.bound()))),
                better -> progress.accept(stages.outcome(stages.plan(better)).cost(), before.bound()));
    }

    private StoppedBy stoppedBy(Solved<P> before) {
        if (cancelled) {
            return StoppedBy.CANCELLED;
        }
        if (options.steps().isEmpty()) {
            return StoppedBy.TIME;
        }
        boolean allTaken = stepsLeft(before).getAsLong() <= last.steps();
        return allTaken || !isLate() ? StoppedBy.STEPS : StoppedBy.TIME;
    }

    private OptionalLong stepsLeft(Solved<P> before) {
        return options.steps().stream().map(steps -> steps - before.steps()).findFirst();
    }

    private boolean isLate() {
        return options.time().isPresent()
                && System.nanoTime() - began >= options.time().get().toNanos();
    }
}
