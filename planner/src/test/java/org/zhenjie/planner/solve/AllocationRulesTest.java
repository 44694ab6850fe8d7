package org.zhenjie.planner.solve;

import static org.zhenjie.planner.CityBuilder.city;
import static org.zhenjie.planner.CityBuilder.cityWithTypes;
import static org.zhenjie.planner.PlanBuilder.plan;

import java.util.Set;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.optaplanner.core.api.score.stream.Constraint;
import org.optaplanner.core.api.score.stream.ConstraintFactory;
import org.optaplanner.core.api.score.stream.ConstraintStreamImplType;
import org.optaplanner.test.api.score.stream.ConstraintVerifier;
import org.zhenjie.planner.CityBuilder;
import org.zhenjie.planner.PlanBuilder;
import org.zhenjie.planner.allocation.AllocationProblem.Place;

/** Each rule of the search on its own: what it charges, and what it leaves alone. */
class AllocationRulesTest {

    private static final ConstraintVerifier<AllocationRules, AllocationSolution> VERIFIER = ConstraintVerifier.build(
                    new AllocationRules(), AllocationSolution.class, PoolGrant.class, BlockSending.class)
            .withConstraintStreamImplType(ConstraintStreamImplType.BAVET);

    private static Charge the(
            BiFunction<AllocationRules, ConstraintFactory, Constraint> rule, CityBuilder city, PlanBuilder plan) {
        return new Charge(rule, SolutionBuilder.build(city.build(), plan.build()));
    }

    private record Charge(
            BiFunction<AllocationRules, ConstraintFactory, Constraint> rule, AllocationSolution solution) {
        void charges(int amount) {
            VERIFIER.verifyThat(rule).givenSolution(solution).penalizesBy(amount);
        }

        void chargesNothing() {
            charges(0);
        }
    }

    @Nested
    class PoolSize {
        private final CityBuilder tenPostsOneInReserve = city().town(20, 20).pool("city", 0, 10, "0.05");

        @Test
        void a_grant_beyond_the_usable_posts_is_charged_by_the_excess() {
            the(
                            AllocationRules::poolSize,
                            tenPostsOneInReserve,
                            plan().grant("city", 0, 0, 7).grant("city", 0, 1, 5))
                    .charges(3);
        }

        @Test
        void granting_all_but_the_reserve_is_free() {
            the(
                            AllocationRules::poolSize,
                            tenPostsOneInReserve,
                            plan().grant("city", 0, 0, 4).grant("city", 0, 1, 5))
                    .chargesNothing();
        }

        @Test
        void each_pool_is_counted_by_itself() {
            CityBuilder twoPools = city().town(20).pool("one", 3).pool("other", 30);

            the(
                            AllocationRules::poolSize,
                            twoPools,
                            plan().grant("one", 0, 0, 4).grant("other", 0, 0, 9))
                    .charges(1);
        }
    }

    @Nested
    class Jurisdiction {
        private final CityBuilder poolOfTheFirstTown = city().town(9).town(9).pool("county", 9, 0);

        @Test
        void posts_granted_outside_are_charged() {
            the(AllocationRules::jurisdiction, poolOfTheFirstTown, plan().grant("county", 1, 0, 4))
                    .charges(4);
        }

        @Test
        void posts_granted_within_are_free() {
            the(AllocationRules::jurisdiction, poolOfTheFirstTown, plan().grant("county", 0, 0, 4))
                    .chargesNothing();
        }
    }

    @Nested
    class Ceiling {
        private final CityBuilder mostSix = cityWithTypes(2)
                .town(20, 20)
                .ceiling(6, 100)
                .holding(2, 1)
                .pool("city", 20)
                .department("D", 9, 0)
                .block("B", 2);

        @Test
        void posts_of_a_type_above_the_ceiling_are_charged_by_the_excess() {
            the(AllocationRules::ceiling, mostSix, plan().grant("city", 0, 1, 3).send("B", 0, 0))
                    .charges(2);
        }

        @Test
        void posts_up_to_the_ceiling_are_free() {
            the(AllocationRules::ceiling, mostSix, plan().grant("city", 0, 1, 1).send("B", 0, 0))
                    .chargesNothing();
        }

        @Test
        void what_a_town_held_before_is_never_too_much() {
            CityBuilder heldMore = city().town(9).ceiling(3).holding(5).pool("city", 9);

            the(AllocationRules::ceiling, heldMore, plan()).chargesNothing();
        }

        @Test
        void above_what_a_town_held_before_every_post_is_charged() {
            CityBuilder heldMore = city().town(9).ceiling(3).holding(5).pool("city", 9);

            the(AllocationRules::ceiling, heldMore, plan().grant("city", 0, 0, 2))
                    .charges(2);
        }

        @Test
        void posts_of_another_type_do_not_count() {
            CityBuilder twoTypes =
                    cityWithTypes(2).town(9).ceiling(3, 100).holding(3).pool("city", 1, 9, "0");

            the(AllocationRules::ceiling, twoTypes, plan().grant("city", 0, 0, 8))
                    .chargesNothing();
        }
    }

    @Nested
    class DepartmentFloor {
        private final CityBuilder maySendFour =
                city().town(9).department("D", 10, 6).block("three", 3).block("two", 2);

        @Test
        void people_sent_beyond_the_floor_are_charged() {
            the(
                            AllocationRules::departmentFloor,
                            maySendFour,
                            plan().send("three", 0, 0).send("two", 0, 0))
                    .charges(1);
        }

        @Test
        void people_above_the_floor_go_free() {
            the(AllocationRules::departmentFloor, maySendFour, plan().send("three", 0, 0))
                    .chargesNothing();
        }

        @Test
        void a_department_that_is_below_its_floor_already_sends_nobody() {
            CityBuilder understaffed = city().town(9).department("D", 4, 6).block("B", 1);

            the(AllocationRules::departmentFloor, understaffed, plan().send("B", 0, 0))
                    .charges(1);
        }
    }

    @Nested
    class FarthestDistance {
        private final CityBuilder nearAndFar = city().town(9)
                .town(9)
                .department("D", 9, 0)
                .block("B", 4)
                .metres(5_000, 5_001)
                .farthest(5_000);

        @Test
        void every_person_sent_too_far_is_charged() {
            the(AllocationRules::farthestDistance, nearAndFar, plan().send("B", 1, 0))
                    .charges(4);
        }

        @Test
        void the_farthest_distance_itself_is_free() {
            the(AllocationRules::farthestDistance, nearAndFar, plan().send("B", 0, 0))
                    .chargesNothing();
        }
    }

    @Nested
    class PlatformFloor {
        private final CityBuilder floorOfFive =
                city().town(9, 9).floor(5, 0).holding(1, 0).pool("city", 9);

        @Test
        void posts_below_the_floor_are_charged() {
            the(AllocationRules::platformFloor, floorOfFive, plan().grant("city", 0, 0, 1))
                    .charges(3);
        }

        @Test
        void the_floor_itself_is_enough() {
            the(AllocationRules::platformFloor, floorOfFive, plan().grant("city", 0, 0, 4))
                    .chargesNothing();
        }

        @Test
        void posts_on_another_platform_do_not_help() {
            the(AllocationRules::platformFloor, floorOfFive, plan().grant("city", 0, 1, 9))
                    .charges(4);
        }

        @Test
        void a_platform_that_holds_nothing_is_charged_in_full() {
            the(AllocationRules::platformFloor, city().town(9).floor(5).pool("city", 9), plan())
                    .charges(5);
        }
    }

    @Nested
    class PinnedGrants {
        private final CityBuilder city = city().town(9, 9).town(9, 9).pool("city", 30);

        @Test
        void fewer_posts_than_pinned_are_charged() {
            the(AllocationRules::pinnedGrants, city.pin("city", 0, 5, 9), plan().grant("city", 0, 1, 2))
                    .charges(3);
        }

        @Test
        void more_posts_than_pinned_are_charged() {
            the(
                            AllocationRules::pinnedGrants,
                            city.pin("city", 0, 0, 4),
                            plan().grant("city", 0, 0, 3).grant("city", 0, 1, 3))
                    .charges(2);
        }

        @Test
        void a_number_within_the_limits_is_free() {
            the(AllocationRules::pinnedGrants, city.pin("city", 0, 5, 9), plan().grant("city", 0, 1, 5))
                    .chargesNothing();
        }

        @Test
        void a_pin_on_one_platform_looks_at_no_other() {
            the(AllocationRules::pinnedGrants, city.pinPlatform("city", 0, 0, 2, 2), plan().grant("city", 0, 1, 2))
                    .charges(2);
        }

        @Test
        void a_ban_charges_every_post() {
            the(AllocationRules::pinnedGrants, city.pin("city", 1, 0, 0), plan().grant("city", 1, 0, 6))
                    .charges(6);
        }

        @Test
        void a_pin_that_is_said_twice_counts_once() {
            the(
                            AllocationRules::pinnedGrants,
                            city.pin("city", 0, 2, 4).pin("city", 0, 2, 4),
                            plan().grant("city", 0, 0, 5))
                    .charges(1);
        }

        @Test
        void a_pin_to_a_town_outside_the_jurisdiction_still_counts() {
            CityBuilder outside = city().town(9).town(9).pool("county", 9, 0).pin("county", 1, 3, 9);

            the(AllocationRules::pinnedGrants, outside, plan()).charges(3);
        }
    }

    @Nested
    class PinnedBlocks {
        private final CityBuilder city =
                city().town(9, 9).town(9, 9).department("D", 9, 0).block("B", 3);

        @Test
        void a_block_that_must_go_and_stays_is_charged_by_its_people() {
            the(AllocationRules::pinnedBlocks, city.pinBlock("B", new Place(0, 1)), plan())
                    .charges(3);
        }

        @Test
        void a_block_elsewhere_than_pinned_is_charged() {
            the(AllocationRules::pinnedBlocks, city.pinBlock("B", new Place(0, 1)), plan().send("B", 0, 0))
                    .charges(3);
        }

        @Test
        void a_block_in_its_place_is_free() {
            the(
                            AllocationRules::pinnedBlocks,
                            city.pinBlock("B", new Place(0, 1), new Place(1, 1)),
                            plan().send("B", 1, 1))
                    .chargesNothing();
        }

        @Test
        void a_block_pinned_to_its_department_may_not_go() {
            the(AllocationRules::pinnedBlocks, city.limitBlock("B"), plan().send("B", 0, 0))
                    .charges(3);
        }

        @Test
        void a_block_without_a_pin_goes_or_stays_free() {
            the(AllocationRules::pinnedBlocks, city.block("C", 2), plan().send("B", 0, 0))
                    .chargesNothing();
        }
    }

    @Nested
    class Shortfall {
        private final CityBuilder city = city().town(6, 4)
                .holding(1, 0)
                .pool("city", 20)
                .department("D", 9, 0)
                .block("B", 2);

        @Test
        void posts_short_of_need_are_charged_platform_by_platform() {
            the(AllocationRules::shortfall, city, plan().grant("city", 0, 0, 9).send("B", 0, 1))
                    .charges(2);
        }

        @Test
        void need_that_is_met_is_free() {
            the(
                            AllocationRules::shortfall,
                            city,
                            plan().grant("city", 0, 0, 5).grant("city", 0, 1, 2).send("B", 0, 1))
                    .chargesNothing();
        }
    }

    @Nested
    class TownBalance {

        @Test
        void a_deviation_from_the_common_ratio_is_charged_squared_over_need_in_millionths() {
            // 6 held + 4 usable over a need of 20: half of need each; 6 and 4 of 10 each are 1 off: 2 x 1/10
            CityBuilder city = city().town(10).holding(6).town(10).pool("city", 4);

            the(AllocationRules::townBalance, city, plan().grant("city", 1, 0, 4))
                    .charges(200_000);
        }

        @Test
        void towns_at_the_common_ratio_are_free() {
            CityBuilder city = city().town(10).holding(5).town(20).pool("city", 10);

            the(AllocationRules::townBalance, city, plan().grant("city", 1, 0, 10))
                    .chargesNothing();
        }

        @Test
        void a_town_without_need_is_left_out() {
            CityBuilder city = city().town(10).town(0).pool("city", 10);

            the(
                            AllocationRules::townBalance,
                            city,
                            plan().grant("city", 0, 0, 10).grant("city", 1, 0, 7))
                    .chargesNothing();
        }

        @Test
        void a_half_is_rounded_up() {
            // levels 1 and 0 against 1/2 each: 0.25 / 500,000 x 10^6 = 0.5 each
            CityBuilder city = city().town(500_000).town(500_000).pool("city", 1);

            the(AllocationRules::townBalance, city, plan().grant("city", 0, 0, 1))
                    .charges(2);
        }
    }

    @Nested
    class CountyBalance {

        @Test
        void a_county_is_charged_for_all_its_towns_together() {
            // 10 usable over 20: 5 for each county; the first has 7, the second 3: 2 x 4/10
            CityBuilder city = city().town(4).town(6).townIn(1, 10).pool("city", 10);

            the(
                            AllocationRules::countyBalance,
                            city,
                            plan().grant("city", 0, 0, 1).grant("city", 1, 0, 6).grant("city", 2, 0, 3))
                    .charges(800_000);
        }

        @Test
        void what_is_uneven_within_a_county_is_free() {
            CityBuilder city = city().town(5).town(5).townIn(1, 10).pool("city", 10);

            the(
                            AllocationRules::countyBalance,
                            city,
                            plan().grant("city", 0, 0, 5).grant("city", 2, 0, 5))
                    .chargesNothing();
        }
    }

    @Nested
    class Travel {
        private final CityBuilder city =
                city().town(9).town(9).department("D", 9, 0).block("B", 3).metres(0, 1_200);

        @Test
        void every_person_sent_is_charged_the_metres() {
            the(AllocationRules::travel, city, plan().send("B", 1, 0)).charges(3_600);
        }

        @Test
        void a_block_that_stays_or_goes_to_its_own_place_travels_free() {
            the(AllocationRules::travel, city.block("C", 2), plan().send("B", 0, 0))
                    .chargesNothing();
        }
    }

    @Nested
    class SkillFit {
        private final CityBuilder city =
                city().town(9, 9).department("D", 9, 0).block("B", 3).fitting(1);

        @Test
        void people_on_a_platform_whose_skills_they_lack_are_charged() {
            the(AllocationRules::skillFit, city, plan().send("B", 0, 0)).charges(3);
        }

        @Test
        void people_on_a_platform_they_fit_are_free() {
            the(AllocationRules::skillFit, city, plan().send("B", 0, 1)).chargesNothing();
        }
    }

    @Nested
    class GrantStability {
        private final CityBuilder city = city().town(9, 9).town(9, 9).pool("city", 20);

        @Test
        void posts_more_and_posts_fewer_than_in_the_reference_are_both_charged() {
            the(
                            AllocationRules::grantStability,
                            city.reference(plan().grant("city", 0, 0, 5).build()),
                            plan().grant("city", 0, 0, 3).grant("city", 1, 1, 2))
                    .charges(4);
        }

        @Test
        void the_reference_itself_is_free() {
            the(
                            AllocationRules::grantStability,
                            city.reference(plan().grant("city", 0, 0, 5).build()),
                            plan().grant("city", 0, 0, 5))
                    .chargesNothing();
        }

        @Test
        void without_a_reference_nothing_has_moved() {
            the(AllocationRules::grantStability, city, plan().grant("city", 0, 0, 5))
                    .chargesNothing();
        }

        @Test
        void posts_of_the_reference_that_the_pool_may_no_longer_grant_have_moved() {
            CityBuilder redrawn = city().town(9)
                    .town(9)
                    .pool("county", 9, 0)
                    .reference(plan().grant("county", 1, 0, 4).build());

            the(AllocationRules::grantStability, redrawn, plan()).charges(4);
        }
    }

    @Nested
    class BlockStability {
        private final CityBuilder city =
                city().town(9, 9).town(9, 9).department("D", 9, 0).block("B", 3);

        @Test
        void a_block_that_stays_instead_is_charged() {
            the(
                            AllocationRules::blockStability,
                            city.reference(plan().send("B", 0, 0).build()),
                            plan())
                    .charges(3);
        }

        @Test
        void a_block_that_goes_instead_is_charged() {
            the(AllocationRules::blockStability, city.reference(plan().build()), plan().send("B", 0, 0))
                    .charges(3);
        }

        @Test
        void another_platform_of_the_same_town_is_charged_too() {
            the(
                            AllocationRules::blockStability,
                            city.reference(plan().send("B", 0, 0).build()),
                            plan().send("B", 0, 1))
                    .charges(3);
        }

        @Test
        void the_place_of_the_reference_is_free() {
            the(
                            AllocationRules::blockStability,
                            city.reference(plan().send("B", 1, 0).build()),
                            plan().send("B", 1, 0))
                    .chargesNothing();
        }

        @Test
        void without_a_reference_nothing_has_moved() {
            the(AllocationRules::blockStability, city, plan().send("B", 0, 0)).chargesNothing();
        }

        @Test
        void a_block_whose_place_in_the_reference_is_closed_now_has_moved_even_when_it_stays() {
            CityBuilder closed = city().town(9)
                    .town(9)
                    .department("D", 9, 0)
                    .block("B", 3)
                    .metres(100, -1)
                    .reference(plan().send("B", 1, 0).build());

            the(AllocationRules::blockStability, closed, plan()).charges(3);
        }
    }

    @Nested
    class JurisdictionOfPlatforms {
        private final CityBuilder onlySecondPlatform =
                city().town(9, 9).pool("legal", 9).onPlatforms(1);

        @Test
        void posts_on_a_platform_that_the_pool_may_not_serve_are_charged() {
            the(AllocationRules::jurisdiction, onlySecondPlatform, plan().grant("legal", 0, 0, 4))
                    .charges(4);
        }

        @Test
        void posts_on_its_own_platform_are_free() {
            the(AllocationRules::jurisdiction, onlySecondPlatform, plan().grant("legal", 0, 1, 4))
                    .chargesNothing();
        }
    }

    @Nested
    class PowerSkill {
        private final CityBuilder city = city().town(9)
                .town(9)
                .department("D", 9, 0)
                .block("lawyers", 2)
                .skills("law")
                .block("clerks", 4)
                .power("fines", "law", 5, 100)
                .takenBy(0)
                .skilled(0, "law", 1);

        @Test
        void people_that_a_taken_power_asks_for_and_the_town_lacks_are_charged() {
            the(AllocationRules::powerSkill, city, plan().send("lawyers", 0, 0)).charges(2);
        }

        @Test
        void a_town_that_holds_the_people_is_free() {
            the(
                            AllocationRules::powerSkill,
                            city.block("more", 2).skills("law"),
                            plan().send("lawyers", 0, 0).send("more", 0, 0))
                    .chargesNothing();
        }

        @Test
        void people_without_the_skill_or_in_another_town_do_not_help() {
            the(AllocationRules::powerSkill, city, plan().send("clerks", 0, 0).send("lawyers", 1, 0))
                    .charges(4);
        }

        @Test
        void the_same_people_serve_every_power_and_each_power_that_lacks_some_is_charged() {
            CityBuilder two = city.power("seals", "law", 3, 10).takenBy(0);

            the(AllocationRules::powerSkill, two, plan().send("lawyers", 0, 0)).charges(2);
            the(AllocationRules::powerSkill, two, plan()).charges(4 + 2);
        }

        @Test
        void an_open_power_breaks_nothing() {
            the(AllocationRules::powerSkill, city.power("open", "law", 9, 10).openTo(1), plan().send("lawyers", 0, 0))
                    .charges(2);
        }
    }

    @Nested
    class PowersLost {
        private final CityBuilder city = city().town(9)
                .department("D", 9, 0)
                .block("lawyers", 2)
                .skills("law")
                .power("fines", "law", 2, 100)
                .openTo(0);

        @Test
        void the_cases_of_an_open_power_that_a_town_lacks_the_people_for_are_charged() {
            the(AllocationRules::powersLost, city, plan()).charges(100);
        }

        @Test
        void a_town_that_holds_the_people_takes_the_power() {
            the(AllocationRules::powersLost, city, plan().send("lawyers", 0, 0)).chargesNothing();
        }
    }

    @Nested
    class FieldFloor {
        private final CityBuilder city = city().town(9, 9, 9)
                .holding(1, 1, 5)
                .town(9, 9, 9)
                .pool("city", 9)
                .field("education", Set.of(0, 1), Set.of(0, 1), 6);

        @Test
        void posts_below_the_floor_of_a_field_are_charged_over_all_its_platforms_and_towns() {
            the(AllocationRules::fieldFloor, city, plan().grant("city", 1, 1, 2))
                    .charges(2);
        }

        @Test
        void the_floor_itself_is_enough() {
            the(AllocationRules::fieldFloor, city, plan().grant("city", 1, 1, 4))
                    .chargesNothing();
        }

        @Test
        void posts_on_platforms_of_other_fields_do_not_help() {
            the(AllocationRules::fieldFloor, city, plan().grant("city", 1, 2, 9))
                    .charges(4);
        }
    }

    @Nested
    class OutsideStaffLimits {

        @Test
        void people_beyond_the_headcount_are_charged() {
            the(AllocationRules::outsideStaff, city().town(9).outside(0, 7, 10).outsideLimit("L", 5, 1_000, 0), plan())
                    .charges(2);
        }

        @Test
        void cost_beyond_the_budget_is_charged_by_the_people_who_would_have_to_go() {
            the(AllocationRules::outsideStaff, city().town(9).outside(0, 7, 10).outsideLimit("L", 9, 45, 0), plan())
                    .charges(3);
        }

        @Test
        void people_within_headcount_and_budget_are_free() {
            the(AllocationRules::outsideStaff, city().town(9).outside(0, 7, 10).outsideLimit("L", 7, 70, 0), plan())
                    .chargesNothing();
        }

        @Test
        void a_town_that_is_open_lets_people_go_instead() {
            the(
                            AllocationRules::outsideStaff,
                            city().town(9).openOutside(0, 7, 10).outsideLimit("L", 5, 30, 0),
                            plan())
                    .chargesNothing();
        }
    }

    @Nested
    class StandIns {
        private final CityBuilder city = cityWithTypes(2)
                .town(9, 9)
                .standIn(0, 1, 3)
                .held(0, 1, 1)
                .pool("institution", 1, 9, "0")
                .pool("administrative", 9)
                .department("D", 9, 0)
                .block("B", 2)
                .ofType(1);

        @Test
        void posts_of_a_type_beyond_what_may_stand_in_are_charged() {
            the(
                            AllocationRules::standIn,
                            city,
                            plan().grant("institution", 0, 0, 2).send("B", 0, 0))
                    .charges(2);
        }

        @Test
        void posts_up_to_the_limit_and_on_other_platforms_are_free() {
            the(
                            AllocationRules::standIn,
                            city,
                            plan().grant("institution", 0, 0, 2).send("B", 0, 1))
                    .chargesNothing();
        }

        @Test
        void posts_of_the_platforms_own_type_are_free() {
            the(AllocationRules::standIn, city, plan().grant("administrative", 0, 0, 9))
                    .chargesNothing();
        }

        @Test
        void what_was_held_before_is_never_too_much() {
            CityBuilder heldMore = city().town(9).standIn(0, 0, 3).holding(5).pool("city", 9);

            the(AllocationRules::standIn, heldMore, plan()).chargesNothing();
            the(AllocationRules::standIn, heldMore, plan().grant("city", 0, 0, 1))
                    .charges(1);
        }
    }

    @Nested
    class Wishes {
        private final CityBuilder city = city().town(9)
                .town(9)
                .town(9)
                .department("D", 9, 0)
                .block("B", 3)
                .wishing(2, 1);

        @Test
        void each_person_is_charged_the_wishes_that_come_before_their_town() {
            the(AllocationRules::wishes, city, plan().send("B", 1, 0)).charges(3);
        }

        @Test
        void a_town_that_nobody_wished_comes_after_all_wishes() {
            the(AllocationRules::wishes, city, plan().send("B", 0, 0)).charges(6);
        }

        @Test
        void the_first_wish_is_free() {
            the(AllocationRules::wishes, city, plan().send("B", 2, 0)).chargesNothing();
        }

        @Test
        void a_block_that_stays_or_wishes_nothing_is_free() {
            the(AllocationRules::wishes, city.block("C", 2), plan().send("C", 0, 0))
                    .chargesNothing();
        }
    }
}
