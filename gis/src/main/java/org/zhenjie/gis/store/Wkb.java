package org.zhenjie.gis.store;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** Geometries in well-known binary, in its plain and its extended form. */
public final class Wkb {
    private Wkb() {}

    /**
     * The geometry.
     *
     * @throws ParseException if the bytes are none, or hold coordinates that are no numbers
     */
    public static Geometry parse(byte[] wkb, GeometryFactory factory) throws ParseException {
        try {
            Geometry geometry = new WKBReader(factory).read(wkb);
            checkFinite(geometry);
            return geometry;
        } catch (IllegalArgumentException e) {
            // rings that are not closed
            throw new ParseException(e.getMessage());
        } catch (StackOverflowError e) {
            throw new ParseException("collections nested too deeply");
        }
    }

    private static void checkFinite(Geometry geometry) throws ParseException {
        for (Coordinate coordinate : geometry.getCoordinates()) {
            if (!Double.isFinite(coordinate.x) || !Double.isFinite(coordinate.y)) {
                throw new ParseException("coordinate " + coordinate.x + " " + coordinate.y);
            }
        }
    }
}
