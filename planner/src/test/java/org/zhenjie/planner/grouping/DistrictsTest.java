package org.zhenjie.planner.grouping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.zhenjie.planner.sample.GroupingDraw;
import org.zhenjie.planner.sample.GroupingDraw.Shape;

/** All districts, their bound and their best cover, against every set and every plan. */
class DistrictsTest {

    private static GroupingProblem drawn(int seed, Shape shape, double tolerance, boolean pinned) {
        GroupingProblem free = new GroupingDraw(shape, 9, 3, tolerance, seed % 2 == 0).problem(seed);
        int[] pins = free.pins().clone();
        if (pinned) {
            pins[2] = 0;
            pins[5] = 0;
            pins[7] = 1;
        }
        return free.withPins(pins);
    }

    private static List<int[]> allDistricts(GroupingProblem problem) {
        List<int[]> all = new ArrayList<>();
        for (int set = 1; set < 1 << problem.size(); set++) {
            int bits = set;
            int[] units = IntStream.range(0, problem.size())
                    .filter(unit -> (bits >> unit & 1) == 1)
                    .toArray();
            long load = Arrays.stream(units)
                    .mapToLong(unit -> problem.loads()[unit])
                    .sum();
            int[] pins = problem.pinsOf(Arrays.stream(units).boxed().toList());
            boolean pinsHold = pins.length == 0
                    || pins.length == 1
                            && Arrays.stream(problem.pinnedTo(pins[0])).allMatch(unit -> (bits >> unit & 1) == 1);
            if (problem.outside(load) == 0 && pinsHold && GroupingPlan.pieces(problem, units) == 1) {
                all.add(units);
            }
        }
        return all;
    }

    /** The least cost of all plans that keep the rules; Long.MAX_VALUE where there are none. */
    private static long leastOfAll(GroupingProblem problem) {
        long least = Long.MAX_VALUE;
        for (int way = 0; way < 19_683; way++) {
            Integer[] groups = new Integer[9];
            for (int unit = 0, rest = way; unit < 9; unit++, rest /= 3) {
                groups[unit] = rest % 3;
            }
            GroupingPlan.Account account = new GroupingPlan(List.of(groups)).account(problem);
            least = account.isFeasible() ? Math.min(least, account.cost()) : least;
        }
        return least;
    }

    @Property(tries = 30)
    void every_district_is_listed_once(
            @ForAll @IntRange(max = 10_000) int seed, @ForAll Shape shape, @ForAll boolean pinned) {
        GroupingProblem problem = drawn(seed, shape, 0.3, pinned);

        Districts districts = Districts.of(problem, () -> false).orElseThrow();

        assertThat(districts.members().stream().map(Arrays::toString).sorted())
                .isEqualTo(allDistricts(problem).stream()
                        .map(Arrays::toString)
                        .sorted()
                        .toList());
    }

    @Property(tries = 40)
    void the_bound_is_below_every_plan_and_the_cover_is_the_best_of_all(
            @ForAll @IntRange(max = 10_000) int seed,
            @ForAll Shape shape,
            @ForAll @IntRange(min = 1, max = 30) int percent,
            @ForAll boolean pinned) {
        GroupingProblem problem = drawn(seed, shape, percent / 100.0, pinned);
        long least = leastOfAll(problem);
        Districts districts = Districts.of(problem, () -> false).orElseThrow();
        DistrictPrices prices = new DistrictPrices(problem, districts);
        prices.improve(Long.MAX_VALUE, () -> false);

        DistrictCover first = new DistrictCover(problem, districts, prices, Long.MAX_VALUE, () -> false);
        Optional<GroupingPlan> any = first.search();

        assertThat(prices.value()).isLessThanOrEqualTo(least);
        assertThat(any.isPresent()).isEqualTo(least < Long.MAX_VALUE);
        if (any.isEmpty()) {
            assertThat(first.isComplete()).isTrue();
            return;
        }
        GroupingPlan.Account account = any.get().account(problem);
        assertThat(account.isFeasible()).isTrue();
        DistrictCover cover = new DistrictCover(problem, districts, prices, account.cost() + 1, () -> false);
        assertThat(cover.search().orElseThrow().account(problem)).isEqualTo(new GroupingPlan.Account(least, 0, 0, 0));
        assertThat(cover.isComplete()).isTrue();
        assertThat(new DistrictCover(problem, districts, prices, least, () -> false).search())
                .isEmpty();
    }

    @Test
    void hidden_groups_of_five_units_that_have_the_mean_load_are_found() {
        GroupingProblem problem = new GroupingDraw(Shape.GRID, 100, 20, 0.01, true).problem(1);
        Districts districts = Districts.of(problem, () -> false).orElseThrow();
        DistrictPrices prices = new DistrictPrices(problem, districts);
        prices.improve(Long.MAX_VALUE, () -> false);

        assertThat(new DistrictCover(problem, districts, prices, Long.MAX_VALUE, () -> false)
                        .search()
                        .orElseThrow()
                        .account(problem)
                        .isFeasible())
                .isTrue();
    }

    @Test
    void where_groups_are_large_it_is_given_up() {
        assertThat(Districts.of(new GroupingDraw(Shape.GRID, 400, 10, 0.1, false).problem(1), () -> false))
                .isEmpty();
    }
}
