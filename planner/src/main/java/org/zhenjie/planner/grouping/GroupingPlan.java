package org.zhenjie.planner.grouping;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
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
     * @param cost of all groups
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

    /**
     * One group by plain accounting.
     *
     * @param members positions of its units, ascending, one at least
     * @param load load of all of them
     * @param centre the member for which the sum of load times distance is least, the first of equals
     * @param distance that sum
     * @param ratio how compact it is, 0 to 1; empty where that does not count
     * @param ragged what it costs that it is not a disc
     */
    public record Group(
            List<Integer> members, long load, int centre, long distance, OptionalDouble ratio, long ragged) {
        public Group {
            members = List.copyOf(members);
        }

        private static Group of(GroupingProblem problem, int[] members) {
            int centre = GroupingPlan.centre(problem, members);
            return new Group(
                    IntStream.of(members).boxed().toList(),
                    IntStream.of(members)
                            .mapToLong(unit -> problem.loads()[unit])
                            .sum(),
                    centre,
                    GroupingPlan.cost(problem, members, centre),
                    problem.compactness().stream()
                            .mapToDouble(of -> Compactness.ratio(of.area(members), of.perimeter(problem, members)))
                            .findFirst(),
                    problem.compactness().map(of -> of.cost(problem, members)).orElse(0L));
        }

        /** What the group costs. */
        public long cost() {
            return distance + ragged;
        }
    }

    /** The groups that have units, by their numbers. */
    public List<Group> accounts(GroupingProblem problem) {
        return IntStream.range(0, problem.groups())
                .mapToObj(this::members)
                .filter(members -> members.length > 0)
                .map(members -> Group.of(problem, members))
                .toList();
    }

    /** Accounts for the plan. */
    public Account account(GroupingProblem problem) {
        List<Group> known = accounts(problem);
        long empty = problem.groups() - known.size();
        long cost = known.stream().mapToLong(Group::cost).sum();
        long outside = empty * problem.outside(0)
                + known.stream()
                        .mapToLong(group -> problem.outside(group.load()))
                        .sum();
        long apart = empty
                + known.stream()
                        .mapToLong(group -> pieces(problem, group.members()) - 1)
                        .sum();
        long astray = IntStream.range(0, groups.size())
                .filter(unit -> problem.isPinned(unit) && problem.pins()[unit] != groups.get(unit))
                .count();
        return new Account(cost, apart, outside, astray);
    }

    /** The centre of a group: the member to which load times distance is least, the first of equals. */
    public static int centre(GroupingProblem problem, int[] members) {
        return centre(problem, members, members.length);
    }

    /** The same of the first so many of an array. */
    static int centre(GroupingProblem problem, int[] members, int number) {
        int best = members[0];
        long least = Long.MAX_VALUE;
        for (int i = 0; i < number; i++) {
            long cost = cost(problem, members, number, members[i]);
            if (cost < least) {
                least = cost;
                best = members[i];
            }
        }
        return best;
    }

    /** Sum of load times distance of some units to a centre. */
    public static long cost(GroupingProblem problem, int[] members, int centre) {
        return cost(problem, members, members.length, centre);
    }

    /** The same of the first so many of an array. */
    static long cost(GroupingProblem problem, int[] members, int number, int centre) {
        long[] loads = problem.loads();
        long[] distances = problem.distances()[centre];
        long cost = 0;
        for (int i = 0; i < number; i++) {
            cost += loads[members[i]] * distances[members[i]];
        }
        return cost;
    }

    private int[] members(int group) {
        return IntStream.range(0, groups.size())
                .filter(unit -> groups.get(unit) == group)
                .toArray();
    }

    private static int pieces(GroupingProblem problem, List<Integer> members) {
        return pieces(problem, members.stream().mapToInt(Integer::intValue).toArray());
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
