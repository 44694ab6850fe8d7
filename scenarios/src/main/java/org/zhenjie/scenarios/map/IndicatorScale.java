package org.zhenjie.scenarios.map;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.zhenjie.scenarios.indicator.Indicator;
import org.zhenjie.scenarios.indicator.Indicator.Plain;
import org.zhenjie.scenarios.indicator.Unit;

/** How an indicator's values are written and coloured on maps. */
public final class IndicatorScale {

    private static final List<Double> RATIO_BREAKS = List.of(0.6, 0.8, 0.95, 1.05, 1.2, 1.4);
    private static final int CLASSES = 6;

    private IndicatorScale() {}

    /** The classes of a staffing ratio: the same for every study, with a class of its own around 100 %. */
    public static Classification staffingRatio() {
        return Classification.fixed(RATIO_BREAKS, Palette.DIVERGING);
    }

    /** Classes for the values of all maps that are compared. */
    public static Classification classes(Indicator indicator, Collection<Double> values) {
        return indicator == Plain.RATIO_AFTER || indicator == Plain.RATIO_BEFORE
                ? staffingRatio()
                : Classification.jenks(
                        values, CLASSES, format(indicator, Locale.ROOT).breakDecimals());
    }

    /** How values are written on maps: shorter than in tables. */
    public static ValueFormat format(Indicator indicator, Locale locale) {
        Unit unit = indicator.unit();
        return switch (unit) {
            case SHARE -> ValueFormat.percent(0);
            case SQUARE_KM, KM, MINUTES, SCORE -> ValueFormat.number(1, unit.text(locale));
            case INDEX, PER_THOUSAND, NUMBER -> ValueFormat.number(3, unit.text(locale));
            case PEOPLE, PEOPLE_PER_SQUARE_KM, POSTS, POST_KM, POINTS, UNITS, LEADERS, MONEY, HOURS ->
                ValueFormat.number(0, unit.text(locale));
        };
    }
}
