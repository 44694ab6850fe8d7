package org.zhenjie.gis.shapefile;

import java.util.Arrays;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;

/** What a shape may be, by the code in the file. Measures are not read. */
enum ShapeType {
    NULL(0, Geometry.class, false),
    POINT(1, Point.class, false),
    LINE(3, MultiLineString.class, false),
    POLYGON(5, MultiPolygon.class, false),
    MULTIPOINT(8, MultiPoint.class, false),
    POINT_Z(11, Point.class, true),
    LINE_Z(13, MultiLineString.class, true),
    POLYGON_Z(15, MultiPolygon.class, true),
    MULTIPOINT_Z(18, MultiPoint.class, true),
    POINT_M(21, Point.class, false),
    LINE_M(23, MultiLineString.class, false),
    POLYGON_M(25, MultiPolygon.class, false),
    MULTIPOINT_M(28, MultiPoint.class, false);

    final int code;
    final Class<? extends Geometry> geometry;
    final boolean hasHeights;

    ShapeType(int code, Class<? extends Geometry> geometry, boolean hasHeights) {
        this.code = code;
        this.geometry = geometry;
        this.hasHeights = hasHeights;
    }

    static Optional<ShapeType> of(int code) {
        return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
    }
}
