package org.zhenjie.scenarios.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.planner.allocation.AllocationResult.StoppedBy;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.allocation.SolveProgress;
import org.zhenjie.scenarios.plan.PlanFile;
import org.zhenjie.scenarios.plan.PlanProof;
import org.zhenjie.scenarios.plan.PlanProof.Proven;
import org.zhenjie.scenarios.plan.PlannedScenario;
import org.zhenjie.scenarios.plan.Planning;
import org.zhenjie.scenarios.plan.StoredPlan;
import org.zhenjie.scenarios.reform.Scenario;
import org.zhenjie.scenarios.reform.ScenarioFile;
import org.zhenjie.scenarios.study.StudyFolder;

/** The plans of a study, solved with progress on the screen where they are missing or stale. */
final class Plans {
    private final Call call;
    private final StudyFolder folder;
    private final SolveOptions options;

    Plans(Call call, StudyFolder folder, SolveOptions options) {
        this.call = call;
        this.folder = folder;
        this.options = options;
    }

    /** The folder of a study, read with progress on the screen; its warnings are told. */
    static StudyFolder open(Call call, Path path) {
        StudyFolder folder = StudyReading.open(call, path);
        call.report(folder.warnings());
        return folder;
    }

    /** A scenario of the study. */
    Scenario scenario(String name) {
        return ScenarioFile.read(folder, name);
    }

    /** The plan that fits a scenario: the one in the folder, or a new one that is then kept there. */
    PlannedScenario current(Scenario scenario) {
        StoredPlan stored = PlanFile.find(folder, scenario);
        if (stored.plan().isPresent()) {
            return stored.plan().get();
        }
        call.notice("plan." + stored.state(), PlanFile.shownAs(scenario.name()));
        PlannedScenario planned = solve(scenario);
        call.notice("plan.written", keep(planned));
        return planned;
    }

    /** Writes a plan and the record of its run into the study's folder. */
    Path keep(PlannedScenario planned) {
        try {
            return PlanFile.write(folder, planned);
        } catch (UncheckedIOException e) {
            throw unwritable(folder.planFile(planned.name()), e.getCause());
        }
    }

    /** A file that cannot be written, as a problem of the call. */
    static InputException unwritable(Path file, IOException e) {
        String reason = e instanceof FileSystemException ? e.getClass().getSimpleName() : e.getMessage();
        return new InputException(
                Problem.error(CliTexts.BUNDLE, "target.failed", Where.file(file.toString()), reason), e);
    }

    /**
     * Solves a scenario whose plan is to be kept in the folder.
     *
     * @throws InputException if it could not be written there
     * @throws CancellationException if cancelled
     * @throws BrokenPlanException if no plan that keeps every hard rule was found
     */
    PlannedScenario solve(Scenario scenario) {
        Targets.check(folder.planFile(scenario.name()));
        PlannedScenario planned = search(scenario, false);
        call.cancellation().check();
        return feasible(planned);
    }

    /**
     * Solves a scenario; where that is cancelled, gives the best plan so far.
     *
     * @param keepBest whether that plan would be kept; if not, the process may end in the midst of the search
     */
    PlannedScenario search(Scenario scenario, boolean keepBest) {
        solveReference(scenario);
        Planning planning = Planning.of(folder, scenario, options);
        call.report(planning.warnings());
        call.cancellation().onRequest(planning::cancel);
        call.cancellation().worthless(!keepBest);
        PlannedScenario planned;
        String title = call.texts().get("solving", scenario.title().in(call.locale()));
        try (ProgressView view = ProgressView.open(call, title)) {
            planned = planning.run(progress -> view.state(state(progress)));
        } finally {
            call.cancellation().worthless(false);
            call.cancellation().onRequest(() -> {});
        }
        tellTime(planned);
        return planned;
    }

    /**
     * Hands a plan to the exact solver.
     *
     * @param keepBest whether the plan would be kept when that is cancelled
     */
    Proven prove(PlanProof proof, PlannedScenario planned, Duration time, boolean keepBest) {
        call.cancellation().onRequest(proof::cancel);
        call.cancellation().worthless(!keepBest);
        try (ProgressView view = ProgressView.open(call, call.texts().get("proving"))) {
            view.state(proof.solver());
            return proof.run(planned, time);
        } finally {
            call.cancellation().worthless(false);
            call.cancellation().onRequest(() -> {});
        }
    }

    /** The plan that a scenario is to stay near has to be there, and has to fit, before the scenario can be solved. */
    private void solveReference(Scenario scenario) {
        if (scenario.near().isEmpty()) {
            return;
        }
        Scenario near = scenario(scenario.near().get().scenario());
        if (PlanFile.find(folder, near).plan().isEmpty()) {
            tellReference(scenario);
            current(near);
        }
    }

    /** Says that the plan which a scenario is to stay near is solved first. */
    void tellReference(Scenario scenario) {
        scenario.near().ifPresent(near -> call.notice("plan.nearFirst", scenario.name(), near.scenario()));
    }

    /** A plan that keeps every hard rule. */
    static PlannedScenario feasible(PlannedScenario planned) {
        if (!planned.result().score().isFeasible()) {
            throw new BrokenPlanException(planned);
        }
        return planned;
    }

    private String state(SolveProgress progress) {
        return call.texts()
                .get("solving.best", -progress.best().medium(), -progress.best().soft());
    }

    private void tellNear(String key, OptionalLong millis) {
        millis.ifPresent(time -> call.notice(key, String.format(Locale.ROOT, "%.1f", time / 1000.0)));
    }

    private void tellTime(PlannedScenario planned) {
        planned.run()
                .ifPresent(run -> call.notice("solved.in", String.format(Locale.ROOT, "%.1f", run.millis() / 1000.0)));
        planned.run()
                .ifPresent(run -> planned.result().yardstick().ifPresent(bound -> {
                    tellNear("solved.withinOnePercent", run.millisWithin(0.01, bound));
                    tellNear("solved.withinOnePerMille", run.millisWithin(0.001, bound));
                }));
        if (planned.result().stoppedBy() == StoppedBy.TIME) {
            call.notice("solved.byTime");
        }
    }
}
