package org.zhenjie.gis.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.zhenjie.gis.support.TestLayers.square;
import static org.zhenjie.gis.support.TestLayers.wkt;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

class PlaceCheckTest {
    private final List<Geometry> towns = List.of(square(0, 0, 100), square(100, 0, 100));

    @Test
    void a_town_that_reaches_beyond_its_county_is_told_with_the_area_outside() {
        List<Finding> findings = PlaceCheck.outsideCounty(
                towns,
                List.of("A", "A"),
                Map.of("A", wkt("POLYGON ((0 0, 0 100, 180 100, 180 0, 0 0))")),
                Tolerances.DEFAULT);

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.OUTSIDE_COUNTY);
            assertThat(finding.units()).containsExactly(1);
            assertThat(finding.squareMetres()).isCloseTo(2000, within(1e-6));
        });
    }

    @Test
    void narrow_strips_of_layers_drawn_apart_are_not_told() {
        assertThat(PlaceCheck.outsideCounty(
                        towns,
                        List.of("A", "A"),
                        Map.of("A", wkt("POLYGON ((0 0, 0 100, 198 100, 198 0, 0 0))")),
                        Tolerances.DEFAULT))
                .isEmpty();
    }

    @Test
    void a_point_in_no_town_is_told_with_the_nearest_one() {
        Map<String, Point> points =
                Map.of("clinic", (Point) wkt("POINT (150 130)"), "hall", (Point) wkt("POINT (100 50)"));

        List<Finding> findings = PlaceCheck.pointsOutside(towns, points);

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.POINT_OUTSIDE);
            assertThat(finding.units()).containsExactly(1);
            assertThat(finding.facts()).containsExactly("clinic", 30L);
        });
    }
}
