package org.zhenjie.planner.yardstick;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zhenjie.planner.allocation.AllocationProblem.Block;

class SubsetSumTest {

    private static List<Block> blocks(int... sizes) {
        return IntStream.range(0, sizes.length)
                .mapToObj(index -> new Block("B" + index, "D", 0, sizes[index], Set.of(), List.of(), 0))
                .toList();
    }

    private static int people(Set<Block> blocks) {
        return blocks.stream().mapToInt(Block::size).sum();
    }

    @Test
    void the_number_itself_is_reached_where_blocks_make_it_up() {
        assertThat(people(SubsetSum.closest(blocks(5, 4, 3), 7))).isEqualTo(7);
    }

    @Test
    void the_largest_number_below_is_taken_where_none_does() {
        assertThat(people(SubsetSum.closest(blocks(5, 5), 9))).isEqualTo(5);
    }

    @Test
    void nobody_is_chosen_for_nobody() {
        assertThat(SubsetSum.closest(blocks(1, 2), 0)).isEmpty();
    }

    @Test
    void it_is_as_good_as_trying_every_choice() {
        Random random = new Random(1);
        for (int draw = 0; draw < 200; draw++) {
            int[] sizes = random.ints(1 + random.nextInt(8), 1, 9).toArray();
            int target = random.nextInt(40);
            int best = IntStream.range(0, 1 << sizes.length)
                    .map(choice -> IntStream.range(0, sizes.length)
                            .filter(index -> (choice >> index & 1) == 1)
                            .map(index -> sizes[index])
                            .sum())
                    .filter(people -> people <= target)
                    .max()
                    .orElseThrow();

            assertThat(people(SubsetSum.closest(blocks(sizes), target))).isEqualTo(best);
        }
    }
}
