package org.zhenjie.scenarios.map;

import java.awt.Color;
import java.awt.Font;
import java.util.Locale;
import java.util.Set;

/**
 * How a map is drawn.
 *
 * @param locale language of names and words
 * @param fonts typeface
 * @param textSize size of town labels, pixels; everything else follows from it
 * @param colours colours of everything but the classes, which are the same in every theme
 * @param layers what is drawn beside the towns' colours
 */
public record MapStyle(Locale locale, Fonts fonts, float textSize, Colours colours, Set<Layer> layers) {

    /** Bright yellow between dark lines: lighter than all classes but the palest, for any common form of colour blindness. */
    private static final Color FINDING = new Color(0xF0E442);

    /** What can be switched on and off. */
    public enum Layer {
        LABELS,
        COUNTIES,
        ZONES,
        GROUPS,
        POINTS,
        FINDINGS,
        SCALE_BAR
    }

    /**
     * Colours of the page and of lines.
     *
     * @param page behind the map
     * @param text titles and labels in legends
     * @param muted less important text
     * @param townBorder thin lines between towns
     * @param countyBorder thicker lines between counties
     * @param noData towns without data
     * @param label town labels on the map
     * @param halo around town labels
     * @param zone hatching of zones
     * @param point service points
     * @param finding what a check found; told from every class's colour by its dark and white outline too
     */
    public record Colours(
            Color page,
            Color text,
            Color muted,
            Color townBorder,
            Color countyBorder,
            Color noData,
            Color label,
            Color halo,
            Color zone,
            Color point,
            Color finding) {

        /** On white, and on paper. */
        public static final Colours LIGHT = new Colours(
                Color.WHITE,
                new Color(0x1F2933),
                new Color(0x5A6672),
                Color.WHITE,
                new Color(0x3B4754),
                new Color(0xD5DADF),
                new Color(0x16202A),
                new Color(255, 255, 255, 215),
                new Color(0xB0126B),
                new Color(0x2B1A4F),
                FINDING);

        /** On a dark window. */
        public static final Colours DARK = new Colours(
                new Color(0x23272C),
                new Color(0xE3E7EB),
                new Color(0xA5AEB7),
                new Color(0x23272C),
                new Color(0x0C0E10),
                new Color(0x5B636B),
                new Color(0x10161C),
                new Color(255, 255, 255, 205),
                new Color(0xC2187A),
                new Color(0x2B1A4F),
                FINDING);
    }

    public MapStyle {
        layers = Set.copyOf(layers);
        locale = fonts.displayLocale(locale);
    }

    /** For paper: everything but service points and findings. */
    public static MapStyle paper(Locale locale, float textSize) {
        return new MapStyle(
                locale,
                Fonts.system(),
                textSize,
                Colours.LIGHT,
                Set.of(Layer.LABELS, Layer.COUNTIES, Layer.ZONES, Layer.GROUPS, Layer.SCALE_BAR));
    }

    /** Whether a layer is drawn. */
    public boolean shows(Layer layer) {
        return layers.contains(layer);
    }

    Font font(double factor) {
        return fonts.at((float) (textSize * factor));
    }

    Font bold(double factor) {
        return font(factor).deriveFont(Font.BOLD);
    }

    String text(String key, Object... args) {
        return MapTexts.text(locale, key, args);
    }
}
