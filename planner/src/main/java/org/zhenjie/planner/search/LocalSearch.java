package org.zhenjie.planner.search;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.optaplanner.core.api.score.Score;
import org.optaplanner.core.api.score.stream.ConstraintProvider;
import org.optaplanner.core.api.score.stream.ConstraintStreamImplType;
import org.optaplanner.core.api.solver.Solver;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.api.solver.event.BestSolutionChangedEvent;
import org.optaplanner.core.api.solver.event.SolverEventListener;
import org.optaplanner.core.config.heuristic.selector.move.factory.MoveIteratorFactoryConfig;
import org.optaplanner.core.config.localsearch.LocalSearchPhaseConfig;
import org.optaplanner.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import org.optaplanner.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import org.optaplanner.core.config.score.director.ScoreDirectorFactoryConfig;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.optaplanner.core.config.solver.SolverConfig;
import org.optaplanner.core.config.solver.termination.TerminationConfig;
import org.optaplanner.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;
import org.optaplanner.core.impl.phase.event.PhaseLifecycleListenerAdapter;
import org.optaplanner.core.impl.phase.scope.AbstractStepScope;
import org.optaplanner.core.impl.solver.DefaultSolver;
import org.optaplanner.core.impl.solver.scope.SolverScope;

/**
 * One local search from a given start with moves drawn at random. Run once; may be cancelled from any thread.
 *
 * @param <S> the planning solution
 */
public final class LocalSearch<S> {

    private final Setup<S> setup;
    private final StepCount steps = new StepCount();
    private volatile boolean cancelled;
    /** When its time is over, as the system counts nanoseconds: that of the library begins only when it is up. */
    private OptionalLong deadline = OptionalLong.empty();

    private volatile Solver<S> solver;

    /** A search that has not begun. */
    public LocalSearch(Setup<S> setup) {
        this.setup = setup;
    }

    /**
     * What is searched, and how.
     *
     * @param solution class of the planning solution
     * @param entities classes of the planning entities
     * @param score how solutions are scored
     * @param moves draws the moves of one step; its iterator ends at some time, so that a step without an acceptable move does
     * @param acceptor which steps are accepted
     * @param mode how much the search library checks itself
     */
    public record Setup<S>(
            Class<S> solution,
            List<Class<?>> entities,
            ScoreDirectorFactoryConfig score,
            Class<? extends MoveIteratorFactory<?, ?>> moves,
            LocalSearchAcceptorConfig acceptor,
            EnvironmentMode mode) {}

    /** Scores by these rules. */
    public static ScoreDirectorFactoryConfig rules(Class<? extends ConstraintProvider> rules) {
        return new ScoreDirectorFactoryConfig()
                .withConstraintProviderClass(rules)
                .withConstraintStreamImplType(ConstraintStreamImplType.BAVET);
    }

    /** A step is accepted if it is no worse than the one so many steps ago. */
    public static LocalSearchAcceptorConfig lateAcceptance(int size) {
        return new LocalSearchAcceptorConfig().withLateAcceptanceSize(size);
    }

    /** Simulated annealing: worse steps are accepted ever less; the limits of the search set the pace. */
    public static LocalSearchAcceptorConfig annealing(Score<?> startingTemperature) {
        return new LocalSearchAcceptorConfig()
                .withSimulatedAnnealingStartingTemperature(startingTemperature.toString());
    }

    /**
     * When to stop.
     *
     * @param seed of the random numbers
     * @param steps most steps, each one accepted move
     * @param time most time
     * @param best a score that cannot be beaten
     */
    public record Limits(long seed, OptionalLong steps, Optional<Duration> time, Optional<Score<?>> best) {}

    /** Hears of better solutions, on the search's thread; the solution is only valid within the call. */
    public interface Listener<S> {
        /** A better solution was found. */
        void better(S solution);
    }

    /** Searches from the start; returns the best solution, which is the start itself if none is better. */
    public S run(S start, Limits limits, Listener<S> listener) {
        long began = System.nanoTime();
        deadline =
                limits.time().stream().mapToLong(time -> began + time.toNanos()).findFirst();
        SolverFactory<S> factory = SolverFactory.create(config(limits));
        Solver<S> search = factory.buildSolver();
        Pacer<S> pacer = new Pacer<>(listener);
        search.addEventListener(pacer);
        ((DefaultSolver<S>) search).addPhaseLifecycleListener(steps);
        solver = search;
        S best = cancelled ? start : search.solve(start);
        // it holds the solution and all sums of the rules; of a large problem's parts that is most of the memory
        solver = null;
        pacer.close(best);
        return best;
    }

    /** Ends the search at once. */
    public void cancel() {
        cancelled = true;
        Solver<S> running = solver;
        if (running != null) {
            running.terminateEarly();
        }
    }

    /** Whether it was cancelled. */
    public boolean isCancelled() {
        return cancelled;
    }

    /** Steps taken. */
    public long steps() {
        return steps.taken;
    }

    private SolverConfig config(Limits limits) {
        TerminationConfig whole = new TerminationConfig();
        limits.time().ifPresent(time -> whole.setMillisecondsSpentLimit(Math.max(1, time.toMillis())));
        limits.best().ifPresent(best -> whole.setBestScoreLimit(best.toString()));
        LocalSearchPhaseConfig phase = new LocalSearchPhaseConfig()
                .withMoveSelectorConfig(new MoveIteratorFactoryConfig().withMoveIteratorFactoryClass(setup.moves()))
                .withAcceptorConfig(setup.acceptor())
                .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1));
        limits.steps()
                .ifPresent(most -> phase.setTerminationConfig(new TerminationConfig()
                        .withStepCountLimit((int) Math.min(Integer.MAX_VALUE, Math.max(0, most)))));
        return new SolverConfig()
                .withEnvironmentMode(setup.mode())
                .withRandomSeed(limits.seed())
                .withSolutionClass(setup.solution())
                .withEntityClassList(setup.entities())
                .withScoreDirectorFactory(setup.score())
                .withTerminationConfig(whole)
                .withPhases(phase);
    }

    /** Passes better solutions on, no more often than people can follow, and the last one for certain. */
    private static final class Pacer<S> implements SolverEventListener<S> {
        private static final long PAUSE_MILLIS = 50;

        private final Listener<S> listener;
        private long last = -PAUSE_MILLIS;
        private boolean heldBack;

        Pacer(Listener<S> listener) {
            this.listener = listener;
        }

        @Override
        public void bestSolutionChanged(BestSolutionChangedEvent<S> event) {
            long now = event.getTimeMillisSpent();
            heldBack = now - last < PAUSE_MILLIS;
            if (!heldBack) {
                last = now;
                listener.better(event.getNewBestSolution());
            }
        }

        void close(S best) {
            if (heldBack) {
                listener.better(best);
            }
        }
    }

    /** Counts the steps, and ends a search that was cancelled on its doorstep: at its start the library forgets about that. */
    private final class StepCount extends PhaseLifecycleListenerAdapter<S> {
        private volatile long taken;

        @Override
        public void solvingStarted(SolverScope<S> scope) {
            if (cancelled) {
                cancel();
            }
        }

        @Override
        public void stepEnded(AbstractStepScope<S> step) {
            taken++;
            if (deadline.isPresent() && System.nanoTime() >= deadline.getAsLong()) {
                solver.terminateEarly();
            }
        }
    }
}
