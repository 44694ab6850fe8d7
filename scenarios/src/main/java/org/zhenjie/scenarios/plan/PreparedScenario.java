package org.zhenjie.scenarios.plan;

import java.util.List;
import java.util.Optional;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationResult;
import org.zhenjie.planner.allocation.PlanScore;
import org.zhenjie.planner.allocation.Rule;
import org.zhenjie.scenarios.problem.Texts;
import org.zhenjie.scenarios.reform.Reformed;
import org.zhenjie.scenarios.reform.Reforms;
import org.zhenjie.scenarios.reform.RuleBrokenException;
import org.zhenjie.scenarios.reform.Scenario;
import org.zhenjie.scenarios.reform.TotalControl;
import org.zhenjie.scenarios.study.Study;
import org.zhenjie.scenarios.study.StudyFolder;

/**
 * A scenario that is ready to be solved: its reforms are applied and its problem is stated.
 *
 * @param scenario the scenario
 * @param baseline the study before its reforms
 * @param study the study after its reforms
 * @param problem what is to be solved
 * @param total total control after the reforms
 * @param warnings what people should look at
 */
public record PreparedScenario(
        Scenario scenario,
        Study baseline,
        Study study,
        AllocationProblem problem,
        TotalControl total,
        List<Problem> warnings) {

    public PreparedScenario {
        warnings = List.copyOf(warnings);
    }

    /**
     * Applies the reforms of a scenario to a study.
     *
     * @throws org.zhenjie.gis.problem.InputException if a reform makes no sense for the study
     * @throws RuleBrokenException if the reforms change the total of a quota type without an account (H9), unless the
     *     study's policy switches that rule off
     */
    public static PreparedScenario of(Study baseline, Scenario scenario) {
        Reformed reformed = Reforms.apply(scenario, baseline);
        TotalControl total = TotalControl.of(baseline, reformed.study());
        if (!total.isKept() && !baseline.policy().off().contains(Rule.H9)) {
            throw new RuleBrokenException(Rule.H9, breaches(scenario, total));
        }
        return new PreparedScenario(
                scenario, baseline, reformed.study(), StudyProblem.of(reformed.study()), total, reformed.warnings());
    }

    private static List<Problem> breaches(Scenario scenario, TotalControl total) {
        Where where = Where.file(StudyFolder.scenarioFileName(scenario.name()));
        return total.breaches().stream()
                .map(line -> Problem.error(
                        Texts.BUNDLE,
                        "total.broken",
                        where.value(line.quotaType()),
                        line.before().total(),
                        line.reformed().total(),
                        line.breach()))
                .toList();
    }

    /** The scenario with a plan of its problem, scored by plain accounting. */
    public PlannedScenario planned(AllocationResult result, Provenance provenance, Optional<RunRecord> run) {
        return new PlannedScenario(
                scenario,
                baseline,
                study,
                problem,
                result,
                PlanScore.of(problem, result.plan()),
                TotalControl.of(baseline, study, result.plan()),
                provenance,
                run,
                warnings);
    }
}
