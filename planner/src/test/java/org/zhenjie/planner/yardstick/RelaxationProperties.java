package org.zhenjie.planner.yardstick;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.zhenjie.planner.AnyCity;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.PlanScore;
import org.zhenjie.planner.allocation.Rule;
import org.zhenjie.planner.allocation.Score;
import org.zhenjie.planner.allocation.Yardstick;

/** The bound against the best of all plans, on cities so small that every plan can be looked at. */
class RelaxationProperties {

    private static final AnyCity SINGLE_PEOPLE = AnyCity.TINY.withBlocks(3, 1);
    private static final AnyCity WHOLE_BLOCKS = AnyCity.TINY.withBlocks(3, 3);
    private static final double MANY_PLANS = 3_000;

    @Property(tries = 800)
    void posts_and_single_people_never_beat_the_bound_and_meet_it_where_it_says_so(
            @ForAll @IntRange(max = 799) int seed) {
        boundHolds(SINGLE_PEOPLE.problem(seed));
    }

    @Property(tries = 800)
    void blocks_never_beat_the_bound(@ForAll @IntRange(max = 799) int seed) {
        boundHolds(WHOLE_BLOCKS.problem(seed));
    }

    @Tag("deep")
    @Property(tries = 50_000)
    void no_plan_of_any_tiny_city_ever_beats_the_bound(@ForAll long seed) {
        boundHolds((seed % 2 == 0 ? SINGLE_PEOPLE : WHOLE_BLOCKS).problem(seed));
    }

    @Property(tries = 400)
    void no_plan_at_all_beats_the_bound_of_a_larger_city(@ForAll @IntRange(max = 399) int seed) {
        AllocationProblem problem = AnyCity.MIXED.problem(seed);
        Optional<Yardstick> bound = Relaxation.of(problem).yardstick();

        for (int draw = 0; draw < 20; draw++) {
            Score score =
                    PlanScore.of(problem, AnyCity.anyPlan(problem, seed + draw)).score();
            if (score.isFeasible()) {
                assertThat(bound.map(RelaxationProperties::score))
                        .hasValueSatisfying(least -> assertThat(least).isGreaterThanOrEqualTo(score));
            }
        }
    }

    private static void boundHolds(AllocationProblem problem) {
        // without H1 there is no end of plans
        Assume.that(problem.isOn(Rule.H1) && EveryPlan.count(problem) < MANY_PLANS);
        Optional<Score> best = EveryPlan.best(problem);
        Optional<Yardstick> bound = Relaxation.of(problem).yardstick();
        boolean exact = bound.isEmpty() || bound.get().exact();

        if (exact) {
            assertThat(bound.map(RelaxationProperties::score)).isEqualTo(best);
        } else if (best.isPresent()) {
            assertThat(score(bound.get())).isGreaterThanOrEqualTo(best.get());
        }
    }

    private static Score score(Yardstick bound) {
        return new Score(0, -bound.leastShortfall(), -bound.lowerBound());
    }
}
