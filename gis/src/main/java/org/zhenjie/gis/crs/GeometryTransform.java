package org.zhenjie.gis.crs;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.operation.transform.ConcatenatedTransform;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;

/**
 * Carries JTS geometries from one coordinate reference system into another, vertex by vertex: equal vertices stay equal,
 * so a coverage stays a coverage. Heights are kept as they are. Immutable.
 */
public final class GeometryTransform {
    private final MathTransform transform;
    private final String from;
    private final String to;

    GeometryTransform(MathTransform transform, String from, String to) {
        this.transform = transform;
        this.from = from;
        this.to = to;
    }

    /** Whether geometries pass through unchanged. */
    public boolean isIdentity() {
        return transform.isIdentity();
    }

    /** This way, and from where it ends another one. */
    GeometryTransform then(GeometryTransform next) {
        return new GeometryTransform(ConcatenatedTransform.create(transform, next.transform), from, next.to);
    }

    /**
     * The geometry in the target system; the argument itself where nothing changes, else a changed copy.
     *
     * @throws InputException if a vertex is outside of what the target system can represent
     */
    public Geometry apply(Geometry geometry) {
        if (transform.isIdentity()) {
            return geometry;
        }
        Geometry copy = geometry.copy();
        copy.apply(new Vertices());
        return copy;
    }

    /**
     * The smallest box in the target system around the box's outline, which is followed in steps.
     *
     * @throws InputException if a part of the outline is outside of what the target system can represent
     */
    public Envelope apply(Envelope box) {
        if (box.isNull() || transform.isIdentity()) {
            return new Envelope(box);
        }
        int steps = 16;
        Envelope result = new Envelope();
        for (int i = 0; i <= steps; i++) {
            double x = box.getMinX() + box.getWidth() * i / steps;
            double y = box.getMinY() + box.getHeight() * i / steps;
            include(result, x, box.getMinY());
            include(result, x, box.getMaxY());
            include(result, box.getMinX(), y);
            include(result, box.getMaxX(), y);
        }
        return result;
    }

    private void include(Envelope result, double x, double y) {
        double[] point = carried(x, y);
        result.expandToInclude(point[0], point[1]);
    }

    private double[] carried(double x, double y) {
        double[] point = {x, y};
        try {
            transform.transform(point, 0, point, 0, 1);
        } catch (TransformException e) {
            throw new InputException(outside(x, y), e);
        }
        if (!Double.isFinite(point[0]) || !Double.isFinite(point[1])) {
            throw new InputException(outside(x, y));
        }
        return point;
    }

    private Problem outside(double x, double y) {
        return Problem.error(BUNDLE, "crs.outside", Where.nowhere().value(x + ", " + y), from, to);
    }

    private final class Vertices implements CoordinateSequenceFilter {
        @Override
        public void filter(CoordinateSequence sequence, int i) {
            double[] point = carried(sequence.getX(i), sequence.getY(i));
            sequence.setOrdinate(i, CoordinateSequence.X, point[0]);
            sequence.setOrdinate(i, CoordinateSequence.Y, point[1]);
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public boolean isGeometryChanged() {
            return true;
        }
    }
}
