package org.zhenjie.planner.assignment;

import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/**
 * One search over one plan: small groups of workers whose tasks are shared out anew, and large ones that are filled anew. What of the work goes
 * into which follows from what each gained lately: where capacity binds hard the large groups find most, elsewhere the small ones.
 */
final class AssignmentSearch {
    /** Small groups of one step; large ones are filled once a plan within the capacities is known. */
    private static final int GROUPS = 10;

    /** The least and the most of the work that goes into large groups. */
    private static final double LEAST_SHARE = 0.25;

    private static final double MOST_SHARE = 0.75;
    /** So many looks back count for what a way of searching is worth. */
    private static final double MEMORY = 1e9;

    /** Temperature at the start, as a share of what a task's second worker is dearer in the mean. */
    private static final double HEAT = 0.1;

    private final WorkingPlan plan;
    private final Reshuffling groups;
    private final Refilling fillings;
    private final Worth ofGroups = new Worth();
    private final Worth ofFillings = new Worth();

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
            boolean feasible = !plan.isOverAtBest();
            long cost = plan.bestTotal();
            long work = work();
            if (feasible && isFillingDue()) {
                fillings.run(HEAT * cooling);
                note(ofFillings, ofGroups, work() - work, cost - plan.bestTotal());
            } else {
                for (int group = 0; group < GROUPS; group++) {
                    groups.run(HEAT * cooling);
                }
                note(ofGroups, ofFillings, work() - work, feasible ? cost - plan.bestTotal() : 0);
            }
        }
        plan.priceOverload();
    }

    /** The best plan so far. */
    AssignmentPlan best() {
        return plan.best();
    }

    private long work() {
        return groups.work() + fillings.work();
    }

    private boolean isFillingDue() {
        double share = ofFillings.rate() / (ofFillings.rate() + ofGroups.rate());
        double wanted = Math.max(LEAST_SHARE, Math.min(MOST_SHARE, share));
        return ofFillings.work <= wanted * (ofFillings.work + ofGroups.work);
    }

    private static void note(Worth of, Worth other, long work, long gain) {
        double kept = StrictMath.exp(-work / MEMORY);
        of.fade(kept);
        other.fade(kept);
        of.work += work;
        of.gain += gain;
    }

    /** What a way of searching gained lately, and what work that took. */
    private static final class Worth {
        private double gain;
        private double work;

        void fade(double kept) {
            gain *= kept;
            work *= kept;
        }

        double rate() {
            return (gain + 1) / (work + MEMORY / 10);
        }
    }
}
