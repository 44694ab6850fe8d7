package org.zhenjie.planner.consolidation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

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

    /**
     * The plan that keeps the given sites and merges the others, those with the greatest load first, each into the nearest kept
     * one that has room left; where none has, into the nearest.
     */
    public static ConsolidationPlan withRoom(ConsolidationProblem problem, Iterable<Integer> kept) {
        List<Integer> hosts = new ArrayList<>(nearest(problem, kept).hosts());
        List<Integer> open = new ConsolidationPlan(hosts).kept();
        long[] room = new long[problem.size()];
        open.forEach(host -> room[host] = problem.sites().get(host).capacity() - problem.load(host));
        IntStream.range(0, problem.size())
                .filter(site -> hosts.get(site) != site)
                .boxed()
                .sorted(Comparator.comparingLong(problem::load).reversed())
                .forEach(site -> {
                    int host = open.stream()
                            .filter(one -> problem.isOpen(site, one) && room[one] >= problem.load(site))
                            .min(Comparator.comparingLong(one -> problem.distances()[site][one]))
                            .orElse(hosts.get(site));
                    hosts.set(site, host);
                    room[host] -= problem.load(site);
                });
        return new ConsolidationPlan(hosts);
    }

    /** Positions of the sites that stay, ascending. */
    public List<Integer> kept() {
        return List.copyOf(new TreeSet<>(hosts));
    }

    /**
     * What a plan costs and breaks, by plain accounting.
     *
     * @param cost sum of weight times distance, over merges that are open
     * @param notKept how far the number of kept sites is from k, and kept sites that do not host themselves
     * @param closed load merged into hosts that are closed to it; a site without load counts 1
     * @param overload load beyond capacities
     * @param uncovered load that lacks to the share that must be within the cover distance
     */
    public record Account(long cost, long notKept, long closed, long overload, long uncovered) {
        /** All that is broken, in units of load. */
        public long broken() {
            return notKept + closed + overload + uncovered;
        }

        /** Whether every hard rule is kept. */
        public boolean isFeasible() {
            return broken() == 0;
        }
    }

    /** The other plan if it breaks less, or as much at less cost; else this one. */
    public ConsolidationPlan orBetter(ConsolidationPlan other, ConsolidationProblem problem) {
        Comparator<Account> better = Comparator.comparingLong(Account::broken).thenComparingLong(Account::cost);
        return better.compare(other.account(problem), account(problem)) < 0 ? other : this;
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
                closed += Math.max(1, problem.load(site));
                continue;
            }
            cost += problem.weight(site) * distance;
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
