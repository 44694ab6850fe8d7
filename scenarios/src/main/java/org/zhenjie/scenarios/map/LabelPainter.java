package org.zhenjie.scenarios.map;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.zhenjie.gis.derive.LabelPoint;

/**
 * Town names, each inside its town where it fits and never over another name: the roomiest towns first, each at the middle of
 * its largest circle or a little above or below; a name that finds no place is left out.
 */
final class LabelPainter {

    /** How far a label may reach beyond its town's largest circle, as a multiple of the circle's radius. */
    private static final double REACH = 2.3;

    /** A name that does not fit at full size is tried at this share of it. */
    private static final double SMALLER = 0.82;

    private final Graphics2D g;
    private final ThematicMap map;
    private final Viewport viewport;
    private final MapStyle style;
    private final List<Rectangle2D> taken = new ArrayList<>();

    /** @param free what stays free of names */
    LabelPainter(Graphics2D g, ThematicMap map, Viewport viewport, MapStyle style, Optional<Rectangle2D> free) {
        this.g = g;
        this.map = map;
        this.viewport = viewport;
        this.style = style;
        free.ifPresent(taken::add);
    }

    void paint(List<Integer> towns) {
        MapGround ground = map.ground();
        List<Integer> roomiestFirst = new ArrayList<>(towns);
        roomiestFirst.sort(
                Comparator.comparingDouble((Integer town) -> -ground.label(town).radius())
                        .thenComparing(Comparator.naturalOrder()));
        Font font = style.font(1);
        Font smaller = style.font(SMALLER);
        FontRenderContext context = new FontRenderContext(null, true, true);
        for (int town : roomiestFirst) {
            LabelPoint place = ground.label(town);
            double room = place.radius() / viewport.metresPerPixel();
            if (room * REACH * 2 < style.textSize()) {
                return; // the towns that follow are smaller still
            }
            String name = style.fonts().displayName(ground.towns().get(town).name(), style.locale());
            Point2D at = viewport.toScreen(place.at());
            if (!place(font.createGlyphVector(context, name), at, room)) {
                place(smaller.createGlyphVector(context, name), at, room);
            }
        }
    }

    private boolean place(GlyphVector text, Point2D at, double room) {
        Rectangle2D bounds = text.getVisualBounds();
        if (bounds.getWidth() / 2 > room * REACH) {
            return false;
        }
        for (double shift : new double[] {0, -0.6, 0.6, -1.2, 1.2}) {
            double x = at.getX() - bounds.getCenterX();
            double y = at.getY() - bounds.getCenterY() + shift * style.textSize();
            double margin = style.textSize() * 0.2;
            Rectangle2D box = new Rectangle2D.Double(
                    x + bounds.getX() - margin,
                    y + bounds.getY() - margin,
                    bounds.getWidth() + 2 * margin,
                    bounds.getHeight() + 2 * margin);
            if (isFree(box)) {
                taken.add(box);
                paint(text.getOutline((float) x, (float) y));
                return true;
            }
        }
        return false;
    }

    private boolean isFree(Rectangle2D box) {
        return box.getMinX() >= 0
                && box.getMinY() >= 0
                && box.getMaxX() <= viewport.width()
                && box.getMaxY() <= viewport.height()
                && taken.stream().noneMatch(box::intersects);
    }

    private void paint(Shape letters) {
        g.setColor(style.colours().halo());
        g.setStroke(new BasicStroke(style.textSize() * 0.25f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(letters);
        g.setColor(style.colours().label());
        g.fill(letters);
    }
}
