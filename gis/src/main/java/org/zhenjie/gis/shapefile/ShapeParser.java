package org.zhenjie.gis.shapefile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/** Makes a geometry out of the content of one shape record. Every number in it is checked before it is used. */
final class ShapeParser {
    private static final int BOX_BYTES = 32;

    private final GeometryFactory factory = new GeometryFactory();

    /** A record's content breaks the format. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;

        Broken(String detail) {
            super(detail);
        }
    }

    /** The geometry; null for a null shape. {@code content} starts at the shape type. */
    Geometry parse(ByteBuffer content) throws Broken {
        ByteBuffer in = content.order(ByteOrder.LITTLE_ENDIAN);
        need(in, 4);
        int code = in.getInt();
        ShapeType type = ShapeType.of(code).orElseThrow(() -> new Broken("shape type " + code));
        return switch (type) {
            case NULL -> null;
            case POINT, POINT_Z, POINT_M -> point(in, type);
            case MULTIPOINT, MULTIPOINT_Z, MULTIPOINT_M -> multiPoint(in, type);
            case LINE, LINE_Z, LINE_M -> lines(parts(in, type));
            case POLYGON, POLYGON_Z, POLYGON_M -> RingAssembly.polygons(parts(in, type), factory);
        };
    }

    private Geometry point(ByteBuffer in, ShapeType type) throws Broken {
        need(in, type.hasHeights ? 24 : 16);
        double x = in.getDouble();
        double y = in.getDouble();
        if (Double.isNaN(x) && Double.isNaN(y)) {
            return factory.createPoint();
        }
        return factory.createPoint(type.hasHeights ? new Coordinate(x(x), x(y), in.getDouble()) : xy(x, y));
    }

    private Geometry multiPoint(ByteBuffer in, ShapeType type) throws Broken {
        need(in, BOX_BYTES + 4);
        in.position(in.position() + BOX_BYTES);
        int points = count(in, in.getInt(), 16);
        return factory.createMultiPointFromCoords(coordinates(in, points, type));
    }

    private Geometry lines(List<Coordinate[]> parts) {
        return factory.createMultiLineString(parts.stream()
                .filter(part -> part.length > 1)
                .map(factory::createLineString)
                .toArray(LineString[]::new));
    }

    private List<Coordinate[]> parts(ByteBuffer in, ShapeType type) throws Broken {
        need(in, BOX_BYTES + 8);
        in.position(in.position() + BOX_BYTES);
        int partCount = in.getInt();
        int pointCount = in.getInt();
        count(in, partCount, 4);
        int[] starts = new int[partCount + 1];
        for (int i = 0; i < partCount; i++) {
            starts[i] = in.getInt();
        }
        starts[partCount] = count(in, pointCount, 16);
        Coordinate[] all = coordinates(in, pointCount, type);
        List<Coordinate[]> parts = new ArrayList<>(partCount);
        for (int i = 0; i < partCount; i++) {
            if (starts[i] < 0 || starts[i] > starts[i + 1] || starts[i + 1] > pointCount) {
                throw new Broken("part " + (i + 1) + " starts at point " + starts[i]);
            }
            parts.add(Arrays.copyOfRange(all, starts[i], starts[i + 1]));
        }
        return parts;
    }

    private static Coordinate[] coordinates(ByteBuffer in, int count, ShapeType type) throws Broken {
        Coordinate[] result = new Coordinate[count];
        for (int i = 0; i < count; i++) {
            double x = in.getDouble();
            double y = in.getDouble();
            result[i] = type.hasHeights ? new Coordinate(x(x), x(y)) : xy(x, y);
        }
        if (type.hasHeights) {
            need(in, 16 + 8L * count);
            in.position(in.position() + 16);
            for (Coordinate coordinate : result) {
                coordinate.setZ(in.getDouble());
            }
        }
        return result;
    }

    private static Coordinate xy(double x, double y) throws Broken {
        return new CoordinateXY(x(x), x(y));
    }

    private static double x(double ordinate) throws Broken {
        if (!Double.isFinite(ordinate)) {
            throw new Broken("coordinate " + ordinate);
        }
        return ordinate;
    }

    /** The count itself, once it is known that the record has room for so many things of that size. */
    private static int count(ByteBuffer in, int count, int size) throws Broken {
        if (count < 0 || (long) count * size > in.remaining()) {
            throw new Broken("count " + count);
        }
        return count;
    }

    private static void need(ByteBuffer in, long bytes) throws Broken {
        if (in.remaining() < bytes) {
            throw new Broken("length " + in.limit());
        }
    }
}
