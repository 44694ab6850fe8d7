package org.zhenjie.planner.solve;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
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
import org.optaplanner.core.impl.phase.event.PhaseLifecycleListenerAdapter;
import org.optaplanner.core.impl.phase.scope.AbstractStepScope;
import org.optaplanner.core.impl.solver.DefaultSolver;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationResult;
import org.zhenjie.planner.allocation.AllocationResult.StoppedBy;
import org.zhenjie.planner.allocation.PlanScore;
import org.zhenjie.planner.allocation.Score;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.allocation.SolveProgress;
import org.zhenjie.planner.allocation.Yardstick;
import org.zhenjie.planner.yardstick.Apportionment;
import org.zhenjie.planner.yardstick.RelaxationBound;
import org.zhenjie.planner.yardstick.RelaxationRounding;

/** One solve of one problem: {@link #run} it on a thread of your own, {@link #cancel} it from any other. */
public final class AllocationSolve {

    private static final int LATE_ACCEPTANCE = 10;

    private final AllocationProblem problem;
    private final SolveOptions options;
    private final EnvironmentMode mode;
    private final StepCount steps = new StepCount();
    private volatile boolean cancelled;
    private volatile Solver<AllocationSolution> solver;

    /** A solve that has not begun. */
    public AllocationSolve(AllocationProblem problem, SolveOptions options) {
        this(problem, options, EnvironmentMode.REPRODUCIBLE);
    }

    AllocationSolve(AllocationProblem problem, SolveOptions options, EnvironmentMode mode) {
        this.problem = problem;
        this.options = options;
        this.mode = mode;
    }

    /**
     * Solves; returns the best plan found when a limit is reached, the bound is met or the solve is cancelled.
     *
     * @param listener hears of each better plan
     */
    public AllocationResult run(SolveProgress.Listener listener) {
        long began = System.nanoTime();
        AllocationPlan start = Apportionment.of(problem, Apportionment.Method.WEBSTER);
        Score startScore = PlanScore.of(problem, start).score();
        listener.accept(new SolveProgress(millisSince(began), startScore, start));
        Optional<Yardstick> yardstick = RelaxationBound.of(problem);
        Optional<Duration> left = options.time().map(time -> time.minusNanos(System.nanoTime() - began));

        AllocationPlan plan = betterOf(start, RelaxationRounding.of(problem));
        boolean searching = !cancelled
                && !meets(PlanScore.of(problem, plan).score(), yardstick)
                && left.map(time -> !time.isNegative() && !time.isZero()).orElse(true);
        if (searching) {
            plan = search(plan, yardstick, left, began, listener);
        }
        Score score = PlanScore.of(problem, plan).score();
        return new AllocationResult(plan, score, startScore, yardstick, steps.taken, stoppedBy(score, yardstick));
    }

    private AllocationPlan betterOf(AllocationPlan start, Optional<AllocationPlan> rounded) {
        Score score = PlanScore.of(problem, start).score();
        return rounded.filter(plan -> PlanScore.of(problem, plan).score().compareTo(score) > 0)
                .orElse(start);
    }

    private AllocationPlan search(
            AllocationPlan start,
            Optional<Yardstick> yardstick,
            Optional<Duration> left,
            long began,
            SolveProgress.Listener listener) {
        SolverFactory<AllocationSolution> factory = SolverFactory.create(config(yardstick, left));
        Solver<AllocationSolution> search = factory.buildSolver();
        search.addEventListener(new Reporter(listener, began));
        ((DefaultSolver<AllocationSolution>) search).addPhaseLifecycleListener(steps);
        solver = search;
        AllocationSolution first = SolutionBuilder.build(problem, start);
        return cancelled ? start : search.solve(first).plan();
    }

    /** Ends the solve at once; {@link #run} then returns the best plan so far. No effect on one that has ended. */
    public void cancel() {
        cancelled = true;
        Solver<AllocationSolution> running = solver;
        if (running != null) {
            running.terminateEarly();
        }
    }

    private SolverConfig config(Optional<Yardstick> yardstick, Optional<Duration> left) {
        TerminationConfig whole = new TerminationConfig();
        left.ifPresent(time -> whole.setMillisecondsSpentLimit(Math.max(1, time.toMillis())));
        yardstick.ifPresent(bound ->
                whole.setBestScoreLimit(HardMediumSoftLongScore.of(0, -bound.leastShortfall(), -bound.lowerBound())
                        .toString()));
        TerminationConfig phase = new TerminationConfig();
        options.steps().ifPresent(limit -> phase.setStepCountLimit(Math.toIntExact(Math.max(0, limit))));
        LocalSearchPhaseConfig search = new LocalSearchPhaseConfig()
                .withMoveSelectorConfig(
                        new MoveIteratorFactoryConfig().withMoveIteratorFactoryClass(Reallocations.class))
                .withAcceptorConfig(new LocalSearchAcceptorConfig().withLateAcceptanceSize(LATE_ACCEPTANCE))
                .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1));
        if (options.steps().isPresent()) {
            search.setTerminationConfig(phase);
        }
        return new SolverConfig()
                .withEnvironmentMode(mode)
                .withRandomSeed(options.seed())
                .withSolutionClass(AllocationSolution.class)
                .withEntityClassList(List.of(PoolGrant.class, BlockSending.class))
                .withScoreDirectorFactory(new ScoreDirectorFactoryConfig()
                        .withConstraintProviderClass(AllocationRules.class)
                        .withConstraintStreamImplType(ConstraintStreamImplType.BAVET))
                .withTerminationConfig(whole)
                .withPhases(search);
    }

    private StoppedBy stoppedBy(Score score, Optional<Yardstick> yardstick) {
        if (cancelled) {
            return StoppedBy.CANCELLED;
        }
        if (meets(score, yardstick)) {
            return StoppedBy.BOUND;
        }
        OptionalLong limit = options.steps();
        return limit.isPresent() && steps.taken >= limit.getAsLong() ? StoppedBy.STEPS : StoppedBy.TIME;
    }

    private static boolean meets(Score score, Optional<Yardstick> yardstick) {
        return yardstick
                .map(bound -> score.compareTo(new Score(0, -bound.leastShortfall(), -bound.lowerBound())) >= 0)
                .orElse(false);
    }

    private static long millisSince(long began) {
        return Duration.ofNanos(System.nanoTime() - began).toMillis();
    }

    /** Passes better plans on, no more often than people can follow. */
    private record Reporter(SolveProgress.Listener listener, long began, AtomicLong last)
            implements SolverEventListener<AllocationSolution> {

        private static final long PAUSE_MILLIS = 50;

        Reporter(SolveProgress.Listener listener, long began) {
            this(listener, began, new AtomicLong(-PAUSE_MILLIS));
        }

        @Override
        public void bestSolutionChanged(BestSolutionChangedEvent<AllocationSolution> event) {
            long now = millisSince(began);
            if (now - last.get() >= PAUSE_MILLIS) {
                last.set(now);
                HardMediumSoftLongScore best = (HardMediumSoftLongScore) event.getNewBestScore();
                Score score = new Score(best.hardScore(), best.mediumScore(), best.softScore());
                listener.accept(
                        new SolveProgress(now, score, event.getNewBestSolution().plan()));
            }
        }
    }

    /** Counts the steps of the search. */
    private static final class StepCount extends PhaseLifecycleListenerAdapter<AllocationSolution> {
        private long taken;

        @Override
        public void stepEnded(AbstractStepScope<AllocationSolution> step) {
            taken++;
        }
    }
}
