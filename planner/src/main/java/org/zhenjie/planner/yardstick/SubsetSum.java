package org.zhenjie.planner.yardstick;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.zhenjie.planner.allocation.AllocationProblem.Block;

/** Which blocks make up a number of people: subset sum by dynamic programming. */
final class SubsetSum {

    private SubsetSum() {}

    /** The blocks whose sizes add up to the most that is not above {@code target}, which is 0 or more. */
    static Set<Block> closest(List<Block> blocks, int target) {
        return closest(blocks, target, block -> 0);
    }

    /** Of the choices that come as close, the one of most worth, the worth of a choice being the sum over its blocks. */
    static Set<Block> closest(List<Block> blocks, int target, ToDoubleFunction<Block> worth) {
        double[] best = new double[target + 1];
        Arrays.fill(best, Double.NEGATIVE_INFINITY);
        best[0] = 0;
        boolean[][] taken = new boolean[blocks.size()][target + 1];
        for (int index = 0; index < blocks.size(); index++) {
            Block block = blocks.get(index);
            for (int sum = target; sum >= block.size(); sum--) {
                double with = best[sum - block.size()] + worth.applyAsDouble(block);
                if (with > best[sum]) {
                    best[sum] = with;
                    taken[index][sum] = true;
                }
            }
        }
        int sum = target;
        while (best[sum] == Double.NEGATIVE_INFINITY) {
            sum--;
        }
        Set<Block> chosen = new HashSet<>();
        for (int index = blocks.size() - 1; index >= 0; index--) {
            if (taken[index][sum]) {
                chosen.add(blocks.get(index));
                sum -= blocks.get(index).size();
            }
        }
        return chosen;
    }
}
