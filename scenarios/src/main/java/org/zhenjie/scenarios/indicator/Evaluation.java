package org.zhenjie.scenarios.indicator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.zhenjie.scenarios.indicator.Scorecard.Mark;
import org.zhenjie.scenarios.indicator.SetFigures.Figure;
import org.zhenjie.scenarios.plan.PlannedScenario;
import org.zhenjie.scenarios.plan.PreparedScenario;
import org.zhenjie.scenarios.reform.Scenario;
import org.zhenjie.scenarios.study.IndicatorSet;
import org.zhenjie.scenarios.study.Name;
import org.zhenjie.scenarios.study.Study;

/**
 * Towns or institutions by one set of indicators, before, during and after a change (机构编制评估).
 *
 * @param indicators what the items of the set measure, in their order
 * @param rows units in the order in which the stages have them
 */
public record Evaluation(IndicatorSet set, List<Indicator> indicators, List<Row> rows) {
    public Evaluation {
        indicators = List.copyOf(indicators);
        rows = List.copyOf(rows);
    }

    /** A state of the study in which units are measured. */
    public record Stage(PlannedScenario planned, IndicatorTable table) {
        /** A scenario with its plan. */
        public static Stage of(PlannedScenario planned) {
            return new Stage(planned, IndicatorTable.of(planned));
        }

        /** A study as it is: no reforms, no plan. */
        public static Stage before(Study study) {
            return of(PreparedScenario.of(study, Scenario.BASELINE).unplanned());
        }
    }

    /**
     * One unit.
     *
     * @param name as the first stage that has the unit calls it
     * @param stages one for each stage; empty where the unit is not there, or is part of another
     */
    public record Row(String code, Name name, List<Optional<Scorecard>> stages) {
        public Row {
            stages = List.copyOf(stages);
        }

        /** The score at a stage. */
        public OptionalDouble score(int stage) {
            return stages.get(stage).map(Scorecard::score).orElse(OptionalDouble.empty());
        }

        /** What an item of the set says at a stage; empty where the unit is not there. */
        public Optional<Mark> mark(int stage, int item) {
            return stages.get(stage).map(card -> card.marks().get(item));
        }

        /** What the last stage scores more than the first; empty where one of them has no score. */
        public OptionalDouble change() {
            return difference(score(0), score(stages.size() - 1));
        }

        /** What the last stage scores more than the first by one item; empty where one of them has no score. */
        public OptionalDouble change(int item) {
            return difference(markScore(0, item), markScore(stages.size() - 1, item));
        }

        /** What one item of the set scores at a stage. */
        public OptionalDouble markScore(int stage, int item) {
            return mark(stage, item).map(Mark::score).orElse(OptionalDouble.empty());
        }

        private static OptionalDouble difference(OptionalDouble first, OptionalDouble last) {
            return first.isPresent() && last.isPresent()
                    ? OptionalDouble.of(last.getAsDouble() - first.getAsDouble())
                    : OptionalDouble.empty();
        }
    }

    /** Positions of the items of the set. */
    public IntStream items() {
        return IntStream.range(0, indicators.size());
    }

    /** What an item of the set measures. */
    public Indicator indicator(int item) {
        return indicators.get(item);
    }

    /** The units that are there at a stage, but have no value of an item: it is left out of their score. */
    public List<Row> without(int stage, int item) {
        return rows.stream()
                .filter(row -> row.mark(stage, item)
                        .filter(mark -> mark.value().isEmpty())
                        .isPresent())
                .toList();
    }

    private record Scored(String code, Name name, Scorecard card) {}

    /**
     * Evaluates the units that a set is for.
     *
     * @param stages of one study: the first is held against the last
     */
    public static Evaluation of(IndicatorSet set, List<Stage> stages) {
        List<Figure> figures = SetFigures.of(stages.get(0).planned().baseline(), set);
        Map<String, Name> names = new LinkedHashMap<>();
        List<Map<String, Scorecard>> cards = new ArrayList<>();
        for (Stage stage : stages) {
            Map<String, Scorecard> ofStage = new LinkedHashMap<>();
            for (Scored unit : units(set, figures, stage)) {
                names.putIfAbsent(unit.code(), unit.name());
                ofStage.put(unit.code(), unit.card());
            }
            cards.add(ofStage);
        }
        List<Row> rows = new ArrayList<>();
        names.forEach((code, name) -> rows.add(new Row(
                code,
                name,
                cards.stream()
                        .map(ofStage -> Optional.ofNullable(ofStage.get(code)))
                        .toList())));
        return new Evaluation(set, figures.stream().map(Figure::indicator).toList(), rows);
    }

    private static List<Scored> units(IndicatorSet set, List<Figure> figures, Stage stage) {
        Study study = stage.planned().study();
        return switch (set.of()) {
            case TOWN -> towns(figures, stage);
            case INSTITUTION ->
                study.institutions().stream()
                        .filter(set::isFor)
                        .map(unit -> new Scored(unit.id(), unit.name(), Scorecard.of(figures, study, unit)))
                        .toList();
        };
    }

    /** The rows of towns in a table are in the order of the study. */
    private static List<Scored> towns(List<Figure> figures, Stage stage) {
        List<IndicatorTable.Row> rows = stage.table().rows(Level.TOWN);
        List<Scored> units = new ArrayList<>();
        for (Study.Town town : stage.planned().study().towns()) {
            IndicatorTable.Row row = rows.get(units.size());
            units.add(new Scored(town.code(), town.name(), Scorecard.of(figures, town, row.values())));
        }
        return units;
    }
}
