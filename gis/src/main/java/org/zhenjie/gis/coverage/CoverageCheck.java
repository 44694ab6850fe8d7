package org.zhenjie.gis.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Whether units cover an area without gaps and overlaps. Gaps are holes of the union: bays and inlets that are open to
 * the outside are not told from the coast. Overlaps and gaps under the least area are left out as rounding.
 */
public final class CoverageCheck {
    /** Overlaps and gaps smaller than this are left out, in m². */
    public static final double LEAST_AREA = 1;

    /** Borders that run nearer to each other than this without being the same are a mismatch, in metres. */
    public static final double MATCH_WIDTH = 1;

    /** Distances that come of computing alone. */
    private static final double ROUNDING = 0.001;

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::kind)
            .thenComparing(Comparator.comparingDouble(Finding::size).reversed())
            .thenComparing(finding -> finding.units().toString())
            .thenComparing(Finding::place, (a, b) -> a.compareTo(b));

    private final List<? extends Geometry> units;
    private final Geometry[] valid;
    private final List<Finding> findings = new ArrayList<>();

    private CoverageCheck(List<? extends Geometry> units) {
        this.units = units;
        this.valid = new Geometry[units.size()];
    }

    /**
     * What is wrong, ordered by kind, the largest first; empty for a clean coverage.
     *
     * @param units polygons and multipolygons, in one metric CRS
     */
    public static List<Finding> of(List<? extends Geometry> units) {
        CoverageCheck check = new CoverageCheck(units);
        check.checkRings();
        check.checkOverlaps();
        check.checkGaps();
        check.findings.sort(ORDER);
        return List.copyOf(check.findings);
    }

    private void checkRings() {
        for (int i = 0; i < valid.length; i++) {
            Geometry unit = units.get(i);
            valid[i] = unit;
            TopologyValidationError error = new IsValidOp(unit).getValidationError();
            if (error != null) {
                Geometry place = unit.getFactory().createPoint(error.getCoordinate());
                findings.add(new Finding(Finding.Kind.INVALID_RING, List.of(i), place, 0));
                valid[i] = GeometryFixer.fix(unit);
            }
            if (valid[i].getArea() == 0) {
                findings.add(new Finding(Finding.Kind.EMPTY, List.of(i), unit.copy(), 0));
            }
        }
    }

    /** The validator names the stretches of border that do not fit; only there overlaps have to be computed. */
    private void checkOverlaps() {
        Geometry[] misfits = CoverageValidator.validate(valid, MATCH_WIDTH);
        STRtree tree = new STRtree();
        for (int i = 0; i < valid.length; i++) {
            if (!isNone(misfits[i])) {
                tree.insert(valid[i].getEnvelopeInternal(), i);
            }
        }
        for (int i = 0; i < valid.length; i++) {
            if (!isNone(misfits[i])) {
                compare(i, misfits[i], tree);
            }
        }
    }

    private static boolean isNone(Geometry misfit) {
        return misfit == null || misfit.isEmpty();
    }

    private void compare(int i, Geometry misfit, STRtree tree) {
        Envelope near = new Envelope(valid[i].getEnvelopeInternal());
        near.expandBy(MATCH_WIDTH);
        boolean overlaps = false;
        List<Geometry> neighbours = new ArrayList<>();
        for (Object found : tree.query(near)) {
            int j = (Integer) found;
            if (j != i) {
                overlaps |= overlap(i, j);
                neighbours.add(valid[j].getBoundary());
            }
        }
        double width = overlaps ? 0 : farthest(misfit, neighbours);
        if (width > ROUNDING) {
            findings.add(new Finding(Finding.Kind.MISMATCH, List.of(i), misfit, width));
        }
    }

    /** The greatest distance of a vertex of the stretch from the neighbours' borders, among those that are near. */
    private static double farthest(Geometry misfit, List<Geometry> neighbours) {
        if (neighbours.isEmpty()) {
            return 0;
        }
        Geometry borders = misfit.getFactory().buildGeometry(neighbours);
        IndexedFacetDistance distance = new IndexedFacetDistance(borders);
        double farthest = 0;
        for (Coordinate vertex : misfit.getCoordinates()) {
            double apart = distance.distance(misfit.getFactory().createPoint(vertex));
            // stretches farther away belong to rings that were repaired
            farthest = apart <= MATCH_WIDTH ? Math.max(farthest, apart) : farthest;
        }
        return farthest;
    }

    private boolean overlap(int i, int j) {
        Geometry common = OverlayNGRobust.overlay(valid[i], valid[j], OverlayNG.INTERSECTION);
        if (common.getArea() < LEAST_AREA) {
            return false;
        }
        if (i < j) {
            findings.add(new Finding(Finding.Kind.OVERLAP, List.of(i, j), common, common.getArea()));
        }
        return true;
    }

    private void checkGaps() {
        Geometry union = Coverages.dissolve(List.of(valid));
        STRtree parts = new STRtree();
        for (int i = 0; i < union.getNumGeometries(); i++) {
            parts.insert(union.getGeometryN(i).getEnvelopeInternal(), union.getGeometryN(i));
        }
        Borders borders = new Borders();
        for (int i = 0; i < union.getNumGeometries(); i++) {
            Polygon part = (Polygon) union.getGeometryN(i);
            for (int j = 0; j < part.getNumInteriorRing(); j++) {
                gap(part.getInteriorRingN(j), parts, borders);
            }
        }
    }

    private void gap(LinearRing hole, STRtree parts, Borders borders) {
        Geometry free = withoutIslands(hole, parts);
        if (free.getArea() >= LEAST_AREA) {
            findings.add(new Finding(Finding.Kind.GAP, borders.along(hole), free, free.getArea()));
        }
    }

    /** The area of a hole less the units that stand inside of it. */
    private static Geometry withoutIslands(LinearRing hole, STRtree parts) {
        Geometry area = hole.getFactory().createPolygon(hole);
        Envelope box = hole.getEnvelopeInternal();
        for (Object found : parts.query(box)) {
            Geometry part = (Geometry) found;
            if (box.contains(part.getEnvelopeInternal())) {
                area = OverlayNGRobust.overlay(area, part, OverlayNG.DIFFERENCE);
            }
        }
        return area;
    }

    /** Finds the units along a line; what is computed of a unit is kept, since gaps come in swarms. */
    private final class Borders {
        private final STRtree tree = new STRtree();
        private final Map<Integer, IndexedFacetDistance> distances = new HashMap<>();

        Borders() {
            for (int i = 0; i < valid.length; i++) {
                tree.insert(valid[i].getEnvelopeInternal(), i);
            }
        }

        List<Integer> along(LinearRing line) {
            Envelope near = new Envelope(line.getEnvelopeInternal());
            near.expandBy(MATCH_WIDTH);
            List<Integer> units = new ArrayList<>();
            for (Object found : tree.query(near)) {
                int unit = (Integer) found;
                if (distances
                        .computeIfAbsent(unit, i -> new IndexedFacetDistance(valid[i]))
                        .isWithinDistance(line, MATCH_WIDTH)) {
                    units.add(unit);
                }
            }
            units.sort(null);
            return units;
        }
    }
}
