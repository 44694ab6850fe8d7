package org.zhenjie.planner.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bound and the interchange against every plan of small cases. */
class LagrangianBoundTest {
    private static final BooleanSupplier NEVER = () -> false;

    private static void assertBelowEveryPlan(ConsolidationProblem problem) {
        long bound = LagrangianBound.of(problem, 400, NEVER).value();
        OptionalLong least = Sites.least(problem);
        least.ifPresent(optimum -> assertThat(bound).isLessThanOrEqualTo(optimum));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void no_plan_costs_less(long seed) {
        assertBelowEveryPlan(Sites.drawn(7, 0, seed).keep(2));
        assertBelowEveryPlan(Sites.drawn(7, 3, seed).keep(3));
        assertBelowEveryPlan(Sites.drawn(7, 0, seed).cover(60, "1").keep(2));
        assertBelowEveryPlan(Sites.drawn(7, 3, seed).cover(50, "0.8").keep(3));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void without_limits_it_is_near_and_interchange_finds_the_least(long seed) {
        ConsolidationProblem problem = Sites.drawn(8, 0, seed).keep(3);
        LagrangianBound bound = LagrangianBound.of(problem, 400, NEVER);
        long least = Sites.least(problem).orElseThrow();
        assertThat(bound.value()).isGreaterThanOrEqualTo(least * 9 / 10);
        List<Integer> kept = Interchange.best(problem, bound.kept(), 0, 10_000_000, NEVER);
        assertThat(ConsolidationPlan.nearest(problem, kept).account(problem).cost())
                .isEqualTo(least);
    }

    @Test
    void stopped_at_once_it_is_still_a_bound() {
        ConsolidationProblem problem = Sites.drawn(8, 0, 5).keep(3);
        assertThat(LagrangianBound.of(problem, 400, () -> true).value())
                .isLessThanOrEqualTo(Sites.least(problem).orElseThrow());
    }

    @Test
    void interchange_without_a_start_and_stopped_at_once_still_keeps_k() {
        ConsolidationProblem problem = Sites.drawn(30, 0, 5).keep(7);
        assertThat(Interchange.best(problem, List.of(), 1, 10_000_000, () -> true))
                .hasSize(7);
    }

    @Test
    void where_all_stay_nothing_is_exchanged() {
        ConsolidationProblem problem = Sites.onALine(0, 1, 2).keep(3);
        assertThat(Interchange.best(problem, List.of(), 1, 10_000_000, NEVER)).containsExactly(0, 1, 2);
        assertThat(LagrangianBound.of(problem, 100, NEVER).value()).isZero();
    }
}
