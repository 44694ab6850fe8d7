package org.zhenjie.scenarios;

import java.util.Optional;
import java.util.OptionalLong;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationResult;
import org.zhenjie.planner.allocation.PlanScore;
import org.zhenjie.planner.allocation.Score;
import org.zhenjie.scenarios.plan.PlannedScenario;
import org.zhenjie.scenarios.plan.PreparedScenario;
import org.zhenjie.scenarios.plan.Provenance;
import org.zhenjie.scenarios.reform.Scenario;
import org.zhenjie.scenarios.study.Study;

/** Scenarios with plans that a test wrote rather than solved. */
public final class PlannedTiny {
    private PlannedTiny() {}

    /** A scenario of a study with a plan. */
    public static PlannedScenario of(Study study, Scenario scenario, AllocationPlan plan) {
        PreparedScenario prepared = PreparedScenario.of(study, scenario);
        Score score = PlanScore.of(prepared.problem(), plan).score();
        AllocationResult result =
                new AllocationResult(plan, score, score, Optional.empty(), false, 0, AllocationResult.StoppedBy.STEPS);
        Provenance provenance = new Provenance(0, OptionalLong.of(0), "0", "0", Optional.empty());
        return prepared.planned(result, provenance, Optional.empty());
    }
}
