package org.zhenjie.planner.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.grouping.GroupingProblem;
import org.zhenjie.planner.grouping.solve.GroupingSolve;
import org.zhenjie.planner.sample.GroupingDraw.Shape;

class GroupingDrawTest {

    @ParameterizedTest
    @EnumSource(Shape.class)
    void a_seed_draws_one_map_in_one_piece_whose_hidden_groups_can_be_found(Shape shape) {
        GroupingProblem problem = new GroupingDraw(shape, 12, 3, 0, true).problem(4);

        assertThat(problem.parts()).hasSize(1);
        assertThat(problem.loads())
                .isEqualTo(new GroupingDraw(shape, 12, 3, 0, true).problem(4).loads())
                .isNotEqualTo(new GroupingDraw(shape, 12, 3, 0, true).problem(5).loads());
        assertThat(GroupingSolve.of(problem, new SolveOptions(0, OptionalLong.of(2_000), Optional.empty()))
                        .run((cost, bound) -> {})
                        .feasible())
                .isTrue();
    }
}
