package org.zhenjie.planner.robust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhenjie.planner.CityBuilder.city;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.zhenjie.planner.Cities;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.PlanScore;
import org.zhenjie.planner.allocation.Rule;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.robust.Robustness.Candidate;
import org.zhenjie.planner.robust.Robustness.Outcome;
import org.zhenjie.planner.yardstick.Apportionment;

/** Plans under needs that turn out otherwise. */
class RobustnessTest {
    private static final AllocationProblem CITY = Cities.SMALL.problem(3);
    private static final AllocationPlan BY_HAND = Apportionment.of(CITY, Apportionment.Method.WEBSTER);
    private static final List<Candidate> TWO =
            List.of(new Candidate(CITY, BY_HAND), new Candidate(CITY, AllocationPlan.EMPTY));
    private static final NeedDraws NEEDS = new NeedDraws(7, 0.1);

    @Test
    void the_same_seed_gives_the_same_table_on_one_thread_and_on_two() {
        assertThat(Robustness.of(TWO, NEEDS, 40, 1, () -> false))
                .isEqualTo(Robustness.of(TWO, NEEDS, 40, 2, () -> false));
    }

    @Test
    void another_seed_gives_another_table() {
        assertThat(Robustness.of(TWO, NEEDS, 40, 2, () -> false))
                .isNotEqualTo(Robustness.of(TWO, new NeedDraws(8, 0.1), 40, 2, () -> false));
    }

    @Test
    void without_spread_every_draw_is_the_estimate() {
        Outcome outcome = Robustness.of(TWO, new NeedDraws(7, 0), 5, 2, () -> false)
                .plans()
                .get(0);

        long estimate = PlanScore.of(CITY, BY_HAND).cost(Rule.M1);
        assertThat(outcome.shortfalls()).hasSize(5).containsOnly(estimate);
        assertThat(outcome.towns()).allMatch(town -> town.total() == 5 * town.estimate());
        assertThat(outcome.towns()).allMatch(town -> town.shortDraws() == (town.estimate() > 0 ? 5 : 0));
    }

    @Test
    void needs_are_drawn_around_their_estimates_with_the_spread_that_was_asked_for() {
        double sum = 0;
        double squares = 0;
        int number = 0;
        for (int draw = 0; draw < 300; draw++) {
            AllocationProblem drawn = NEEDS.draw(CITY, draw);
            for (int town = 0; town < CITY.towns().size(); town++) {
                double share = (double) drawn.towns().get(town).need().get(0)
                        / CITY.towns().get(town).need().get(0);
                sum += share - 1;
                squares += (share - 1) * (share - 1);
                number++;
            }
        }
        assertThat(sum / number).isBetween(-0.01, 0.01);
        assertThat(Math.sqrt(squares / number)).isBetween(0.09, 0.11);
    }

    @Test
    void regret_is_the_shortfall_beyond_that_of_the_best_plan_of_the_same_draw() {
        List<Outcome> plans = Robustness.of(TWO, NEEDS, 20, 2, () -> false).plans();

        for (int draw = 0; draw < 20; draw++) {
            long one = plans.get(0).shortfalls().get(draw);
            long other = plans.get(1).shortfalls().get(draw);
            assertThat(plans.get(0).regrets().get(draw)).isEqualTo(one - Math.min(one, other));
            assertThat(plans.get(1).regrets().get(draw)).isEqualTo(other - Math.min(one, other));
        }
    }

    @Test
    void it_can_be_given_up() {
        assertThatThrownBy(() -> Robustness.of(TWO, NEEDS, 20, 2, () -> true))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void each_weight_is_halved_and_doubled() {
        SolveOptions few = new SolveOptions(0, OptionalLong.of(50), Optional.empty());
        List<WeightTrial> trials = WeightTrial.of(CITY, BY_HAND, few);

        assertThat(trials.stream().filter(trial -> trial.rule() == Rule.S1).map(WeightTrial::weight))
                .containsExactly(5.0, 20.0);
        assertThat(trials)
                .allMatch(trial -> trial.moved() >= 0
                        && trial.after().keySet().stream().noneMatch(rule -> rule.level() == Rule.Level.HARD));
        assertThat(WeightTrial.of(CITY, BY_HAND, few)).isEqualTo(trials);
    }

    @Test
    void a_weight_of_1_is_halved_too_and_a_rule_that_costs_nothing_yet_is_tried() {
        AllocationProblem problem = city().town(10)
                .holding(4)
                .department("D", 5, 0)
                .block("B", 5)
                .metres(900_000)
                .farthest(1_000_000)
                .onlySoft(Rule.S3)
                .weight(Rule.S1, 3)
                .off(Rule.M1)
                .build();
        SolveOptions few = new SolveOptions(0, OptionalLong.of(50), Optional.empty());

        List<WeightTrial> trials = WeightTrial.of(problem, AllocationPlan.EMPTY, few);

        // sending the five costs 4,500,000 and saves 7,500,000 of S1 = 3 * 2,500,000: not at half of S1, but at half of
        // S3
        assertThat(trials).extracting(WeightTrial::weight).containsExactly(1.5, 6.0, 0.5, 2.0);
        assertThat(trials).extracting(WeightTrial::moved).containsExactly(0L, 5L, 5L, 0L);
    }
}
