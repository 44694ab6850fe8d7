package org.zhenjie.gis.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhenjie.gis.support.TestLayers.wkt;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

class RingsTest {
    @Test
    void a_spike_is_dropped_and_the_area_stays() {
        Geometry fixed = Rings.fixed(wkt("POLYGON ((0 0, 4 0, 4 4, 9 9, 4 4, 0 4, 0 0))"));

        assertThat(fixed.equalsTopo(wkt("POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))"))).isTrue();
        assertThat(fixed.isValid()).isTrue();
    }

    @Test
    void a_bow_tie_becomes_two_areas() {
        Geometry fixed = Rings.fixed(wkt("POLYGON ((0 0, 4 4, 4 0, 0 4, 0 0))"));

        assertThat(fixed.isValid()).isTrue();
        assertThat(fixed.getArea()).isEqualTo(8);
    }

    @Test
    void a_ring_of_spikes_alone_is_empty() {
        assertThat(Rings.fixed(wkt("POLYGON ((0 0, 4 0, 0 0, 4 0, 0 0))")).isEmpty())
                .isTrue();
    }

    /** Found by the corpus of damaged files: 3,000 spikes took ten seconds, since each was noded with each. */
    @Test
    void thousands_of_equal_spikes_do_not_take_the_square_of_their_number() {
        String ring = "POLYGON ((0 0, 4 0, 4 4" + ", 9 9, 4 4".repeat(20_000) + ", 0 4, 0 0))";

        Geometry fixed = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Rings.fixed(wkt(ring)));

        assertThat(fixed.getArea()).isEqualTo(16);
    }

    @Test
    void thousands_of_equal_loops_do_not_either() {
        String ring = "POLYGON ((0 0, 4 0, 4 4" + ", 9 4, 9 9, 4 9, 4 4".repeat(20_000) + ", 0 4, 0 0))";

        Geometry fixed = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Rings.fixed(wkt(ring)));

        assertThat(fixed.getArea()).isEqualTo(16 + 25);
    }
}
