package org.zhenjie.scenarios.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.zhenjie.scenarios.compare.ScenarioSummary;
import org.zhenjie.scenarios.indicator.Indicator;
import org.zhenjie.scenarios.indicator.Indicator.Plain;

/** Several planned scenarios side by side, one column each. */
final class SummaryText {
    private final Call call;
    private final CliTexts texts;
    private final Locale locale;
    private final Figures figures;

    SummaryText(Call call) {
        this.call = call;
        this.texts = call.texts();
        this.locale = call.locale();
        this.figures = new Figures(locale);
    }

    void print(List<ScenarioSummary> summaries) {
        List<String> headings = new ArrayList<>(List.of(""));
        summaries.forEach(one -> headings.add(one.title().in(locale)));
        TextTable table = new TextTable(headings);
        row(table, summaries, texts.get("score.broken"), one -> figures.whole(one.broken()));
        row(table, summaries, texts.get("score.shortfall"), one -> figures.whole(one.shortfall()));
        row(table, summaries, texts.get("summary.startCost"), one -> figures.whole(one.startCost()));
        row(table, summaries, texts.get("score.cost"), one -> figures.whole(one.cost()));
        row(table, summaries, texts.get("summary.gap"), this::gap);
        indicator(table, summaries, Plain.RATIO_AFTER, ScenarioSummary::ratio);
        indicator(table, summaries, Plain.SPREAD, ScenarioSummary::spread);
        indicator(table, summaries, Plain.RATIO_MIN, ScenarioSummary::lowestRatio);
        row(
                table,
                summaries,
                texts.get("summary.lowestTown"),
                one -> one.lowestTown().map(region -> region.name().in(locale)).orElse(Figures.none()));
        indicator(table, summaries, Plain.MOVED, one -> OptionalDouble.of(one.moved()));
        indicator(table, summaries, Plain.TRAVEL, one -> OptionalDouble.of(one.travelKm()));
        summaries.stream()
                .flatMap(one -> one.reach().keySet().stream())
                .distinct()
                .forEach(reach -> indicator(
                        table,
                        summaries,
                        reach,
                        one -> one.reach().containsKey(reach)
                                ? OptionalDouble.of(one.reach().get(reach))
                                : OptionalDouble.empty()));
        table.lines().forEach(call::print);
    }

    private String gap(ScenarioSummary one) {
        return one.avoidableShortfall() > 0
                ? texts.get("summary.gapShort", one.avoidableShortfall())
                : figures.share(one.gap());
    }

    private void indicator(
            TextTable table,
            List<ScenarioSummary> summaries,
            Indicator indicator,
            Function<ScenarioSummary, OptionalDouble> value) {
        row(table, summaries, Figures.heading(indicator, locale), one -> text(indicator, value.apply(one)));
    }

    private String text(Indicator indicator, OptionalDouble value) {
        return value.isPresent() ? indicator.format(value.getAsDouble(), locale) : Figures.none();
    }

    private static void row(
            TextTable table, List<ScenarioSummary> summaries, String name, Function<ScenarioSummary, String> cell) {
        List<String> cells = new ArrayList<>(List.of(name));
        summaries.forEach(one -> cells.add(cell.apply(one)));
        table.row(cells);
    }
}
