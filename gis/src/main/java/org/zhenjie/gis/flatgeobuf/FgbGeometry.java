package org.zhenjie.gis.flatgeobuf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.wololo.flatgeobuf.generated.Geometry;
import org.wololo.flatgeobuf.generated.GeometryType;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.gis.store.Rings;

/** Geometries out of the format's tables. Lengths are those of the bytes at hand, never those that a number claims. */
final class FgbGeometry {
    private static final int DEEPEST = 32;
    private static final int POINT_BYTES = 16;

    private final GeometryFactory factory = new GeometryFactory();
    private Where where;
    private long vertices;
    private long most;

    /**
     * The geometry.
     *
     * @param type code of all geometries of the file; 0 where each says for itself
     * @param bytes of the feature: so many vertices cannot be in it that they take more
     */
    org.locationtech.jts.geom.Geometry read(Geometry geometry, int type, int bytes, Where feature) {
        where = feature;
        vertices = 0;
        most = bytes / POINT_BYTES;
        return read(geometry, type == GeometryType.Unknown ? geometry.type() : type, 0);
    }

    private org.locationtech.jts.geom.Geometry read(Geometry in, int type, int depth) {
        if (depth > DEEPEST) {
            throw Damage.at(where, "collections nested too deeply");
        }
        return switch (type) {
            case GeometryType.Point -> {
                Coordinate[] all = coordinates(in);
                yield all.length == 0 || Double.isNaN(all[0].x) ? factory.createPoint() : factory.createPoint(all[0]);
            }
            case GeometryType.MultiPoint -> factory.createMultiPointFromCoords(finite(coordinates(in)));
            case GeometryType.LineString -> line(finite(coordinates(in)));
            case GeometryType.MultiLineString ->
                factory.createMultiLineString(
                        pieces(in).stream().map(this::line).toArray(LineString[]::new));
            case GeometryType.Polygon -> polygon(in);
            case GeometryType.MultiPolygon ->
                factory.createMultiPolygon(
                        parts(in, GeometryType.Polygon, depth).toArray(Polygon[]::new));
            case GeometryType.GeometryCollection ->
                factory.createGeometryCollection(
                        parts(in, GeometryType.Unknown, depth).toArray(org.locationtech.jts.geom.Geometry[]::new));
            default -> throw Damage.at(where, "geometry type " + type);
        };
    }

    private List<org.locationtech.jts.geom.Geometry> parts(Geometry in, int type, int depth) {
        List<org.locationtech.jts.geom.Geometry> parts = new ArrayList<>();
        for (int i = 0; i < in.partsLength(); i++) {
            if (++vertices > most) {
                throw Damage.at(where, "more parts than bytes");
            }
            Geometry part = in.parts(i);
            parts.add(read(part, type == GeometryType.Unknown ? part.type() : type, depth + 1));
        }
        return parts;
    }

    private LineString line(Coordinate[] all) {
        if (all.length == 1) {
            throw Damage.at(where, "a line of one vertex");
        }
        return factory.createLineString(all);
    }

    private Polygon polygon(Geometry in) {
        List<LinearRing> rings = new ArrayList<>();
        for (Coordinate[] piece : pieces(in)) {
            if (piece.length > 0) {
                rings.add(factory.createLinearRing(Rings.closed(piece)));
            }
        }
        return rings.isEmpty()
                ? factory.createPolygon()
                : factory.createPolygon(
                        rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
    }

    /** The vertices cut where the list of ends says; whole without one. */
    private List<Coordinate[]> pieces(Geometry in) {
        Coordinate[] all = finite(coordinates(in));
        ByteBuffer bytes = in.endsAsByteBuffer();
        if (bytes == null || bytes.remaining() == 0) {
            return Collections.singletonList(all);
        }
        IntBuffer ends = bytes.order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
        List<Coordinate[]> pieces = new ArrayList<>();
        int start = 0;
        while (ends.hasRemaining()) {
            int end = ends.get();
            if (end < start || end > all.length) {
                throw Damage.at(where, "part ends at vertex " + end);
            }
            pieces.add(Arrays.copyOfRange(all, start, end));
            start = end;
        }
        return pieces;
    }

    private Coordinate[] coordinates(Geometry in) {
        ByteBuffer bytes = in.xyAsByteBuffer();
        if (bytes == null) {
            return new Coordinate[0];
        }
        DoubleBuffer xy = bytes.order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer();
        int count = xy.remaining() / 2;
        vertices += count;
        if (vertices > most) {
            throw Damage.at(where, "more vertices than bytes");
        }
        ByteBuffer zBytes = in.zAsByteBuffer();
        DoubleBuffer z = zBytes == null
                ? DoubleBuffer.allocate(0)
                : zBytes.order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer();
        Coordinate[] all = new Coordinate[count];
        for (int i = 0; i < count; i++) {
            double x = xy.get();
            double y = xy.get();
            all[i] = z.hasRemaining() ? new Coordinate(x, y, z.get()) : new CoordinateXY(x, y);
        }
        return all;
    }

    private Coordinate[] finite(Coordinate[] all) {
        for (Coordinate one : all) {
            if (!Double.isFinite(one.x) || !Double.isFinite(one.y)) {
                throw Damage.at(where, "coordinate " + one.x + " " + one.y);
            }
        }
        return all;
    }
}
