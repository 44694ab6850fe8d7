package org.zhenjie.gis.coverage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryEditor;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlay.snap.GeometrySnapper;
import org.locationtech.jts.operation.overlayng.CoverageUnion;

/**
 * Mends findings of a {@link CoverageCheck}, those that the caller wants, one by one. First rings are made valid, repeated
 * vertices dropped and borders snapped; then the borders of the units concerned are brought together, and the faces between
 * them dealt to their owners, so that neighbours have the same vertices along a mended border. What that brings about is
 * mended likewise, until nothing changes any more. Units that no repair touches stay the same objects.
 */
public final class CoverageRepair {
    /** Repairs that undo each other have to end; shaken coverages are at rest after four at the most. */
    private static final int MOST_PASSES = 10;

    private final Tolerances tolerances;
    private final Predicate<Finding> wanted;
    private final List<Geometry> units;
    private final List<Done> done = new ArrayList<>();
    private final Map<Integer, Double> areasAtFirst = new HashMap<>();
    private final Set<Integer> untouched = new TreeSet<>();
    private List<Finding> found;

    private CoverageRepair(List<? extends Geometry> units, Tolerances tolerances, Predicate<Finding> wanted) {
        this.units = new ArrayList<>(units);
        this.tolerances = tolerances;
        this.wanted = wanted;
    }

    /**
     * What came of it.
     *
     * @param units the units in their order, repaired ones changed
     * @param done the repairs in the order in which they were made
     * @param left what a check of the result finds
     */
    public record Result(List<Geometry> units, List<Done> done, List<Finding> left) {
        public Result {
            units = List.copyOf(units);
            done = List.copyOf(done);
            left = List.copyOf(left);
        }
    }

    /**
     * A repair that was made.
     *
     * @param finding what it mended
     * @param changes what it changed, in the order of the units
     */
    public record Done(Finding finding, List<Change> changes) {
        public Done {
            changes = List.copyOf(changes);
        }
    }

    /** Area of a unit before and after a repair, m². */
    public record Change(int unit, double before, double after) {}

    /**
     * Mends what is wanted and can be mended.
     *
     * @param units polygons and multipolygons, in one metric CRS
     * @param wanted findings to mend; those that people have to decide on are left whatever it says, and so is all that
     *     concerns a unit with an invalid ring that is not wanted
     */
    public static Result of(List<? extends Geometry> units, Tolerances tolerances, Predicate<Finding> wanted) {
        CoverageRepair repair = new CoverageRepair(units, tolerances, wanted);
        repair.run();
        return new Result(repair.units, repair.done, repair.found);
    }

    /** Small rests may add up to a finding once what lay between them is mended, so one pass may not be enough. */
    private void run() {
        found = CoverageCheck.of(units, tolerances);
        found.stream()
                .filter(finding -> finding.kind() == Finding.Kind.INVALID_RING && !wanted.test(finding))
                .forEach(finding -> untouched.addAll(finding.units()));
        int before = -1;
        for (int pass = 0; pass < MOST_PASSES && done.size() > before; pass++) {
            before = done.size();
            step(this::mendOutlines);
            step(this::snapBorders);
            step(this::dealFaces);
        }
    }

    private void step(Consumer<List<Finding>> repairs) {
        int before = done.size();
        repairs.accept(toMend());
        if (done.size() > before) {
            found = CoverageCheck.of(units, tolerances);
        }
    }

    /** Findings that are to be mended, of the units as they are now. */
    private List<Finding> toMend() {
        return found.stream()
                .filter(wanted)
                .filter(finding -> finding.units().stream().noneMatch(untouched::contains))
                .toList();
    }

    private void mendOutlines(List<Finding> findings) {
        for (Finding finding : findings) {
            if (finding.repair() instanceof Repair.MakeValid repair) {
                change(finding, repair.unit(), Rings.fixed(units.get(repair.unit())));
            } else if (finding.repair() instanceof Repair.DropVertices repair) {
                change(finding, repair.unit(), withoutRepeated(units.get(repair.unit())));
            }
        }
    }

    /** A mismatch that comes back is left: what snapping it brought about was mended to what it had been. */
    private void snapBorders(List<Finding> findings) {
        Set<Finding> snapped = done.stream().map(Done::finding).collect(Collectors.toSet());
        for (Finding finding : findings) {
            if (finding.repair() instanceof Repair.Snap repair && !snapped.contains(finding)) {
                snap(finding, repair.unit());
            }
        }
    }

    private void change(Finding finding, int unit, Geometry mended) {
        double before = units.get(unit).getArea();
        units.set(unit, mended);
        done.add(new Done(finding, List.of(new Change(unit, before, mended.getArea()))));
    }

    private static Geometry withoutRepeated(Geometry unit) {
        return new GeometryEditor().edit(unit, new GeometryEditor.CoordinateOperation() {
            @Override
            public Coordinate[] edit(Coordinate[] vertices, Geometry ring) {
                return CoordinateArrays.removeRepeatedPoints(vertices);
            }
        });
    }

    /** Lays the unit onto its neighbours' vertices, then gives the neighbours those of the unit that they lack. */
    private void snap(Finding finding, int unit) {
        List<Integer> neighbours = new UnitIndex(units)
                .within(finding.place(), tolerances.matchWidth()).stream()
                        .filter(other -> other != unit && !untouched.contains(other))
                        .toList();
        Geometry borders = finding.place()
                .getFactory()
                .buildGeometry(neighbours.stream().map(units::get).toList());
        List<Change> changes = new ArrayList<>();
        snapOnto(unit, borders, changes);
        neighbours.forEach(neighbour -> snapOnto(neighbour, units.get(unit), changes));
        if (!changes.isEmpty()) {
            done.add(new Done(finding, changes));
        }
    }

    private void snapOnto(int unit, Geometry target, List<Change> changes) {
        Geometry before = units.get(unit);
        Geometry snapped = new GeometrySnapper(before).snapTo(target, tolerances.matchWidth() + CoverageCheck.ROUNDING);
        if (!snapped.equalsExact(before)) {
            // several vertices may have come to lie on one, those of a whole islet too
            units.set(unit, snapped.isValid() ? withoutRepeated(snapped) : Rings.fixed(snapped));
            changes.add(new Change(unit, before.getArea(), units.get(unit).getArea()));
        }
    }

    /** Mends overlaps, gaps and slivers. */
    private void dealFaces(List<Finding> found) {
        List<Finding> findings = found.stream()
                .filter(finding ->
                        finding.repair() instanceof Repair.GiveOverlap || finding.repair() instanceof Repair.FillGap)
                .toList();
        if (findings.isEmpty()) {
            return;
        }
        List<Integer> concerned = concerned(findings);
        List<Geometry> geometries = concerned.stream().<Geometry>map(units::get).toList();
        Faces faces = new Faces(concerned, geometries);
        int before = done.size();
        for (Finding finding : findings) {
            List<Change> changes = faces.deal(finding);
            if (!changes.isEmpty()) {
                done.add(new Done(finding, changes));
            }
        }
        if (done.size() > before) {
            OriginalVertices original = new OriginalVertices(geometries);
            faces.units().forEach((unit, mended) -> set(unit, original.in(mended)));
        }
    }

    private void set(int unit, Geometry mended) {
        if (!mended.norm().equalsExact(units.get(unit).norm())) {
            units.set(unit, mended);
        }
    }

    /** The vertices as they were before they were brought onto the grid. */
    private static final class OriginalVertices {
        private final Map<Long, Map<Long, Coordinate>> vertices = new HashMap<>();

        OriginalVertices(List<Geometry> units) {
            for (Geometry unit : units) {
                for (Coordinate vertex : unit.getCoordinates()) {
                    vertices.computeIfAbsent(EdgeTable.onGrid(vertex.x), x -> new HashMap<>())
                            .putIfAbsent(EdgeTable.onGrid(vertex.y), vertex);
                }
            }
        }

        Geometry in(Geometry geometry) {
            geometry.apply((Coordinate vertex) -> {
                Coordinate original = vertices.getOrDefault(EdgeTable.onGrid(vertex.x), Map.of())
                        .get(EdgeTable.onGrid(vertex.y));
                if (original != null) {
                    vertex.setCoordinate(original);
                }
            });
            geometry.geometryChanged();
            return geometry;
        }
    }

    /** Units near a place: those that claim it, and those that get new vertices on their border. */
    private List<Integer> concerned(List<Finding> findings) {
        UnitIndex index = new UnitIndex(units);
        Set<Integer> concerned = new TreeSet<>();
        for (Finding finding : findings) {
            Envelope box = finding.place().getEnvelopeInternal();
            // places are on the grid, units are not
            box.expandBy(1 / EdgeTable.PER_METRE);
            concerned.addAll(index.near(box));
        }
        concerned.removeAll(untouched);
        return List.copyOf(concerned);
    }

    /** The faces between all borders of the units concerned, and whose each is. */
    private final class Faces {
        private final List<Polygon> faces = new ArrayList<>();
        private final List<Set<Integer>> owners = new ArrayList<>();
        private final STRtree tree = new STRtree();
        private final Map<Integer, Double> areas = new HashMap<>();
        private final List<Integer> concerned;

        Faces(List<Integer> concerned, List<Geometry> geometries) {
            this.concerned = concerned;
            for (Fabric.Face face : new Fabric(EdgeTable.of(geometries), true).faces()) {
                Polygon polygon = face.polygon();
                Set<Integer> own = new TreeSet<>();
                for (int position : face.owners().keySet()) {
                    own.add(concerned.get(position));
                    areas.merge(concerned.get(position), polygon.getArea(), Double::sum);
                }
                owners.add(own);
                tree.insert(polygon.getEnvelopeInternal(), faces.size());
                faces.add(polygon);
            }
            areas.forEach(areasAtFirst::putIfAbsent);
        }

        List<Change> deal(Finding finding) {
            Map<Integer, Double> before = new TreeMap<>();
            for (Object found : tree.query(finding.place().getEnvelopeInternal())) {
                int face = (Integer) found;
                if (isIn(faces.get(face), finding.place())) {
                    deal(face, finding.repair(), before);
                }
            }
            return before.entrySet().stream()
                    .map(entry -> new Change(entry.getKey(), entry.getValue(), areas.get(entry.getKey())))
                    .toList();
        }

        /** By area: a face that is all but closed has no point that is safely inside. */
        private static boolean isIn(Polygon face, Geometry place) {
            double half = face.getArea() / 2;
            return half <= place.getArea() && Coverages.common(face, place).getArea() > half;
        }

        private void deal(int face, Repair repair, Map<Integer, Double> before) {
            if (repair instanceof Repair.FillGap fill && owners.get(face).isEmpty()) {
                add(face, fill.to(), before);
            } else if (repair instanceof Repair.GiveOverlap give) {
                give.from().forEach(loser -> take(face, give.to(), loser, before));
            }
        }

        /** Several small losses may not add up to what one alone may not take. */
        private void take(int face, int winner, int loser, Map<Integer, Double> before) {
            double left = areas.getOrDefault(loser, 0.0) - faces.get(face).getArea();
            boolean spares = left >= CoverageCheck.MOST_LOSS * areasAtFirst.getOrDefault(loser, 0.0);
            if (spares && owners.get(face).contains(winner) && owners.get(face).remove(loser)) {
                before.putIfAbsent(loser, areas.get(loser));
                areas.put(loser, left);
            }
        }

        private void add(int face, int unit, Map<Integer, Double> before) {
            owners.get(face).add(unit);
            before.putIfAbsent(unit, areas.get(unit));
            areas.merge(unit, faces.get(face).getArea(), Double::sum);
        }

        /**
         * Leaves out parts under the least area that a cut left beside the main part. Islets that the unit had before stay,
         * and so does a unit of nothing else.
         */
        private static Geometry withoutCrumbs(Geometry unit, Geometry before, double least) {
            List<Geometry> islets = parts(before).stream()
                    .filter(part -> part.getArea() < least)
                    .toList();
            List<Geometry> parts = parts(unit).stream()
                    .filter(part -> part.getArea() >= least || islets.stream().anyMatch(part::intersects))
                    .toList();
            if (parts.isEmpty() || parts.size() == unit.getNumGeometries()) {
                return unit;
            }
            return unit.getFactory().buildGeometry(parts);
        }

        private static List<Geometry> parts(Geometry geometry) {
            List<Geometry> parts = new ArrayList<>();
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                parts.add(geometry.getGeometryN(i));
            }
            return parts;
        }

        /** The units put together from their faces. */
        Map<Integer, Geometry> units() {
            Map<Integer, List<Polygon>> parts = new LinkedHashMap<>();
            concerned.forEach(unit -> parts.put(unit, new ArrayList<>()));
            for (int i = 0; i < faces.size(); i++) {
                for (int owner : owners.get(i)) {
                    parts.get(owner).add(faces.get(i));
                }
            }
            Map<Integer, Geometry> result = new LinkedHashMap<>();
            parts.forEach((unit, own) -> {
                if (!own.isEmpty()) {
                    Geometry all = own.get(0).getFactory().createGeometryCollection(own.toArray(Geometry[]::new));
                    Geometry whole = Coverages.validAreas(CoverageUnion.union(all));
                    result.put(unit, withoutCrumbs(whole, CoverageRepair.this.units.get(unit), tolerances.leastArea()));
                }
            });
            return result;
        }
    }
}
