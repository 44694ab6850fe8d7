package org.zhenjie.scenarios.indicator;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.zhenjie.scenarios.plan.PlannedScenario;

/**
 * The indicators of one planned scenario: rows are the city, its counties and its towns, in the study's order.
 *
 * @param indicators the columns
 * @param rows the rows: the city first, then counties, then towns
 */
public record IndicatorTable(List<Indicator> indicators, List<Row> rows) {

    public IndicatorTable {
        indicators = List.copyOf(indicators);
        rows = List.copyOf(rows);
    }

    /** The table of a planned scenario. */
    public static IndicatorTable of(PlannedScenario planned) {
        return new IndicatorCalculator(planned).table();
    }

    /** The rows of one level. */
    public List<Row> rows(Level level) {
        return rows.stream().filter(row -> row.region().level() == level).toList();
    }

    /** The row of the city. */
    public Row city() {
        return rows(Level.CITY).get(0);
    }

    /** The row of a region. */
    public Optional<Row> row(Level level, String code) {
        return rows.stream()
                .filter(row ->
                        row.region().level() == level && row.region().code().equals(code))
                .findFirst();
    }

    /**
     * The values of one region.
     *
     * @param values absent where an indicator is not given for the level, or has no value, such as a ratio without need
     */
    public record Row(Region region, Map<Indicator, Double> values) {
        public Row {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        /** The value of an indicator. */
        public OptionalDouble value(Indicator indicator) {
            Double value = values.get(indicator);
            return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
        }
    }
}
