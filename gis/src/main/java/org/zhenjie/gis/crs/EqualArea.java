package org.zhenjie.gis.crs;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import java.util.Locale;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.referencing.CRS;
import org.geotools.referencing.wkt.Formattable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;

/**
 * A system in metres in which areas are those on the ellipsoid, wherever data lie and however far they reach: Lambert's
 * azimuthal equal-area projection around their middle, on their own datum, so that no datum shift is needed. Lengths are
 * right to 1 in 1,000 within 550 km of the middle and to 1 in 100 within 1,700 km.
 */
public final class EqualArea {
    private EqualArea() {}

    /**
     * The equal-area system for data.
     *
     * @param crs of the data, geographic or projected
     * @param bounds extent of the data, in their own system
     * @throws InputException if the system is neither, or the extent has no place in degrees
     */
    public static CoordinateReferenceSystem around(CoordinateReferenceSystem crs, Envelope bounds) {
        GeographicCRS base = base(crs);
        Coordinate middle = Crs.between(crs, base).apply(bounds).centre();
        String wkt = String.format(
                Locale.ROOT,
                "PROJCS[\"equal area\", %s, PROJECTION[\"Lambert_Azimuthal_Equal_Area\"],"
                        + " PARAMETER[\"latitude_of_center\", %.6f], PARAMETER[\"longitude_of_center\", %.6f],"
                        + " PARAMETER[\"false_easting\", 0], PARAMETER[\"false_northing\", 0], UNIT[\"m\", 1.0]]",
                base instanceof Formattable formattable ? formattable.toWKT(0) : base.toWKT(),
                middle.y,
                // data may count on beyond 180°
                Math.IEEEremainder(middle.x, 360));
        try {
            return CRS.parseWKT(wkt);
        } catch (FactoryException | RuntimeException e) {
            throw new InputException(
                    Problem.error(BUNDLE, "crs.wkt", Where.nowhere().value(Crs.name(crs))), e);
        }
    }

    /** The geographic system under a system, longitude before latitude. */
    public static GeographicCRS base(CoordinateReferenceSystem crs) {
        if (crs instanceof ProjectedCRS projected) {
            return projected.getBaseCRS();
        }
        if (crs instanceof GeographicCRS geographic) {
            return geographic;
        }
        throw new InputException(
                Problem.error(BUNDLE, "crs.wkt", Where.nowhere().value(Crs.name(crs))));
    }
}
