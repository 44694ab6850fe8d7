package org.zhenjie.planner.grouping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Exact search for districts that hold each unit once: the unit with the fewest districts left is decided next, the districts of least
 * reduced cost first (Knuth's exact cover, 2000, with the bound of the prices).
 */
final class DistrictCover {
    /** Districts that are ruled out on the way in all, some seconds. */
    private static final long MOST_WORK = 300_000_000L;

    private final GroupingProblem problem;
    private final Districts districts;
    private final BooleanSupplier stop;
    private final double pricesSum;
    private final double[] leastOf;
    /** Of the districts that may be in a plan that is better than the known one: number, reduced cost, and how many units rule it out. */
    private final int[] district;

    private final double[] reduced;
    private final int[] ruledOut;
    /** Of each unit the positions of these districts, by reduced cost. */
    private final int[][] of;
    /** Of each unit how many of them are left. */
    private final int[] left;

    private final boolean[] covered;
    private final int[] chosen;
    private int[] best = new int[0];
    private long bestCost;
    private long work;
    private boolean stopped;

    /** @param knownCost cost of the best plan known: only cheaper ones are looked for; {@link Long#MAX_VALUE} without one */
    DistrictCover(
            GroupingProblem problem, Districts districts, DistrictPrices prices, long knownCost, BooleanSupplier stop) {
        this.problem = problem;
        this.districts = districts;
        this.stop = stop;
        bestCost = knownCost;
        pricesSum = prices.sum();
        leastOf = prices.leastOf();
        double[] all = IntStream.range(0, districts.number())
                .mapToDouble(prices::reduced)
                .toArray();
        district = IntStream.range(0, all.length)
                .filter(one -> isBetter(all[one] + leastOf[problem.groups() - 1]))
                .boxed()
                .sorted(Comparator.comparingDouble(one -> all[one]))
                .mapToInt(Integer::intValue)
                .toArray();
        reduced = Arrays.stream(district).mapToDouble(one -> all[one]).toArray();
        ruledOut = new int[district.length];
        covered = new boolean[problem.size()];
        chosen = new int[problem.groups()];
        List<List<Integer>> lists = IntStream.range(0, problem.size())
                .<List<Integer>>mapToObj(unit -> new ArrayList<>())
                .toList();
        for (int i = 0; i < district.length; i++) {
            for (int unit : members(i)) {
                lists.get(unit).add(i);
            }
        }
        of = lists.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        left = Arrays.stream(of).mapToInt(list -> list.length).toArray();
    }

    /** Searches; the best plan that it found below the known cost. */
    Optional<GroupingPlan> search() {
        choose(0, 0, problem.totalLoad());
        if (best.length == 0) {
            return Optional.empty();
        }
        Integer[] groupOf = new Integer[problem.size()];
        int free = (int)
                Arrays.stream(problem.pins()).filter(pin -> pin >= 0).distinct().count();
        for (int i : best) {
            int pin = IntStream.of(members(i))
                    .map(unit -> problem.pins()[unit])
                    .max()
                    .getAsInt();
            int number = pin >= 0 ? pin : free++;
            for (int unit : members(i)) {
                groupOf[unit] = number;
            }
        }
        return Optional.of(new GroupingPlan(List.of(groupOf)));
    }

    /** Whether everything was looked at: the plan found is the best of all, or there is none below the known cost. */
    boolean isComplete() {
        return !stopped;
    }

    private int[] members(int i) {
        return districts.members().get(district[i]);
    }

    private void choose(int depth, double reducedSoFar, long loadLeft) {
        int groupsLeft = problem.groups() - depth;
        int unit = scarcest();
        if (unit < 0) {
            long cost = IntStream.of(chosen)
                    .limit(depth)
                    .mapToLong(i -> districts.cost()[district[i]])
                    .sum();
            if (groupsLeft == 0 && cost < bestCost) {
                best = chosen.clone();
                bestCost = cost;
            }
            return;
        }
        if (loadLeft < groupsLeft * problem.least() || loadLeft > groupsLeft * problem.most() || groupsLeft == 0) {
            return;
        }
        for (int i : of[unit]) {
            if (ruledOut[i] > 0) {
                continue;
            }
            double sum = reducedSoFar + reduced[i];
            if (!isBetter(sum + leastOf[groupsLeft - 1]) || isStopped()) {
                break;
            }
            chosen[depth] = i;
            long load = cover(i);
            choose(depth + 1, sum, loadLeft - load);
            uncover(i);
        }
    }

    /** Whether a plan of such a reduced cost may cost less than the best, which is whole; a hair is given for the rounding of the sums. */
    private boolean isBetter(double reducedCost) {
        return pricesSum + reducedCost
                < (bestCost == Long.MAX_VALUE ? Double.POSITIVE_INFINITY : bestCost - 0.5 + bestCost * 1e-11);
    }

    private boolean isStopped() {
        stopped |= work > MOST_WORK || stop.getAsBoolean();
        return stopped;
    }

    /** The uncovered unit of which the fewest districts are left; -1 where all are covered. */
    private int scarcest() {
        int scarcest = -1;
        for (int unit = 0; unit < left.length; unit++) {
            if (!covered[unit] && (scarcest < 0 || left[unit] < left[scarcest])) {
                scarcest = unit;
            }
        }
        return scarcest;
    }

    private long cover(int i) {
        long load = 0;
        for (int unit : members(i)) {
            covered[unit] = true;
            load += problem.loads()[unit];
            for (int other : of[unit]) {
                if (ruledOut[other]++ == 0) {
                    count(other, -1);
                }
            }
        }
        return load;
    }

    private void uncover(int i) {
        for (int unit : members(i)) {
            covered[unit] = false;
            for (int other : of[unit]) {
                if (--ruledOut[other] == 0) {
                    count(other, 1);
                }
            }
        }
    }

    private void count(int i, int change) {
        int[] units = members(i);
        work += units.length;
        for (int unit : units) {
            left[unit] += change;
        }
    }
}
