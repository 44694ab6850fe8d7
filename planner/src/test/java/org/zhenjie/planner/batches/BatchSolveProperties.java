package org.zhenjie.planner.batches;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.zhenjie.planner.batches.BatchProblem.TownPower;

/** The solve against every way to train people, on problems small enough for that. */
class BatchSolveProperties {

    private static BatchProblem problem(long seed) {
        Random random = new Random(seed);
        int stocks = 1 + random.nextInt(3);
        return new BatchProblem(
                IntStream.range(0, stocks).mapToObj(stock -> random.nextInt(2)).toList(),
                IntStream.rangeClosed(0, random.nextInt(3))
                        .mapToObj(batch -> random.nextInt(4))
                        .toList(),
                IntStream.range(0, random.nextInt(6))
                        .mapToObj(
                                power -> new TownPower(random.nextInt(stocks), random.nextInt(5), random.nextInt(100)))
                        .toList());
    }

    @Property(tries = 500)
    void of_few_people_the_plan_is_the_best_of_all_and_the_bound_says_so(@ForAll @IntRange(max = 499) int seed) {
        BatchProblem problem = problem(seed);
        BatchPlan plan = BatchSolve.solve(problem);
        long best = best(problem, new ArrayList<>());

        assertThat(plan.cost()).isEqualTo(best).isEqualTo(plan.bound());
    }

    @Property(tries = 500)
    void a_plan_keeps_to_seats_and_skills_and_its_cost_is_what_its_batches_come_to(
            @ForAll @IntRange(max = 499) int seed) {
        BatchProblem problem = problem(seed);
        BatchPlan plan = BatchSolve.solve(problem);

        long cost = 0;
        for (int power = 0; power < problem.powers().size(); power++) {
            TownPower asked = problem.powers().get(power);
            int batch = plan.batchOf().get(power);
            cost += asked.cases() * batch;
            if (batch <= problem.batches()) {
                int people = problem.held().get(asked.stock())
                        + plan.trained().get(batch - 1).get(asked.stock());
                assertThat(people).isGreaterThanOrEqualTo(asked.people());
            }
        }
        assertThat(plan.cost()).isEqualTo(cost);
        for (int batch = 0; batch < problem.batches(); batch++) {
            int trained = 0;
            for (int stock = 0; stock < problem.held().size(); stock++) {
                int before = batch == 0 ? 0 : plan.trained().get(batch - 1).get(stock);
                int after = plan.trained().get(batch).get(stock);
                assertThat(after).isGreaterThanOrEqualTo(before);
                trained += after - before;
            }
            assertThat(trained).isLessThanOrEqualTo(problem.seats().get(batch));
        }
    }

    private static long best(BatchProblem problem, List<List<Integer>> trained) {
        if (trained.size() == problem.batches()) {
            return BatchPlan.of(problem, trained, 0).cost();
        }
        List<Integer> before =
                trained.isEmpty() ? problem.held().stream().map(held -> 0).toList() : trained.get(trained.size() - 1);
        return next(problem, trained, before, 0, problem.seats().get(trained.size()));
    }

    private static long next(
            BatchProblem problem, List<List<Integer>> trained, List<Integer> now, int stock, int seats) {
        if (stock == now.size()) {
            List<List<Integer>> more = new ArrayList<>(trained);
            more.add(now);
            return best(problem, more);
        }
        long best = Long.MAX_VALUE;
        for (int number = 0; number <= seats; number++) {
            List<Integer> changed = new ArrayList<>(now);
            changed.set(stock, now.get(stock) + number);
            best = Math.min(best, next(problem, trained, changed, stock + 1, seats - number));
        }
        return best;
    }
}
