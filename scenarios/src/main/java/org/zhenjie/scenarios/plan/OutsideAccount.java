package org.zhenjie.scenarios.plan;

import java.util.List;
import java.util.OptionalLong;
import org.zhenjie.planner.allocation.OutsideStaff;
import org.zhenjie.planner.allocation.TownRules.OutsideLimit;
import org.zhenjie.scenarios.study.TownTerms;

/**
 * Staff outside establishment of a plan against each of their limits, headcount and budget together (人费双控).
 *
 * @param lines one for each limit, in the study's order
 */
public record OutsideAccount(List<Line> lines) {

    public OutsideAccount {
        lines = List.copyOf(lines);
    }

    /**
     * One limit.
     *
     * @param unit code of a town or a county, or {@code city}
     * @param towns positions of its towns
     * @param people those whom the plan keeps
     * @param mostPeople most of them; empty = no limit
     * @param cost what they and the services bought in their place cost a year
     * @param budget most of that; empty = no limit
     */
    public record Line(
            String unit, List<Integer> towns, long people, OptionalLong mostPeople, long cost, OptionalLong budget) {
        public Line {
            towns = List.copyOf(towns);
        }
    }

    /** The account of a plan. */
    public static OutsideAccount of(PlannedScenario planned) {
        OutsideStaff staff = OutsideStaff.of(planned.problem());
        List<TownTerms.OutsideLimit> asked = planned.study().terms().outsideLimits();
        List<OutsideLimit> limits = planned.problem().townRules().outsideLimits();
        return new OutsideAccount(limits.stream()
                .map(limit -> line(planned, limit, asked.get(limits.indexOf(limit)), staff))
                .toList());
    }

    private static Line line(
            PlannedScenario planned, OutsideLimit limit, TownTerms.OutsideLimit asked, OutsideStaff staff) {
        return new Line(
                limit.id(),
                limit.towns().stream().sorted().toList(),
                staff.people(limit),
                limit(asked.people(), Integer.MAX_VALUE),
                staff.cost(limit) + services(planned, limit),
                limit(asked.budget(), Long.MAX_VALUE));
    }

    private static long services(PlannedScenario planned, OutsideLimit limit) {
        return planned.study().terms().outside().stream()
                .filter(one -> limit.towns().stream()
                        .anyMatch(
                                town -> planned.study().towns().get(town).code().equals(one.town())))
                .mapToLong(TownTerms.Outside::services)
                .sum();
    }

    private static OptionalLong limit(long value, long none) {
        return value == none ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
