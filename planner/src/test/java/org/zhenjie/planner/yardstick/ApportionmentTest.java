package org.zhenjie.planner.yardstick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhenjie.planner.CityBuilder.city;
import static org.zhenjie.planner.CityBuilder.cityWithTypes;
import static org.zhenjie.planner.yardstick.Apportionment.Method.HAMILTON;
import static org.zhenjie.planner.yardstick.Apportionment.Method.WEBSTER;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.zhenjie.planner.AnyCity;
import org.zhenjie.planner.Cities;
import org.zhenjie.planner.CityBuilder;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationPlan.Grant;
import org.zhenjie.planner.allocation.AllocationPlan.Posting;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationProblem.Place;
import org.zhenjie.planner.allocation.PlanScore;
import org.zhenjie.planner.allocation.Rule;

/** What a careful person makes by hand. */
class ApportionmentTest {

    /** Posts that one pool gives to towns of these needs, which hold so many. */
    private static List<Integer> divide(Apportionment.Method method, int posts, int[] need, int... held) {
        CityBuilder city = city();
        for (int town = 0; town < need.length; town++) {
            city.town(need[town]).holding(held.length == 0 ? 0 : held[town]);
        }
        return granted(Apportionment.of(city.pool("city", posts).build(), method), need.length);
    }

    private static List<Integer> granted(AllocationPlan plan, int towns) {
        Integer[] posts = new Integer[towns];
        Arrays.fill(posts, 0);
        plan.grants().forEach(grant -> posts[grant.town()] += grant.posts());
        return List.of(posts);
    }

    @Nested
    class Hamilton {

        @Test
        void rounds_the_largest_remainders_up() {
            // shares of 7 by 53 : 24 : 23 are 3.71, 1.68, 1.61
            assertThat(divide(HAMILTON, 7, new int[] {53, 24, 23})).containsExactly(4, 2, 1);
        }

        @Test
        void knows_the_alabama_paradox() {
            assertThat(divide(HAMILTON, 10, new int[] {6, 6, 2})).containsExactly(4, 4, 2);
            assertThat(divide(HAMILTON, 11, new int[] {6, 6, 2})).containsExactly(5, 5, 1);
        }

        @Test
        void counts_what_is_held_into_the_whole() {
            // shares of 2 + 8 by 10 : 10 are 5 each
            assertThat(divide(HAMILTON, 8, new int[] {10, 10}, 2, 0)).containsExactly(3, 5);
        }

        @Test
        void gives_what_one_town_holds_too_much_of_to_no_other() {
            assertThat(divide(HAMILTON, 4, new int[] {10, 10, 10}, 9, 0, 0)).containsExactly(0, 2, 2);
        }
    }

    @Nested
    class Webster {

        @Test
        void gives_each_post_to_the_highest_average() {
            // 106, 48, 46, 35.3, 21.2, 16, 15.3
            assertThat(divide(WEBSTER, 7, new int[] {53, 24, 23})).containsExactly(3, 2, 2);
        }

        @Test
        void knows_no_alabama_paradox() {
            List<Integer> before = divide(WEBSTER, 0, new int[] {66, 61, 22});
            for (int posts = 1; posts <= 100; posts++) {
                List<Integer> after = divide(WEBSTER, posts, new int[] {66, 61, 22});
                for (int town = 0; town < 3; town++) {
                    assertThat(after.get(town)).isGreaterThanOrEqualTo(before.get(town));
                }
                before = after;
            }
        }

        @Test
        void counts_on_from_what_is_held() {
            assertThat(divide(WEBSTER, 8, new int[] {10, 10}, 2, 0)).containsExactly(3, 5);
        }

        @Test
        void stops_where_every_need_is_met() {
            assertThat(divide(WEBSTER, 50, new int[] {10, 0, 5}, 2, 0, 9)).containsExactly(8, 0, 0);
        }

        @Test
        void gives_ties_to_the_first() {
            assertThat(divide(WEBSTER, 1, new int[] {5, 5})).containsExactly(1, 0);
        }
    }

    @Nested
    class Keeps {

        @Test
        void pins_on_pool_posts() {
            AllocationProblem problem = city().town(40)
                    .town(4)
                    .town(9)
                    .pool("city", 10)
                    .pin("city", 0, 0, 3)
                    .pin("city", 1, 4, 4)
                    .pin("city", 2, 0, 0)
                    .build();

            for (Apportionment.Method method : Apportionment.Method.values()) {
                assertThat(granted(Apportionment.of(problem, method), 3)).containsExactly(3, 4, 0);
            }
        }

        @Test
        void a_pin_beyond_need() {
            AllocationProblem problem = city().town(2, 3)
                    .pool("city", 10)
                    .pinPlatform("city", 0, 1, 6, 6)
                    .build();

            assertThat(Apportionment.of(problem, WEBSTER).grants()).contains(new Grant("city", 0, 1, 6));
        }

        @Test
        void pins_on_blocks_before_any_other_block_goes() {
            AllocationProblem problem = city().town(20, 20)
                    .town(1, 1)
                    .department("D", 10, 4)
                    .block("large", 5)
                    .block("pinned", 2)
                    .pinBlock("pinned", new Place(1, 1))
                    .build();

            assertThat(Apportionment.of(problem, WEBSTER).postings()).containsExactly(new Posting("pinned", 1, 1));
        }

        @Test
        void floors_before_needs() {
            AllocationProblem problem =
                    city().town(100).town(3).floor(3).pool("city", 5).build();

            assertThat(granted(Apportionment.of(problem, WEBSTER), 2)).containsExactly(2, 3);
        }

        @Test
        void the_ceiling_of_a_type_while_another_fills_up() {
            AllocationProblem problem = cityWithTypes(2)
                    .town(10)
                    .ceiling(2, 100)
                    .pool("first", 0, 10, "0")
                    .pool("second", 1, 10, "0")
                    .build();

            assertThat(Apportionment.of(problem, WEBSTER).grants())
                    .containsExactly(new Grant("first", 0, 0, 2), new Grant("second", 0, 0, 8));
        }

        @Test
        void the_jurisdiction_even_against_a_pin() {
            AllocationProblem problem = city().town(5)
                    .town(5)
                    .pool("county", 4, 0)
                    .pin("county", 1, 2, 9)
                    .build();

            assertThat(granted(Apportionment.of(problem, WEBSTER), 2)).containsExactly(4, 0);
        }
    }

    @Property(tries = 400)
    void whatever_the_city_no_pool_or_town_or_department_is_overdrawn(@ForAll @IntRange(max = 399) int seed) {
        AllocationProblem problem = AnyCity.MIXED.problem(seed);

        for (Apportionment.Method method : Apportionment.Method.values()) {
            PlanScore score = PlanScore.of(problem, Apportionment.of(problem, method));
            for (Rule rule : List.of(Rule.H1, Rule.H2, Rule.H3, Rule.H4, Rule.H6)) {
                assertThat(score.cost(rule)).as("%s by %s", rule, method).isZero();
            }
        }
    }

    @Property(tries = 20)
    void a_regular_city_gets_a_plan_that_keeps_every_rule(@ForAll @IntRange(max = 19) int seed) {
        AllocationProblem problem = Cities.SMALL.problem(seed);

        for (Apportionment.Method method : Apportionment.Method.values()) {
            assertThat(PlanScore.of(problem, Apportionment.of(problem, method))
                            .score()
                            .isFeasible())
                    .isTrue();
        }
    }
}
