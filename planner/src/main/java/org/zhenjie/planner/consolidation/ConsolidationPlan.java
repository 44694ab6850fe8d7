package org.zhenjie.planner.consolidation;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Which site each site merges into.
 *
 * @param hosts position of the host of each site, in the order of the problem; a kept site hosts itself
 */
public record ConsolidationPlan(List<Integer> hosts) {

    public ConsolidationPlan {
        hosts = List.copyOf(hosts);
    }

    /** The plan that keeps the given sites and merges every other one into the nearest of them (the first of equals). */
    public static ConsolidationPlan nearest(ConsolidationProblem problem, Iterable<Integer> kept) {
        TreeSet<Integer> open = new TreeSet<>();
        kept.forEach(open::add);
        List<Integer> hosts = new ArrayList<>();
        for (int site = 0; site < problem.size(); site++) {
            int host = open.contains(site) ? site : open.first();
            for (int candidate : open) {
                if (problem.distances()[site][candidate] < problem.distances()[site][host]) {
                    host = candidate;
                }
            }
            hosts.add(host);
        }
        return new ConsolidationPlan(hosts);
    }

    /** Positions of the sites that stay, ascending. */
    public List<Integer> kept() {
        return List.copyOf(new TreeSet<>(hosts));
    }

    /**
     * What a plan costs and breaks, by plain accounting.
     *
     * @param cost sum of load times distance, over merges that are open
     * @param notKept how far the number of kept sites is from k, and kept sites that do not host themselves
     * @param closed sites merged into a host that is closed to them
     * @param overload load beyond capacities
     * @param uncovered load that lacks to the share that must be within the cover distance
     */
    public record Account(long cost, long notKept, long closed, long overload, long uncovered) {
        /** Whether every hard rule is kept. */
        public boolean isFeasible() {
            return notKept == 0 && closed == 0 && overload == 0 && uncovered == 0;
        }
    }

    /** Accounts for the plan. */
    public Account account(ConsolidationProblem problem) {
        long cost = 0;
        long closed = 0;
        long covered = 0;
        long[] hosted = new long[problem.size()];
        for (int site = 0; site < hosts.size(); site++) {
            int host = hosts.get(site);
            long distance = problem.distances()[site][host];
            hosted[host] += problem.load(site);
            if (distance >= ConsolidationProblem.CLOSED) {
                closed++;
                continue;
            }
            cost += problem.load(site) * distance;
            if (problem.cover().isEmpty() || distance <= problem.cover().getAsLong()) {
                covered += problem.load(site);
            }
        }
        long overload = 0;
        for (int host = 0; host < hosted.length; host++) {
            overload += Math.max(0, hosted[host] - problem.sites().get(host).capacity());
        }
        List<Integer> kept = kept();
        long strangers =
                kept.stream().filter(host -> hosts.get(host) != (int) host).count();
        long notKept = Math.abs(kept.size() - problem.keep()) + strangers;
        return new Account(cost, notKept, closed, overload, Math.max(0, problem.loadToCover() - covered));
    }
}
