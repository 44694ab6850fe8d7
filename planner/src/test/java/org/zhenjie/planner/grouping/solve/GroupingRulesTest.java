package org.zhenjie.planner.grouping.solve;

import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.optaplanner.core.api.score.stream.Constraint;
import org.optaplanner.core.api.score.stream.ConstraintFactory;
import org.optaplanner.core.api.score.stream.ConstraintStreamImplType;
import org.optaplanner.test.api.score.stream.ConstraintVerifier;
import org.zhenjie.planner.grouping.GroupingPlan;
import org.zhenjie.planner.grouping.GroupingProblem;

/** Each rule of the search: what it charges; and all of them together against plain accounting. */
class GroupingRulesTest {
    private static final ConstraintVerifier<GroupingRules, GroupingSolution> VERIFIER = ConstraintVerifier.build(
                    new GroupingRules(), GroupingSolution.class, Unit.class)
            .withConstraintStreamImplType(ConstraintStreamImplType.BAVET);

    /** Four units in a row, 10 apart, loads 1 to 4; two groups of 4 to 6. */
    private static final GroupingProblem ROW = new GroupingProblem(
            List.of("a", "b", "c", "d"),
            new long[] {1, 2, 3, 4},
            new long[][] {{0, 10, 20, 30}, {10, 0, 10, 20}, {20, 10, 0, 10}, {30, 20, 10, 0}},
            new int[][] {{1}, {0, 2}, {1, 3}, {2}},
            2,
            4,
            6);

    private static void assertCharged(
            BiFunction<GroupingRules, ConstraintFactory, Constraint> rule, long amount, Integer... groups) {
        VERIFIER.verifyThat(rule)
                .givenSolution(GroupingSolution.of(ROW, new GroupingPlan(List.of(groups))))
                .penalizesBy(amount);
    }

    @Test
    void a_group_without_a_unit_is_charged_by_one_and_the_least_load() {
        assertCharged(GroupingRules::empty, 5, 0, 0, 0, 0);
    }

    @Test
    void groups_with_units_are_not_empty() {
        assertCharged(GroupingRules::empty, 0, 0, 0, 0, 1);
    }

    @Test
    void each_piece_of_a_group_beyond_one_is_charged() {
        assertCharged(GroupingRules::contiguity, 2, 0, 1, 0, 1);
        assertCharged(GroupingRules::contiguity, 1, 0, 1, 1, 0);
    }

    @Test
    void groups_in_one_piece_are_contiguous() {
        assertCharged(GroupingRules::contiguity, 0, 0, 0, 1, 1);
    }

    @Test
    void load_below_and_above_the_limits_is_charged() {
        assertCharged(GroupingRules::tolerance, 2, 0, 0, 1, 1);
        assertCharged(GroupingRules::tolerance, 6, 0, 1, 1, 1);
    }

    @Test
    void loads_at_both_ends_of_the_limits_are_within() {
        assertCharged(GroupingRules::tolerance, 0, 0, 0, 0, 1);
    }

    @Test
    void a_pinned_unit_in_another_group_is_charged_by_one() {
        GroupingProblem pinned = Lattices.pinned(ROW, 0, -1, -1, 0);
        VERIFIER.verifyThat(GroupingRules::pin)
                .givenSolution(GroupingSolution.of(pinned, new GroupingPlan(List.of(0, 0, 1, 1))))
                .penalizesBy(1);
    }

    @Test
    void a_pinned_unit_in_its_group_is_as_it_should_be() {
        GroupingProblem pinned = Lattices.pinned(ROW, 0, -1, -1, 1);
        VERIFIER.verifyThat(GroupingRules::pin)
                .givenSolution(GroupingSolution.of(pinned, new GroupingPlan(List.of(0, 0, 1, 1))))
                .penalizesBy(0);
    }

    @Test
    void load_times_distance_to_the_best_member_is_charged() {
        assertCharged(GroupingRules::distance, 40, 0, 0, 1, 1);
    }

    @Test
    void units_alone_cost_nothing() {
        VERIFIER.verifyThat(GroupingRules::distance)
                .given(new Unit(ROW, 0, 0), new Unit(ROW, 3, 1))
                .penalizesBy(0);
    }

    @Test
    void what_a_group_lacks_of_a_disc_is_charged() {
        GroupingProblem outlined = Lattices.withOutlines(ROW, 1_000);
        // two squares of two: 4 pi 2 / 6² each
        VERIFIER.verifyThat(GroupingRules::compactness)
                .givenSolution(GroupingSolution.of(outlined, new GroupingPlan(List.of(0, 0, 1, 1))))
                .penalizesBy(2 * Math.round(1_000 * (1 - 8 * Math.PI / 36)));
    }

    @Test
    void outlines_that_do_not_count_cost_nothing() {
        assertCharged(GroupingRules::compactness, 0, 0, 0, 1, 1);
    }

    @Property(tries = 200)
    void together_they_are_what_plain_accounting_finds(@ForAll int seed) {
        Random random = new Random(seed);
        int groups = 1 + random.nextInt(4);
        GroupingProblem free = Lattices.drawn(seed, 1 + random.nextInt(3), 4, groups);
        GroupingProblem pinned =
                Lattices.pinned(free, random.ints(free.size(), -1, groups).toArray());
        GroupingProblem problem = random.nextBoolean() ? pinned : Lattices.withOutlines(pinned, 5_000);
        GroupingPlan plan =
                new GroupingPlan(random.ints(problem.size(), 0, groups).boxed().toList());
        GroupingPlan.Account account = plan.account(problem);
        VERIFIER.verifyThat()
                .givenSolution(GroupingSolution.of(problem, plan))
                .scores(HardSoftLongScore.of(-account.apart() - account.outside() - account.astray(), -account.cost()));
    }
}
