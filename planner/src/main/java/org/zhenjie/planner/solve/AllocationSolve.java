package org.zhenjie.planner.solve;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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

/**
 * One solve of one problem: {@link #run} it on a thread of your own, {@link #cancel} it from any other.
 *
 * <p>The start on record is the plan made by hand (Webster). The search sets out from that or from the rounded relaxation,
 * whichever is better.
 */
public final class AllocationSolve {

    private static final int LATE_ACCEPTANCE = 50;

    private final AllocationProblem problem;
    private final SolveOptions options;
    private final LocalSearch<AllocationSolution> search;

    /** A solve that has not begun. */
    public AllocationSolve(AllocationProblem problem, SolveOptions options) {
        this(problem, options, EnvironmentMode.REPRODUCIBLE);
    }

    AllocationSolve(AllocationProblem problem, SolveOptions options, EnvironmentMode mode) {
        this.problem = problem;
        this.options = options;
        this.search = new LocalSearch<>(new LocalSearch.Setup<>(
                AllocationSolution.class,
                List.of(PoolGrant.class, BlockSending.class),
                new ScoreDirectorFactoryConfig()
                        .withConstraintProviderClass(AllocationRules.class)
                        .withConstraintStreamImplType(ConstraintStreamImplType.BAVET),
                Reallocations.class,
                LATE_ACCEPTANCE,
                mode));
    }

    /**
     * Solves; returns the best plan found when a limit is reached, the bound is met or the solve is cancelled.
     *
     * @param listener hears of the start, of better plans several times a second, and of the best one at last
     */
    public AllocationResult run(SolveProgress.Listener listener) {
        long began = System.nanoTime();
        AllocationPlan byHand = Apportionment.of(problem, Apportionment.Method.WEBSTER);
        Score startScore = PlanScore.of(problem, byHand).score();
        listener.accept(new SolveProgress(millisSince(began), startScore, byHand));
        Relaxation relaxation = Relaxation.of(problem);
        Optional<Yardstick> yardstick = relaxation.yardstick();
        AllocationPlan plan =
                search.isCancelled() ? byHand : relaxation.rounded().orElse(byHand);
        Optional<Duration> left = options.time().map(time -> time.minusNanos(System.nanoTime() - began));
        tell(listener, began, plan, startScore);
        boolean isTimeLeft = left.map(time -> time.toMillis() > 0).orElse(true);
        if (isTimeLeft && !meets(PlanScore.of(problem, plan).score(), yardstick)) {
            Optional<org.optaplanner.core.api.score.Score<?>> best =
                    yardstick.map(bound -> HardMediumSoftLongScore.of(0, -bound.leastShortfall(), -bound.lowerBound()));
            plan = search.run(
                            SolutionBuilder.build(problem, plan),
                            new LocalSearch.Limits(options.seed(), options.steps(), left, best),
                            better -> listener.accept(progress(began, better)))
                    .plan();
        }
        Score score = PlanScore.of(problem, plan).score();
        return new AllocationResult(plan, score, startScore, yardstick, search.steps(), stoppedBy(score, yardstick));
    }

    /** Ends the solve at once; {@link #run} then returns the best plan so far. No effect on one that has ended. */
    public void cancel() {
        search.cancel();
    }

    private AllocationPlan betterOf(AllocationPlan plan, Optional<AllocationPlan> other) {
        Score score = PlanScore.of(problem, plan).score();
        return other.filter(
                        candidate -> PlanScore.of(problem, candidate).score().compareTo(score) > 0)
                .orElse(plan);
    }

    private void tell(SolveProgress.Listener listener, long began, AllocationPlan plan, Score known) {
        Score score = PlanScore.of(problem, plan).score();
        if (score.compareTo(known) > 0) {
            listener.accept(new SolveProgress(millisSince(began), score, plan));
        }
    }

    private static SolveProgress progress(long began, AllocationSolution better) {
        HardMediumSoftLongScore best = better.score();
        Score score = new Score(best.hardScore(), best.mediumScore(), best.softScore());
        return new SolveProgress(millisSince(began), score, better.plan());
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

    private static long millisSince(long began) {
        return Duration.ofNanos(System.nanoTime() - began).toMillis();
    }
}
