package org.zhenjie.planner.yardstick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhenjie.planner.CityBuilder.city;
import static org.zhenjie.planner.CityBuilder.cityWithTypes;
import static org.zhenjie.planner.PlanBuilder.plan;

import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhenjie.planner.CityBuilder;
import org.zhenjie.planner.PlanBuilder;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationProblem.Place;
import org.zhenjie.planner.allocation.PlanScore;
import org.zhenjie.planner.allocation.Rule;
import org.zhenjie.planner.allocation.Score;
import org.zhenjie.planner.allocation.Yardstick;

class RelaxationTest {

    private static Yardstick bound(AllocationProblem problem) {
        return Relaxation.of(problem).yardstick().orElseThrow();
    }

    private static void isNeverBeatenBy(PlanBuilder plan, AllocationProblem problem) {
        Score score = PlanScore.of(problem, plan.build()).score();
        assertThat(score.isFeasible()).isTrue();
        assertThat(Relaxation.of(problem).yardstick())
                .hasValueSatisfying(bound -> assertThat(score)
                        .isLessThanOrEqualTo(new Score(0, -bound.leastShortfall(), -bound.lowerBound())));
    }

    @Nested
    class With_one_pool_and_balance_alone {

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
        void it_is_webster_counted_on_from_what_is_held(int seed) {
            Random random = new Random(seed);
            int towns = 2 + random.nextInt(30);
            int[] need = random.ints(towns, 1, 80).toArray();
            int[] held = random.ints(towns, 0, 60).toArray();
            int posts = random.nextInt(400);
            CityBuilder city = city().onlySoft(Rule.S1).off(Rule.M1);
            for (int town = 0; town < towns; town++) {
                city.town(need[town]).holding(held[town]);
            }
            AllocationProblem problem = city.pool("city", posts).build();

            assertThat(bound(problem).lowerBound()).isEqualTo(costOfWebster(problem, need, held, posts));
        }

        @Test
        void levels_far_above_need_are_counted_to_the_end() {
            AllocationProblem problem = city().onlySoft(Rule.S1)
                    .town(10)
                    .town(30)
                    .holding(500)
                    .town(20)
                    .pool("city", 2_000)
                    .build();

            assertThat(bound(problem).lowerBound())
                    .isEqualTo(costOfWebster(problem, new int[] {10, 30, 20}, new int[] {0, 500, 0}, 2_000));
        }

        /** Each post to the largest N / (L + 1/2), the fractions compared crosswise; no more once all are at the common ratio. */
        private static long costOfWebster(AllocationProblem problem, int[] need, int[] held, int posts) {
            int[] granted = new int[need.length];
            long cost = cost(problem, granted);
            for (int post = 0; post < posts; post++) {
                int best = 0;
                for (int town = 1; town < need.length; town++) {
                    long claim = (long) need[town] * (2L * (held[best] + granted[best]) + 1);
                    long bestClaim = (long) need[best] * (2L * (held[town] + granted[town]) + 1);
                    best = claim > bestClaim ? town : best;
                }
                granted[best]++;
                cost = Math.min(cost, cost(problem, granted));
            }
            return cost;
        }

        private static long cost(AllocationProblem problem, int[] granted) {
            PlanBuilder plan = plan();
            for (int town = 0; town < granted.length; town++) {
                plan.grant("city", town, 0, granted[town]);
            }
            return -PlanScore.of(problem, plan.build()).score().soft();
        }
    }

    @Nested
    class With_several_pools {

        @Test
        void the_city_pool_goes_where_the_county_pool_cannot() {
            // greedy by need would give the city's posts to town 0, which the county pool could serve as well
            AllocationProblem problem = city().onlySoft(Rule.S1)
                    .town(10)
                    .townIn(1, 9)
                    .pool("city", 5)
                    .pool("county", 5, 0)
                    .build();

            assertThat(bound(problem).leastShortfall()).isEqualTo(9);
            isNeverBeatenBy(plan().grant("county", 0, 0, 5).grant("city", 1, 0, 5), problem);
        }

        @Test
        void a_ceiling_of_one_type_leaves_the_posts_to_the_other() {
            AllocationProblem problem = cityWithTypes(2)
                    .town(10)
                    .ceiling(2, 100)
                    .pool("first", 0, 10, "0")
                    .pool("second", 1, 4, "0")
                    .build();

            assertThat(bound(problem).leastShortfall()).isEqualTo(4);
        }
    }

    @Nested
    class Without_a_rule {

        @Test
        void a_pool_without_a_size_brings_posts_beyond_need_where_balance_asks_for_them() {
            // the common ratio is 1000/20 = 50: town 1 wants 500 posts
            AllocationProblem problem = city().off(Rule.H1)
                    .town(10)
                    .holding(1_000)
                    .town(10)
                    .pool("city", 0)
                    .build();

            isNeverBeatenBy(plan().grant("city", 1, 0, 500), problem);
        }

        @Test
        void a_pool_without_a_size_fills_floors_that_nobody_needs() {
            AllocationProblem problem =
                    city().off(Rule.H1).town(0).floor(5).pool("city", 0).build();

            isNeverBeatenBy(plan().grant("city", 0, 0, 5), problem);
        }

        @Test
        void a_pool_without_a_size_keeps_large_pins() {
            AllocationProblem problem = city().off(Rule.H1)
                    .town(1)
                    .pool("city", 0)
                    .pin("city", 0, 40, 40)
                    .build();

            isNeverBeatenBy(plan().grant("city", 0, 0, 40), problem);
        }

        @Test
        void a_pool_without_a_size_stays_with_a_large_reference() {
            AllocationProblem problem = city().off(Rule.H1)
                    .onlySoft(Rule.S5)
                    .town(1)
                    .pool("city", 0)
                    .reference(plan().grant("city", 0, 0, 40).build())
                    .build();

            assertThat(bound(problem).lowerBound()).isZero();
        }

        @Test
        void a_pool_without_a_jurisdiction_serves_every_town() {
            AllocationProblem problem =
                    city().off(Rule.H2).town(5).town(5).pool("county", 10, 0).build();

            assertThat(bound(problem).leastShortfall()).isZero();
        }

        @Test
        void a_department_without_a_floor_sends_everybody() {
            AllocationProblem problem = city().off(Rule.H4)
                    .town(5)
                    .department("D", 5, 5)
                    .block("B", 5)
                    .build();

            assertThat(bound(problem).leastShortfall()).isZero();
        }
    }

    @Nested
    class With_a_reference_plan {

        @Test
        void posts_outside_the_jurisdiction_have_moved_for_certain() {
            AllocationProblem problem = city().onlySoft(Rule.S5)
                    .off(Rule.M1)
                    .town(9)
                    .town(9)
                    .pool("county", 9, 0)
                    .reference(plan().grant("county", 1, 0, 4).build())
                    .build();

            assertThat(bound(problem).lowerBound()).isEqualTo(4);
        }

        @Test
        void posts_under_a_ceiling_that_binds_move_at_least_by_the_difference_of_the_sums() {
            AllocationProblem problem = city().onlySoft(Rule.S5)
                    .off(Rule.M1)
                    .town(9, 9)
                    .ceiling(3)
                    .pool("city", 20)
                    .reference(
                            plan().grant("city", 0, 0, 4).grant("city", 0, 1, 4).build())
                    .build();

            assertThat(bound(problem).lowerBound()).isEqualTo(5);
        }
    }

    @Nested
    class Says_that_no_plan_keeps_the_rules {

        private void isEmptyFor(CityBuilder city) {
            assertThat(Relaxation.of(city.build()).yardstick()).isEmpty();
        }

        @Test
        void where_floors_are_beyond_all_that_there_is() {
            isEmptyFor(city().town(9).floor(6).pool("city", 5));
        }

        @Test
        void where_a_floor_is_above_the_ceiling_of_the_only_type() {
            isEmptyFor(city().town(9).floor(6).ceiling(5).pool("city", 50));
        }

        @Test
        void where_a_pin_is_beyond_the_pool() {
            isEmptyFor(city().town(9).pool("city", 5).pin("city", 0, 6, 9));
        }

        @Test
        void where_pins_together_are_beyond_the_pool() {
            isEmptyFor(
                    city().town(9).town(9).pool("city", 5).pin("city", 0, 3, 9).pin("city", 1, 3, 9));
        }

        @Test
        void where_a_pin_is_outside_the_jurisdiction() {
            isEmptyFor(city().town(9).town(9).pool("county", 5, 0).pin("county", 1, 1, 9));
        }

        @Test
        void where_pins_contradict_each_other() {
            isEmptyFor(city().town(9).pool("city", 9).pin("city", 0, 5, 9).pin("city", 0, 0, 3));
        }

        @Test
        void where_pins_of_the_platforms_are_more_than_the_pin_of_the_town() {
            isEmptyFor(city().town(9, 9)
                    .ceiling(7)
                    .pool("city", 20)
                    .pin("city", 0, 0, 5)
                    .pinPlatform("city", 0, 0, 3, 9)
                    .pinPlatform("city", 0, 1, 3, 9));
        }

        @Test
        void where_a_pin_is_above_the_ceiling() {
            isEmptyFor(city().town(9, 9).ceiling(4).pool("city", 20).pinPlatform("city", 0, 0, 5, 9));
        }

        @Test
        void where_a_block_must_go_farther_than_it_may() {
            isEmptyFor(city().town(9)
                    .department("D", 9, 0)
                    .block("B", 2)
                    .metres(5_001)
                    .farthest(5_000)
                    .pinBlock("B", new Place(0, 0)));
        }

        @Test
        void where_a_block_must_go_and_its_department_may_not_send_it() {
            isEmptyFor(city().town(9).department("D", 9, 8).block("B", 2).pinBlock("B", new Place(0, 0)));
        }
    }

    @Test
    void a_town_without_need_takes_what_its_floor_asks_for() {
        AllocationProblem problem =
                city().town(0).floor(3).town(10).pool("city", 10).build();

        assertThat(bound(problem).leastShortfall()).isEqualTo(3);
    }

    @Test
    void a_department_whose_floor_is_above_its_people_sends_nobody() {
        AllocationProblem problem =
                city().town(5).department("D", 3, 9).block("B", 2).build();

        assertThat(bound(problem).leastShortfall()).isEqualTo(5);
    }

    @Test
    void blocks_too_large_to_go_count_for_nothing() {
        // 6 people may go and the blocks have 4 each: one of them goes
        AllocationProblem problem = city().town(9)
                .department("D", 10, 4)
                .block("B", 4)
                .block("C", 4)
                .build();

        assertThat(bound(problem).leastShortfall()).isEqualTo(5);
    }

    @Test
    void a_block_that_can_go_nowhere_stays() {
        AllocationProblem problem =
                city().town(5).department("D", 9, 0).block("B", 3).metres().build();

        assertThat(bound(problem).leastShortfall()).isEqualTo(5);
    }

    @Test
    void the_plan_made_by_hand_is_told_for_scale() {
        AllocationProblem problem = city().onlySoft(Rule.S1)
                .town(10)
                .holding(6)
                .town(10)
                .pool("city", 4)
                .build();

        assertThat(bound(problem).hamiltonCost()).isEqualTo(200_000);
    }
}
