package org.zhenjie.scenarios.export;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.zhenjie.scenarios.indicator.Evaluation;
import org.zhenjie.scenarios.indicator.Evaluation.Row;
import org.zhenjie.scenarios.indicator.Evaluation.Stage;
import org.zhenjie.scenarios.indicator.Indicator;
import org.zhenjie.scenarios.indicator.Scorecard.Mark;
import org.zhenjie.scenarios.indicator.Unit;
import org.zhenjie.scenarios.study.IndicatorSet;
import org.zhenjie.scenarios.study.Study;

/** A sheet for each set of indicators: scores in the study as it is and with the plan, and what they are made of. */
final class EvaluationSheets {
    private static final int BEFORE = 0;
    private static final int AFTER = 1;
    private static final String SCORE = Unit.SCORE.pattern();

    private final PlanReport report;
    private final Locale locale;
    private final ExportTexts texts;

    EvaluationSheets(PlanReport report, Locale locale) {
        this.report = report;
        this.locale = locale;
        this.texts = new ExportTexts(locale);
    }

    void write(Workbook workbook) {
        Study baseline = report.planned().baseline();
        List<IndicatorSet> sets = baseline.indicatorSets();
        if (!sets.isEmpty()) {
            List<Stage> stages = List.of(Stage.before(baseline), new Stage(report.planned(), report.table()));
            for (IndicatorSet set : sets) {
                Evaluation evaluation = Evaluation.of(set, stages);
                sheet(evaluation)
                        .write(
                                workbook.newWorksheet(
                                        texts.get("sheet.evaluation", set.name().in(locale))),
                                evaluation.rows(),
                                2);
            }
        }
    }

    private SheetTable<Row> sheet(Evaluation evaluation) {
        SheetTable<Row> sheet = new SheetTable<Row>()
                .text(texts.get("column.code"), Row::code)
                .text(texts.get("column.setUnit"), row -> row.name().in(locale))
                .optional(texts.get("column.scoreBefore"), SCORE, row -> row.score(BEFORE))
                .optional(texts.get("column.scoreAfter"), SCORE, row -> row.score(AFTER))
                .optional(texts.get("column.scoreChange"), PlanWorkbook.signed(SCORE), Row::change);
        evaluation.items().forEach(item -> item(sheet, evaluation.indicator(item), item));
        return sheet.text(texts.get("column.leftOutBefore"), row -> leftOut(row, BEFORE))
                .text(texts.get("column.leftOutAfter"), row -> leftOut(row, AFTER));
    }

    private void item(SheetTable<Row> sheet, Indicator indicator, int item) {
        String heading = indicator.heading(locale);
        String pattern = indicator.unit().pattern();
        sheet.optional(texts.get("column.markBefore", heading), pattern, row -> value(row, BEFORE, item))
                .optional(texts.get("column.markAfter", heading), pattern, row -> value(row, AFTER, item))
                .optional(
                        texts.get("column.markScoreBefore", indicator.name(locale)),
                        SCORE,
                        row -> row.markScore(BEFORE, item))
                .optional(
                        texts.get("column.markScoreAfter", indicator.name(locale)),
                        SCORE,
                        row -> row.markScore(AFTER, item));
    }

    private static OptionalDouble value(Row row, int stage, int item) {
        return row.mark(stage, item).map(Mark::value).orElse(OptionalDouble.empty());
    }

    /** Names of the indicators that the unit has no value of. */
    private String leftOut(Row row, int stage) {
        return row.stages().get(stage).stream()
                .flatMap(card -> card.marks().stream())
                .filter(mark -> mark.value().isEmpty())
                .map(mark -> mark.indicator().name(locale))
                .collect(Collectors.joining("; "));
    }
}
