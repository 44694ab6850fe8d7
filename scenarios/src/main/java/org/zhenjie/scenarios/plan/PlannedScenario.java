package org.zhenjie.scenarios.plan;

import java.util.List;
import java.util.Optional;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationResult;
import org.zhenjie.planner.allocation.PlanScore;
import org.zhenjie.scenarios.reform.Scenario;
import org.zhenjie.scenarios.reform.TotalControl;
import org.zhenjie.scenarios.study.Study;

/**
 * A scenario with its plan (配置方案) and everything that is said about it. Immutable.
 *
 * @param scenario the scenario
 * @param baseline the study before its reforms
 * @param study the study after its reforms; positions in the problem and plan are positions in its lists
 * @param problem what was solved
 * @param result the plan, its scores and the yardstick
 * @param score the score by plain accounting: what costs what, and the posts by town and platform
 * @param total total control (H9) before and after
 * @param provenance what the plan can be made again from
 * @param run how the run went; empty where a plan was read whose record is gone
 * @param warnings what people should look at in the scenario
 */
public record PlannedScenario(
        Scenario scenario,
        Study baseline,
        Study study,
        AllocationProblem problem,
        AllocationResult result,
        PlanScore score,
        TotalControl total,
        Provenance provenance,
        Optional<RunRecord> run,
        List<Problem> warnings) {

    public PlannedScenario {
        warnings = List.copyOf(warnings);
    }

    /** Name of the scenario. */
    public String name() {
        return scenario.name();
    }

    /** The decisions. */
    public AllocationPlan plan() {
        return result.plan();
    }
}
