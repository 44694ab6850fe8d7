package org.zhenjie.ui.map;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.zhenjie.scenarios.map.Classification;
import org.zhenjie.scenarios.map.ThematicMap;
import org.zhenjie.ui.text.Texts;
import org.zhenjie.ui.workspace.Indicator;
import org.zhenjie.ui.workspace.ScenarioFigures;
import org.zhenjie.ui.workspace.Side;
import org.zhenjie.ui.workspace.Snapshot;
import org.zhenjie.ui.workspace.SolveView;
import org.zhenjie.ui.workspace.TownFigures;
import org.zhenjie.ui.workspace.Workspace;

/** The maps that the workspace stands for: both sides with one classification; a running solve colours its side live. */
public final class MapSource {

    private final Workspace workspace;
    private final Texts texts;

    public MapSource(Workspace workspace, Texts texts) {
        this.workspace = workspace;
        this.texts = texts;
    }

    /** The maps of the sides whose figures are there. */
    public Map<Side, ThematicMap> maps() {
        Indicator indicator = workspace.indicator();
        Map<Side, Map<String, Double>> values = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            workspace.figures(side).ifPresent(figures -> values.put(side, values(figures, indicator)));
        }
        List<Double> all = new ArrayList<>();
        values.values().forEach(one -> all.addAll(one.values()));
        Classification classes = indicator.classes(all);
        Map<Side, ThematicMap> maps = new EnumMap<>(Side.class);
        values.forEach((side, towns) -> maps.put(side, map(side, towns, indicator, classes)));
        return maps;
    }

    private ThematicMap map(Side side, Map<String, Double> values, Indicator indicator, Classification classes) {
        ScenarioFigures figures = workspace.figures(side).orElseThrow();
        return new ThematicMap(
                figures.ground(),
                texts.name(figures.name()),
                workspace.study().map(study -> texts.name(study.name())).orElse(""),
                texts.get(indicator.key()),
                workspace.study().map(study -> texts.name(study.note())).orElse(""),
                values,
                indicator.format(texts::get),
                classes);
    }

    private Map<String, Double> values(ScenarioFigures figures, Indicator indicator) {
        Map<String, Double> values = new HashMap<>();
        for (TownFigures town : figures.towns()) {
            indicator.of(town).ifPresent(value -> values.put(town.code(), value));
        }
        live(figures)
                .ifPresent(snapshot -> snapshot.levels()
                        .forEach(level -> figures.town(level.town())
                                .map(town -> live(town, level, indicator))
                                .ifPresent(value -> value.ifPresent(one -> values.put(level.town(), one)))));
        return values;
    }

    private Optional<Snapshot> live(ScenarioFigures figures) {
        return workspace
                .solving()
                .filter(SolveView::running)
                .filter(view -> view.scenario().equals(figures.scenario()))
                .flatMap(SolveView::latest);
    }

    private static OptionalDouble live(TownFigures town, Snapshot.Level level, Indicator indicator) {
        return switch (indicator) {
            case RATIO -> level.need() > 0 ? OptionalDouble.of(level.ratio()) : OptionalDouble.empty();
            case AFTER -> OptionalDouble.of(level.posts());
            case RECEIVED -> OptionalDouble.of(level.posts() - town.held());
            default -> indicator.of(town);
        };
    }
}
