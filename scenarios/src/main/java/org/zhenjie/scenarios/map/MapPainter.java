package org.zhenjie.scenarios.map;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.TexturePaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.zhenjie.scenarios.map.MapGround.Layer;
import org.zhenjie.scenarios.map.MapGround.PointMark;

/**
 * Draws a thematic map into the rectangle of its viewport: areas, borders, zones, service points, labels and scale bar.
 * The same map, viewport and style give the same picture. Holds nothing between calls; any thread may draw.
 */
public final class MapPainter {

    private final Graphics2D g;
    private final ThematicMap map;
    private final MapGround ground;
    private final Viewport viewport;
    private final MapStyle style;
    private final AffineTransform toScreen;
    private final List<Integer> visible;

    private MapPainter(Graphics2D g, ThematicMap map, Viewport viewport, MapStyle style) {
        this.g = g;
        this.map = map;
        this.ground = map.ground();
        this.viewport = viewport;
        this.style = style;
        this.toScreen = viewport.toScreen();
        this.visible = ground.townsIn(viewport.world());
    }

    /** Draws the map at the origin of the graphics, on the page's colour. */
    public static void paint(Graphics2D graphics, ThematicMap map, Viewport viewport, MapStyle style) {
        paint(graphics, map, viewport, style, Optional.empty());
    }

    /** As {@link #paint(Graphics2D, ThematicMap, Viewport, MapStyle)}, with a town marked, under the names. */
    public static void paint(
            Graphics2D graphics, ThematicMap map, Viewport viewport, MapStyle style, Optional<Mark> mark) {
        Graphics2D g = (Graphics2D) graphics.create();
        try {
            g.clipRect(0, 0, viewport.width(), viewport.height());
            smooth(g);
            new MapPainter(g, map, viewport, style).paint(mark);
        } finally {
            g.dispose();
        }
    }

    /**
     * The outline of a town on the screen, for marking it; empty where the town is not on the map. Answers at once, with every vertex: a
     * simpler one might have to be made first, together with those of all other towns.
     */
    public static Shape outline(ThematicMap map, String town, Viewport viewport) {
        return map.ground()
                .town(town)
                .map(shape -> viewport.toScreen().createTransformedShape(MapGround.toPath(shape.boundary())))
                .orElseGet(Path2D.Double::new);
    }

    static void smooth(Graphics2D g) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    }

    /** A town that is marked by a thick outline. */
    public record Mark(String town, Color colour) {}

    private void paint(Optional<Mark> mark) {
        g.setColor(style.colours().page());
        g.fillRect(0, 0, viewport.width(), viewport.height());
        fillTowns();
        if (style.shows(MapStyle.Layer.ZONES)) {
            hatchZones();
        }
        strokeTowns();
        if (style.shows(MapStyle.Layer.COUNTIES)) {
            strokeCounties();
        }
        if (style.shows(MapStyle.Layer.GROUPS)) {
            strokeGroups();
        }
        if (style.shows(MapStyle.Layer.POINTS)) {
            markPoints();
        }
        if (style.shows(MapStyle.Layer.FINDINGS)) {
            markFindings();
        }
        mark.ifPresent(this::mark);
        Optional<ScaleBar> bar =
                style.shows(MapStyle.Layer.SCALE_BAR) ? Optional.of(ScaleBar.of(viewport, style)) : Optional.empty();
        if (style.shows(MapStyle.Layer.LABELS)) {
            new LabelPainter(g, map, viewport, style, bar.map(ScaleBar::bounds)).paint(visible);
        }
        bar.ifPresent(shown -> shown.paint(g, style));
    }

    private void mark(Mark mark) {
        Shape outline = outline(map, mark.town(), viewport);
        g.setColor(Color.WHITE);
        g.setStroke(stroke(0.45));
        g.draw(outline);
        g.setColor(mark.colour());
        g.setStroke(stroke(0.25));
        g.draw(outline);
    }

    private void fillTowns() {
        List<Color> colours = map.classification().colours();
        for (int position : visible) {
            var value = map.value(ground.towns().get(position).code());
            g.setColor(
                    value.isPresent()
                            ? colours.get(map.classification().classOf(value.getAsDouble()))
                            : style.colours().noData());
            g.fill(screen(Layer.TOWN, position));
        }
    }

    private void strokeTowns() {
        g.setColor(style.colours().townBorder());
        g.setStroke(stroke(0.07));
        visible.forEach(position -> g.draw(screen(Layer.TOWN, position)));
    }

    private void strokeCounties() {
        g.setColor(style.colours().countyBorder());
        g.setStroke(stroke(0.14));
        for (int i = 0; i < ground.counties().size(); i++) {
            g.draw(screen(Layer.COUNTY, i));
        }
    }

    private void strokeGroups() {
        for (int i = 0; i < ground.groups().size(); i++) {
            paintGroup(g, screen(Layer.GROUP, i), style);
        }
    }

    /** Draws the outline of a group of towns, or a stretch of one: dark dashes on white, unlike every other line. */
    static void paintGroup(Graphics2D g, Shape outline, MapStyle style) {
        float width = Math.max(1.2f, style.textSize() * 0.17f);
        g.setColor(Color.WHITE);
        g.setStroke(new BasicStroke(width * 1.9f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        g.draw(outline);
        g.setColor(style.colours().point());
        float[] dashes = {width * 3.2f, width * 1.6f};
        g.setStroke(new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0));
        g.draw(outline);
    }

    private void hatchZones() {
        for (int i = 0; i < ground.zones().size(); i++) {
            Shape shape = screen(Layer.ZONE, i);
            g.setPaint(hatch(style));
            g.fill(shape);
            g.setColor(style.colours().zone());
            g.setStroke(stroke(0.17));
            g.draw(shape);
        }
    }

    /** Slanted lines in the zone's colour on nothing. */
    static TexturePaint hatch(MapStyle style) {
        int size = Math.max(6, Math.round(style.textSize() * 0.7f));
        BufferedImage tile = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = tile.createGraphics();
        smooth(pen);
        Color zone = style.colours().zone();
        pen.setColor(new Color(zone.getRed(), zone.getGreen(), zone.getBlue(), 120));
        pen.setStroke(new BasicStroke(Math.max(1f, style.textSize() * 0.08f)));
        for (int shift = -size; shift <= size; shift += size) {
            pen.drawLine(shift, size, shift + size, 0);
        }
        pen.dispose();
        return new TexturePaint(tile, new Rectangle2D.Double(0, 0, size, size));
    }

    private void markPoints() {
        for (PointMark point : ground.points()) {
            Point2D at = viewport.toScreen(point.at());
            if (at.getX() >= -20 && at.getY() >= -20 && at.getX() <= viewport.width() + 20.0) {
                paintMark(g, point.kind(), at.getX(), at.getY(), style);
            }
        }
    }

    /** Draws the mark of a kind of service point around a point: its shape, not its colour, tells the kind. */
    public static void paintMark(Graphics2D g, int kind, double x, double y, MapStyle style) {
        Shape mark = mark(kind, x, y, style.textSize() * 0.25);
        g.setColor(Color.WHITE);
        g.setStroke(new BasicStroke(style.textSize() * 0.16f));
        g.draw(mark);
        g.setColor(style.colours().point());
        g.fill(mark);
    }

    private static Shape mark(int kind, double x, double y, double r) {
        return switch (kind % 4) {
            case 0 -> new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
            case 1 -> new Rectangle2D.Double(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8);
            case 2 -> polygon(x, y - r * 1.2, x + r * 1.15, y + r * 0.85, x - r * 1.15, y + r * 0.85);
            default -> polygon(x, y - r * 1.25, x + r * 1.25, y, x, y + r * 1.25, x - r * 1.25, y);
        };
    }

    private static Shape polygon(double... xy) {
        Path2D path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) {
            path.lineTo(xy[i], xy[i + 1]);
        }
        path.closePath();
        return path;
    }

    private void markFindings() {
        Envelope world = viewport.world();
        world.expandBy(style.textSize() * viewport.metresPerPixel());
        ground.findings().stream()
                .filter(place -> place.getEnvelopeInternal().intersects(world))
                .forEach(place -> paintFinding(g, place, viewport, style));
    }

    /** Draws the place of a finding, with a ring around it where it would be too small to be seen. */
    public static void paintFinding(Graphics2D g, Geometry place, Viewport viewport, MapStyle style) {
        Shape shape = viewport.toScreen().createTransformedShape(MapGround.toPath(place));
        Color colour = style.colours().finding();
        if (place.getDimension() == 2) {
            g.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 130));
            g.fill(shape);
        }
        outline(g, shape, colour, style);
        Envelope box = place.getEnvelopeInternal();
        double seen = Math.max(box.getWidth(), box.getHeight()) / viewport.metresPerPixel();
        if (seen < style.textSize()) {
            Point2D at = viewport.toScreen(box.centre());
            paintFindingMark(g, at.getX(), at.getY(), style);
        }
    }

    /** Draws the ring that stands for a small finding. */
    public static void paintFindingMark(Graphics2D g, double x, double y, MapStyle style) {
        double r = style.textSize() * 0.45;
        outline(
                g,
                new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r),
                style.colours().finding(),
                style);
    }

    private static void outline(Graphics2D g, Shape shape, Color colour, MapStyle style) {
        double width = Math.max(1.6, style.textSize() * 0.15);
        List<Color> colours = List.of(Color.WHITE, Color.BLACK, colour);
        List<Double> widths = List.of(width * 2.6, width * 1.8, width);
        for (int i = 0; i < colours.size(); i++) {
            g.setColor(colours.get(i));
            g.setStroke(new BasicStroke(widths.get(i).floatValue(), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g.draw(shape);
        }
    }

    private Shape screen(Layer layer, int position) {
        return toScreen.createTransformedShape(ground.path(layer, position, viewport.metresPerPixel()));
    }

    private BasicStroke stroke(double share) {
        return new BasicStroke(
                Math.max(0.5f, (float) (style.textSize() * share)), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }
}
