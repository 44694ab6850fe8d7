package org.zhenjie.scenarios.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.zhenjie.scenarios.indicator.Spread.Staffing;

/** How the spread of staffing ratios is measured. */
class SpreadTest {
    @Test
    void towns_that_are_alike_have_none() {
        Spread spread =
                Spread.over(List.of(new Staffing(8, 10), new Staffing(16, 20))).orElseThrow();
        assertThat(spread).isEqualTo(new Spread(0.8, 0, 0.8, 0.8, 0));
    }

    @Test
    void the_deviation_is_weighted_by_need() {
        // mean 30/40; (10 x (0.9 - 0.75)^2 + 30 x (0.7 - 0.75)^2) / 40
        Spread spread =
                Spread.over(List.of(new Staffing(9, 10), new Staffing(21, 30))).orElseThrow();
        assertThat(spread.mean()).isCloseTo(0.75, within(1e-12));
        assertThat(spread.deviation()).isCloseTo(Math.sqrt(0.3 / 40), within(1e-12));
        assertThat(spread.least()).isCloseTo(0.7, within(1e-12));
        assertThat(spread.most()).isCloseTo(0.9, within(1e-12));
    }

    @Test
    void one_town_with_everything_has_the_gini_index_of_the_others_share_of_need() {
        Spread spread =
                Spread.over(List.of(new Staffing(10, 10), new Staffing(0, 30))).orElseThrow();
        assertThat(spread.gini()).isCloseTo(0.75, within(1e-12));
    }

    @Test
    void towns_without_need_do_not_count() {
        assertThat(Spread.over(List.of(new Staffing(3, 0)))).isEmpty();
        assertThat(Spread.over(List.of(new Staffing(3, 0), new Staffing(5, 10)))
                        .orElseThrow()
                        .mean())
                .isEqualTo(0.5);
    }

    @Property
    void the_mean_lies_between_the_extremes_and_the_gini_index_between_0_and_1(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 500) Integer> posts) {
        Spread spread = Spread.over(posts.stream()
                        .map(one -> new Staffing(one, 7 + one % 13))
                        .toList())
                .orElseThrow();
        assertThat(spread.mean()).isBetween(spread.least() - 1e-9, spread.most() + 1e-9);
        assertThat(spread.gini()).isBetween(0.0, 1.0);
        assertThat(spread.deviation()).isLessThanOrEqualTo(spread.most() - spread.least() + 1e-9);
    }
}
