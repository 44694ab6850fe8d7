package org.zhenjie.gis.crs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.zhenjie.gis.crs.CrsCandidates.Candidate;

class CrsCandidatesTest {
    private static final Envelope SHANWEI = new Envelope(114.9, 116.2, 22.6, 23.5);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EPSG:4547",
                "EPSG:4526",
                "EPSG:4509",
                "EPSG:4498",
                "EPSG:2383",
                "EPSG:2362",
                "EPSG:2435",
                "EPSG:2414",
                "EPSG:21460",
                "EPSG:21420",
                "EPSG:2345",
                "EPSG:2334",
                "EPSG:32650",
                "EPSG:3857"
            })
    void the_system_that_the_coordinates_are_in_is_among_the_candidates(String code) {
        Envelope box = in(code, new Envelope(115.3, 115.5, 22.8, 22.9));

        assertThat(codes(CrsCandidates.of(box, Optional.of(SHANWEI)))).contains(code);
    }

    @ParameterizedTest
    @CsvSource({"EPSG:4547, EPSG:4534", "EPSG:4526, EPSG:4525", "EPSG:32650, EPSG:32647"})
    void where_other_data_lie_rules_out_zones_that_lead_elsewhere(String right, String wrong) {
        Envelope box = in(right, new Envelope(115.3, 115.5, 22.8, 22.9));

        assertThat(codes(CrsCandidates.of(box, Optional.of(SHANWEI))))
                .contains(right)
                .doesNotContain(wrong);
    }

    @Test
    void a_zone_number_before_the_easting_leaves_one_zone_of_each_family() {
        Envelope box = in("EPSG:4526", new Envelope(115.3, 115.5, 22.8, 22.9));

        assertThat(codes(CrsCandidates.of(box, Optional.empty())))
                .containsExactly("EPSG:4526", "EPSG:2362", "EPSG:2414");
    }

    @Test
    void the_candidate_says_where_the_data_would_lie() {
        Envelope box = in("EPSG:4547", new Envelope(115.29, 115.31, 22.79, 22.81));

        assertThat(CrsCandidates.of(box, Optional.empty()).get(0).text())
                .isEqualTo("EPSG:4547 (CGCS2000 / 3-degree Gauss-Kruger CM 114E, 115.300 22.800)");
    }

    @Test
    void degrees_may_be_of_a_web_map() {
        assertThat(codes(CrsCandidates.of(SHANWEI, Optional.empty())))
                .containsExactly("EPSG:4490", "EPSG:4326", "GCJ-02", "BD-09", "EPSG:4610", "EPSG:4214");
    }

    @Test
    void coordinates_of_nowhere_have_no_candidates() {
        assertThat(CrsCandidates.of(new Envelope(1, 2, 1e9, 2e9), Optional.empty()))
                .isEmpty();
        assertThat(CrsCandidates.of(new Envelope(), Optional.empty())).isEmpty();
    }

    @Test
    void a_message_names_some_and_says_how_many_more_there_are() {
        Envelope box = in("EPSG:4547", new Envelope(115.3, 115.5, 22.8, 22.9));

        List<String> texts = CrsCandidates.texts(CrsCandidates.of(box, Optional.empty()));

        assertThat(texts).hasSize(9);
        assertThat(texts.get(8)).startsWith("+ ");
    }

    @Test
    void latitude_before_longitude_is_noticed() {
        assertThat(CrsCandidates.areSwapped(new Envelope(22.6, 23.5, 114.9, 116.2)))
                .isTrue();
        assertThat(CrsCandidates.areSwapped(SHANWEI)).isFalse();
    }

    private static Envelope in(String code, Envelope lonLat) {
        var crs = Crs.decode(code);
        var base = ((org.geotools.api.referencing.crs.ProjectedCRS) crs).getBaseCRS();
        return Crs.between(base, crs).apply(lonLat);
    }

    private static List<String> codes(List<Candidate> candidates) {
        return candidates.stream().map(Candidate::code).toList();
    }
}
