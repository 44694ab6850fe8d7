package org.zhenjie.planner.consolidation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Consumer;

/** Consolidations for tests, and every plan of small ones. */
public final class Sites {
    private final List<ConsolidationProblem.Site> sites = new ArrayList<>();
    private final long[][] distances;
    private OptionalLong cover = OptionalLong.empty();
    private BigDecimal share = BigDecimal.ONE;

    private Sites(int size) {
        distances = new long[size][size];
    }

    /** Sites on a line at these places, each with a load of 1 and no limit. */
    public static Sites onALine(long... places) {
        Sites made = new Sites(places.length);
        for (int i = 0; i < places.length; i++) {
            made.site(1, ConsolidationProblem.CLOSED);
            for (int j = 0; j < places.length; j++) {
                made.distances[i][j] = Math.abs(places[i] - places[j]);
            }
        }
        return made;
    }

    /** Sites drawn at random in a square, with loads, and capacities for as many hosts as given if they fill them to nine tenths. */
    public static Sites drawn(int size, int hosts, long seed) {
        Random random = new Random(seed);
        Sites made = new Sites(size);
        int[][] places = new int[size][];
        long total = 0;
        for (int i = 0; i < size; i++) {
            places[i] = new int[] {random.nextInt(100), random.nextInt(100)};
            long load = random.nextInt(20);
            total += load;
            made.site(load, ConsolidationProblem.CLOSED);
            for (int j = 0; j < i; j++) {
                made.distances[i][j] = Math.abs(places[i][0] - places[j][0]) + Math.abs(places[i][1] - places[j][1]);
                made.distances[j][i] = made.distances[i][j];
            }
        }
        return hosts == 0 ? made : made.capacity(Math.max(20, total * 10 / 9 / hosts + 1));
    }

    private void site(long load, long capacity) {
        sites.add(new ConsolidationProblem.Site("s" + sites.size(), load, capacity));
    }

    public Sites load(int site, long load) {
        sites.set(
                site,
                new ConsolidationProblem.Site("s" + site, load, sites.get(site).capacity()));
        return this;
    }

    public Sites capacity(long capacity) {
        sites.replaceAll(site -> new ConsolidationProblem.Site(site.id(), site.load(), capacity));
        return this;
    }

    public Sites closed(int site, int host) {
        distances[site][host] = ConsolidationProblem.CLOSED;
        return this;
    }

    public Sites cover(long distance, String share) {
        cover = OptionalLong.of(distance);
        this.share = new BigDecimal(share);
        return this;
    }

    public ConsolidationProblem keep(int keep) {
        return new ConsolidationProblem(sites, distances, keep, cover, share);
    }

    /** The least cost of all plans that keep the rules; empty where none does. */
    public static OptionalLong least(ConsolidationProblem problem) {
        long[] least = {Long.MAX_VALUE};
        everyPlan(problem, plan -> {
            ConsolidationPlan.Account account = plan.account(problem);
            if (account.isFeasible()) {
                least[0] = Math.min(least[0], account.cost());
            }
        });
        return least[0] == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(least[0]);
    }

    private static void everyPlan(ConsolidationProblem problem, Consumer<ConsolidationPlan> each) {
        for (int set = 0; set < 1 << problem.size(); set++) {
            if (Integer.bitCount(set) == problem.keep()) {
                assign(problem, set, new ArrayList<>(), each);
            }
        }
    }

    private static void assign(
            ConsolidationProblem problem, int set, List<Integer> hosts, Consumer<ConsolidationPlan> each) {
        int site = hosts.size();
        if (site == problem.size()) {
            each.accept(new ConsolidationPlan(hosts));
            return;
        }
        for (int host = 0; host < problem.size(); host++) {
            boolean kept = (set >> host & 1) == 1;
            boolean mayHost = (set >> site & 1) == 1 ? host == site : kept;
            if (mayHost) {
                hosts.add(host);
                assign(problem, set, hosts, each);
                hosts.remove(site);
            }
        }
    }
}
