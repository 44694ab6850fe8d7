package org.zhenjie.gis.shapefile;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.zhenjie.gis.store.Rings;

/**
 * Puts a polygon shape's rings together. The format tells shells from holes by direction alone (shells clockwise); which
 * hole belongs to which shell has to be found. Holes outside of every shell become shells: the area is there, whatever
 * its direction.
 */
final class RingAssembly {
    private RingAssembly() {}

    static Geometry polygons(List<Coordinate[]> parts, GeometryFactory factory) {
        List<Shell> shells = new ArrayList<>();
        List<LinearRing> holes = new ArrayList<>();
        for (Coordinate[] part : parts) {
            if (part.length == 0) {
                continue;
            }
            LinearRing ring = factory.createLinearRing(Rings.closed(part));
            if (parts.size() > 1 && isHole(ring)) {
                holes.add(ring);
            } else {
                shells.add(new Shell(ring));
            }
        }
        assign(holes, shells);
        Polygon[] polygons =
                shells.stream().map(shell -> shell.polygon(factory)).toArray(Polygon[]::new);
        return factory.createMultiPolygon(polygons);
    }

    private static void assign(List<LinearRing> holes, List<Shell> shells) {
        if (holes.isEmpty()) {
            return;
        }
        STRtree tree = new STRtree();
        shells.forEach(shell -> tree.insert(shell.ring.getEnvelopeInternal(), shell));
        for (LinearRing hole : holes) {
            Shell smallest = null;
            for (Object candidate : tree.query(hole.getEnvelopeInternal())) {
                Shell shell = (Shell) candidate;
                if (shell.holds(hole) && (smallest == null || shell.boxArea() < smallest.boxArea())) {
                    smallest = shell;
                }
            }
            if (smallest == null) {
                shells.add(new Shell(hole));
            } else {
                smallest.holes.add(hole);
            }
        }
    }

    private static boolean isHole(LinearRing ring) {
        return Orientation.isCCW(ring.getCoordinateSequence());
    }

    private static final class Shell {
        final LinearRing ring;
        final List<LinearRing> holes = new ArrayList<>();
        private IndexedPointInAreaLocator locator;

        Shell(LinearRing ring) {
            this.ring = ring;
        }

        double boxArea() {
            return ring.getEnvelopeInternal().getArea();
        }

        /** Told by the first of the hole's vertices that is not on this shell's line; a hole may touch its shell. */
        boolean holds(LinearRing hole) {
            if (!ring.getEnvelopeInternal().contains(hole.getEnvelopeInternal())) {
                return false;
            }
            if (locator == null) {
                locator = new IndexedPointInAreaLocator(ring);
            }
            for (Coordinate vertex : hole.getCoordinates()) {
                int location = locator.locate(vertex);
                if (location != Location.BOUNDARY) {
                    return location == Location.INTERIOR;
                }
            }
            return true;
        }

        Polygon polygon(GeometryFactory factory) {
            return factory.createPolygon(ring, holes.toArray(LinearRing[]::new));
        }
    }
}
