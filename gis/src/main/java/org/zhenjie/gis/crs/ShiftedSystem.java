package org.zhenjie.gis.crs;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.geotools.referencing.cs.DefaultEllipsoidalCS;
import org.geotools.referencing.datum.DefaultEllipsoid;
import org.geotools.referencing.datum.DefaultGeodeticDatum;
import org.geotools.referencing.datum.DefaultPrimeMeridian;

/**
 * Systems of web maps in China: longitude and latitude on WGS 84, moved by up to some hundred metres. No EPSG code names
 * them, so that data copied from such a map usually pretend to be WGS 84.
 */
public enum ShiftedSystem {
    /** Of most web maps of the mainland: WGS 84 moved by up to about 700 m. */
    GCJ_02("GCJ-02", "GCJ02", "GCJ", "火星坐标"),
    /** Of Baidu: GCJ-02 moved once more, by about 1 km. */
    BD_09("BD-09", "BD09", "BD09LL", "百度坐标");

    private final String code;
    private final String[] spellings;
    private final GeographicCRS crs;

    ShiftedSystem(String code, String... spellings) {
        this.code = code;
        this.spellings = spellings;
        // a datum of its own, without a shift to any other: GeoTools then refuses what it does not know
        this.crs = new DefaultGeographicCRS(
                code,
                new DefaultGeodeticDatum(Map.of("name", code), DefaultEllipsoid.WGS84, DefaultPrimeMeridian.GREENWICH),
                DefaultEllipsoidalCS.GEODETIC_2D);
    }

    /** What files, studies and calls write, e.g. {@code GCJ-02}. */
    public String code() {
        return code;
    }

    /** Longitude before latitude, in degrees. */
    public CoordinateReferenceSystem crs() {
        return crs;
    }

    /** The system of a code in any of its spellings: hyphens, underscores and case do not count. */
    static Optional<ShiftedSystem> named(String text) {
        String plain = text.strip().toUpperCase(Locale.ROOT).replaceAll("[-_ ]", "");
        return Arrays.stream(values())
                .filter(system -> Arrays.asList(system.spellings).contains(plain))
                .findFirst();
    }

    /** The system that a CRS is, if it is one of these: told by its name, which also survives a {@code .prj}. */
    static Optional<ShiftedSystem> of(CoordinateReferenceSystem crs) {
        return crs instanceof GeographicCRS ? named(crs.getName().getCode()) : Optional.empty();
    }
}
