package org.zhenjie.scenarios.session;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.zhenjie.scenarios.map.Classification;
import org.zhenjie.scenarios.map.Palette;
import org.zhenjie.scenarios.map.ValueFormat;

/** What the maps are coloured by. */
public enum MapIndicator {
    /** Staffing ratio after the plan. */
    RATIO(TownFigures::ratio, Scale.RATIO, ""),
    /** Staffing ratio before it. */
    RATIO_BEFORE(TownFigures::ratioBefore, Scale.RATIO, ""),
    /** Posts short of need after the plan. */
    SHORTFALL(town -> OptionalDouble.of(town.shortfall()), Scale.WHOLE, "unit.posts"),
    /** Posts and people that the plan brings. */
    RECEIVED(town -> OptionalDouble.of(town.received()), Scale.WHOLE, "unit.posts"),
    /** Posts after the plan. */
    AFTER(town -> OptionalDouble.of(town.after()), Scale.WHOLE, "unit.posts"),
    /** Need by the norm. */
    NEED(town -> OptionalDouble.of(town.need()), Scale.WHOLE, "unit.posts"),
    /** Residents per post after the plan. */
    PEOPLE_PER_POST(TownFigures::peoplePerPost, Scale.WHOLE, "unit.people"),
    /** Share of residents within reach of a service point. */
    REACH(TownFigures::reach, Scale.SHARE, ""),
    /** Residents. */
    PEOPLE(town -> OptionalDouble.of(town.people()), Scale.WHOLE, "unit.people"),
    /** Area. */
    AREA(town -> OptionalDouble.of(town.areaKm2()), Scale.TENTHS, "unit.km2");

    private static final List<Double> RATIO_BREAKS = List.of(0.6, 0.8, 0.95, 1.05, 1.2, 1.4);
    private static final int CLASSES = 6;

    private enum Scale {
        RATIO,
        SHARE,
        WHOLE,
        TENTHS
    }

    private final Function<TownFigures, OptionalDouble> value;
    private final Scale scale;
    private final String unitKey;

    MapIndicator(Function<TownFigures, OptionalDouble> value, Scale scale, String unitKey) {
        this.value = value;
        this.scale = scale;
        this.unitKey = unitKey;
    }

    /** The town's figure, where it has one. */
    public OptionalDouble of(TownFigures town) {
        return value.apply(town);
    }

    /** Its name. */
    public String title(Locale locale) {
        return SessionTexts.text(locale, "indicator." + name());
    }

    /** How its figures are written. */
    public ValueFormat format(Locale locale) {
        String unit = unitKey.isEmpty() ? "" : SessionTexts.text(locale, unitKey);
        return switch (scale) {
            case RATIO, SHARE -> ValueFormat.percent(0);
            case WHOLE -> ValueFormat.number(0, unit);
            case TENTHS -> ValueFormat.number(1, unit);
        };
    }

    /** Classes for the values of both maps: ratios by fixed classes around 100 %, so that colours never change meaning. */
    public Classification classes(Collection<Double> values) {
        return switch (scale) {
            case RATIO -> Classification.fixed(RATIO_BREAKS, Palette.DIVERGING);
            case SHARE, WHOLE, TENTHS ->
                Classification.jenks(values, CLASSES, format(Locale.ROOT).breakDecimals());
        };
    }

    /** Whether it changes while a solve runs. */
    public boolean isLive() {
        return this == RATIO || this == AFTER || this == RECEIVED;
    }
}
