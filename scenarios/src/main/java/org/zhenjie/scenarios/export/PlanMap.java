package org.zhenjie.scenarios.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.zhenjie.scenarios.indicator.Indicator;
import org.zhenjie.scenarios.indicator.Indicator.Plain;
import org.zhenjie.scenarios.indicator.IndicatorTable;
import org.zhenjie.scenarios.indicator.Level;
import org.zhenjie.scenarios.indicator.Unit;
import org.zhenjie.scenarios.map.Classification;
import org.zhenjie.scenarios.map.Fonts;
import org.zhenjie.scenarios.map.IndicatorScale;
import org.zhenjie.scenarios.map.MapGround;
import org.zhenjie.scenarios.map.MapImage;
import org.zhenjie.scenarios.map.ThematicMap;
import org.zhenjie.scenarios.plan.PlannedScenario;

/** Map pages of one planned scenario, or of several side by side that share their classes. */
public final class PlanMap {
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 1130;
    /** Height where more than two maps share the width of two. */
    private static final int FLAT_HEIGHT = 800;

    private PlanMap() {}

    /**
     * Writes a page with one scenario; where the indicator is one of a pair, before and after the plan side by side. The
     * file appears whole or not at all.
     *
     * @param indicator what towns are coloured by; one that {@link #canShow can be shown}
     * @throws IOException if the file cannot be written
     */
    public static void write(Path file, PlanReport report, Indicator indicator, Locale locale) throws IOException {
        Optional<Indicator> before = before(indicator);
        if (before.isEmpty()) {
            write(file, List.of(report), indicator, locale);
            return;
        }
        ExportTexts texts = new ExportTexts(Fonts.system().displayLocale(locale));
        page(
                file,
                List.of(
                        new Shown(report, before.get(), texts.get("map.before")),
                        new Shown(report, indicator, texts.get("map.after"))),
                indicator,
                locale);
    }

    /**
     * Writes a page with several scenarios of one study side by side, in this order.
     *
     * @param indicator what towns are coloured by; one that {@link #canShow can be shown}
     * @throws IOException if the file cannot be written
     */
    public static void write(Path file, List<PlanReport> reports, Indicator indicator, Locale locale)
            throws IOException {
        List<Shown> shown =
                reports.stream().map(report -> new Shown(report, indicator, "")).toList();
        page(file, shown, indicator, locale);
    }

    /** One map of the page; {@code when} follows its title, may be blank. */
    private record Shown(PlanReport report, Indicator indicator, String when) {}

    private static void page(Path file, List<Shown> shown, Indicator indicator, Locale wanted) throws IOException {
        Locale locale = Fonts.system().displayLocale(wanted);
        Classification classes = IndicatorScale.classes(indicator, values(shown));
        List<ThematicMap> maps =
                shown.stream().map(one -> map(one, indicator, classes, locale)).toList();
        int width = WIDTH * Math.min(2, maps.size());
        MapImage.write(file, maps, width, maps.size() > 2 ? FLAT_HEIGHT : HEIGHT, locale);
    }

    private static ThematicMap map(Shown shown, Indicator indicator, Classification classes, Locale locale) {
        PlannedScenario planned = shown.report().planned();
        Fonts fonts = Fonts.system();
        String title = fonts.displayName(planned.scenario().title(), locale);
        return new ThematicMap(
                MapGround.of(planned.study(), shown.report().groups()),
                shown.when().isEmpty() ? title : title + " · " + shown.when(),
                fonts.displayName(planned.study().name(), locale),
                indicator.name(locale),
                fonts.displayName(planned.study().note(), locale),
                byTown(shown),
                IndicatorScale.format(indicator, locale),
                classes);
    }

    private static Optional<Indicator> before(Indicator indicator) {
        return indicator instanceof Plain plain
                ? Optional.ofNullable(
                        switch (plain) {
                            case RATIO_AFTER -> Plain.RATIO_BEFORE;
                            case POSTS_AFTER -> Plain.POSTS_BEFORE;
                            case SHORTFALL -> Plain.SHORTFALL_BEFORE;
                            default -> null;
                        })
                : Optional.empty();
    }

    private static List<Double> values(List<Shown> shown) {
        List<Double> values = new ArrayList<>();
        shown.forEach(one -> values.addAll(byTown(one).values()));
        return values;
    }

    private static Map<String, Double> byTown(Shown shown) {
        Map<String, Double> values = new HashMap<>();
        for (IndicatorTable.Row row : shown.report().table().rows(Level.TOWN)) {
            row.value(shown.indicator())
                    .ifPresent(value -> values.put(row.region().code(), value));
        }
        return values;
    }

    /** Whether a map can be coloured by an indicator. */
    public static boolean canShow(Indicator indicator) {
        return indicator.levels().contains(Level.TOWN) && indicator.unit() != Unit.INDEX;
    }
}
