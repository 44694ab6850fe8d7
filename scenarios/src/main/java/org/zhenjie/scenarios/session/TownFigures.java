package org.zhenjie.scenarios.session;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.zhenjie.scenarios.indicator.Indicator;
import org.zhenjie.scenarios.study.Name;
import org.zhenjie.scenarios.study.TownKind;

/**
 * Everything that the desktop shows of one town in one scenario.
 *
 * @param code unit code
 * @param county name of its county
 * @param zones names of the zones it belongs to
 * @param people residents
 * @param areaKm2 area, km²
 * @param platforms posts by platform
 * @param receipts posts and people received by the plan; empty without one
 * @param costs what the plan costs in this town, by rule; empty without one
 * @param pinned whether people hold it to what pools grant it or to who is sent there: pins and bans
 * @param values indicators of the town; absent where one has no value
 */
public record TownFigures(
        String code,
        Name name,
        TownKind kind,
        Name county,
        List<Name> zones,
        long people,
        double areaKm2,
        List<PlatformFigures> platforms,
        List<Receipt> receipts,
        List<Cost> costs,
        boolean pinned,
        Map<Indicator, Double> values) {

    public TownFigures {
        zones = List.copyOf(zones);
        platforms = List.copyOf(platforms);
        receipts = List.copyOf(receipts);
        costs = List.copyOf(costs);
        values = Map.copyOf(values);
    }

    /** Posts of one platform: need by the norm, held before the plan, granted from pools, people sent by departments. */
    public record PlatformFigures(Name platform, int need, int held, int granted, int sent) {
        /** Posts after the plan. */
        public int after() {
            return held + granted + sent;
        }

        /** Posts short of need after the plan. */
        public int shortfall() {
            return Math.max(0, need - after());
        }
    }

    /**
     * Posts granted or people sent to a platform of the town.
     *
     * @param from the pool or department
     * @param km how far the people are sent on average; empty for a pool's grant
     */
    public record Receipt(Name from, Name platform, Name quotaType, int posts, OptionalDouble km) {}

    /** What a rule costs here; {@code amount} is weighted for soft rules and counts posts for the others. */
    public record Cost(String rule, long amount) {}

    /** The value of an indicator. */
    public OptionalDouble value(Indicator indicator) {
        Double value = values.get(indicator);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** Posts that the norm asks for. */
    public int need() {
        return platforms.stream().mapToInt(PlatformFigures::need).sum();
    }

    /** Posts before the plan. */
    public int held() {
        return platforms.stream().mapToInt(PlatformFigures::held).sum();
    }

    /** Posts after the plan; those before it where there is none. */
    public int after() {
        return platforms.stream().mapToInt(PlatformFigures::after).sum();
    }

    /** Posts and people that the plan brings. */
    public int received() {
        return after() - held();
    }

    /** Posts short of need after the plan, platform by platform. */
    public int shortfall() {
        return platforms.stream().mapToInt(PlatformFigures::shortfall).sum();
    }

    /** Staffing ratio after the plan; empty without need. */
    public OptionalDouble ratio() {
        return share(after());
    }

    /** Staffing ratio before the plan; empty without need. */
    public OptionalDouble ratioBefore() {
        return share(held());
    }

    private OptionalDouble share(int posts) {
        return need() > 0 ? OptionalDouble.of((double) posts / need()) : OptionalDouble.empty();
    }

    /** Residents per post after the plan; empty without posts. */
    public OptionalDouble peoplePerPost() {
        return after() > 0 ? OptionalDouble.of((double) people / after()) : OptionalDouble.empty();
    }
}
