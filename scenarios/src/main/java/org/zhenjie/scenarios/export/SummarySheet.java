package org.zhenjie.scenarios.export;

import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Worksheet;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationResult;
import org.zhenjie.planner.allocation.PlanScore;
import org.zhenjie.planner.allocation.Score;
import org.zhenjie.planner.greedy.MarginalAllocation;
import org.zhenjie.planner.yardstick.Apportionment;
import org.zhenjie.scenarios.indicator.Indicator;
import org.zhenjie.scenarios.indicator.IndicatorTable;
import org.zhenjie.scenarios.plan.PlannedScenario;
import org.zhenjie.scenarios.plan.Provenance;
import org.zhenjie.scenarios.reform.Reform;
import org.zhenjie.scenarios.reform.TotalControl;
import org.zhenjie.scenarios.study.Study.QuotaType;

/** The first sheet: what was planned, how good it is, the city's figures, total control, and how to make it again. */
final class SummarySheet {
    private static final String WHOLE = "#,##0";
    private static final String SHARE = "0.00%";

    private final PlanReport report;
    private final PlannedScenario planned;
    private final ExportTexts texts;
    private final Locale locale;
    private Worksheet sheet;
    private int row;

    SummarySheet(PlanReport report, ExportTexts texts) {
        this.report = report;
        this.planned = report.planned();
        this.texts = texts;
        this.locale = texts.locale();
    }

    void write(Worksheet target) {
        sheet = target;
        sheet.width(0, 38);
        for (int column = 1; column <= 5; column++) {
            sheet.width(column, 18);
        }
        title();
        reforms();
        score();
        yardsticks();
        city();
        totals();
        provenance();
        sheet.pageOrientation("portrait");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 999);
    }

    private void title() {
        String title = planned.scenario().title().in(locale);
        sheet.value(0, 0, title);
        sheet.style(0, 0).bold().fontSize(14).set();
        sheet.freezePane(0, 1);
        row = 1;
        line(texts.get("summary.study"), planned.study().name().in(locale), "");
        line(texts.get("summary.scenario"), planned.name(), "");
        String note = planned.study().note().in(locale);
        if (!note.isBlank()) {
            line(texts.get("summary.note"), note, "");
        }
    }

    private void reforms() {
        heading(texts.get("summary.reforms"));
        ReformTexts words = new ReformTexts(planned.baseline(), locale);
        List<Reform> reforms = planned.scenario().reforms();
        if (reforms.isEmpty()) {
            line(texts.get("summary.noReforms"), null, "");
        }
        for (int i = 0; i < reforms.size(); i++) {
            line((i + 1) + ". " + words.of(reforms.get(i)), null, "");
        }
    }

    private void score() {
        AllocationResult result = planned.result();
        heading(texts.get("summary.score"));
        line(texts.get("summary.broken"), -result.score().hard(), WHOLE);
        line(texts.get("summary.shortfall"), -result.score().medium(), WHOLE);
        line(texts.get("summary.startCost"), -result.startScore().soft(), WHOLE);
        line(texts.get("summary.cost"), -result.score().soft(), WHOLE);
        result.yardstick().ifPresent(yardstick -> {
            line(texts.get("summary.leastShortfall"), yardstick.leastShortfall(), WHOLE);
            line(texts.get("summary.bound"), yardstick.lowerBound(), WHOLE);
        });
        if (result.gap().isPresent()) {
            line(texts.get("summary.gap"), result.gap().getAsDouble(), SHARE);
        }
    }

    /** What simpler ways come to: a cost counts only against one with the same shortfall, so all three parts are told. */
    private void yardsticks() {
        heading(texts.get("summary.yardsticks"));
        List<String> headings = List.of(
                texts.get("summary.broken"), texts.get("summary.shortfall"), texts.get("summary.yardstickCost"));
        for (int column = 0; column < headings.size(); column++) {
            sheet.value(row, column + 1, headings.get(column));
            sheet.style(row, column + 1).italic().wrapText(true).set();
        }
        row++;
        AllocationProblem problem = planned.problem();
        yardstick("summary.hamilton", Apportionment.of(problem, Apportionment.Method.HAMILTON));
        yardstick("summary.webster", Apportionment.of(problem, Apportionment.Method.WEBSTER));
        yardstick("summary.greedy", MarginalAllocation.of(problem));
        yardstick("summary.plan", planned.plan());
    }

    private void yardstick(String name, AllocationPlan plan) {
        Score score = PlanScore.of(planned.problem(), plan).score();
        sheet.value(row, 0, texts.get(name));
        List<Long> values = List.of(-score.hard(), -score.medium(), -score.soft());
        for (int i = 0; i < values.size(); i++) {
            SheetTable.put(sheet, row, i + 1, values.get(i), WHOLE);
        }
        row++;
    }

    private void city() {
        heading(texts.get("summary.city"));
        IndicatorTable.Row city = report.table().city();
        for (Indicator indicator : report.table().indicators()) {
            city.value(indicator)
                    .ifPresent(value -> line(
                            indicator.heading(locale), value, indicator.unit().pattern()));
        }
    }

    private void totals() {
        heading(texts.get("summary.totals"));
        String[] headings = {
            "total.type",
            "total.towns",
            "total.pools",
            "total.departments",
            "total.institutions",
            "total.outside",
            "total.sum"
        };
        for (int column = 0; column < headings.length; column++) {
            sheet.value(row, column, texts.get(headings[column]));
            sheet.style(row, column).italic().wrapText(true).set();
        }
        row++;
        for (TotalControl.Line line : planned.total().lines()) {
            String name = quotaType(line.quotaType());
            accounts(texts.get("total.before", name), line.before());
            line.planned().ifPresent(after -> accounts(texts.get("total.after", name), after));
        }
    }

    private void accounts(String name, TotalControl.Accounts accounts) {
        sheet.value(row, 0, name);
        List<Long> values = List.of(
                accounts.towns(),
                accounts.pools(),
                accounts.departments(),
                accounts.institutions(),
                accounts.outside(),
                accounts.total());
        for (int i = 0; i < values.size(); i++) {
            SheetTable.put(sheet, row, i + 1, values.get(i), WHOLE);
        }
        row++;
    }

    private String quotaType(String id) {
        return planned.study().quotaTypes().stream()
                .filter(type -> type.id().equals(id))
                .map(QuotaType::name)
                .map(name -> name.in(locale))
                .findFirst()
                .orElse(id);
    }

    private void provenance() {
        Provenance provenance = planned.provenance();
        heading(texts.get("summary.provenance"));
        line(texts.get("summary.seed"), provenance.seed(), "0");
        line(
                texts.get("summary.stepLimit"),
                provenance.stepLimit().isPresent()
                        ? (Object) provenance.stepLimit().getAsLong()
                        : texts.get("summary.noStepLimit"),
                WHOLE);
        line(texts.get("summary.version"), provenance.version(), "");
        provenance.reference().ifPresent(near -> line(texts.get("summary.reference"), near.scenario(), ""));
        line(texts.get("summary.hash"), provenance.inputHash(), "");
    }

    private void heading(String text) {
        row++;
        sheet.value(row, 0, text);
        sheet.style(row, 0).bold().fillColor("DDE6EE").set();
        row++;
    }

    private void line(String label, Object value, String pattern) {
        sheet.value(row, 0, label);
        SheetTable.put(sheet, row, 1, value, pattern);
        row++;
    }
}
