package org.zhenjie.gis.store;

import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;

/** Rings as files have them, made such that JTS takes them. */
public final class Rings {
    private static final int LEAST = 4;

    private Rings() {}

    /**
     * The ring closed, and of at least four points: one of fewer is kept as a ring without area, so that a check of the
     * layer shows it.
     *
     * @param vertices one or more
     */
    public static Coordinate[] closed(Coordinate[] vertices) {
        boolean open = !vertices[0].equals2D(vertices[vertices.length - 1]);
        int length = Math.max(LEAST, vertices.length + (open ? 1 : 0));
        Coordinate[] ring = Arrays.copyOf(vertices, length);
        for (int i = vertices.length; i < length; i++) {
            ring[i] = vertices[0].copy();
        }
        return ring;
    }
}
