package org.zhenjie.scenarios.sample;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Whole numbers that add up. */
final class Shares {
    private Shares() {}

    /** Splits a total by weights, largest remainders first, ties to the first; the parts add up to the total. */
    static int[] split(int total, double[] weights) {
        double sum = Arrays.stream(weights).sum();
        double[] exact =
                Arrays.stream(weights).map(weight -> weight / sum * total).toArray();
        int[] parts = Arrays.stream(exact).mapToInt(share -> (int) share).toArray();
        int missing = total - Arrays.stream(parts).sum();
        IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> parts[i] - exact[i]))
                .limit(missing)
                .forEach(i -> parts[i]++);
        return parts;
    }
}
