package org.zhenjie.scenarios.map;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.text.NumberFormat;

/**
 * A scale bar of a round length (1, 2 or 5 times a power of ten metres) at the lower left.
 *
 * @param bar its line
 * @param words its length, above the line
 */
record ScaleBar(Shape bar, Shape words) {

    /** The greatest round length that is not longer than so many metres. */
    static double roundLength(double metres) {
        double power = Math.pow(10, Math.floor(Math.log10(metres)));
        double lead = metres / power;
        return (lead >= 5 ? 5 : lead >= 2 ? 2 : 1) * power;
    }

    static ScaleBar of(Viewport viewport, MapStyle style) {
        double length =
                roundLength(Math.min(viewport.width() * 0.25, style.textSize() * 14) * viewport.metresPerPixel());
        double pixels = length / viewport.metresPerPixel();
        double left = style.textSize();
        double base = viewport.height() - style.textSize();
        double tick = style.textSize() * 0.4;
        Path2D bar = new Path2D.Double();
        bar.moveTo(left, base - tick);
        bar.lineTo(left, base);
        bar.lineTo(left + pixels, base);
        bar.lineTo(left + pixels, base - tick);
        NumberFormat number = NumberFormat.getNumberInstance(style.locale());
        String text = length >= 1000
                ? style.text("scale.km", number.format(length / 1000))
                : style.text("scale.m", number.format(length));
        GlyphVector letters = style.font(0.92).createGlyphVector(new FontRenderContext(null, true, true), text);
        double x = left + (pixels - letters.getLogicalBounds().getWidth()) / 2;
        return new ScaleBar(
                bar, letters.getOutline((float) Math.max(left, x), (float) (base - style.textSize() * 0.45)));
    }

    /** The rectangle around it. */
    Rectangle2D bounds() {
        return bar.getBounds2D().createUnion(words.getBounds2D());
    }

    void paint(Graphics2D g, MapStyle style) {
        g.setColor(style.colours().page());
        g.setStroke(new BasicStroke(style.textSize() * 0.3f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(bar);
        g.draw(words);
        g.setColor(style.colours().text());
        g.setStroke(new BasicStroke(Math.max(1f, style.textSize() * 0.11f)));
        g.draw(bar);
        g.fill(words);
    }
}
