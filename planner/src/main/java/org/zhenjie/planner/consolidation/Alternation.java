package org.zhenjie.planner.consolidation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * Location and allocation in turn (Cooper 1964), under capacities: sites go to kept ones with room, then each group keeps the member
 * that is nearest to all of it, until that helps no more; from the sets given and from sets drawn at random.
 */
public final class Alternation {
    private static final int RANDOM_STARTS = 60;

    private final ConsolidationProblem problem;
    private final MergeCosts costs;

    private Alternation(ConsolidationProblem problem) {
        this.problem = problem;
        this.costs = MergeCosts.of(problem);
    }

    /**
     * The best plan that was come by: fewest rules broken, then least cost.
     *
     * @param starts sets of k sites; at least one
     * @param seed of the random numbers
     * @param stop asked between starts: true ends with the best so far
     */
    public static ConsolidationPlan best(
            ConsolidationProblem problem, List<List<Integer>> starts, long seed, BooleanSupplier stop) {
        Alternation alternation = new Alternation(problem);
        Random random = new Random(seed);
        ConsolidationPlan best = alternation.descend(starts.get(0));
        for (int i = 1; i < starts.size() + RANDOM_STARTS && !stop.getAsBoolean(); i++) {
            List<Integer> start = i < starts.size() ? starts.get(i) : alternation.drawn(random);
            best = best.orBetter(alternation.descend(start), problem);
        }
        return best;
    }

    private List<Integer> drawn(Random random) {
        return random.ints(0, problem.size())
                .distinct()
                .limit(problem.keep())
                .boxed()
                .toList();
    }

    private ConsolidationPlan descend(List<Integer> start) {
        ConsolidationPlan plan = ConsolidationPlan.withRoom(problem, start);
        while (true) {
            ConsolidationPlan next = ConsolidationPlan.withRoom(problem, centres(plan));
            if (plan.orBetter(next, problem) == plan) {
                return plan;
            }
            plan = next;
        }
    }

    /** Of each group the member that hosts all of it at the least cost. */
    private List<Integer> centres(ConsolidationPlan plan) {
        List<Integer> centres = new ArrayList<>();
        for (int host : plan.kept()) {
            List<Integer> members = new ArrayList<>();
            for (int site = 0; site < problem.size(); site++) {
                if (plan.hosts().get(site) == host) {
                    members.add(site);
                }
            }
            centres.add(centre(members, host));
        }
        return centres;
    }

    private int centre(List<Integer> members, int host) {
        long load = members.stream().mapToLong(problem::load).sum();
        int best = host;
        long least = cost(members, host);
        for (int member : members) {
            long cost = cost(members, member);
            if (cost < least && problem.sites().get(member).capacity() >= load) {
                best = member;
                least = cost;
            }
        }
        return best;
    }

    private long cost(List<Integer> members, int host) {
        long sum = 0;
        for (int member : members) {
            sum += costs.of(member, host);
        }
        return sum;
    }
}
