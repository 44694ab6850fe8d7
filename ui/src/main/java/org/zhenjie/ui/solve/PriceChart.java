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
import java.util.stream.Stream;
import javax.swing.JComponent;
import javax.swing.UIManager;
import org.zhenjie.scenarios.session.Price;
import org.zhenjie.ui.workspace.SolveView.Point;

/** The best price over time as falling steps: the worst part of the price that changed while the solve ran. */
final class PriceChart extends JComponent {

    private transient List<Point> points = List.of();
    private Part part = Part.COST;

    PriceChart() {
        setName("solve.chart");
        setPreferredSize(new Dimension(200, 64));
    }

    /** The parts of a price, worst first. */
    enum Part {
        BROKEN(Price::broken),
        SHORTFALL(Price::shortfall),
        COST(Price::cost);

        private final ToLongFunction<Price> figure;

        Part(ToLongFunction<Price> figure) {
            this.figure = figure;
        }

        private long of(Point point) {
            return figure.applyAsLong(point.price());
        }
    }

    /** Shows a history and says which part of the price it is drawn by. */
    Part show(List<Point> history) {
        part = Stream.of(Part.values())
                .filter(one -> history.stream().mapToLong(one::of).distinct().count() > 1)
                .findFirst()
                .orElse(Part.COST);
        points = history;
        repaint();
        return part;
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
        if (!points.isEmpty()) {
            paint(g, points, w, h);
        }
        g.dispose();
    }

    private void paint(Graphics2D g, List<Point> shown, int w, int h) {
        double most = shown.stream().mapToLong(part::of).max().orElse(1);
        double least = shown.stream().mapToLong(part::of).min().orElse(0);
        double span = Math.max(1, most - least);
        double start = shown.get(0).elapsedMillis();
        double time = Math.max(1, shown.get(shown.size() - 1).elapsedMillis() - start);
        Path2D line = new Path2D.Double();
        double y = 0;
        for (int i = 0; i < shown.size(); i++) {
            double x = (shown.get(i).elapsedMillis() - start) / time * (w - 8) + 2;
            double next = 5 + ((part.of(shown.get(i)) - least) / span) * (h - 12);
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
