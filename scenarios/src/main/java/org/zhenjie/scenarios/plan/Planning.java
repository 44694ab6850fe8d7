package org.zhenjie.scenarios.plan;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationResult;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.allocation.SolveProgress;
import org.zhenjie.planner.solve.AllocationSolve;
import org.zhenjie.scenarios.problem.Texts;
import org.zhenjie.scenarios.reform.Scenario;
import org.zhenjie.scenarios.study.StudyFolder;

/** The planning of one scenario: {@link #run} it on a thread of your own, {@link #cancel} it from any other. */
public final class Planning {
    private final PreparedScenario prepared;
    private final SolveOptions options;
    private final String inputHash;
    private final AllocationSolve solve;

    private Planning(PreparedScenario prepared, SolveOptions options, String inputHash) {
        this.prepared = prepared;
        this.options = options;
        this.inputHash = inputHash;
        this.solve = new AllocationSolve(prepared.problem(), options);
    }

    /**
     * Applies the scenario's reforms and states its problem.
     *
     * @throws InputException if a reform makes no sense for the study, or if the folder has no plan that fits of the
     *     scenario that this one is to stay near
     * @throws org.zhenjie.scenarios.reform.RuleBrokenException if total control cannot be kept
     */
    public static Planning of(StudyFolder folder, Scenario scenario, SolveOptions options) {
        Optional<ReferencePlan> reference = PlanFile.reference(folder, scenario);
        if (reference.isEmpty() && scenario.near().isPresent()) {
            Scenario.Near near = scenario.near().get();
            throw new InputException(Problem.error(Texts.BUNDLE, "scenario.nearNoPlan", near.where()));
        }
        return new Planning(
                PreparedScenario.of(folder.study(), scenario, reference),
                options,
                PlanFile.inputHash(folder, scenario, reference));
    }

    /**
     * States a problem that was prepared already.
     *
     * @param inputHash digest of what it was prepared from
     */
    public static Planning of(PreparedScenario prepared, SolveOptions options, String inputHash) {
        return new Planning(prepared, options, inputHash);
    }

    /** Plans a scenario on the calling thread. */
    public static PlannedScenario solve(
            StudyFolder folder, Scenario scenario, SolveOptions options, SolveProgress.Listener listener) {
        return of(folder, scenario, options).run(listener);
    }

    /** The study after the scenario's reforms, and the problem. */
    public PreparedScenario prepared() {
        return prepared;
    }

    /** What will be solved. */
    public AllocationProblem problem() {
        return prepared.problem();
    }

    /** What people should look at in the scenario. */
    public List<Problem> warnings() {
        return prepared.warnings();
    }

    /**
     * Solves; returns the best plan found when a limit is reached, the bound is met or the planning is cancelled.
     *
     * @param listener hears of each better plan
     */
    public PlannedScenario run(SolveProgress.Listener listener) {
        Clock clock = Clock.systemUTC();
        Instant started = clock.instant();
        List<RunRecord.ScoreAt> scores = new ArrayList<>();
        AllocationResult result = solve.run(progress -> {
            scores.add(new RunRecord.ScoreAt(progress.elapsedMillis(), progress.best()));
            listener.accept(progress);
        });
        long millis = clock.millis() - started.toEpochMilli();
        RunRecord run = new RunRecord(started, millis, machine(), result.stoppedBy(), scores);
        Provenance provenance = new Provenance(
                options.seed(),
                options.steps(),
                ProgramVersion.current(),
                inputHash,
                prepared.reference().map(ReferencePlan::named));
        return prepared.planned(result, provenance, Optional.of(run));
    }

    /** Ends the search at once; {@link #run} then returns the best plan so far. No effect on one that has ended. */
    public void cancel() {
        solve.cancel();
    }

    /** The machine, for the record of a run. */
    static String machine() {
        return System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch") + ", Java " + System.getProperty("java.version") + ", "
                + Runtime.getRuntime().availableProcessors() + " processors";
    }
}
