package org.zhenjie.planner.yardstick;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.zhenjie.planner.allocation.AllocationProblem.Block;

/** Which blocks make up a number of people: subset sum by dynamic programming. */
final class SubsetSum {

    private SubsetSum() {}

    /** The blocks whose sizes add up to the most that is not above {@code target}, which is 0 or more. */
    static Set<Block> closest(List<Block> blocks, int target) {
        int[] lastBlock = new int[target + 1];
        Arrays.fill(lastBlock, -1);
        boolean[] reached = new boolean[target + 1];
        reached[0] = true;
        for (int index = 0; index < blocks.size(); index++) {
            int size = blocks.get(index).size();
            for (int sum = target; sum >= size; sum--) {
                if (!reached[sum] && reached[sum - size]) {
                    reached[sum] = true;
                    lastBlock[sum] = index;
                }
            }
        }
        int sum = target;
        while (!reached[sum]) {
            sum--;
        }
        Set<Block> chosen = new HashSet<>();
        while (sum > 0) {
            Block block = blocks.get(lastBlock[sum]);
            chosen.add(block);
            sum -= block.size();
        }
        return chosen;
    }
}
