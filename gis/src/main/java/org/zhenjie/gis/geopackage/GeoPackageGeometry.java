package org.zhenjie.gis.geopackage;

import java.util.Arrays;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.zhenjie.gis.store.Wkb;

/** The binary form of geometries in a GeoPackage: a header of its own, then WKB. */
final class GeoPackageGeometry {
    private static final int FIXED_HEADER = 8;
    /** Bytes of the envelope by its code in the flags. */
    private static final int[] ENVELOPE = {0, 32, 48, 48, 64};

    private GeoPackageGeometry() {}

    /** The geometry; null for null. */
    static Geometry parse(byte[] blob, GeometryFactory factory) throws ParseException {
        if (blob == null) {
            return null;
        }
        if (blob.length < FIXED_HEADER || blob[0] != 'G' || blob[1] != 'P') {
            throw new ParseException("no GeoPackage header");
        }
        int envelope = blob[3] >> 1 & 7;
        if (envelope >= ENVELOPE.length || blob.length < FIXED_HEADER + ENVELOPE[envelope]) {
            throw new ParseException("envelope code " + envelope);
        }
        byte[] wkb = Arrays.copyOfRange(blob, FIXED_HEADER + ENVELOPE[envelope], blob.length);
        return Wkb.parse(wkb, factory);
    }
}
