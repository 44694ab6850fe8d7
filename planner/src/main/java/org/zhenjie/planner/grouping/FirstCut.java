package org.zhenjie.planner.grouping;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/**
 * A part of the map is cut into a number of groups, with nearly the least load outside the limits that its tree allows: exactly so where the
 * part is a tree and loads are few. A key counts the groups that are cut off already, times the pins and one, and says which pin the
 * open group has.
 */
final class FirstCut extends TreeCut {
    private int groups;
    private int[] pins;
    /** By position and pin: how many units of the pin the subtree has. */
    private int[][] pinned;

    FirstCut(GroupingProblem problem, SplittableRandom random, BooleanSupplier stop) {
        super(problem, random, stop);
    }

    /**
     * Cuts a part.
     *
     * @param part its units
     * @param number how many groups, at least as many as pins it has
     * @param numbers numbers of its groups; those that are pins first, as {@link GroupingProblem#pinsOf} gives them
     * @return number of the group of each unit; empty where the tree has no such cut
     */
    int[] cut(int[] part, int[] numbers, int[] pinsOfPart) {
        begin(part);
        groups = numbers.length;
        pins = pinsOfPart;
        plant(new int[part.length], true);
        count();
        Cut cut = solve(1, 1);
        end();
        if (cut == null) {
            return new int[0];
        }
        int[] numberOf = new int[cut.keys().length];
        int free = pins.length;
        for (int piece = 0; piece < numberOf.length; piece++) {
            int pin = cut.keys()[piece] % (pins.length + 1) - 1;
            numberOf[piece] = pin < 0 ? numbers[free++] : numbers[pin];
        }
        return Arrays.stream(cut.piece()).map(piece -> numberOf[piece]).toArray();
    }

    private void count() {
        pinned = new int[units.length][pins.length];
        for (int i = order.length - 1; i >= 0; i--) {
            int unit = order[i];
            if (problem.isPinned(units[unit])) {
                pinned[unit][pin(unit)]++;
            }
            for (int pin = 0; pin < pins.length && parent[unit] >= 0; pin++) {
                pinned[parent[unit]][pin] += pinned[unit][pin];
            }
        }
    }

    private int pin(int unit) {
        return Arrays.binarySearch(pins, problem.pins()[units[unit]]);
    }

    @Override
    int keys() {
        return (groups + 1) * (pins.length + 1);
    }

    @Override
    int leaf(int unit, int choice) {
        return problem.isPinned(units[unit]) ? pin(unit) + 1 : 0;
    }

    @Override
    double cost(int unit, int key) {
        return 0;
    }

    /** Every pin's units are in one piece: none is cut off before all of them are below. */
    @Override
    int closed(int unit, int key) {
        int pin = key % (pins.length + 1) - 1;
        boolean whole = pin < 0 || pinned[unit][pin] == pinned[order[0]][pin];
        return whole ? key / (pins.length + 1) + 1 : NEVER;
    }

    @Override
    int afterCut(int key, int closed) {
        return key / (pins.length + 1) + closed < groups ? key + closed * (pins.length + 1) : NEVER;
    }

    @Override
    int afterJoin(int above, int below) {
        int pin = above % (pins.length + 1);
        int other = below % (pins.length + 1);
        int cut = above / (pins.length + 1) + below / (pins.length + 1);
        return pin != 0 && other != 0 && pin != other || cut >= groups
                ? NEVER
                : cut * (pins.length + 1) + Math.max(pin, other);
    }

    @Override
    boolean isComplete(int closed) {
        return closed == groups;
    }
}
