package org.zhenjie.scenarios.reform;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.planner.consolidation.ConsolidationPlan.Account;
import org.zhenjie.planner.consolidation.ConsolidationProblem;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.reform.RuleBrokenException.Breach;
import org.zhenjie.scenarios.study.Study.Institution;

/** What the best plan of a consolidation breaks that has none that keeps every rule: rule, unit and amount. */
final class SiteBreaches {
    private final Consolidated consolidated;
    private final ConsolidationProblem problem;
    private final Map<SiteRule, Problems> byRule = new EnumMap<>(SiteRule.class);

    SiteBreaches(Consolidated consolidated) {
        this.consolidated = consolidated;
        this.problem = consolidated.chosenProblem();
    }

    List<Breach> list() {
        Account account = consolidated.choice().result().account();
        if (account.closed() > 0) {
            merges((site, host) -> closed(site, host));
        }
        if (account.overload() > 0) {
            capacities();
        }
        if (account.uncovered() > 0) {
            add(
                    SiteRule.C3,
                    "consolidation.uncovered",
                    where("cover_km", consolidated.reform().coverKm().orElseThrow()),
                    problem.loadToCover() - account.uncovered(),
                    problem.loadToCover(),
                    problem.totalLoad(),
                    account.uncovered());
            merges((site, host) -> beyond(site, host));
        }
        Where keep = where("keep", consolidated.choice().keep());
        String last =
                consolidated.choice().result().impossible() ? "reform.consolidateImpossible" : "reform.consolidateNone";
        SiteRule rule = byRule.keySet().stream().reduce((a, b) -> b).orElse(SiteRule.C1);
        add(rule, last, keep, consolidated.units().size());
        List<Breach> breaches = new ArrayList<>();
        byRule.forEach((broken, problems) -> breaches.add(new Breach(broken, problems.list())));
        return breaches;
    }

    private void merges(BiConsumer<Integer, Integer> merge) {
        List<Integer> hosts = consolidated.choice().result().plan().hosts();
        for (int site = 0; site < hosts.size(); site++) {
            merge.accept(site, hosts.get(site));
        }
    }

    private void closed(int site, int host) {
        if (problem.distances()[site][host] >= ConsolidationProblem.CLOSED) {
            Institution unit = unit(site);
            boolean stays = consolidated.reform().stay().contains(unit.id());
            add(
                    SiteRule.C1,
                    stays ? "consolidation.stays" : "consolidation.county",
                    consolidated.where().value(unit.id()),
                    unit.name().both(),
                    unit.county(),
                    problem.load(site),
                    unit(host).id(),
                    unit(host).county());
        }
    }

    private void capacities() {
        long[] hosted = new long[problem.size()];
        merges((site, host) -> hosted[host] += problem.load(site));
        for (int host = 0; host < hosted.length; host++) {
            long capacity = problem.sites().get(host).capacity();
            if (hosted[host] > capacity) {
                add(
                        SiteRule.C2,
                        "consolidation.capacity",
                        consolidated.where().value(unit(host).id()),
                        unit(host).name().both(),
                        hosted[host],
                        capacity,
                        hosted[host] - capacity);
            }
        }
    }

    private void beyond(int site, int host) {
        long metres = problem.distances()[site][host];
        if (metres > problem.cover().orElseThrow() && metres < ConsolidationProblem.CLOSED) {
            add(
                    SiteRule.C3,
                    "consolidation.beyond",
                    consolidated.where().value(unit(site).id()),
                    unit(site).name().both(),
                    problem.load(site),
                    consolidated.cost(metres),
                    unit(host).id());
        }
    }

    private Institution unit(int site) {
        return consolidated.units().get(site);
    }

    private Where where(String field, Object value) {
        Where where = consolidated.where().field(field).value(String.valueOf(value));
        return where;
    }

    private void add(SiteRule rule, String key, Where where, Object... args) {
        byRule.computeIfAbsent(rule, any -> new Problems()).error(key, where, args);
    }
}
