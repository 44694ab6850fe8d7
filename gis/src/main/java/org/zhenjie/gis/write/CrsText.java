package org.zhenjie.gis.write;

import java.util.OptionalInt;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.referencing.wkt.Formattable;
import org.zhenjie.gis.crs.Crs;

/** Coordinate reference systems as files name and describe them. */
final class CrsText {
    private static final String EPSG = "EPSG:";

    private CrsText() {}

    /** The number of an EPSG code; empty for a system that has none. */
    static OptionalInt epsg(Crs.Described crs) {
        String code = Crs.normalised(crs.code());
        return code.matches(EPSG + "\\d{1,9}")
                ? OptionalInt.of(Integer.parseInt(code.substring(EPSG.length())))
                : OptionalInt.empty();
    }

    /** The description as OGC WKT on one line. */
    static String wkt(CoordinateReferenceSystem crs) {
        return crs instanceof Formattable formattable ? formattable.toWKT(0) : crs.toWKT();
    }
}
