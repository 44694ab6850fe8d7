package org.zhenjie.gis.csv;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Which columns say where a row is, told by their names. */
sealed interface PlaceColumns {
    /** Names that are understood, for messages. */
    String UNDERSTOOD = "lon/lat, x/y, wkt, 经度/纬度, 横坐标/纵坐标, 几何";

    /** Longitude and latitude in degrees. */
    record LonLat(int lon, int lat) implements PlaceColumns {}

    /** Easting and northing of a system that the user has to name. */
    record Xy(int x, int y) implements PlaceColumns {}

    /** A geometry as well-known text, in a system that the user has to name. */
    record Wkt(int column) implements PlaceColumns {}

    Set<String> LON = Set.of("lon", "lng", "long", "longitude", "经度", "东经", "lon_wgs84", "lng_wgs84");
    Set<String> LAT = Set.of("lat", "latitude", "纬度", "北纬", "lat_wgs84");
    Set<String> X = Set.of("x", "easting", "横坐标", "东坐标", "x坐标");
    Set<String> Y = Set.of("y", "northing", "纵坐标", "北坐标", "y坐标");
    Set<String> WKT = Set.of("wkt", "geom", "geometry", "the_geom", "几何", "空间坐标");

    /** Empty where no columns have names that are understood. */
    static Optional<PlaceColumns> of(List<String> columns) {
        OptionalInt wkt = find(columns, WKT);
        if (wkt.isPresent()) {
            return Optional.of(new Wkt(wkt.getAsInt()));
        }
        OptionalInt lon = find(columns, LON);
        OptionalInt lat = find(columns, LAT);
        if (lon.isPresent() && lat.isPresent()) {
            return Optional.of(new LonLat(lon.getAsInt(), lat.getAsInt()));
        }
        OptionalInt x = find(columns, X);
        OptionalInt y = find(columns, Y);
        return x.isPresent() && y.isPresent() ? Optional.of(new Xy(x.getAsInt(), y.getAsInt())) : Optional.empty();
    }

    private static OptionalInt find(List<String> columns, Set<String> names) {
        for (int i = 0; i < columns.size(); i++) {
            if (names.contains(columns.get(i).toLowerCase(Locale.ROOT))) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }
}
