package org.zhenjie.planner.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhenjie.planner.CityBuilder.city;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.zhenjie.planner.AnyCity;
import org.zhenjie.planner.sample.Region;
import org.zhenjie.planner.yardstick.Apportionment;
import org.zhenjie.planner.yardstick.Relaxation;

/** Parts of a problem that no decision ties together. */
class AllocationPartTest {

    private static final Region THREE_CITIES = new Region("three", 24, 8, 900, 0.3, 3, false);

    @Test
    void a_county_is_never_divided() {
        assertThat(AllocationPart.of(city().town(1).town(2).town(3).build())).hasSize(1);
    }

    @Test
    void a_pool_ties_the_towns_that_it_serves() {
        AllocationProblem problem = city().townIn(0, 5)
                .townIn(1, 5)
                .townIn(2, 5)
                .pool("two", 4, 0, 2)
                .pool("one", 4, 1)
                .build();

        assertThat(AllocationPart.of(problem))
                .extracting(AllocationPart::towns)
                .containsExactly(List.of(0, 2), List.of(1));
    }

    @Test
    void a_pool_ties_all_towns_where_jurisdiction_does_not_count() {
        AllocationProblem problem =
                city().off(Rule.H2).townIn(0, 5).townIn(1, 5).pool("one", 4, 1).build();

        assertThat(AllocationPart.of(problem)).hasSize(1);
    }

    @Test
    void a_plan_ties_the_towns_that_a_pool_serves_in_it_though_it_no_longer_may() {
        AllocationProblem problem =
                city().townIn(0, 5).townIn(1, 5).pool("one", 4, 1).build();
        AllocationPlan before = new AllocationPlan(List.of(new AllocationPlan.Grant("one", 0, 0, 2)), List.of());

        assertThat(AllocationPart.of(problem)).hasSize(2);
        assertThat(AllocationPart.of(problem, before)).hasSize(1);
    }

    @Test
    void the_plan_of_one_part_alone_has_the_positions_of_the_whole() {
        AllocationProblem problem = city().townIn(0, 5)
                .townIn(1, 5)
                .pool("zero", 4, 0)
                .pool("one", 4, 1)
                .build();
        List<AllocationPart> second = List.of(AllocationPart.of(problem).get(1));
        AllocationPlan whole = new AllocationPlan(List.of(new AllocationPlan.Grant("one", 1, 0, 2)), List.of());
        AllocationPlan part = new AllocationPlan(List.of(new AllocationPlan.Grant("one", 0, 0, 2)), List.of());

        assertThat(AllocationPart.joined(second, List.of(part))).isEqualTo(whole);
        assertThat(AllocationPart.split(second, whole)).containsExactly(part);
    }

    @Test
    void cities_are_parts_and_their_bounds_add_up() {
        AllocationProblem whole = THREE_CITIES.problem(1);
        List<AllocationPart> parts = AllocationPart.of(whole);

        assertThat(parts).hasSize(3);
        assertThat(Relaxation.yardstick(whole, AllocationPlan.EMPTY, () -> false))
                .isEqualTo(Relaxation.of(whole).yardstick());
    }

    @Test
    void a_bound_of_cities_is_given_up_when_asked_to() {
        assertThatThrownBy(() -> Relaxation.yardstick(THREE_CITIES.problem(1), AllocationPlan.EMPTY, () -> true))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void plans_made_by_hand_for_the_parts_are_the_one_made_for_the_whole() {
        AllocationProblem whole = THREE_CITIES.problem(2);
        List<AllocationPart> parts = AllocationPart.of(whole);

        AllocationPlan joined = AllocationPart.joined(
                parts,
                parts.stream()
                        .map(part -> Apportionment.of(part.problem(), Apportionment.Method.WEBSTER))
                        .toList());

        assertThat(joined).isEqualTo(Apportionment.of(whole, Apportionment.Method.WEBSTER));
    }

    @Property(tries = 300)
    void the_scores_of_the_parts_of_any_plan_add_up_and_the_parts_join_to_it(@ForAll @IntRange(max = 299) int seed) {
        AllocationProblem whole = AnyCity.MIXED.problem(seed);
        List<AllocationPart> parts = AllocationPart.of(whole);
        AllocationPlan plan = AnyCity.anyPlan(whole, seed);
        // posts of a pool in a part that it has nothing to do with are no plan of parts
        List<AllocationPlan> plans = AllocationPart.split(parts, plan).stream().toList();
        boolean fits = IntStream.range(0, parts.size()).allMatch(part -> knows(parts.get(part), plans.get(part)));

        assertThat(AllocationPart.joined(parts, plans)).isEqualTo(plan);
        if (fits) {
            Score sum = IntStream.range(0, parts.size())
                    .mapToObj(part -> PlanScore.of(parts.get(part).problem(), plans.get(part))
                            .score())
                    .reduce(new Score(0, 0, 0), Score::plus);
            assertThat(sum).isEqualTo(PlanScore.of(whole, plan).score());
        }
    }

    private static boolean knows(AllocationPart part, AllocationPlan plan) {
        List<String> pools =
                part.problem().pools().stream().map(AllocationProblem.Pool::id).toList();
        List<String> blocks = part.problem().blocks().stream()
                .map(AllocationProblem.Block::id)
                .toList();
        return plan.grants().stream().allMatch(grant -> pools.contains(grant.pool()))
                && plan.postings().stream().allMatch(posting -> blocks.contains(posting.block()));
    }
}
