package org.zhenjie.scenarios.access;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.zhenjie.scenarios.study.Study;
import org.zhenjie.scenarios.study.Study.ServiceKind;
import org.zhenjie.scenarios.study.Study.Town;

/** Shares of towns' areas within reach of service points of one kind. */
final class ServiceReach {
    private static final int EDGES = 48;
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final double metres;
    private final STRtree circles = new STRtree();

    ServiceReach(Study study, String kind) {
        this.metres = study.serviceKinds().stream()
                .filter(one -> one.id().equals(kind))
                .mapToDouble(ServiceKind::reach)
                .findFirst()
                .orElseThrow();
        study.servicePoints().stream()
                .filter(point -> point.kind().equals(kind))
                .map(point -> circle(point.location().getCoordinate()))
                .forEach(circle -> circles.insert(circle.getEnvelopeInternal(), circle));
        circles.build();
    }

    /** A polygon about a point with exactly the area of the circle, so that few edges do. */
    private Geometry circle(Coordinate centre) {
        double angle = 2 * Math.PI / EDGES;
        double radius = metres * Math.sqrt(angle / StrictMath.sin(angle));
        Coordinate[] ring = new Coordinate[EDGES + 1];
        for (int i = 0; i < EDGES; i++) {
            ring[i] = new Coordinate(
                    centre.x + radius * StrictMath.cos(i * angle), centre.y + radius * StrictMath.sin(i * angle));
        }
        ring[EDGES] = ring[0];
        return FACTORY.createPolygon(ring);
    }

    /** Share of a town's area within straight-line reach of any of the points, 0 to 1. */
    double share(Town town) {
        Geometry boundary = town.boundary();
        PreparedGeometry prepared = PreparedGeometryFactory.prepare(boundary);
        List<Geometry> near =
                near(boundary).stream().filter(prepared::intersects).toList();
        if (near.isEmpty()) {
            return 0;
        }
        Geometry within = near.size() == 1 ? near.get(0) : OverlayNGRobust.union(FACTORY.buildGeometry(near));
        if (within.covers(boundary)) {
            return 1;
        }
        double area = OverlayNGRobust.overlay(within, boundary, OverlayNG.INTERSECTION)
                .getArea();
        return Math.min(1, area / boundary.getArea());
    }

    @SuppressWarnings("unchecked")
    private List<Geometry> near(Geometry boundary) {
        return circles.query(boundary.getEnvelopeInternal());
    }
}
