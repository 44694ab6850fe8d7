package org.zhenjie.planner.consolidation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Vertex interchange: while closing one kept site and opening another lowers the cost of nearest hosts, the best such exchange is
 * made (Teitz and Bart 1968, evaluated for all closings of one opening in a single pass as by Whitaker 1983). Capacities are not
 * looked at.
 *
 * <p>One descent may end in a poor set, so there are several: from each set given, from random sets, and from the best set with
 * ever more of its sites exchanged at random (variable neighbourhood search, Hansen and Mladenović 1997).
 */
public final class Interchange {

    /** Pairs of site and candidate looked at in all descents together: some seconds of work, and the same on any machine. */
    private static final long MOST_PAIRS = 2_500_000_000L;

    private static final int MOST_RANDOM_STARTS = 12;
    private static final int MOST_SHAKES = 400;
    private static final int WIDEST_SHAKE = 6;

    private final ConsolidationProblem problem;
    private final int size;
    private final MergeCosts costs;
    private final BooleanSupplier stop;
    private final int[] first;
    private final int[] second;
    private boolean[] open;
    private long pairsLeft = MOST_PAIRS;
    private boolean[] best;
    private long bestCost = Long.MAX_VALUE;

    private Interchange(ConsolidationProblem problem, BooleanSupplier stop) {
        this.problem = problem;
        this.stop = stop;
        size = problem.size();
        first = new int[size];
        second = new int[size];
        costs = MergeCosts.of(problem);
    }

    /**
     * The best set of kept sites that descents from several sets lead to.
     *
     * @param starts sets of at most k sites, each filled up with the first others; may be empty
     * @param seed of the random numbers; the same problem, starts and seed give the same set unless it is stopped
     * @param stop asked between exchanges: true ends with the best set so far
     * @return k sites, ascending
     */
    public static List<Integer> best(
            ConsolidationProblem problem, List<List<Integer>> starts, long seed, BooleanSupplier stop) {
        Interchange interchange = new Interchange(problem, stop);
        interchange.run(starts, new Random(seed));
        return interchange.sites(interchange.best);
    }

    private void run(List<List<Integer>> starts, Random random) {
        Set<List<Integer>> seen = new HashSet<>();
        for (List<Integer> start : starts) {
            if (seen.add(start)) {
                descend(filledUp(start));
            }
        }
        for (int i = 0; i < MOST_RANDOM_STARTS && isGoingOn(); i++) {
            descend(drawn(random));
        }
        int width = 1;
        for (int i = 0; i < MOST_SHAKES && isGoingOn(); i++) {
            boolean better = descend(shaken(random, width));
            width = better ? 1 : width % Math.min(WIDEST_SHAKE, Math.min(problem.keep(), size - problem.keep())) + 1;
        }
    }

    private boolean isGoingOn() {
        return best == null || problem.keep() < size && pairsLeft > 0 && !stop.getAsBoolean();
    }

    private boolean[] filledUp(List<Integer> start) {
        boolean[] set = new boolean[size];
        start.forEach(site -> set[site] = true);
        for (int site = 0, kept = start.size(); kept < problem.keep(); site++) {
            if (!set[site]) {
                set[site] = true;
                kept++;
            }
        }
        return set;
    }

    private boolean[] drawn(Random random) {
        boolean[] set = new boolean[size];
        for (int kept = 0; kept < problem.keep(); kept++) {
            set[draw(set, false, random)] = true;
        }
        return set;
    }

    private boolean[] shaken(Random random, int exchanges) {
        boolean[] set = best.clone();
        for (int i = 0; i < exchanges; i++) {
            int opened = draw(set, false, random);
            int closed = draw(set, true, random);
            set[opened] = true;
            set[closed] = false;
        }
        return set;
    }

    private int draw(boolean[] set, boolean kept, Random random) {
        int site = random.nextInt(size);
        while (set[site] != kept) {
            site = random.nextInt(size);
        }
        return site;
    }

    /** Improves a set until no exchange helps; true if it is the best yet. */
    private boolean descend(boolean[] start) {
        open = start;
        nearest();
        while (problem.keep() < size && !(best != null && stop.getAsBoolean()) && exchange()) {
            nearest();
        }
        long cost = 0;
        for (int site = 0; site < size; site++) {
            cost += costs.of(site, first[site]);
        }
        if (cost >= bestCost) {
            return false;
        }
        bestCost = cost;
        best = open;
        return true;
    }

    private List<Integer> sites(boolean[] set) {
        List<Integer> kept = new ArrayList<>();
        for (int site = 0; site < size; site++) {
            if (set[site]) {
                kept.add(site);
            }
        }
        return kept;
    }

    private void nearest() {
        int[] kept = sites(open).stream().mapToInt(Integer::intValue).toArray();
        Arrays.fill(first, kept[0]);
        Arrays.fill(second, -1);
        for (int index = 1; index < kept.length; index++) {
            int host = kept[index];
            long[] toHost = costs.byHost()[host];
            for (int site = 0; site < size; site++) {
                if (toHost[site] < costs.of(site, first[site])) {
                    second[site] = first[site];
                    first[site] = host;
                } else if (second[site] < 0 || toHost[site] < costs.of(site, second[site])) {
                    second[site] = host;
                }
            }
        }
    }

    /** Makes the best exchange; false when none lowers the cost. */
    private boolean exchange() {
        pairsLeft -= (long) size * (size + problem.keep());
        long[] now = new long[size];
        long[] next = new long[size];
        for (int site = 0; site < size; site++) {
            now[site] = costs.of(site, first[site]);
            next[site] = second[site] < 0 ? Long.MAX_VALUE : costs.of(site, second[site]);
        }
        int[] kept = sites(open).stream().mapToInt(Integer::intValue).toArray();
        long most = 0;
        int bestOpen = -1;
        int bestClose = -1;
        long[] loss = new long[size];
        for (int candidate = 0; candidate < size; candidate++) {
            if (open[candidate]) {
                continue;
            }
            Arrays.fill(loss, 0);
            long gain = 0;
            long[] toCandidate = costs.byHost()[candidate];
            for (int site = 0; site < size; site++) {
                long then = toCandidate[site];
                if (then < now[site]) {
                    gain += now[site] - then;
                } else {
                    loss[first[site]] += Math.min(then, next[site]) - now[site];
                }
            }
            for (int closed : kept) {
                if (gain - loss[closed] > most) {
                    most = gain - loss[closed];
                    bestOpen = candidate;
                    bestClose = closed;
                }
            }
        }
        if (bestOpen < 0) {
            return false;
        }
        open[bestOpen] = true;
        open[bestClose] = false;
        return true;
    }
}
