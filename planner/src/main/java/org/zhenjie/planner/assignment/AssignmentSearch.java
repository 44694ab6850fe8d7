package org.zhenjie.planner.assignment;

import java.util.SplittableRandom;

/** One search over one plan: groups of workers whose tasks are shared out anew, and chains of tasks that take each other's places. */
final class AssignmentSearch {
    /** Groups of one step; one step in so many shakes the plan by a chain too. */
    private static final int GROUPS = 10;

    private static final int SHAKEN_ONCE_IN = 5;
    /** Temperature at the start, as a share of what a task's second worker is dearer in the mean. */
    private static final double HEAT = 0.1;
    /** Mean loss of a chain that shakes the plan, and what may be left of it at the start, as multiples of the same. */
    private static final double SHAKE = 10;

    private static final double TOLERANCE = 5;

    private final WorkingPlan plan;
    private final SplittableRandom random;
    private final Reshuffling groups;
    private final EjectionChains chains;

    AssignmentSearch(AssignmentProblem problem, AssignmentBound bound, long seed) {
        plan = new WorkingPlan(problem, bound);
        random = new SplittableRandom(seed);
        groups = new Reshuffling(plan, random);
        chains = new EjectionChains(plan, random);
    }

    /**
     * Takes so many steps.
     *
     * @param progress how much of the whole search is over, 0 to 1: at first a dearer way is taken now and then
     */
    void run(int steps, double progress) {
        double cooling = plan.spread() * (1 - progress);
        for (int step = 0; step < steps; step++) {
            for (int group = 0; group < GROUPS; group++) {
                groups.run(HEAT * cooling);
            }
            if (step % SHAKEN_ONCE_IN == 0 && !plan.isOver()) {
                chains.shake(drawn(SHAKE * plan.spread()), drawn(TOLERANCE * cooling));
            }
        }
        plan.priceOverload();
    }

    private double drawn(double mean) {
        return -mean * StrictMath.log(1 - random.nextDouble());
    }

    /** The best plan so far. */
    AssignmentPlan best() {
        return plan.best();
    }
}
