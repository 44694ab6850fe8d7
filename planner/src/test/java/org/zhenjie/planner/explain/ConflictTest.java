package org.zhenjie.planner.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhenjie.planner.CityBuilder.city;

import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhenjie.planner.CityBuilder;
import org.zhenjie.planner.explain.Conflict.Remedy;

/** Conflicts in a problem of towns that share nothing. */
class ConflictTest {
    private static CityBuilder twoTowns(int floorOfOne, int floorOfOther) {
        return city().townIn(0, 5)
                .floor(floorOfOne)
                .townIn(1, 5)
                .floor(floorOfOther)
                .pool("zero", 4, 0)
                .pool("one", 4, 1);
    }

    @Test
    void it_is_told_with_the_towns_of_the_whole_and_without_pools_that_are_not_concerned() {
        Conflict conflict = Conflict.find(twoTowns(2, 6).build(), () -> false).orElseThrow();

        assertThat(conflict.demands())
                .containsExactlyInAnyOrder(new Demand.PoolSize("one"), new Demand.PlatformFloor(1, 0));
        assertThat(conflict.remedies()).extracting(Remedy::by).allMatch(by -> by.getAsInt() == 2);
    }

    @Test
    void where_there_is_another_one_elsewhere_no_rule_helps_alone() {
        Conflict conflict = Conflict.find(twoTowns(5, 6).build(), () -> false).orElseThrow();

        assertThat(conflict.demands())
                .containsExactlyInAnyOrder(new Demand.PoolSize("zero"), new Demand.PlatformFloor(0, 0));
        assertThat(conflict.remedies()).extracting(Remedy::by).allMatch(by -> by.isEmpty());
    }

    @Test
    void a_floor_of_a_field_is_told_with_the_pools_that_cannot_fill_it_and_by_how_much() {
        Conflict conflict = Conflict.find(
                        twoTowns(1, 1)
                                .field("narrow", Set.of(0), Set.of(0), 3)
                                .field("wide", Set.of(0), Set.of(0, 1), 10)
                                .build(),
                        () -> false)
                .orElseThrow();

        assertThat(conflict.demands())
                .containsExactlyInAnyOrder(
                        new Demand.PoolSize("zero"), new Demand.PoolSize("one"), new Demand.FieldFloor("wide"));
        assertThat(conflict.remedies()).extracting(Remedy::by).allMatch(by -> by.getAsInt() == 2);
    }

    @Test
    void floors_of_fields_that_can_be_kept_are_no_conflict() {
        assertThat(Conflict.find(
                        twoTowns(1, 1)
                                .field("narrow", Set.of(0), Set.of(0), 4)
                                .field("wide", Set.of(0), Set.of(0, 1), 8)
                                .build(),
                        () -> false))
                .isEmpty();
    }

    private static CityBuilder powerInOne(int people) {
        return city().town(5)
                .town(5)
                .power("K", "law", people, 100)
                .takenBy(1)
                .skilled(1, "law", 1)
                .department("D", 10, 6);
    }

    @Test
    void people_of_a_skill_that_nobody_has_are_told_by_town_and_power_and_how_many_are_too_many() {
        Conflict conflict = Conflict.find(
                        powerInOne(3).block("B", 2).skills("safety").build(), () -> false)
                .orElseThrow();

        assertThat(conflict.remedies())
                .containsExactly(new Remedy(new Demand.PowerPeople(1, "K"), OptionalInt.of(2), false));
    }

    @Test
    void people_for_a_power_whom_a_department_keeps_are_told_with_the_department() {
        Conflict conflict = Conflict.find(
                        powerInOne(7)
                                .block("B", 4)
                                .skills("law")
                                .block("C", 4)
                                .skills("law")
                                .build(),
                        () -> false)
                .orElseThrow();

        assertThat(conflict.remedies())
                .containsExactlyInAnyOrder(
                        new Remedy(new Demand.DepartmentFloor("D"), OptionalInt.of(2), false),
                        new Remedy(new Demand.PowerPeople(1, "K"), OptionalInt.of(2), false));
    }

    @Test
    void people_for_a_power_who_live_too_far_are_told_with_the_metres_that_lack() {
        Conflict conflict = Conflict.find(
                        powerInOne(3)
                                .block("B", 2)
                                .metres(2_000, 9_300)
                                .farthest(2_500)
                                .skills("law")
                                .build(),
                        () -> false)
                .orElseThrow();

        assertThat(conflict.remedies())
                .containsExactlyInAnyOrder(
                        new Remedy(new Demand.Farthest("B"), OptionalInt.of(6_800), false),
                        new Remedy(new Demand.PowerPeople(1, "K"), OptionalInt.of(2), false));
    }

    @Test
    void an_open_power_is_no_conflict() {
        assertThat(Conflict.find(
                        city().town(5).power("K", "law", 3, 100).openTo(0).build(), () -> false))
                .isEmpty();
    }

    @Test
    void staff_outside_are_told_with_the_limit_that_they_are_beyond_and_by_how_many() {
        Conflict conflict = Conflict.find(
                        city().town(5)
                                .town(5)
                                .outside(0, 10, 5)
                                .outside(1, 10, 4)
                                .outsideLimit("one", 10, 50, 0)
                                .outsideLimit("all", 19, 78, 0, 1)
                                .build(),
                        () -> false)
                .orElseThrow();

        // 12 of money beyond the budget are 3 people of the dearest
        assertThat(conflict.remedies())
                .containsExactly(new Remedy(new Demand.OutsideTerms("all"), OptionalInt.of(3), false));
    }

    @Test
    void a_limit_on_what_stands_in_is_told_with_the_floor_that_it_starves() {
        Conflict conflict = Conflict.find(
                        city().town(5, 5)
                                .floor(4, 0)
                                .standIn(0, 0, 1)
                                .pool("P", 9)
                                .build(),
                        () -> false)
                .orElseThrow();

        assertThat(conflict.remedies())
                .containsExactlyInAnyOrder(
                        new Remedy(new Demand.PlatformFloor(0, 0), OptionalInt.of(3), false),
                        new Remedy(new Demand.StandInLimit(0, 0, 0), OptionalInt.of(3), false));
    }

    @Test
    void a_floor_on_a_platform_that_no_pool_may_serve_is_told() {
        Conflict conflict = Conflict.find(
                        city().town(5, 5)
                                .floor(4, 0)
                                .pool("P", 9)
                                .onPlatforms(1)
                                .build(),
                        () -> false)
                .orElseThrow();

        assertThat(conflict.demands())
                .containsExactlyInAnyOrder(new Demand.Jurisdiction("P"), new Demand.PlatformFloor(0, 0));
    }
}
