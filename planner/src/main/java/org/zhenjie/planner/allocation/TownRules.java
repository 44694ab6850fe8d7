package org.zhenjie.planner.allocation;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What towns are held to beyond need, floors and ceilings: fields (H10), quota types that stand in (H12), powers (H5, S7) and staff
 * outside establishment (H11). Towns, platforms, quota types and powers are referred to by position.
 *
 * @param fields floors by field
 * @param standIns limits on quota types that stand in for others; at most one for a (town, platform, quota type)
 * @param powers the powers that could be handed to towns
 * @param townPowers the powers that towns take, or could take; at most one for a (power, town), absent = not taken
 * @param skilled people of a skill that towns hold before the plan; at most one for a (town, skill), absent = 0
 * @param outside staff outside establishment, at most one for a town
 * @param outsideLimits limits on them; of those over several towns, no town is in two
 */
public record TownRules(
        List<Field> fields,
        List<StandIn> standIns,
        List<Power> powers,
        List<TownPower> townPowers,
        List<Skilled> skilled,
        List<Outside> outside,
        List<OutsideLimit> outsideLimits) {

    /** No rules beyond need, floors and ceilings. */
    public static final TownRules NONE =
            new TownRules(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public TownRules {
        fields = List.copyOf(fields);
        standIns = List.copyOf(standIns);
        powers = List.copyOf(powers);
        townPowers = List.copyOf(townPowers);
        skilled = List.copyOf(skilled);
        outside = List.copyOf(outside);
        outsideLimits = List.copyOf(outsideLimits);
    }

    /**
     * A floor of a field (H10): its platforms, over its towns together, hold at least so many posts.
     *
     * @param id what people know it by, unique among fields
     * @param platforms its platforms, e.g. those of education
     * @param towns the towns that it is counted over: one, or those of a county
     * @param least posts, 0 or more
     */
    public record Field(String id, Set<Integer> platforms, Set<Integer> towns, int least) {
        public Field {
            platforms = Set.copyOf(platforms);
            towns = Set.copyOf(towns);
        }
    }

    /** Most posts of a quota type on a platform of a town (H12); what was held before is never too much. */
    public record StandIn(int town, int platform, int quotaType, int most) {
        /** Where it holds. */
        public Cell cell() {
            return new Cell(town, platform, quotaType);
        }
    }

    /** Where posts of a quota type stand: on a platform of a town. */
    public record Cell(int town, int platform, int quotaType) {}

    /**
     * A power that could be handed to towns (职权).
     *
     * @param skill what the people who use it need to have
     * @param people how many of them a town has to hold; the same people may use several powers
     * @param cases cases a year in one town (S7)
     */
    public record Power(String id, String skill, int people, long cases) {}

    /**
     * A power in a town, v[k,t].
     *
     * @param open false = the town takes it, whatever that asks for (H5); true = the town takes it if it holds the people, else its
     *     cases are charged (S7)
     */
    public record TownPower(int power, int town, boolean open) {}

    /** People of a skill that a town holds before the plan. */
    public record Skilled(int town, String skill, int people) {}

    /**
     * Staff outside establishment of a town (编外人员), o[t].
     *
     * @param unitCost of one of them a year, 0 or more, in whole units of money
     * @param open whether some of them may be let go: then e[t] is as many as the limits leave, else all stay
     */
    public record Outside(int town, int people, long unitCost, boolean open) {}

    /**
     * A limit on staff outside establishment (H11, 人费双控): headcount and budget together.
     *
     * @param towns the towns that share it: one, those of a county, or all; two limits have all, none, or those of one of them in common
     * @param people most of them
     * @param budget most that they cost a year; below 0 where more is spent already on other things
     */
    public record OutsideLimit(String id, Set<Integer> towns, int people, long budget) {
        public OutsideLimit {
            towns = Set.copyOf(towns);
        }
    }

    /** Whether any of it bears on where posts and people go. */
    public boolean bindPlans() {
        return !fields.isEmpty() || !standIns.isEmpty() || !townPowers.isEmpty();
    }

    /** Refuses what does not hold together, by name. */
    void requireWithin(AllocationProblem.Extent extent) {
        Set<String> ids = new HashSet<>();
        for (Field field : fields) {
            AllocationProblem.require(ids.add(field.id()), "field twice " + field.id());
            field.platforms().forEach(platform -> extent.require(0, platform, 0, "platform of field " + field.id()));
            field.towns().forEach(town -> extent.require(town, 0, 0, "town of field " + field.id()));
        }
        Set<List<Integer>> cells = new HashSet<>();
        for (StandIn limit : standIns) {
            extent.require(limit.town(), limit.platform(), limit.quotaType(), "place of a stand-in limit");
            boolean isNew = cells.add(List.of(limit.town(), limit.platform(), limit.quotaType()));
            AllocationProblem.require(isNew, "stand-in limit twice");
        }
        requirePowers(extent);
        requireOutside(extent);
    }

    private void requirePowers(AllocationProblem.Extent extent) {
        Set<String> ids = new HashSet<>();
        powers.forEach(power -> AllocationProblem.require(ids.add(power.id()), "power twice " + power.id()));
        Set<List<Integer>> taken = new HashSet<>();
        for (TownPower power : townPowers) {
            extent.require(power.town(), 0, 0, "town of a power");
            boolean isKnown = power.power() >= 0 && power.power() < powers.size();
            AllocationProblem.require(isKnown, "power of a town");
            AllocationProblem.require(taken.add(List.of(power.power(), power.town())), "power of a town twice");
        }
        Set<Skilled> people = new HashSet<>();
        for (Skilled one : skilled) {
            extent.require(one.town(), 0, 0, "town of skilled people");
            boolean isNew = people.add(new Skilled(one.town(), one.skill(), 0));
            AllocationProblem.require(isNew, "skilled people twice " + one.skill());
        }
    }

    private void requireOutside(AllocationProblem.Extent extent) {
        Set<Integer> staffed = new HashSet<>();
        for (Outside one : outside) {
            extent.require(one.town(), 0, 0, "town of outside staff");
            AllocationProblem.require(staffed.add(one.town()), "outside staff twice");
            AllocationProblem.require(one.people() >= 0 && one.unitCost() >= 0, "outside staff below 0");
        }
        Set<String> ids = new HashSet<>();
        for (OutsideLimit limit : outsideLimits) {
            AllocationProblem.require(ids.add(limit.id()), "outside limit twice " + limit.id());
            limit.towns().forEach(town -> extent.require(town, 0, 0, "town of outside limit " + limit.id()));
            boolean isNested = outsideLimits.stream().allMatch(other -> isNested(limit.towns(), other.towns()));
            AllocationProblem.require(isNested, "outside limits share some of their towns " + limit.id());
        }
    }

    private static boolean isNested(Set<Integer> one, Set<Integer> other) {
        return one.containsAll(other) || other.containsAll(one) || Collections.disjoint(one, other);
    }
}
