package org.zhenjie.ui.solve;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.UIManager;
import org.zhenjie.scenarios.map.Classification;
import org.zhenjie.scenarios.map.IndicatorScale;
import org.zhenjie.scenarios.session.Snapshot.Level;

/**
 * A bar for each town as high as its staffing ratio, in the map's colours, with a line at 100 %. Where there are more towns than pixels,
 * each bar is that of the worst staffed of its towns.
 */
final class LevelBars extends JComponent {

    private static final double LEAST_TOP = 1.25;

    private transient List<Level> levels = List.of();

    LevelBars() {
        setName("solve.levels");
        setPreferredSize(new Dimension(200, 84));
    }

    void show(List<Level> newLevels) {
        levels = newLevels;
        repaint();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        if (levels.isEmpty()) {
            return;
        }
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        double top = Math.min(
                2,
                Math.max(
                        LEAST_TOP,
                        levels.stream().mapToDouble(Level::ratio).max().orElse(1) * 1.05));
        Classification classes = IndicatorScale.staffingRatio();
        List<Color> colours = classes.colours();
        double[] bars = worst(levels.stream().mapToDouble(Level::ratio).toArray(), getWidth());
        double each = (double) getWidth() / bars.length;
        double gap = each > 3 ? 1 : 0;
        Color edge = new Color(128, 128, 128, 110);
        g.setStroke(new BasicStroke(0.6f));
        for (int i = 0; i < bars.length; i++) {
            double ratio = bars[i];
            double height = Math.min(1, ratio / top) * (getHeight() - 2);
            g.setColor(colours.get(classes.classOf(ratio)));
            Rectangle2D bar = new Rectangle2D.Double(i * each, getHeight() - height, Math.max(0.6, each - gap), height);
            g.fill(bar);
            if (gap > 0) {
                g.setColor(edge);
                g.draw(bar);
            }
        }
        double hundred = getHeight() - (getHeight() - 2) / top;
        g.setColor(UIManager.getColor("Zhenjie.muted"));
        g.setStroke(new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {4, 3}, 0));
        g.draw(new Line2D.Double(0, hundred, getWidth(), hundred));
        g.dispose();
    }

    /** At most so many figures, each the least of those that it stands for. */
    static double[] worst(double[] figures, int most) {
        if (figures.length <= most) {
            return figures;
        }
        double[] least = new double[most];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        for (int i = 0; i < figures.length; i++) {
            int bar = (int) ((long) i * most / figures.length);
            least[bar] = Math.min(least[bar], figures[i]);
        }
        return least;
    }
}
