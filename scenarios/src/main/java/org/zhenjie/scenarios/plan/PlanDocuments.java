package org.zhenjie.scenarios.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationResult;
import org.zhenjie.planner.allocation.OutsideStaff;
import org.zhenjie.planner.allocation.PlanScore.RuleCost;
import org.zhenjie.planner.allocation.PowersTaken;
import org.zhenjie.planner.allocation.Rule;
import org.zhenjie.planner.allocation.Score;
import org.zhenjie.planner.allocation.TownRules;
import org.zhenjie.planner.allocation.TownRules.TownPower;
import org.zhenjie.planner.allocation.Yardstick;
import org.zhenjie.scenarios.plan.PlanDocument.Costs;
import org.zhenjie.scenarios.plan.PlanDocument.GrantPart;
import org.zhenjie.scenarios.plan.PlanDocument.LevelPart;
import org.zhenjie.scenarios.plan.PlanDocument.OutsidePart;
import org.zhenjie.scenarios.plan.PlanDocument.PolicyPart;
import org.zhenjie.scenarios.plan.PlanDocument.PostingPart;
import org.zhenjie.scenarios.plan.PlanDocument.PowerPart;
import org.zhenjie.scenarios.plan.PlanDocument.ReferencePart;
import org.zhenjie.scenarios.plan.PlanDocument.RuleCostPart;
import org.zhenjie.scenarios.plan.PlanDocument.ScenarioPart;
import org.zhenjie.scenarios.plan.PlanDocument.ScorePart;
import org.zhenjie.scenarios.plan.PlanDocument.Scores;
import org.zhenjie.scenarios.plan.PlanDocument.Search;
import org.zhenjie.scenarios.plan.PlanDocument.Text;
import org.zhenjie.scenarios.plan.PlanDocument.TownCostPart;
import org.zhenjie.scenarios.plan.PlanDocument.YardstickPart;
import org.zhenjie.scenarios.study.Name;
import org.zhenjie.scenarios.study.Study;

/** Writes down a planned scenario. */
final class PlanDocuments {
    private static final int GAP_DECIMALS = 6;

    private final PlannedScenario planned;
    private final Study study;

    private PlanDocuments(PlannedScenario planned) {
        this.planned = planned;
        this.study = planned.study();
    }

    static PlanDocument of(PlannedScenario planned) {
        return new PlanDocuments(planned).document();
    }

    private PlanDocument document() {
        AllocationResult result = planned.result();
        Provenance provenance = planned.provenance();
        Long stepLimit = provenance.stepLimit().isPresent()
                ? (Long) provenance.stepLimit().getAsLong()
                : null;
        return new PlanDocument(
                PlanDocument.FORMAT,
                text(planned.baseline().name()),
                new ScenarioPart(planned.name(), text(planned.scenario().title())),
                provenance.version(),
                provenance.inputHash(),
                provenance
                        .reference()
                        .map(one -> new ReferencePart(one.scenario(), one.hash()))
                        .orElse(null),
                new Search(provenance.seed(), stepLimit, result.steps(), result.stoppedBy()),
                policy(),
                new Scores(score(result.startScore()), score(result.score())),
                result.yardstick().map(PlanDocuments::yardstick).orElse(null),
                result.avoidableShortfall(),
                gap(result.gap()),
                grants(),
                postings(),
                levels(),
                powers(),
                outsideStaff(),
                new Costs(byRule(), byTown()));
    }

    private static Text text(Name name) {
        return new Text(name.zh(), name.en());
    }

    private PolicyPart policy() {
        return new PolicyPart(
                new TreeMap<>(study.policy().weights()),
                study.policy().off().stream().sorted().toList());
    }

    private static ScorePart score(Score score) {
        return new ScorePart(score.hard(), score.medium(), score.soft());
    }

    private static YardstickPart yardstick(Yardstick yardstick) {
        return new YardstickPart(
                yardstick.leastShortfall(), yardstick.lowerBound(), yardstick.hamiltonCost(), yardstick.exact());
    }

    private static BigDecimal gap(OptionalDouble gap) {
        return gap.isPresent()
                ? BigDecimal.valueOf(gap.getAsDouble()).setScale(GAP_DECIMALS, RoundingMode.HALF_UP)
                : null;
    }

    private String town(int position) {
        return study.towns().get(position).code();
    }

    private String platform(int position) {
        return study.platforms().get(position).id();
    }

    private List<GrantPart> grants() {
        return planned.plan().grants().stream()
                .map(one -> new GrantPart(one.pool(), town(one.town()), platform(one.platform()), one.posts()))
                .toList();
    }

    private List<PostingPart> postings() {
        return planned.plan().postings().stream()
                .map(one -> new PostingPart(one.block(), town(one.town()), platform(one.platform())))
                .toList();
    }

    private List<LevelPart> levels() {
        AllocationProblem problem = planned.problem();
        int[][] before = new int[study.towns().size()][study.platforms().size()];
        problem.held().forEach(held -> before[held.town()][held.platform()] += held.posts());
        List<LevelPart> levels = new ArrayList<>();
        for (int town = 0; town < before.length; town++) {
            for (int platform = 0; platform < before[town].length; platform++) {
                levels.add(new LevelPart(
                        town(town),
                        platform(platform),
                        problem.towns().get(town).need().get(platform),
                        before[town][platform],
                        planned.score().levels().get(town).get(platform)));
            }
        }
        return levels;
    }

    /** Null where there is nothing to say: the part is then left out. */
    private List<PowerPart> powers() {
        TownRules rules = planned.problem().townRules();
        Set<TownPower> taken = new HashSet<>(PowersTaken.of(planned.problem(), planned.plan()));
        List<PowerPart> parts = rules.townPowers().stream()
                .map(one -> new PowerPart(
                        rules.powers().get(one.power()).id(), town(one.town()), one.open(), taken.contains(one)))
                .toList();
        return parts.isEmpty() ? null : parts;
    }

    private List<OutsidePart> outsideStaff() {
        OutsideStaff staff = OutsideStaff.of(planned.problem());
        Map<String, Integer> towns = new HashMap<>();
        study.towns().forEach(town -> towns.put(town.code(), towns.size()));
        List<OutsidePart> parts = study.terms().outside().stream()
                .map(one -> {
                    int kept = staff.kept(towns.get(one.town()));
                    return new OutsidePart(one.town(), one.people(), kept, one.cost(one.people()), one.cost(kept));
                })
                .toList();
        return parts.isEmpty() ? null : parts;
    }

    private List<RuleCostPart> byRule() {
        Map<Rule, RuleCostPart> sums = new TreeMap<>();
        for (RuleCost cost : planned.score().costs()) {
            RuleCostPart one = new RuleCostPart(cost.rule(), cost.amount(), cost.weight(), cost.cost());
            sums.merge(
                    cost.rule(),
                    one,
                    (a, b) -> new RuleCostPart(a.rule(), a.amount() + b.amount(), a.weight(), a.cost() + b.cost()));
        }
        return List.copyOf(sums.values());
    }

    private record TownRule(int town, Rule rule) {}

    private List<TownCostPart> byTown() {
        Map<TownRule, Long> sums =
                new TreeMap<>(java.util.Comparator.comparingInt(TownRule::town).thenComparing(TownRule::rule));
        for (RuleCost cost : planned.score().costs()) {
            cost.town().ifPresent(town -> sums.merge(new TownRule(town, cost.rule()), cost.cost(), Long::sum));
        }
        return sums.entrySet().stream()
                .map(entry -> new TownCostPart(
                        town(entry.getKey().town()), entry.getKey().rule(), entry.getValue()))
                .toList();
    }
}
