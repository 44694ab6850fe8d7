package org.zhenjie.planner.batches;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.zhenjie.planner.batches.BatchProblem.TownPower;

/**
 * Solves a batch problem. Taking a power by batch j saves its cases once for each batch from j on, so that the cost is that of taking
 * nothing less the cases taken by each batch. With the seats of the batches up to j, most cases by batch j is a knapsack over
 * stocks, solved exactly by dynamic programming; all batches apart give the bound. People who are trained stay trained: the
 * plan is the better of the knapsacks from the first batch on, each keeping what the one before trained, and from the last one back,
 * each within what the one after it trains. With one batch, and wherever either meets the bound, it is best; else a {@link SeatTable} finds the
 * best, where it is small enough.
 */
public final class BatchSolve {

    private final BatchProblem problem;
    /** Cases by stock and people trained: worth[s][c] for c up to the most that any power of the stock asks for. */
    private final long[][] worth;

    private BatchSolve(BatchProblem problem) {
        this.problem = problem;
        this.worth = new long[problem.held().size()][];
        List<TreeMap<Integer, Long>> steps = new ArrayList<>();
        problem.held().forEach(held -> steps.add(new TreeMap<>()));
        for (TownPower power : problem.powers()) {
            int lacking = Math.max(0, power.people() - problem.held().get(power.stock()));
            steps.get(power.stock()).merge(lacking, power.cases(), Long::sum);
        }
        long seats = problem.seats().stream().mapToLong(Integer::longValue).sum();
        for (int stock = 0; stock < worth.length; stock++) {
            int most = steps.get(stock).isEmpty() ? 0 : steps.get(stock).lastKey();
            worth[stock] = new long[(int) Math.min(most, seats) + 1];
            for (int trained = 0; trained < worth[stock].length; trained++) {
                worth[stock][trained] = steps.get(stock).headMap(trained, true).values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
            }
        }
    }

    /** The best plan found, and the bound. */
    public static BatchPlan solve(BatchProblem problem) {
        return new BatchSolve(problem).plan();
    }

    private BatchPlan plan() {
        int[] none = new int[worth.length];
        int[] all = Arrays.stream(worth).mapToInt(row -> row.length - 1).toArray();
        int[] seats = new int[problem.batches()];
        long saved = 0;
        long upTo = 0;
        for (int batch = 0; batch < seats.length; batch++) {
            upTo = Math.min(Integer.MAX_VALUE, upTo + problem.seats().get(batch));
            seats[batch] =
                    (int) Math.min(upTo, Arrays.stream(all).asLongStream().sum());
            saved += worth(knapsack(seats[batch], none, all));
        }
        long bound = problem.costOfNothing() - saved;
        BatchPlan forward = BatchPlan.of(problem, forward(all), bound);
        BatchPlan backward = BatchPlan.of(problem, backward(seats, none, all), bound);
        BatchPlan better = forward.cost() <= backward.cost() ? forward : backward;
        return better.cost() > bound && SeatTable.fits(problem.seats(), worth) ? proven() : better;
    }

    private BatchPlan proven() {
        List<List<Integer>> trained = SeatTable.best(problem.seats(), worth);
        return BatchPlan.of(problem, trained, BatchPlan.of(problem, trained, 0).cost());
    }

    private List<List<Integer>> forward(int[] all) {
        List<List<Integer>> trained = new ArrayList<>();
        int[] before = new int[worth.length];
        for (int seats : problem.seats()) {
            long upTo = Arrays.stream(before).asLongStream().sum() + seats;
            before = knapsack(
                    (int) Math.min(upTo, Arrays.stream(all).asLongStream().sum()), before, all);
            trained.add(Arrays.stream(before).boxed().toList());
        }
        return trained;
    }

    /** From the last batch back; people who could not be trained in their own batch are then left to it. */
    private List<List<Integer>> backward(int[] seats, int[] none, int[] all) {
        int[][] goal = new int[seats.length][];
        int[] within = all;
        for (int batch = seats.length - 1; batch >= 0; batch--) {
            within = knapsack(seats[batch], none, within);
            goal[batch] = within;
        }
        List<List<Integer>> trained = new ArrayList<>();
        int[] now = new int[worth.length];
        for (int batch = 0; batch < seats.length; batch++) {
            int left = problem.seats().get(batch);
            // the goal of this batch first, then those of later ones with the seats that are left
            for (int towards = batch; towards < seats.length; towards++) {
                for (int stock = 0; stock < now.length; stock++) {
                    int more = Math.min(left, Math.max(0, goal[towards][stock] - now[stock]));
                    now[stock] += more;
                    left -= more;
                }
            }
            trained.add(Arrays.stream(now).boxed().toList());
        }
        return trained;
    }

    private long worth(int[] trained) {
        long sum = 0;
        for (int stock = 0; stock < trained.length; stock++) {
            sum += worth[stock][trained[stock]];
        }
        return sum;
    }

    /** The numbers of people trained, between two limits for each stock and within the seats, that bring most cases. */
    private int[] knapsack(int seats, int[] least, int[] most) {
        int free = seats - Arrays.stream(least).sum();
        long[] best = new long[free + 1];
        int[][] chosen = new int[least.length][free + 1];
        for (int stock = 0; stock < least.length; stock++) {
            long[] next = new long[free + 1];
            for (int used = 0; used <= free; used++) {
                next[used] = Long.MIN_VALUE;
                for (int more = 0; more <= Math.min(used, most[stock] - least[stock]); more++) {
                    // only numbers with which a power more is taken are worth a look
                    boolean isStep =
                            more == 0 || worth[stock][least[stock] + more] > worth[stock][least[stock] + more - 1];
                    long with = isStep ? best[used - more] + worth[stock][least[stock] + more] : Long.MIN_VALUE;
                    if (with > next[used]) {
                        next[used] = with;
                        chosen[stock][used] = more;
                    }
                }
            }
            best = next;
        }
        int[] trained = least.clone();
        int used = free;
        for (int stock = least.length - 1; stock >= 0; stock--) {
            trained[stock] += chosen[stock][used];
            used -= chosen[stock][used];
        }
        return trained;
    }
}
