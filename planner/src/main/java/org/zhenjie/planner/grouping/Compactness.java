package org.zhenjie.planner.grouping;

import java.util.stream.IntStream;

/**
 * Outlines of units, and what it costs that groups are not compact. Compact is a group by the ratio 4 π A / P² of its area and
 * perimeter (Polsby and Popper 1991): 1 for a disc, near 0 for what is long or ragged. All lengths and areas are whole numbers of one
 * unit of length and of its square, so that the perimeter of a group, the sum of those of its units less twice the borders that they
 * share, is exact. Immutable by convention: the arrays must not be changed.
 *
 * @param weight what a group would cost whose ratio is 0, 0 or more
 * @param areas area of each unit, 0 or more
 * @param perimeters length of each unit's outline, that of its holes included
 * @param borders length of the border that each unit shares with each of its neighbours, in the order of the problem's neighbours;
 *     0 with one that it reaches without a border, e.g. by a ferry
 */
public record Compactness(long weight, long[] areas, long[] perimeters, long[][] borders) {

    /** The ratio of an outline, 0 to 1; 1 for one without length. */
    public static double ratio(long area, long perimeter) {
        return perimeter <= 0 ? 1 : Math.min(1, 4 * Math.PI * area / ((double) perimeter * perimeter));
    }

    /** What a group of this outline costs: weight × (1 - ratio), rounded half up. */
    public long cost(long area, long perimeter) {
        return Math.round(weight * (1 - ratio(area, perimeter)));
    }

    /** Area of some units. */
    public long area(int[] members) {
        return IntStream.of(members).mapToLong(unit -> areas[unit]).sum();
    }

    /** Perimeter of the union of some units. */
    public long perimeter(GroupingProblem problem, int[] members) {
        boolean[] inside = new boolean[areas.length];
        for (int unit : members) {
            inside[unit] = true;
        }
        long perimeter = 0;
        for (int unit : members) {
            perimeter += perimeters[unit];
            int[] near = problem.neighbours()[unit];
            for (int i = 0; i < near.length; i++) {
                // each border is met from both of its sides
                perimeter -= inside[near[i]] ? borders[unit][i] : 0;
            }
        }
        return perimeter;
    }

    /** What a group of some units costs. */
    public long cost(GroupingProblem problem, int[] members) {
        return cost(area(members), perimeter(problem, members));
    }
}
