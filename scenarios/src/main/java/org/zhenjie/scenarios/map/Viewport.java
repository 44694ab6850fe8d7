package org.zhenjie.scenarios.map;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * Which part of the world is on the screen. The world is in metres, y to the north; the screen in pixels, y down.
 *
 * @param centreX world x in the middle of the screen
 * @param centreY world y in the middle of the screen
 * @param metresPerPixel scale, above 0
 * @param width screen width, pixels, 1 or more
 * @param height screen height, pixels, 1 or more
 */
public record Viewport(double centreX, double centreY, double metresPerPixel, int width, int height) {

    /** A viewport that shows all of a world rectangle with a margin of so many pixels. */
    public static Viewport fit(Envelope world, int width, int height, int margin) {
        int w = Math.max(1, width);
        int h = Math.max(1, height);
        double scale = Math.max(
                world.getWidth() / Math.max(1, w - 2 * margin), world.getHeight() / Math.max(1, h - 2 * margin));
        double x = world.isNull() ? 0 : world.centre().x;
        double y = world.isNull() ? 0 : world.centre().y;
        return new Viewport(x, y, scale > 0 ? scale : 1, w, h);
    }

    /** World to screen. */
    public AffineTransform toScreen() {
        AffineTransform transform = new AffineTransform();
        transform.translate(width / 2.0, height / 2.0);
        transform.scale(1 / metresPerPixel, -1 / metresPerPixel);
        transform.translate(-centreX, -centreY);
        return transform;
    }

    /** The world coordinate under a screen point. */
    public Coordinate toWorld(double x, double y) {
        return new Coordinate(
                centreX + (x - width / 2.0) * metresPerPixel, centreY - (y - height / 2.0) * metresPerPixel);
    }

    /** The screen point of a world coordinate. */
    public Point2D toScreen(Coordinate world) {
        return new Point2D.Double(
                width / 2.0 + (world.x - centreX) / metresPerPixel,
                height / 2.0 - (world.y - centreY) / metresPerPixel);
    }

    /** The world rectangle on the screen. */
    public Envelope world() {
        return new Envelope(toWorld(0, 0), toWorld(width, height));
    }

    /** The picture moved by so many pixels, to the right and down. */
    public Viewport pan(double dx, double dy) {
        return new Viewport(
                centreX - dx * metresPerPixel, centreY + dy * metresPerPixel, metresPerPixel, width, height);
    }

    /** Zoomed in ({@code factor} above 1) or out, with what is under a screen point staying there. */
    public Viewport zoomAt(double x, double y, double factor) {
        Coordinate fixed = toWorld(x, y);
        double scale = metresPerPixel / factor;
        return new Viewport(
                fixed.x - (x - width / 2.0) * scale, fixed.y + (y - height / 2.0) * scale, scale, width, height);
    }

    /** The same centre and scale on a screen of another size. */
    public Viewport resized(int newWidth, int newHeight) {
        return new Viewport(centreX, centreY, metresPerPixel, Math.max(1, newWidth), Math.max(1, newHeight));
    }

    /** The same scale around another centre. */
    public Viewport centredOn(Coordinate centre) {
        return new Viewport(centre.x, centre.y, metresPerPixel, width, height);
    }

    /** The same with the scale held between two limits, in metres per pixel. */
    public Viewport within(double finest, double coarsest) {
        double scale = Math.max(finest, Math.min(coarsest, metresPerPixel));
        return new Viewport(centreX, centreY, scale, width, height);
    }
}
