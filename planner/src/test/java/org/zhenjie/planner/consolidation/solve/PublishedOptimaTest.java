package org.zhenjie.planner.consolidation.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.consolidation.ConsolidationProblem;
import org.zhenjie.planner.consolidation.ConsolidationResult;
import org.zhenjie.planner.consolidation.Published;

/** Published instances with known optima, in a fixed amount of work. */
class PublishedOptimaTest {
    private static void assertOptimal(ConsolidationProblem problem, long optimum) {
        ConsolidationResult result = new ConsolidationSolve(
                        problem, new SolveOptions(1, OptionalLong.of(500), Optional.empty()))
                .run((cost, bound) -> {});
        assertThat(result.account().isFeasible()).isTrue();
        assertThat(result.account().cost()).isEqualTo(optimum);
        assertThat(result.bound()).isBetween(optimum * 94 / 100, optimum);
    }

    @ParameterizedTest
    @CsvSource({"pmedcap1-01, 713", "pmedcap1-04, 651", "pmedcap1-08, 820", "pmedcap1-10, 829"})
    void capacitated_medians_reach_the_published_optimum_and_the_bound_stays_below_it(String name, long optimum) {
        assertOptimal(Published.capacitated(name), optimum);
    }

    @ParameterizedTest
    @CsvSource({"pmed01, 5819", "pmed04, 3034"})
    void medians_of_a_network_reach_the_published_optimum_and_the_bound_stays_below_it(String name, long optimum) {
        assertOptimal(Published.onRoads(name), optimum);
    }
}
