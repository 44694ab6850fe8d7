package org.zhenjie.scenarios.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClassificationTest {

    private static final List<Double> HUNDRED =
            IntStream.rangeClosed(1, 100).mapToObj(i -> (double) i).toList();

    @Test
    void quantiles_hold_as_many_values_each() {
        Classification five = Classification.quantile(HUNDRED, 5, 0);
        assertThat(five.breaks()).containsExactly(21.0, 41.0, 61.0, 81.0);
        assertThat(HUNDRED.stream().filter(value -> five.classOf(value) == 2)).hasSize(20);
    }

    @Test
    void equal_intervals_are_of_one_width() {
        assertThat(Classification.equalInterval(List.of(0.0, 3.0, 10.0), 5, 1).breaks())
                .containsExactly(2.0, 4.0, 6.0, 8.0);
    }

    @Test
    void natural_breaks_fall_into_the_gaps() {
        List<Double> clusters = List.of(1.0, 2.0, 3.0, 50.0, 51.0, 52.0, 200.0, 201.0);
        assertThat(Classification.jenks(clusters, 3, 0).breaks()).containsExactly(50.0, 200.0);
    }

    @Test
    void natural_breaks_are_as_good_as_trying_every_pair_of_breaks() {
        Random random = new Random(3);
        for (int round = 0; round < 50; round++) {
            double[] values = random.doubles(12, 0, 100).sorted().toArray();
            double best = Double.POSITIVE_INFINITY;
            for (int i = 1; i < values.length - 1; i++) {
                for (int j = i + 1; j < values.length; j++) {
                    best = Math.min(best, spread(values, i, j));
                }
            }
            List<Integer> starts = NaturalBreaks.starts(values, 3);
            assertThat(spread(values, starts.get(0), starts.get(1)))
                    .isCloseTo(best, org.assertj.core.data.Offset.offset(1e-6));
        }
    }

    private static double spread(double[] values, int i, int j) {
        return spread(Arrays.copyOfRange(values, 0, i))
                + spread(Arrays.copyOfRange(values, i, j))
                + spread(Arrays.copyOfRange(values, j, values.length));
    }

    private static double spread(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    }

    @Test
    void a_value_on_a_break_belongs_to_the_class_above_it() {
        Classification ratio = Classification.fixed(List.of(0.95, 1.05), Palette.DIVERGING);
        assertThat(ratio.classOf(0.9499)).isZero();
        assertThat(ratio.classOf(0.95)).isEqualTo(1);
        assertThat(ratio.classOf(1.05)).isEqualTo(2);
    }

    @Test
    void equal_values_make_one_class() {
        assertThat(Classification.quantile(List.of(7.0, 7.0, 7.0), 5, 0).classes())
                .isEqualTo(1);
        assertThat(Classification.jenks(List.of(7.0, 7.0), 5, 0).classes()).isEqualTo(1);
        assertThat(Classification.quantile(List.of(), 5, 0).classes()).isEqualTo(1);
    }

    @Test
    void differences_have_the_middle_class_around_zero_and_the_farthest_value_inside() {
        Classification difference = Classification.around(0, List.of(-3.0, 12.0), 5, 0.5);
        assertThat(difference.breaks()).containsExactly(-7.5, -2.5, 2.5, 7.5);
        assertThat(difference.classOf(0)).isEqualTo(2);
        assertThat(difference.classOf(12)).isEqualTo(4);
    }
}
