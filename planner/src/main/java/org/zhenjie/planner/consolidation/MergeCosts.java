package org.zhenjie.planner.consolidation;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Weight times distance for every site and host, and for every site the hosts that cost least. A merge that is not open costs
 * {@code forbidden}: more than any plan without one.
 */
final class MergeCosts {
    /** Hosts that the lists hold together: what bounds their memory. */
    private static final int MOST_LISTED = 16_000_000;

    private static final int INDEX_BITS = 13;

    private final long[][] bySite;
    private final int[][] near;
    private final long forbidden;

    private MergeCosts(long[][] bySite, int[][] near, long forbidden) {
        this.bySite = bySite;
        this.near = near;
        this.forbidden = forbidden;
    }

    static MergeCosts of(ConsolidationProblem problem) {
        int size = problem.size();
        if (size > 1 << INDEX_BITS) {
            throw new IllegalArgumentException(size + " sites, at most " + (1 << INDEX_BITS));
        }
        long forbidden = forbidden(problem);
        long farthest = problem.farthest();
        long[][] bySite = new long[size][];
        int[][] near = new int[size][];
        IntStream.range(0, size).parallel().forEach(site -> {
            long[] distances = problem.distances()[site];
            long weight = problem.weight(site);
            long most = problem.load(site) == 0
                    ? ConsolidationProblem.CLOSED - 1
                    : Math.min(farthest, ConsolidationProblem.CLOSED - 1);
            long[] costs = new long[size];
            for (int host = 0; host < size; host++) {
                costs[host] = distances[host] <= most ? weight * distances[host] : forbidden;
            }
            bySite[site] = costs;
            near[site] = near(site, costs, forbidden);
        });
        return new MergeCosts(bySite, near, forbidden);
    }

    private static long forbidden(ConsolidationProblem problem) {
        return Math.min(problem.dearest() + 1, Long.MAX_VALUE / 8 / problem.size());
    }

    private static int[] near(int site, long[] costs, long forbidden) {
        long[] keys = new long[costs.length];
        int open = 0;
        for (int host = 0; host < costs.length; host++) {
            if (costs[host] < forbidden) {
                keys[open++] = host == site ? -1 : costs[host] << INDEX_BITS | host;
            }
        }
        Arrays.sort(keys, 0, open);
        int[] hosts = new int[Math.min(open, Math.max(1, MOST_LISTED / costs.length))];
        for (int rank = 0; rank < hosts.length; rank++) {
            hosts[rank] = keys[rank] < 0 ? site : (int) (keys[rank] & (1 << INDEX_BITS) - 1);
        }
        return hosts;
    }

    int size() {
        return bySite.length;
    }

    long forbidden() {
        return forbidden;
    }

    long of(int site, int host) {
        return bySite[site][host];
    }

    /** Costs of one site by host. */
    long[] row(int site) {
        return bySite[site];
    }

    /** Open hosts of a site, itself first, then by cost; perhaps only the first of them. */
    int[] near(int site) {
        return near[site];
    }

    /** Whether the list of near hosts holds every host that costs less than this. */
    boolean listsBelow(int site, long cost) {
        int[] hosts = near[site];
        return hosts.length == size() || cost <= bySite[site][hosts[hosts.length - 1]] || hosts.length < listed();
    }

    /** Lists shorter than this hold every open host. */
    private int listed() {
        return Math.max(1, MOST_LISTED / size());
    }

    boolean isOpen(int site, int host) {
        return bySite[site][host] < forbidden;
    }
}
