package org.zhenjie.planner.consolidation.solve;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.optaplanner.core.api.score.Score;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.consolidation.ConsolidationPlan;
import org.zhenjie.planner.consolidation.ConsolidationPlan.Account;
import org.zhenjie.planner.consolidation.ConsolidationProblem;
import org.zhenjie.planner.consolidation.ConsolidationResult;
import org.zhenjie.planner.consolidation.ConsolidationResult.StoppedBy;
import org.zhenjie.planner.consolidation.ConsolidationStart;
import org.zhenjie.planner.consolidation.LagrangianBound;
import org.zhenjie.planner.search.LocalSearch;

/**
 * One solve of one consolidation: the start with its bound, then the search until a limit is reached, the bound is met, or it is
 * cancelled. {@link #run} it on a thread of your own, {@link #cancel} it from any other.
 */
public final class ConsolidationSolve {

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
        ConsolidationStart.Start start = ConsolidationStart.of(problem, options.seed(), pace(), progress);
        boolean impossible = problem.lacksRoom() || start.bound() > problem.dearest();
        Account startAccount = start.plan().account(problem);
        progress.accept(startAccount.cost(), start.bound());
        ConsolidationPlan plan = start.plan();
        boolean met = impossible || meets(startAccount, start.bound());
        if (!met && !isOver()) {
            plan = search(plan, startAccount, start.bound(), progress);
        }
        Account account = plan.account(problem);
        met = met || meets(account, start.bound());
        return new ConsolidationResult(plan, account, startAccount, start.bound(), impossible, steps(), stoppedBy(met));
    }

    /** Ends the solve at once; {@link #run} then returns the best plan so far. No effect on one that has ended. */
    public void cancel() {
        cancelled = true;
        LocalSearch<ConsolidationSolution> running = search;
        if (running != null) {
            running.cancel();
        }
    }

    private ConsolidationStart.Pace pace() {
        return new ConsolidationStart.Pace() {
            @Override
            public boolean isByTime() {
                return options.steps().isEmpty();
            }

            @Override
            public double passed() {
                double time = options.time().map(Duration::toNanos).orElse(Long.MAX_VALUE);
                return cancelled ? 1 : (System.nanoTime() - began) / time;
            }
        };
    }

    private boolean isOver() {
        return pace().passed() >= 1;
    }

    private static boolean meets(Account account, long bound) {
        return account.isFeasible() && LagrangianBound.isMet(account.cost(), bound);
    }

    private ConsolidationPlan search(
            ConsolidationPlan start, Account account, long bound, BiConsumer<Long, Long> progress) {
        LocalSearch<ConsolidationSolution> annealing = annealing(account.cost());
        search = annealing;
        if (cancelled) {
            annealing.cancel();
        }
        Optional<Duration> left = options.time().map(time -> time.minusNanos(System.nanoTime() - began));
        Optional<Score<?>> least = Optional.of(HardSoftLongScore.of(0, -bound));
        return annealing
                .run(
                        ConsolidationSolution.of(problem, start),
                        new LocalSearch.Limits(options.seed(), options.steps(), left, least),
                        better -> progress.accept(-better.score().softScore(), bound))
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
                LocalSearch.rules(ConsolidationRules.class),
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
        return stepsTaken || !isOver() ? StoppedBy.STEPS : StoppedBy.TIME;
    }
}
