package org.zhenjie.scenarios.map;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.font.FontRenderContext;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The legend of one map, or of two that share a classification: the indicator, each class with its range and how many towns
 * of each map are in it, what has no data, and the signs in use.
 */
public final class LegendPainter {

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private final List<ThematicMap> maps;
    private final MapStyle style;
    private final double line;
    private final List<Row> rows = new ArrayList<>();

    private record Row(Sign sign, String label, List<String> counts) {}

    private interface Sign {
        void paint(Graphics2D g, Rectangle2D box);
    }

    /**
     * A legend.
     *
     * @param maps one map or more, all of one indicator and classification
     */
    public LegendPainter(List<ThematicMap> maps, MapStyle style) {
        this.maps = List.copyOf(maps);
        this.style = style;
        this.line = style.textSize() * 1.65;
        addClasses();
        addSigns();
    }

    /** Labels of the classes, highest first as they stand in the legend. */
    public static List<String> classLabels(ThematicMap map, Locale locale) {
        int classes = map.classification().classes();
        return IntStream.range(0, classes)
                .mapToObj(i -> label(map, classes - 1 - i, locale))
                .toList();
    }

    private static String label(ThematicMap map, int position, Locale locale) {
        Classification classification = map.classification();
        List<Double> breaks = classification.breaks();
        ValueFormat format = map.format();
        if (breaks.isEmpty()) {
            String least = format.format(classification.least(), locale);
            String greatest = format.format(classification.greatest(), locale);
            return Double.isNaN(classification.least())
                    ? "–"
                    : least.equals(greatest) ? least : least + " – " + greatest;
        }
        if (position == 0) {
            return "< " + format.format(breaks.get(0), locale);
        }
        String from = format.format(breaks.get(position - 1), locale);
        return position == breaks.size() ? "≥ " + from : from + " – " + format.format(breaks.get(position), locale);
    }

    private void addClasses() {
        ThematicMap first = maps.get(0);
        List<Color> colours = first.classification().colours();
        List<String> labels = classLabels(first, style.locale());
        for (int i = 0; i < labels.size(); i++) {
            int position = labels.size() - 1 - i;
            rows.add(new Row(
                    swatch(colours.get(position)),
                    labels.get(i),
                    maps.stream()
                            .map(map -> String.valueOf(map.counts()[position]))
                            .toList()));
        }
        if (maps.stream().anyMatch(map -> map.withoutData() > 0)) {
            rows.add(new Row(
                    swatch(style.colours().noData()),
                    style.text("legend.noData"),
                    maps.stream().map(map -> String.valueOf(map.withoutData())).toList()));
        }
    }

    private void addSigns() {
        if (style.shows(MapStyle.Layer.COUNTIES)
                && maps.stream().anyMatch(map -> !map.ground().counties().isEmpty())) {
            rows.add(new Row(this::countyLine, style.text("legend.county"), List.of()));
        }
        if (style.shows(MapStyle.Layer.ZONES)
                && maps.stream().anyMatch(map -> !map.ground().zones().isEmpty())) {
            rows.add(new Row(this::zoneBox, style.text("legend.zone"), List.of()));
        }
        if (style.shows(MapStyle.Layer.GROUPS)
                && maps.stream().anyMatch(map -> !map.ground().groups().isEmpty())) {
            rows.add(new Row(this::groupLine, style.text("legend.group"), List.of()));
        }
        if (style.shows(MapStyle.Layer.POINTS)) {
            var kinds = maps.get(0).ground().pointKinds();
            for (int i = 0; i < kinds.size(); i++) {
                int kind = i;
                rows.add(new Row(
                        (g, box) -> MapPainter.paintMark(g, kind, box.getCenterX(), box.getCenterY(), style),
                        style.fonts().displayName(kinds.get(i), style.locale()),
                        List.of()));
            }
        }
    }

    private Sign swatch(Color colour) {
        return (g, box) -> {
            g.setColor(colour);
            g.fill(box);
            g.setStroke(new BasicStroke(Math.max(0.7f, style.textSize() * 0.05f)));
            g.setColor(new Color(style.colours().muted().getRGB() & 0xFFFFFF | 0x66000000, true));
            g.draw(box);
        };
    }

    private void countyLine(Graphics2D g, Rectangle2D box) {
        g.setColor(
                style.colours().countyBorder().equals(MapStyle.Colours.DARK.countyBorder())
                        ? style.colours().muted()
                        : style.colours().countyBorder());
        g.setStroke(new BasicStroke(style.textSize() * 0.14f));
        g.draw(new Line2D.Double(box.getMinX(), box.getCenterY(), box.getMaxX(), box.getCenterY()));
    }

    private void groupLine(Graphics2D g, Rectangle2D box) {
        MapPainter.paintGroup(
                g, new Line2D.Double(box.getMinX(), box.getCenterY(), box.getMaxX(), box.getCenterY()), style);
    }

    private void zoneBox(Graphics2D g, Rectangle2D box) {
        Paint hatch = MapPainter.hatch(style);
        g.setPaint(hatch);
        g.fill(box);
        g.setColor(style.colours().zone());
        g.setStroke(new BasicStroke(style.textSize() * 0.12f));
        g.draw(box);
    }

    /** The room that the legend takes, pixels. */
    public Dimension size() {
        double heading = width(style.bold(1), heading());
        double widest = rows.stream()
                .mapToDouble(row -> textLeft() + width(style.font(1), row.label()))
                .max()
                .orElse(0);
        double height = line * (rows.size() + 1.25) + (maps.size() > 1 ? line : line * 0.6);
        return new Dimension((int) Math.ceil(Math.max(heading, widest + countWidth() * maps.size())), (int)
                Math.ceil(height));
    }

    private String heading() {
        return style.fonts().shown(maps.get(0).heading());
    }

    private double textLeft() {
        return style.textSize() * 2.6;
    }

    private double countWidth() {
        return style.textSize() * (maps.size() > 1 ? 2.6 : 3.6);
    }

    /** Draws the legend with its upper left corner at a point. */
    public void paint(Graphics2D graphics, double x, double y) {
        Graphics2D g = (Graphics2D) graphics.create();
        MapPainter.smooth(g);
        g.translate(x, y);
        double right = size().getWidth();
        text(g, style.bold(1), style.colours().text(), heading(), 0, line * 0.75);
        double top = line * 1.25;
        Font small = style.font(0.88);
        if (maps.size() == 1) {
            String towns = style.text("legend.towns");
            text(g, small, style.colours().muted(), towns, right - width(small, towns), top + line * 0.35);
            top += line * 0.6;
        } else {
            for (int i = 0; i < maps.size(); i++) {
                String side = String.valueOf((char) ('A' + i));
                text(
                        g,
                        style.bold(0.92),
                        style.colours().muted(),
                        side,
                        countRight(right, i) - width(style.bold(0.92), side),
                        top + line * 0.55);
            }
            top += line;
        }
        for (Row row : rows) {
            double middle = top + line / 2;
            double height = style.textSize() * 1.05;
            row.sign().paint(g, new Rectangle2D.Double(0.5, middle - height / 2, style.textSize() * 1.9, height));
            double base = middle + style.textSize() * 0.36;
            text(g, style.font(1), style.colours().text(), row.label(), textLeft(), base);
            for (int i = 0; i < row.counts().size(); i++) {
                String count = row.counts().get(i);
                text(
                        g,
                        style.font(1),
                        style.colours().muted(),
                        count,
                        countRight(right, i) - width(style.font(1), count),
                        base);
            }
            top += line;
        }
        g.dispose();
    }

    private double countRight(double right, int map) {
        return right - (maps.size() - 1 - map) * countWidth();
    }

    static double width(Font font, String text) {
        return font.createGlyphVector(CONTEXT, text).getLogicalBounds().getWidth();
    }

    static void text(Graphics2D g, Font font, Color colour, String text, double x, double y) {
        g.setFont(font);
        g.setColor(colour);
        g.drawString(text, (float) x, (float) y);
    }
}
