package org.zhenjie.planner.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhenjie.planner.allocation.AllocationResult.StoppedBy;

/** What is said of a plan in view of its yardstick. */
class AllocationResultTest {

    private static AllocationResult result(Score score, Yardstick yardstick) {
        return new AllocationResult(
                AllocationPlan.EMPTY,
                score,
                new Score(-1, -99, -999),
                Optional.ofNullable(yardstick),
                false,
                0,
                StoppedBy.STEPS);
    }

    @Test
    void the_gap_is_the_cost_above_the_bound_over_the_bound() {
        AllocationResult result = result(new Score(0, -5, -210), new Yardstick(5, 200, 300, false));

        assertThat(result.gap()).hasValue(0.05);
        assertThat(result.aboveBound()).hasValue(10);
        assertThat(result.avoidableShortfall()).isZero();
    }

    @Test
    void the_gap_is_0_where_cost_and_bound_are_both_0() {
        assertThat(result(new Score(0, 0, 0), new Yardstick(0, 0, 0, true)).gap())
                .hasValue(0);
    }

    @Test
    void there_is_a_difference_but_no_gap_where_only_the_bound_is_0() {
        AllocationResult result = result(new Score(0, 0, -7), new Yardstick(0, 0, 30, true));

        assertThat(result.gap()).isEmpty();
        assertThat(result.aboveBound()).hasValue(7);
        assertThat(result.shareOfHamilton()).hasValue(7 / 30.0);
    }

    @Test
    void there_is_no_share_of_the_plan_made_by_hand_beside_a_gap_or_where_that_plan_costs_nothing() {
        assertThat(result(new Score(0, 0, -210), new Yardstick(0, 200, 300, false))
                        .shareOfHamilton())
                .isEmpty();
        assertThat(result(new Score(0, 0, -7), new Yardstick(0, 0, 0, false)).shareOfHamilton())
                .isEmpty();
    }

    @Test
    void a_plan_that_is_short_of_need_by_more_than_it_must_has_no_gap() {
        AllocationResult result = result(new Score(0, -8, -100), new Yardstick(5, 200, 300, false));

        assertThat(result.gap()).isEmpty();
        assertThat(result.aboveBound()).isEmpty();
        assertThat(result.avoidableShortfall()).isEqualTo(3);
    }

    @Test
    void a_plan_that_breaks_a_hard_rule_has_no_gap() {
        AllocationResult result = result(new Score(-1, -5, -100), new Yardstick(5, 200, 300, false));

        assertThat(result.gap()).isEmpty();
        assertThat(result.aboveBound()).isEmpty();
    }

    @Test
    void a_plan_that_fills_needs_by_breaking_a_rule_is_not_short_of_less_than_nothing() {
        assertThat(result(new Score(-4, -1, 0), new Yardstick(5, 200, 300, false))
                        .avoidableShortfall())
                .isZero();
    }

    @Test
    void without_a_yardstick_there_is_no_gap() {
        assertThat(result(new Score(0, -5, -100), null).gap()).isEmpty();
        assertThat(result(new Score(0, -5, -100), null).avoidableShortfall()).isZero();
    }

    @Test
    void hard_goes_before_medium_before_soft() {
        assertThat(new Score(0, -9, -9)).isGreaterThan(new Score(-1, 0, 0));
        assertThat(new Score(0, -1, -9)).isGreaterThan(new Score(0, -2, 0));
        assertThat(new Score(0, -1, -1)).isGreaterThan(new Score(0, -1, -2));
        assertThat(new Score(0, -9, -9).isFeasible()).isTrue();
        assertThat(new Score(-1, 0, 0).isFeasible()).isFalse();
    }
}
