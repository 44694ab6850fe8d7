package org.zhenjie.planner.allocation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhenjie.planner.allocation.AllocationPlan.Posting;
import org.zhenjie.planner.allocation.AllocationProblem.Block;
import org.zhenjie.planner.allocation.TownRules.Power;
import org.zhenjie.planner.allocation.TownRules.Skilled;
import org.zhenjie.planner.allocation.TownRules.TownPower;

/**
 * Which towns take which powers with a plan, v[k,t]. It follows from where people go: a power that is handed to a town is taken,
 * an open one where the town holds the people it asks for, since taking it then costs nothing.
 */
public final class PowersTaken {

    private PowersTaken() {}

    /** The powers taken, in the order of the problem. */
    public static List<TownPower> of(AllocationProblem problem, AllocationPlan plan) {
        Map<Skilled, Integer> people = skilledPeople(problem, plan);
        return problem.townRules().townPowers().stream()
                .filter(one -> {
                    Power power = problem.townRules().powers().get(one.power());
                    int there = people.getOrDefault(new Skilled(one.town(), power.skill(), 0), 0);
                    return !one.open() || there >= power.people();
                })
                .toList();
    }

    /** People by town and skill with a plan: those held before and those sent. The keys count 0 people. */
    public static Map<Skilled, Integer> skilledPeople(AllocationProblem problem, AllocationPlan plan) {
        Map<Skilled, Integer> people = new HashMap<>();
        if (problem.townRules().townPowers().isEmpty()) {
            return people;
        }
        problem.townRules()
                .skilled()
                .forEach(one -> people.merge(new Skilled(one.town(), one.skill(), 0), one.people(), Integer::sum));
        Map<String, Block> blocks = new HashMap<>();
        problem.blocks().forEach(block -> blocks.put(block.id(), block));
        for (Posting posting : plan.postings()) {
            Block block = blocks.get(posting.block());
            for (String skill : block.skills()) {
                people.merge(new Skilled(posting.town(), skill, 0), block.size(), Integer::sum);
            }
        }
        return people;
    }
}
