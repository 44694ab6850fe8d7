package org.zhenjie.gis.write;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** The narrowest geometry type of a layer, named as GeoPackage names it; single and multiple together make multiple. */
enum OutGeometryType {
    POINT(Point.class),
    LINESTRING(LineString.class),
    POLYGON(Polygon.class),
    MULTIPOINT(MultiPoint.class),
    MULTILINESTRING(MultiLineString.class),
    MULTIPOLYGON(MultiPolygon.class),
    GEOMETRY(Geometry.class);

    private final Class<? extends Geometry> type;

    OutGeometryType(Class<? extends Geometry> type) {
        this.type = type;
    }

    static OutGeometryType of(Iterable<OutFeature> features) {
        OutGeometryType all = null;
        for (OutFeature feature : features) {
            if (feature.geometry() != null) {
                OutGeometryType one = of(feature.geometry());
                all = all == null ? one : all.with(one);
            }
        }
        return all == null ? GEOMETRY : all;
    }

    static OutGeometryType of(Geometry geometry) {
        for (OutGeometryType candidate : values()) {
            if (candidate.type.isInstance(geometry)) {
                return candidate;
            }
        }
        return GEOMETRY;
    }

    /** The multiple form; of a multiple form the form itself. */
    OutGeometryType multiple() {
        return switch (this) {
            case POINT -> MULTIPOINT;
            case LINESTRING -> MULTILINESTRING;
            case POLYGON -> MULTIPOLYGON;
            default -> this;
        };
    }

    /** The code by which FlatGeobuf knows it; 0 for any. */
    int flatGeobufCode() {
        return this == GEOMETRY ? 0 : ordinal() + 1;
    }

    OutGeometryType with(OutGeometryType other) {
        if (this == other) {
            return this;
        }
        return multiple() == other.multiple() ? multiple() : GEOMETRY;
    }

    /** The geometry in this type: a single one becomes a multiple of one where the type is multiple. Null stays null. */
    Geometry fit(Geometry geometry) {
        if (geometry == null || type.isInstance(geometry)) {
            return geometry;
        }
        GeometryFactory factory = geometry.getFactory();
        if (geometry instanceof Point point) {
            return factory.createMultiPoint(point.isEmpty() ? new Point[0] : new Point[] {point});
        }
        if (geometry instanceof LineString line) {
            return factory.createMultiLineString(line.isEmpty() ? new LineString[0] : new LineString[] {line});
        }
        Polygon polygon = (Polygon) geometry;
        return factory.createMultiPolygon(polygon.isEmpty() ? new Polygon[0] : new Polygon[] {polygon});
    }
}
