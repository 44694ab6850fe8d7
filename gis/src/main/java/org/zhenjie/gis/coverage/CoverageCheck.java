package org.zhenjie.gis.coverage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import org.locationtech.jts.operation.linemerge.LineMerger;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Whether units cover an area without gaps and overlaps, and who borders whom, in one pass. Gaps are areas that units
 * enclose: bays and inlets that are open to the outside are not told from the coast. Definitions are in
 * {@code docs/coverage.md}.
 */
public final class CoverageCheck {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** Distances that come of computing alone, metres. */
    static final double ROUNDING = 0.001;

    /** A unit that would lose more than this share of itself keeps an overlap. */
    static final double MOST_LOSS = 0.5;

    private final List<? extends Geometry> units;
    private final Tolerances tolerances;
    private final List<Geometry> valid = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private UnitIndex index;
    private EdgeTable edges;
    private Fabric fabric;

    private CoverageCheck(List<? extends Geometry> units, Tolerances tolerances) {
        this.units = units;
        this.tolerances = tolerances;
    }

    /**
     * What a check found.
     *
     * @param findings what is wrong or worth a look, in {@link Finding#ORDER}
     * @param borders rook neighbours, within {@link Adjacency#TOLERANCE}
     */
    public record Result(List<Finding> findings, List<SharedBorder> borders) {
        public Result {
            findings = List.copyOf(findings);
            borders = List.copyOf(borders);
        }
    }

    /** What is wrong with units by {@link Tolerances#DEFAULT}; empty for a clean coverage of single parts. */
    public static List<Finding> of(List<? extends Geometry> units) {
        return of(units, Tolerances.DEFAULT);
    }

    /**
     * What is wrong, in {@link Finding#ORDER}; empty for a clean coverage of single parts.
     *
     * @param units polygons and multipolygons, in one metric CRS, in which the sizes are measured
     */
    public static List<Finding> of(List<? extends Geometry> units, Tolerances tolerances) {
        CoverageCheck check = new CoverageCheck(units, tolerances);
        check.run();
        return List.copyOf(check.findings);
    }

    /** What is wrong, and who borders whom, of one pass over the edges; parameters as of {@link #of(List, Tolerances)}. */
    public static Result withBorders(List<? extends Geometry> units, Tolerances tolerances) {
        CoverageCheck check = new CoverageCheck(units, tolerances);
        check.run();
        return new Result(check.findings, Adjacency.rook(check.edges, Adjacency.TOLERANCE));
    }

    private void run() {
        checkRings();
        index = new UnitIndex(valid);
        edges = EdgeTable.of(valid);
        fabric = new Fabric(edges, false);
        checkFaces();
        checkParts();
        checkBordersAlongside();
        findings.sort(Finding.ORDER);
    }

    private void add(
            Finding.Kind kind, List<Integer> units, Geometry place, double size, Repair repair, Object... facts) {
        findings.add(new Finding(kind, units, place, size, List.of(facts), repair));
    }

    private void checkRings() {
        for (int i = 0; i < units.size(); i++) {
            Geometry unit = units.get(i);
            TopologyValidationError error = new IsValidOp(unit).getValidationError();
            if (error == null) {
                valid.add(unit);
                checkVertices(i);
            } else {
                Geometry fixed = Rings.fixed(unit);
                valid.add(fixed);
                add(
                        Finding.Kind.INVALID_RING,
                        List.of(i),
                        FACTORY.createPoint(error.getCoordinate()),
                        Math.abs(fixed.getArea() - unit.getArea()),
                        new Repair.MakeValid(i));
            }
            if (valid.get(i).getArea() == 0) {
                add(Finding.Kind.EMPTY, List.of(i), unit.copy(), 0, new Repair.ByHand());
            }
        }
    }

    private void checkVertices(int unit) {
        List<Coordinate> repeated = new ArrayList<>();
        // ring by ring, since a hole may begin where the outline ends
        for (Object ring : LinearComponentExtracter.getLines(units.get(unit))) {
            Coordinate[] vertices = ((LineString) ring).getCoordinates();
            for (int i = 1; i < vertices.length; i++) {
                if (vertices[i].equals2D(vertices[i - 1])) {
                    repeated.add(vertices[i]);
                }
            }
        }
        if (!repeated.isEmpty()) {
            add(
                    Finding.Kind.DUPLICATE_VERTICES,
                    List.of(unit),
                    FACTORY.createPoint(repeated.get(0)),
                    0,
                    new Repair.DropVertices(unit),
                    repeated.size());
        }
    }

    private void checkFaces() {
        for (Fabric.Face face : fabric.faces()) {
            if (face.polygon().getArea() >= tolerances.leastArea()) {
                if (face.cover() == 0) {
                    gap(face.polygon());
                } else if (face.cover() > 1) {
                    overlaps(face.polygon());
                }
            }
        }
    }

    private void gap(Polygon face) {
        Map<Integer, Double> borders = fabric.borders(face);
        Repair repair = longest(borders, borders.keySet().stream().toList())
                .<Repair>map(Repair.FillGap::new)
                .orElseGet(Repair.ByHand::new);
        addArea(Finding.Kind.GAP, List.copyOf(borders.keySet()), face, repair);
    }

    private static Optional<Integer> longest(Map<Integer, Double> borders, List<Integer> among) {
        // of equal ones the first in the file
        return among.stream()
                .max(Comparator.comparing((Integer unit) -> borders.getOrDefault(unit, 0.0))
                        .thenComparing(Comparator.<Integer>naturalOrder().reversed()));
    }

    private void addArea(Finding.Kind kind, List<Integer> concerned, Geometry place, Repair repair) {
        double width = Fabric.width(place);
        if (width < tolerances.sliverWidth()) {
            add(Finding.Kind.SLIVER, concerned, place, place.getArea(), repair, Math.round(width * 1000) / 1000.0);
        } else {
            add(kind, concerned, place, place.getArea(), repair);
        }
    }

    /** Borders that units have in common may cross the face, so who claims what of it has to be computed. */
    private void overlaps(Polygon face) {
        List<Integer> owners = index.near(face.getEnvelopeInternal());
        List<Geometry> parts = owners.stream()
                .map(unit -> Coverages.common(face, valid.get(unit)))
                .toList();
        for (int a = 0; a < owners.size(); a++) {
            for (int b = a + 1; b < owners.size(); b++) {
                if (!parts.get(a).isEmpty() && !parts.get(b).isEmpty()) {
                    overlap(owners.get(a), owners.get(b), Coverages.common(parts.get(a), parts.get(b)), face);
                }
            }
        }
    }

    private void overlap(int a, int b, Geometry common, Polygon face) {
        for (int i = 0; i < common.getNumGeometries(); i++) {
            Geometry place = common.getGeometryN(i);
            if (place.getArea() >= tolerances.leastArea()) {
                addArea(Finding.Kind.OVERLAP, List.of(a, b), place, overlapRepair(a, b, place.getArea(), face));
            }
        }
    }

    /** To the one whose own land borders the overlap along the greater length, unless the other would all but vanish. */
    private Repair overlapRepair(int a, int b, double area, Polygon face) {
        boolean aKeeps = area > MOST_LOSS * valid.get(a).getArea();
        boolean bKeeps = area > MOST_LOSS * valid.get(b).getArea();
        if (aKeeps && bKeeps) {
            return new Repair.ByHand();
        }
        Map<Integer, Double> borders = fabric.borders(face);
        // where the outline is one's border, beyond it lies the other's own land
        boolean toA = borders.getOrDefault(b, 0.0) >= borders.getOrDefault(a, 0.0);
        return aKeeps || !bKeeps && toA ? new Repair.GiveOverlap(a, List.of(b)) : new Repair.GiveOverlap(b, List.of(a));
    }

    private void checkParts() {
        for (int i = 0; i < valid.size(); i++) {
            boolean asGiven = valid.get(i) == units.get(i);
            if (asGiven && valid.get(i).getNumGeometries() > 1) {
                parts(i);
            }
        }
    }

    private void parts(int unit) {
        Geometry geometry = valid.get(unit);
        int largest = 0;
        for (int i = 1; i < geometry.getNumGeometries(); i++) {
            largest = geometry.getGeometryN(i).getArea()
                            > geometry.getGeometryN(largest).getArea()
                    ? i
                    : largest;
        }
        List<Polygon> exclaves = new ArrayList<>();
        List<Polygon> islands = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (i != largest && geometry.getGeometryN(i) instanceof Polygon part && part.getArea() > 0) {
                boolean borders =
                        index.within(part, tolerances.matchWidth()).stream().anyMatch(other -> other != unit);
                (borders ? exclaves : islands).add(part);
            }
        }
        addParts(Finding.Kind.EXCLAVE, unit, exclaves);
        addParts(Finding.Kind.MULTI_PART, unit, islands);
    }

    private void addParts(Finding.Kind kind, int unit, List<Polygon> parts) {
        if (!parts.isEmpty()) {
            Geometry place = FACTORY.createMultiPolygon(parts.toArray(Polygon[]::new));
            add(kind, List.of(unit), place, place.getArea(), new Repair.ByHand(), parts.size());
        }
    }

    /** Only units with edges at which the cover changes can have borders that run beside their neighbours'. */
    private void checkBordersAlongside() {
        List<Integer> loose = new ArrayList<>(new TreeSet<>(fabric.loose()));
        Geometry[] subset = loose.stream().map(valid::get).toArray(Geometry[]::new);
        Geometry[] misfits = CoverageValidator.validate(subset, tolerances.matchWidth());
        List<Finding> areas = List.copyOf(findings);
        for (int i = 0; i < misfits.length; i++) {
            if (misfits[i] != null && !misfits[i].isEmpty()) {
                mismatch(loose.get(i), misfits[i], areas);
            }
        }
    }

    private void mismatch(int unit, Geometry misfit, List<Finding> areas) {
        List<Geometry> told = areas.stream()
                .filter(finding -> finding.units().contains(unit) && isArea(finding))
                .map(Finding::place)
                .toList();
        List<LineString> lines = new ArrayList<>();
        double widest = 0;
        double area = 0;
        for (Object merged : merged(misfit)) {
            LineString line = (LineString) merged;
            if (told.stream().noneMatch(place -> place.isWithinDistance(line, tolerances.matchWidth()))) {
                double[] strip = strip(unit, line);
                if (strip[0] > ROUNDING) {
                    lines.add(line);
                    widest = Math.max(widest, strip[0]);
                    area += strip[1];
                }
            }
        }
        if (!lines.isEmpty()) {
            MultiLineString place = FACTORY.createMultiLineString(lines.toArray(LineString[]::new));
            add(
                    Finding.Kind.MISMATCH,
                    List.of(unit),
                    place,
                    area,
                    new Repair.Snap(unit),
                    Math.round(widest * 1000) / 1000.0);
        }
    }

    private static boolean isArea(Finding finding) {
        return switch (finding.kind()) {
            case OVERLAP, GAP, SLIVER -> true;
            default -> false;
        };
    }

    private static Collection<?> merged(Geometry lines) {
        LineMerger merger = new LineMerger();
        merger.add(LinearComponentExtracter.getLines(lines));
        return merger.getMergedLineStrings();
    }

    /** Greatest width and area of the strip between a stretch and the neighbours' borders, where those are near. */
    private double[] strip(int unit, LineString line) {
        List<IndexedFacetDistance> neighbours = index.within(line, tolerances.matchWidth()).stream()
                .filter(other -> other != unit)
                .map(index::distance)
                .toList();
        double widest = 0;
        double area = 0;
        double before = 0;
        for (int i = 0; i < line.getNumPoints(); i++) {
            Geometry vertex = line.getPointN(i);
            double apart = neighbours.stream()
                    .mapToDouble(neighbour -> neighbour.distance(vertex))
                    .min()
                    .orElse(Double.MAX_VALUE);
            // stretches farther away belong to rings that were repaired
            double width = apart <= tolerances.matchWidth() ? apart : 0;
            widest = Math.max(widest, width);
            if (i > 0) {
                area += (width + before) / 2 * line.getCoordinateN(i).distance(line.getCoordinateN(i - 1));
            }
            before = width;
        }
        return new double[] {widest, area};
    }
}
