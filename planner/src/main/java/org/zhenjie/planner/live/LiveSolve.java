package org.zhenjie.planner.live;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.PlanScore;
import org.zhenjie.planner.allocation.Score;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.allocation.SolveProgress;
import org.zhenjie.planner.explain.Conflict;
import org.zhenjie.planner.solve.AllocationSolve;

/**
 * A solve that takes changes while it runs. Each change is answered with a plan that keeps the hard rules and moves as few posts as
 * can be found at once, then the search goes on from there: fewest posts short of need, fewest posts moved against the plan before
 * the change, least cost, in this order, and never more moved than {@link #SLACK} of that plan's posts beyond the least.
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

    /** What is being solved, near which plan, and the best plan for it. */
    private record State(
            AllocationProblem problem,
            AllocationProblem near,
            LeastMoves moves,
            long least,
            long most,
            AllocationPlan best,
            Score nearScore) {}

    /**
     * A better plan.
     *
     * @param elapsedMillis since the change that it answers was taken up
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

    private record Request(UnaryOperator<AllocationProblem> change, CompletableFuture<Answer> answer) {}

    /**
     * Begins with a problem and its plan; searches once something changes.
     *
     * @param options limits of the search after each change
     * @param listener hears of each better plan, on a thread of this solve
     */
    public LiveSolve(AllocationProblem problem, AllocationPlan plan, SolveOptions options, Consumer<Update> listener) {
        this.options = options;
        this.listener = listener;
        state = begin(problem, plan, 0, LeastMoves.of(problem, plan), plan);
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
        Request request = new Request(change, new CompletableFuture<>());
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
        began = System.nanoTime();
        try {
            AllocationProblem changed = request.change().apply(state.problem());
            LeastMoves moves = LeastMoves.of(changed, state.best());
            OptionalLong least = moves.bound(this::isToGiveUp);
            if (least.isEmpty()) {
                request.answer().complete(new Refused(Conflict.find(changed, this::isToGiveUp), changed));
                return;
            }
            AllocationPlan first = feasible(moves);
            if (!PlanScore.of(moves.problem(), first).score().isFeasible()) {
                request.answer().complete(new Refused(Optional.empty(), changed));
                return;
            }
            state = begin(changed, state.best(), least.getAsLong(), moves, first);
            Update update = update(false);
            listener.accept(update);
            request.answer().complete(new Adopted(update));
        } catch (RuntimeException failure) {
            request.answer().completeExceptionally(failure);
        }
    }

    private long began;

    private boolean isToGiveUp() {
        return closed || stopped;
    }

    private static State begin(
            AllocationProblem problem, AllocationPlan last, long least, LeastMoves moves, AllocationPlan first) {
        AllocationProblem near = moves.firstOfAll(problem);
        long slack = (long) (SLACK * LeastMoves.posts(problem, last));
        long most = Math.max(moves.moved(first), least + slack);
        return new State(
                problem,
                near,
                moves,
                least,
                most,
                first,
                PlanScore.of(near, first).score());
    }

    /** Where the repair leaves a rule broken, a short search with nothing but the hard rules and the moves. */
    private AllocationPlan feasible(LeastMoves moves) {
        AllocationPlan repaired = moves.repaired(this::isToGiveUp);
        if (PlanScore.of(moves.problem(), repaired).score().isFeasible()) {
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
        State begun = state;
        running = AllocationSolve.from(begun.near(), options, begun.best());
        // a change or a stop that came before the search was there to be cancelled
        if (inbox.isEmpty() && !isToGiveUp()) {
            running.run(progress -> offer(begun, progress));
        }
        running = null;
        if (!closed) {
            listener.accept(update(true));
        }
    }

    private void offer(State begun, SolveProgress progress) {
        if (progress.best().compareTo(state.nearScore()) > 0 && begun.moves().moved(progress.plan()) <= begun.most()) {
            state = new State(
                    begun.problem(),
                    begun.near(),
                    begun.moves(),
                    begun.least(),
                    begun.most(),
                    progress.plan(),
                    progress.best());
            listener.accept(update(false));
        }
    }

    private Update update(boolean ended) {
        State now = state;
        return new Update(
                Duration.ofNanos(System.nanoTime() - began).toMillis(),
                now.best(),
                PlanScore.of(now.problem(), now.best()).score(),
                now.moves().moved(now.best()),
                now.least(),
                ended);
    }
}
