package org.zhenjie.planner.grouping;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Simulated annealing of groups: units at a border change over to the group beyond it, alone or in a chain of up to three groups; once it
 * is cold, some groups at a time are also cut anew. No group is ever torn apart and no pinned unit moves. Load outside the limits is
 * allowed on the way; its price rises while there is some and falls while there is none (strategic oscillation), slowly enough for
 * moves to find their way at every price.
 */
final class Regrouping {
    /** Temperature at the start, as a share of what a unit costs in the mean; a small case has higher walls between its plans. */
    private static final double HEAT = 0.3;

    private static final double HEAT_OF_SMALL = 2;
    private static final double COLDEST = 0.002;
    /** Times by which the price of load outside rises over a search that never comes within the limits. */
    private static final double DEAREST = 100;

    private static final int LONGEST_CHAIN = 3;
    private static final int MOST_PAIRS_AT_ONCE = 1_000;
    /** A case is small whose groups have no more pairs of units in all. */
    private static final int MOST_PAIRS_OF_SMALL = 1_000;
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
    /** While there is load outside the limits, one cut in so many looks at the cost too. */
    private static final int CUTS_FOR_LOAD = 8;
    /** Most groups that are cut anew at once for their load alone. */
    private static final int MOST_GROUPS_FOR_LOAD = 4;

    private final GroupingProblem problem;
    private final int size;
    private final SplittableRandom random;
    private final int[] group;
    /** Units of each group, as many as {@link #members} says, in no order. */
    private final int[][] units;
    /** Position of each unit among those of its group. */
    private final int[] place;

    private final int[] members;
    private final long[] load;
    private final int[] centre;
    /** Of each group the sum of load times distance to its centre. */
    private final long[] distance;

    private final int[] mark;
    private final int[] queue;
    private final Outlines outlines;
    private final Recutting recutting;
    private final FirstCut balancing;
    private final BooleanSupplier stop;
    /** What single moves have taken so far, in the unit of the recutting's work. */
    private long swept;

    /** By what recuttings have rather less time than single moves; more where they do not help. */
    private double reluctance = MOST_RELUCTANCE;

    private int marks;
    /** Sum of the groups' distances. */
    private long total;

    private long outside;
    private double outsidePrice;
    private double progressBefore;
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
     * @param stop asked on the way: true ends what takes long
     */
    Regrouping(GroupingProblem problem, long seed, Optional<GroupingPlan> known, BooleanSupplier stop) {
        this.problem = problem;
        size = problem.size();
        random = new SplittableRandom(seed);
        group = new int[size];
        units = new int[problem.groups()][8];
        place = new int[size];
        members = new int[problem.groups()];
        load = new long[problem.groups()];
        centre = new int[problem.groups()];
        distance = new long[problem.groups()];
        long pairs = (long) size * size / problem.groups();
        int pairsOfMove = (int) (LONGEST_CHAIN * pairs / problem.groups());
        centresAtOnce = pairsOfMove <= MOST_PAIRS_AT_ONCE;
        workOfMove = WORK_OF_MOVE + (centresAtOnce ? pairsOfMove : 0);
        mark = new int[size];
        queue = new int[size];
        outlines = new Outlines(problem);
        this.stop = stop;
        recutting = new Recutting(problem, random, stop);
        balancing = new FirstCut(problem, random, stop);
        Growing growing = new Growing(problem, random);
        begin(known.map(plan -> growing.bettered(
                        plan.groups().stream().mapToInt(Integer::intValue).toArray(), stop))
                .orElseGet(growing::groups));
        outlines.begin(group);
        mayRecut = members.length > 1
                && IntStream.range(0, members.length)
                        .allMatch(of -> GroupingPlan.pieces(problem, Arrays.copyOf(units[of], members[of])) == 1);
        recentre();
        note();
        outsidePriceAtFirst = Math.max(1e-9, (double) cost() / Math.max(1, problem.totalLoad()));
        outsidePrice = outsidePriceAtFirst;
        hottest = Math.max(1e-9, (pairs <= MOST_PAIRS_OF_SMALL ? HEAT_OF_SMALL : HEAT) * cost() / size);
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
        if (members[to] == units[to].length) {
            units[to] = Arrays.copyOf(units[to], 2 * members[to]);
        }
        place[unit] = members[to];
        units[to][members[to]++] = unit;
        load[to] += problem.loads()[unit];
    }

    private void leave(int unit) {
        int from = group[unit];
        int last = units[from][--members[from]];
        units[from][place[unit]] = last;
        place[last] = place[unit];
        load[from] -= problem.loads()[unit];
    }

    /** Proposes as many moves as there are units, at one temperature; progress from 0 to 1. */
    void sweep(double progress) {
        double temperature = hottest * StrictMath.pow(COLDEST, progress);
        for (int i = 0; i < size; i++) {
            propose(temperature);
        }
        recentre();
        note();
        double dearer = StrictMath.pow(DEAREST, progress - progressBefore);
        progressBefore = progress;
        outsidePrice = Math.max(outsidePriceAtFirst, outside > 0 ? outsidePrice * dearer : outsidePrice / dearer);
        if (progress > COLD && mayRecut) {
            swept += (long) (size * workOfMove / (outside > 0 ? 1 : reluctance));
            while (recutting.work() + balancing.work() < swept && !stop.getAsBoolean()) {
                if (outside > 0 && random.nextInt(CUTS_FOR_LOAD) > 0) {
                    balance();
                } else {
                    recut();
                }
            }
        }
    }

    /** Cuts some groups anew that touch, whatever that costs; keeps it where no more load is outside the limits. */
    private void balance() {
        int[] region = region(2 + random.nextInt(MOST_GROUPS_FOR_LOAD - 1));
        int[] old = IntStream.of(region).map(unit -> group[unit]).toArray();
        int[] pins = problem.pinsOf(IntStream.of(region).boxed().toList());
        IntStream free = IntStream.of(old).distinct().filter(of -> Arrays.binarySearch(pins, of) < 0);
        int[] cut =
                balancing.cut(region, IntStream.concat(IntStream.of(pins), free).toArray(), pins);
        if (cut.length == 0) {
            return;
        }
        long before = outside;
        moveAll(region, cut);
        if (outside > before) {
            moveAll(region, old);
        } else {
            note();
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

    /** Units of some groups change over to others of these. */
    private void moveAll(int[] region, int[] to) {
        for (int i = 0; i < region.length; i++) {
            if (group[region[i]] != to[i]) {
                move(region[i], to[i]);
            }
        }
        IntStream.of(to).distinct().forEach(this::recentre);
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
        int[] region = units(inside);
        int count = 1;
        for (int draws = 0; count < groups && draws < DRAWS_OF_GROUPS; draws++) {
            int[] near = problem.neighbours()[region[random.nextInt(region.length)]];
            int next = near.length == 0 ? first : group[near[random.nextInt(near.length)]];
            if (!inside[next] && region.length + members[next] <= Math.max(MOST_RECUT, 2 * size / load.length)) {
                inside[next] = true;
                count++;
                region = units(inside);
            }
        }
        return region;
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
            recentreChain(length);
        }
        double worse = price() - before;
        if (worse > 0 && worse > -temperature * StrictMath.log(1 - random.nextDouble())) {
            for (int i = length - 1; i >= 0; i--) {
                int to = group[chain[i]];
                move(chain[i], chainFrom[i]);
                chainFrom[i] = to;
            }
            if (centresAtOnce) {
                recentreChain(length);
            }
        } else {
            for (int i = 0; i < length; i++) {
                if (group[centre[chainFrom[i]]] != chainFrom[i]) {
                    recentre(chainFrom[i]);
                }
            }
            note();
        }
    }

    /** The groups of a chain's units, and those that they come from. */
    private void recentreChain(int length) {
        recentre(chainFrom[0]);
        for (int i = 0; i < length; i++) {
            recentre(group[chain[i]]);
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
        distance[from] -= of * problem.distances()[unit][centre[from]];
        distance[to] += of * problem.distances()[unit][centre[to]];
        total += of * (problem.distances()[unit][centre[to]] - problem.distances()[unit][centre[from]]);
        outlines.move(unit, from, to, group);
        leave(unit);
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
        outside = 0;
        for (int of = 0; of < load.length; of++) {
            outside += outside(of);
            recentre(of);
        }
    }

    private void recentre(int of) {
        if (members[of] == 0) {
            return;
        }
        centre[of] = GroupingPlan.centre(problem, units[of], members[of]);
        long least = GroupingPlan.cost(problem, units[of], members[of], centre[of]);
        total += least - distance[of];
        distance[of] = least;
    }

    private void note() {
        if (outside < bestOutside || outside == bestOutside && cost() < bestCost) {
            best = group.clone();
            bestCost = cost();
            bestOutside = outside;
        }
    }
}
