package org.zhenjie.planner.grouping;

import java.util.Arrays;

/** Area and perimeter of every group of a plan that changes, and what they cost; nothing where compactness does not count. */
final class Outlines {
    private final Compactness compactness;
    private final int[][] neighbours;
    private final long[] area;
    private final long[] perimeter;
    private long cost;

    /** Of groups without units. */
    Outlines(GroupingProblem problem) {
        compactness = problem.compactness().orElse(null);
        neighbours = problem.neighbours();
        area = new long[problem.groups()];
        perimeter = new long[problem.groups()];
    }

    /** What all groups cost. */
    long cost() {
        return cost;
    }

    /** All groups anew, from the group of each unit. */
    void begin(int[] groupOf) {
        Arrays.fill(area, 0);
        Arrays.fill(perimeter, 0);
        cost = 0;
        if (compactness == null) {
            return;
        }
        for (int unit = 0; unit < groupOf.length; unit++) {
            int group = groupOf[unit];
            area[group] += compactness.areas()[unit];
            perimeter[group] += compactness.perimeters()[unit] - shared(unit, group, groupOf);
        }
        for (int group = 0; group < area.length; group++) {
            cost += cost(group);
        }
    }

    /** A unit goes from a group to another; {@code groupOf} as it is before or after that. */
    void move(int unit, int from, int to, int[] groupOf) {
        if (compactness == null) {
            return;
        }
        cost -= cost(from) + cost(to);
        long own = compactness.perimeters()[unit];
        area[from] -= compactness.areas()[unit];
        area[to] += compactness.areas()[unit];
        perimeter[from] += 2 * shared(unit, from, groupOf) - own;
        perimeter[to] += own - 2 * shared(unit, to, groupOf);
        cost += cost(from) + cost(to);
    }

    private long cost(int group) {
        return compactness.cost(area[group], perimeter[group]);
    }

    private long shared(int unit, int group, int[] groupOf) {
        long shared = 0;
        int[] near = neighbours[unit];
        for (int i = 0; i < near.length; i++) {
            shared += groupOf[near[i]] == group ? compactness.borders()[unit][i] : 0;
        }
        return shared;
    }
}
