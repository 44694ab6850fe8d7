package org.zhenjie.planner.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhenjie.planner.CityBuilder.city;
import static org.zhenjie.planner.PlanBuilder.plan;

import java.math.BigDecimal;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhenjie.planner.CityBuilder;
import org.zhenjie.planner.allocation.AllocationProblem.Department;
import org.zhenjie.planner.allocation.AllocationProblem.Place;
import org.zhenjie.planner.allocation.AllocationProblem.Pool;

class AllocationProblemTest {

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("department twice D", base().department("D", 1, 0)),
                Arguments.of("pool twice city", base().pool("city", 1)),
                Arguments.of("block twice B", base().block("B", 1)),
                Arguments.of("size of block C", base().block("C", 0)),
                Arguments.of("town of block C", base().block("C", 1).metres(0, 0, 0)),
                Arguments.of("town of block C", base().block("C", 1).ofType(1)),
                Arguments.of("town of pool more", base().pool("more", 1, 2)),
                Arguments.of("town of pool more", base().pool("more", 1, 1, "0")),
                Arguments.of("pool of a pin more", base().pin("more", 0, 0, 0)),
                Arguments.of("place of a pin on city", base().pin("city", 2, 0, 0)),
                Arguments.of("place of a pin on city", base().pinPlatform("city", 0, 1, 0, 0)),
                Arguments.of("block of a pin C", base().pinBlock("C", new Place(0, 0))),
                Arguments.of(
                        "pinned block twice B",
                        base().pinBlock("B", new Place(0, 0)).limitBlock("B")),
                Arguments.of(
                        "pool of the reference plan gone",
                        base().reference(plan().grant("gone", 0, 0, 1).build())),
                Arguments.of(
                        "block of the reference plan gone",
                        base().reference(plan().send("gone", 0, 0).build())),
                Arguments.of(
                        "reference plan",
                        base().reference(plan().send("B", 5, 0).build())),
                Arguments.of("need of town T2", base().town(1, 2)),
                Arguments.of("floor of town T2", base().town(1).floor(1, 2)),
                Arguments.of("ceiling of town T2", base().town(1).ceiling(1, 2)),
                Arguments.of("held posts", base().held(3, 0, 1)),
                Arguments.of("platform of pool more", base().pool("more", 1).onPlatforms(1)),
                Arguments.of("platform of field G", base().field("G", Set.of(1), Set.of(0), 1)),
                Arguments.of("town of field G", base().field("G", Set.of(0), Set.of(2), 1)),
                Arguments.of(
                        "field twice G",
                        base().field("G", Set.of(0), Set.of(0), 1).field("G", Set.of(0), Set.of(1), 1)),
                Arguments.of("place of a stand-in limit", base().standIn(0, 1, 1)),
                Arguments.of("stand-in limit twice", base().standIn(0, 0, 1).standIn(0, 0, 2)),
                Arguments.of("power twice K", base().power("K", "law", 1, 1).power("K", "law", 1, 1)),
                Arguments.of("town of a power", base().power("K", "law", 1, 1).takenBy(2)),
                Arguments.of(
                        "power of a town twice",
                        base().power("K", "law", 1, 1).takenBy(1).openTo(1)),
                Arguments.of("town of skilled people", base().skilled(2, "law", 1)),
                Arguments.of(
                        "skilled people twice law", base().skilled(1, "law", 1).skilled(1, "law", 2)),
                Arguments.of("town of outside staff", base().outside(2, 1, 1)),
                Arguments.of("outside staff twice", base().outside(1, 1, 1).openOutside(1, 1, 1)),
                Arguments.of("outside staff below 0", base().outside(1, -1, 1)),
                Arguments.of("town of outside limit L", base().outsideLimit("L", 1, 1, 2)),
                Arguments.of(
                        "outside limits share some of their towns L",
                        base().town(4).outsideLimit("L", 1, 1, 0, 1).outsideLimit("M", 1, 1, 1, 2)));
    }

    private static CityBuilder base() {
        return city().town(4).town(4).pool("city", 2).department("D", 5, 0).block("B", 2);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_problem_that_does_not_hold_together_is_refused_by_name(String what, CityBuilder city) {
        assertThatThrownBy(city::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(what);
    }

    @ParameterizedTest
    @CsvSource({"100, 0, 100", "100, 0.05, 95", "101, 0.05, 95", "10, 0.05, 9", "7, 1, 0", "0, 0.5, 0", "20, 0.15, 17"})
    void a_pool_keeps_its_reserve_rounded_up(int size, BigDecimal reserve, int usable) {
        assertThat(new Pool("city", 0, size, reserve, Set.of()).usable()).isEqualTo(usable);
    }

    @ParameterizedTest
    @CsvSource({"10, 4, 6", "10, 10, 0", "4, 10, 0", "0, 0, 0"})
    void a_department_sends_what_it_has_above_its_floor(int headCount, int floor, int maySend) {
        assertThat(new Department("D", headCount, floor).maySend()).isEqualTo(maySend);
    }

    @Test
    void a_rule_that_is_switched_off_weighs_nothing() {
        AllocationProblem problem = base().weight(Rule.S1, 7).off(Rule.S1).build();

        assertThat(problem.weight(Rule.S1)).isZero();
        assertThat(problem.isOn(Rule.S1)).isFalse();
    }

    @Test
    void equal_decisions_are_equal_plans_in_whatever_order_they_are_given() {
        AllocationPlan one = plan().grant("a", 0, 0, 1)
                .grant("b", 1, 0, 2)
                .send("x", 0, 0)
                .send("y", 1, 0)
                .build();
        AllocationPlan other = plan().send("y", 1, 0)
                .grant("b", 1, 0, 2)
                .send("x", 0, 0)
                .grant("a", 0, 0, 1)
                .build();

        assertThat(one).isEqualTo(other);
    }
}
