package org.zhenjie.scenarios.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.planner.yardstick.Relaxation;
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

    /** Prints what was found; returns the exit code. */
    int check(Path path) {
        StudyFolder folder = StudyReading.open(call, path);
        List<Scenario> scenarios = scenarios(folder);
        new StudyText(call).print(folder, scenarios);
        findings.addAll(folder.warnings());
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
                if (Relaxation.of(prepared.problem()).yardstick().isEmpty()) {
                    findings.add(Problem.error(
                            CliTexts.BUNDLE, "check.noPlan", Where.nowhere().value(scenario.name()), scenario.name()));
                }
            } catch (RuleBrokenException e) {
                findings.addAll(e.problems());
            }
        });
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
