package org.zhenjie.gis.derive;

import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/**
 * Where a label of an area stands best: the middle of the largest circle inside its largest part.
 *
 * @param at inside the area
 * @param radius of that circle, metres
 */
public record LabelPoint(Coordinate at, double radius) {
    /**
     * The label point of an area, to about a hundredth of its width.
     *
     * @param area a polygon or multipolygon with extent, in metres
     */
    public static LabelPoint of(Geometry area) {
        Geometry largest = largestPart(area);
        double tolerance = Math.max(1e-3, Math.sqrt(largest.getArea()) / 100);
        // a coast of a thousand vertices has the same middle as one of fifty, and is much slower
        Geometry coarse = largestPart(DouglasPeuckerSimplifier.simplify(largest, tolerance / 2));
        LabelPoint point = inside(coarse.getArea() == 0 ? largest : coarse, tolerance);
        return largest.contains(largest.getFactory().createPoint(point.at())) ? point : inside(largest, tolerance);
    }

    private static LabelPoint inside(Geometry polygon, double tolerance) {
        MaximumInscribedCircle circle = new MaximumInscribedCircle(polygon, tolerance);
        return new LabelPoint(
                circle.getCenter().getCoordinate(), circle.getRadiusLine().getLength());
    }

    private static Geometry largestPart(Geometry geometry) {
        Geometry largest = geometry;
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (i == 0 || geometry.getGeometryN(i).getArea() > largest.getArea()) {
                largest = geometry.getGeometryN(i);
            }
        }
        return largest;
    }
}
