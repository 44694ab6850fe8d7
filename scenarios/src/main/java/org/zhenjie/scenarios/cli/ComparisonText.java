package org.zhenjie.scenarios.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.zhenjie.scenarios.compare.Comparison;
import org.zhenjie.scenarios.compare.Comparison.Cell;
import org.zhenjie.scenarios.compare.Comparison.PostingChange;
import org.zhenjie.scenarios.compare.Comparison.Row;
import org.zhenjie.scenarios.compare.DutyChange;
import org.zhenjie.scenarios.compare.ScenarioSummary;
import org.zhenjie.scenarios.indicator.Indicator;
import org.zhenjie.scenarios.indicator.Indicator.OfUnits;
import org.zhenjie.scenarios.indicator.Indicator.Plain;
import org.zhenjie.scenarios.indicator.Level;
import org.zhenjie.scenarios.study.Study;

/** Two planned scenarios: the city's figures, the counties, the towns that differ, and how many decisions do. */
final class ComparisonText {
    private static final int MOST_DUTIES = 60;

    private final Call call;
    private final CliTexts texts;
    private final Locale locale;

    ComparisonText(Call call) {
        this.call = call;
        this.texts = call.texts();
        this.locale = call.locale();
    }

    void print(Comparison comparison) {
        String a = comparison.a().scenario().title().in(locale);
        String b = comparison.b().scenario().title().in(locale);
        call.print(texts.get(
                "compare.title", a, comparison.a().name(), b, comparison.b().name()));
        call.print("");
        new SummaryText(call).print(ScenarioSummary.of(List.of(comparison.a(), comparison.b())));
        call.print("");
        city(comparison, a, b);
        regions(comparison, Level.COUNTY, "compare.counties");
        regions(comparison, Level.TOWN, "compare.towns");
        outside(comparison);
        duties(comparison);
        call.print("");
        call.print(texts.get(
                "compare.decisions",
                comparison.grants().size(),
                comparison.grants().stream()
                        .mapToInt(grant -> Math.abs(grant.difference()))
                        .sum(),
                comparison.postings().size(),
                comparison.postings().stream().mapToInt(PostingChange::people).sum()));
    }

    private void city(Comparison comparison, String a, String b) {
        Row city = comparison.rows(Level.CITY).get(0);
        TextTable table =
                new TextTable(List.of(city.region().name().in(locale), a, b, texts.get("compare.difference")));
        for (Indicator indicator : comparison.indicators()) {
            Cell cell = city.cell(indicator);
            if (cell.a().isPresent() || cell.b().isPresent()) {
                table.row(
                        Figures.heading(indicator, locale),
                        text(indicator, cell.a()),
                        text(indicator, cell.b()),
                        difference(indicator, cell));
            }
        }
        table.lines().forEach(call::print);
    }

    private void regions(Comparison comparison, Level level, String title) {
        List<Row> rows = comparison.rows(level).stream()
                .filter(row -> level == Level.COUNTY || differs(row))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        TextTable table = new TextTable(List.of(
                texts.get(title, rows.size()),
                texts.get("compare.column", Plain.POSTS_AFTER.name(locale), "A"),
                texts.get("compare.column", Plain.POSTS_AFTER.name(locale), "B"),
                texts.get("compare.difference"),
                texts.get("compare.column", Plain.RATIO_AFTER.name(locale), "A"),
                texts.get("compare.column", Plain.RATIO_AFTER.name(locale), "B"),
                texts.get("compare.difference")));
        for (Row row : rows) {
            Cell posts = row.cell(Plain.POSTS_AFTER);
            Cell ratio = row.cell(Plain.RATIO_AFTER);
            table.row(
                    row.region().name().in(locale),
                    text(Plain.POSTS_AFTER, posts.a()),
                    text(Plain.POSTS_AFTER, posts.b()),
                    difference(Plain.POSTS_AFTER, posts),
                    text(Plain.RATIO_AFTER, ratio.a()),
                    text(Plain.RATIO_AFTER, ratio.b()),
                    difference(Plain.RATIO_AFTER, ratio));
        }
        call.print("");
        table.lines().forEach(call::print);
    }

    /** Towns that keep other staff outside establishment, or at another cost. */
    private void outside(Comparison comparison) {
        List<Row> rows = comparison.rows(Level.TOWN).stream()
                .filter(row -> changes(row, OfUnits.OUTSIDE) || changes(row, OfUnits.OUTSIDE_COST))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        List<Indicator> columns = List.of(OfUnits.OUTSIDE, OfUnits.OUTSIDE_COST);
        List<String> headings = new ArrayList<>(List.of(texts.get("compare.outside", rows.size())));
        columns.forEach(indicator -> headings.addAll(List.of(
                texts.get("compare.column", indicator.name(locale), "A"),
                texts.get("compare.column", indicator.name(locale), "B"),
                texts.get("compare.difference"))));
        TextTable table = new TextTable(headings);
        for (Row row : rows) {
            List<String> cells = new ArrayList<>(List.of(row.region().name().in(locale)));
            columns.forEach(indicator -> {
                Cell cell = row.cell(indicator);
                cells.addAll(
                        List.of(text(indicator, cell.a()), text(indicator, cell.b()), difference(indicator, cell)));
            });
            table.row(cells);
        }
        call.print("");
        table.lines().forEach(call::print);
    }

    /** Bodies that hold another share of a duty. */
    private void duties(Comparison comparison) {
        Study study = comparison.b().study();
        List<DutyChange> changes = DutyChange.between(
                comparison.a().study().terms().duties(), study.terms().duties());
        if (changes.isEmpty()) {
            return;
        }
        Figures figures = new Figures(locale);
        TextTable table = new TextTable(List.of(
                texts.get("compare.duties", changes.size()),
                texts.get("compare.column", texts.get("duties.share"), "A"),
                texts.get("compare.column", texts.get("duties.share"), "B"),
                texts.get("duties.hours")));
        changes.stream()
                .limit(MOST_DUTIES)
                .forEach(change -> table.row(
                        texts.get(
                                "duties.of",
                                change.duty().name().in(locale),
                                change.duty().id(),
                                study.holder(change.holder())
                                        .or(() -> comparison.a().study().holder(change.holder()))
                                        .map(name -> name.in(locale))
                                        .orElse(change.holder())),
                        figures.share(change.a().doubleValue(), 2),
                        figures.share(change.b().doubleValue(), 2),
                        OfUnits.DUTY_HOURS.formatDifference(change.hours().doubleValue(), locale)));
        call.print("");
        table.lines().forEach(call::print);
        if (changes.size() > MOST_DUTIES) {
            call.print(texts.get("explain.left", changes.size() - MOST_DUTIES));
        }
    }

    private static boolean changes(Row row, Indicator indicator) {
        Cell cell = row.cell(indicator);
        return !cell.a().equals(cell.b());
    }

    private static boolean differs(Row row) {
        return row.presence() != Comparison.Presence.BOTH
                || row.cell(Plain.POSTS_AFTER).difference().orElse(0) != 0
                || row.cell(Plain.NEED).difference().orElse(0) != 0;
    }

    private String text(Indicator indicator, OptionalDouble value) {
        return value.isPresent() ? indicator.format(value.getAsDouble(), locale) : Figures.none();
    }

    private String difference(Indicator indicator, Cell cell) {
        return cell.difference().isPresent()
                ? indicator.formatDifference(cell.difference().getAsDouble(), locale)
                : Figures.none();
    }
}
