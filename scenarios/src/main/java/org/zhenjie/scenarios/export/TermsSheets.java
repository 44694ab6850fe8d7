package org.zhenjie.scenarios.export;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.zhenjie.planner.allocation.OutsideStaff;
import org.zhenjie.planner.allocation.PowersTaken;
import org.zhenjie.planner.allocation.TownRules;
import org.zhenjie.planner.allocation.TownRules.Outside;
import org.zhenjie.planner.allocation.TownRules.Power;
import org.zhenjie.planner.allocation.TownRules.Skilled;
import org.zhenjie.planner.allocation.TownRules.TownPower;
import org.zhenjie.scenarios.plan.PlannedScenario;
import org.zhenjie.scenarios.study.Study;

/** The sheets on powers and on staff outside establishment; a study without them has no such sheets. */
final class TermsSheets {
    private static final String WHOLE = "#,##0";

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
        if (!rules.outside().isEmpty()) {
            outside().write(workbook.newWorksheet(texts.get("sheet.outside")), rules.outside(), 0);
        }
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
        return new SheetTable<Outside>()
                .text(texts.get("column.code"), one -> town(one.town()).code())
                .text(texts.get("column.town"), one -> town(one.town()).name().in(locale))
                .number(texts.get("column.outsideBefore"), WHOLE, Outside::people)
                .number(texts.get("column.outsideAfter"), WHOLE, one -> staff.kept(one.town()))
                .number(texts.get("column.unitCost"), WHOLE, Outside::unitCost);
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
