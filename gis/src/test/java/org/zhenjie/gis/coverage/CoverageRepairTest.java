package org.zhenjie.gis.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.zhenjie.gis.support.TestLayers.square;
import static org.zhenjie.gis.support.TestLayers.wkt;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.zhenjie.gis.crs.Crs;
import org.zhenjie.gis.crs.GeometryTransform;
import org.zhenjie.gis.support.SharedData;
import org.zhenjie.gis.support.TestLayers;

class CoverageRepairTest {
    private static CoverageRepair.Result repaired(List<Geometry> units) {
        return CoverageRepair.of(units, Tolerances.DEFAULT, finding -> true);
    }

    private static double area(List<Geometry> units) {
        return units.stream().mapToDouble(Geometry::getArea).sum();
    }

    @Test
    void a_clean_coverage_is_left_as_it_is() {
        List<Geometry> units = Grids.crooked(4, 4, 1);

        CoverageRepair.Result result = repaired(units);

        assertThat(result.done()).isEmpty();
        assertThat(result.units()).isEqualTo(units);
    }

    @Test
    void an_overlap_is_cut_from_one_side_and_told_with_the_area_before_and_after() {
        CoverageRepair.Result result = repaired(List.of(square(0, 0, 100), square(90, 0, 100)));

        assertThat(result.left()).isEmpty();
        assertThat(result.done()).singleElement().satisfies(done -> {
            assertThat(done.finding().kind()).isEqualTo(Finding.Kind.OVERLAP);
            assertThat(done.changes()).singleElement().satisfies(change -> {
                assertThat(change.unit()).isEqualTo(1);
                assertThat(change.before()).isCloseTo(10_000, within(0.01));
                assertThat(change.after()).isCloseTo(9_000, within(0.01));
            });
        });
        assertThat(area(result.units())).isCloseTo(19_000, within(0.01));
    }

    @Test
    void a_gap_goes_to_the_neighbour_with_the_longest_border_along_it() {
        List<Geometry> units = List.of(
                wkt("POLYGON ((0 0, 0 90, 90 90, 90 60, 30 60, 30 30, 90 30, 90 0, 0 0))"),
                wkt("POLYGON ((90 0, 90 90, 120 90, 120 0, 90 0))"));

        CoverageRepair.Result result = repaired(units);

        assertThat(result.units().get(0).getArea()).isCloseTo(8100, within(0.01));
        assertThat(result.units().get(1).getArea()).isCloseTo(2700, within(0.01));
        assertThat(result.left()).isEmpty();
    }

    @Test
    void a_gap_is_filled_whose_neighbour_begins_a_rounding_beyond_it() {
        Geometry notched = wkt("POLYGON ((0 0, 0 100, 100 100, 90 50, 100 0, 0 0))");

        CoverageRepair.Result result = repaired(List.of(notched, square(100.00004, 0, 100)));

        assertThat(result.done()).hasSize(1);
        assertThat(result.left()).isEmpty();
    }

    @Test
    void an_islet_under_the_least_area_that_was_there_before_is_kept() {
        Geometry withIslet = wkt("MULTIPOLYGON (((0 0, 0 100, 100 100, 100 0, 0 0)),"
                + " ((95 102, 95 102.5, 95.5 102.5, 95.5 102, 95 102)))");

        CoverageRepair.Result result = repaired(List.of(square(90, 0, 100), withIslet));

        assertThat(result.done()).isNotEmpty();
        assertThat(result.units().get(1).getNumGeometries()).isEqualTo(2);
        assertThat(area(result.units())).isCloseTo(19_000.25, within(0.01));
    }

    @Test
    void what_is_not_wanted_stays() {
        List<Geometry> units = List.of(square(0, 0, 100), square(90, 0, 100));

        CoverageRepair.Result result =
                CoverageRepair.of(units, Tolerances.DEFAULT, finding -> finding.kind() == Finding.Kind.GAP);

        assertThat(result.done()).isEmpty();
        assertThat(result.units()).isEqualTo(units);
        assertThat(result.left()).extracting(Finding::kind).containsExactly(Finding.Kind.OVERLAP);
    }

    @Test
    void an_unwanted_invalid_ring_keeps_its_unit_from_being_changed() {
        Geometry bowTie = wkt("POLYGON ((0 0, 100 100, 100 0, 0 100, 0 0))");
        List<Geometry> units = List.of(bowTie, square(90, 0, 100));

        CoverageRepair.Result result =
                CoverageRepair.of(units, Tolerances.DEFAULT, finding -> finding.kind() != Finding.Kind.INVALID_RING);

        assertThat(result.units()).isEqualTo(units);
    }

    @Test
    void an_unwanted_invalid_ring_keeps_its_unit_as_it_is_where_others_are_mended_beside_it() {
        Geometry overlapping = wkt("POLYGON ((90 0, 90 20, 80 80, 190 80, 190 20, 90 0))");
        Geometry bowTie = wkt("POLYGON ((50 -20, 95 20, 95 -20, 50 20, 50 -20))");

        CoverageRepair.Result result = CoverageRepair.of(
                List.of(square(0, 0, 100), overlapping, bowTie),
                Tolerances.DEFAULT,
                finding -> finding.kind() != Finding.Kind.INVALID_RING);

        assertThat(result.done()).isNotEmpty();
        assertThat(result.units().get(2) == bowTie).isTrue();
    }

    @Test
    void an_invalid_ring_becomes_valid_and_a_repeated_vertex_is_dropped() {
        Geometry bowTie = wkt("POLYGON ((0 0, 100 100, 100 0, 0 100, 0 0))");
        Geometry repeated = wkt("POLYGON ((500 0, 500 9, 500 9, 509 9, 509 0, 500 0))");

        CoverageRepair.Result result = repaired(List.of(bowTie, repeated));

        assertThat(result.units().get(0).isValid()).isTrue();
        assertThat(result.units().get(0).getArea()).isCloseTo(5000, within(1e-6));
        assertThat(result.units().get(1).getNumPoints()).isEqualTo(5);
        assertThat(result.done())
                .extracting(done -> done.finding().kind())
                .containsExactly(Finding.Kind.INVALID_RING, Finding.Kind.DUPLICATE_VERTICES);
    }

    @Test
    void borders_that_run_beside_each_other_become_one() {
        Geometry left = wkt("POLYGON ((0 0, 0 100, 100 100, 100 0, 0 0))");
        Geometry right = wkt("POLYGON ((100 0, 100.3 100, 200 100, 200 0, 100 0))");

        CoverageRepair.Result result = repaired(List.of(left, right));

        assertThat(result.left()).isEmpty();
        assertThat(CoverageValidator.isValid(result.units().toArray(Geometry[]::new)))
                .isTrue();
    }

    @Test
    void borders_just_the_match_width_apart_become_one() {
        CoverageRepair.Result result = repaired(List.of(square(0, 0, 100), square(101, 0, 100)));

        assertThat(result.done()).isNotEmpty();
        assertThat(result.left()).isEmpty();
    }

    @Test
    void vertices_that_snap_onto_one_are_not_left_repeated() {
        Geometry finer = wkt("POLYGON ((100.3 0, 100.4 0.2, 100 100, 200 100, 200 0, 100.3 0))");

        CoverageRepair.Result result = CoverageRepair.of(
                List.of(square(0, 0, 100), finer),
                Tolerances.DEFAULT,
                finding -> finding.kind() == Finding.Kind.MISMATCH);

        assertThat(result.done()).isNotEmpty();
        assertThat(result.left()).isEmpty();
    }

    @Test
    void an_islet_that_snaps_onto_a_single_vertex_is_no_trouble() {
        Geometry withIslet = wkt("MULTIPOLYGON (((100.3 0, 100 100, 200 100, 200 0, 100.3 0)),"
                + " ((99.9 -0.4, 99.9 -0.2, 100.1 -0.2, 100.1 -0.4, 99.9 -0.4)))");

        CoverageRepair.Result result = repaired(List.of(square(0, 0, 100), withIslet));

        assertThat(result.done()).isNotEmpty();
        assertThat(result.units()).allMatch(Geometry::isValid);
    }

    @Test
    void a_unit_that_is_left_around_a_hole_that_touches_its_border_is_valid() {
        Geometry enclave = wkt("POLYGON ((0 50, 60 80, 60 20, 0 50))");
        Geometry beside = wkt("POLYGON ((-100 45, -100 100, 10 100, 10 50, 0 45, -100 45))");

        CoverageRepair.Result result = CoverageRepair.of(
                List.of(square(0, 0, 100), enclave, beside),
                Tolerances.DEFAULT,
                finding -> finding.kind() == Finding.Kind.OVERLAP);

        assertThat(result.done()).isNotEmpty();
        assertThat(result.units()).allMatch(Geometry::isValid);
    }

    @Test
    void a_duplicate_of_a_unit_is_for_people_to_decide() {
        List<Geometry> units = List.of(square(0, 0, 100), square(0, 0, 100));

        CoverageRepair.Result result = repaired(units);

        assertThat(result.done()).isEmpty();
        assertThat(result.left()).extracting(Finding::kind).containsExactly(Finding.Kind.OVERLAP);
    }

    @Property(tries = 25)
    void an_injected_overlap_is_found_with_its_area_and_mended(@ForAll long seed, @ForAll @IntRange(max = 15) int at) {
        Random random = new Random(seed);
        List<Geometry> units = new ArrayList<>(Grids.crooked(4, 4, seed));
        double whole = area(units);
        Geometry neighbour = units.get(at % 4 == 3 ? at - 1 : at + 1);
        double x = neighbour.getInteriorPoint().getX();
        double y = neighbour.getInteriorPoint().getY();
        Geometry tongue = square(x - 60 - random.nextInt(40), y - 50, 100);
        Geometry widened = units.get(at)
                .union(new org.locationtech.jts.geom.GeometryFactory()
                        .createLineString(new org.locationtech.jts.geom.Coordinate[] {
                            units.get(at).getInteriorPoint().getCoordinate(),
                            tongue.getInteriorPoint().getCoordinate()
                        })
                        .buffer(20)
                        .union(tongue));
        units.set(at, widened);
        double injected = area(units) - whole;

        List<Finding> findings = CoverageCheck.of(units);
        CoverageRepair.Result result = repaired(units);

        assertThat(findings)
                .allSatisfy(finding -> assertThat(finding.kind()).isIn(Finding.Kind.OVERLAP, Finding.Kind.SLIVER));
        assertThat(findings.stream().mapToDouble(Finding::squareMetres).sum()).isCloseTo(injected, within(1.0));
        assertThat(findings).allSatisfy(finding -> assertThat(finding.units()).contains(at));
        assertThat(result.left()).isEmpty();
        assertThat(area(result.units())).isCloseTo(whole, within(1.0));
        assertThat(CoverageValidator.isValid(result.units().toArray(Geometry[]::new)))
                .isTrue();
    }

    @Property(tries = 25)
    void an_injected_gap_is_found_with_its_area_and_filled(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 2) int row,
            @ForAll @IntRange(min = 1, max = 2) int column) {
        List<Geometry> units = new ArrayList<>(Grids.crooked(4, 4, seed));
        double whole = area(units);
        int at = row * 4 + column;
        Geometry full = units.get(at);
        double shrink = 0.5 + new Random(seed).nextDouble() * 0.45;
        units.set(
                at,
                AffineTransformation.scaleInstance(
                                shrink, shrink, full.getCoordinates()[0].x, full.getCoordinates()[0].y)
                        .transform(full));
        double injected = whole - area(units);

        List<Finding> findings = CoverageCheck.of(units);
        CoverageRepair.Result result = repaired(units);

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.GAP);
            assertThat(finding.squareMetres()).isCloseTo(injected, within(1.0));
            assertThat(finding.units()).contains(at);
        });
        assertThat(result.left()).isEmpty();
        assertThat(area(result.units())).isCloseTo(whole, within(1.0));
    }

    @Property(tries = 10)
    void a_coverage_whose_units_are_all_shaken_is_mended(@ForAll long seed) {
        assertShakenIsMended(seed);
    }

    @Test
    void rests_that_add_up_to_a_finding_once_what_lay_between_them_is_mended_are_mended_too() {
        assertShakenIsMended(-52471);
    }

    private static void assertShakenIsMended(long seed) {
        CoverageRepair.Result result = repaired(shaken(seed));

        assertThat(result.left())
                .noneMatch(finding -> finding.kind() == Finding.Kind.OVERLAP
                        || finding.kind() == Finding.Kind.GAP
                        || finding.kind() == Finding.Kind.SLIVER);
        assertThat(area(result.units()))
                .isCloseTo(Coverages.dissolve(result.units()).getArea(), within(25.0));
        assertThat(result.units()).allMatch(Geometry::isValid);
    }

    @Test
    void a_mismatch_that_comes_back_is_not_snapped_again_and_again() {
        CoverageRepair.Result result = repaired(shaken(-11943));

        assertThat(result.done())
                .extracting(CoverageRepair.Done::finding)
                .filteredOn(finding -> finding.kind() == Finding.Kind.MISMATCH)
                .doesNotHaveDuplicates();
    }

    @Test
    void the_same_coverage_is_repaired_the_same_way_each_time() {
        CoverageRepair.Result one = repaired(shaken(5));
        CoverageRepair.Result other = repaired(shaken(5));

        assertThat(other.units())
                .extracting(Geometry::toText)
                .isEqualTo(one.units().stream().map(Geometry::toText).toList());
        assertThat(other.done()).isEqualTo(one.done());
    }

    private static List<Geometry> shaken(long seed) {
        Random random = new Random(seed);
        List<Geometry> units = new ArrayList<>();
        for (Geometry unit : Grids.crooked(5, 5, seed)) {
            units.add(AffineTransformation.translationInstance(random.nextInt(60) - 30, random.nextInt(60) - 30)
                    .transform(unit));
        }
        return units;
    }

    @Test
    void real_townships_with_injected_faults_come_back_whole() {
        GeometryTransform toMetric = Crs.between(Crs.decode("EPSG:4326"), Crs.decode("EPSG:3826"));
        List<Geometry> towns = new ArrayList<>();
        TestLayers.read(SharedData.townships()).forEach(read -> towns.add(toMetric.apply(read.geometry())));
        List<Finding> before = CoverageCheck.of(towns);
        List<Geometry> shaken = new ArrayList<>(towns);
        for (int town = 20; town < 360; town += 60) {
            shaken.set(town, AffineTransformation.translationInstance(30, -20).transform(towns.get(town)));
        }

        CoverageRepair.Result result = repaired(shaken);

        assertThat(CoverageCheck.of(shaken)).hasSizeGreaterThan(before.size());
        assertThat(result.left().stream()
                        .filter(finding -> finding.repair() instanceof Repair.GiveOverlap
                                || finding.repair() instanceof Repair.FillGap)
                        .toList())
                .isEmpty();
        assertThat(result.units().get(1) == shaken.get(1)).isTrue();
    }
}
