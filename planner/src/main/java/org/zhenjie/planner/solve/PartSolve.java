package org.zhenjie.planner.solve;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
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

/** The solve of a problem that hangs together: bound, rounded relaxation, search. Run once; may be cancelled from any thread. */
final class PartSolve {

    /** Every move that is proposed and breaks no hard rule is made; how bold they are is a matter of {@link Pace}. */
    private static final HardMediumSoftLongScore ANYTHING_WITHIN_THE_RULES =
            HardMediumSoftLongScore.of(0, Long.MAX_VALUE / 4, Long.MAX_VALUE / 4);

    private final AllocationProblem problem;
    private final LocalSearch<AllocationSolution> search;
    private long deadline = Long.MAX_VALUE;
    private Optional<Yardstick> yardstick = Optional.empty();
    private boolean impossible;
    private AllocationPlan first;
    private boolean isTimeLimited;
    private long most = Long.MAX_VALUE;
    private volatile Pace pace = Pace.still();
    private Found best;

    PartSolve(AllocationProblem problem, EnvironmentMode mode) {
        this.problem = problem;
        this.search = new LocalSearch<>(new LocalSearch.Setup<>(
                AllocationSolution.class,
                List.of(PoolGrant.class, BlockSending.class),
                LocalSearch.rules(AllocationRules.class),
                Reallocations.class,
                LocalSearch.annealing(ANYTHING_WITHIN_THE_RULES),
                mode));
    }

    /** A plan and its score by plain accounting. */
    record Found(AllocationPlan plan, Score score) {
        static Found of(AllocationProblem problem, AllocationPlan plan) {
            return new Found(plan, PlanScore.of(problem, plan).score());
        }
    }

    /** Finds a bound and a plan near it; the plan made by hand remains where there is no time for that. */
    void bound(AllocationPlan byHand, Optional<Duration> time, Consumer<Found> better) {
        setOut(byHand, time, better, () -> {
            Relaxation relaxation = Relaxation.of(problem, byHand, this::mustStop);
            yardstick = relaxation.yardstick();
            impossible = yardstick.isEmpty();
            return Stream.concat(relaxation.rounded().stream(), repairedReference().stream());
        });
    }

    /** Puts a given plan right, without a bound. */
    void mend(AllocationPlan plan, Optional<Duration> time, Consumer<Found> better) {
        setOut(plan, time, better, () -> Stream.of(Repair.of(problem, plan, this::mustStop)));
    }

    private void setOut(
            AllocationPlan from,
            Optional<Duration> time,
            Consumer<Found> better,
            Supplier<Stream<AllocationPlan>> plans) {
        time.ifPresent(most -> deadline = System.nanoTime() + most.toNanos());
        offer(from, better);
        first = from;
        try {
            first = best(plans.get()).orElse(from);
        } catch (CancellationException outOfTime) {
            // the search sets out from what there is
        }
        offer(first, better);
    }

    /** Ends the solve at once; no effect on one that has ended. */
    void cancel() {
        search.cancel();
    }

    /** What the plan is held against; empty where there is no plan that keeps the hard rules, or no time to find out. */
    Optional<Yardstick> yardstick() {
        return yardstick;
    }

    /** Whether no plan can keep the hard rules. */
    boolean isImpossible() {
        return impossible;
    }

    long steps() {
        return search.steps();
    }

    /** Moves that were looked at. */
    long moves() {
        return pace.looks();
    }

    /** Why it ended. */
    StoppedBy stoppedBy() {
        if (search.isCancelled()) {
            return StoppedBy.CANCELLED;
        }
        if (meetsBound()) {
            return StoppedBy.BOUND;
        }
        return isTimeLimited && search.steps() < most ? StoppedBy.TIME : StoppedBy.STEPS;
    }

    private boolean mustStop() {
        return search.isCancelled() || deadline != Long.MAX_VALUE && System.nanoTime() > deadline;
    }

    /** The plan to stay near, put right: where that weighs much, the best plan is not far from it. */
    private Optional<AllocationPlan> repairedReference() {
        return problem.weight(Rule.S5) > 0
                ? problem.reference().map(plan -> Repair.of(problem, plan, this::mustStop))
                : Optional.empty();
    }

    private Optional<AllocationPlan> best(Stream<AllocationPlan> plans) {
        return plans.map(plan -> Found.of(problem, plan))
                .max(Comparator.comparing(Found::score))
                .map(Found::plan);
    }

    /** Searches from there. */
    void search(long seed, OptionalLong steps, Optional<Duration> time, Consumer<Found> better) {
        isTimeLimited = time.isPresent();
        most = steps.orElse(Long.MAX_VALUE);
        if (search.isCancelled() || meetsBound() || time.map(Duration::isZero).orElse(false)) {
            return;
        }
        Optional<org.optaplanner.core.api.score.Score<?>> goal =
                yardstick.map(bound -> HardMediumSoftLongScore.of(0, -bound.leastShortfall(), -bound.lowerBound()));
        AllocationSolution start = SolutionBuilder.build(problem, first);
        pace = new Pace(steps, time);
        start.setPace(pace);
        AllocationSolution found = search.run(
                start, new LocalSearch.Limits(seed, steps, time, goal), solution -> offer(solution.plan(), better));
        offer(found.plan(), better);
    }

    private void offer(AllocationPlan plan, Consumer<Found> better) {
        Found found = Found.of(problem, plan);
        if (best == null || found.score().compareTo(best.score()) > 0) {
            best = found;
            better.accept(found);
        }
    }

    private boolean meetsBound() {
        return yardstick
                .map(bound -> best.score().compareTo(new Score(0, -bound.leastShortfall(), -bound.lowerBound())) >= 0)
                .orElse(false);
    }
}
