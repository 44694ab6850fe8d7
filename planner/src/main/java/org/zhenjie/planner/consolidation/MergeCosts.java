package org.zhenjie.planner.consolidation;

/**
 * Load times distance for every host and site, host by host, so that inner loops run along memory. A merge that is not open costs
 * {@code forbidden}: more than any plan without one.
 */
record MergeCosts(long[][] byHost, long forbidden) {

    static MergeCosts of(ConsolidationProblem problem) {
        int size = problem.size();
        long[][] byHost = new long[size][size];
        long dearest = 1;
        for (int host = 0; host < size; host++) {
            for (int site = 0; site < size; site++) {
                byHost[host][site] =
                        problem.isOpen(site, host) ? problem.load(site) * problem.distances()[site][host] : -1;
                dearest = Math.max(dearest, byHost[host][site]);
            }
        }
        long forbidden = Math.min(dearest * size, Long.MAX_VALUE / 8 / size);
        for (long[] row : byHost) {
            for (int site = 0; site < size; site++) {
                row[site] = row[site] < 0 ? forbidden : row[site];
            }
        }
        return new MergeCosts(byHost, forbidden);
    }

    long of(int site, int host) {
        return byHost[host][site];
    }

    boolean isOpen(int site, int host) {
        return byHost[host][site] < forbidden;
    }
}
