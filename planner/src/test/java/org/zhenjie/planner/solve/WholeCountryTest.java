package org.zhenjie.planner.solve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.zhenjie.planner.Cities;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.PlanScore;
import org.zhenjie.planner.allocation.Score;
import org.zhenjie.planner.yardstick.Apportionment;

/**
 * As many towns as a whole country has, with more than 2 million posts held: nothing overflows, and nothing but the search itself takes
 * more than seconds.
 */
@Tag("deep")
@Timeout(120)
class WholeCountryTest {

    private static final AllocationProblem COUNTRY = new Cities(2_900, 13, 2, 40, 12).problem(1);

    @ParameterizedTest
    @EnumSource
    void a_plan_is_made_by_hand(Apportionment.Method method) {
        AllocationPlan plan = Apportionment.of(COUNTRY, method);

        assertThat(PlanScore.of(COUNTRY, plan).score().isFeasible()).isTrue();
    }

    @Test
    void the_search_and_the_accounting_give_the_same_score() {
        AllocationPlan plan = Apportionment.of(COUNTRY, Apportionment.Method.WEBSTER);

        HardMediumSoftLongScore searched = SearchScoreProperties.SEARCH.update(SolutionBuilder.build(COUNTRY, plan));

        assertThat(new Score(searched.hardScore(), searched.mediumScore(), searched.softScore()))
                .isEqualTo(PlanScore.of(COUNTRY, plan).score());
    }
}
