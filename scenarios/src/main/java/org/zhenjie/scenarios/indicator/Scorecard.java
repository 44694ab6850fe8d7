package org.zhenjie.scenarios.indicator;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.zhenjie.scenarios.indicator.Indicator.Column;
import org.zhenjie.scenarios.indicator.Indicator.OfInstitution;
import org.zhenjie.scenarios.indicator.SetFigures.Figure;
import org.zhenjie.scenarios.study.IndicatorSet;
import org.zhenjie.scenarios.study.IndicatorSet.Item;
import org.zhenjie.scenarios.study.Study;
import org.zhenjie.scenarios.study.Study.Institution;
import org.zhenjie.scenarios.study.Study.Town;

/**
 * A unit as a set of indicators sees it.
 *
 * @param marks in the order of the set
 */
public record Scorecard(List<Mark> marks) {
    public Scorecard {
        marks = List.copyOf(marks);
    }

    /**
     * What one item of the set says of the unit.
     *
     * @param value empty where the unit has none
     */
    public record Mark(Item item, Indicator indicator, OptionalDouble value) {
        /** 0 to {@value IndicatorSet#FULL}; empty without a value. */
        public OptionalDouble score() {
            return value.isPresent() ? OptionalDouble.of(item.score(value.getAsDouble())) : OptionalDouble.empty();
        }
    }

    /** A town by its row of a table of indicators. */
    static Scorecard of(List<Figure> figures, Town town, Map<Indicator, Double> row) {
        return of(
                figures,
                indicator -> indicator instanceof Column column
                        ? number(town.attributes().get(column.column()))
                        : number(row.get(indicator)));
    }

    /** A station, institution or body of a study. */
    static Scorecard of(List<Figure> figures, Study study, Institution unit) {
        InstitutionFigures values = InstitutionFigures.of(study, unit);
        return of(figures, indicator -> ((OfInstitution) indicator).value(values));
    }

    private static Scorecard of(List<Figure> figures, Function<Indicator, OptionalDouble> value) {
        return new Scorecard(figures.stream()
                .map(one -> new Mark(one.item(), one.indicator(), value.apply(one.indicator())))
                .toList());
    }

    private static OptionalDouble number(Number value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value.doubleValue());
    }

    /** The weighted mean of the marks that there are, 0 to {@value IndicatorSet#FULL}; empty where there is none. */
    public OptionalDouble score() {
        double sum = 0;
        double weights = 0;
        for (Mark mark : marks) {
            if (mark.score().isPresent()) {
                double weight = mark.item().weight().doubleValue();
                sum += weight * mark.score().getAsDouble();
                weights += weight;
            }
        }
        return weights == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / weights);
    }
}
