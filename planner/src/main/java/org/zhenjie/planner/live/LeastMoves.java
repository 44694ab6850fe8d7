package org.zhenjie.planner.live;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationProblem.Block;
import org.zhenjie.planner.allocation.PlanScore;
import org.zhenjie.planner.allocation.ProblemDraft;
import org.zhenjie.planner.allocation.Rule;
import org.zhenjie.planner.yardstick.Relaxation;
import org.zhenjie.planner.yardstick.Repair;

/**
 * A part of a problem in which nothing counts but the hard rules and the posts moved against its last plan (S5).
 *
 * @param problem that problem
 * @param last the last plan
 */
record LeastMoves(AllocationProblem problem, AllocationPlan last) {

    /** What a move has to gain, as a share of what the last plan costs for each post and person. */
    private static final double WORTH = 0.25;

    static LeastMoves of(AllocationProblem part, AllocationPlan last) {
        ProblemDraft draft = new ProblemDraft(part).reference(last);
        draft.weights().clear();
        draft.weights().put(Rule.S5, 1L);
        draft.off().remove(Rule.S5);
        draft.off().add(Rule.M1);
        return new LeastMoves(draft.problem(), last);
    }

    /**
     * The least number of posts and people that any plan moves which keeps the hard rules: proven, with blocks taken as single
     * people.
     *
     * @return empty where no plan keeps them
     */
    OptionalLong bound(BooleanSupplier stop) {
        return isKeptBy(last)
                ? OptionalLong.of(0)
                : Relaxation.of(problem, last, stop).lowerBound();
    }

    /** The last plan, put right with as few moves as can be found at once; may still break a rule. */
    AllocationPlan repaired(BooleanSupplier stop) {
        return Repair.of(problem, last, stop);
    }

    /** Whether a plan keeps the hard rules. */
    boolean isKeptBy(AllocationPlan plan) {
        return PlanScore.of(problem, plan).score().isFeasible();
    }

    /** Posts and people that a plan moves against the last one. */
    long moved(AllocationPlan plan) {
        return PlanScore.of(problem, plan).cost(Rule.S5);
    }

    /** The same part with everything counting, and a price on each move: none is made for less than {@link #WORTH}. */
    AllocationProblem priced(AllocationProblem part) {
        double costOfPost = -PlanScore.of(part, last).score().soft() / (double) Math.max(1, posts(part, last));
        ProblemDraft draft = new ProblemDraft(part);
        draft.weights().merge(Rule.S5, 1 + (long) (WORTH * costOfPost), Math::max);
        draft.off().remove(Rule.S5);
        return draft.reference(last).problem();
    }

    /** Posts granted and people sent by a plan of the problem. */
    static long posts(AllocationProblem problem, AllocationPlan plan) {
        Map<String, Integer> sizes = new HashMap<>();
        for (Block block : problem.blocks()) {
            sizes.put(block.id(), block.size());
        }
        return plan.grants().stream().mapToLong(AllocationPlan.Grant::posts).sum()
                + plan.postings().stream()
                        .mapToLong(posting ->
                                Optional.ofNullable(sizes.get(posting.block())).orElse(0))
                        .sum();
    }
}
