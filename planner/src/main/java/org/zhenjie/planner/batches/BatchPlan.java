package org.zhenjie.planner.batches;

import java.util.List;

/**
 * When powers are taken.
 *
 * @param trained people trained in all up to each batch, by batch and stock
 * @param batchOf batch in which each power of the problem is taken, from 1; b + 1 = not taken
 * @param cost sum of cases times batch
 * @param bound least cost that any plan can have; equal to the cost where the plan is known to be best
 */
public record BatchPlan(List<List<Integer>> trained, List<Integer> batchOf, long cost, long bound) {
    public BatchPlan {
        trained = trained.stream().map(List::copyOf).toList();
        batchOf = List.copyOf(batchOf);
    }

    /** A plan from the people trained: each power is taken as soon as it can be. */
    static BatchPlan of(BatchProblem problem, List<List<Integer>> trained, long bound) {
        List<Integer> batchOf = problem.powers().stream()
                .map(power -> firstBatch(problem, trained, power))
                .toList();
        long cost = 0;
        for (int i = 0; i < batchOf.size(); i++) {
            cost += problem.powers().get(i).cases() * batchOf.get(i);
        }
        return new BatchPlan(trained, batchOf, cost, bound);
    }

    private static int firstBatch(BatchProblem problem, List<List<Integer>> trained, BatchProblem.TownPower power) {
        int held = problem.held().get(power.stock());
        for (int batch = 0; batch < problem.batches(); batch++) {
            if (held + trained.get(batch).get(power.stock()) >= power.people()) {
                return batch + 1;
            }
        }
        return problem.batches() + 1;
    }
}
