package org.zhenjie.gis.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.zhenjie.gis.coverage.Adjacency;
import org.zhenjie.gis.coverage.CoverageCheck;
import org.zhenjie.gis.coverage.Finding;
import org.zhenjie.gis.coverage.Grids;
import org.zhenjie.gis.coverage.SharedBorder;
import org.zhenjie.gis.problem.InputException;

/** Any sequence of edits and undos leaves the coverage whole. */
class EditProperties {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final int EDITS = 14;

    /** Draws edits as people might, right and wrong ones. */
    static final class Hand {
        private final Random random;
        private int codes;

        Hand(long seed) {
            this.random = new Random(seed);
        }

        Edit edit(Coverage coverage) {
            List<String> codes = List.copyOf(coverage.units().keySet());
            String unit = codes.get(random.nextInt(codes.size()));
            String neighbour = neighbour(coverage, codes, unit);
            return switch (random.nextInt(4)) {
                case 0 -> new Edit.Merge(List.of(unit, neighbour), random.nextBoolean() ? unit : next());
                case 1 ->
                    new Edit.Move(
                            unit, neighbour, new Cut.Area(blob(coverage.units().get(unit))));
                case 2 -> new Edit.Move(unit, neighbour, line(coverage.units().get(unit), side()));
                default -> new Edit.Split(unit, line(coverage.units().get(unit), Optional.empty()), unit, next());
            };
        }

        private String next() {
            return "N" + ++codes;
        }

        private Optional<Side> side() {
            return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(Side.values()[random.nextInt(2)]);
        }

        private String neighbour(Coverage coverage, List<String> codes, String unit) {
            int position = codes.indexOf(unit);
            List<Integer> near = new ArrayList<>();
            for (SharedBorder border : Adjacency.of(List.copyOf(coverage.units().values()))) {
                if (border.i() == position || border.j() == position) {
                    near.add(border.i() == position ? border.j() : border.i());
                }
            }
            return near.isEmpty() ? codes.get(0) : codes.get(near.get(random.nextInt(near.size())));
        }

        /** Across the unit, with a bend; now and then through a vertex of its border or along a stretch of it. */
        private Cut.Line line(Geometry unit, Optional<Side> side) {
            Coordinate[] border = unit.getCoordinates();
            Envelope extent = unit.getEnvelopeInternal();
            List<Coordinate> vertices = new ArrayList<>();
            vertices.add(around(extent));
            int kind = random.nextInt(4);
            int at = random.nextInt(border.length - 1);
            if (kind == 0) {
                vertices.add(border[at].copy());
            } else if (kind == 1) {
                vertices.add(border[at].copy());
                vertices.add(border[at + 1].copy());
            }
            vertices.add(inside(extent));
            vertices.add(around(extent));
            return new Cut.Line(FACTORY.createLineString(vertices.toArray(Coordinate[]::new)), side);
        }

        private Geometry blob(Geometry unit) {
            Coordinate[] border = unit.getCoordinates();
            Coordinate centre =
                    random.nextBoolean() ? border[random.nextInt(border.length)] : inside(unit.getEnvelopeInternal());
            return FACTORY.createPoint(centre).buffer(50 + 400 * random.nextDouble(), 1 + random.nextInt(6));
        }

        private Coordinate inside(Envelope extent) {
            return new Coordinate(
                    extent.getMinX() + random.nextDouble() * extent.getWidth(),
                    extent.getMinY() + random.nextDouble() * extent.getHeight());
        }

        private Coordinate around(Envelope extent) {
            double angle = random.nextDouble() * 2 * Math.PI;
            double radius = extent.getDiameter();
            return new Coordinate(
                    extent.centre().x + radius * Math.cos(angle), extent.centre().y + radius * Math.sin(angle));
        }
    }

    static Coverage grid(int rows, int columns, long seed) {
        List<Geometry> cells = Grids.crooked(rows, columns, seed);
        Map<String, Geometry> units = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            units.put("U" + i, cells.get(i));
        }
        return new Coverage(units);
    }

    @Property(tries = 100)
    void edits_and_undos_leave_no_gap_no_overlap_and_the_same_area(@ForAll @LongRange(min = 0) long seed) {
        assertKeptWhole(grid(4, 4, seed), new Hand(seed), EDITS);
    }

    /** Edits and undos at random; after each the coverage is matched, and all undos together give the first one. */
    static int assertKeptWhole(Coverage start, Hand hand, int edits) {
        Coverage coverage = start;
        Deque<Edit> undos = new ArrayDeque<>();
        int done = 0;
        for (int i = 0; i < edits; i++) {
            boolean undo = !undos.isEmpty() && hand.random.nextInt(5) == 0;
            Edit edit = undo ? undos.pop() : hand.edit(coverage);
            Optional<Edited> edited = tried(coverage, edit);
            if (edited.isPresent()) {
                assertShares(edited.get().lineage());
                coverage = edited.get().coverage();
                done++;
                assertWhole(start, coverage);
                if (!undo) {
                    undos.push(edited.get().undo());
                }
            }
        }
        while (!undos.isEmpty()) {
            coverage = Edits.apply(coverage, undos.pop(), People.EVENLY).coverage();
        }
        assertThat(coverage).isEqualTo(start);
        return done;
    }

    private static Optional<Edited> tried(Coverage coverage, Edit edit) {
        try {
            return Optional.of(Edits.apply(coverage, edit, People.EVENLY));
        } catch (InputException refused) {
            assertThat(refused.problems().get(0).key()).isNotEqualTo("edit.invalid");
            return Optional.empty();
        }
    }

    private static void assertShares(Lineage lineage) {
        Map<String, Double> areas = new LinkedHashMap<>();
        Map<String, Double> people = new LinkedHashMap<>();
        lineage.pieces().forEach(piece -> {
            areas.merge(piece.from(), piece.areaShare(), Double::sum);
            people.merge(piece.from(), piece.peopleShare(), Double::sum);
        });
        assertThat(areas.values()).allSatisfy(sum -> assertThat(sum).isCloseTo(1, within(1e-9)));
        assertThat(people.values()).allSatisfy(sum -> assertThat(sum).isCloseTo(1, within(1e-9)));
    }

    private static void assertWhole(Coverage start, Coverage coverage) {
        assertThat(CoverageCheck.of(List.copyOf(coverage.units().values())))
                // parts apart from each other may be meant
                .filteredOn(
                        finding -> finding.kind() != Finding.Kind.EXCLAVE && finding.kind() != Finding.Kind.MULTI_PART)
                .allSatisfy(finding -> assertThat(finding.squareMetres()).isLessThan(1));
        assertThat(coverage.area()).isCloseTo(start.area(), within(0.01));
        assertThat(lengthOfOneSide(coverage)).isCloseTo(lengthOfOneSide(start), within(0.01));
    }

    /** Length of all segments that only one unit has: the outer border, if neighbours have the same vertices. */
    static double lengthOfOneSide(Coverage coverage) {
        Map<LineSegment, Integer> owners = new HashMap<>();
        for (Geometry unit : coverage.units().values()) {
            for (Object part : LinearComponentExtracter.getLines(unit)) {
                Coordinate[] ring = ((LineString) part).getCoordinates();
                for (int i = 1; i < ring.length; i++) {
                    LineSegment segment = new LineSegment(ring[i - 1], ring[i]);
                    segment.normalize();
                    owners.merge(segment, 1, Integer::sum);
                }
            }
        }
        return owners.entrySet().stream()
                .filter(entry -> entry.getValue() == 1)
                .mapToDouble(entry -> entry.getKey().getLength())
                .sum();
    }
}
