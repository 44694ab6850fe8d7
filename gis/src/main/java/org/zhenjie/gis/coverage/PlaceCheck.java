package org.zhenjie.gis.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Whether things lie where they belong: units in their county, points in a unit. All in one metric CRS. */
public final class PlaceCheck {
    private PlaceCheck() {}

    /**
     * Units that reach beyond their county. Strips narrower than the tolerances' sliver width are left out: two layers that
     * were drawn apart never fit exactly.
     *
     * @param units valid polygons and multipolygons
     * @param countyOf code of the county of each unit, in the same order
     * @param counties valid polygons and multipolygons by code; units of other counties are left out
     * @return in {@link Finding#ORDER}
     */
    public static List<Finding> outsideCounty(
            List<? extends Geometry> units,
            List<String> countyOf,
            Map<String, ? extends Geometry> counties,
            Tolerances tolerances) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            Geometry county = counties.get(countyOf.get(i));
            if (county != null) {
                Geometry beyond = Coverages.areas(OverlayNGRobust.overlay(units.get(i), county, OverlayNG.DIFFERENCE));
                Geometry place = wide(beyond, tolerances);
                if (!place.isEmpty()) {
                    findings.add(new Finding(
                            Finding.Kind.OUTSIDE_COUNTY,
                            List.of(i),
                            place,
                            place.getArea(),
                            List.of(countyOf.get(i)),
                            new Repair.ByHand()));
                }
            }
        }
        findings.sort(Finding.ORDER);
        return List.copyOf(findings);
    }

    private static Geometry wide(Geometry beyond, Tolerances tolerances) {
        List<Polygon> wide = new ArrayList<>();
        for (int i = 0; i < beyond.getNumGeometries(); i++) {
            Geometry part = beyond.getGeometryN(i);
            if (part instanceof Polygon polygon
                    && part.getArea() >= tolerances.leastArea()
                    && Fabric.width(part) >= tolerances.sliverWidth()) {
                wide.add(polygon);
            }
        }
        return beyond.getFactory().createMultiPolygon(wide.toArray(Polygon[]::new));
    }

    /**
     * Points that lie in no unit.
     *
     * @param units valid polygons and multipolygons
     * @param points by name, in any order
     * @return in {@link Finding#ORDER}; the unit concerned is the nearest one
     */
    public static List<Finding> pointsOutside(List<? extends Geometry> units, Map<String, Point> points) {
        UnitIndex index = new UnitIndex(units);
        List<Finding> findings = new ArrayList<>();
        points.forEach((name, point) -> {
            if (index.at(point.getCoordinate()).isEmpty()) {
                int nearest = -1;
                double least = Double.MAX_VALUE;
                for (int i = 0; i < units.size(); i++) {
                    double distance = units.get(i).isEmpty()
                            ? Double.MAX_VALUE
                            : index.distance(i).distance(point);
                    if (distance < least) {
                        least = distance;
                        nearest = i;
                    }
                }
                List<Integer> concerned = nearest < 0 ? List.of() : List.of(nearest);
                findings.add(new Finding(
                        Finding.Kind.POINT_OUTSIDE,
                        concerned,
                        point,
                        0,
                        List.of(name, nearest < 0 ? 0 : Math.round(least)),
                        new Repair.ByHand()));
            }
        });
        findings.sort(Finding.ORDER);
        return List.copyOf(findings);
    }
}
