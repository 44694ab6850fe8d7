package org.zhenjie.scenarios.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationProblem.Block;
import org.zhenjie.planner.allocation.Rule;
import org.zhenjie.scenarios.indicator.IndicatorTable;
import org.zhenjie.scenarios.indicator.Level;
import org.zhenjie.scenarios.map.MapGround;
import org.zhenjie.scenarios.plan.PlannedScenario;
import org.zhenjie.scenarios.session.TownFigures.Cost;
import org.zhenjie.scenarios.session.TownFigures.PlatformFigures;
import org.zhenjie.scenarios.session.TownFigures.Receipt;
import org.zhenjie.scenarios.study.Name;
import org.zhenjie.scenarios.study.Study;

/** Figures by town of one planned scenario. */
final class FiguresBuilder {

    private final PlannedScenario planned;
    private final Study study;
    private final AllocationProblem problem;
    private final int[][] held;
    private final int[][] granted;
    private final int[][] sent;
    private final List<List<Receipt>> receipts = new ArrayList<>();
    private final List<Map<Rule, Long>> costs = new ArrayList<>();

    private FiguresBuilder(PlannedScenario planned) {
        this.planned = planned;
        this.study = planned.study();
        this.problem = planned.problem();
        int towns = study.towns().size();
        int platforms = study.platforms().size();
        held = new int[towns][platforms];
        granted = new int[towns][platforms];
        sent = new int[towns][platforms];
        for (int i = 0; i < towns; i++) {
            receipts.add(new ArrayList<>());
            costs.add(new LinkedHashMap<>());
        }
    }

    /** Figures of a scenario; {@code isPlan}: whether its plan is one that was solved. */
    static ScenarioFigures of(PlannedScenario planned, Name name, boolean isPlan, MapGround ground, String id) {
        FiguresBuilder builder = new FiguresBuilder(planned);
        builder.count();
        return new ScenarioFigures(id, name, isPlan, ground, builder.towns(isPlan));
    }

    private void count() {
        problem.held().forEach(one -> held[one.town()][one.platform()] += one.posts());
        Map<String, Study.Pool> pools = new HashMap<>();
        study.pools().forEach(pool -> pools.put(pool.id(), pool));
        for (AllocationPlan.Grant grant : planned.plan().grants()) {
            granted[grant.town()][grant.platform()] += grant.posts();
            Study.Pool pool = pools.get(grant.pool());
            receipts.get(grant.town())
                    .add(new Receipt(
                            pool.name(),
                            platform(grant.platform()),
                            quotaType(pool.quotaType()),
                            grant.posts(),
                            OptionalDouble.empty()));
        }
        Map<String, Block> blocks = new HashMap<>();
        problem.blocks().forEach(block -> blocks.put(block.id(), block));
        planned.plan().postings().forEach(posting -> addPosting(posting, blocks.get(posting.block())));
        planned.score().costs().stream()
                .filter(cost -> cost.town().isPresent())
                .forEach(cost -> costs.get(cost.town().getAsInt()).merge(cost.rule(), cost.cost(), Long::sum));
    }

    private void addPosting(AllocationPlan.Posting posting, Block block) {
        sent[posting.town()][posting.platform()] += block.size();
        Name department = study.departments().stream()
                .filter(one -> one.id().equals(block.department()))
                .map(Study.Department::name)
                .findFirst()
                .orElseThrow();
        OptionalDouble km = block.destinations().stream()
                .filter(destination -> destination.town() == posting.town())
                .mapToDouble(destination -> destination.metres() / 1000.0)
                .findFirst();
        receipts.get(posting.town())
                .add(new Receipt(
                        department,
                        platform(posting.platform()),
                        study.quotaTypes().get(block.quotaType()).name(),
                        block.size(),
                        km));
    }

    private Name platform(int position) {
        return study.platforms().get(position).name();
    }

    private Name quotaType(String id) {
        return study.quotaTypes().stream()
                .filter(type -> type.id().equals(id))
                .map(Study.QuotaType::name)
                .findFirst()
                .orElseThrow();
    }

    private List<TownFigures> towns(boolean isPlan) {
        List<IndicatorTable.Row> rows = IndicatorTable.of(planned).rows(Level.TOWN);
        Map<String, Name> counties = new HashMap<>();
        study.counties().forEach(county -> counties.put(county.code(), county.name()));
        List<TownFigures> towns = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Study.Town town = study.towns().get(i);
            towns.add(new TownFigures(
                    town.code(),
                    town.name(),
                    town.kind(),
                    counties.get(town.county()),
                    zones(town),
                    town.people(),
                    town.areaKm2(),
                    platforms(i),
                    receipts(i),
                    isPlan ? costs(i) : List.of(),
                    isPinned(i),
                    rows.get(i).values()));
        }
        return towns;
    }

    /** What came from one place to one platform is one receipt, with the mean distance of its people. */
    private List<Receipt> receipts(int town) {
        record Way(Name from, Name platform, Name quotaType) {}
        Map<Way, Receipt> merged = new LinkedHashMap<>();
        for (Receipt one : receipts.get(town)) {
            merged.merge(new Way(one.from(), one.platform(), one.quotaType()), one, FiguresBuilder::sum);
        }
        return List.copyOf(merged.values());
    }

    private static Receipt sum(Receipt a, Receipt b) {
        int posts = a.posts() + b.posts();
        OptionalDouble km = a.km().isPresent() && b.km().isPresent()
                ? OptionalDouble.of((a.km().getAsDouble() * a.posts() + b.km().getAsDouble() * b.posts()) / posts)
                : OptionalDouble.empty();
        return new Receipt(a.from(), a.platform(), a.quotaType(), posts, km);
    }

    private List<Name> zones(Study.Town town) {
        return study.zones().stream()
                .filter(zone -> zone.has(town.code()))
                .map(Study.Zone::name)
                .toList();
    }

    private List<PlatformFigures> platforms(int town) {
        List<PlatformFigures> platforms = new ArrayList<>();
        for (int i = 0; i < study.platforms().size(); i++) {
            int need = problem.towns().get(town).need().get(i);
            platforms.add(new PlatformFigures(platform(i), need, held[town][i], granted[town][i], sent[town][i]));
        }
        return platforms;
    }

    private boolean isPinned(int town) {
        return problem.grantLimits().stream().anyMatch(limit -> limit.town() == town)
                || problem.blockRules().stream()
                        .anyMatch(rule -> !rule.mayStay()
                                && !rule.places().isEmpty()
                                && rule.places().stream().allMatch(place -> place.town() == town));
    }

    private List<Cost> costs(int town) {
        return costs.get(town).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Cost(entry.getKey().name(), entry.getValue()))
                .toList();
    }
}
