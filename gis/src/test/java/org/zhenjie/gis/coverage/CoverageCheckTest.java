package org.zhenjie.gis.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.zhenjie.gis.support.TestLayers.square;
import static org.zhenjie.gis.support.TestLayers.wkt;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;

class CoverageCheckTest {
    @Test
    void a_clean_coverage_has_no_findings() {
        assertThat(CoverageCheck.of(Grids.crooked(6, 6, 1))).isEmpty();
    }

    @Test
    void an_overlap_is_found_with_its_units_and_area() {
        List<Finding> findings = CoverageCheck.of(List.of(square(0, 0, 100), square(90, 0, 100)));

        assertThat(findings).extracting(Finding::kind).containsExactly(Finding.Kind.OVERLAP);
        assertThat(findings.get(0).units()).containsExactly(0, 1);
        assertThat(findings.get(0).squareMetres()).isCloseTo(1000, within(1e-6));
    }

    @Test
    void an_overlap_is_found_where_borders_all_but_coincide_with_its_outline() {
        Geometry one = wkt("POLYGON ((2935.194184360699 132.2361206824387, 2831.7062888631012 884.5949987221677,"
                + " 3836.905702336399 858.6962324068393, 3898.764708802674 -151.27185901309025,"
                + " 2935.194184360699 132.2361206824387))");
        Geometry other = wkt("POLYGON ((3862.764708802674 -119.27185901309024, 3800.905702336399 890.6962324068393,"
                + " 4891.300628243756 848.3145942851276, 4795.023973899915 -14.545719021120036,"
                + " 3862.764708802674 -119.27185901309024))");

        List<Finding> findings = CoverageCheck.of(List.of(one, other));

        assertThat(findings).extracting(Finding::kind).containsExactly(Finding.Kind.OVERLAP);
        assertThat(findings.get(0).squareMetres()).isCloseTo(33_240.4, within(0.1));
    }

    @Test
    void a_unit_that_is_there_twice_overlaps_itself_wholly() {
        List<Finding> findings = CoverageCheck.of(List.of(square(0, 0, 100), square(0, 0, 100)));

        assertThat(findings).extracting(Finding::kind).containsExactly(Finding.Kind.OVERLAP);
        assertThat(findings.get(0).squareMetres()).isCloseTo(10_000, within(1e-6));
    }

    @Test
    void a_gap_is_found_with_the_units_around_it_and_its_area() {
        List<Geometry> units = new ArrayList<>(Grids.crooked(3, 3, 2));
        Geometry middle = units.remove(4);

        List<Finding> findings = CoverageCheck.of(units);

        assertThat(findings).extracting(Finding::kind).containsExactly(Finding.Kind.GAP);
        assertThat(findings.get(0).squareMetres()).isCloseTo(middle.getArea(), within(0.1));
        assertThat(findings.get(0).units()).contains(1, 3, 4, 6);
        assertThat(findings.get(0).place().norm().equalsExact(middle.norm(), 1e-4))
                .isTrue();
    }

    @Test
    void an_island_inside_of_a_hole_is_no_part_of_the_gap() {
        Geometry ring = wkt("POLYGON ((0 0, 0 90, 90 90, 90 0, 0 0), (30 30, 60 30, 60 60, 30 60, 30 30))");

        List<Finding> findings = CoverageCheck.of(List.of(ring, square(40, 40, 10)));

        assertThat(findings).extracting(Finding::kind).containsExactly(Finding.Kind.GAP);
        assertThat(findings.get(0).squareMetres()).isCloseTo(800, within(1e-6));
    }

    @Test
    void the_largest_of_a_kind_comes_first() {
        List<Finding> findings = CoverageCheck.of(List.of(square(0, 0, 100), square(99, 0, 100), square(190, 0, 100)));

        assertThat(findings).extracting(Finding::squareMetres).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(findings).hasSize(2);
    }

    @Test
    void a_ring_that_crosses_itself_is_found_at_the_crossing() {
        Geometry bowTie = wkt("POLYGON ((0 0, 100 100, 100 0, 0 100, 0 0))");

        List<Finding> findings = CoverageCheck.of(List.of(square(500, 500, 10), bowTie));

        assertThat(findings).extracting(Finding::kind).containsExactly(Finding.Kind.INVALID_RING);
        assertThat(findings.get(0).units()).containsExactly(1);
        assertThat(findings.get(0).place().equalsExact(wkt("POINT (50 50)"))).isTrue();
    }

    @Test
    void a_border_that_runs_beside_its_neighbours_is_a_mismatch() {
        Geometry left = wkt("POLYGON ((0 0, 0 100, 100 100, 100 0, 0 0))");
        Geometry right = wkt("POLYGON ((100 0, 100.3 100, 200 100, 200 0, 100 0))");

        List<Finding> findings = CoverageCheck.of(List.of(left, right));

        assertThat(findings).extracting(Finding::kind).containsOnly(Finding.Kind.MISMATCH);
        assertThat(findings.get(0).facts()).containsExactly(0.3);
        assertThat(findings.get(0).squareMetres()).isCloseTo(15, within(1e-3));
    }

    @Test
    void a_border_drawn_twice_encloses_slivers() {
        Geometry left = wkt("POLYGON ((0 0, 0 100, 100 100, 100 0, 0 0))");
        Geometry bulging = wkt("POLYGON ((100 0, 100.3 50, 100 100, 200 100, 200 0, 100 0))");
        Geometry biting = wkt("POLYGON ((100 0, 99.7 50, 100 100, 200 100, 200 0, 100 0))");

        for (Geometry right : List.of(bulging, biting)) {
            List<Finding> findings = CoverageCheck.of(List.of(left, right));

            assertThat(findings).extracting(Finding::kind).containsExactly(Finding.Kind.SLIVER);
            assertThat(findings.get(0).units()).containsExactly(0, 1);
            assertThat(findings.get(0).squareMetres()).isCloseTo(15, within(0.01));
            assertThat(findings.get(0).facts()).containsExactly(0.15);
        }
    }

    @Test
    void what_is_a_sliver_and_what_is_rounding_can_be_set() {
        List<Geometry> units = List.of(
                wkt("POLYGON ((0 0, 0 100, 100 100, 100 0, 0 0))"),
                wkt("POLYGON ((100 0, 104 50, 100 100, 200 100, 200 0, 100 0))"));

        assertThat(CoverageCheck.of(units, new Tolerances(1, 1, 1)))
                .extracting(Finding::kind)
                .containsExactly(Finding.Kind.GAP);
        assertThat(CoverageCheck.of(units, new Tolerances(250, 1, 0.01))).isEmpty();
    }

    @Test
    void an_overlap_is_left_to_the_unit_whose_land_borders_it_most_but_never_takes_all_of_the_other() {
        Geometry wide = square(0, 0, 100);
        Geometry tongue = wkt("POLYGON ((90 40, 90 60, 200 60, 200 40, 90 40))");
        Geometry inner = square(20, 20, 10);

        assertThat(CoverageCheck.of(List.of(wide, tongue)).get(0).repair())
                .isEqualTo(new Repair.GiveOverlap(0, List.of(1)));
        assertThat(CoverageCheck.of(List.of(wide, inner)).get(0).repair())
                .isEqualTo(new Repair.GiveOverlap(1, List.of(0)));
        assertThat(CoverageCheck.of(List.of(wide, wide)).get(0).repair()).isEqualTo(new Repair.ByHand());
    }

    @Test
    void an_overlap_across_a_border_that_others_have_in_common_is_told_by_pairs() {
        List<Finding> findings = CoverageCheck.of(List.of(
                square(0, 0, 100), square(0, 100, 100), wkt("POLYGON ((90 80, 90 130, 300 130, 300 80, 90 80))")));

        assertThat(findings).extracting(Finding::units).containsExactly(List.of(1, 2), List.of(0, 2));
        assertThat(findings)
                .extracting(finding -> Math.round(finding.squareMetres()))
                .containsExactly(300L, 200L);
    }

    @Test
    void a_vertex_that_only_one_side_has_is_no_finding() {
        Geometry finer = wkt("POLYGON ((100 0, 100 33, 100 100, 200 100, 200 0, 100 0))");

        assertThat(CoverageCheck.of(List.of(square(0, 0, 100), finer))).isEmpty();
    }

    @Test
    void repeated_vertices_are_counted() {
        Geometry repeated = wkt("POLYGON ((0 0, 0 9, 0 9, 9 9, 9 9, 9 0, 0 0))");

        List<Finding> findings = CoverageCheck.of(List.of(repeated, square(9, 0, 9)));

        assertThat(findings).extracting(Finding::kind).containsExactly(Finding.Kind.DUPLICATE_VERTICES);
        assertThat(findings.get(0).facts()).containsExactly(2);
    }

    @Test
    void a_hole_that_begins_where_the_outline_ends_repeats_no_vertex() {
        Geometry touching = wkt("POLYGON ((0 0, 0 9, 9 9, 9 0, 0 0), (0 0, 3 6, 6 3, 0 0))");

        assertThat(CoverageCheck.of(List.of(touching, wkt("POLYGON ((0 0, 3 6, 6 3, 0 0))"))))
                .isEmpty();
    }

    @Test
    void a_part_among_other_units_is_an_exclave_and_an_island_is_a_further_part() {
        Geometry home = wkt("MULTIPOLYGON (((0 0, 0 9, 9 9, 9 0, 0 0)), ((18 0, 18 3, 21 3, 21 0, 18 0)))");
        Geometry islands = wkt("MULTIPOLYGON (((9 0, 9 9, 18 9, 18 0, 9 0)), ((50 50, 50 52, 52 52, 52 50, 50 50)))");

        List<Finding> findings = CoverageCheck.of(List.of(home, islands));

        assertThat(findings).extracting(Finding::kind).containsExactly(Finding.Kind.EXCLAVE, Finding.Kind.MULTI_PART);
        assertThat(findings).extracting(Finding::squareMetres).containsExactly(9.0, 4.0);
        assertThat(findings).extracting(Finding::units).containsExactly(List.of(0), List.of(1));
    }

    @Test
    void one_pass_gives_the_borders_too() {
        List<Geometry> units = Grids.crooked(4, 4, 7);

        assertThat(CoverageCheck.withBorders(units, Tolerances.DEFAULT).borders())
                .isEqualTo(Adjacency.of(units));
    }

    @Test
    void borders_that_differ_by_rounding_alone_are_no_finding() {
        assertThat(CoverageCheck.of(List.of(square(0, 0, 100), square(100.0000001, 0, 100))))
                .isEmpty();
    }

    @Test
    void a_unit_without_area_is_found() {
        assertThat(CoverageCheck.of(List.of(square(0, 0, 10), wkt("POLYGON EMPTY"))))
                .extracting(Finding::kind)
                .containsExactly(Finding.Kind.EMPTY);
        assertThat(CoverageCheck.of(List.of(square(0, 0, 10), wkt("POLYGON ((50 50, 50 50, 50 50, 50 50))"))))
                .extracting(Finding::kind)
                .contains(Finding.Kind.EMPTY);
    }

    @Property(tries = 20)
    void an_inner_unit_pushed_over_its_neighbour_is_always_found(
            @ForAll @IntRange(min = 1, max = 3) int row,
            @ForAll @IntRange(min = 1, max = 3) int column,
            @ForAll long seed) {
        int unit = row * 5 + column;
        List<Geometry> units = new ArrayList<>(Grids.crooked(5, 5, seed));
        units.set(unit, AffineTransformation.translationInstance(40, 25).transform(units.get(unit)));

        List<Finding> findings = CoverageCheck.of(units);

        assertThat(findings)
                .anyMatch(f -> f.kind() == Finding.Kind.OVERLAP && f.units().contains(unit));
        assertThat(findings)
                .anyMatch(f -> f.kind() == Finding.Kind.GAP && f.units().contains(unit));
    }

    @Property(tries = 20)
    void dissolving_keeps_the_area_and_the_outer_border(
            @ForAll @IntRange(min = 2, max = 6) int size, @ForAll long seed) {
        List<Geometry> units = Grids.crooked(size, size, seed);

        Geometry whole = Coverages.dissolve(units);

        assertThat(whole instanceof Polygon).isTrue();
        assertThat(whole.getArea())
                .isCloseTo(units.stream().mapToDouble(Geometry::getArea).sum(), within(1e-3));
        assertThat(whole.getNumPoints()).isEqualTo(4 * size + 1);
    }

    @Test
    void dissolving_units_that_overlap_counts_no_area_twice() {
        Geometry union = Coverages.dissolve(List.of(square(0, 0, 100), square(90, 0, 100)));

        assertThat(union.getArea()).isCloseTo(19_000, within(1e-6));
    }

    @Test
    void dissolving_nothing_gives_nothing() {
        assertThat(Coverages.dissolve(List.of()).isEmpty()).isTrue();
    }
}
