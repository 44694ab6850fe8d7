package org.zhenjie.ui.map;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.zhenjie.scenarios.map.Viewport;

/** Where all linked maps look: one centre and one scale, whatever the size of each. */
public final class SharedView {

    private static final int MARGIN = 14;
    private static final double CLOSEST_METRES_PER_PIXEL = 0.05;

    /** A place that is looked at is seen with so much around it, metres. */
    private static final double LEAST_AROUND = 60;

    private final List<Runnable> listeners = new ArrayList<>();
    private Envelope world = new Envelope();
    private Viewport view = new Viewport(0, 0, 1, 1, 1);
    private boolean fitted = true;

    /** Hears of each move. */
    public void onMove(Runnable listener) {
        listeners.add(listener);
    }

    /** Forgets all listeners: for a window that is built anew. */
    public void forgetListeners() {
        listeners.clear();
    }

    /** The viewport of a map of some size. */
    public Viewport at(int width, int height) {
        return view.resized(width, height);
    }

    /** Another world to look at, shown whole. */
    public void show(Envelope newWorld) {
        world = new Envelope(newWorld);
        fitted = true;
        refit(view.width(), view.height());
    }

    /** A map has a new size: a world that was shown whole stays so. */
    public void resized(int width, int height) {
        if (fitted) {
            refit(width, height);
        } else {
            move(view.resized(width, height));
        }
    }

    /** Shows the whole world again. */
    public void fit() {
        fitted = true;
        refit(view.width(), view.height());
    }

    /** Looks at a place, with as much around it as it is wide. */
    public void look(Envelope place) {
        Envelope around = new Envelope(place);
        around.expandBy(Math.max(LEAST_AROUND, Math.max(place.getWidth(), place.getHeight()) / 2));
        fitted = false;
        move(Viewport.fit(around, view.width(), view.height(), MARGIN));
    }

    private void refit(int width, int height) {
        move(Viewport.fit(world, width, height, MARGIN));
    }

    /** Moves the picture by so many pixels. */
    public void pan(double dx, double dy) {
        fitted = false;
        move(view.pan(dx, dy));
    }

    /** Zooms with what is under a point of a map of some size staying there. */
    public void zoomAt(Viewport map, double x, double y, double factor) {
        double whole = Viewport.fit(world, map.width(), map.height(), 0).metresPerPixel();
        double wanted = map.metresPerPixel() / factor;
        double bounded = Math.max(CLOSEST_METRES_PER_PIXEL, Math.min(whole * 4, wanted));
        if (bounded != map.metresPerPixel()) {
            fitted = false;
            move(map.zoomAt(x, y, map.metresPerPixel() / bounded));
        }
    }

    private void move(Viewport to) {
        if (!to.equals(view)) {
            view = to;
            listeners.forEach(Runnable::run);
        }
    }
}
