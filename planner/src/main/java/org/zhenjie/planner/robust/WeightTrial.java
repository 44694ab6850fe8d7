package org.zhenjie.planner.robust;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.PlanScore;
import org.zhenjie.planner.allocation.ProblemDraft;
import org.zhenjie.planner.allocation.Rule;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.allocation.SolveProgress;
import org.zhenjie.planner.solve.AllocationSolve;

/**
 * What becomes of a plan when one weight is set otherwise and the search goes on from the plan.
 *
 * @param rule whose weight is set otherwise
 * @param weight the weight tried
 * @param moved posts and people that the new plan moves against the plan
 * @param before amounts by rule of the plan, before weights
 * @param after amounts by rule of the new plan
 */
public record WeightTrial(Rule rule, long weight, long moved, Map<Rule, Long> before, Map<Rule, Long> after) {

    /** Halves and doubles the weight of each soft rule that has one; a half is rounded up. */
    public static List<WeightTrial> of(AllocationProblem problem, AllocationPlan plan, SolveOptions options) {
        List<WeightTrial> trials = new ArrayList<>();
        for (Rule rule : Rule.values()) {
            long weight = rule.level() == Rule.Level.SOFT ? problem.weight(rule) : 0;
            if (weight > 0 && Robustness.byRule(problem, plan).containsKey(rule)) {
                trials.add(trial(problem, plan, rule, (weight + 1) / 2, options));
                trials.add(trial(problem, plan, rule, Math.multiplyExact(2, weight), options));
            }
        }
        return trials;
    }

    private static WeightTrial trial(
            AllocationProblem problem, AllocationPlan plan, Rule rule, long weight, SolveOptions options) {
        ProblemDraft draft = new ProblemDraft(problem);
        draft.weights().put(rule, weight);
        AllocationPlan next = AllocationSolve.from(draft.problem(), options, plan)
                .run(SolveProgress.Listener.NONE)
                .plan();
        ProblemDraft compared = new ProblemDraft(problem).reference(plan);
        compared.weights().put(Rule.S5, 1L);
        compared.off().remove(Rule.S5);
        return new WeightTrial(
                rule,
                weight,
                PlanScore.of(compared.problem(), next).cost(Rule.S5),
                Robustness.byRule(problem, plan),
                Robustness.byRule(problem, next));
    }
}
