package org.zhenjie.planner.grouping;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Which group each unit is in.
 *
 * @param groups number of the group of each unit, 0 and up, in the order of the problem's units
 */
public record GroupingPlan(List<Integer> groups) {

    public GroupingPlan {
        groups = List.copyOf(groups);
    }

    /** The same plan with groups numbered in the order of their first units. */
    public GroupingPlan inOrder() {
        List<Integer> known = new ArrayList<>();
        List<Integer> ordered = new ArrayList<>();
        for (int group : groups) {
            if (!known.contains(group)) {
                known.add(group);
            }
            ordered.add(known.indexOf(group));
        }
        return new GroupingPlan(ordered);
    }

    /**
     * What a plan costs and breaks, by plain accounting.
     *
     * @param cost sum of load times distance to the centre of the group: the member for which that sum is least
     * @param apart pieces of groups beyond one each; a group without a unit counts 1
     * @param outside load by which groups lie outside the limits
     */
    public record Account(long cost, long apart, long outside) {
        /** Whether every hard rule is kept. */
        public boolean isFeasible() {
            return apart == 0 && outside == 0;
        }
    }

    /** Accounts for the plan. */
    public Account account(GroupingProblem problem) {
        long cost = 0;
        long apart = 0;
        long outside = 0;
        for (int group = 0; group < problem.groups(); group++) {
            int[] members = members(group);
            long load = Arrays.stream(members)
                    .mapToLong(unit -> problem.loads()[unit])
                    .sum();
            outside += Math.max(0, Math.max(load - problem.most(), problem.least() - load));
            apart += Math.abs(pieces(problem, group, members) - 1);
            cost += members.length == 0 ? 0 : cost(problem, members, centre(problem, members));
        }
        return new Account(cost, apart, outside);
    }

    /** The centre of a group: the member to which load times distance is least, the first of equals. */
    public static int centre(GroupingProblem problem, int[] members) {
        int best = members[0];
        long least = Long.MAX_VALUE;
        for (int centre : members) {
            long cost = cost(problem, members, centre);
            if (cost < least) {
                least = cost;
                best = centre;
            }
        }
        return best;
    }

    private static long cost(GroupingProblem problem, int[] members, int centre) {
        long cost = 0;
        for (int unit : members) {
            cost += problem.loads()[unit] * problem.distances()[unit][centre];
        }
        return cost;
    }

    private int[] members(int group) {
        return java.util.stream.IntStream.range(0, groups.size())
                .filter(unit -> groups.get(unit) == group)
                .toArray();
    }

    private int pieces(GroupingProblem problem, int group, int[] members) {
        boolean[] seen = new boolean[groups.size()];
        int pieces = 0;
        for (int start : members) {
            if (seen[start]) {
                continue;
            }
            pieces++;
            Deque<Integer> open = new ArrayDeque<>(List.of(start));
            seen[start] = true;
            while (!open.isEmpty()) {
                for (int next : problem.neighbours()[open.remove()]) {
                    if (!seen[next] && groups.get(next) == group) {
                        seen[next] = true;
                        open.add(next);
                    }
                }
            }
        }
        return pieces;
    }
}
