package org.zhenjie.scenarios.plan;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationResult;
import org.zhenjie.planner.allocation.MostCost;
import org.zhenjie.planner.allocation.PlanScore;
import org.zhenjie.planner.allocation.Rule;
import org.zhenjie.planner.allocation.Score;
import org.zhenjie.scenarios.problem.Texts;
import org.zhenjie.scenarios.reform.Reformed;
import org.zhenjie.scenarios.reform.Reforms;
import org.zhenjie.scenarios.reform.RuleBrokenException;
import org.zhenjie.scenarios.reform.RuleBrokenException.Breach;
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
 * @param reference the plan that S5 measures against; empty where the scenario names none, or where it was prepared without
 * @param total total control after the reforms
 * @param warnings what people should look at
 */
public record PreparedScenario(
        Scenario scenario,
        Study baseline,
        Study study,
        AllocationProblem problem,
        Optional<ReferencePlan> reference,
        TotalControl total,
        List<Problem> warnings) {

    public PreparedScenario {
        warnings = List.copyOf(warnings);
    }

    /**
     * Applies the reforms of a scenario to a study; a plan that the scenario is to stay near does not count yet.
     *
     * @throws org.zhenjie.gis.problem.InputException as {@link #of(Study, Scenario, Optional)}
     */
    public static PreparedScenario of(Study baseline, Scenario scenario) {
        return of(baseline, scenario, Optional.empty());
    }

    /**
     * Applies the reforms of a scenario to a study.
     *
     * @param reference the plan that the scenario is to stay near
     *
     * @throws InputException if a reform makes no sense for the study, or if costs could not be counted
     * @throws RuleBrokenException if the reforms change the total of a quota type without an account (H9), unless the
     *     study's policy switches that rule off, or if units cannot be consolidated as it is asked for
     */
    public static PreparedScenario of(Study baseline, Scenario scenario, Optional<ReferencePlan> reference) {
        Reformed reformed = Reforms.apply(scenario, baseline);
        TotalControl total = TotalControl.of(baseline, reformed.study());
        if (!total.isKept() && !baseline.policy().off().contains(Rule.H9)) {
            throw new RuleBrokenException(List.of(new Breach(Rule.H9, breaches(scenario, total))));
        }
        AllocationProblem problem = reference
                .map(one -> StudyProblem.of(reformed.study(), one.in(scenario, reformed.study())))
                .orElseGet(() -> StudyProblem.of(reformed.study()));
        requireCountable(reformed.study(), problem);
        List<Problem> warnings = Stream.concat(reformed.warnings().stream(), withoutWeight(scenario, problem).stream())
                .toList();
        return new PreparedScenario(scenario, baseline, reformed.study(), problem, reference, total, warnings);
    }

    /** Costs are whole numbers of 64 bits: figures that are too large for them are refused before they come out wrong. */
    private static void requireCountable(Study study, AllocationProblem problem) {
        MostCost most = MostCost.of(problem);
        if (most.isCountable()) {
            return;
        }
        MostCost.Part part = most.greatest();
        Where where = Where.file(StudyFolder.STUDY)
                .field("policy.weights." + part.rule())
                .value(Long.toString(problem.weight(part.rule())));
        throw new InputException(
                part.town().isEmpty()
                        ? Problem.error(Texts.BUNDLE, "policy.uncountable", where)
                        : Problem.error(
                                Texts.BUNDLE,
                                "policy.uncountableTown",
                                where,
                                study.towns().get(part.town().getAsInt()).code(),
                                held(problem, part.town().getAsInt()),
                                problem.towns().get(part.town().getAsInt()).totalNeed()));
    }

    private static long held(AllocationProblem problem, int town) {
        return problem.held().stream()
                .filter(one -> one.town() == town)
                .mapToLong(AllocationProblem.Held::posts)
                .sum();
    }

    private static Optional<Problem> withoutWeight(Scenario scenario, AllocationProblem problem) {
        return scenario.near()
                .filter(near -> problem.weight(Rule.S5) == 0)
                .map(near -> Problem.warning(Texts.BUNDLE, "scenario.nearNoWeight", near.where()));
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

    /** The scenario with the plan that decides nothing, so that it has figures before it is solved. */
    public PlannedScenario unplanned() {
        Score score = PlanScore.of(problem, AllocationPlan.EMPTY).score();
        AllocationResult result = new AllocationResult(
                AllocationPlan.EMPTY, score, score, Optional.empty(), false, 0, AllocationResult.StoppedBy.STEPS);
        return planned(result, new Provenance(0, OptionalLong.empty(), "", "", Optional.empty()), Optional.empty());
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
