package org.zhenjie.planner.grouping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.zhenjie.planner.search.Outcome;

/**
 * Which group each unit is in.
 *
 * @param groups number of the group of each unit, 0 and up, in the order of the problem's units
 */
public record GroupingPlan(List<Integer> groups) {

    public GroupingPlan {
        groups = List.copyOf(groups);
    }

    /** The same plan with groups numbered in the order of their first units; pins no longer number its groups. */
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
     * @param astray units that are not in the group that they are pinned to
     */
    public record Account(long cost, long apart, long outside, long astray) implements Outcome {
        @Override
        public boolean isFeasible() {
            return apart == 0 && outside == 0 && astray == 0;
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
            outside += problem.outside(load);
            apart += Math.abs(pieces(problem, members) - 1);
            cost += members.length == 0 ? 0 : cost(problem, members, centre(problem, members));
        }
        long astray = IntStream.range(0, groups.size())
                .filter(unit -> problem.isPinned(unit) && problem.pins()[unit] != groups.get(unit))
                .count();
        return new Account(cost, apart, outside, astray);
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

    /** Sum of load times distance of some units to a centre. */
    public static long cost(GroupingProblem problem, int[] members, int centre) {
        long cost = 0;
        for (int unit : members) {
            cost += problem.loads()[unit] * problem.distances()[unit][centre];
        }
        return cost;
    }

    private int[] members(int group) {
        return IntStream.range(0, groups.size())
                .filter(unit -> groups.get(unit) == group)
                .toArray();
    }

    /** How many connected pieces some units form. */
    public static int pieces(GroupingProblem problem, int[] members) {
        boolean[] open = new boolean[problem.size()];
        for (int unit : members) {
            open[unit] = true;
        }
        int pieces = 0;
        int[] queue = new int[members.length];
        for (int start : members) {
            if (!open[start]) {
                continue;
            }
            pieces++;
            int tail = 0;
            queue[tail++] = start;
            open[start] = false;
            for (int head = 0; head < tail; head++) {
                for (int next : problem.neighbours()[queue[head]]) {
                    if (open[next]) {
                        open[next] = false;
                        queue[tail++] = next;
                    }
                }
            }
        }
        return pieces;
    }
}
