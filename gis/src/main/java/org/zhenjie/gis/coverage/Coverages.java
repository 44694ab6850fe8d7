package org.zhenjie.gis.coverage;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/** Operations on units that cover an area together. */
public final class Coverages {
    private static final PrecisionModel GRID = new PrecisionModel(EdgeTable.PER_METRE);

    private Coverages() {}

    /**
     * The union of units. Where they are a clean coverage, their outer vertices are kept as they are; else overlaps and
     * invalid rings are resolved first.
     *
     * @param units polygons and multipolygons; empty ones do not matter
     * @return a polygon or multipolygon; empty where there is nothing
     */
    public static Geometry dissolve(List<? extends Geometry> units) {
        Geometry[] parts = units.stream().filter(unit -> !unit.isEmpty()).toArray(Geometry[]::new);
        if (parts.length == 0) {
            return new GeometryFactory().createMultiPolygon();
        }
        if (parts.length == 1 && parts[0].isValid()) {
            return parts[0].copy();
        }
        return validAreas(isClean(parts) ? CoverageUnion.union(parts) : robustUnion(parts));
    }

    private static boolean isClean(Geometry[] parts) {
        for (Geometry part : parts) {
            if (!part.isValid()) {
                return false;
            }
        }
        return CoverageValidator.isValid(parts);
    }

    private static Geometry robustUnion(Geometry[] parts) {
        Geometry[] valid = new Geometry[parts.length];
        for (int i = 0; i < parts.length; i++) {
            valid[i] = parts[i].isValid() ? parts[i] : Rings.fixed(parts[i]);
        }
        return OverlayNGRobust.union(parts[0].getFactory().createGeometryCollection(valid));
    }

    /** The areas of a union: where it is of matched units, it may touch itself in a vertex as a shell, where only a hole may. */
    static Geometry validAreas(Geometry union) {
        Geometry areas = areas(union);
        return areas.isValid() ? areas : Rings.fixed(areas);
    }

    /** The polygons of a polygonizer, which come in an order, and with first vertices, that depend on addresses in memory. */
    public static List<Polygon> inOrder(Polygonizer polygonizer) {
        List<Polygon> polygons = new ArrayList<>();
        for (Object polygon : polygonizer.getPolygons()) {
            polygons.add((Polygon) ((Polygon) polygon).norm());
        }
        polygons.sort(null);
        return polygons;
    }

    /** What two areas have in common, on the grid: where borders all but coincide, an overlay of exact ones may find nothing. */
    static Geometry common(Geometry one, Geometry other) {
        return areas(OverlayNG.overlay(one, other, OverlayNG.INTERSECTION, GRID));
    }

    /** Drops what an overlay may leave of lines and points. */
    static Geometry areas(Geometry geometry) {
        if (geometry.getDimension() == 2 && geometry.getClass() != GeometryCollection.class) {
            return geometry;
        }
        List<Polygon> polygons = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i) instanceof Polygon polygon) {
                polygons.add(polygon);
            }
        }
        return geometry.getFactory().createMultiPolygon(polygons.toArray(Polygon[]::new));
    }
}
