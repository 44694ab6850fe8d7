package org.zhenjie.gis.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.util.GeometryTransformer;

/** Puts vertices that a cut made on a border into the ring of the neighbour too, so that the border stays one. */
final class NodeInsertion {
    // far above the rounding of a crossing, far below what a border is surveyed to
    private static final double ON_SEGMENT = 1e-6;

    private final Set<Coordinate> nodes;
    private final Envelope extent = new Envelope();

    NodeInsertion(Set<Coordinate> nodes) {
        this.nodes = nodes;
        nodes.forEach(extent::expandToInclude);
        extent.expandBy(ON_SEGMENT);
    }

    /** The unit with the vertices; the same object where there is nothing to put in. */
    Geometry into(Geometry unit) {
        if (nodes.isEmpty() || !unit.getEnvelopeInternal().intersects(extent)) {
            return unit;
        }
        Geometry more = new GeometryTransformer() {
            @Override
            protected CoordinateSequence transformCoordinates(CoordinateSequence sequence, Geometry parent) {
                return factory.getCoordinateSequenceFactory().create(withNodes(sequence.toCoordinateArray()));
            }
        }.transform(unit);
        return more.getNumPoints() == unit.getNumPoints() ? unit : more;
    }

    private Coordinate[] withNodes(Coordinate[] ring) {
        List<Coordinate> vertices = new ArrayList<>();
        for (int i = 0; i < ring.length; i++) {
            if (i > 0) {
                vertices.addAll(onSegment(new LineSegment(ring[i - 1], ring[i])));
            }
            vertices.add(ring[i]);
        }
        return vertices.toArray(Coordinate[]::new);
    }

    private List<Coordinate> onSegment(LineSegment segment) {
        Envelope near = new Envelope(segment.p0, segment.p1);
        near.expandBy(ON_SEGMENT);
        if (!near.intersects(extent)) {
            return List.of();
        }
        return nodes.stream()
                .filter(near::contains)
                .filter(node -> segment.distance(node) <= ON_SEGMENT)
                .filter(node -> !node.equals2D(segment.p0) && !node.equals2D(segment.p1))
                .sorted(Comparator.comparingDouble(segment.p0::distance))
                .map(Coordinate::copy)
                .toList();
    }
}
