package org.zhenjie.ui.mark;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import javax.swing.Icon;

/**
 * A closed padlock: people hold a town to something here.
 *
 * @param colour of the lock
 * @param ground colour of the disc behind it, where it needs one
 */
public record Lock(Color colour, java.util.Optional<Color> ground) implements Icon {
    private static final int SIZE = 11;

    @Override
    public void paintIcon(Component owner, Graphics graphics, int x, int y) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.translate(x, y);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        ground.ifPresent(behind -> {
            g.setColor(behind);
            g.fillOval(-3, -3, SIZE + 6, SIZE + 6);
        });
        g.setColor(colour);
        g.fill(new RoundRectangle2D.Double(1, 5, 9, 6, 2, 2));
        g.setStroke(new BasicStroke(1.5f));
        g.draw(new Arc2D.Double(3, 1, 5, 6, 0, 180, Arc2D.OPEN));
        g.draw(new Line2D.Double(3, 4, 3, 5.5));
        g.draw(new Line2D.Double(8, 4, 8, 5.5));
        g.dispose();
    }

    @Override
    public int getIconWidth() {
        return SIZE;
    }

    @Override
    public int getIconHeight() {
        return SIZE;
    }
}
