package org.zhenjie.scenarios.batches;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhenjie.planner.allocation.PowersTaken;
import org.zhenjie.planner.allocation.TownRules.Power;
import org.zhenjie.planner.allocation.TownRules.Skilled;
import org.zhenjie.planner.batches.BatchPlan;
import org.zhenjie.planner.batches.BatchProblem;
import org.zhenjie.planner.batches.BatchSolve;
import org.zhenjie.scenarios.plan.PlannedScenario;
import org.zhenjie.scenarios.study.Study;
import org.zhenjie.scenarios.study.TownTerms.Batch;

/**
 * The batches of a planned scenario: its powers in towns, taken or open, with the people whom the plan brings there and the seats of the
 * study's batches.
 *
 * @param problem the batch problem
 * @param plan when each power is taken
 * @param powers the powers in towns, in the order of the problem
 */
public record PowerBatches(BatchProblem problem, BatchPlan plan, List<PowerInTown> powers) {
    public PowerBatches {
        powers = List.copyOf(powers);
    }

    /** A power in a town, and the batch in which it is taken; one beyond the last = not taken. */
    public record PowerInTown(String power, String town, long cases, int batch) {}

    /** Solves the batches of a planned scenario. */
    public static PowerBatches of(PlannedScenario planned) {
        Study study = planned.study();
        var rules = planned.problem().townRules();
        Map<Skilled, Integer> people = PowersTaken.skilledPeople(planned.problem(), planned.plan());
        Map<Skilled, Integer> stocks = new LinkedHashMap<>();
        List<Integer> held = new ArrayList<>();
        List<BatchProblem.TownPower> asked = new ArrayList<>();
        rules.townPowers().forEach(one -> {
            Power power = rules.powers().get(one.power());
            Skilled stock = new Skilled(one.town(), power.skill(), 0);
            int position = stocks.computeIfAbsent(stock, key -> {
                held.add(people.getOrDefault(key, 0));
                return held.size() - 1;
            });
            asked.add(new BatchProblem.TownPower(position, power.people(), power.cases()));
        });
        BatchProblem problem = new BatchProblem(
                held, study.terms().batches().stream().map(Batch::seats).toList(), asked);
        BatchPlan plan = BatchSolve.solve(problem);
        List<PowerInTown> powers = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            var one = rules.townPowers().get(i);
            powers.add(new PowerInTown(
                    rules.powers().get(one.power()).id(),
                    study.towns().get(one.town()).code(),
                    asked.get(i).cases(),
                    plan.batchOf().get(i)));
        }
        return new PowerBatches(problem, plan, powers);
    }

    /** People trained for a batch, from 1. */
    public int trained(int batch) {
        int before = batch == 1 ? 0 : sum(plan.trained().get(batch - 2));
        return sum(plan.trained().get(batch - 1)) - before;
    }

    private static int sum(List<Integer> people) {
        return people.stream().mapToInt(Integer::intValue).sum();
    }
}
