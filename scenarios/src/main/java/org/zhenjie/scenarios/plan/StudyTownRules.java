package org.zhenjie.scenarios.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhenjie.planner.allocation.TownRules;
import org.zhenjie.scenarios.study.Norms;
import org.zhenjie.scenarios.study.Study;
import org.zhenjie.scenarios.study.Study.Town;
import org.zhenjie.scenarios.study.TownTerms;

/** What a study holds its towns to beyond norms, floors and ceilings, in the numbers and positions of the allocation problem. */
final class StudyTownRules {
    private final Study study;
    private final TownTerms terms;
    private final Norms norms;
    private final Map<String, Integer> towns;
    private final Map<String, Integer> platforms;
    private final Map<String, Integer> quotaTypes;

    StudyTownRules(
            Study study,
            Norms norms,
            Map<String, Integer> towns,
            Map<String, Integer> platforms,
            Map<String, Integer> quotaTypes) {
        this.study = study;
        this.terms = study.terms();
        this.norms = norms;
        this.towns = towns;
        this.platforms = platforms;
        this.quotaTypes = quotaTypes;
    }

    TownRules rules() {
        Map<String, Integer> powers = new HashMap<>();
        terms.powers().forEach(power -> powers.put(power.id(), powers.size()));
        return new TownRules(
                fields(),
                standIns(),
                terms.powers().stream()
                        .map(one -> new TownRules.Power(one.id(), one.skill(), one.people(), one.cases()))
                        .toList(),
                terms.townPowers().stream()
                        .map(one -> new TownRules.TownPower(powers.get(one.power()), towns.get(one.town()), one.open()))
                        .toList(),
                terms.skills().stream()
                        .map(one -> new TownRules.Skilled(towns.get(one.town()), one.skill(), one.people()))
                        .toList(),
                terms.outside().stream()
                        .map(one ->
                                new TownRules.Outside(towns.get(one.town()), one.people(), one.unitCost(), one.open()))
                        .toList(),
                terms.outsideLimits().stream()
                        .map(one ->
                                new TownRules.OutsideLimit(one.unit(), townsOf(one.unit()), one.people(), budget(one)))
                        .toList());
    }

    /** What is left of a budget for people, after the services that are bought. */
    private long budget(TownTerms.OutsideLimit limit) {
        Set<Integer> members = townsOf(limit.unit());
        long services = terms.outside().stream()
                .filter(one -> members.contains(towns.get(one.town())))
                .mapToLong(TownTerms.Outside::services)
                .sum();
        return limit.budget() == Long.MAX_VALUE ? Long.MAX_VALUE : limit.budget() - services;
    }

    /** All towns, the towns of a county, or the one town of a code. */
    private Set<Integer> townsOf(String unit) {
        if (unit.equals(Study.Pool.CITY)) {
            return Set.copyOf(towns.values());
        }
        return towns.containsKey(unit)
                ? Set.of(towns.get(unit))
                : study.towns().stream()
                        .filter(town -> town.county().equals(unit))
                        .map(town -> towns.get(town.code()))
                        .collect(Collectors.toSet());
    }

    private List<TownRules.Field> fields() {
        List<TownRules.Field> fields = new ArrayList<>();
        for (TownTerms.Field field : terms.fields()) {
            Set<Integer> own = field.platforms().stream().map(platforms::get).collect(Collectors.toSet());
            Map<String, List<Town>> units = new LinkedHashMap<>();
            for (Town town : study.towns()) {
                String unit = field.over() == TownTerms.Over.TOWN ? town.code() : town.county();
                units.computeIfAbsent(unit, code -> new ArrayList<>()).add(town);
            }
            units.forEach((unit, members) -> {
                int need = members.stream()
                        .mapToInt(town -> field.platforms().stream()
                                .mapToInt(platform -> norms.need(town, platform))
                                .sum())
                        .sum();
                int least = share(field.share(unit), need, RoundingMode.CEILING);
                Set<Integer> positions =
                        members.stream().map(town -> towns.get(town.code())).collect(Collectors.toSet());
                fields.add(new TownRules.Field(field.id() + "/" + unit, own, positions, least));
            });
        }
        return fields;
    }

    private List<TownRules.StandIn> standIns() {
        List<TownRules.StandIn> limits = new ArrayList<>();
        for (Town town : study.towns()) {
            for (Study.Platform platform : study.platforms()) {
                for (Study.QuotaType type : study.quotaTypes()) {
                    shareOf(town, platform.id(), type.id())
                            .ifPresent(share -> limits.add(new TownRules.StandIn(
                                    towns.get(town.code()),
                                    platforms.get(platform.id()),
                                    quotaTypes.get(type.id()),
                                    share(share, norms.need(town, platform.id()), RoundingMode.FLOOR))));
                }
            }
        }
        return limits;
    }

    /** The share of the most particular line: that for the town's kind before that for any. */
    private Optional<BigDecimal> shareOf(Town town, String platform, String type) {
        Optional<BigDecimal> any = Optional.empty();
        for (TownTerms.StandIn line : terms.standIns()) {
            if (line.platform().equals(platform) && line.quotaType().equals(type)) {
                if (line.kind().equals(Optional.of(town.kind()))) {
                    return Optional.of(line.shareOfNeed());
                }
                any = line.kind().isEmpty() ? Optional.of(line.shareOfNeed()) : any;
            }
        }
        return any;
    }

    private static int share(BigDecimal share, int need, RoundingMode rounding) {
        return share.multiply(BigDecimal.valueOf(need)).setScale(0, rounding).intValueExact();
    }
}
