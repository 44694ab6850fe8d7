package org.zhenjie.planner.consolidation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Vertex interchange: while closing one kept site and opening another lowers the cost of nearest hosts, the best such exchange is
 * made (Teitz and Bart 1968, evaluated for all closings of one opening in a single pass as by Whitaker 1983). Capacities are not
 * looked at.
 */
public final class Interchange {

    private final ConsolidationProblem problem;
    private final int size;
    private final MergeCosts costs;
    private final boolean[] open;
    private final int[] first;
    private final int[] second;

    private Interchange(ConsolidationProblem problem, List<Integer> start) {
        this.problem = problem;
        size = problem.size();
        open = new boolean[size];
        start.forEach(site -> open[site] = true);
        for (int site = 0, kept = start.size(); kept < problem.keep(); site++) {
            if (!open[site]) {
                open[site] = true;
                kept++;
            }
        }
        first = new int[size];
        second = new int[size];
        costs = MergeCosts.of(problem);
    }

    /**
     * Improves a set of kept sites until no exchange helps.
     *
     * @param start at most k sites; filled up with the first others
     * @return k sites, ascending
     */
    public static List<Integer> improve(ConsolidationProblem problem, List<Integer> start) {
        Interchange interchange = new Interchange(problem, start);
        interchange.run();
        return interchange.kept();
    }

    private List<Integer> kept() {
        List<Integer> kept = new ArrayList<>();
        for (int site = 0; site < size; site++) {
            if (open[site]) {
                kept.add(site);
            }
        }
        return kept;
    }

    private void run() {
        boolean better = problem.keep() < size;
        while (better) {
            nearest();
            better = exchange();
        }
    }

    private void nearest() {
        int[] kept = kept().stream().mapToInt(Integer::intValue).toArray();
        Arrays.fill(second, -1);
        for (int site = 0; site < size; site++) {
            first[site] = kept[0];
            for (int index = 1; index < kept.length; index++) {
                int host = kept[index];
                if (costs.of(site, host) < costs.of(site, first[site])) {
                    second[site] = first[site];
                    first[site] = host;
                } else if (second[site] < 0 || costs.of(site, host) < costs.of(site, second[site])) {
                    second[site] = host;
                }
            }
        }
    }

    /** Makes the best exchange; false when none lowers the cost. */
    private boolean exchange() {
        long best = 0;
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
                long now = costs.of(site, first[site]);
                long then = toCandidate[site];
                if (then < now) {
                    gain += now - then;
                } else {
                    long otherwise = second[site] < 0 ? then : Math.min(then, costs.of(site, second[site]));
                    loss[first[site]] += otherwise - now;
                }
            }
            for (int closed = 0; closed < size; closed++) {
                if (open[closed] && gain - loss[closed] > best) {
                    best = gain - loss[closed];
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
