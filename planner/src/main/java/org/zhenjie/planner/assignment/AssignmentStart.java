package org.zhenjie.planner.assignment;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.assignment.AssignmentPlan.Account;
import org.zhenjie.planner.search.Pace;
import org.zhenjie.planner.search.Solved;
import org.zhenjie.planner.search.Solved.StoppedBy;
import org.zhenjie.planner.search.StagedSolve;

/**
 * The plan that the last search begins with: the bound, then two searches side by side from what it tells, until a limit is reached, the bound is met, or
 * it is cancelled. {@link #run} it on a thread of your own, {@link #cancel} it from any other. The two never speak to each other,
 * so that a plan depends on seed and steps alone.
 */
public final class AssignmentStart implements StagedSolve.Start<AssignmentPlan> {
    private static final int SEARCHES = 2;
    /** Steps between two looks at the limits. */
    private static final int CHUNK = 20;
    /** Share of the time that the bound may take. */
    private static final double BOUND_SHARE = 0.25;

    private final AssignmentProblem problem;
    private final SolveOptions options;
    private final Pace pace;

    /** Begins now; every task of the problem has a worker that can do it. */
    public AssignmentStart(AssignmentProblem problem, SolveOptions options) {
        this.problem = problem;
        this.options = options;
        this.pace = new Pace(options.steps(), options.time());
    }

    @Override
    public void cancel() {
        pace.cancel();
    }

    @Override
    public Solved<AssignmentPlan> run(BiConsumer<Long, Long> progress) {
        AssignmentBound bound = AssignmentBound.of(problem, () -> pace.isBeyond(BOUND_SHARE));
        boolean impossible = bound.value() > problem.dearest();
        List<AssignmentSearch> searches = List.of(
                new AssignmentSearch(problem, bound, options.seed()),
                new AssignmentSearch(problem, bound, ~options.seed()));
        ExecutorService threads = Executors.newFixedThreadPool(SEARCHES);
        try {
            boolean met = impossible || best(searches).account(problem).meets(bound.value());
            while (!met && !pace.isOver()) {
                int steps = (int) pace.left(CHUNK);
                double share = pace.share();
                runAll(threads, searches, steps, share);
                pace.took(steps);
                Account account = best(searches).account(problem);
                met = account.meets(bound.value());
                progress.accept(account.cost(), bound.value());
            }
            AssignmentPlan plan = best(searches);
            Account account = plan.account(problem);
            return new Solved<>(
                    plan,
                    account.cost(),
                    account.isFeasible(),
                    bound.value(),
                    impossible,
                    pace.steps(),
                    met ? StoppedBy.BOUND : pace.stoppedBy());
        } finally {
            threads.shutdownNow();
        }
    }

    private AssignmentPlan best(List<AssignmentSearch> searches) {
        return searches.get(0).best().orBetter(searches.get(1).best(), problem);
    }

    private void runAll(ExecutorService threads, List<AssignmentSearch> searches, int steps, double share) {
        try {
            List<Future<?>> running = searches.stream()
                    .<Future<?>>map(search -> threads.submit(() -> search.run(steps, share, () -> pace.isBeyond(1))))
                    .toList();
            for (Future<?> one : running) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
