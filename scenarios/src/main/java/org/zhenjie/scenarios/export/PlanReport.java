package org.zhenjie.scenarios.export;

import java.util.List;
import java.util.Optional;
import org.zhenjie.scenarios.compare.Comparison;
import org.zhenjie.scenarios.group.TownGroups;
import org.zhenjie.scenarios.indicator.IndicatorTable;
import org.zhenjie.scenarios.plan.PlannedScenario;
import org.zhenjie.scenarios.study.StudyFolder;

/**
 * What exports tell of one planned scenario.
 *
 * @param planned the scenario with its plan
 * @param table its indicators
 * @param againstBaseline the baseline (a) beside the scenario (b); empty for the baseline itself, or without a plan for it
 * @param groups groups of towns that the scenario asks for
 */
public record PlanReport(
        PlannedScenario planned, IndicatorTable table, Optional<Comparison> againstBaseline, List<TownGroups> groups) {

    public PlanReport {
        groups = List.copyOf(groups);
    }

    /** The report of a scenario by itself. */
    public static PlanReport of(PlannedScenario planned) {
        return new PlanReport(planned, IndicatorTable.of(planned), Optional.empty(), List.of());
    }

    /** The report of a scenario, held against the planned baseline where there is one. */
    public static PlanReport of(PlannedScenario planned, Optional<PlannedScenario> baseline) {
        IndicatorTable table = IndicatorTable.of(planned);
        boolean isBaseline = planned.name().equals(StudyFolder.BASELINE);
        return new PlanReport(
                planned,
                table,
                baseline.filter(plan -> !isBaseline)
                        .map(plan -> Comparison.of(plan, IndicatorTable.of(plan), planned, table)),
                List.of());
    }

    /** The same report with the groups of the scenario. */
    public PlanReport with(List<TownGroups> found) {
        return new PlanReport(planned, table, againstBaseline, found);
    }
}
