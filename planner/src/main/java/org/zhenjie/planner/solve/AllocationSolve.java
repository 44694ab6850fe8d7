package org.zhenjie.planner.solve;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.zhenjie.planner.allocation.AllocationPart;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationResult;
import org.zhenjie.planner.allocation.AllocationResult.StoppedBy;
import org.zhenjie.planner.allocation.Score;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.allocation.SolveProgress;
import org.zhenjie.planner.allocation.Yardstick;
import org.zhenjie.planner.solve.PartSolve.Found;
import org.zhenjie.planner.yardstick.Apportionment;

/**
 * One solve of one problem: {@link #run} it on a thread of your own, {@link #cancel} it from any other.
 *
 * <p>The start on record is the plan made by hand (Webster). Parts of the problem that no decision ties together are solved apart, as many at a
 * time as there are processors: first the bounds of all, then the searches, each with its share of the steps and of the time that is left.
 * How many at a time changes nothing in the plan unless time runs out. The search of a part sets out from the rounded relaxation, which
 * may lie a few posts above a ceiling at first, from the repaired reference plan where that is better, or from the plan made by hand.
 */
public final class AllocationSolve {

    private final SolveOptions options;
    private final List<AllocationPart> parts;
    private final Optional<List<AllocationPlan>> given;
    private final Allowed allowed;
    private final List<PartSolve> solves;
    private final long[] sizes;

    /** Which plans of a part may be offered, however good they are. */
    public interface Allowed {
        /** All of them. */
        Allowed ALL = (part, plan) -> true;

        /** Whether a plan may be offered; asked on any thread. */
        boolean isAllowed(int part, AllocationPlan plan);
    }

    /** A solve that has not begun. */
    public AllocationSolve(AllocationProblem problem, SolveOptions options) {
        this(problem, options, EnvironmentMode.REPRODUCIBLE);
    }

    AllocationSolve(AllocationProblem problem, SolveOptions options, EnvironmentMode mode) {
        this(AllocationPart.of(problem), options, Optional.empty(), Allowed.ALL, mode);
    }

    /**
     * A solve that has not begun and will set out from a plan at once, without a bound. The plan may break rules, as the last plan does
     * when a pin or the size of a pool was changed; it is repaired first.
     */
    public static AllocationSolve from(AllocationProblem problem, SolveOptions options, AllocationPlan plan) {
        List<AllocationPart> parts = AllocationPart.of(problem, plan);
        return from(parts, options, AllocationPart.split(parts, plan), Allowed.ALL);
    }

    /**
     * The same for some parts of a problem: the others stay as they are, and plans and scores are those of these parts together.
     *
     * @param plans the plan of each of the parts
     * @param allowed which plans may be offered
     */
    public static AllocationSolve from(
            List<AllocationPart> parts, SolveOptions options, List<AllocationPlan> plans, Allowed allowed) {
        return new AllocationSolve(parts, options, Optional.of(plans), allowed, EnvironmentMode.REPRODUCIBLE);
    }

    private AllocationSolve(
            List<AllocationPart> parts,
            SolveOptions options,
            Optional<List<AllocationPlan>> given,
            Allowed allowed,
            EnvironmentMode mode) {
        this.parts = List.copyOf(parts);
        this.options = options;
        this.given = given;
        this.allowed = allowed;
        this.solves =
                parts.stream().map(part -> new PartSolve(part.problem(), mode)).toList();
        this.sizes = parts.stream().mapToLong(AllocationSolve::size).toArray();
    }

    private static long size(AllocationPart part) {
        AllocationProblem problem = part.problem();
        return 1L
                + (long) problem.towns().size() * problem.platforms().size()
                + problem.blocks().size();
    }

    /**
     * Solves; returns the best plan found when a limit is reached, the bound is met or the solve is cancelled.
     *
     * @param listener hears of the start, of better plans several times a second, and of the best one at last; one call at a time, on
     *     any thread
     */
    public AllocationResult run(SolveProgress.Listener listener) {
        Climb climb = new Climb(listener);
        List<AllocationPlan> starts = given.orElseGet(
                () -> onEach(part -> Apportionment.of(parts.get(part).problem(), Apportionment.Method.WEBSTER)));
        climb.start(onEach(part -> Found.of(parts.get(part).problem(), starts.get(part))));
        onEach(part -> setOut(part, starts.get(part), climb));
        TimeShares time = new TimeShares(climb);
        onEach(part -> {
            solves.get(part).search(seed(part), steps(part), time.of(part), found -> climb.better(part, found));
            return part;
        });
        climb.finish();
        return new AllocationResult(
                climb.plan(),
                climb.score,
                climb.startScore,
                Yardstick.joined(solves.stream().map(PartSolve::yardstick)),
                solves.stream().anyMatch(PartSolve::isImpossible),
                solves.stream().mapToLong(PartSolve::steps).sum(),
                stoppedBy());
    }

    private int setOut(int part, AllocationPlan plan, Climb climb) {
        Optional<Duration> left = climb.left();
        if (given.isPresent()) {
            solves.get(part).mend(plan, left, found -> climb.better(part, found));
        } else {
            solves.get(part).bound(plan, left, found -> climb.better(part, found));
        }
        return part;
    }

    /** Moves that the search has looked at so far; how many in a time depends on the machine. */
    public long moves() {
        return solves.stream().mapToLong(PartSolve::moves).sum();
    }

    /** Ends the solve at once; {@link #run} then returns the best plan so far. No effect on one that has ended. */
    public void cancel() {
        solves.forEach(PartSolve::cancel);
    }

    /** Does something for each part, several at a time, and gives the results in the order of the parts. */
    private <T> List<T> onEach(java.util.function.IntFunction<T> work) {
        if (parts.size() == 1) {
            return List.of(work.apply(0));
        }
        int threads = Math.min(parts.size(), Runtime.getRuntime().availableProcessors());
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<CompletableFuture<T>> results = IntStream.range(0, parts.size())
                    .mapToObj(part -> CompletableFuture.supplyAsync(() -> work.apply(part), workers))
                    .toList();
            return results.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException e) {
            cancel();
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            workers.shutdownNow();
        }
    }

    private long seed(int part) {
        return options.seed() + 1_000_003L * part;
    }

    /** The part's share of the steps, by its size; the shares add up to the limit. */
    private OptionalLong steps(int part) {
        if (options.steps().isEmpty()) {
            return OptionalLong.empty();
        }
        long before = java.util.Arrays.stream(sizes, 0, part).sum();
        long all = java.util.Arrays.stream(sizes).sum();
        double perSize = (double) options.steps().getAsLong() / all;
        return OptionalLong.of(Math.round((before + sizes[part]) * perSize) - Math.round(before * perSize));
    }

    /** The least good reason of any part. */
    private StoppedBy stoppedBy() {
        List<StoppedBy> reasons = solves.stream().map(PartSolve::stoppedBy).toList();
        return java.util.stream.Stream.of(StoppedBy.CANCELLED, StoppedBy.TIME, StoppedBy.STEPS)
                .filter(reasons::contains)
                .findFirst()
                .orElse(StoppedBy.BOUND);
    }

    /** Deals out the time that is left to the searches that have not begun, by the size of their parts. */
    private final class TimeShares {
        private final Climb climb;
        private final int threads = Math.min(parts.size(), Runtime.getRuntime().availableProcessors());
        private long ahead = java.util.Arrays.stream(sizes).sum();

        TimeShares(Climb climb) {
            this.climb = climb;
        }

        /** Time of a search that begins now. */
        synchronized Optional<Duration> of(int part) {
            double share = Math.min(1.0, threads * (double) sizes[part] / ahead);
            ahead -= sizes[part];
            return climb.left().map(left -> Duration.ofNanos((long) (left.toNanos() * share)));
        }
    }

    /** The best plans so far. Joining plans and looking at them takes time: people hear of them as often as that takes little of it. */
    private final class Climb {
        private static final int PAUSE = 20;

        private final SolveProgress.Listener listener;
        private final long began = System.nanoTime();
        private final List<Found> best = new ArrayList<>(Collections.nCopies(parts.size(), null));
        private Score startScore;
        private Score score;
        private Duration nextReport = Duration.ZERO;
        private boolean heldBack;

        Climb(SolveProgress.Listener listener) {
            this.listener = listener;
        }

        Duration elapsed() {
            return Duration.ofNanos(System.nanoTime() - began);
        }

        /** Time that is left; none where it is not limited. */
        Optional<Duration> left() {
            return options.time().map(time -> {
                Duration left = time.minus(elapsed());
                return left.isNegative() ? Duration.ZERO : left;
            });
        }

        void start(List<Found> starts) {
            for (int part = 0; part < starts.size(); part++) {
                best.set(part, starts.get(part));
            }
            startScore = starts.stream().map(Found::score).reduce(new Score(0, 0, 0), Score::plus);
            score = startScore;
            report();
        }

        synchronized void better(int part, Found found) {
            Score before = best.get(part).score();
            if (found.score().compareTo(before) > 0 && allowed.isAllowed(part, found.plan())) {
                best.set(part, found);
                score = score.plus(found.score()).minus(before);
                heldBack = true;
                if (elapsed().compareTo(nextReport) >= 0) {
                    report();
                }
            }
        }

        synchronized void finish() {
            if (heldBack) {
                report();
            }
        }

        private void report() {
            Duration from = elapsed();
            listener.accept(new SolveProgress(from.toMillis(), score, plan()));
            Duration to = elapsed();
            nextReport = to.plus(to.minus(from).multipliedBy(PAUSE));
            heldBack = false;
        }

        AllocationPlan plan() {
            return AllocationPart.joined(parts, best.stream().map(Found::plan).toList());
        }
    }
}
