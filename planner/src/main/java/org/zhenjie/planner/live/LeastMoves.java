package org.zhenjie.planner.live;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.zhenjie.planner.allocation.AllocationPart;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationProblem.Block;
import org.zhenjie.planner.allocation.PlanScore;
import org.zhenjie.planner.allocation.ProblemDraft;
import org.zhenjie.planner.allocation.Rule;
import org.zhenjie.planner.yardstick.Relaxation;
import org.zhenjie.planner.yardstick.Repair;

/**
 * A problem in which nothing counts but the hard rules and the posts moved against the last plan (S5).
 *
 * @param problem that problem
 * @param last the last plan
 * @param parts parts of the problem that nothing ties together
 * @param plans the last plan of each
 */
record LeastMoves(
        AllocationProblem problem, AllocationPlan last, List<AllocationPart> parts, List<AllocationPlan> plans) {

    static LeastMoves of(AllocationProblem problem, AllocationPlan last) {
        ProblemDraft draft = new ProblemDraft(problem).reference(last);
        draft.weights().clear();
        draft.weights().put(Rule.S5, 1L);
        draft.off().remove(Rule.S5);
        draft.off().add(Rule.M1);
        AllocationProblem moves = draft.problem();
        List<AllocationPart> parts = AllocationPart.of(moves);
        return new LeastMoves(moves, last, parts, AllocationPart.split(parts, last));
    }

    /**
     * The least number of posts and people that any plan moves which keeps the hard rules: proven, with blocks taken as single
     * people. Parts that nothing ties to the change move nothing.
     *
     * @return empty where no plan keeps them
     */
    OptionalLong bound(BooleanSupplier stop) {
        long moves = 0;
        for (int i = 0; i < parts.size(); i++) {
            AllocationProblem part = parts.get(i).problem();
            if (!PlanScore.of(part, plans.get(i)).score().isFeasible()) {
                OptionalLong least = Relaxation.of(part, plans.get(i), stop).lowerBound();
                if (least.isEmpty()) {
                    return least;
                }
                moves += least.getAsLong();
            }
        }
        return OptionalLong.of(moves);
    }

    /** The last plan, put right with as few moves as can be found at once; may still break a rule. */
    AllocationPlan repaired(BooleanSupplier stop) {
        return AllocationPart.joined(
                parts,
                IntStream.range(0, parts.size())
                        .mapToObj(i -> Repair.of(parts.get(i).problem(), plans.get(i), stop))
                        .toList());
    }

    /** Posts and people that a plan moves against the last one. */
    long moved(AllocationPlan plan) {
        return PlanScore.of(problem, plan).cost(Rule.S5);
    }

    /** The same problem with everything counting, and moves before all other costs. */
    AllocationProblem firstOfAll(AllocationProblem whole) {
        ProblemDraft draft = new ProblemDraft(whole);
        draft.weights().remove(Rule.S5);
        long others = -PlanScore.of(draft.problem(), last).score().soft();
        draft.weights().put(Rule.S5, others + 1);
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
