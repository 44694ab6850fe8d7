package org.zhenjie.planner.batches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhenjie.planner.batches.BatchProblem.TownPower;

class BatchSolveTest {

    @Test
    void a_power_whose_people_are_there_is_taken_in_the_first_batch() {
        BatchPlan plan = BatchSolve.solve(
                new BatchProblem(List.of(3), List.of(0, 0), List.of(new TownPower(0, 3, 50), new TownPower(0, 4, 20))));

        assertThat(plan.batchOf()).containsExactly(1, 3);
        assertThat(plan.cost()).isEqualTo(50 + 3 * 20).isEqualTo(plan.bound());
    }

    @Test
    void seats_go_to_the_power_with_most_cases_for_each_of_them_first() {
        BatchPlan plan = BatchSolve.solve(new BatchProblem(
                List.of(0, 0), List.of(2, 2), List.of(new TownPower(0, 2, 30), new TownPower(1, 2, 80))));

        assertThat(plan.batchOf()).containsExactly(2, 1);
        assertThat(plan.trained()).containsExactly(List.of(0, 2), List.of(2, 2));
    }

    @Test
    void people_are_trained_over_two_batches_where_one_has_not_seats_enough() {
        BatchPlan plan =
                BatchSolve.solve(new BatchProblem(List.of(1), List.of(2, 2), List.of(new TownPower(0, 5, 10))));

        assertThat(plan.batchOf()).containsExactly(2);
        assertThat(plan.cost()).isEqualTo(20);
    }

    /** From the first batch on it would cost 356, from the last one back 355. */
    @Test
    void the_best_is_found_where_neither_direction_leads_to_it() {
        BatchPlan plan = BatchSolve.solve(new BatchProblem(
                List.of(0, 0),
                List.of(3, 2, 4),
                List.of(new TownPower(1, 2, 41), new TownPower(0, 5, 83), new TownPower(1, 4, 22))));

        assertThat(plan.batchOf()).containsExactly(1, 3, 2);
        assertThat(plan.cost()).isEqualTo(41 + 3 * 83 + 2 * 22).isEqualTo(plan.bound());
    }

    @Test
    void the_same_people_serve_every_power_of_their_skill() {
        BatchPlan plan = BatchSolve.solve(
                new BatchProblem(List.of(0), List.of(2), List.of(new TownPower(0, 2, 10), new TownPower(0, 1, 5))));

        assertThat(plan.batchOf()).containsExactly(1, 1);
    }

    @Test
    void without_batches_or_powers_there_is_nothing_to_take() {
        assertThat(BatchSolve.solve(new BatchProblem(List.of(0), List.of(), List.of(new TownPower(0, 1, 5))))
                        .cost())
                .isEqualTo(5);
        assertThat(BatchSolve.solve(new BatchProblem(List.of(), List.of(4), List.of()))
                        .cost())
                .isZero();
    }

    @Test
    void a_power_of_no_stock_is_refused() {
        assertThatThrownBy(() -> new BatchProblem(List.of(), List.of(1), List.of(new TownPower(0, 1, 5))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
