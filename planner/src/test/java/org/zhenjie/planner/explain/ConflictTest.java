package org.zhenjie.planner.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhenjie.planner.CityBuilder.city;

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
}
