package org.zhenjie.scenarios.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.zhenjie.scenarios.indicator.Evaluation;
import org.zhenjie.scenarios.indicator.Evaluation.Row;
import org.zhenjie.scenarios.indicator.Indicator;
import org.zhenjie.scenarios.indicator.Scorecard.Mark;
import org.zhenjie.scenarios.reform.Scenario;
import org.zhenjie.scenarios.tables.Scale;

/** Scores of units stage by stage, with the change from the first to the last; what has no value is told below. */
final class EvaluationText {
    private static final int MOST_NAMES = 8;

    private final Call call;
    private final CliTexts texts;
    private final Locale locale;
    private final List<String> stages;
    private final boolean details;

    /**
     * @param scenarios those whose plans are the stages after the first
     * @param details whether each indicator has a line of its own
     */
    EvaluationText(Call call, List<Scenario> scenarios, boolean details) {
        this.call = call;
        this.texts = call.texts();
        this.locale = call.locale();
        this.details = details;
        this.stages = new ArrayList<>(List.of(texts.get("evaluate.before")));
        scenarios.forEach(scenario -> stages.add(scenario.title().in(locale)));
    }

    void print(Evaluation evaluation) {
        List<String> headings = new ArrayList<>(List.of(texts.get(
                "evaluate.set",
                evaluation.set().name().in(locale),
                evaluation.set().id())));
        headings.addAll(stages);
        headings.add(texts.get("evaluate.change"));
        TextTable table = new TextTable(headings);
        for (Row row : evaluation.rows()) {
            table.row(scores(evaluation, row));
            if (details) {
                evaluation.items().forEach(item -> table.row(marks(evaluation, row, item)));
            }
        }
        table.lines().forEach(call::print);
        evaluation.items().forEach(item -> stages().forEach(stage -> tellLeftOut(evaluation, stage, item)));
        call.print("");
    }

    private IntStream stages() {
        return IntStream.range(0, stages.size());
    }

    private List<String> scores(Evaluation evaluation, Row row) {
        Indicator score = Indicator.score(evaluation.set());
        List<String> cells = new ArrayList<>(List.of(name(row)));
        stages().forEach(stage -> cells.add(text(score, row.score(stage))));
        cells.add(difference(score, row.change()));
        return cells;
    }

    private List<String> marks(Evaluation evaluation, Row row, int item) {
        Indicator score = Indicator.score(evaluation.set());
        List<String> cells = new ArrayList<>(List.of(texts.get(
                "evaluate.item",
                evaluation.indicator(item).name(locale),
                Scale.plain(evaluation.set().items().get(item).weight()))));
        stages().forEach(stage -> cells.add(row.mark(stage, item)
                .filter(mark -> mark.value().isPresent())
                .map(mark -> mark(score, mark))
                .orElse(Figures.none())));
        cells.add(difference(score, row.change(item)));
        return cells;
    }

    private String mark(Indicator score, Mark mark) {
        return texts.get("evaluate.mark", text(mark.indicator(), mark.value()), text(score, mark.score()));
    }

    private String text(Indicator indicator, OptionalDouble value) {
        return value.isPresent() ? indicator.format(value.getAsDouble(), locale) : Figures.none();
    }

    private String difference(Indicator indicator, OptionalDouble value) {
        return value.isPresent() ? indicator.formatDifference(value.getAsDouble(), locale) : Figures.none();
    }

    private String name(Row row) {
        return texts.get("evaluate.name", row.name().in(locale), row.code());
    }

    /** Nothing stands in for a value that is not there, so people have to know where a score has fewer parts. */
    private void tellLeftOut(Evaluation evaluation, int stage, int item) {
        List<Row> without = evaluation.without(stage, item);
        if (!without.isEmpty()) {
            String names = without.stream().limit(MOST_NAMES).map(this::name).collect(Collectors.joining("; "));
            call.print(texts.get(
                    without.size() > MOST_NAMES ? "evaluate.leftOutOfMany" : "evaluate.leftOut",
                    evaluation.indicator(item).name(locale),
                    stages.get(stage),
                    without.size(),
                    names));
        }
    }
}
