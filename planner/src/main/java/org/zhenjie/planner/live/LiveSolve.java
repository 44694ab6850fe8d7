package org.zhenjie.planner.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.zhenjie.planner.allocation.AllocationPart;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.Score;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.explain.Conflict;
import org.zhenjie.planner.solve.AllocationSolve;

/**
 * A solve that takes changes while it runs. Each change is answered with a plan that keeps the hard rules and moves as few posts as
 * can be found at once, then the search goes on from there: fewest posts short of need, then least cost, where each post moved against the plan before
 * the change has its price, and never more moved than {@link #SLACK} of that plan's posts beyond the least.
 *
 * <p>Parts that no decision ties together are taken apart: those that a change leaves as they were keep their plan and are not searched,
 * unless the change came before their own search had ended, and each other part moves within its own share of the posts.
 *
 * <p>All calls may come from any thread. With a step limit and no time limit the plans are the same each time, as long as each change
 * is made when the search before it has ended.
 */
public final class LiveSolve implements AutoCloseable {

    /** Share of the last plan's posts that may move beyond the least, for the sake of need and cost. */
    public static final double SLACK = 0.05;

    private final SolveOptions options;
    private final Consumer<Update> listener;
    private final BlockingQueue<Request> inbox = new LinkedBlockingQueue<>();
    private final Thread worker;
    private volatile AllocationSolve running;
    private volatile AllocationSolve mending;
    private volatile boolean stopped;
    private volatile boolean closed;
    private volatile State state;

    /**
     * What is being solved and the best plan for it.
     *
     * @param parts what no decision ties together: a change costs time only where it changes something
     * @param searched whether the search after the last change has ended
     */
    private record State(AllocationProblem problem, AllocationPlan best, List<LivePart> parts, boolean searched) {

        static State of(AllocationProblem problem, List<LivePart> parts) {
            AllocationPlan best = AllocationPart.joined(
                    parts.stream().map(LivePart::part).toList(),
                    parts.stream().map(LivePart::best).toList());
            return new State(problem, best, parts, false);
        }

        static State atRest(AllocationProblem problem, AllocationPlan plan) {
            List<AllocationPart> parts = AllocationPart.of(problem, plan);
            List<AllocationPlan> plans = AllocationPart.split(parts, plan);
            return of(
                    problem,
                    IntStream.range(0, parts.size())
                            .mapToObj(i -> LivePart.atRest(parts.get(i), plans.get(i)))
                            .toList());
        }

        State ended() {
            return new State(problem, best, parts, true);
        }

        /** The parts that are searched. */
        List<LivePart> bent() {
            return parts.stream().filter(part -> part.bend().isPresent()).toList();
        }

        /** With better plans for the parts that are searched. */
        State with(List<AllocationPlan> better) {
            Iterator<AllocationPlan> next = better.iterator();
            return of(
                    problem,
                    parts.stream()
                            .map(part -> part.bend().isPresent() ? part.with(next.next()) : part)
                            .toList());
        }

        /** A part that is as it was and whose search is over. */
        Optional<LivePart> atRest(AllocationPart part) {
            return parts.stream()
                    .filter(one ->
                            (searched || one.bend().isEmpty()) && one.part().equals(part))
                    .findFirst()
                    .map(LivePart::atRest);
        }
    }

    /**
     * A better plan.
     *
     * @param elapsedMillis since the change that it answers was asked for
     * @param plan the plan
     * @param score its score, without what its moves cost
     * @param moved posts and people moved against the plan before the change
     * @param least the proven least number of them
     * @param ended whether the search has ended with it
     */
    public record Update(long elapsedMillis, AllocationPlan plan, Score score, long moved, long least, boolean ended) {}

    /** The answer to a change. */
    public sealed interface Answer {}

    /** The change counts, and this is the first plan with it. */
    public record Adopted(Update first) implements Answer {}

    /**
     * The change does not count: no plan keeps the hard rules with it. The search goes on without it.
     *
     * @param conflict the rules that cannot hold together, where they are proven; otherwise no plan was found
     * @param changed the problem with the change
     */
    public record Refused(Optional<Conflict> conflict, AllocationProblem changed) implements Answer {}

    private record Request(UnaryOperator<AllocationProblem> change, CompletableFuture<Answer> answer, long asked) {}

    /**
     * Begins with a problem and its plan; searches once something changes.
     *
     * @param options limits of the search after each change
     * @param listener hears of each better plan, on a thread of this solve
     */
    public LiveSolve(AllocationProblem problem, AllocationPlan plan, SolveOptions options, Consumer<Update> listener) {
        this.options = options;
        this.listener = listener;
        state = State.atRest(problem, plan);
        worker = new Thread(this::work, "zhenjie-live");
        worker.setDaemon(true);
        worker.start();
    }

    /**
     * Changes the problem: pins, sizes of pools, weights, needs. Towns, platforms and quota types keep their positions.
     *
     * @param change of the problem as it will be by then; what it throws is how the answer fails, and the search goes on
     * @return the answer; fails with a {@link CancellationException} where the solve was stopped or closed before
     */
    public CompletableFuture<Answer> change(UnaryOperator<AllocationProblem> change) {
        Request request = new Request(change, new CompletableFuture<>(), System.nanoTime());
        stopped = false;
        inbox.add(request);
        cancel(running);
        if (closed) {
            request.answer().cancel(false);
        }
        return request.answer();
    }

    /** Ends the search at once; the best plan stays, and the next change begins a new search. */
    public void stop() {
        stopped = true;
        cancel(running);
        cancel(mending);
    }

    /** The best plan so far. */
    public AllocationPlan plan() {
        return state.best();
    }

    /** The problem with all changes that count. */
    public AllocationProblem problem() {
        return state.problem();
    }

    @Override
    public void close() {
        closed = true;
        stop();
        worker.interrupt();
    }

    private static void cancel(AllocationSolve search) {
        if (search != null) {
            search.cancel();
        }
    }

    private void work() {
        try {
            while (!closed) {
                answer(inbox.take());
                if (inbox.isEmpty()) {
                    search();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            inbox.forEach(request -> request.answer().cancel(false));
        }
    }

    private void answer(Request request) {
        asked = request.asked();
        try {
            request.answer().complete(answer(request.change().apply(state.problem())));
        } catch (RuntimeException failure) {
            request.answer().completeExceptionally(failure);
        }
    }

    private Answer answer(AllocationProblem changed) {
        List<AllocationPart> parts = AllocationPart.of(changed, state.best());
        List<AllocationPlan> plans = AllocationPart.split(parts, state.best());
        List<LivePart> now = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            AllocationPart part = parts.get(i);
            Optional<LivePart> atRest = state.atRest(part);
            if (atRest.isPresent()) {
                now.add(atRest.get());
                continue;
            }
            LeastMoves moves = LeastMoves.of(part.problem(), plans.get(i));
            OptionalLong least = moves.bound(this::isToGiveUp);
            if (least.isEmpty()) {
                return new Refused(Conflict.find(changed, this::isToGiveUp), changed);
            }
            AllocationPlan first = feasible(moves);
            if (!moves.isKeptBy(first)) {
                return new Refused(Optional.empty(), changed);
            }
            now.add(LivePart.bent(part, moves, least.getAsLong(), first));
        }
        state = State.of(changed, now);
        Update first = update(false);
        surviving(() -> listener.accept(first));
        return new Adopted(first);
    }

    private long asked;

    private boolean isToGiveUp() {
        return closed || stopped;
    }

    /** Where the repair leaves a rule broken, a short search with nothing but the hard rules and the moves. */
    private AllocationPlan feasible(LeastMoves moves) {
        AllocationPlan repaired = moves.repaired(this::isToGiveUp);
        if (moves.isKeptBy(repaired)) {
            return repaired;
        }
        mending = AllocationSolve.from(moves.problem(), options, repaired);
        try {
            if (isToGiveUp()) {
                throw new CancellationException();
            }
            return mending.run(progress -> {
                        if (progress.best().isFeasible()) {
                            cancel(mending);
                        }
                    })
                    .plan();
        } finally {
            mending = null;
        }
    }

    private void search() {
        List<LivePart> bent = state.bent();
        if (!bent.isEmpty()) {
            List<AllocationPart> near = bent.stream().map(LivePart::near).toList();
            List<AllocationPlan> plans = bent.stream().map(LivePart::best).toList();
            running = AllocationSolve.near(
                    near, options, plans, bent.stream().map(LivePart::most).toList());
            // a change or a stop that came before the search was there to be cancelled
            if (inbox.isEmpty() && !isToGiveUp()) {
                surviving(() -> running.run(progress -> offer(AllocationPart.split(near, progress.plan()))));
            }
            running = null;
        }
        if (inbox.isEmpty()) {
            state = state.ended();
        }
        if (!closed) {
            surviving(() -> listener.accept(update(true)));
        }
    }

    /** A fault of the search or of the listener is told like any that nobody catches, and the solve goes on with the best plan so far. */
    private static void surviving(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException fault) {
            Thread worker = Thread.currentThread();
            worker.getUncaughtExceptionHandler().uncaughtException(worker, fault);
        }
    }

    private void offer(List<AllocationPlan> plans) {
        if (!plans.equals(state.bent().stream().map(LivePart::best).toList())) {
            state = state.with(plans);
            listener.accept(update(false));
        }
    }

    private Update update(boolean ended) {
        State now = state;
        return new Update(
                Duration.ofNanos(System.nanoTime() - asked).toMillis(),
                now.best(),
                now.parts().stream().map(LivePart::score).reduce(new Score(0, 0, 0), Score::plus),
                now.parts().stream().mapToLong(LivePart::moved).sum(),
                now.parts().stream()
                        .flatMap(part -> part.bend().stream())
                        .mapToLong(LivePart.Bend::least)
                        .sum(),
                ended);
    }
}
