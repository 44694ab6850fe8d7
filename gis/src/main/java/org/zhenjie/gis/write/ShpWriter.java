package org.zhenjie.gis.write;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Writes geometry and index file side by side. */
final class ShpWriter {
    private static final int HEADER = 100;
    private static final int FILE_CODE = 9994;
    private static final int VERSION = 1000;
    private static final int BOX_AND_COUNTS = 4 + 32 + 8;

    private final int shapeType;
    private final OutputStream shp;
    private final OutputStream shx;
    private final Envelope bounds = new Envelope();
    private long offset = HEADER;
    private int row;

    private ShpWriter(int shapeType, OutputStream shp, OutputStream shx) {
        this.shapeType = shapeType;
        this.shp = shp;
        this.shx = shx;
    }

    static void write(Path shpFile, Path shxFile, OutGeometryType type, Iterable<OutFeature> features)
            throws IOException {
        int code = code(type);
        ShpWriter writer;
        try (OutputStream shp = new BufferedOutputStream(Files.newOutputStream(shpFile), 1 << 16);
                OutputStream shx = new BufferedOutputStream(Files.newOutputStream(shxFile), 1 << 16)) {
            writer = new ShpWriter(code, shp, shx);
            shp.write(new byte[HEADER]);
            shx.write(new byte[HEADER]);
            for (OutFeature feature : features) {
                Geometry shape = feature.geometry();
                writer.record(shape == null || shape.isEmpty() ? nullShape() : writer.content(shape));
            }
        }
        writer.header(shpFile, writer.offset);
        writer.header(shxFile, HEADER + 8L * writer.row);
    }

    private static int code(OutGeometryType type) {
        return switch (type) {
            case POINT -> 1;
            case LINESTRING, MULTILINESTRING -> 3;
            case POLYGON, MULTIPOLYGON -> 5;
            case MULTIPOINT -> 8;
            case GEOMETRY -> 0;
        };
    }

    private void record(ByteBuffer content) throws IOException {
        int words = content.capacity() / 2;
        ByteBuffer head = ByteBuffer.allocate(8).order(ByteOrder.BIG_ENDIAN);
        shx.write(head.putInt(0, (int) (offset / 2)).putInt(4, words).array().clone());
        shp.write(head.putInt(0, ++row).putInt(4, words).array());
        shp.write(content.array());
        offset += 8 + content.capacity();
        if (offset > 2L * Integer.MAX_VALUE) {
            throw new IOException("a Shapefile cannot hold more than 4 GB of geometry");
        }
    }

    private ByteBuffer content(Geometry shape) {
        bounds.expandToInclude(shape.getEnvelopeInternal());
        if (shape instanceof Point point && shapeType == 1) {
            return buffer(20).putInt(1).putDouble(point.getX()).putDouble(point.getY());
        }
        return shapeType == 8 ? points(shape) : parts(shape, shapeType == 5 ? rings(shape) : lines(shape));
    }

    private static ByteBuffer nullShape() {
        return buffer(4).putInt(0);
    }

    private ByteBuffer points(Geometry shape) {
        Coordinate[] points = shape.getCoordinates();
        ByteBuffer out = buffer(4 + 32 + 4 + 16 * points.length).putInt(shapeType);
        box(out, shape.getEnvelopeInternal());
        out.putInt(points.length);
        vertices(out, points);
        return out;
    }

    private ByteBuffer parts(Geometry shape, List<Coordinate[]> parts) {
        int count = parts.stream().mapToInt(part -> part.length).sum();
        ByteBuffer out = buffer(BOX_AND_COUNTS + 4 * parts.size() + 16 * count).putInt(shapeType);
        box(out, shape.getEnvelopeInternal());
        out.putInt(parts.size()).putInt(count);
        int start = 0;
        for (Coordinate[] part : parts) {
            out.putInt(start);
            start += part.length;
        }
        parts.forEach(part -> vertices(out, part));
        return out;
    }

    private static List<Coordinate[]> lines(Geometry shape) {
        List<Coordinate[]> parts = new ArrayList<>();
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            LineString line = (LineString) shape.getGeometryN(i);
            if (!line.isEmpty()) {
                parts.add(line.getCoordinates());
            }
        }
        return parts;
    }

    /** Shells clockwise, holes counter-clockwise: the only way the format tells them apart. */
    private static List<Coordinate[]> rings(Geometry shape) {
        List<Coordinate[]> parts = new ArrayList<>();
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) shape.getGeometryN(i);
            if (polygon.isEmpty()) {
                continue;
            }
            parts.add(turned(polygon.getExteriorRing(), false));
            for (int j = 0; j < polygon.getNumInteriorRing(); j++) {
                parts.add(turned(polygon.getInteriorRingN(j), true));
            }
        }
        return parts;
    }

    private static Coordinate[] turned(LinearRing ring, boolean counterClockwise) {
        boolean already = Orientation.isCCW(ring.getCoordinateSequence()) == counterClockwise;
        return (already ? ring : ring.reverse()).getCoordinates();
    }

    private static void box(ByteBuffer out, Envelope box) {
        out.putDouble(box.getMinX()).putDouble(box.getMinY());
        out.putDouble(box.getMaxX()).putDouble(box.getMaxY());
    }

    private static void vertices(ByteBuffer out, Coordinate[] vertices) {
        for (Coordinate vertex : vertices) {
            out.putDouble(vertex.x).putDouble(vertex.y);
        }
    }

    private void header(Path file, long bytes) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        header.order(ByteOrder.BIG_ENDIAN).putInt(0, FILE_CODE).putInt(24, (int) (bytes / 2));
        header.order(ByteOrder.LITTLE_ENDIAN).putInt(28, VERSION).putInt(32, shapeType);
        if (!bounds.isNull()) {
            header.position(36);
            box(header, bounds);
        }
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.write(header.array());
        }
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
