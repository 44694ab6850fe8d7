package org.zhenjie.planner.assignment;

import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/** One search over one plan: small groups of workers whose tasks are shared out anew, and large ones that are filled anew. */
final class AssignmentSearch {
    /** Small groups of one step; large ones are filled once a plan within the capacities is known. */
    private static final int GROUPS = 10;

    /** A large group is filled again after a step for so many pairs of its workers and tasks, which take as long to fill. */
    private static final int PAIRS_OF_A_STEP = 2_500;

    /** Temperature at the start, as a share of what a task's second worker is dearer in the mean. */
    private static final double HEAT = 0.1;

    private final WorkingPlan plan;
    private final Reshuffling groups;
    private final Refilling fillings;
    private int wait;

    AssignmentSearch(AssignmentProblem problem, AssignmentBound bound, long seed) {
        plan = new WorkingPlan(problem, bound);
        SplittableRandom random = new SplittableRandom(seed);
        groups = new Reshuffling(plan, random);
        fillings = new Refilling(plan, groups, random);
    }

    /**
     * Takes so many steps at most.
     *
     * @param progress how much of the whole search is over, 0 to 1: at first a dearer way is taken now and then
     * @param stop asked between the steps: true ends them
     */
    void run(int steps, double progress, BooleanSupplier stop) {
        double cooling = plan.spread() * (1 - progress);
        for (int step = 0; step < steps && !stop.getAsBoolean(); step++) {
            for (int group = 0; group < GROUPS; group++) {
                groups.run(HEAT * cooling);
            }
            if (--wait <= 0 && !plan.isOverAtBest()) {
                wait = fillings.run(HEAT * cooling) / PAIRS_OF_A_STEP;
            }
        }
        plan.priceOverload();
    }

    /** The best plan so far. */
    AssignmentPlan best() {
        return plan.best();
    }
}
