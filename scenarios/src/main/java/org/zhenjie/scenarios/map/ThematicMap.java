package org.zhenjie.scenarios.map;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * One indicator of one scenario on its ground. Texts are in the reader's language; names of places are chosen when drawn.
 *
 * @param ground towns and what else is drawn
 * @param title what the map shows, e.g. the scenario's name
 * @param subtitle second line, e.g. the study's name; may be blank
 * @param indicator name of the indicator, heads the legend
 * @param note what every reader must know, e.g. that boundaries are schematic; may be blank
 * @param values value by town code; a town without one has no data
 * @param format how values are written
 * @param classification how values become colours
 */
public record ThematicMap(
        MapGround ground,
        String title,
        String subtitle,
        String indicator,
        String note,
        Map<String, Double> values,
        ValueFormat format,
        Classification classification) {

    public ThematicMap {
        values = Map.copyOf(values);
    }

    /** A town's value. */
    public OptionalDouble value(String town) {
        Double value = values.get(town);
        return value == null || value.isNaN() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** How many towns are in each class. */
    public int[] counts() {
        int[] counts = new int[classification.classes()];
        ground.towns().forEach(town -> value(town.code()).ifPresent(value -> counts[classification.classOf(value)]++));
        return counts;
    }

    /** How many towns have no data. */
    public int withoutData() {
        return (int) ground.towns().stream()
                .filter(town -> value(town.code()).isEmpty())
                .count();
    }

    /** The indicator's name with its unit. */
    public String heading() {
        return format.unit().isBlank() ? indicator : indicator + " (" + format.unit() + ")";
    }
}
