package org.zhenjie.planner.solve;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.optaplanner.core.api.score.stream.ConstraintStreamImplType;
import org.optaplanner.core.config.score.director.ScoreDirectorFactoryConfig;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationResult;
import org.zhenjie.planner.allocation.AllocationResult.StoppedBy;
import org.zhenjie.planner.allocation.PlanScore;
import org.zhenjie.planner.allocation.Score;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.allocation.SolveProgress;
import org.zhenjie.planner.allocation.Yardstick;
import org.zhenjie.planner.search.LocalSearch;
import org.zhenjie.planner.yardstick.Apportionment;
import org.zhenjie.planner.yardstick.Relaxation;
import org.zhenjie.planner.yardstick.Repair;

/**
 * One solve of one problem: {@link #run} it on a thread of your own, {@link #cancel} it from any other.
 *
 * <p>The start on record is the plan made by hand (Webster). The search sets out from the rounded relaxation, which may lie a
 * few posts above a ceiling at first, or from the plan made by hand where the relaxation has none.
 */
public final class AllocationSolve {

    private static final int LATE_ACCEPTANCE = 20;

    private final AllocationProblem problem;
    private final SolveOptions options;
    private final Optional<AllocationPlan> given;
    private final LocalSearch<AllocationSolution> search;

    /** A solve that has not begun. */
    public AllocationSolve(AllocationProblem problem, SolveOptions options) {
        this(problem, options, Optional.empty(), EnvironmentMode.REPRODUCIBLE);
    }

    /**
     * A solve that has not begun and will set out from a plan at once, without a bound. The plan may break rules, as the last plan does
     * when a pin or the size of a pool was changed; it is repaired first.
     */
    public static AllocationSolve from(AllocationProblem problem, SolveOptions options, AllocationPlan plan) {
        return new AllocationSolve(problem, options, Optional.of(plan), EnvironmentMode.REPRODUCIBLE);
    }

    AllocationSolve(AllocationProblem problem, SolveOptions options, EnvironmentMode mode) {
        this(problem, options, Optional.empty(), mode);
    }

    private AllocationSolve(
            AllocationProblem problem, SolveOptions options, Optional<AllocationPlan> given, EnvironmentMode mode) {
        this.problem = problem;
        this.options = options;
        this.given = given;
        this.search = new LocalSearch<>(new LocalSearch.Setup<>(
                AllocationSolution.class,
                List.of(PoolGrant.class, BlockSending.class),
                new ScoreDirectorFactoryConfig()
                        .withConstraintProviderClass(AllocationRules.class)
                        .withConstraintStreamImplType(ConstraintStreamImplType.BAVET),
                Reallocations.class,
                LocalSearch.lateAcceptance(LATE_ACCEPTANCE),
                mode));
    }

    /**
     * Solves; returns the best plan found when a limit is reached, the bound is met or the solve is cancelled.
     *
     * @param listener hears of the start, of better plans several times a second, and of the best one at last
     */
    public AllocationResult run(SolveProgress.Listener listener) {
        Climb climb = new Climb(listener);
        if (given.isPresent()) {
            return runFrom(given.get(), climb);
        }
        AllocationPlan byHand = Apportionment.of(problem, Apportionment.Method.WEBSTER);
        Score startScore = climb.offer(byHand);
        Optional<Yardstick> yardstick = Optional.empty();
        try {
            Relaxation relaxation = Relaxation.of(problem, byHand, search::isCancelled);
            yardstick = relaxation.yardstick();
            search(relaxation.rounded().orElse(byHand), yardstick, climb);
        } catch (CancellationException gaveUp) {
            // the best plan until then is the answer
        }
        StoppedBy stoppedBy = stoppedBy(climb.bestScore, yardstick);
        return new AllocationResult(climb.best, climb.bestScore, startScore, yardstick, search.steps(), stoppedBy);
    }

    private AllocationResult runFrom(AllocationPlan plan, Climb climb) {
        Score startScore = climb.offer(plan);
        try {
            search(Repair.of(problem, plan, search::isCancelled), Optional.empty(), climb);
        } catch (CancellationException gaveUp) {
            // the best plan until then is the answer
        }
        StoppedBy stoppedBy = stoppedBy(climb.bestScore, Optional.empty());
        return new AllocationResult(
                climb.best, climb.bestScore, startScore, Optional.empty(), search.steps(), stoppedBy);
    }

    private void search(AllocationPlan first, Optional<Yardstick> yardstick, Climb climb) {
        Score firstScore = climb.offer(first);
        Optional<Duration> left = options.time().map(time -> time.minusMillis(climb.millis()));
        boolean isTimeLeft = left.map(time -> time.toMillis() > 0).orElse(true);
        if (isTimeLeft && !meets(firstScore, yardstick)) {
            Optional<org.optaplanner.core.api.score.Score<?>> best =
                    yardstick.map(bound -> HardMediumSoftLongScore.of(0, -bound.leastShortfall(), -bound.lowerBound()));
            LocalSearch.Limits limits = new LocalSearch.Limits(options.seed(), options.steps(), left, best);
            AllocationSolution found =
                    search.run(SolutionBuilder.build(problem, first), limits, better -> climb.offer(better.plan()));
            climb.offer(found.plan());
        }
    }

    /** Ends the solve at once; {@link #run} then returns the best plan so far. No effect on one that has ended. */
    public void cancel() {
        search.cancel();
    }

    private StoppedBy stoppedBy(Score score, Optional<Yardstick> yardstick) {
        if (search.isCancelled()) {
            return StoppedBy.CANCELLED;
        }
        if (meets(score, yardstick)) {
            return StoppedBy.BOUND;
        }
        OptionalLong limit = options.steps();
        boolean isStepLimitMet = limit.isPresent() && search.steps() >= limit.getAsLong();
        return isStepLimitMet || options.time().isEmpty() ? StoppedBy.STEPS : StoppedBy.TIME;
    }

    private static boolean meets(Score score, Optional<Yardstick> yardstick) {
        return yardstick
                .map(bound -> score.compareTo(new Score(0, -bound.leastShortfall(), -bound.lowerBound())) >= 0)
                .orElse(false);
    }

    /** The best plan so far, by plain accounting; the search may set out from a worse one than the plan made by hand. */
    private final class Climb {
        private final SolveProgress.Listener listener;
        private final long began = System.nanoTime();
        private AllocationPlan best;
        private Score bestScore;

        Climb(SolveProgress.Listener listener) {
            this.listener = listener;
        }

        long millis() {
            return Duration.ofNanos(System.nanoTime() - began).toMillis();
        }

        Score offer(AllocationPlan plan) {
            Score score = PlanScore.of(problem, plan).score();
            if (best == null || score.compareTo(bestScore) > 0) {
                best = plan;
                bestScore = score;
                listener.accept(new SolveProgress(millis(), score, plan));
            }
            return score;
        }
    }
}
