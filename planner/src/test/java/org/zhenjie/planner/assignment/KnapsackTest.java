package org.zhenjie.planner.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class KnapsackTest {

    private static double sum(BitSet items, double[] of) {
        return items.stream().mapToDouble(item -> of[item]).sum();
    }

    @Property(tries = 200)
    void no_other_choice_that_fits_is_worth_more(@ForAll long seed) {
        Random random = new Random(seed);
        int count = random.nextInt(9);
        int room = random.nextInt(70);
        double[] sizes = random.ints(count, 0, 30).asDoubleStream().toArray();
        double[] worths = random.doubles(count, -2, 10).toArray();
        Knapsack knapsack = new Knapsack(room, count);
        for (int item = 0; item < count; item++) {
            knapsack.offer((int) sizes[item], worths[item]);
        }

        double most = 0;
        for (long set = 0; set < 1L << count; set++) {
            BitSet items = BitSet.valueOf(new long[] {set});
            most = sum(items, sizes) <= room ? Math.max(most, sum(items, worths)) : most;
        }
        assertThat(knapsack.most()).isEqualTo(most, within(1e-9));
        assertThat(sum(knapsack.taken(), worths)).isEqualTo(most, within(1e-9));
        assertThat(sum(knapsack.taken(), sizes)).isLessThanOrEqualTo(room);
    }

    @Test
    void without_room_only_what_is_of_no_size_is_taken() {
        Knapsack knapsack = new Knapsack(0, 2);
        knapsack.offer(1, 5);
        knapsack.offer(0, 3);

        assertThat(knapsack.most()).isEqualTo(3);
        assertThat(knapsack.taken().stream()).containsExactly(1);
    }
}
