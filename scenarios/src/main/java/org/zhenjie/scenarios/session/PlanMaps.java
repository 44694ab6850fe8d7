package org.zhenjie.scenarios.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.zhenjie.scenarios.indicator.Indicator;
import org.zhenjie.scenarios.map.Classification;
import org.zhenjie.scenarios.map.Fonts;
import org.zhenjie.scenarios.map.IndicatorScale;
import org.zhenjie.scenarios.map.ThematicMap;
import org.zhenjie.scenarios.study.Name;

/**
 * Thematic maps of scenarios: one indicator, one classification for all, so that a colour means the same on each.
 *
 * @param study title of the study, second line of each map
 * @param note what every reader must know; may be blank
 * @param indicator what the towns are coloured by
 * @param locale language of titles
 */
public record PlanMaps(Name study, Name note, Indicator indicator, Locale locale) {

    public PlanMaps {
        locale = Fonts.system().displayLocale(locale);
    }

    /** A scenario with the values to show by town code; a town without one has no data. */
    public record Values(ScenarioFigures figures, Map<String, Double> byTown) {
        public Values {
            byTown = Map.copyOf(byTown);
        }
    }

    /** The values that a scenario's figures hold. */
    public Values values(ScenarioFigures figures) {
        Map<String, Double> values = new HashMap<>();
        for (TownFigures town : figures.towns()) {
            town.value(indicator).ifPresent(value -> values.put(town.code(), value));
        }
        return new Values(figures, values);
    }

    /** A map for each scenario. */
    public List<ThematicMap> of(List<ScenarioFigures> scenarios) {
        return ofValues(scenarios.stream().map(this::values).toList());
    }

    /** A map for each scenario, of values that may be newer than its figures. */
    public List<ThematicMap> ofValues(List<Values> scenarios) {
        List<Double> all = new ArrayList<>();
        scenarios.forEach(one -> all.addAll(one.byTown().values()));
        Classification classes = IndicatorScale.classes(indicator, all);
        return scenarios.stream().map(one -> map(one, classes)).toList();
    }

    private ThematicMap map(Values values, Classification classes) {
        return new ThematicMap(
                values.figures().ground(),
                text(values.figures().name()),
                text(study),
                indicator.name(locale),
                text(note),
                values.byTown(),
                IndicatorScale.format(indicator, locale),
                classes);
    }

    private String text(Name name) {
        return Fonts.system().displayName(name, locale);
    }
}
