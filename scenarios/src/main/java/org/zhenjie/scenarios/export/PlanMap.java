package org.zhenjie.scenarios.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.zhenjie.scenarios.indicator.Indicator;
import org.zhenjie.scenarios.indicator.Indicator.Plain;
import org.zhenjie.scenarios.indicator.Level;
import org.zhenjie.scenarios.indicator.Unit;
import org.zhenjie.scenarios.map.Classification;
import org.zhenjie.scenarios.map.Fonts;
import org.zhenjie.scenarios.map.MapGround;
import org.zhenjie.scenarios.map.MapImage;
import org.zhenjie.scenarios.map.Palette;
import org.zhenjie.scenarios.map.ThematicMap;
import org.zhenjie.scenarios.map.ValueFormat;
import org.zhenjie.scenarios.plan.PlannedScenario;

/** Map pages of one planned scenario, or of several side by side that share their classes. */
public final class PlanMap {
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 1130;
    private static final int CLASSES = 6;
    /** The same for every study, so that a colour means the same ratio on every map. */
    private static final List<Double> RATIO_BREAKS = List.of(0.6, 0.8, 0.95, 1.05, 1.2, 1.4);

    private PlanMap() {}

    /**
     * Writes a page; the file appears whole or not at all.
     *
     * @param reports one or more of one study, side by side in this order
     * @param indicator what towns are coloured by; one that towns have
     * @throws IOException if the file cannot be written
     */
    public static void write(Path file, List<PlanReport> reports, Indicator indicator, Locale locale)
            throws IOException {
        Locale shown = Fonts.system().displayLocale(locale);
        Classification classes = classes(indicator, values(reports, indicator));
        List<ThematicMap> maps = reports.stream()
                .map(report -> map(report, indicator, classes, shown))
                .toList();
        MapImage.write(file, maps, WIDTH * Math.min(2, maps.size()), HEIGHT, locale);
    }

    private static ThematicMap map(PlanReport report, Indicator indicator, Classification classes, Locale locale) {
        PlannedScenario planned = report.planned();
        Fonts fonts = Fonts.system();
        return new ThematicMap(
                MapGround.of(planned.study()),
                fonts.displayName(planned.scenario().title(), locale),
                fonts.displayName(planned.study().name(), locale),
                indicator.name(locale),
                fonts.displayName(planned.study().note(), locale),
                byTown(report, indicator),
                format(indicator, locale),
                classes);
    }

    private static List<Double> values(List<PlanReport> reports, Indicator indicator) {
        List<Double> values = new ArrayList<>();
        reports.forEach(report -> values.addAll(byTown(report, indicator).values()));
        return values;
    }

    private static Map<String, Double> byTown(PlanReport report, Indicator indicator) {
        Map<String, Double> values = new HashMap<>();
        report.table()
                .rows(Level.TOWN)
                .forEach(row -> row.value(indicator)
                        .ifPresent(value -> values.put(row.region().code(), value)));
        return values;
    }

    private static Classification classes(Indicator indicator, List<Double> values) {
        return indicator == Plain.RATIO_AFTER || indicator == Plain.RATIO_BEFORE
                ? Classification.fixed(RATIO_BREAKS, Palette.DIVERGING)
                : Classification.jenks(
                        values, CLASSES, format(indicator, Locale.ROOT).breakDecimals());
    }

    private static ValueFormat format(Indicator indicator, Locale locale) {
        return switch (indicator.unit()) {
            case SHARE -> ValueFormat.percent(0);
            case SQUARE_KM, KM -> ValueFormat.number(1, indicator.unit().text(locale));
            case INDEX -> ValueFormat.number(3, "");
            case PEOPLE, PEOPLE_PER_SQUARE_KM, POSTS, POST_KM, POINTS ->
                ValueFormat.number(0, indicator.unit().text(locale));
        };
    }

    /** Whether a map can be coloured by an indicator. */
    public static boolean canShow(Indicator indicator) {
        return indicator.levels().contains(Level.TOWN) && indicator.unit() != Unit.INDEX;
    }
}
