package org.zhenjie.scenarios.study;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a study holds its towns to beyond norms, floors and ceilings: fields, quota types that stand in, powers, staff outside
 * establishment; and what changes over the years. Lists are in the order of their files.
 *
 * @param fields fields with a floor (H10)
 * @param standIns shares up to which quota types stand in on platforms (H12)
 * @param powers powers that could be handed to towns (职权)
 * @param townPowers the powers that towns take, or may take
 * @param skills people of a skill that towns hold
 * @param outside staff outside establishment (编外人员)
 * @param outsideLimits limits on them (H11)
 * @param retirements people who retire, by year
 * @param batches training seats by batch, the first first
 * @param duties who holds which duties, and so has their workload
 */
public record TownTerms(
        List<Field> fields,
        List<StandIn> standIns,
        List<Power> powers,
        List<TownPower> townPowers,
        List<TownSkill> skills,
        List<Outside> outside,
        List<OutsideLimit> outsideLimits,
        List<Retirement> retirements,
        List<Batch> batches,
        Duties duties) {

    /** No terms. */
    public static final TownTerms NONE = new TownTerms(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Duties.NONE);

    public TownTerms {
        fields = List.copyOf(fields);
        standIns = List.copyOf(standIns);
        powers = List.copyOf(powers);
        townPowers = List.copyOf(townPowers);
        skills = List.copyOf(skills);
        outside = List.copyOf(outside);
        outsideLimits = List.copyOf(outsideLimits);
        retirements = List.copyOf(retirements);
        batches = List.copyOf(batches);
    }

    /** The power of an id. */
    public Optional<Power> power(String id) {
        return powers.stream().filter(power -> power.id().equals(id)).findFirst();
    }

    /** The field of an id. */
    public Optional<Field> field(String id) {
        return fields.stream().filter(field -> field.id().equals(id)).findFirst();
    }

    /** The same with other fields. */
    public TownTerms withFields(List<Field> other) {
        return new TownTerms(
                other, standIns, powers, townPowers, skills, outside, outsideLimits, retirements, batches, duties);
    }

    /** The same with other quota types that stand in. */
    public TownTerms withStandIns(List<StandIn> other) {
        return new TownTerms(
                fields, other, powers, townPowers, skills, outside, outsideLimits, retirements, batches, duties);
    }

    /** The same with other powers in towns. */
    public TownTerms withTownPowers(List<TownPower> other) {
        return new TownTerms(
                fields, standIns, powers, other, skills, outside, outsideLimits, retirements, batches, duties);
    }

    /** The same with other staff outside establishment. */
    public TownTerms withOutside(List<Outside> other) {
        return new TownTerms(
                fields, standIns, powers, townPowers, skills, other, outsideLimits, retirements, batches, duties);
    }

    /** The same with other limits on staff outside establishment. */
    public TownTerms withOutsideLimits(List<OutsideLimit> other) {
        return new TownTerms(
                fields, standIns, powers, townPowers, skills, outside, other, retirements, batches, duties);
    }

    /** The same with other holders of duties. */
    public TownTerms withDuties(Duties other) {
        return new TownTerms(
                fields, standIns, powers, townPowers, skills, outside, outsideLimits, retirements, batches, other);
    }

    /** What a floor of a field is counted over. */
    public enum Over {
        TOWN,
        COUNTY
    }

    /**
     * A field (领域): its platforms hold at least a share of their need, rounded up, in each town or in each county as a whole.
     *
     * @param shareOfNeed 0 or more
     * @param ownShares shares of the towns, or counties, that have one of their own
     */
    public record Field(
            String id,
            Name name,
            Set<String> platforms,
            Over over,
            BigDecimal shareOfNeed,
            Map<String, BigDecimal> ownShares) {
        /** Most that a floor may be, as a share of need. */
        public static final BigDecimal MOST = BigDecimal.valueOf(1000);

        public Field {
            platforms = Set.copyOf(platforms);
            ownShares = Map.copyOf(ownShares);
        }

        /** The share of a town, or county. */
        public BigDecimal share(String unit) {
            return ownShares.getOrDefault(unit, shareOfNeed);
        }

        /** The same with a share of their own for some units. */
        public Field with(Map<String, BigDecimal> shares) {
            Map<String, BigDecimal> all = new HashMap<>(ownShares);
            all.putAll(shares);
            return new Field(id, name, platforms, over, shareOfNeed, all);
        }

        /** The same where towns become others, each of which has the highest share that one of them had. */
        public Field passed(Set<String> gone, Set<String> to) {
            if (Collections.disjoint(ownShares.keySet(), gone)) {
                return this;
            }
            BigDecimal highest = gone.stream()
                    .map(this::share)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            Map<String, BigDecimal> all = new HashMap<>(ownShares);
            all.keySet().removeAll(gone);
            to.forEach(town -> all.put(town, highest));
            return new Field(id, name, platforms, over, shareOfNeed, all);
        }
    }

    /** Most posts of a quota type on a platform in towns of a kind: a share of the platform's need, rounded down. */
    public record StandIn(Optional<TownKind> kind, String platform, String quotaType, BigDecimal shareOfNeed) {}

    /** A power: {@code people} of a {@code skill} have to be in a town that takes it; {@code cases} a year in one town. */
    public record Power(String id, Name name, String skill, int people, int cases) {}

    /** A power in a town: {@code open} = taken only where the town holds the people, else taken whatever that asks for. */
    public record TownPower(String power, String town, boolean open) {}

    /** People of a skill that a town holds. */
    public record TownSkill(String town, String skill, int people) {}

    /**
     * Staff outside establishment of a town.
     *
     * @param unitCost of one of them a year
     * @param services what services that are bought in their place cost a year (购买服务); counts within budgets
     * @param open whether some of them may be let go
     */
    public record Outside(String town, int people, int unitCost, long services, boolean open) {
        /** What so many of them and the services cost a year. */
        public long cost(long number) {
            return number * unitCost + services;
        }
    }

    /** A limit on them in a town, a county or the whole city: headcount and budget; {@link Integer#MAX_VALUE} and {@link Long#MAX_VALUE} = none. */
    public record OutsideLimit(String unit, int people, long budget) {}

    /** People who retire from a desk in a year; their posts go to a pool, or stay in the town, vacant. */
    public record Retirement(
            String town, String platform, String quotaType, int year, int people, Optional<String> pool) {}

    /** A batch in which powers are handed over, with the people who can be trained for it; the year may be left out. */
    public record Batch(OptionalInt year, int seats) {}
}
