package org.zhenjie.planner.batches;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The best plan of a few stocks and seats, by dynamic programming over the stocks: a state is the seats taken in each batch so far, a choice the
 * people of one stock trained before each batch.
 */
final class SeatTable {
    /** Most states looked at, over all choices. */
    private static final long MOST_WORK = 50_000_000;
    /** Most states kept, over all stocks. */
    private static final long MOST_KEPT = 4_000_000;

    private static final long NEVER = Long.MIN_VALUE;

    private final List<Integer> seats;
    private final long[][] worth;
    /** What one seat more in a batch adds to the number of a state. */
    private final int[] radix;

    private final int states;

    private SeatTable(List<Integer> seats, long[][] worth) {
        this.seats = seats;
        this.worth = worth;
        radix = new int[seats.size()];
        int all = 1;
        for (int batch = 0; batch < radix.length; batch++) {
            radix[batch] = all;
            all *= seats.get(batch) + 1;
        }
        states = all;
    }

    /** Whether the table is small enough. */
    static boolean fits(List<Integer> seats, long[][] worth) {
        double states = 1;
        for (int number : seats) {
            states *= number + 1.0;
        }
        double choices = 0;
        for (long[] row : worth) {
            double ways = 1;
            for (int batch = 1; batch <= seats.size(); batch++) {
                ways = ways * (row.length - 1 + batch) / batch;
            }
            choices += ways;
        }
        return states * choices <= MOST_WORK && states * worth.length <= MOST_KEPT;
    }

    /**
     * The people trained up to each batch, by batch and stock, in the best plan.
     *
     * @param worth cases by stock and people trained
     */
    static List<List<Integer>> best(List<Integer> seats, long[][] worth) {
        return new SeatTable(seats, worth).best();
    }

    private List<List<Integer>> best() {
        long[] best = new long[states];
        Arrays.fill(best, NEVER);
        best[0] = 0;
        int[][][] chosen = new int[worth.length][states][];
        for (int stock = 0; stock < worth.length; stock++) {
            long[] next = new long[states];
            Arrays.fill(next, NEVER);
            for (int[] people : choices(worth[stock].length - 1)) {
                extend(people, gain(stock, people), best, next, chosen[stock]);
            }
            best = next;
        }
        int end = 0;
        for (int state = 1; state < states; state++) {
            end = best[state] > best[end] ? state : end;
        }
        return trained(chosen, end);
    }

    private void extend(int[] people, long gain, long[] best, long[] next, int[][] chosen) {
        int step = 0;
        for (int batch = 0; batch < people.length; batch++) {
            step += people[batch] * radix[batch];
        }
        for (int state = 0; state < states - step; state++) {
            if (best[state] != NEVER && best[state] + gain > next[state + step] && hasRoom(state, people)) {
                next[state + step] = best[state] + gain;
                chosen[state + step] = people;
            }
        }
    }

    private boolean hasRoom(int state, int[] people) {
        for (int batch = 0; batch < people.length; batch++) {
            int taken = state / radix[batch] % (seats.get(batch) + 1);
            if (taken + people[batch] > seats.get(batch)) {
                return false;
            }
        }
        return true;
    }

    /** Every number of people of one stock before each batch, so many in all at most. */
    private List<int[]> choices(int most) {
        List<int[]> choices = new ArrayList<>();
        choose(0, most, new int[radix.length], choices);
        return choices;
    }

    private void choose(int batch, int left, int[] people, List<int[]> choices) {
        if (batch == people.length) {
            choices.add(people.clone());
            return;
        }
        for (int number = 0; number <= Math.min(left, seats.get(batch)); number++) {
            people[batch] = number;
            choose(batch + 1, left - number, people, choices);
        }
        people[batch] = 0;
    }

    private long gain(int stock, int[] people) {
        long gain = 0;
        int trained = 0;
        for (int number : people) {
            trained += number;
            gain += worth[stock][trained];
        }
        return gain;
    }

    private List<List<Integer>> trained(int[][][] chosen, int end) {
        int[][] trained = new int[radix.length][worth.length];
        int state = end;
        for (int stock = worth.length - 1; stock >= 0; stock--) {
            int upTo = 0;
            int[] people = chosen[stock][state];
            for (int batch = 0; batch < radix.length; batch++) {
                upTo += people[batch];
                trained[batch][stock] = upTo;
                state -= people[batch] * radix[batch];
            }
        }
        return Arrays.stream(trained)
                .map(batch -> Arrays.stream(batch).boxed().toList())
                .toList();
    }
}
