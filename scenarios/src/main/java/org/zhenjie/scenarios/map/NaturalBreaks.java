package org.zhenjie.scenarios.map;

import java.util.ArrayList;
import java.util.List;

/**
 * Optimal one-dimensional classes by least squares. The best start of the last class never moves down as values are added,
 * which lets each row be filled by halving instead of trying every start: n log n per class.
 */
final class NaturalBreaks {

    private final double[] sum;
    private final double[] squares;
    private double[] before;
    private double[] now;
    private int[] start;

    private NaturalBreaks(double[] sorted) {
        sum = new double[sorted.length + 1];
        squares = new double[sorted.length + 1];
        double shift = sorted.length == 0 ? 0 : sorted[sorted.length / 2]; // keeps the squares small
        for (int i = 0; i < sorted.length; i++) {
            double value = sorted[i] - shift;
            sum[i + 1] = sum[i] + value;
            squares[i + 1] = squares[i] + value * value;
        }
    }

    /** Positions in the ascending values at which the second and each further class begins. */
    static List<Integer> starts(double[] sorted, int classes) {
        int distinct = 0;
        for (int i = 0; i < sorted.length; i++) {
            distinct += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
        }
        int wanted = Math.min(classes, distinct);
        return wanted < 2 ? List.of() : new NaturalBreaks(sorted).solve(sorted.length, wanted);
    }

    private List<Integer> solve(int n, int classes) {
        now = new double[n + 1];
        for (int to = 0; to <= n; to++) {
            now[to] = cost(0, to);
        }
        List<int[]> starts = new ArrayList<>();
        for (int k = 2; k <= classes; k++) {
            before = now;
            now = new double[n + 1];
            java.util.Arrays.fill(now, Double.POSITIVE_INFINITY);
            start = new int[n + 1];
            fill(k, n, k - 1, n - 1);
            starts.add(start);
        }
        List<Integer> breaks = new ArrayList<>();
        int end = n;
        for (int k = starts.size() - 1; k >= 0; k--) {
            end = starts.get(k)[end];
            breaks.add(0, end);
        }
        return breaks;
    }

    private void fill(int from, int to, int leastStart, int mostStart) {
        if (from > to) {
            return;
        }
        int middle = (from + to) >>> 1;
        for (int at = leastStart; at <= Math.min(mostStart, middle - 1); at++) {
            double cost = before[at] + cost(at, middle);
            if (cost < now[middle]) {
                now[middle] = cost;
                start[middle] = at;
            }
        }
        fill(from, middle - 1, leastStart, start[middle]);
        fill(middle + 1, to, start[middle], mostStart);
    }

    private double cost(int from, int to) {
        if (to <= from) {
            return 0;
        }
        double total = sum[to] - sum[from];
        return squares[to] - squares[from] - total * total / (to - from);
    }
}
