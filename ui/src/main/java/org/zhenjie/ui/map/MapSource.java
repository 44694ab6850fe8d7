package org.zhenjie.ui.map;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.zhenjie.scenarios.indicator.Indicator;
import org.zhenjie.scenarios.indicator.Indicator.Plain;
import org.zhenjie.scenarios.map.ThematicMap;
import org.zhenjie.scenarios.session.PlanMaps;
import org.zhenjie.scenarios.session.ScenarioFigures;
import org.zhenjie.scenarios.session.Snapshot;
import org.zhenjie.scenarios.session.Studies;
import org.zhenjie.scenarios.session.TownFigures;
import org.zhenjie.ui.text.Texts;
import org.zhenjie.ui.workspace.Side;
import org.zhenjie.ui.workspace.SolveView;
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
        Map<Side, ThematicMap> maps = new EnumMap<>(Side.class);
        if (workspace.study().isEmpty()) {
            return maps;
        }
        Studies.OpenStudy study = workspace.study().get();
        PlanMaps plans = new PlanMaps(study.name(), study.note(), workspace.indicator(), texts.locale());
        List<Side> sides = Stream.of(Side.values())
                .filter(side -> workspace.figures(side).isPresent())
                .toList();
        List<ThematicMap> drawn = plans.ofValues(sides.stream()
                .map(side -> values(plans, workspace.figures(side).orElseThrow()))
                .toList());
        for (int i = 0; i < sides.size(); i++) {
            maps.put(sides.get(i), drawn.get(i));
        }
        return maps;
    }

    private PlanMaps.Values values(PlanMaps plans, ScenarioFigures figures) {
        PlanMaps.Values solved = plans.values(figures);
        Optional<Snapshot> live = live(figures);
        if (live.isEmpty()) {
            return solved;
        }
        Map<String, TownFigures> towns = figures.byCode();
        Map<String, Double> values = new HashMap<>(solved.byTown());
        live.get().levels().stream()
                .filter(level -> towns.containsKey(level.town()))
                .forEach(level -> live(towns.get(level.town()), level, plans.indicator())
                        .ifPresent(value -> values.put(level.town(), value)));
        return new PlanMaps.Values(figures, values);
    }

    private Optional<Snapshot> live(ScenarioFigures figures) {
        return workspace
                .solving()
                .filter(SolveView::running)
                .filter(view -> view.scenario().equals(figures.scenario()))
                .flatMap(SolveView::latest);
    }

    /** Whether an indicator changes while a solve runs. */
    static boolean isLive(Indicator indicator) {
        return indicator == Plain.RATIO_AFTER || indicator == Plain.POSTS_AFTER || indicator == Plain.MOVED;
    }

    private static OptionalDouble live(TownFigures town, Snapshot.Level level, Indicator indicator) {
        if (indicator == Plain.RATIO_AFTER) {
            return level.need() > 0 ? OptionalDouble.of(level.ratio()) : OptionalDouble.empty();
        }
        if (indicator == Plain.POSTS_AFTER) {
            return OptionalDouble.of(level.posts());
        }
        return indicator == Plain.MOVED ? OptionalDouble.of(level.posts() - town.held()) : town.value(indicator);
    }
}
