package org.zhenjie.gis.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.zhenjie.gis.support.TestLayers.square;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;

class EqualAreaTest {
    /** Found by the corpus of damaged files: a longitude of 215° ended in a fault. */
    @ParameterizedTest
    @ValueSource(doubles = {-179.5, 115, 179.8, 215.015})
    void a_square_of_degrees_has_its_area_wherever_its_longitude_is_counted_from(double west) {
        Geometry square = square(west, 22.5, 0.1);
        var degrees = Crs.decode(Crs.WGS84);

        Geometry measured = Crs.between(degrees, EqualArea.around(degrees, square.getEnvelopeInternal()))
                .apply(square);

        // 10.295 km by 11.075 km at 22.55°
        assertThat(measured.getArea()).isCloseTo(113.9e6, within(0.3e6));
    }
}
