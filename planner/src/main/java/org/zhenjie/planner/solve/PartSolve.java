package org.zhenjie.planner.solve;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationResult.StoppedBy;
import org.zhenjie.planner.allocation.PlanScore;
import org.zhenjie.planner.allocation.Rule;
import org.zhenjie.planner.allocation.Score;
import org.zhenjie.planner.allocation.Yardstick;
import org.zhenjie.planner.search.LocalSearch;
import org.zhenjie.planner.yardstick.Relaxation;
import org.zhenjie.planner.yardstick.Repair;

/**
 * The solve of a problem that hangs together: bound, rounded relaxation, then searches, several at once if wanted. May be cancelled from any
 * thread.
 */
final class PartSolve {

    /** Every move that is proposed and breaks no hard rule is made; how bold they are is a matter of {@link Pace}. */
    private static final HardMediumSoftLongScore ANYTHING_WITHIN_THE_RULES =
            HardMediumSoftLongScore.of(0, Long.MAX_VALUE / 4, Long.MAX_VALUE / 4);

    /** More posts than there are. */
    static final long ANY_NUMBER = Long.MAX_VALUE / 2;

    private final AllocationProblem problem;
    private final long mostMoved;
    private final EnvironmentMode mode;
    private final List<LocalSearch<AllocationSolution>> searches = new CopyOnWriteArrayList<>();
    private final List<Pace> paces = new CopyOnWriteArrayList<>();
    private long deadline = Long.MAX_VALUE;
    private Optional<Yardstick> yardstick = Optional.empty();
    private boolean impossible;
    private volatile boolean cancelled;
    private volatile boolean ranOutOfTime;
    private Found best;

    /**
     * A solve that has not begun.
     *
     * @param mostMoved so many posts and people may its searches move against the reference plan, or as many as what they set out from
     */
    PartSolve(AllocationProblem problem, long mostMoved, EnvironmentMode mode) {
        this.problem = problem;
        this.mostMoved = mostMoved;
        this.mode = mode;
    }

    /** A plan and its score by plain accounting. */
    record Found(AllocationPlan plan, Score score) {
        static Found of(AllocationProblem problem, AllocationPlan plan) {
            return new Found(plan, PlanScore.of(problem, plan).score());
        }

        boolean isBetterThan(Found other) {
            return score.compareTo(other.score) > 0;
        }
    }

    /** Finds a bound and a plan near it; the plan made by hand remains where there is no time for that. */
    void bound(Found byHand, Optional<Duration> time, Consumer<Found> better) {
        setOut(byHand, time, better, () -> {
            Relaxation relaxation = Relaxation.of(problem, byHand.plan(), this::mustStop);
            yardstick = relaxation.yardstick();
            impossible = yardstick.isEmpty();
            return Stream.concat(relaxation.rounded().stream(), repairedReference().stream());
        });
    }

    /** Puts a given plan right, without a bound. */
    void mend(Found plan, Optional<Duration> time, Consumer<Found> better) {
        setOut(plan, time, better, () -> Stream.of(Repair.of(problem, plan.plan(), this::mustStop)));
    }

    private void setOut(
            Found from, Optional<Duration> time, Consumer<Found> better, Supplier<Stream<AllocationPlan>> plans) {
        time.ifPresent(most -> deadline = System.nanoTime() + most.toNanos());
        best = from;
        try {
            best(plans.get()).ifPresent(this::take);
            better.accept(best);
        } catch (CancellationException outOfTime) {
            // the searches set out from what there is
        }
    }

    /** Ends the solve at once; no effect on one that has ended. */
    void cancel() {
        cancelled = true;
        endSearches();
    }

    private void endSearches() {
        searches.forEach(LocalSearch::cancel);
    }

    /** What the plan is held against; empty where there is no plan that keeps the hard rules, or no time to find out. */
    Optional<Yardstick> yardstick() {
        return yardstick;
    }

    /** Whether no plan can keep the hard rules. */
    boolean isImpossible() {
        return impossible;
    }

    /** Steps of all searches. */
    long steps() {
        return searches.stream().mapToLong(LocalSearch::steps).sum();
    }

    /** Moves that were looked at. */
    long moves() {
        return paces.stream().mapToLong(Pace::looks).sum();
    }

    /** By how much the best plan misses the bound: posts short of need first, cost second; nothing where there is no bound. */
    Score missing() {
        return yardstick.map(bound -> goal(bound).minus(best.score())).orElse(new Score(0, 0, 0));
    }

    /** Why it ended. */
    StoppedBy stoppedBy() {
        if (cancelled) {
            return StoppedBy.CANCELLED;
        }
        if (meetsBound(best)) {
            return StoppedBy.BOUND;
        }
        return ranOutOfTime ? StoppedBy.TIME : StoppedBy.STEPS;
    }

    private boolean mustStop() {
        return cancelled || deadline != Long.MAX_VALUE && System.nanoTime() > deadline;
    }

    /** The plan to stay near, put right: where that weighs much, the best plan is not far from it. */
    private Optional<AllocationPlan> repairedReference() {
        return problem.weight(Rule.S5) > 0
                ? problem.reference().map(plan -> Repair.of(problem, plan, this::mustStop))
                : Optional.empty();
    }

    private Optional<Found> best(Stream<AllocationPlan> plans) {
        return plans.map(plan -> Found.of(problem, plan)).max(Comparator.comparing(Found::score));
    }

    Found best() {
        return best;
    }

    /** Takes the result of a search as what the next ones set out from. */
    void take(Found found) {
        if (found.isBetterThan(best)) {
            best = found;
        }
    }

    /**
     * Searches from the best plan that was taken. Searches at once do not know of each other, but for one thing: without a limit of steps, one that meets the
     * bound ends all.
     *
     * @return the best plan of this search
     */
    Found search(long seed, OptionalLong steps, Optional<Duration> time, Consumer<Found> better) {
        if (meetsBound(best)) {
            return best;
        }
        if (time.map(Duration::isZero).orElse(false)) {
            ranOutOfTime = true;
            return best;
        }
        LocalSearch<AllocationSolution> search = fresh();
        Pace pace = new Pace(steps, time);
        searches.add(search);
        paces.add(pace);
        if (cancelled) {
            search.cancel();
        }
        Ascent ascent = new Ascent(better);
        AllocationSolution start = SolutionBuilder.build(problem, best.plan());
        start.setPace(pace);
        start.setMostMoved(mostMoved);
        yardstick.ifPresent(bound -> start.setAvoidableShortfall(-best.score().medium() - bound.leastShortfall()));
        ascent.offer(search.run(start, limits(seed, steps, time), ascent).plan());
        if (meetsBound(ascent.top) && steps.isEmpty()) {
            endSearches();
        }
        ranOutOfTime |= time.isPresent() && search.steps() < steps.orElse(Long.MAX_VALUE);
        return ascent.top;
    }

    private LocalSearch<AllocationSolution> fresh() {
        return new LocalSearch<>(new LocalSearch.Setup<>(
                AllocationSolution.class,
                List.of(PoolGrant.class, BlockSending.class),
                LocalSearch.rules(AllocationRules.class),
                Reallocations.class,
                LocalSearch.annealing(ANYTHING_WITHIN_THE_RULES),
                mode));
    }

    private LocalSearch.Limits limits(long seed, OptionalLong steps, Optional<Duration> time) {
        Optional<org.optaplanner.core.api.score.Score<?>> goal = yardstick
                .map(PartSolve::goal)
                .map(least -> HardMediumSoftLongScore.of(least.hard(), least.medium(), least.soft()));
        return new LocalSearch.Limits(seed, steps, time, goal);
    }

    /** The plans of one search, ever better. */
    private final class Ascent implements LocalSearch.Listener<AllocationSolution> {
        private final Consumer<Found> better;
        private Found top = best;

        Ascent(Consumer<Found> better) {
            this.better = better;
        }

        @Override
        public void better(AllocationSolution solution) {
            offer(solution.plan());
        }

        void offer(AllocationPlan plan) {
            Found found = Found.of(problem, plan);
            if (found.isBetterThan(top)) {
                top = found;
                better.accept(found);
            }
        }
    }

    private boolean meetsBound(Found found) {
        return yardstick.map(bound -> found.score().compareTo(goal(bound)) >= 0).orElse(false);
    }

    private static Score goal(Yardstick bound) {
        return new Score(0, -bound.leastShortfall(), -bound.lowerBound());
    }
}
