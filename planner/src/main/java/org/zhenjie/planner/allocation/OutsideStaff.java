package org.zhenjie.planner.allocation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhenjie.planner.allocation.TownRules.Outside;
import org.zhenjie.planner.allocation.TownRules.OutsideLimit;

/**
 * Staff outside establishment that towns keep, e[t], and what goes beyond the limits on them (H11). Nothing else in the model
 * depends on e[t], so it is decided here once and for all: towns that are not open keep everybody, the open ones as many in all as
 * the limits leave. Under one headcount and one budget, cheapest first is best; limits over one town come to a headcount. Limits over more
 * towns are kept from the smaller to the larger ones that hold them: whoever is cheapest in the larger is so in the smaller, so that
 * as many stay as can.
 */
public final class OutsideStaff {

    private final TownRules rules;
    private final Map<Integer, Integer> kept = new HashMap<>();

    private OutsideStaff(TownRules rules) {
        this.rules = rules;
        rules.outside().forEach(one -> kept.put(one.town(), one.open() ? ownLimit(one) : one.people()));
        rules.outsideLimits().stream()
                .filter(limit -> limit.towns().size() > 1)
                .sorted(Comparator.comparingInt(limit -> limit.towns().size()))
                .forEach(this::share);
    }

    /** The decision for the staff outside establishment of a problem. */
    public static OutsideStaff of(AllocationProblem problem) {
        return new OutsideStaff(problem.townRules());
    }

    /** People that a town keeps, e[t]. */
    public int kept(int town) {
        return kept.getOrDefault(town, 0);
    }

    /** People within a limit with the decision. */
    public long people(OutsideLimit limit) {
        return within(limit).stream().mapToLong(one -> kept(one.town())).sum();
    }

    /** What they cost. */
    public long cost(OutsideLimit limit) {
        return within(limit).stream()
                .mapToLong(one -> kept(one.town()) * one.unitCost())
                .sum();
    }

    /** People beyond a limit: those beyond the headcount, or as many of the dearest as would bring the cost within the budget. */
    public long beyond(OutsideLimit limit) {
        long money = cost(limit) - limit.budget();
        long dearest = within(limit).stream()
                .filter(one -> kept(one.town()) > 0)
                .mapToLong(Outside::unitCost)
                .max()
                .orElse(0);
        long tooDear = money <= 0 ? 0 : dearest == 0 ? 1 : (money + dearest - 1) / dearest;
        return Math.max(0, Math.max(people(limit) - limit.people(), tooDear));
    }

    private List<Outside> within(OutsideLimit limit) {
        return rules.outside().stream()
                .filter(one -> limit.towns().contains(one.town()))
                .toList();
    }

    private int ownLimit(Outside one) {
        long most = one.people();
        for (OutsideLimit limit : rules.outsideLimits()) {
            if (limit.towns().size() == 1 && limit.towns().contains(one.town())) {
                long affordable = one.unitCost() == 0 ? Integer.MAX_VALUE : limit.budget() / one.unitCost();
                most = Math.min(most, Math.min(limit.people(), affordable));
            }
        }
        return Math.toIntExact(Math.max(0, most));
    }

    private void share(OutsideLimit limit) {
        List<Outside> open = new ArrayList<>();
        long people = limit.people();
        long budget = limit.budget();
        for (Outside one : within(limit)) {
            if (one.open()) {
                open.add(one);
            } else {
                people -= one.people();
                budget -= one.people() * one.unitCost();
            }
        }
        open.sort(Comparator.comparingLong(Outside::unitCost).thenComparing(Outside::town));
        for (Outside one : open) {
            long affordable = one.unitCost() == 0 ? Integer.MAX_VALUE : Math.max(0, budget) / one.unitCost();
            long number = Math.max(0, Math.min(kept(one.town()), Math.min(people, affordable)));
            kept.put(one.town(), Math.toIntExact(number));
            people -= number;
            budget -= number * one.unitCost();
        }
    }
}
