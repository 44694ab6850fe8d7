package org.zhenjie.gis.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.zhenjie.gis.support.TestLayers.square;
import static org.zhenjie.gis.support.TestLayers.wkt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.zhenjie.gis.bench.SeededCoverage;
import org.zhenjie.gis.coverage.Adjacency;
import org.zhenjie.gis.coverage.CoverageCheck;
import org.zhenjie.gis.crs.Crs;
import org.zhenjie.gis.crs.GeometryTransform;
import org.zhenjie.gis.support.SharedData;
import org.zhenjie.gis.support.TestLayers;

class DerivedGeographyTest {
    private static List<Geometry> realTowns(List<String> counties) {
        GeometryTransform toMetric = Crs.between(Crs.decode("EPSG:4326"), Crs.decode("EPSG:3826"));
        List<Geometry> towns = new ArrayList<>();
        TestLayers.read(SharedData.townships()).forEach(read -> {
            towns.add(toMetric.apply(read.geometry()));
            counties.add(String.valueOf(read.values().get(3)));
        });
        return towns;
    }

    private static List<String> pairs(List<Geometry> units) {
        return Adjacency.of(units).stream()
                .map(border -> border.i() + "-" + border.j())
                .toList();
    }

    private static int vertices(List<Geometry> units) {
        return units.stream().mapToInt(Geometry::getNumPoints).sum();
    }

    @Test
    void real_towns_dissolved_by_county_add_up_to_the_same_area() {
        List<String> counties = new ArrayList<>();
        List<Geometry> towns = realTowns(counties);

        Map<String, Geometry> dissolved = Dissolve.by(towns, counties);

        assertThat(dissolved.keySet())
                .containsExactlyElementsOf(counties.stream().distinct().toList());
        Map<String, Double> sums = new HashMap<>();
        for (int i = 0; i < towns.size(); i++) {
            sums.merge(counties.get(i), towns.get(i).getArea(), Double::sum);
        }
        dissolved.forEach((county, area) -> assertThat(area.getArea())
                .as(county)
                .isCloseTo(sums.get(county), within(100 + 1e-7 * sums.get(county))));
    }

    @Test
    void as_many_keys_as_units_are_needed() {
        assertThatThrownBy(() -> Dissolve.by(List.of(square(0, 0, 1)), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void real_towns_made_simpler_keep_their_neighbours_and_their_shared_borders() {
        List<Geometry> towns = realTowns(new ArrayList<>());
        Pyramid pyramid = new Pyramid(towns);
        int before = vertices(towns);
        for (int level = 1; level <= 5; level++) {
            List<Geometry> simple = pyramid.units(level);

            assertThat(pairs(simple)).as("level " + level).isEqualTo(pairs(towns));
            assertThat(CoverageValidator.isValid(simple.toArray(Geometry[]::new)))
                    .isEqualTo(CoverageValidator.isValid(towns.toArray(Geometry[]::new)));
            assertThat(vertices(simple)).isLessThanOrEqualTo(before);
            before = vertices(simple);
        }
        assertThat(before).isLessThan(vertices(towns) / 2);
    }

    @Test
    void a_higher_level_has_no_vertex_that_the_one_below_has_not() {
        Pyramid pyramid = new Pyramid(SeededCoverage.of(60, 5));
        for (int level = 1; level < 5; level++) {
            var below = pyramid.units(level).stream()
                    .flatMap(unit -> List.of(unit.getCoordinates()).stream())
                    .collect(Collectors.toSet());
            pyramid.units(level + 1).forEach(unit -> assertThat(below).contains(unit.getCoordinates()));
        }
    }

    @Test
    void levels_are_chosen_by_the_finest_thing_that_can_be_seen() {
        assertThat(Pyramid.levelFor(0.5)).isZero();
        assertThat(Pyramid.levelFor(1)).isEqualTo(1);
        assertThat(Pyramid.levelFor(15.9)).isEqualTo(2);
        assertThat(Pyramid.levelFor(1e9)).isEqualTo(7);
        assertThat(Pyramid.tolerance(3)).isEqualTo(16);
    }

    @Test
    void a_label_stands_in_the_middle_of_the_largest_circle_of_the_largest_part() {
        Geometry hammer = wkt("MULTIPOLYGON (((0 0, 0 10, 300 10, 300 100, 400 100, 400 0, 0 0)),"
                + " ((900 900, 900 910, 910 910, 910 900, 900 900)))");

        LabelPoint point = LabelPoint.of(hammer);

        assertThat(point.at().distance(wkt("POINT (350 50)").getCoordinate())).isLessThan(3);
        assertThat(point.radius()).isCloseTo(50, within(3.0));
    }

    @Test
    void labels_of_real_towns_stand_inside_with_room_around_them() {
        for (Geometry town : realTowns(new ArrayList<>())) {
            LabelPoint point = LabelPoint.of(town);

            assertThat(town.contains(town.getFactory().createPoint(point.at()))).isTrue();
        }
    }

    @Property(tries = 8)
    void a_seeded_coverage_is_clean_and_the_same_again(
            @ForAll @IntRange(min = 20, max = 150) int units, @ForAll long seed) {
        List<Geometry> coverage = SeededCoverage.of(units, seed);

        assertThat(coverage).hasSizeGreaterThanOrEqualTo(units);
        assertThat(CoverageCheck.of(coverage)).isEmpty();
        assertThat(SeededCoverage.of(units, seed)).isEqualTo(coverage);
    }
}
