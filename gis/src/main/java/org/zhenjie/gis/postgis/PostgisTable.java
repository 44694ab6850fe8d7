package org.zhenjie.gis.postgis;

import java.util.Locale;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * A table or view with a column of geometry.
 *
 * @param layer what the layer is called
 * @param geometry name of the column
 * @param srid key of its reference system; 0 where the column leaves it to each geometry
 * @param type of its geometries as PostGIS names it
 */
record PostgisTable(String layer, String schema, String table, String geometry, int srid, String type) {
    /** The table as SQL writes it. */
    String quoted() {
        return quoted(schema) + "." + quoted(table);
    }

    /** The geometry column as SQL writes it; a geography counts as the geometry that it is made of. */
    String shape() {
        return quoted(geometry) + "::geometry";
    }

    static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    Class<? extends Geometry> geometryType() {
        return switch (String.valueOf(type).toUpperCase(Locale.ROOT).replaceFirst("Z?M?$", "")) {
            case "POINT" -> Point.class;
            case "LINESTRING" -> LineString.class;
            case "POLYGON" -> Polygon.class;
            case "MULTIPOINT" -> MultiPoint.class;
            case "MULTILINESTRING" -> MultiLineString.class;
            case "MULTIPOLYGON" -> MultiPolygon.class;
            case "GEOMETRYCOLLECTION" -> GeometryCollection.class;
            default -> Geometry.class;
        };
    }
}
