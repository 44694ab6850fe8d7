package org.zhenjie.gis.crs;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.datum.Ellipsoid;
import org.geotools.referencing.CRS;
import org.zhenjie.gis.problem.InputException;

/**
 * EPSG codes of systems that came as text. Mapping tools name them in their own way: a name that is known gives a
 * candidate, which counts only where ellipsoid and projection are equal too; else GeoTools looks for an equal one.
 */
final class WktCodes {
    private static final Map<String, String> BY_NAME = Map.of(
            "GCS_WGS_1984", "EPSG:4326",
            "GCS_China_Geodetic_Coordinate_System_2000", "EPSG:4490",
            "GCS_Beijing_1954", "EPSG:4214",
            "GCS_Xian_1980", "EPSG:4610",
            "GCS_TWD_1997", "EPSG:3824",
            "TWD_1997_TM_Taiwan", "EPSG:3826",
            "TWD_1997_TM_Penghu", "EPSG:3825",
            "WGS_1984_Web_Mercator_Auxiliary_Sphere", "EPSG:3857");

    /** Names that hold a number, and how the code counts on from it. */
    private record Series(Pattern name, int firstCode, int firstNumber, int step) {
        Optional<String> code(String text) {
            Matcher matcher = name.matcher(text);
            return matcher.matches()
                    ? Optional.of("EPSG:" + (firstCode + (Integer.parseInt(matcher.group(1)) - firstNumber) / step))
                    : Optional.empty();
        }
    }

    private static final List<Series> BY_NUMBER = List.of(
            series("CGCS2000_3_Degree_GK_CM_(\\d{2,3})E", 4534, 75, 3),
            series("CGCS2000_3_Degree_GK_Zone_(\\d{2})", 4513, 25, 1),
            series("CGCS2000_GK_CM_(\\d{2,3})E", 4502, 75, 6),
            series("CGCS2000_GK_Zone_(\\d{2})", 4491, 13, 1),
            series("WGS_1984_UTM_Zone_(\\d{1,2})N", 32601, 1, 1),
            series("WGS_1984_UTM_Zone_(\\d{1,2})S", 32701, 1, 1));

    private WktCodes() {}

    static Optional<String> codeOf(CoordinateReferenceSystem parsed) {
        String name = parsed.getName().getCode();
        return Optional.ofNullable(BY_NAME.get(name))
                .or(() -> BY_NUMBER.stream()
                        .flatMap(series -> series.code(name).stream())
                        .findFirst())
                .filter(code -> isSame(parsed, code))
                .or(() -> lookedUp(parsed));
    }

    private static Optional<String> lookedUp(CoordinateReferenceSystem parsed) {
        try {
            // not the full scan, which takes seconds and finds nothing that this one misses among systems in use
            return Optional.ofNullable(CRS.lookupIdentifier(parsed, false)).filter(code -> code.startsWith("EPSG:"));
        } catch (FactoryException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isSame(CoordinateReferenceSystem parsed, String code) {
        try {
            CoordinateReferenceSystem known = Crs.decode(code);
            return isSame(CRS.getEllipsoid(parsed), CRS.getEllipsoid(known))
                    && parsed.getCoordinateSystem()
                            .getAxis(0)
                            .getUnit()
                            .isCompatible(known.getCoordinateSystem().getAxis(0).getUnit())
                    && Objects.equals(CRS.getMapProjection(parsed), CRS.getMapProjection(known));
        } catch (InputException e) {
            return false;
        }
    }

    private static boolean isSame(Ellipsoid a, Ellipsoid b) {
        return Math.abs(a.getSemiMajorAxis() - b.getSemiMajorAxis()) < 1e-3
                && Math.abs(a.getInverseFlattening() - b.getInverseFlattening()) < 1e-6;
    }

    private static Series series(String name, int firstCode, int firstNumber, int step) {
        return new Series(Pattern.compile(name), firstCode, firstNumber, step);
    }
}
