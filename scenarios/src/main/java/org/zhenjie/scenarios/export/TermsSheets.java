package org.zhenjie.scenarios.export;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.zhenjie.planner.allocation.OutsideStaff;
import org.zhenjie.planner.allocation.PowersTaken;
import org.zhenjie.planner.allocation.TownRules;
import org.zhenjie.planner.allocation.TownRules.Power;
import org.zhenjie.planner.allocation.TownRules.Skilled;
import org.zhenjie.planner.allocation.TownRules.TownPower;
import org.zhenjie.scenarios.plan.OutsideAccount;
import org.zhenjie.scenarios.plan.OutsideAccount.Line;
import org.zhenjie.scenarios.plan.PlannedScenario;
import org.zhenjie.scenarios.study.Duties;
import org.zhenjie.scenarios.study.Duties.Duty;
import org.zhenjie.scenarios.study.Study;
import org.zhenjie.scenarios.study.TownTerms.Outside;

/** The sheets on powers, duties and staff outside establishment; a study without them has no such sheets. */
final class TermsSheets {
    private static final String WHOLE = "#,##0";
    private static final String SHARE = "0.00%";

    private final PlannedScenario planned;
    private final Study study;
    private final TownRules rules;
    private final Locale locale;
    private final ExportTexts texts;

    TermsSheets(PlannedScenario planned, Locale locale) {
        this.planned = planned;
        this.study = planned.study();
        this.rules = planned.problem().townRules();
        this.locale = locale;
        this.texts = new ExportTexts(locale);
    }

    void write(Workbook workbook) {
        if (!rules.townPowers().isEmpty()) {
            powers().write(workbook.newWorksheet(texts.get("sheet.powers")), rules.townPowers(), 0);
        }
        if (!study.terms().duties().all().isEmpty()) {
            duties().write(workbook.newWorksheet(texts.get("sheet.duties")), dutyHolders(), 2);
        }
        if (!rules.outside().isEmpty()) {
            outside()
                    .write(
                            workbook.newWorksheet(texts.get("sheet.outside")),
                            study.terms().outside(),
                            2);
        }
        List<Line> limits = OutsideAccount.of(planned).lines();
        if (!limits.isEmpty()) {
            limits().write(workbook.newWorksheet(texts.get("sheet.outsideLimits")), limits, 1);
        }
    }

    /** Whoever holds a duty before the reforms or after them. */
    private List<DutyHolder> dutyHolders() {
        Duties before = planned.baseline().terms().duties();
        Duties after = study.terms().duties();
        return Stream.concat(before.holdings().stream(), after.holdings().stream())
                .map(one -> new DutyHolder(after.duty(one.duty()).orElseThrow(), one.holder()))
                .distinct()
                .sorted(Comparator.comparingInt(one -> after.all().indexOf(one.duty())))
                .toList();
    }

    private record DutyHolder(Duty duty, String holder) {}

    private SheetTable<DutyHolder> duties() {
        Duties before = planned.baseline().terms().duties();
        Duties after = study.terms().duties();
        return new SheetTable<DutyHolder>()
                .text(texts.get("column.duty"), one -> one.duty().id())
                .text(texts.get("column.dutyName"), one -> one.duty().name().in(locale))
                .text(
                        texts.get("column.platform"),
                        one -> study.platform(one.duty().platform())
                                .map(platform -> platform.name().in(locale))
                                .orElse(""))
                .text(texts.get("column.holder"), DutyHolder::holder)
                .text(
                        texts.get("column.holderName"),
                        one -> study.holder(one.holder())
                                .or(() -> planned.baseline().holder(one.holder()))
                                .map(name -> name.in(locale))
                                .orElse(one.holder()))
                .number(
                        texts.get("column.shareBefore"),
                        SHARE,
                        one -> before.share(one.duty().id(), one.holder()))
                .number(
                        texts.get("column.shareAfter"),
                        SHARE,
                        one -> after.share(one.duty().id(), one.holder()))
                .number(
                        texts.get("column.hoursAfter"),
                        WHOLE,
                        one -> after.share(one.duty().id(), one.holder())
                                .multiply(one.duty().hours()));
    }

    private SheetTable<TownPower> powers() {
        Map<Skilled, Integer> people = PowersTaken.skilledPeople(planned.problem(), planned.plan());
        Set<TownPower> taken = new HashSet<>(PowersTaken.of(planned.problem(), planned.plan()));
        return new SheetTable<TownPower>()
                .text(texts.get("column.power"), one -> name(power(one)))
                .text(texts.get("column.code"), one -> town(one.town()).code())
                .text(texts.get("column.town"), one -> town(one.town()).name().in(locale))
                .text(
                        texts.get("column.termDecision"),
                        one -> texts.get(
                                !one.open() ? "power.handed" : taken.contains(one) ? "power.taken" : "power.left"))
                .text(texts.get("column.skill"), one -> power(one).skill())
                .number(texts.get("column.asked"), WHOLE, one -> power(one).people())
                .number(
                        texts.get("column.there"),
                        WHOLE,
                        one -> people.getOrDefault(
                                new Skilled(one.town(), power(one).skill(), 0), 0))
                .number(texts.get("column.cases"), WHOLE, one -> power(one).cases());
    }

    private SheetTable<Outside> outside() {
        OutsideStaff staff = OutsideStaff.of(planned.problem());
        Map<String, Integer> towns = new HashMap<>();
        study.towns().forEach(town -> towns.put(town.code(), towns.size()));
        Function<Outside, Integer> kept = one -> staff.kept(towns.get(one.town()));
        return new SheetTable<Outside>()
                .text(texts.get("column.code"), Outside::town)
                .text(texts.get("column.town"), one -> unit(one.town()))
                .number(texts.get("column.outsideBefore"), WHOLE, Outside::people)
                .number(texts.get("column.outsideAfter"), WHOLE, kept::apply)
                .number(texts.get("column.outsideCut"), WHOLE, one -> one.people() - kept.apply(one))
                .number(texts.get("column.unitCost"), WHOLE, Outside::unitCost)
                .number(texts.get("column.services"), WHOLE, Outside::services)
                .number(texts.get("column.outsideCostBefore"), WHOLE, one -> one.cost(one.people()))
                .number(texts.get("column.outsideCostAfter"), WHOLE, one -> one.cost(kept.apply(one)))
                .number(
                        texts.get("column.outsideCostCut"),
                        WHOLE,
                        one -> one.cost(one.people()) - one.cost(kept.apply(one)));
    }

    private SheetTable<Line> limits() {
        return new SheetTable<Line>()
                .text(texts.get("column.limitOn"), line -> unit(line.unit()))
                .number(texts.get("column.people"), WHOLE, Line::people)
                .number(texts.get("column.mostPeople"), WHOLE, line -> number(line.mostPeople()))
                .number(texts.get("column.outsideCostAfter"), WHOLE, Line::cost)
                .number(texts.get("column.budget"), WHOLE, line -> number(line.budget()));
    }

    /** Null, an empty cell, where there is none. */
    private static Object number(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }

    private String unit(String code) {
        return study.town(code)
                .map(Study.Town::name)
                .or(() -> study.county(code).map(Study.County::name))
                .orElse(study.name())
                .in(locale);
    }

    private Power power(TownPower one) {
        return rules.powers().get(one.power());
    }

    private String name(Power power) {
        return study.terms().power(power.id()).map(one -> one.name().in(locale)).orElse(power.id());
    }

    private Study.Town town(int position) {
        return study.towns().get(position);
    }
}
