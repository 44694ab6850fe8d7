package org.zhenjie.gis.write;

import com.google.flatbuffers.FlatBufferBuilder;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.Polygon;
import org.wololo.flatgeobuf.generated.Geometry;

/**
 * Geometries as FlatGeobuf has them: x and y one after another, and where parts end. Each says its type, which the
 * format's own library leaves out and a layer of mixed types cannot do without.
 */
final class FlatGeobufShapes {
    private FlatGeobufShapes() {}

    /** Puts a geometry into the builder; gives its place there. */
    static int write(FlatBufferBuilder builder, org.locationtech.jts.geom.Geometry shape) {
        boolean ofParts = shape instanceof GeometryCollection
                && !(shape instanceof MultiPoint)
                && !(shape instanceof MultiLineString);
        if (ofParts) {
            int[] parts = new int[shape.getNumGeometries()];
            for (int i = 0; i < parts.length; i++) {
                parts[i] = write(builder, shape.getGeometryN(i));
            }
            int vector = Geometry.createPartsVector(builder, parts);
            Geometry.startGeometry(builder);
            Geometry.addParts(builder, vector);
            return end(builder, shape);
        }
        List<Coordinate[]> pieces = pieces(shape);
        int xy = Geometry.createXyVector(builder, ordinates(pieces));
        int ends = pieces.size() > 1 ? Geometry.createEndsVector(builder, ends(pieces)) : 0;
        Geometry.startGeometry(builder);
        Geometry.addXy(builder, xy);
        if (pieces.size() > 1) {
            Geometry.addEnds(builder, ends);
        }
        return end(builder, shape);
    }

    private static int end(FlatBufferBuilder builder, org.locationtech.jts.geom.Geometry shape) {
        Geometry.addType(builder, code(shape));
        return Geometry.endGeometry(builder);
    }

    private static int code(org.locationtech.jts.geom.Geometry shape) {
        int code = OutGeometryType.of(shape).flatGeobufCode();
        return code > 0 ? code : org.wololo.flatgeobuf.generated.GeometryType.GeometryCollection;
    }

    private static List<Coordinate[]> pieces(org.locationtech.jts.geom.Geometry shape) {
        List<Coordinate[]> pieces = new ArrayList<>();
        if (shape instanceof Polygon polygon) {
            pieces.add(polygon.getExteriorRing().getCoordinates());
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                pieces.add(polygon.getInteriorRingN(i).getCoordinates());
            }
        } else if (shape instanceof MultiLineString) {
            for (int i = 0; i < shape.getNumGeometries(); i++) {
                pieces.add(((LineString) shape.getGeometryN(i)).getCoordinates());
            }
        } else {
            pieces.add(shape.getCoordinates());
        }
        return pieces;
    }

    private static double[] ordinates(List<Coordinate[]> pieces) {
        double[] xy =
                new double[2 * pieces.stream().mapToInt(piece -> piece.length).sum()];
        int at = 0;
        for (Coordinate[] piece : pieces) {
            for (Coordinate one : piece) {
                xy[at++] = one.x;
                xy[at++] = one.y;
            }
        }
        return xy;
    }

    private static long[] ends(List<Coordinate[]> pieces) {
        long[] ends = new long[pieces.size()];
        long end = 0;
        for (int i = 0; i < ends.length; i++) {
            end += pieces.get(i).length;
            ends[i] = end;
        }
        return ends;
    }
}
