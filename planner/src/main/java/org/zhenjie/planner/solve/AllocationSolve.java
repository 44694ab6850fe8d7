package org.zhenjie.planner.solve;

import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.zhenjie.planner.allocation.AllocationPart;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationResult;
import org.zhenjie.planner.allocation.AllocationResult.StoppedBy;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.allocation.SolveProgress;
import org.zhenjie.planner.allocation.Yardstick;
import org.zhenjie.planner.solve.PartSolve.Found;
import org.zhenjie.planner.yardstick.Apportionment;

/**
 * One solve of one problem: {@link #run} it on a thread of your own, {@link #cancel} it from any other.
 *
 * <p>The start on record is the plan made by hand (Webster). Parts of the problem that no decision ties together are solved apart, as many at a
 * time as there are processors: first the bounds of all, then the searches, each with its share of the steps and of the time that is left; at
 * last the parts farthest from their bounds are searched once more. A part alone is searched twice at once. How many at a time changes nothing in the plan unless time runs out.
 * The first search of a part sets out from the rounded relaxation, which may lie a few posts above a ceiling at first, from the repaired reference plan where
 * that is better, or from the plan made by hand.
 */
public final class AllocationSolve {

    /** Share of steps and time in which every part is searched once. */
    private static final double FIRST_ROUND = 0.75;
    /** One part of so many is searched again. */
    private static final int PARTS_FOR_ONE_AGAIN = 4;
    /** So many searches at once of a part alone. */
    private static final int ALONE = 2;

    private final SolveOptions options;
    private final List<AllocationPart> parts;
    private final Optional<List<AllocationPlan>> given;
    private final List<PartSolve> solves;
    private final long[] sizes;

    /** A solve that has not begun. */
    public AllocationSolve(AllocationProblem problem, SolveOptions options) {
        this(problem, options, EnvironmentMode.REPRODUCIBLE);
    }

    AllocationSolve(AllocationProblem problem, SolveOptions options, EnvironmentMode mode) {
        this(AllocationPart.of(problem), options, Optional.empty(), Optional.empty(), mode);
    }

    /**
     * A solve that has not begun and will set out from a plan at once, without a bound. The plan may break rules, as the last plan does
     * when a pin or the size of a pool was changed; it is repaired first.
     */
    public static AllocationSolve from(AllocationProblem problem, SolveOptions options, AllocationPlan plan) {
        List<AllocationPart> parts = AllocationPart.of(problem, plan);
        return new AllocationSolve(
                parts,
                options,
                Optional.of(AllocationPart.split(parts, plan)),
                Optional.empty(),
                EnvironmentMode.REPRODUCIBLE);
    }

    /**
     * The same for some parts of a problem, each near its reference plan: the others stay as they are, and plans and scores are those of these parts together.
     *
     * @param plans the plan of each of the parts
     * @param mostMoved so many posts and people may a plan of each part move against the reference plan (S5), if the plan that it
     *     sets out from does not move more
     */
    public static AllocationSolve near(
            List<AllocationPart> parts, SolveOptions options, List<AllocationPlan> plans, List<Long> mostMoved) {
        return new AllocationSolve(
                parts, options, Optional.of(plans), Optional.of(mostMoved), EnvironmentMode.REPRODUCIBLE);
    }

    private AllocationSolve(
            List<AllocationPart> parts,
            SolveOptions options,
            Optional<List<AllocationPlan>> given,
            Optional<List<Long>> mostMoved,
            EnvironmentMode mode) {
        this.parts = List.copyOf(parts);
        this.options = options;
        this.given = given;
        this.solves = IntStream.range(0, parts.size())
                .mapToObj(part -> new PartSolve(
                        parts.get(part).problem(),
                        mostMoved.map(most -> most.get(part)).orElse(PartSolve.ANY_NUMBER),
                        mode))
                .toList();
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
        Climb climb = new Climb(parts, options.time(), listener);
        List<AllocationPlan> starts = given.orElseGet(
                () -> onEach(part -> Apportionment.of(parts.get(part).problem(), Apportionment.Method.WEBSTER)));
        List<Found> scored = onEach(part -> Found.of(parts.get(part).problem(), starts.get(part)));
        climb.start(scored);
        onEach(part -> setOut(part, scored.get(part), climb));
        search(climb);
        climb.finish();
        return new AllocationResult(
                climb.plan(),
                climb.score(),
                climb.startScore(),
                Yardstick.joined(solves.stream().map(PartSolve::yardstick)),
                solves.stream().anyMatch(PartSolve::isImpossible),
                solves.stream().mapToLong(PartSolve::steps).sum(),
                stoppedBy());
    }

    private void search(Climb climb) {
        List<Integer> all = IntStream.range(0, parts.size()).boxed().toList();
        long steps = options.steps().orElse(0);
        if (given.isPresent()) {
            new Round(all, 0, steps, Duration.ZERO, climb).run();
            return;
        }
        long atFirst = Math.round(FIRST_ROUND * steps);
        new Round(atLeastTwo(all), 0, atFirst, climb.partOfTime(1 - FIRST_ROUND), climb).run();
        new Round(atLeastTwo(farthest()), 1, steps - atFirst, Duration.ZERO, climb).run();
    }

    private static List<Integer> atLeastTwo(List<Integer> some) {
        return some.size() == 1 ? Collections.nCopies(ALONE, some.get(0)) : some;
    }

    /** The parts whose plans are farthest from their bounds. */
    private List<Integer> farthest() {
        return IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing((Integer part) -> solves.get(part).missing())
                        .reversed())
                .limit((parts.size() + PARTS_FOR_ONE_AGAIN - 1) / PARTS_FOR_ONE_AGAIN)
                .toList();
    }

    private int setOut(int part, Found plan, Climb climb) {
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
    private <T> List<T> onEach(IntFunction<T> work) {
        return onEach(parts.size(), work);
    }

    private <T> List<T> onEach(int number, IntFunction<T> work) {
        if (number == 1) {
            return List.of(work.apply(0));
        }
        ExecutorService workers = Executors.newFixedThreadPool(threads(number));
        try {
            List<CompletableFuture<T>> results = IntStream.range(0, number)
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

    private static int threads(int number) {
        return Math.min(number, Runtime.getRuntime().availableProcessors());
    }

    /** The least good reason of any part. */
    private StoppedBy stoppedBy() {
        List<StoppedBy> reasons = solves.stream().map(PartSolve::stoppedBy).toList();
        return java.util.stream.Stream.of(StoppedBy.CANCELLED, StoppedBy.TIME, StoppedBy.STEPS)
                .filter(reasons::contains)
                .findFirst()
                .orElse(StoppedBy.BOUND);
    }

    /** Searches of some parts, several at a time; each gets a share of steps and time by the size of its part. */
    private final class Round {
        private final List<Integer> searched;
        private final int number;
        private final long steps;
        private final Duration kept;
        private final Climb climb;
        private final long all;
        private long ahead;

        /**
         * A round that has not begun.
         *
         * @param searched a part for each search
         * @param number of the round, from 0
         * @param steps for the whole round, where they are limited
         * @param kept time to leave, where it is limited
         */
        Round(List<Integer> searched, int number, long steps, Duration kept, Climb climb) {
            this.searched = searched;
            this.number = number;
            this.steps = steps;
            this.kept = kept;
            this.climb = climb;
            all = before(searched.size());
            ahead = all;
        }

        void run() {
            List<Found> found = onEach(searched.size(), this::search);
            for (int search = 0; search < found.size(); search++) {
                int part = searched.get(search);
                solves.get(part).take(found.get(search));
            }
            searched.stream()
                    .distinct()
                    .forEach(part -> climb.settle(part, solves.get(part).best()));
        }

        private Found search(int search) {
            int part = searched.get(search);
            return solves.get(part)
                    .search(seed(search), steps(search), time(part), better -> climb.better(part, better));
        }

        private long seed(int search) {
            return options.seed() + 1_000_003L * searched.get(search) + 7_919L * (2L * number + alikeBefore(search));
        }

        private long alikeBefore(int search) {
            return search > 0 && searched.get(search).equals(searched.get(search - 1)) ? 1 : 0;
        }

        private long before(int search) {
            return searched.subList(0, search).stream()
                    .mapToLong(part -> sizes[part])
                    .sum();
        }

        /** The shares add up to the steps of the round. */
        private OptionalLong steps(int search) {
            if (options.steps().isEmpty()) {
                return OptionalLong.empty();
            }
            double perSize = (double) steps / all;
            long before = before(search);
            return OptionalLong.of(
                    Math.round((before + sizes[searched.get(search)]) * perSize) - Math.round(before * perSize));
        }

        /** Time of a search that begins now. */
        private synchronized Optional<Duration> time(int part) {
            double share = Math.min(1.0, threads(searched.size()) * (double) sizes[part] / ahead);
            ahead -= sizes[part];
            return climb.left()
                    .map(left -> Duration.ofNanos(
                            (long) (Math.max(0, left.minus(kept).toNanos()) * share)));
        }
    }
}
