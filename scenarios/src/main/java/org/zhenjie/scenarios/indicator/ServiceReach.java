package org.zhenjie.scenarios.indicator;

import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.zhenjie.scenarios.study.Study;
import org.zhenjie.scenarios.study.Study.ServiceKind;
import org.zhenjie.scenarios.study.Study.ServicePoint;
import org.zhenjie.scenarios.study.Study.Town;

/** Shares of towns' areas within reach of service points of one kind. */
final class ServiceReach {
    // a circle of 128 edges has 99.96 % of its area
    private static final BufferParameters CIRCLE = new BufferParameters(32);

    private final double metres;
    private final List<ServicePoint> points;

    ServiceReach(Study study, String kind) {
        this.metres = study.serviceKinds().stream()
                .filter(one -> one.id().equals(kind))
                .mapToDouble(ServiceKind::reachMetres)
                .findFirst()
                .orElseThrow();
        this.points = study.servicePoints().stream()
                .filter(point -> point.kind().equals(kind))
                .toList();
    }

    /** Share of a town's area within straight-line reach of any of the points, 0 to 1. */
    double share(Town town) {
        Geometry boundary = town.boundary();
        Envelope near = new Envelope(boundary.getEnvelopeInternal());
        near.expandBy(metres);
        List<Geometry> circles = points.stream()
                .filter(point -> near.contains(point.location().getCoordinate()))
                .map(point -> org.locationtech.jts.operation.buffer.BufferOp.bufferOp(
                        (Geometry) point.location(), metres, CIRCLE))
                .toList();
        if (circles.isEmpty() || boundary.getArea() == 0) {
            return 0;
        }
        double within = UnaryUnionOp.union(circles).intersection(boundary).getArea();
        return Math.min(1, within / boundary.getArea());
    }
}
