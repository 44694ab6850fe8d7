package org.zhenjie.scenarios.compare;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.zhenjie.planner.allocation.AllocationResult;
import org.zhenjie.scenarios.indicator.Indicator;
import org.zhenjie.scenarios.indicator.Indicator.Plain;
import org.zhenjie.scenarios.indicator.Indicator.Reach;
import org.zhenjie.scenarios.indicator.IndicatorTable;
import org.zhenjie.scenarios.indicator.Level;
import org.zhenjie.scenarios.indicator.Region;
import org.zhenjie.scenarios.plan.PlannedScenario;
import org.zhenjie.scenarios.study.Name;

/**
 * One planned scenario in one line: what people hold several scenarios against each other by.
 *
 * @param scenario its name
 * @param title its title
 * @param broken posts by which hard rules are broken; 0 = feasible
 * @param shortfall posts short of need
 * @param avoidableShortfall posts short of need above the least possible
 * @param gap share of cost above the exact yardstick; empty where there is none to speak of
 * @param aboveBound cost above the yardstick; empty for a plan with avoidable shortfall
 * @param startCost soft cost of the start, before the search
 * @param cost soft cost of the plan
 * @param ratio staffing ratio of the city
 * @param spread standard deviation of the towns' staffing ratio, weighted by need
 * @param lowestTown the town with the lowest staffing ratio; empty where no town has need
 * @param lowestRatio its staffing ratio
 * @param travelKm travel of devolved staff, post-kilometres
 * @param moved posts moved
 * @param reach share of residents within reach of a service point, by kind, in the study's order
 */
public record ScenarioSummary(
        String scenario,
        Name title,
        long broken,
        long shortfall,
        long avoidableShortfall,
        OptionalDouble gap,
        OptionalLong aboveBound,
        long startCost,
        long cost,
        OptionalDouble ratio,
        OptionalDouble spread,
        Optional<Region> lowestTown,
        OptionalDouble lowestRatio,
        double travelKm,
        long moved,
        Map<Reach, Double> reach) {

    /** The summaries of several scenarios, in their order. */
    public static List<ScenarioSummary> of(List<PlannedScenario> planned) {
        return planned.stream().map(one -> of(one, IndicatorTable.of(one))).toList();
    }

    /** The summary of one scenario. */
    public static ScenarioSummary of(PlannedScenario planned, IndicatorTable table) {
        AllocationResult result = planned.result();
        IndicatorTable.Row city = table.city();
        Optional<IndicatorTable.Row> lowest = table.rows(Level.TOWN).stream()
                .filter(row -> row.value(Plain.RATIO_AFTER).isPresent())
                .min(Comparator.comparingDouble(
                        row -> row.value(Plain.RATIO_AFTER).getAsDouble()));
        Map<Reach, Double> reach = new LinkedHashMap<>();
        for (Indicator indicator : table.indicators()) {
            if (indicator instanceof Reach one) {
                city.value(one).ifPresent(share -> reach.put(one, share));
            }
        }
        return new ScenarioSummary(
                planned.name(),
                planned.scenario().title(),
                -result.score().hard(),
                -result.score().medium(),
                result.avoidableShortfall(),
                result.gap(),
                result.aboveBound(),
                -result.startScore().soft(),
                -result.score().soft(),
                city.value(Plain.RATIO_AFTER),
                city.value(Plain.SPREAD),
                lowest.map(IndicatorTable.Row::region),
                city.value(Plain.RATIO_MIN),
                city.value(Plain.TRAVEL).orElse(0),
                Math.round(city.value(Plain.MOVED).orElse(0)),
                java.util.Collections.unmodifiableMap(reach));
    }
}
