package org.zhenjie.planner.grouping;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Simulated annealing of groups: units at a border change over to the group beyond it, alone or in a chain of up to three groups; once it
 * is cold, some groups at a time are also cut anew. No group is ever torn apart and no pinned unit moves; load outside the limits is
 * allowed on the way and costs ever more.
 */
final class Regrouping {
    /** Temperature at the start, as a share of what a unit costs in the mean; a small case has higher walls between its plans. */
    private static final double HEAT = 0.3;

    private static final double HEAT_OF_SMALL = 2;
    private static final double COLDEST = 0.002;
    private static final double DEARER = 1.1;
    private static final double DEAREST = 1e4;
    private static final int LONGEST_CHAIN = 3;
    private static final int MOST_PAIRS_AT_ONCE = 1_000;
    /** Work of a single move as the recutting counts it, new centres apart. */
    private static final int WORK_OF_MOVE = 100;
    /** Units that are cut anew at once, where two groups are not more. */
    private static final int MOST_RECUT = 150;

    private static final double MOST_RELUCTANCE = 30;
    /** Progress from which on groups are cut anew: before, the heat would undo it. */
    private static final double COLD = 0.85;

    private static final double HELP = 1.5;
    private static final double DOUBT = 1.1;

    private static final int DRAWS_OF_GROUPS = 100;

    private final GroupingProblem problem;
    private final int size;
    private final SplittableRandom random;
    private final int[] group;
    private final int[] members;
    private final long[] load;
    private final int[] centre;
    private final int[] mark;
    private final int[] queue;
    private final Outlines outlines;
    private final Recutting recutting;
    /** What single moves have taken so far, in the unit of the recutting's work. */
    private long swept;

    /** By what recuttings have rather less time than single moves; more where they do not help. */
    private double reluctance = MOST_RELUCTANCE;

    private int marks;
    /** Sum of load times distance to the centres. */
    private long total;

    private long outside;
    private double outsidePrice;
    private final double outsidePriceAtFirst;
    private final double hottest;
    /** Whether a change is judged by the centres after it: in small cases, where a change of few units moves a centre far. */
    private final boolean centresAtOnce;

    private final int workOfMove;
    /** Groups are cut anew where all of them begin in one piece: pins that cannot be joined leave some torn. */
    private final boolean mayRecut;

    private final int[] chain = new int[LONGEST_CHAIN];
    private final int[] chainFrom = new int[LONGEST_CHAIN];

    private int[] best;
    private long bestCost;
    private long bestOutside = Long.MAX_VALUE;

    /**
     * Begins.
     *
     * @param known the plan to begin with; one that leaves load outside the limits gives way to trees that are cut with less. Without
     *     one, groups are grown
     */
    Regrouping(GroupingProblem problem, long seed, Optional<GroupingPlan> known) {
        this.problem = problem;
        size = problem.size();
        random = new SplittableRandom(seed);
        group = new int[size];
        members = new int[problem.groups()];
        load = new long[problem.groups()];
        centre = new int[problem.groups()];
        centresAtOnce = size * size / problem.groups() <= MOST_PAIRS_AT_ONCE;
        workOfMove = WORK_OF_MOVE + (centresAtOnce ? size * size / problem.groups() : 0);
        mark = new int[size];
        queue = new int[size];
        outlines = new Outlines(problem);
        recutting = new Recutting(problem, random);
        Growing growing = new Growing(problem, random);
        begin(known.map(plan -> growing.bettered(
                        plan.groups().stream().mapToInt(Integer::intValue).toArray()))
                .orElseGet(growing::groups));
        outlines.begin(group);
        mayRecut = members.length > 1
                && IntStream.range(0, members.length)
                        .mapToObj(of -> IntStream.range(0, size)
                                .filter(unit -> group[unit] == of)
                                .toArray())
                        .allMatch(units -> GroupingPlan.pieces(problem, units) == 1);
        recentre();
        note();
        outsidePriceAtFirst = Math.max(1e-9, (double) cost() / Math.max(1, problem.totalLoad()));
        outsidePrice = outsidePriceAtFirst;
        hottest = Math.max(1e-9, (centresAtOnce ? HEAT_OF_SMALL : HEAT) * cost() / size);
    }

    /** The best plan so far. */
    GroupingPlan best() {
        return new GroupingPlan(Arrays.stream(best).boxed().toList());
    }

    private void begin(int[] groupOf) {
        for (int unit = 0; unit < size; unit++) {
            enter(unit, groupOf[unit]);
        }
    }

    private void enter(int unit, int to) {
        group[unit] = to;
        members[to]++;
        load[to] += problem.loads()[unit];
    }

    /** Proposes as many moves as there are units, at one temperature; progress from 0 to 1. */
    void sweep(double progress) {
        double temperature = hottest * StrictMath.pow(COLDEST, progress);
        for (int i = 0; i < size; i++) {
            propose(temperature);
        }
        recentre();
        note();
        if (progress > COLD && mayRecut) {
            swept += (long) (size * workOfMove / (outside > 0 ? 1 : reluctance));
            while (recutting.work() < swept) {
                recut();
            }
        }
        outsidePrice *= outside > 0 ? DEARER : 1 / DEARER;
        // a price that has not helped for so long keeps the search where it is
        if (outsidePrice < outsidePriceAtFirst || outsidePrice > DEAREST * outsidePriceAtFirst) {
            outsidePrice = outsidePriceAtFirst;
        }
    }

    /** Cuts some groups anew that touch; keeps that where it is better. */
    private void recut() {
        int[] region = region(2 + random.nextInt(Recutting.MOST_GROUPS - 1));
        int[] old = IntStream.of(region).map(unit -> group[unit]).toArray();
        double before = price();
        int[] cut = recutting.cut(region, group, centre, outsidePrice);
        moveAll(region, cut);
        boolean helps = price() < before;
        reluctance = Math.max(1, Math.min(MOST_RELUCTANCE, reluctance * (helps ? 1 / HELP : DOUBT)));
        if (price() > before) {
            moveAll(region, old);
        } else {
            note();
        }
    }

    private void moveAll(int[] units, int[] to) {
        for (int i = 0; i < units.length; i++) {
            if (group[units[i]] != to[i]) {
                move(units[i], to[i]);
            }
        }
        recentre();
    }

    /** The units of some groups that touch; one of those outside the limits is among them where there are any. */
    private int[] region(int groups) {
        boolean[] inside = new boolean[load.length];
        int first = group[random.nextInt(size)];
        int[] wrong =
                IntStream.range(0, load.length).filter(of -> outside(of) > 0).toArray();
        if (wrong.length > 0) {
            first = wrong[random.nextInt(wrong.length)];
        }
        inside[first] = true;
        int[] units = units(inside);
        int count = 1;
        for (int draws = 0; count < groups && draws < DRAWS_OF_GROUPS; draws++) {
            int[] near = problem.neighbours()[units[random.nextInt(units.length)]];
            int next = near.length == 0 ? first : group[near[random.nextInt(near.length)]];
            if (!inside[next] && units.length + members[next] <= Math.max(MOST_RECUT, 2 * size / load.length)) {
                inside[next] = true;
                count++;
                units = units(inside);
            }
        }
        return units;
    }

    private int[] units(boolean[] inside) {
        return IntStream.range(0, size).filter(unit -> inside[group[unit]]).toArray();
    }

    private void propose(double temperature) {
        double before = price();
        int unit = random.nextInt(size);
        int length = 0;
        int most = 1 + random.nextInt(LONGEST_CHAIN);
        while (length < most && unit >= 0) {
            int[] near = problem.neighbours()[unit];
            int to = near.length == 0 ? group[unit] : group[near[random.nextInt(near.length)]];
            if (to == group[unit] || !mayLeave(unit)) {
                break;
            }
            chain[length] = unit;
            chainFrom[length++] = group[unit];
            move(unit, to);
            unit = length < most ? atBorder(to, unit) : -1;
        }
        if (length == 0) {
            return;
        }
        if (centresAtOnce) {
            recentre();
        }
        double worse = price() - before;
        if (worse > 0 && worse > -temperature * StrictMath.log(1 - random.nextDouble())) {
            while (length-- > 0) {
                move(chain[length], chainFrom[length]);
            }
            if (centresAtOnce) {
                recentre();
            }
        } else {
            for (int i = 0; i < length; i++) {
                if (group[chain[i]] != chainFrom[i] && centre[chainFrom[i]] == chain[i]) {
                    recentre();
                    break;
                }
            }
            note();
        }
    }

    /** A unit of a group next to the one that has just come in, or one near it; -1 where none was drawn. */
    private int atBorder(int of, int came) {
        int unit = came;
        for (int steps = 0; steps < 4; steps++) {
            int[] near = problem.neighbours()[unit];
            unit = near[random.nextInt(near.length)];
            if (group[unit] == of && unit != came) {
                for (int next : problem.neighbours()[unit]) {
                    if (group[next] != of) {
                        return unit;
                    }
                }
            }
        }
        return -1;
    }

    /** Whether a group stays in one piece, and stays at all, without a unit. */
    private boolean mayLeave(int unit) {
        int of = group[unit];
        if (members[of] == 1 || problem.isPinned(unit)) {
            return false;
        }
        marks++;
        int wanted = 0;
        int start = -1;
        for (int next : problem.neighbours()[unit]) {
            if (group[next] == of) {
                wanted++;
                start = next;
            }
        }
        if (wanted == 0) {
            return true;
        }
        mark[unit] = marks;
        mark[start] = marks;
        queue[0] = start;
        wanted--;
        for (int head = 0, tail = 1; head < tail && wanted > 0; head++) {
            for (int next : problem.neighbours()[queue[head]]) {
                if (group[next] == of && mark[next] != marks) {
                    mark[next] = marks;
                    queue[tail++] = next;
                    if (isNeighbour(next, unit)) {
                        wanted--;
                    }
                }
            }
        }
        return wanted == 0;
    }

    private boolean isNeighbour(int one, int other) {
        for (int next : problem.neighbours()[one]) {
            if (next == other) {
                return true;
            }
        }
        return false;
    }

    private void move(int unit, int to) {
        int from = group[unit];
        long of = problem.loads()[unit];
        outside -= outside(from) + outside(to);
        total += of * (problem.distances()[unit][centre[to]] - problem.distances()[unit][centre[from]]);
        outlines.move(unit, from, to, group);
        members[from]--;
        load[from] -= of;
        enter(unit, to);
        outside += outside(from) + outside(to);
    }

    private long cost() {
        return total + outlines.cost();
    }

    private double price() {
        return cost() + outsidePrice * outside;
    }

    private long outside(int of) {
        return problem.outside(load[of]);
    }

    /** Every group's centre anew, and the sums from them. */
    private void recentre() {
        int[][] units = new int[load.length][];
        for (int of = 0; of < load.length; of++) {
            units[of] = new int[members[of]];
        }
        int[] filled = new int[load.length];
        for (int unit = 0; unit < size; unit++) {
            units[group[unit]][filled[group[unit]]++] = unit;
        }
        total = 0;
        outside = 0;
        for (int of = 0; of < load.length; of++) {
            outside += outside(of);
            if (members[of] == 0) {
                continue;
            }
            centre[of] = GroupingPlan.centre(problem, units[of]);
            for (int unit : units[of]) {
                total += problem.loads()[unit] * problem.distances()[unit][centre[of]];
            }
        }
    }

    private void note() {
        if (outside < bestOutside || outside == bestOutside && cost() < bestCost) {
            best = group.clone();
            bestCost = cost();
            bestOutside = outside;
        }
    }
}
