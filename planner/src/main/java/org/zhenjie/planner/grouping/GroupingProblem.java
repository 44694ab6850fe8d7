package org.zhenjie.planner.grouping;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One contiguous grouping, immutable by convention: the arrays must not be changed.
 *
 * @param units ids of the units
 * @param loads load of each unit, 0 or more
 * @param distances distance between units, symmetric, whole
 * @param neighbours positions of the units that each unit touches
 * @param groups how many groups
 * @param least least load of a group
 * @param most most load of a group
 * @param pins number of the group that each unit is in whatever happens, 0 and up; {@link #FREE} where that is free. Groups have no other
 *     properties, so that this says which units are together and which apart
 * @param compactness outlines of the units, where it counts how compact groups are
 */
public record GroupingProblem(
        List<String> units,
        long[] loads,
        long[][] distances,
        int[][] neighbours,
        int groups,
        long least,
        long most,
        int[] pins,
        Optional<Compactness> compactness) {

    /** Pin of a unit that may be in any group. */
    public static final int FREE = -1;

    /** Most that the cost of a plan may come to. */
    public static final long MOST_SUM = 1_000_000_000_000_000L;

    /** Copies the list; refuses what does not hold together. */
    public GroupingProblem {
        units = List.copyOf(units);
        int size = units.size();
        if (size == 0
                || loads.length != size
                || distances.length != size
                || neighbours.length != size
                || pins.length != size
                || compactness.filter(one -> one.borders().length != size).isPresent()
                || groups < 1
                || groups > size) {
            throw new IllegalArgumentException("Grouping problem does not hold together");
        }
    }

    /** A grouping in which every unit is free and no outline counts. */
    public GroupingProblem(
            List<String> units,
            long[] loads,
            long[][] distances,
            int[][] neighbours,
            int groups,
            long least,
            long most) {
        this(
                units,
                loads,
                distances,
                neighbours,
                groups,
                least,
                most,
                IntStream.generate(() -> FREE).limit(units.size()).toArray(),
                Optional.empty());
    }

    /** The same grouping with other pins. */
    public GroupingProblem withPins(int... otherPins) {
        return new GroupingProblem(units, loads, distances, neighbours, groups, least, most, otherPins, compactness);
    }

    /** The same grouping in which it counts how compact groups are. */
    public GroupingProblem with(Compactness outlines) {
        return new GroupingProblem(
                units, loads, distances, neighbours, groups, least, most, pins, Optional.of(outlines));
    }

    /** Whether the group of a unit is given. */
    public boolean isPinned(int unit) {
        return pins[unit] != FREE;
    }

    /** Positions of the units that are pinned to a group. */
    public int[] pinnedTo(int group) {
        return IntStream.range(0, size()).filter(unit -> pins[unit] == group).toArray();
    }

    /** Groups that pins name in some units. */
    public int[] pinsOf(List<Integer> some) {
        return some.stream()
                .filter(this::isPinned)
                .mapToInt(unit -> pins[unit])
                .distinct()
                .sorted()
                .toArray();
    }

    /** The fewest groups that pins and parts of the map leave possible: in each part those that are pinned there, at least one. */
    public int leastGroups() {
        return parts().stream()
                .mapToInt(part -> Math.max(1, pinsOf(part).length))
                .sum();
    }

    /** How many units. */
    public int size() {
        return units.size();
    }

    /** The parts of the map that do not touch each other, each ascending; every group lies in one of them. */
    public List<List<Integer>> parts() {
        List<List<Integer>> parts = new ArrayList<>();
        boolean[] seen = new boolean[size()];
        for (int start = 0; start < size(); start++) {
            if (!seen[start]) {
                List<Integer> part = new ArrayList<>();
                Deque<Integer> open = new ArrayDeque<>(List.of(start));
                seen[start] = true;
                while (!open.isEmpty()) {
                    int unit = open.remove();
                    part.add(unit);
                    for (int next : neighbours[unit]) {
                        if (!seen[next]) {
                            seen[next] = true;
                            open.add(next);
                        }
                    }
                }
                part.sort(null);
                parts.add(part);
            }
        }
        return parts;
    }

    /** The fewest groups that may have some load together. */
    public int fewestGroups(long load) {
        return (int) Math.max(1, most == 0 ? 1 : (load + most - 1) / most);
    }

    /** The most groups that so many units of some load may make. */
    public int mostGroups(long load, int number) {
        return (int) Math.min(number, least <= 0 ? number : load / least);
    }

    /** How far a group's load lies outside the limits. */
    public long outside(long load) {
        return Math.max(0, Math.max(load - most, least - load));
    }

    /** Load of all units. */
    public long totalLoad() {
        return Arrays.stream(loads).sum();
    }
}
