package org.zhenjie.scenarios.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.zhenjie.planner.allocation.AllocationResult.StoppedBy;
import org.zhenjie.planner.allocation.Rule;

/** The plan file as it stands on disk, with codes and ids in place of positions; see {@code docs/plan.schema.json}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlanDocument(
        int format,
        Text study,
        ScenarioPart scenario,
        String program,
        String inputHash,
        ReferencePart reference,
        Search search,
        PolicyPart policy,
        Scores scores,
        YardstickPart yardstick,
        long avoidableShortfall,
        BigDecimal gap,
        List<GrantPart> grants,
        List<PostingPart> postings,
        List<LevelPart> levels,
        List<PowerPart> powers,
        List<OutsidePart> outsideStaff,
        Costs costs) {

    static final int FORMAT = 1;

    record Text(String zh, String en) {}

    record ScenarioPart(String name, Text title) {}

    record ReferencePart(String scenario, String hash) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Search(long seed, Long stepLimit, long steps, StoppedBy stoppedBy) {}

    record PolicyPart(Map<Rule, Long> weights, List<Rule> off) {}

    record Scores(ScorePart start, ScorePart end) {}

    record ScorePart(long hard, long medium, long soft) {}

    record YardstickPart(long leastShortfall, long lowerBound, long hamiltonCost, boolean exact) {}

    record GrantPart(String pool, String town, String platform, int posts) {}

    record PostingPart(String block, String town, String platform) {}

    record LevelPart(String town, String platform, int need, int before, int after) {}

    record PowerPart(String power, String town, boolean open, boolean taken) {}

    record OutsidePart(String town, int before, int after, long costBefore, long costAfter) {}

    record Costs(List<RuleCostPart> byRule, List<TownCostPart> byTown) {}

    record RuleCostPart(Rule rule, long amount, long weight, long cost) {}

    record TownCostPart(String town, Rule rule, long cost) {}
}
