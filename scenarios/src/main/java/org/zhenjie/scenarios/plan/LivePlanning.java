package org.zhenjie.scenarios.plan;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationResult;
import org.zhenjie.planner.allocation.AllocationResult.StoppedBy;
import org.zhenjie.planner.allocation.PlanScore;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.allocation.SolveProgress;
import org.zhenjie.planner.allocation.Yardstick;
import org.zhenjie.planner.explain.Conflict;
import org.zhenjie.planner.live.LiveSolve;
import org.zhenjie.planner.yardstick.Relaxation;
import org.zhenjie.scenarios.reform.Scenario;
import org.zhenjie.scenarios.study.StudyFolder;

/**
 * A scenario that changed, planned near its last plan: {@link #run} it on a thread of your own, {@link #cancel} it from any other.
 * Towns, platforms and quota types are those of the last plan.
 */
public final class LivePlanning {
    private final StudyFolder folder;
    private final PreparedScenario prepared;
    private final PlannedScenario last;
    private final SolveOptions options;
    private final List<LiveSolve.Update> updates = new ArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean cancelled;
    private volatile boolean hurried;
    private volatile boolean isAdopted;
    private volatile LiveSolve live;

    /** What a change comes to. */
    public sealed interface Outcome {}

    /** It counts, and this is the plan with it. */
    public record Planned(PlannedScenario scenario) implements Outcome {}

    /**
     * It does not count: there is no plan that keeps the hard rules with it.
     *
     * @param conflict the rules that cannot hold together, where they are proven; otherwise no plan was found
     */
    public record Refused(Optional<Conflict> conflict) implements Outcome {}

    /**
     * States the changed problem.
     *
     * @param last the plan to stay near
     * @throws org.zhenjie.gis.problem.InputException if a reform makes no sense, such as a pin of a town that is not there
     */
    public LivePlanning(StudyFolder folder, Scenario changed, PlannedScenario last, SolveOptions options) {
        this.folder = folder;
        this.prepared = PreparedScenario.of(folder.study(), changed, PlanFile.reference(folder, changed));
        this.last = last;
        this.options = options;
    }

    /** The scenario with its changed problem. */
    public PreparedScenario prepared() {
        return prepared;
    }

    /**
     * Plans the changed scenario.
     *
     * @param adopted called once there is a plan that keeps every hard rule with the change
     * @param listener hears of that plan and of each better one
     * @return the best plan when a limit is reached or it was cancelled, or why there is none
     * @throws CancellationException if it was cancelled before there was any
     */
    public Outcome run(Runnable adopted, SolveProgress.Listener listener) {
        Instant started = Clock.systemUTC().instant();
        try (LiveSolve solve = new LiveSolve(last.problem(), last.plan(), options, update -> hear(update, listener))) {
            live = solve;
            if (cancelled) {
                throw new CancellationException();
            }
            CompletableFuture<LiveSolve.Answer> answer = solve.change(before -> prepared.problem());
            if (cancelled) {
                // a stop that came before the change
                solve.stop();
            }
            LiveSolve.Answer answered = answer.get();
            if (answered instanceof LiveSolve.Refused refused) {
                return new Refused(refused.conflict());
            }
            LiveSolve.Update first = ((LiveSolve.Adopted) answered).first();
            adopted.run();
            isAdopted = true;
            if (hurried) {
                cancel();
            }
            Optional<Yardstick> yardstick = yardstick(first.plan());
            ended.await();
            return new Planned(planned(solve, yardstick, started));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    /** Ends the search at once; {@link #run} then returns the best plan so far. */
    public void cancel() {
        cancelled = true;
        LiveSolve solve = live;
        if (solve != null) {
            solve.stop();
        }
    }

    /** Ends the search as soon as there is a plan with the change; {@link #run} then returns the best one so far. */
    public void finish() {
        hurried = true;
        if (isAdopted) {
            cancel();
        }
    }

    private void hear(LiveSolve.Update update, SolveProgress.Listener listener) {
        updates.add(update);
        try {
            listener.accept(new SolveProgress(update.elapsedMillis(), update.score(), update.plan()));
        } finally {
            if (update.ended()) {
                ended.countDown();
            }
        }
    }

    /** Found while the search goes on. */
    private Optional<Yardstick> yardstick(AllocationPlan near) {
        try {
            return Relaxation.yardstick(prepared.problem(), near, () -> cancelled);
        } catch (CancellationException e) {
            return Optional.empty();
        }
    }

    private PlannedScenario planned(LiveSolve solve, Optional<Yardstick> yardstick, Instant started) {
        PlanScore score = PlanScore.of(prepared.problem(), solve.plan());
        StoppedBy stoppedBy = cancelled ? StoppedBy.CANCELLED : StoppedBy.TIME;
        AllocationResult result = new AllocationResult(
                solve.plan(), score.score(), updates.get(0).score(), yardstick, false, 0, stoppedBy);
        Provenance provenance = new Provenance(
                options.seed(),
                options.steps(),
                ProgramVersion.current(),
                PlanFile.inputHash(folder, prepared.scenario(), prepared.reference()),
                prepared.reference().map(ReferencePlan::named));
        long millis = Clock.systemUTC().millis() - started.toEpochMilli();
        RunRecord run = new RunRecord(
                started,
                millis,
                Planning.machine(),
                stoppedBy,
                updates.stream()
                        .map(update -> new RunRecord.ScoreAt(update.elapsedMillis(), update.score()))
                        .toList());
        return prepared.planned(result, provenance, Optional.of(run));
    }
}
