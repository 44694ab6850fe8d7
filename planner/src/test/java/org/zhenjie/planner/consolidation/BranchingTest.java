package org.zhenjie.planner.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Branching against every plan of small cases, whatever prices and set it begins with. */
class BranchingTest {

    private static Branching branching(ConsolidationProblem problem, long seed) {
        double[] prices = new Random(seed).doubles(problem.size(), 0, 500).toArray();
        return new Branching(
                MergeCosts.of(problem),
                prices,
                IntStream.range(0, problem.keep()).boxed().toList());
    }

    private static long cost(ConsolidationProblem problem, List<Integer> set) {
        return ConsolidationPlan.nearest(problem, set).account(problem).cost();
    }

    @Property(tries = 60)
    void run_to_its_end_it_knows_the_cheapest_set(
            @ForAll @IntRange(max = 100_000) int seed, @ForAll @IntRange(min = 1, max = 7) int keep) {
        ConsolidationProblem problem = Sites.drawn(8, 0, seed).keep(keep);
        long least = Sites.least(problem).orElseThrow();
        Branching branching = branching(problem, seed);

        branching.run(Long.MAX_VALUE, () -> false);

        assertThat(branching.bound()).isEqualTo(least);
        assertThat(branching.set()).hasSize(keep).isSorted();
        assertThat(cost(problem, branching.set())).isEqualTo(least);
    }

    @Property(tries = 60)
    void stopped_anywhere_its_bound_is_below_every_plan(
            @ForAll @IntRange(max = 100_000) int seed, @ForAll @IntRange(max = 8) int looks) {
        ConsolidationProblem problem = Sites.drawn(9, 0, seed).keep(3);
        long least = Sites.least(problem).orElseThrow();
        Branching branching = branching(problem, seed);
        int[] left = {looks};

        branching.run(Long.MAX_VALUE, () -> left[0]-- == 0);

        assertThat(branching.bound()).isLessThanOrEqualTo(least);
        assertThat(cost(problem, branching.set())).isGreaterThanOrEqualTo(least);
    }

    @Property(tries = 30)
    void hosts_that_are_closed_to_a_site_are_left_alone(@ForAll @IntRange(max = 100_000) int seed) {
        ConsolidationProblem problem = Sites.drawn(8, 0, seed)
                .closed(0, 1)
                .closed(1, 0)
                .closed(2, 7)
                .closed(5, 3)
                .keep(3);
        long least = Sites.least(problem).orElseThrow();
        Branching branching = branching(problem, seed);

        branching.run(Long.MAX_VALUE, () -> false);

        assertThat(branching.bound()).isEqualTo(least);
        assertThat(cost(problem, branching.set())).isEqualTo(least);
    }

    private static long leastOfThree(long[][] distances) {
        long least = Long.MAX_VALUE;
        for (int one = 0; one < distances.length; one++) {
            for (int two = 0; two < one; two++) {
                for (int three = 0; three < two; three++) {
                    long sum = 0;
                    for (long[] from : distances) {
                        sum += Math.min(from[one], Math.min(from[two], from[three]));
                    }
                    least = Math.min(least, sum);
                }
            }
        }
        return least;
    }

    @Test
    void a_gap_that_prices_do_not_close_is_closed() {
        ConsolidationProblem problem = Published.onRoads("pmed01").keeping(3);
        long least = leastOfThree(problem.distances());
        LagrangianBound bound = LagrangianBound.of(problem, 5_000, () -> false);
        Branching branching = new Branching(
                MergeCosts.of(problem), bound.prices(), bound.kept().get(0));

        branching.run(Long.MAX_VALUE, () -> false);

        assertThat(bound.value()).isLessThan(least * 995 / 1000);
        assertThat(branching.bound()).isEqualTo(least);
        assertThat(cost(problem, branching.set())).isEqualTo(least);
    }
}
