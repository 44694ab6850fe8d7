package org.zhenjie.gis.crs;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.datum.Ellipsoid;
import org.geotools.referencing.CRS;
import org.geotools.referencing.operation.projection.TransverseMercator;
import org.geotools.referencing.wkt.Formattable;

/** The text of a {@code .prj} file, in the names that mapping tools agree on. */
public final class EsriWkt {
    private static final Pattern AUTHORITY = Pattern.compile(",\\s*AUTHORITY\\[[^]]*]");
    private static final Pattern AXIS = Pattern.compile(",\\s*AXIS\\[[^]]*]");

    /** Names of geographic systems: of the system, of the datum. */
    private record Names(String system, String datum) {}

    private static final Map<String, Names> GEOGRAPHIC = Map.of(
            "WGS 84", new Names("GCS_WGS_1984", "D_WGS_1984"),
            "China Geodetic Coordinate System 2000",
                    new Names("GCS_China_Geodetic_Coordinate_System_2000", "D_China_2000"),
            "Beijing 1954", new Names("GCS_Beijing_1954", "D_Beijing_1954"),
            "Xian 1980", new Names("GCS_Xian_1980", "D_Xian_1980"),
            "TWD97", new Names("GCS_TWD_1997", "D_TWD_1997"));

    private EsriWkt() {}

    /** The text for a system; for systems other than the common ones, plain WKT without codes and axes. */
    public static String of(CoordinateReferenceSystem crs) {
        if (crs instanceof GeographicCRS geographic && isCommon(geographic)) {
            return geographic(geographic);
        }
        if (crs instanceof ProjectedCRS projected
                && isCommon(projected.getBaseCRS())
                && isTransverseMercator(projected)) {
            return projected(projected, projected.getBaseCRS());
        }
        String wkt = crs instanceof Formattable formattable ? formattable.toWKT(0) : crs.toWKT();
        return AXIS.matcher(AUTHORITY.matcher(wkt).replaceAll("")).replaceAll("");
    }

    private static boolean isCommon(GeographicCRS crs) {
        return GEOGRAPHIC.containsKey(crs.getName().getCode());
    }

    private static boolean isTransverseMercator(ProjectedCRS crs) {
        return CRS.getMapProjection(crs) instanceof TransverseMercator && Crs.isMetric(crs);
    }

    private static String geographic(GeographicCRS crs) {
        Names names = GEOGRAPHIC.get(crs.getName().getCode());
        Ellipsoid ellipsoid = crs.getDatum().getEllipsoid();
        return "GEOGCS[\"" + names.system() + "\",DATUM[\"" + names.datum() + "\",SPHEROID[\""
                + ellipsoid.getName().getCode().replace(' ', '_') + "\"," + ellipsoid.getSemiMajorAxis() + ","
                + ellipsoid.getInverseFlattening() + "]],PRIMEM[\"Greenwich\",0.0],"
                + "UNIT[\"Degree\",0.0174532925199433]]";
    }

    private static String projected(ProjectedCRS crs, GeographicCRS base) {
        String name = name(crs.getName().getCode());
        String method = name.contains("_GK_") ? "Gauss_Kruger" : "Transverse_Mercator";
        return "PROJCS[\"" + name + "\"," + geographic(base) + ",PROJECTION[\"" + method + "\"],"
                + parameter(crs, "False_Easting") + parameter(crs, "False_Northing")
                + parameter(crs, "Central_Meridian") + parameter(crs, "Scale_Factor")
                + parameter(crs, "Latitude_Of_Origin") + "UNIT[\"Meter\",1.0]]";
    }

    /** E.g. 'CGCS2000 / 3-degree Gauss-Kruger CM 114E' becomes 'CGCS2000_3_Degree_GK_CM_114E'. */
    private static String name(String epsg) {
        return epsg.replace("WGS 84", "WGS_1984")
                .replace("TWD97", "TWD_1997")
                .replace("TM2 zone 121", "TM_Taiwan")
                .replace("TM2 zone 119", "TM_Penghu")
                .replace("3-degree", "3_Degree")
                .replace("Gauss-Kruger", "GK")
                .replace("UTM zone", "UTM_Zone")
                .replaceAll("GK zone (\\d)", "GK_Zone_$1")
                .replaceAll("[^A-Za-z0-9]+", "_");
    }

    private static String parameter(ProjectedCRS crs, String name) {
        double value = CRS.getMapProjection(crs)
                .getParameterValues()
                .parameter(name.toLowerCase(Locale.ROOT))
                .doubleValue();
        return "PARAMETER[\"" + name + "\"," + value + "],";
    }
}
