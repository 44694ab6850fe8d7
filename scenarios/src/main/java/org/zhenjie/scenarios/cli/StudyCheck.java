package org.zhenjie.scenarios.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhenjie.gis.coverage.Finding;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.gis.report.LayerFindings;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.PlanScore;
import org.zhenjie.planner.yardstick.Apportionment;
import org.zhenjie.planner.yardstick.Relaxation;
import org.zhenjie.scenarios.group.TownGrouping;
import org.zhenjie.scenarios.plan.GroupPlanning;
import org.zhenjie.scenarios.plan.PreparedScenario;
import org.zhenjie.scenarios.reform.RuleBrokenException;
import org.zhenjie.scenarios.reform.Scenario;
import org.zhenjie.scenarios.reform.ScenarioFile;
import org.zhenjie.scenarios.study.StudyFolder;

/** Reads a study and all its scenarios, says what is in them, what is wrong, and whether each can be planned at all. */
final class StudyCheck {
    private final Call call;
    private final List<Problem> unreadable = new ArrayList<>();
    private final List<Problem> findings = new ArrayList<>();

    StudyCheck(Call call) {
        this.call = call;
    }

    /**
     * Prints what was found, and writes the findings of the towns where they are wanted; returns the exit code.
     *
     * @param target GeoPackage to write the findings to
     */
    int check(Path path, CheckSettings settings, Optional<Path> target) {
        StudyFolder folder = StudyReading.open(call, path);
        target.ifPresent(new InputGuard(folder)::check);
        LayerFindings towns = settings.isSet() ? folder.findings(settings.options()) : folder.findings();
        List<Scenario> scenarios = scenarios(folder);
        new StudyText(call).print(folder, scenarios);
        new FindingsText(call).print(towns);
        target.ifPresent(file -> new FindingsText(call).write(file, List.of(towns)));
        findings.addAll(folder.warnings());
        // points outside are told row by row among the warnings
        towns.without(Finding.Kind.POINT_OUTSIDE).problems().stream()
                .filter(problem -> !findings.contains(problem))
                .forEach(findings::add);
        scenarios.forEach(scenario -> prepare(folder, scenario));
        if (!unreadable.isEmpty()) {
            findings.forEach(finding -> call.print(call.line(finding)));
            throw new InputException(unreadable);
        }
        if (findings.isEmpty()) {
            call.print(call.texts().get("check.clean"));
        }
        findings.forEach(finding -> call.print(call.line(finding)));
        return Call.hasErrors(findings) ? ExitCode.RULE_BROKEN : ExitCode.DONE;
    }

    private List<Scenario> scenarios(StudyFolder folder) {
        List<Scenario> scenarios = new ArrayList<>();
        for (String name : folder.scenarioNames()) {
            collect(() -> scenarios.add(ScenarioFile.read(folder, name)));
        }
        return scenarios;
    }

    private void prepare(StudyFolder folder, Scenario scenario) {
        call.cancellation().check();
        collect(() -> {
            try {
                PreparedScenario prepared = PreparedScenario.of(folder.study(), scenario);
                findings.addAll(prepared.warnings());
                if (!canBePlanned(prepared.problem())) {
                    findings.add(Problem.error(
                            CliTexts.BUNDLE, "check.noPlan", Where.nowhere().value(scenario.name()), scenario.name()));
                }
                for (TownGrouping grouping : GroupPlanning.of(prepared.study(), scenario)) {
                    findings.addAll(grouping.warnings());
                    findings.addAll(GroupPlanning.obstacles(grouping));
                }
            } catch (RuleBrokenException e) {
                findings.addAll(e.problems());
            }
        });
    }

    /** Any plan that keeps the hard rules is proof enough, and found long before the best that there could be. */
    private boolean canBePlanned(AllocationProblem problem) {
        AllocationPlan byHand = Apportionment.of(problem, Apportionment.Method.HAMILTON);
        return PlanScore.of(problem, byHand).score().isFeasible()
                || Relaxation.yardstick(
                                problem,
                                AllocationPlan.EMPTY,
                                () -> call.cancellation().isRequested())
                        .isPresent();
    }

    private void collect(Runnable step) {
        try {
            step.run();
        } catch (InputException e) {
            // scenarios that stay near each other in a circle all have the same problem
            e.problems().stream().filter(one -> !unreadable.contains(one)).forEach(unreadable::add);
        }
    }
}
