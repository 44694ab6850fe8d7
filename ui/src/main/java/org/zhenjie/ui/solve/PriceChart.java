package org.zhenjie.ui.solve;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.function.ToLongFunction;
import javax.swing.JComponent;
import javax.swing.UIManager;
import org.zhenjie.scenarios.session.Price;
import org.zhenjie.ui.workspace.SolveView.Point;

/**
 * The best price over time as falling steps. It shows the worst part of the price that still changed: broken rules before
 * shortfall before cost.
 */
final class PriceChart extends JComponent {

    private transient List<Point> points = List.of();

    PriceChart() {
        setName("solve.chart");
        setPreferredSize(new Dimension(200, 64));
    }

    void show(List<Point> newPoints) {
        points = newPoints;
        repaint();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        int w = getWidth();
        int h = getHeight();
        g.setColor(UIManager.getColor("Separator.foreground"));
        g.drawLine(0, h - 1, w, h - 1);
        List<Point> shown = sameWorstPart();
        if (!shown.isEmpty()) {
            paint(g, shown, w, h);
        }
        g.dispose();
    }

    /** The points since the last that was worse in a part above the cost. */
    private List<Point> sameWorstPart() {
        if (points.isEmpty()) {
            return points;
        }
        Price last = points.get(points.size() - 1).price();
        int from = points.size();
        while (from > 0
                && points.get(from - 1).price().broken() == last.broken()
                && points.get(from - 1).price().shortfall() == last.shortfall()) {
            from--;
        }
        return points.subList(from, points.size());
    }

    private static void paint(Graphics2D g, List<Point> shown, int w, int h) {
        ToLongFunction<Point> figure = point -> point.price().cost();
        double most = shown.stream().mapToLong(figure).max().orElse(1);
        double least = shown.stream().mapToLong(figure).min().orElse(0);
        double span = Math.max(1, most - least);
        double start = shown.get(0).elapsedMillis();
        double time = Math.max(1, shown.get(shown.size() - 1).elapsedMillis() - start);
        Path2D line = new Path2D.Double();
        double y = 0;
        for (int i = 0; i < shown.size(); i++) {
            double x = (shown.get(i).elapsedMillis() - start) / time * (w - 8) + 2;
            double next = 5 + ((figure.applyAsLong(shown.get(i)) - least) / span) * (h - 12);
            if (i == 0) {
                line.moveTo(x, h - next);
            } else {
                line.lineTo(x, h - y);
                line.lineTo(x, h - next);
            }
            y = next;
        }
        line.lineTo(w - 2.0, h - y);
        Color accent = UIManager.getColor("Component.accentColor");
        Path2D area = new Path2D.Double(line);
        area.lineTo(w - 2.0, h - 1.0);
        area.lineTo(2, h - 1.0);
        area.closePath();
        g.setColor(new Color(accent.getRed(), accent.getGreen(), accent.getBlue(), 36));
        g.fill(area);
        g.setColor(accent);
        g.setStroke(new BasicStroke(1.6f));
        g.draw(line);
    }
}
