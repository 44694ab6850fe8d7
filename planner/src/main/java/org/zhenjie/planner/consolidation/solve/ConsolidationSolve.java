package org.zhenjie.planner.consolidation.solve;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import org.optaplanner.core.api.score.Score;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.optaplanner.core.api.score.stream.ConstraintStreamImplType;
import org.optaplanner.core.config.score.director.ScoreDirectorFactoryConfig;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.zhenjie.planner.consolidation.ConsolidationPlan;
import org.zhenjie.planner.consolidation.ConsolidationProblem;
import org.zhenjie.planner.consolidation.ConsolidationResult;
import org.zhenjie.planner.consolidation.Interchange;
import org.zhenjie.planner.consolidation.LagrangianBound;
import org.zhenjie.planner.search.LocalSearch;

/**
 * One solve of one consolidation: the Lagrangian bound, vertex interchange from the sites it keeps, then the search until a limit is
 * reached, the bound is met, or it is cancelled.
 */
public final class ConsolidationSolve {

    private static final int BOUND_ITERATIONS = 1_500;

    private final ConsolidationProblem problem;
    private final EnvironmentMode mode;
    private volatile LocalSearch<ConsolidationSolution> search;
    private volatile boolean cancelled;

    /** A solve that has not begun. */
    public ConsolidationSolve(ConsolidationProblem problem) {
        this(problem, EnvironmentMode.REPRODUCIBLE);
    }

    ConsolidationSolve(ConsolidationProblem problem, EnvironmentMode mode) {
        this.problem = problem;
        this.mode = mode;
    }

    private LocalSearch<ConsolidationSolution> search(long startCost) {
        long load = Math.max(1, problem.totalLoad() / problem.size() / 4);
        return new LocalSearch<>(new LocalSearch.Setup<>(
                ConsolidationSolution.class,
                List.of(Merge.class),
                new ScoreDirectorFactoryConfig()
                        .withConstraintProviderClass(ConsolidationRules.class)
                        .withConstraintStreamImplType(ConstraintStreamImplType.BAVET),
                Rehostings.class,
                LocalSearch.annealing(
                        HardSoftLongScore.of(problem.isCapacitated() ? load : 0, startCost / Long.getLong("T", 1000L))),
                mode));
    }

    /**
     * Solves.
     *
     * @param seed of the random numbers
     * @param steps most search steps; the same problem, seed and steps give the same plan
     * @param time most time of the whole solve
     * @param progress hears of the cost of better plans and of the bound
     */
    public ConsolidationResult run(
            long seed, OptionalLong steps, Optional<Duration> time, BiConsumer<Long, Long> progress) {
        long began = System.nanoTime();
        LagrangianBound bound = LagrangianBound.of(problem, BOUND_ITERATIONS);
        List<Integer> kept = Interchange.improve(problem, bound.kept());
        ConsolidationPlan start = ConsolidationPlan.nearest(problem, kept);
        long startCost = start.account(problem).cost();
        ConsolidationPlan plan = start;
        Optional<Duration> left = time.map(most -> most.minusNanos(System.nanoTime() - began));
        boolean proven = start.account(problem).isFeasible() && startCost <= bound.value();
        if (!proven && left.map(rest -> rest.toMillis() > 0).orElse(true)) {
            Optional<Score<?>> best = Optional.of(HardSoftLongScore.of(0, -bound.value()));
            search = search(startCost);
            if (cancelled) {
                search.cancel();
            }
            plan = search.run(
                            ConsolidationSolution.of(problem, start),
                            new LocalSearch.Limits(seed, steps, left, best),
                            better -> progress.accept(-better.score().softScore(), bound.value()))
                    .plan();
        }
        return new ConsolidationResult(
                plan, plan.account(problem), startCost, bound.value(), search == null ? 0 : search.steps());
    }

    /** Ends the solve at once; {@link #run} then returns the best plan so far. */
    public void cancel() {
        cancelled = true;
        LocalSearch<ConsolidationSolution> running = search;
        if (running != null) {
            running.cancel();
        }
    }
}
