package org.zhenjie.planner.grouping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Groups grown from seeds, and simulated annealing on them: units at a border change over to the group beyond it, alone or in a chain of
 * up to three groups. No group is ever torn apart; load outside the limits is allowed on the way and costs ever more.
 */
final class Regrouping {
    private static final double COLDEST = 0.002;
    private static final double DEARER = 1.1;
    private static final int LONGEST_CHAIN = 3;

    private final GroupingProblem problem;
    private final int size;
    private final SplittableRandom random;
    private final int[] group;
    private final int[] members;
    private final long[] load;
    private final int[] centre;
    private final int[] mark;
    private final int[] queue;
    private int marks;
    private long total;
    private long outside;
    private double outsidePrice;
    private final double outsidePriceAtFirst;
    private final double hottest;

    private final int[] chain = new int[LONGEST_CHAIN];
    private final int[] chainFrom = new int[LONGEST_CHAIN];

    private int[] best;
    private long bestCost;
    private long bestOutside = Long.MAX_VALUE;

    Regrouping(GroupingProblem problem, long seed) {
        this.problem = problem;
        size = problem.size();
        random = new SplittableRandom(seed);
        group = new int[size];
        members = new int[problem.groups()];
        load = new long[problem.groups()];
        centre = new int[problem.groups()];
        mark = new int[size];
        queue = new int[size];
        grow();
        recentre();
        note();
        outsidePriceAtFirst = Math.max(1e-9, (double) total / Math.max(1, problem.totalLoad()));
        outsidePrice = outsidePriceAtFirst;
        hottest = Math.max(1e-9, 0.3 * total / size);
    }

    /** The best plan so far. */
    GroupingPlan best() {
        return new GroupingPlan(Arrays.stream(best).boxed().toList()).inOrder();
    }

    /** Each part of the map gets seeds by its load, far from each other; then the lightest group always takes its nearest neighbour. */
    private void grow() {
        Arrays.fill(group, -1);
        List<List<Integer>> parts = problem.parts();
        int[] seeds = new int[parts.size()];
        Arrays.fill(seeds, 1);
        for (int left = problem.groups() - parts.size(); left > 0; left--) {
            int most = -1;
            for (int part = 0; part < seeds.length; part++) {
                boolean open = seeds[part] < parts.get(part).size();
                if (open && (most < 0 || share(parts, seeds, part) > share(parts, seeds, most))) {
                    most = part;
                }
            }
            seeds[most]++;
        }
        int next = 0;
        for (int part = 0; part < seeds.length; part++) {
            List<Integer> taken = new ArrayList<>();
            for (int i = 0; i < seeds[part]; i++) {
                int seed = seed(parts.get(part), taken);
                taken.add(seed);
                centre[next] = seed;
                enter(seed, next++);
            }
        }
        while (takeOne()) {
            // until every unit is in a group
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
        outsidePrice = outside > 0
                ? Math.min(outsidePrice * DEARER, 1e4 * outsidePriceAtFirst)
                : Math.max(outsidePrice / DEARER, outsidePriceAtFirst);
    }

    private void propose(double temperature) {
        double before = total + outsidePrice * outside;
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
        double worse = total + outsidePrice * outside - before;
        if (worse > 0 && worse > -temperature * StrictMath.log(1 - random.nextDouble())) {
            while (length-- > 0) {
                move(chain[length], chainFrom[length]);
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
        if (members[of] == 1) {
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
        members[from]--;
        load[from] -= of;
        enter(unit, to);
        outside += outside(from) + outside(to);
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
            centre[of] = GroupingPlan.centre(problem, units[of]);
            outside += outside(of);
            for (int unit : units[of]) {
                total += problem.loads()[unit] * problem.distances()[unit][centre[of]];
            }
        }
    }

    private void note() {
        if (outside < bestOutside || outside == bestOutside && total < bestCost) {
            best = group.clone();
            bestCost = total;
            bestOutside = outside;
        }
    }
}
