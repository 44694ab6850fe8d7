package org.zhenjie.planner.grouping;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Groups grown from seeds, and simulated annealing on them: units at a border change over to the group beyond it, alone or in a chain of
 * up to three groups. No group is ever torn apart and no pinned unit moves; load outside the limits is allowed on the way and costs ever more.
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
    /** Work of a single move, as the recutting counts it: so both take about as long. */
    private static final int WORK_OF_MOVE = 100;
    /** Units that are cut anew at once, where two groups are not more. */
    private static final int MOST_RECUT = 150;

    private static final double MOST_RELUCTANCE = 30;
    /** Progress from which on groups are cut anew: before, the heat would undo it. */
    private static final double COLD = 0.6;

    private static final double HELP = 1.5;
    private static final double DOUBT = 1.1;

    private static final long MOST_TREE_WORK = 50_000_000;
    private static final int DRAWS_OF_GROUPS = 100;
    /** Orders in which the groups of pinned units try to join them, where one is in the way of another. */
    private static final int MOST_TRIES = 50;

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
        mark = new int[size];
        queue = new int[size];
        outlines = new Outlines(problem);
        recutting = new Recutting(problem, random);
        int[] seeds = grow();
        if (known.isPresent()) {
            begin(cutTrees(
                    seeds,
                    known.get().groups().stream().mapToInt(Integer::intValue).toArray()));
        }
        outlines.begin(group);
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

    /**
     * Pinned units are joined by shortest ways. Each part of the map gets further seeds by its load, far from each other; then the
     * lightest group always takes its nearest neighbour.
     *
     * @return how many groups each part has
     */
    private int[] grow() {
        List<List<Integer>> parts = problem.parts();
        int[] pinned = problem.pinsOf(IntStream.range(0, size).boxed().toList());
        for (int tries = 0; !joinPinned(pinned) && tries < MOST_TRIES; tries++) {
            shuffle(pinned);
        }
        int[] seeds = seeds(parts);
        int next = pinned.length;
        for (int part = 0; part < seeds.length; part++) {
            List<Integer> taken = new ArrayList<>(
                    parts.get(part).stream().filter(problem::isPinned).toList());
            for (int i = problem.pinsOf(parts.get(part)).length; i < seeds[part]; i++) {
                int seed = seed(parts.get(part), taken);
                taken.add(seed);
                centre[next] = seed;
                enter(seed, next++);
            }
        }
        while (takeOne()) {
            // until every unit is in a group
        }
        return seeds;
    }

    /** Cuts random spanning trees until groups lie within the limits; the best of these plans and the known one. */
    private int[] cutTrees(int[] seeds, int[] known) {
        FirstCut cutting = new FirstCut(problem, random);
        List<List<Integer>> parts = problem.parts();
        int[] best = known;
        while (outsideOf(best) > 0 && cutting.work() < MOST_TREE_WORK) {
            int[] cut = cutTree(cutting, parts, seeds);
            if (outsideOf(cut) < outsideOf(best)) {
                best = cut;
            }
        }
        return best;
    }

    /** Cuts one tree in each part; the plan as it is where one cannot be cut. */
    private int[] cutTree(FirstCut cutting, List<List<Integer>> parts, int[] seeds) {
        int[] cut = group.clone();
        int next = problem.pinsOf(IntStream.range(0, size).boxed().toList()).length;
        for (int part = 0; part < seeds.length; part++) {
            int[] pins = problem.pinsOf(parts.get(part));
            int free = next;
            int[] numbers = IntStream.range(0, seeds[part])
                    .map(i -> i < pins.length ? pins[i] : free + i - pins.length)
                    .toArray();
            next += seeds[part] - pins.length;
            int[] units = parts.get(part).stream().mapToInt(Integer::intValue).toArray();
            int[] found = cutting.cut(units, numbers, pins);
            for (int i = 0; i < found.length; i++) {
                cut[units[i]] = found[i];
            }
        }
        return cut;
    }

    private void begin(int[] groupOf) {
        Arrays.fill(members, 0);
        Arrays.fill(load, 0);
        for (int unit = 0; unit < size; unit++) {
            enter(unit, groupOf[unit]);
        }
    }

    private long outsideOf(int[] groupOf) {
        long[] loads = new long[load.length];
        for (int unit = 0; unit < size; unit++) {
            loads[groupOf[unit]] += problem.loads()[unit];
        }
        return Arrays.stream(loads).map(problem::outside).sum();
    }

    /** How many groups each part of the map gets; fewer in all than asked for where ways between pinned units leave no unit for one. */
    private int[] seeds(List<List<Integer>> parts) {
        int[] seeds = new int[parts.size()];
        int[] most = new int[parts.size()];
        int left = problem.groups();
        for (int part = 0; part < seeds.length; part++) {
            int here = problem.pinsOf(parts.get(part)).length;
            seeds[part] = Math.max(1, here);
            left -= seeds[part];
            most[part] = here
                    + (int) parts.get(part).stream()
                            .filter(unit -> group[unit] < 0)
                            .count();
        }
        for (; left > 0; left--) {
            int heaviest = -1;
            for (int part = 0; part < seeds.length; part++) {
                boolean open = seeds[part] < most[part];
                if (open && (heaviest < 0 || share(parts, seeds, part) > share(parts, seeds, heaviest))) {
                    heaviest = part;
                }
            }
            if (heaviest < 0) {
                break;
            }
            seeds[heaviest]++;
        }
        return seeds;
    }

    /** Begins anew with the pinned units, one group after the other in this order; whether each group came to be in one piece. */
    private boolean joinPinned(int[] order) {
        Arrays.fill(group, -1);
        Arrays.fill(members, 0);
        Arrays.fill(load, 0);
        for (int of : order) {
            for (int unit : problem.pinnedTo(of)) {
                enter(unit, of);
            }
        }
        boolean whole = true;
        for (int of : order) {
            whole &= join(of);
            centre[of] = GroupingPlan.centre(problem, members(of));
        }
        return whole;
    }

    private int[] members(int of) {
        return IntStream.range(0, size).filter(unit -> group[unit] == of).toArray();
    }

    /** Joins the pieces of a group by ways over units that are in none. */
    private boolean join(int of) {
        while (GroupingPlan.pieces(problem, members(of)) > 1) {
            if (!joinOne(of)) {
                return false;
            }
        }
        return true;
    }

    /** Adds the shortest way from the piece of a group's first unit to another piece. */
    private boolean joinOne(int of) {
        int[] from = new int[size];
        Arrays.fill(from, -1);
        Deque<Integer> open = new ArrayDeque<>();
        Deque<Integer> own = new ArrayDeque<>();
        own.add(members(of)[0]);
        from[own.peek()] = own.peek();
        while (!own.isEmpty()) {
            int unit = own.remove();
            open.add(unit);
            for (int next : problem.neighbours()[unit]) {
                if (group[next] == of && from[next] < 0) {
                    from[next] = next;
                    own.add(next);
                }
            }
        }
        while (!open.isEmpty()) {
            int unit = open.remove();
            for (int next : problem.neighbours()[unit]) {
                if (from[next] < 0 && group[next] == of) {
                    for (int way = unit; group[way] != of; way = from[way]) {
                        enter(way, of);
                    }
                    return true;
                }
                if (from[next] < 0 && group[next] < 0) {
                    from[next] = unit;
                    open.add(next);
                }
            }
        }
        return false;
    }

    private void shuffle(int[] order) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
    }

    private double share(List<List<Integer>> parts, int[] seeds, int part) {
        long sum = parts.get(part).stream()
                .mapToLong(unit -> problem.loads()[unit])
                .sum();
        return (double) sum / seeds[part];
    }

    /** Of some units drawn the one that is farthest from all seeds (k-means++ of Arthur and Vassilvitskii, greedy). */
    private int seed(List<Integer> part, List<Integer> taken) {
        int best = -1;
        long farthest = -1;
        for (int drawn = 0; drawn < 5 || best < 0; drawn++) {
            int unit = part.get(random.nextInt(part.size()));
            long near = taken.stream()
                    .mapToLong(seed -> problem.distances()[seed][unit])
                    .min()
                    .orElse(0);
            if (group[unit] < 0 && near > farthest) {
                farthest = near;
                best = unit;
            }
        }
        return best;
    }

    private boolean takeOne() {
        int[] lightest = IntStream.range(0, load.length)
                .boxed()
                .sorted((one, other) -> Long.compare(load[one], load[other]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int to : lightest) {
            int best = -1;
            for (int unit = 0; unit < size; unit++) {
                if (group[unit] < 0
                        && touches(unit, to)
                        && (best < 0
                                || problem.distances()[unit][centre[to]] < problem.distances()[best][centre[to]])) {
                    best = unit;
                }
            }
            if (best >= 0) {
                enter(best, to);
                return true;
            }
        }
        return false;
    }

    private boolean touches(int unit, int to) {
        for (int next : problem.neighbours()[unit]) {
            if (group[next] == to) {
                return true;
            }
        }
        return false;
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
        if (progress > COLD && members.length > 1) {
            swept += (long) (size * WORK_OF_MOVE / (outside > 0 ? 1 : reluctance));
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
