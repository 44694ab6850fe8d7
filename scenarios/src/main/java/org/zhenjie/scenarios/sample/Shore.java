package org.zhenjie.scenarios.sample;

import java.util.HashMap;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;

/** How long the shore of each town is: sides that no neighbour shares, where the sketch has the sea. */
record Shore(Outline sketch, Plane plane) {

    /** Kilometres of shore of each polygon of a coverage, in their order. */
    double[] kilometres(Geometry[] coverage) {
        Map<LineSegment, Integer> owners = new HashMap<>();
        for (int i = 0; i < coverage.length; i++) {
            int owner = i;
            Coordinate[] ring = coverage[i].getCoordinates();
            for (int j = 1; j < ring.length; j++) {
                LineSegment side = new LineSegment(ring[j - 1], ring[j]);
                side.normalize();
                owners.merge(side, owner, (one, other) -> -1);
            }
        }
        double[] metres = new double[coverage.length];
        owners.forEach((side, owner) -> {
            if (owner >= 0 && sketch.isCoastAt(plane.toKm(side.midPoint()))) {
                metres[owner] += Math.rint(plane.toKm(side.p0).distance(plane.toKm(side.p1)) * 1000);
            }
        });
        for (int i = 0; i < metres.length; i++) {
            metres[i] /= 1000;
        }
        return metres;
    }
}
