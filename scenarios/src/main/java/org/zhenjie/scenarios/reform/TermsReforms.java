package org.zhenjie.scenarios.reform;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.reform.Reform.ChangeFieldFloor;
import org.zhenjie.scenarios.reform.Reform.HandPowers;
import org.zhenjie.scenarios.reform.Reform.LimitOutside;
import org.zhenjie.scenarios.reform.Reform.MoveOutside;
import org.zhenjie.scenarios.reform.Reform.OpenOutside;
import org.zhenjie.scenarios.reform.Reform.StandIn;
import org.zhenjie.scenarios.study.Study;
import org.zhenjie.scenarios.study.Study.County;
import org.zhenjie.scenarios.study.Study.Pool;
import org.zhenjie.scenarios.study.Study.Town;
import org.zhenjie.scenarios.study.TownTerms;
import org.zhenjie.scenarios.study.TownTerms.Field;
import org.zhenjie.scenarios.study.TownTerms.Outside;
import org.zhenjie.scenarios.study.TownTerms.OutsideLimit;
import org.zhenjie.scenarios.study.TownTerms.Power;
import org.zhenjie.scenarios.study.TownTerms.TownPower;

/** Powers that are handed to towns, staff outside establishment who may be let go, quota types that stand in and floors of fields. */
final class TermsReforms {
    private static final int MOST_EXAMPLES = 12;

    private final StudyEdit edit;
    private final Problems problems;
    private final Where where;

    TermsReforms(StudyEdit edit, Problems problems, Where where) {
        this.edit = edit;
        this.problems = problems;
        this.where = where;
    }

    /** The last word on a power in a town counts. */
    void hand(HandPowers reform) {
        List<String> powers = chosen(reform.powers(), edit.terms.powers(), Power::id, "reform.unknownPower");
        List<String> towns = chosen(reform.towns(), edit.towns, Town::code, "reform.unknownTown");
        Map<List<String>, TownPower> all = new LinkedHashMap<>();
        edit.terms.townPowers().forEach(one -> all.put(List.of(one.power(), one.town()), one));
        for (String power : powers) {
            towns.forEach(town -> all.put(List.of(power, town), new TownPower(power, town, reform.open())));
        }
        edit.terms = edit.terms.withTownPowers(new ArrayList<>(all.values()));
    }

    void open(OpenOutside reform) {
        Set<String> towns = new HashSet<>(chosen(reform.towns(), edit.towns, Town::code, "reform.unknownTown"));
        edit.terms = edit.terms.withOutside(edit.terms.outside().stream()
                .map(one -> towns.contains(one.town())
                        ? new Outside(one.town(), one.people(), one.unitCost(), one.services(), true)
                        : one)
                .toList());
    }

    /** Staff outside establishment leave a town, come to one, or go from one to another. */
    void move(MoveOutside reform) {
        int before = problems.errors();
        List<Outside> all = new ArrayList<>(edit.terms.outside());
        Optional<Outside> from = reform.from().flatMap(town -> staffOf("from", town, all));
        Optional<Outside> to = reform.to().flatMap(town -> staffOf("to", town, all));
        from.filter(one -> one.people() < reform.people())
                .ifPresent(one -> problems.error(
                        "reform.outsideFew",
                        where.field("people").value(String.valueOf(reform.people())),
                        one.town(),
                        one.people()));
        if (problems.errors() > before) {
            return;
        }
        int unitCost = reform.unitCost().isPresent()
                ? reform.unitCost().getAsInt()
                : from.or(() -> to).map(Outside::unitCost).orElse(0);
        String payer = reform.from().or(reform::to).orElseThrow();
        all.replaceAll(one -> {
            long services = one.services() + (one.town().equals(payer) ? reform.services() : 0);
            if (reform.from().equals(Optional.of(one.town()))) {
                return new Outside(one.town(), one.people() - reform.people(), one.unitCost(), services, one.open());
            } else if (reform.to().equals(Optional.of(one.town()))) {
                Outside own = new Outside(one.town(), one.people(), one.unitCost(), services, one.open());
                return TermsRekey.sum(own, new Outside(one.town(), reform.people(), unitCost, 0, false));
            }
            return one;
        });
        edit.terms = edit.terms.withOutside(all);
    }

    /** The staff of a town; a town of the study without any has none. */
    private Optional<Outside> staffOf(String field, String town, List<Outside> all) {
        if (edit.town(town).isEmpty()) {
            problems.error("reform.unknownTown", where.field(field).value(town));
            return Optional.empty();
        }
        return Optional.of(
                all.stream().filter(one -> one.town().equals(town)).findFirst().orElseGet(() -> {
                    Outside none = new Outside(town, 0, 0, 0, false);
                    all.add(none);
                    return none;
                }));
    }

    /** The last word on a unit counts. */
    void limit(LimitOutside reform) {
        boolean known = reform.unit().equals(Pool.CITY)
                || edit.town(reform.unit()).isPresent()
                || edit.study().county(reform.unit()).isPresent();
        if (!known) {
            problems.error(
                    "ref.unit",
                    where.field("unit").value(reform.unit()),
                    edit.towns.stream().map(Town::code).limit(MOST_EXAMPLES).toList());
            return;
        }
        List<OutsideLimit> all = new ArrayList<>(edit.terms.outsideLimits());
        all.removeIf(one -> one.unit().equals(reform.unit()));
        all.add(new OutsideLimit(
                reform.unit(),
                reform.people().orElse(Integer.MAX_VALUE),
                reform.budget().orElse(Long.MAX_VALUE)));
        edit.terms = edit.terms.withOutsideLimits(all);
    }

    /** The last word on a kind, platform and quota type counts. */
    void standIn(StandIn reform) {
        Study study = edit.study();
        if (study.platform(reform.platform()).isEmpty()) {
            problems.error(
                    "ref.platform",
                    where.field("platform").value(reform.platform()),
                    study.platforms().stream().map(Study.Platform::id).toList());
        }
        List<String> types =
                study.quotaTypes().stream().map(Study.QuotaType::id).toList();
        if (!types.contains(reform.quotaType())) {
            problems.error("ref.quotaType", where.field("quota_type").value(reform.quotaType()), types);
        }
        List<TownTerms.StandIn> all = new ArrayList<>(edit.terms.standIns());
        all.removeIf(line -> line.kind().equals(reform.kind())
                && line.platform().equals(reform.platform())
                && line.quotaType().equals(reform.quotaType()));
        reform.shareOfNeed()
                .ifPresent(share ->
                        all.add(new TownTerms.StandIn(reform.kind(), reform.platform(), reform.quotaType(), share)));
        edit.terms = edit.terms.withStandIns(all);
    }

    /** The last word on a unit counts; a change adds to it. */
    void fieldFloor(ChangeFieldFloor reform) {
        Optional<Field> named = edit.terms.field(reform.field());
        if (named.isEmpty()) {
            problems.error(
                    "reform.unknownField",
                    where.value(reform.field()),
                    edit.terms.fields().stream().map(Field::id).toList());
            return;
        }
        Field field = named.get();
        Map<String, BigDecimal> shares = new HashMap<>();
        for (String unit : unitsOf(field, reform)) {
            BigDecimal share = reform.isChange() ? field.share(unit).add(reform.share()) : reform.share();
            if (share.signum() < 0 || share.compareTo(Field.MOST) > 0) {
                problems.error(
                        "reform.fieldFloor",
                        where.value(unit),
                        field.share(unit).toPlainString(),
                        share.toPlainString(),
                        Field.MOST.toPlainString());
            }
            shares.put(unit, share);
        }
        List<Field> all = new ArrayList<>(edit.terms.fields());
        all.replaceAll(one -> one == field ? field.with(shares) : one);
        edit.terms = edit.terms.withFields(all);
    }

    /** The towns, or the counties, that a floor is counted over and a reform names. */
    private Set<String> unitsOf(Field field, ChangeFieldFloor reform) {
        List<County> all = edit.study().counties();
        List<String> counties = reform.counties().isEmpty() && !reform.towns().isEmpty()
                ? List.of()
                : chosen(reform.counties(), all, County::code, "groups.unknownCounty");
        if (field.over() == TownTerms.Over.COUNTY) {
            reform.towns().forEach(town -> problems.error("reform.fieldOfCounties", where.value(town), field.id()));
            return new LinkedHashSet<>(counties);
        }
        Set<String> towns = edit.towns.stream()
                .filter(town -> counties.contains(town.county()))
                .map(Town::code)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!reform.towns().isEmpty()) {
            towns.addAll(chosen(reform.towns(), edit.towns, Town::code, "reform.unknownTown"));
        }
        return towns;
    }

    /** What is named of a list, all of it where nothing is. */
    private <T> List<String> chosen(List<String> named, List<T> all, Function<T, String> id, String unknown) {
        List<String> ids = all.stream().map(id).toList();
        List<String> examples = ids.stream().limit(MOST_EXAMPLES).toList();
        named.stream()
                .filter(one -> !ids.contains(one))
                .forEach(one -> problems.error(unknown, where.value(one), examples));
        return named.isEmpty() ? ids : named.stream().filter(ids::contains).toList();
    }
}
