package org.zhenjie.planner.consolidation.solve;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.optaplanner.core.api.score.Score;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.optaplanner.core.api.score.stream.ConstraintStreamImplType;
import org.optaplanner.core.config.score.director.ScoreDirectorFactoryConfig;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.consolidation.Alternation;
import org.zhenjie.planner.consolidation.ConsolidationPlan;
import org.zhenjie.planner.consolidation.ConsolidationPlan.Account;
import org.zhenjie.planner.consolidation.ConsolidationProblem;
import org.zhenjie.planner.consolidation.ConsolidationResult;
import org.zhenjie.planner.consolidation.ConsolidationResult.StoppedBy;
import org.zhenjie.planner.consolidation.Interchange;
import org.zhenjie.planner.consolidation.LagrangianBound;
import org.zhenjie.planner.search.LocalSearch;

/**
 * One solve of one consolidation: the Lagrangian bound, vertex interchange from the sites it keeps, then the search until a limit is
 * reached, the bound is met, or it is cancelled. {@link #run} it on a thread of your own, {@link #cancel} it from any other.
 */
public final class ConsolidationSolve {

    /** Pairs of sites that the bound looks at: some seconds, and enough to bring 900 sites within some hundredths of a percent. */
    private static final long BOUND_PAIRS = 1_500L * 900 * 900;
    /** Under capacities each pair is looked at in a knapsack, which takes several times as long. */
    private static final long BOUND_PAIRS_CAPACITATED = BOUND_PAIRS / 4;

    private static final long MOST_BOUND_ITERATIONS = 3_000;

    /** The search begins by accepting a plan that is dearer by this part of the cost about one time in three. */
    private static final long TEMPERATURE_PART = 1_000;
    /** The same for what overfills a host or is not covered, as a part of the mean load of a site. */
    private static final long TEMPERATURE_LOAD_PART = 4;

    private final ConsolidationProblem problem;
    private final SolveOptions options;
    private final EnvironmentMode mode;
    private volatile LocalSearch<ConsolidationSolution> search;
    private volatile boolean cancelled;
    private long began;

    /** A solve that has not begun. */
    public ConsolidationSolve(ConsolidationProblem problem, SolveOptions options) {
        this(problem, options, EnvironmentMode.REPRODUCIBLE);
    }

    ConsolidationSolve(ConsolidationProblem problem, SolveOptions options, EnvironmentMode mode) {
        this.problem = problem;
        this.options = options;
        this.mode = mode;
    }

    /**
     * Solves; returns the best plan found when a limit is reached, the bound is met or the solve is cancelled.
     *
     * @param progress hears of the cost of better plans and of the bound
     */
    public ConsolidationResult run(BiConsumer<Long, Long> progress) {
        began = System.nanoTime();
        LagrangianBound bound = LagrangianBound.of(problem, boundIterations(), after(0.4));
        boolean impossible = problem.lacksRoom() || bound.value() > problem.dearest();
        ConsolidationPlan start = start(bound);
        Account startAccount = start.account(problem);
        progress.accept(startAccount.cost(), bound.value());
        ConsolidationPlan plan = start;
        boolean met = impossible || meets(startAccount, bound);
        if (!met && !after(1).getAsBoolean()) {
            plan = search(start, startAccount, bound, progress);
        }
        Account account = plan.account(problem);
        met = met || meets(account, bound);
        return new ConsolidationResult(plan, account, startAccount, bound.value(), impossible, steps(), stoppedBy(met));
    }

    /** Ends the solve at once; {@link #run} then returns the best plan so far. No effect on one that has ended. */
    public void cancel() {
        cancelled = true;
        LocalSearch<ConsolidationSolution> running = search;
        if (running != null) {
            running.cancel();
        }
    }

    private int boundIterations() {
        long pairs = problem.isCapacitated() ? BOUND_PAIRS_CAPACITATED : BOUND_PAIRS;
        return (int) Math.max(100, Math.min(MOST_BOUND_ITERATIONS, pairs / problem.size() / problem.size()));
    }

    /** True once it is cancelled, or once this share of the time is over. */
    private BooleanSupplier after(double share) {
        long end = options.time().map(time -> (long) (time.toNanos() * share)).orElse(Long.MAX_VALUE);
        return () -> cancelled || System.nanoTime() - began >= end;
    }

    /** The best by nearest hosts; where that breaks a rule, perhaps one with every host within reach, or with room in each. */
    private ConsolidationPlan start(LagrangianBound bound) {
        List<Integer> kept = Interchange.best(problem, bound.kept(), options.seed(), after(0.6));
        ConsolidationPlan best = ConsolidationPlan.nearest(problem, kept);
        if (best.account(problem).uncovered() > 0) {
            List<Integer> near = Interchange.best(problem.coveringAll(), bound.kept(), options.seed(), after(0.7));
            best = best.orBetter(ConsolidationPlan.nearest(problem, near), problem);
        }
        if (!problem.isCapacitated()) {
            return best;
        }
        List<List<Integer>> starts = new ArrayList<>(List.of(best.kept()));
        starts.addAll(bound.kept());
        return best.orBetter(Alternation.best(problem, starts, options.seed(), after(0.7)), problem);
    }

    private static boolean meets(Account account, LagrangianBound bound) {
        return account.isFeasible() && account.cost() <= bound.value();
    }

    private ConsolidationPlan search(
            ConsolidationPlan start, Account account, LagrangianBound bound, BiConsumer<Long, Long> progress) {
        LocalSearch<ConsolidationSolution> annealing = annealing(account.cost());
        search = annealing;
        if (cancelled) {
            annealing.cancel();
        }
        Optional<Duration> left = options.time().map(time -> time.minusNanos(System.nanoTime() - began));
        Optional<Score<?>> least = Optional.of(HardSoftLongScore.of(0, -bound.value()));
        return annealing
                .run(
                        ConsolidationSolution.of(problem, start),
                        new LocalSearch.Limits(options.seed(), options.steps(), left, least),
                        better -> progress.accept(-better.score().softScore(), bound.value()))
                .plan();
    }

    private LocalSearch<ConsolidationSolution> annealing(long startCost) {
        boolean mayBreak = problem.isCapacitated() || problem.cover().isPresent();
        long load = mayBreak ? Math.max(1, problem.totalLoad() / problem.size() / TEMPERATURE_LOAD_PART) : 0;
        // under capacities single sites move, so that the mean cost of one is the measure
        long part = problem.isCapacitated() ? problem.size() : TEMPERATURE_PART;
        return new LocalSearch<>(new LocalSearch.Setup<>(
                ConsolidationSolution.class,
                List.of(Merge.class),
                new ScoreDirectorFactoryConfig()
                        .withConstraintProviderClass(ConsolidationRules.class)
                        .withConstraintStreamImplType(ConstraintStreamImplType.BAVET),
                Rehostings.class,
                LocalSearch.annealing(HardSoftLongScore.of(load, Math.max(1, startCost / part))),
                mode));
    }

    private long steps() {
        return search == null ? 0 : search.steps();
    }

    private StoppedBy stoppedBy(boolean met) {
        if (cancelled) {
            return StoppedBy.CANCELLED;
        }
        if (met) {
            return StoppedBy.BOUND;
        }
        boolean stepsTaken =
                options.steps().isPresent() && steps() >= options.steps().getAsLong();
        return stepsTaken || !after(1).getAsBoolean() ? StoppedBy.STEPS : StoppedBy.TIME;
    }
}
