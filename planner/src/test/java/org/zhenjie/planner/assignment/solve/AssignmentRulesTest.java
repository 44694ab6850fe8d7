package org.zhenjie.planner.assignment.solve;

import static org.zhenjie.planner.assignment.AssignmentProblem.CLOSED;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.optaplanner.core.api.score.stream.ConstraintStreamImplType;
import org.optaplanner.test.api.score.stream.ConstraintVerifier;
import org.zhenjie.planner.assignment.AssignmentPlan;
import org.zhenjie.planner.assignment.AssignmentProblem;
import org.zhenjie.planner.assignment.AssignmentProblem.Worker;

/** Each rule of the search: what it charges; and all of them together against plain accounting. */
class AssignmentRulesTest {
    private static final ConstraintVerifier<AssignmentRules, AssignmentSolution> VERIFIER = ConstraintVerifier.build(
                    new AssignmentRules(), AssignmentSolution.class, Task.class)
            .withConstraintStreamImplType(ConstraintStreamImplType.BAVET);

    /** Ann can take 10, Ben 5; a costs 7 or 1, b 2 or -4, c cannot be done by Ben. */
    private static final AssignmentProblem PROBLEM = new AssignmentProblem(
            List.of(new Worker("Ann", 10), new Worker("Ben", 5)),
            List.of("a", "b", "c"),
            new long[][] {{7, 1}, {2, -4}, {3, CLOSED}},
            new long[][] {{6, 3}, {4, 4}, {3, 99}});

    private static AssignmentSolution by(Integer... workers) {
        return AssignmentSolution.of(PROBLEM, new AssignmentPlan(List.of(workers)));
    }

    @Test
    void a_task_by_a_worker_that_may_not_do_it_is_charged_by_one() {
        VERIFIER.verifyThat(AssignmentRules::closed).givenSolution(by(0, 0, 1)).penalizesBy(1);
    }

    @Test
    void tasks_by_workers_that_may_do_them_break_nothing() {
        VERIFIER.verifyThat(AssignmentRules::closed).givenSolution(by(1, 1, 0)).penalizesBy(0);
    }

    @Test
    void load_beyond_the_capacity_of_each_worker_is_charged() {
        VERIFIER.verifyThat(AssignmentRules::capacity)
                .givenSolution(by(0, 0, 0))
                .penalizesBy(3);
        VERIFIER.verifyThat(AssignmentRules::capacity)
                .givenSolution(by(1, 1, 0))
                .penalizesBy(2);
    }

    @Test
    void a_full_worker_breaks_nothing() {
        VERIFIER.verifyThat(AssignmentRules::capacity)
                .givenSolution(by(0, 0, 1))
                .penalizesBy(0);
    }

    @Test
    void tasks_are_charged_what_they_cost() {
        VERIFIER.verifyThat(AssignmentRules::cost).givenSolution(by(0, 0, 0)).penalizesBy(12);
    }

    @Test
    void a_closed_task_and_one_that_brings_something_in_cost_nothing() {
        VERIFIER.verifyThat(AssignmentRules::cost).givenSolution(by(1, 1, 1)).penalizesBy(1);
    }

    @Test
    void costs_below_0_are_gains() {
        VERIFIER.verifyThat(AssignmentRules::gain).givenSolution(by(1, 1, 0)).rewardsWith(4);
    }

    @Test
    void costs_above_0_are_no_gains() {
        VERIFIER.verifyThat(AssignmentRules::gain).givenSolution(by(0, 0, 0)).rewardsWith(0);
    }

    @Property(tries = 200)
    void together_they_are_what_plain_accounting_finds(@ForAll int seed) {
        Random random = new Random(seed);
        int workers = 1 + random.nextInt(4);
        int tasks = 1 + random.nextInt(12);
        long[][] costs = new long[tasks][workers];
        long[][] loads = new long[tasks][workers];
        for (int task = 0; task < tasks; task++) {
            for (int worker = 0; worker < workers; worker++) {
                costs[task][worker] = random.nextInt(5) == 0 ? CLOSED : random.nextInt(100) - 20;
                loads[task][worker] = random.nextInt(20);
            }
        }
        AssignmentProblem problem = new AssignmentProblem(
                IntStream.range(0, workers)
                        .mapToObj(worker -> new Worker("w" + worker, random.nextInt(40)))
                        .toList(),
                IntStream.range(0, tasks).mapToObj(task -> "t" + task).toList(),
                costs,
                loads);
        AssignmentPlan plan =
                new AssignmentPlan(random.ints(tasks, 0, workers).boxed().toList());
        AssignmentPlan.Account account = plan.account(problem);
        VERIFIER.verifyThat()
                .givenSolution(AssignmentSolution.of(problem, plan))
                .scores(HardSoftLongScore.of(-account.closed() - account.overload(), -account.cost()));
    }
}
