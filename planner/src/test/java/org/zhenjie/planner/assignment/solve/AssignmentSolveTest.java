package org.zhenjie.planner.assignment.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.assignment.AssignmentPlan;
import org.zhenjie.planner.assignment.AssignmentProblem;
import org.zhenjie.planner.assignment.AssignmentProblem.Worker;
import org.zhenjie.planner.assignment.AssignmentStart;
import org.zhenjie.planner.exact.ExactAnswer;
import org.zhenjie.planner.exact.ExactAnswer.Outcome;
import org.zhenjie.planner.exact.ExactSolver;
import org.zhenjie.planner.exact.IntegerProgram;
import org.zhenjie.planner.exact.IntegerProgram.Term;
import org.zhenjie.planner.sample.AssignmentDraw;
import org.zhenjie.planner.search.Solved;
import org.zhenjie.planner.search.Solved.StoppedBy;
import org.zhenjie.planner.search.StagedSolve;

class AssignmentSolveTest {

    private static Solved<AssignmentPlan> solve(AssignmentProblem problem, long steps) {
        return AssignmentSolve.of(problem, new SolveOptions(1, OptionalLong.of(steps), Optional.empty()))
                .run((cost, bound) -> {});
    }

    /** Costs against loads and tight capacities: type D of Martello and Toth (1990), some pairs left out. */
    private static AssignmentProblem made(long seed, int workers, int tasks, double closed) {
        Random random = new Random(seed);
        long[][] costs = new long[tasks][workers];
        long[][] loads = new long[tasks][workers];
        long sum = 0;
        for (int task = 0; task < tasks; task++) {
            for (int worker = 0; worker < workers; worker++) {
                loads[task][worker] = 1 + random.nextInt(100);
                costs[task][worker] = 111 - loads[task][worker] - 10 + random.nextInt(21);
                sum += loads[task][worker];
                if (worker > 0 && random.nextDouble() < closed) {
                    costs[task][worker] = AssignmentProblem.CLOSED;
                }
            }
        }
        long capacity = Math.max(100, sum * 8 / 10 / workers / workers);
        List<Worker> doers = IntStream.range(0, workers)
                .mapToObj(i -> new Worker("w" + i, capacity))
                .toList();
        return new AssignmentProblem(
                doers, IntStream.range(0, tasks).mapToObj(i -> "t" + i).toList(), costs, loads);
    }

    private static IntegerProgram program(AssignmentProblem problem) {
        IntegerProgram.Builder program = new IntegerProgram.Builder();
        List<List<Term>> loads = new ArrayList<>();
        problem.workers().forEach(worker -> loads.add(new ArrayList<>()));
        for (int task = 0; task < problem.tasks().size(); task++) {
            List<Term> once = new ArrayList<>();
            for (int worker = 0; worker < problem.workers().size(); worker++) {
                if (problem.costs()[task][worker] != AssignmentProblem.CLOSED) {
                    int choice = program.choice(task + " by " + worker);
                    once.add(new Term(choice, 1));
                    loads.get(worker).add(new Term(choice, problem.loads()[task][worker]));
                    program.cost(choice, problem.costs()[task][worker]);
                }
            }
            program.row(once, 1, 1);
        }
        for (int worker = 0; worker < loads.size(); worker++) {
            program.row(loads.get(worker), 0, problem.workers().get(worker).capacity());
        }
        return program.build();
    }

    @Property(tries = 12)
    void a_small_case_is_solved_to_the_optimum_that_the_exact_solver_proves(@ForAll @IntRange(max = 100_000) int seed) {
        AssignmentProblem problem = made(seed, 3, 14, 0.1);
        ExactAnswer exact = ExactSolver.find().orElseThrow().solve(program(problem), Duration.ofSeconds(20), 1);

        Solved<AssignmentPlan> solved = solve(problem, 3_000);

        if (exact.outcome() == Outcome.INFEASIBLE) {
            assertThat(solved.feasible()).isFalse();
        } else {
            assertThat(exact.outcome()).isEqualTo(Outcome.OPTIMAL);
            assertThat(solved.feasible()).isTrue();
            assertThat(solved.cost()).isEqualTo(exact.value().orElseThrow());
            assertThat(solved.bound()).isLessThanOrEqualTo(exact.value().orElseThrow());
        }
    }

    /** Tasks that were dealt out first, so that the capacities just hold them; pairs, costs and equal capacities at random. */
    private static AssignmentProblem justFitting(long seed) {
        Random random = new Random(seed);
        int workers = 1 + random.nextInt(5);
        int tasks = 1 + random.nextInt(10);
        long[][] costs = new long[tasks][workers];
        long[][] loads = new long[tasks][workers];
        long[] used = new long[workers];
        for (int task = 0; task < tasks; task++) {
            int by = random.nextInt(workers);
            for (int worker = 0; worker < workers; worker++) {
                loads[task][worker] = random.nextInt(12);
                boolean closed = worker != by && random.nextInt(3) == 0;
                costs[task][worker] = closed ? AssignmentProblem.CLOSED : random.nextInt(60) - 30;
            }
            used[by] += loads[task][by];
        }
        long most = random.nextBoolean() ? LongStream.of(used).max().orElse(0) : -1;
        List<Worker> doers = IntStream.range(0, workers)
                .mapToObj(i -> new Worker("w" + i, most < 0 ? used[i] : most))
                .toList();
        return new AssignmentProblem(
                doers, IntStream.range(0, tasks).mapToObj(i -> "t" + i).toList(), costs, loads);
    }

    @Property(tries = 100)
    void a_plan_is_found_wherever_one_just_fits(@ForAll @IntRange(max = 1_000_000) int seed) {
        assertThat(solve(justFitting(seed), 400).feasible()).isTrue();
    }

    @Test
    void a_plan_is_found_where_capacities_have_no_price_and_workers_are_many() {
        AssignmentProblem problem = new AssignmentDraw(AssignmentDraw.Type.C, 40, 800).problem(1);

        Solved<AssignmentPlan> solved = solve(problem, 1_000);

        assertThat(solved.feasible()).isTrue();
        assertThat(solved.gap().orElseThrow()).isLessThan(0.01);
    }

    @Test
    void a_tight_case_of_100_tasks_comes_near_its_bound() {
        Solved<AssignmentPlan> solved = solve(made(7, 5, 100, 0), 4_000);

        assertThat(solved.feasible()).isTrue();
        assertThat(solved.gap().orElseThrow()).isLessThan(0.005);
    }

    @Test
    void costs_against_loads_and_many_workers_come_near_the_bound_too() {
        AssignmentProblem problem = new AssignmentDraw(AssignmentDraw.Type.D, 20, 200).problem(1);

        Solved<AssignmentPlan> solved = solve(problem, 1_500);

        assertThat(solved.feasible()).isTrue();
        assertThat(solved.gap().orElseThrow()).isLessThan(0.003);
    }

    @Test
    void the_cost_told_is_that_of_the_plan_added_up_by_hand() {
        AssignmentProblem problem = made(3, 4, 40, 0.3);
        Solved<AssignmentPlan> solved = solve(problem, 200);

        long cost = 0;
        long[] load = new long[4];
        for (int task = 0; task < 40; task++) {
            int worker = solved.plan().workers().get(task);
            cost += problem.costs()[task][worker];
            load[worker] += problem.loads()[task][worker];
        }
        assertThat(solved.cost()).isEqualTo(cost);
        assertThat(IntStream.range(0, 4)
                        .allMatch(i -> load[i] <= problem.workers().get(i).capacity()))
                .isEqualTo(solved.feasible());
    }

    @Test
    void seed_and_steps_decide_the_plan() {
        AssignmentProblem problem = made(5, 8, 80, 0);

        assertThat(solve(problem, 400)).isEqualTo(solve(problem, 400));
    }

    @Test
    void a_case_without_any_assignment_is_told_as_impossible() {
        AssignmentProblem problem = new AssignmentProblem(
                List.of(new Worker("w", 10)), List.of("a", "b"), new long[][] {{1}, {1}}, new long[][] {{6}, {6}});

        Solved<AssignmentPlan> solved = solve(problem, 10);

        assertThat(solved.feasible()).isFalse();
        assertThat(solved.impossible()).isTrue();
    }

    @Test
    void a_met_bound_ends_the_solve() {
        AssignmentProblem problem = new AssignmentProblem(
                List.of(new Worker("v", 10), new Worker("w", 10)),
                List.of("a", "b"),
                new long[][] {{1, 2}, {5, 3}},
                new long[][] {{6, 6}, {6, 6}});

        Solved<AssignmentPlan> solved = solve(problem, 1_000);

        assertThat(solved.plan().workers()).containsExactly(0, 1);
        assertThat(solved.stoppedBy()).isEqualTo(StoppedBy.BOUND);
        assertThat(solved.gap()).hasValue(0);
    }

    @Test
    void without_a_step_limit_a_solve_never_ends_by_steps() {
        SolveOptions options = new SolveOptions(1, OptionalLong.empty(), Optional.of(Duration.ofMillis(500)));

        Solved<AssignmentPlan> solved =
                AssignmentSolve.of(made(5, 8, 80, 0), options).run((cost, bound) -> {});

        assertThat(solved.stoppedBy()).isIn(StoppedBy.TIME, StoppedBy.BOUND);
    }

    @Property(tries = 6)
    void the_last_search_makes_no_plan_worse(@ForAll @IntRange(max = 100_000) int seed) {
        AssignmentProblem problem = made(seed, 4, 30, 0.2);
        Solved<AssignmentPlan> before = new AssignmentStart(
                        problem, new SolveOptions(1, OptionalLong.of(18), Optional.empty()))
                .run((cost, bound) -> {});

        Solved<AssignmentPlan> solved = solve(problem, 20);

        assertThat(solved.plan().orBetter(before.plan(), problem)).isSameAs(solved.plan());
        assertThat(solved.steps()).isLessThanOrEqualTo(20);
    }

    @Test
    void the_search_library_finds_nothing_wrong_with_its_own_scores() {
        AssignmentProblem problem = made(11, 3, 25, 0.2);
        SolveOptions options = new SolveOptions(1, OptionalLong.of(300), Optional.empty());

        Solved<AssignmentPlan> solved = new StagedSolve<>(
                        new AssignmentSolve(problem, EnvironmentMode.FULL_ASSERT), options)
                .run((cost, bound) -> {});

        assertThat(solved.feasible()).isTrue();
    }

    @Test
    void tasks_that_no_worker_can_take_are_named() {
        AssignmentProblem problem = new AssignmentProblem(
                List.of(new Worker("w", 10)), List.of("a", "b"), new long[][] {{1}, {1}}, new long[][] {{6}, {11}});

        assertThat(problem.impossibleTasks()).containsExactly(1);
    }
}
