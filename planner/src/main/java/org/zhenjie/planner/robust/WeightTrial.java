package org.zhenjie.planner.robust;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.MostCost;
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
 * @param weight the weight tried, beside the others as they are
 * @param moved posts and people that the new plan moves against the plan
 * @param before amounts by rule of the plan, before weights
 * @param after amounts by rule of the new plan
 */
public record WeightTrial(Rule rule, double weight, long moved, Map<Rule, Long> before, Map<Rule, Long> after) {

    /** Halves and doubles the weight of each soft rule that has one and can cost anything. */
    public static List<WeightTrial> of(AllocationProblem problem, AllocationPlan plan, SolveOptions options) {
        List<WeightTrial> trials = new ArrayList<>();
        for (MostCost.Part part : MostCost.of(problem).parts()) {
            if (part.cost() > 0) {
                trials.add(trial(problem, plan, part.rule(), 1, options));
                trials.add(trial(problem, plan, part.rule(), 4, options));
            }
        }
        return trials;
    }

    /** All weights doubled but one: its weight may then be halved whatever it is. */
    private static WeightTrial trial(
            AllocationProblem problem, AllocationPlan plan, Rule rule, int halves, SolveOptions options) {
        ProblemDraft draft = new ProblemDraft(problem);
        draft.weights().replaceAll((each, weight) -> (each == rule ? halves : 2) * weight);
        AllocationPlan next = AllocationSolve.from(draft.problem(), options, plan)
                .run(SolveProgress.Listener.NONE)
                .plan();
        ProblemDraft compared = new ProblemDraft(problem).reference(plan);
        compared.weights().put(Rule.S5, 1L);
        compared.off().remove(Rule.S5);
        return new WeightTrial(
                rule,
                problem.weight(rule) * halves / 2.0,
                PlanScore.of(compared.problem(), next).cost(Rule.S5),
                Robustness.byRule(problem, plan),
                Robustness.byRule(problem, next));
    }
}
