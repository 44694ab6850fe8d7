package org.zhenjie.planner.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Distances by duties. */
class LikenessTest {
    @Test
    void a_distance_is_the_share_of_duties_that_only_one_of_both_has() {
        Random random = new Random(7);
        List<Set<String>> duties =
                IntStream.range(0, 12).mapToObj(i -> drawn(random)).toList();
        long[][] distances = Likeness.distances(duties, 1000);
        for (int one = 0; one < 12; one++) {
            for (int other = 0; other < 12; other++) {
                Set<String> all = new HashSet<>(duties.get(one));
                all.addAll(duties.get(other));
                Set<String> common = new HashSet<>(duties.get(one));
                common.retainAll(duties.get(other));
                BigDecimal apart = BigDecimal.valueOf(1000L * (all.size() - common.size()));
                long expected = apart.divide(BigDecimal.valueOf(Math.max(1, all.size())), 0, RoundingMode.HALF_UP)
                        .longValueExact();
                assertThat(distances[one][other]).isEqualTo(expected);
            }
        }
    }

    @Test
    void sites_without_duties_are_alike_and_apart_from_all_others() {
        assertThat(Likeness.distances(List.of(Set.of(), Set.of(), Set.of("a")), 10))
                .isDeepEqualTo(new long[][] {{0, 0, 10}, {0, 0, 10}, {10, 10, 0}});
    }

    private static Set<String> drawn(Random random) {
        Set<String> duties = new HashSet<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            duties.add("d" + random.nextInt(8));
        }
        return duties;
    }
}
