package org.zhenjie.gis.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.zhenjie.gis.support.TestLayers.square;
import static org.zhenjie.gis.support.TestLayers.wkt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Geometry;
import org.zhenjie.gis.crs.Crs;
import org.zhenjie.gis.crs.GeometryTransform;
import org.zhenjie.gis.support.SharedData;
import org.zhenjie.gis.support.TestLayers;

class AdjacencyTest {
    @Test
    void units_that_share_a_border_are_neighbours_by_its_length() {
        assertThat(Adjacency.of(List.of(square(0, 0, 100), square(100, 0, 100))))
                .containsExactly(new SharedBorder(0, 1, 100));
    }

    @Test
    void units_that_touch_in_a_corner_are_not() {
        assertThat(Adjacency.of(List.of(square(0, 0, 100), square(100, 100, 100))))
                .isEmpty();
    }

    @Test
    void for_queens_units_that_touch_in_a_corner_are_neighbours_without_length() {
        List<Geometry> units = List.of(square(0, 0, 100), square(100, 100, 100), square(100, 0, 100));

        assertThat(Adjacency.queen(units, Adjacency.TOLERANCE))
                .containsExactly(new SharedBorder(0, 1, 0), new SharedBorder(0, 2, 100), new SharedBorder(1, 2, 100));
    }

    @Test
    void for_queens_a_corner_may_touch_a_border_where_that_has_no_vertex() {
        Geometry tip = wkt("POLYGON ((100 50, 150 80, 150 20, 100 50))");

        assertThat(Adjacency.queen(List.of(square(0, 0, 100), tip), Adjacency.TOLERANCE))
                .containsExactly(new SharedBorder(0, 1, 0));
        assertThat(Adjacency.of(List.of(square(0, 0, 100), tip))).isEmpty();
    }

    @Test
    void vertices_that_only_one_neighbour_has_do_not_matter() {
        Geometry finer = Densifier.densify(square(100, 0, 100), 7);

        List<SharedBorder> borders = Adjacency.of(List.of(square(0, 0, 100), finer));

        assertThat(borders).hasSize(1);
        assertThat(borders.get(0).sharedMetres()).isCloseTo(100, within(0.001));
    }

    @Test
    void a_border_that_overlaps_in_part_counts_in_part() {
        List<SharedBorder> borders = Adjacency.of(List.of(square(0, 0, 100), square(100, 60, 100)));

        assertThat(borders.get(0).sharedMetres()).isCloseTo(40, within(0.001));
    }

    @Test
    void borders_within_a_centimetre_are_one_and_beyond_are_two() {
        assertThat(Adjacency.of(List.of(square(0, 0, 100), square(100.005, 0, 100))))
                .hasSize(1);
        assertThat(Adjacency.of(List.of(square(0, 0, 100), square(100.05, 0, 100))))
                .isEmpty();
    }

    @Test
    void an_enclave_borders_the_unit_around_it() {
        Geometry around = wkt("POLYGON ((0 0, 0 90, 90 90, 90 0, 0 0), (30 30, 60 30, 60 60, 30 60, 30 30))");

        assertThat(Adjacency.of(List.of(around, square(30, 30, 30)))).containsExactly(new SharedBorder(0, 1, 120));
    }

    @Test
    void exclaves_and_units_without_area_are_no_trouble() {
        Geometry twoParts = wkt("MULTIPOLYGON (((0 0, 0 1, 1 1, 1 0, 0 0)), ((5 0, 5 1, 6 1, 6 0, 5 0)))");

        assertThat(Adjacency.of(List.of(twoParts, square(1, 0, 1), square(4, 0, 1), wkt("POLYGON EMPTY"))))
                .containsExactly(new SharedBorder(0, 1, 1), new SharedBorder(0, 2, 1));
    }

    @Property(tries = 40)
    void in_a_grid_neighbours_are_those_beside_above_and_below(
            @ForAll @IntRange(min = 1, max = 8) int rows,
            @ForAll @IntRange(min = 1, max = 8) int columns,
            @ForAll long seed) {
        List<SharedBorder> borders = Adjacency.of(Grids.crooked(rows, columns, seed));

        assertThat(borders).hasSize(rows * (columns - 1) + columns * (rows - 1));
        assertThat(borders).allSatisfy(border -> {
            int step = border.j() - border.i();
            assertThat(step == columns || step == 1 && border.j() % columns != 0)
                    .isTrue();
        });
    }

    @Property(tries = 20)
    void in_a_grid_queens_have_the_neighbours_across_corners_too(
            @ForAll @IntRange(min = 1, max = 8) int rows,
            @ForAll @IntRange(min = 1, max = 8) int columns,
            @ForAll long seed) {
        List<Geometry> units = Grids.crooked(rows, columns, seed);

        List<SharedBorder> queen = Adjacency.queen(units, Adjacency.TOLERANCE);

        assertThat(queen.stream().filter(border -> border.sharedMetres() > 0).toList())
                .isEqualTo(Adjacency.of(units));
        assertThat(queen.stream().filter(border -> border.sharedMetres() == 0).count())
                .isEqualTo(2L * (rows - 1) * (columns - 1));
    }

    @Property(tries = 40)
    void each_unit_shares_no_more_than_its_outline_and_all_inner_borders_are_found(
            @ForAll @IntRange(min = 2, max = 7) int size, @ForAll long seed) {
        List<Geometry> units = Grids.crooked(size, size, seed);
        double outlines = units.stream().mapToDouble(Geometry::getLength).sum();
        double coast = Coverages.dissolve(units).getLength();

        double shared = Adjacency.of(units).stream()
                .mapToDouble(SharedBorder::sharedMetres)
                .sum();

        assertThat(2 * shared + coast).isCloseTo(outlines, within(1e-6 * outlines));
    }

    @Property(tries = 30)
    void the_order_of_units_does_not_matter(@ForAll @IntRange(min = 2, max = 6) int size, @ForAll long seed) {
        List<Geometry> units = Grids.crooked(size, size, seed);
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, units.size()).boxed().toList());
        Collections.shuffle(order, new Random(seed));

        List<SharedBorder> shuffled =
                Adjacency.of(order.stream().map(units::get).toList());

        assertThat(shuffled.stream()
                        .map(b -> List.of(
                                Math.min(order.get(b.i()), order.get(b.j())),
                                Math.max(order.get(b.i()), order.get(b.j()))))
                        .toList())
                .containsExactlyInAnyOrderElementsOf(Adjacency.of(units).stream()
                        .map(b -> List.of(b.i(), b.j()))
                        .toList());
    }

    @Property(tries = 30)
    void vertices_added_to_some_units_change_nothing(@ForAll @IntRange(min = 2, max = 5) int size, @ForAll long seed) {
        List<Geometry> units = Grids.crooked(size, size, seed);
        Random random = new Random(seed);
        List<Geometry> densified = units.stream()
                .map(unit -> random.nextBoolean() ? Densifier.densify(unit, 40 + random.nextInt(300)) : unit)
                .toList();

        List<SharedBorder> expected = Adjacency.of(units);
        List<SharedBorder> actual = Adjacency.of(densified);

        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.size(); i++) {
            assertThat(actual.get(i).i()).isEqualTo(expected.get(i).i());
            assertThat(actual.get(i).j()).isEqualTo(expected.get(i).j());
            assertThat(actual.get(i).sharedMetres()).isCloseTo(expected.get(i).sharedMetres(), within(0.1));
        }
    }

    @Test
    void real_townships_have_the_neighbours_that_an_overlay_finds() {
        GeometryTransform toMetric = Crs.between(Crs.decode("EPSG:4326"), Crs.decode("EPSG:3826"));
        List<Geometry> towns = TestLayers.read(SharedData.townships()).stream()
                .map(read -> toMetric.apply(read.geometry()))
                .toList();

        List<SharedBorder> borders = Adjacency.of(towns);

        assertThat(borders).hasSizeBetween(800, 1100);
        for (SharedBorder border : borders.subList(0, 100)) {
            double overlay = towns.get(border.i())
                    .getBoundary()
                    .intersection(towns.get(border.j()).getBoundary())
                    .getLength();
            assertThat(border.sharedMetres()).isCloseTo(overlay, within(Math.max(1, overlay * 0.02)));
        }
    }
}
