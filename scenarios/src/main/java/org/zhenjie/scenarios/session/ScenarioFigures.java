package org.zhenjie.scenarios.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhenjie.scenarios.map.MapGround;
import org.zhenjie.scenarios.study.Name;

/**
 * One scenario as it can be shown.
 *
 * @param scenario its id
 * @param name its name
 * @param planned whether the figures are those of a plan; otherwise they are those before any
 * @param ground its map
 * @param towns its towns, in the study's order
 */
public record ScenarioFigures(String scenario, Name name, boolean planned, MapGround ground, List<TownFigures> towns) {

    public ScenarioFigures {
        towns = List.copyOf(towns);
    }

    /** Towns by code, in order. */
    public Map<String, TownFigures> byCode() {
        Map<String, TownFigures> byCode = new LinkedHashMap<>();
        towns.forEach(town -> byCode.put(town.code(), town));
        return byCode;
    }

    /** The town of a code, if this scenario has it. */
    public Optional<TownFigures> town(String code) {
        return towns.stream().filter(town -> town.code().equals(code)).findFirst();
    }
}
