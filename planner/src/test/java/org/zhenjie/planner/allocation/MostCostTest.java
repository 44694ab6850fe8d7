package org.zhenjie.planner.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhenjie.planner.CityBuilder.city;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.zhenjie.planner.AnyCity;
import org.zhenjie.planner.yardstick.Apportionment;

class MostCostTest {

    @Property(tries = 400)
    void no_plan_within_its_means_costs_more(@ForAll @IntRange(max = 9_999) int seed) {
        AllocationProblem problem = AnyCity.MIXED.problem(seed);
        PlanScore score = PlanScore.of(problem, Apportionment.of(problem, Apportionment.Method.WEBSTER));
        if (score.cost(Rule.H1) > 0 || !problem.isOn(Rule.H1)) {
            return;
        }

        for (MostCost.Part part : MostCost.of(problem).parts()) {
            // each term of S1 and S2 may be rounded up by half
            assertThat((double) score.cost(part.rule())).isLessThanOrEqualTo(part.cost() * 1.000001 + 100 * 10);
        }
    }

    @Test
    void usual_figures_can_be_counted() {
        assertThat(MostCost.of(city().town(100)
                                .holding(60)
                                .town(80)
                                .pool("P", 50)
                                .weight(Rule.S1, 1_000_000)
                                .build())
                        .isCountable())
                .isTrue();
    }

    @Test
    void a_town_that_holds_millions_cannot_be_counted_and_is_named() {
        MostCost most = MostCost.of(city().town(100)
                .town(80)
                .holding(9_000_000)
                .weight(Rule.S1, 100)
                .build());

        assertThat(most.isCountable()).isFalse();
        assertThat(most.greatest().rule()).isEqualTo(Rule.S1);
        assertThat(most.greatest().town()).hasValue(1);
    }

    @Test
    void metres_without_end_cannot_be_counted() {
        MostCost most = MostCost.of(city().town(5)
                .department("D", 10, 0)
                .block("B", 10)
                .metres(Long.MAX_VALUE / 20)
                .weight(Rule.S3, 1_000)
                .build());

        assertThat(most.greatest().rule()).isEqualTo(Rule.S3);
        assertThat(most.isCountable()).isFalse();
    }
}
