package org.zhenjie.planner.grouping;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Groups to begin with: grown from pinned units and seeds, or from trees that are cut. */
final class Growing {
    /** Orders in which the groups of pinned units try to join them, where one is in the way of another. */
    private static final int MOST_TRIES = 50;

    private static final long MOST_TREE_WORK = 50_000_000;

    private final GroupingProblem problem;
    private final int size;
    private final SplittableRandom random;
    private final List<List<Integer>> parts;
    /** How many groups each part has. */
    private final int[] seeds;

    private final int[] group;
    private final int[] members;
    private final long[] load;
    private final int[] centre;

    Growing(GroupingProblem problem, SplittableRandom random) {
        this.problem = problem;
        this.random = random;
        size = problem.size();
        parts = problem.parts();
        group = new int[size];
        members = new int[problem.groups()];
        load = new long[problem.groups()];
        centre = new int[problem.groups()];
        seeds = grow();
    }

    /** The group of each unit. */
    int[] groups() {
        return group;
    }

    /**
     * Pinned units are joined by shortest ways. Each part of the map gets further seeds by its load, far from each other; then the
     * lightest group always takes its nearest neighbour.
     *
     * @return how many groups each part has
     */
    private int[] grow() {
        int[] pinned = problem.pinsOf(IntStream.range(0, size).boxed().toList());
        for (int tries = 0; !joinPinned(pinned) && tries < MOST_TRIES; tries++) {
            shuffle(pinned);
        }
        int[] number = seeds();
        int next = pinned.length;
        for (int part = 0; part < number.length; part++) {
            List<Integer> taken = new ArrayList<>(
                    parts.get(part).stream().filter(problem::isPinned).toList());
            for (int i = problem.pinsOf(parts.get(part)).length; i < number[part]; i++) {
                int seed = seed(parts.get(part), taken);
                taken.add(seed);
                centre[next] = seed;
                enter(seed, next++);
            }
        }
        boolean[] closed = new boolean[load.length];
        while (takeOne(closed)) {
            // until no group can grow
        }
        return number;
    }

    /** A plan that leaves less load outside the limits than a known one, by cutting random spanning trees; that one where none does. */
    int[] bettered(int[] known, BooleanSupplier stop) {
        FirstCut cutting = new FirstCut(problem, random, stop);
        int[] best = known;
        while (outsideOf(best) > 0 && cutting.work() < MOST_TREE_WORK && !stop.getAsBoolean()) {
            int[] cut = cutTree(cutting);
            if (outsideOf(cut) < outsideOf(best)) {
                best = cut;
            }
        }
        return best;
    }

    /** Cuts one tree in each part; the plan as it is where one cannot be cut. */
    private int[] cutTree(FirstCut cutting) {
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

    private long outsideOf(int[] groupOf) {
        long[] loads = new long[load.length];
        for (int unit = 0; unit < size; unit++) {
            loads[groupOf[unit]] += problem.loads()[unit];
        }
        return Arrays.stream(loads).map(problem::outside).sum();
    }

    /** How many groups each part of the map gets; fewer in all than asked for where ways between pinned units leave no unit for one. */
    private int[] seeds() {
        int[] number = new int[parts.size()];
        int[] most = new int[parts.size()];
        int left = problem.groups();
        for (int part = 0; part < number.length; part++) {
            int here = problem.pinsOf(parts.get(part)).length;
            number[part] = Math.max(1, here);
            left -= number[part];
            most[part] = here
                    + (int) parts.get(part).stream()
                            .filter(unit -> group[unit] < 0)
                            .count();
        }
        for (; left > 0; left--) {
            int heaviest = -1;
            for (int part = 0; part < number.length; part++) {
                boolean open = number[part] < most[part];
                if (open && (heaviest < 0 || share(number, part) > share(number, heaviest))) {
                    heaviest = part;
                }
            }
            if (heaviest < 0) {
                break;
            }
            number[heaviest]++;
        }
        return number;
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

    private double share(int[] number, int part) {
        long sum = parts.get(part).stream()
                .mapToLong(unit -> problem.loads()[unit])
                .sum();
        return (double) sum / number[part];
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

    /** The lightest group that may still grow takes its nearest free neighbour, or is closed where it has none. */
    private boolean takeOne(boolean[] closed) {
        int to = -1;
        for (int of = 0; of < load.length; of++) {
            to = !closed[of] && (to < 0 || load[of] < load[to]) ? of : to;
        }
        if (to < 0) {
            return false;
        }
        int best = -1;
        for (int unit = 0; unit < size; unit++) {
            if (group[unit] < 0
                    && touches(unit, to)
                    && (best < 0 || problem.distances()[unit][centre[to]] < problem.distances()[best][centre[to]])) {
                best = unit;
            }
        }
        if (best >= 0) {
            enter(best, to);
        }
        closed[to] = best < 0;
        return true;
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
}
