package org.zhenjie.planner.grouping;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Exact search for districts that hold each unit once: the unit with the fewest districts left is decided next, the districts of least
 * reduced cost first (Knuth's exact cover, 2000, with the bound of the prices). A search for a first plan that takes long is begun anew with
 * other districts first, as it may have gone wrong early (Gomes, Selman and Kautz 1998).
 */
final class DistrictCover {
    /** Districts that are ruled out on the way in all, some seconds. */
    private static final long MOST_WORK = 300_000_000L;
    /** Work after which it is first begun anew, in another order. */
    private static final long FIRST_WORK = 10_000_000L;
    /** Each time it is begun anew it has more work by one part in so many. */
    private static final int LONGER = 4;
    /** Noise in an order: so many districts for each unit may become the first. */
    private static final int NOISE = 3;

    private final GroupingProblem problem;
    private final Districts districts;
    private final BooleanSupplier stop;
    private final SplittableRandom random = new SplittableRandom(0);
    private final double pricesSum;
    private final double[] leastOf;
    /** Of the districts that may be in a plan that is better than the known one: number, reduced cost, and how many units rule it out. */
    private final int[] district;

    private final double[] reduced;
    /** Most noise in an order. */
    private final double spread;

    private final int[] ruledOut;
    /** Of each unit the positions of these districts, in the order in which they are tried. */
    private final int[][] of;
    /** Of each unit how many of them are left. */
    private final int[] left;

    private final boolean[] covered;
    private final int[] chosen;
    private final boolean isKnown;
    private int[] best = new int[0];
    private long bestCost;
    private long work;
    /** Work at which it is begun anew, or given up. */
    private long workOfRounds;

    private boolean stopped;

    /** @param knownCost cost of the best plan known: only cheaper ones are looked for; {@link Long#MAX_VALUE} without one */
    DistrictCover(
            GroupingProblem problem, Districts districts, DistrictPrices prices, long knownCost, BooleanSupplier stop) {
        this.problem = problem;
        this.districts = districts;
        this.stop = stop;
        isKnown = knownCost < Long.MAX_VALUE;
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
        left = new int[problem.size()];
        for (int i = 0; i < district.length; i++) {
            for (int unit : members(i)) {
                left[unit]++;
            }
        }
        of = IntStream.of(left).mapToObj(int[]::new).toArray(int[][]::new);
        spread = district.length == 0 ? 0 : reduced[Math.min(district.length - 1, NOISE * problem.size())] - reduced[0];
    }

    /** The order in which districts are tried: by reduced cost, with noise or without. */
    private void order(boolean noisy) {
        double[] key = Arrays.stream(reduced)
                .map(one -> one + (noisy ? spread * random.nextDouble() : 0))
                .toArray();
        int[] filled = new int[of.length];
        IntStream.range(0, key.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> key[i]))
                .forEach(i -> {
                    for (int unit : members(i)) {
                        of[unit][filled[unit]++] = i;
                    }
                });
    }

    /** Searches; the best plan that it found below the known cost, or the first one where none is known. */
    Optional<GroupingPlan> search() {
        long most = isKnown ? MOST_WORK : FIRST_WORK;
        do {
            order(workOfRounds > 0);
            stopped = false;
            workOfRounds = Math.min(MOST_WORK, work + most);
            most += most / LONGER;
            choose(0, 0, problem.totalLoad());
        } while (stopped && best.length == 0 && work < MOST_WORK && !stop.getAsBoolean());
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
                stopped = !isKnown;
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
            if (isStopped()) {
                return;
            }
            if (!isBetter(sum + leastOf[groupsLeft - 1])) {
                continue;
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
        stopped |= work > workOfRounds || stop.getAsBoolean();
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
