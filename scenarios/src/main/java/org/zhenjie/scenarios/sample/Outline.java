package org.zhenjie.scenarios.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * The outline of a city: a rough sketch whose sides are broken up into bays and capes by midpoint displacement.
 *
 * @param sketch corners in order, kilometres, not closed
 */
record Outline(List<Corner> sketch) {
    private static final double FINEST_KM = 0.3;
    private static final double COAST_ROUGHNESS = 0.27;
    private static final double BORDER_ROUGHNESS = 0.2;
    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** A corner of the sketch; {@code coast}: whether the side that starts here runs along the sea. */
    record Corner(double x, double y, boolean coast) {}

    /** The outline of a sketch on a plane. */
    static Outline of(List<Facts.SketchCorner> sketch, Plane plane) {
        return new Outline(sketch.stream()
                .map(corner -> {
                    Coordinate km = plane.toKm(corner.lonLat());
                    return new Corner(km.x, km.y, corner.coast());
                })
                .toList());
    }

    /** Whether the side of the sketch that is nearest to a place runs along the sea. */
    boolean isCoastAt(Coordinate place) {
        Corner nearest = null;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < sketch.size(); i++) {
            Corner from = sketch.get(i);
            Corner to = sketch.get((i + 1) % sketch.size());
            double distance =
                    Distance.pointToSegment(place, new Coordinate(from.x(), from.y()), new Coordinate(to.x(), to.y()));
            if (distance < least) {
                least = distance;
                nearest = from;
            }
        }
        return nearest != null && nearest.coast();
    }

    /** The land inside the outline. */
    Polygon land(Random dice) {
        List<Coordinate> ring = new ArrayList<>();
        for (int i = 0; i < sketch.size(); i++) {
            Corner from = sketch.get(i);
            Corner to = sketch.get((i + 1) % sketch.size());
            double roughness = from.coast() ? COAST_ROUGHNESS : BORDER_ROUGHNESS;
            ring.add(new Coordinate(from.x(), from.y()));
            breakUp(new Coordinate(from.x(), from.y()), new Coordinate(to.x(), to.y()), roughness, dice, ring);
        }
        ring.add(ring.get(0).copy());
        Polygon polygon = FACTORY.createPolygon(ring.toArray(Coordinate[]::new));
        return (Polygon) largest(polygon.isValid() ? polygon : polygon.buffer(0));
    }

    private static void breakUp(Coordinate from, Coordinate to, double roughness, Random dice, List<Coordinate> ring) {
        double length = from.distance(to);
        if (length < FINEST_KM) {
            return;
        }
        double offset = dice.nextGaussian() * roughness;
        Coordinate middle = new Coordinate(
                (from.x + to.x) / 2 - (to.y - from.y) * offset, (from.y + to.y) / 2 + (to.x - from.x) * offset);
        breakUp(from, middle, roughness, dice, ring);
        ring.add(middle);
        breakUp(middle, to, roughness, dice, ring);
    }

    private static Geometry largest(Geometry geometry) {
        Geometry best = geometry.getGeometryN(0);
        for (int i = 1; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i).getArea() > best.getArea()) {
                best = geometry.getGeometryN(i);
            }
        }
        return best;
    }
}
