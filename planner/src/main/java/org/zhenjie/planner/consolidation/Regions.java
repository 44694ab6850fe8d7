package org.zhenjie.planner.consolidation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * A few groups are taken out of a plan and planned anew by annealing, with as many hosts as before; kept where that is better
 * (POPMUSIC, Taillard and Voss 2002; under capacities Stefanello, Araujo, Mueller 2015). Most often they are neighbours; sometimes
 * they lie around two places, so that a host can go from one to the other. Two regions at a time, side by side, apart from each other
 * where the plan is large enough. Deterministic unless it is stopped.
 */
final class Regions {
    private static final int FEWEST_GROUPS = 4;
    private static final int MOST_GROUPS = 20;
    private static final int MOVES_PER_SITE = 800;
    /** One region in so many lies around two places. */
    private static final int TWO_PLACES = 3;
    /** A plan with few groups is planned anew as a whole, at 1, 2, 4 or 8 times the usual heat. */
    private static final int HEATS = 4;

    private static final int DIGITS = 18;

    private final ConsolidationProblem problem;
    private final SplittableRandom random;
    private final BooleanSupplier stop;

    /** @param stop asked from two threads: true ends it with the plan so far */
    Regions(ConsolidationProblem problem, long seed, BooleanSupplier stop) {
        this.problem = problem;
        this.stop = stop;
        random = new SplittableRandom(seed);
    }

    /** Groups of a plan, and how they are planned anew. */
    private record Region(List<Integer> hosts, int[] sites, int heat, long seed) {
        /** The hotter, the longer. */
        long blocks() {
            return (long) MOVES_PER_SITE * heat * sites.length / Annealing.BLOCK;
        }
    }

    /**
     * Improves a plan that keeps k sites, which host themselves.
     *
     * @param mostBlocks blocks of {@link Annealing#BLOCK} moves to make on each thread; the last regions are finished
     * @param enough a plan that keeps the rules and costs no more ends it
     */
    ConsolidationPlan improve(ConsolidationPlan start, long mostBlocks, long enough) {
        ConsolidationPlan plan = start;
        long done = 0;
        while (done < mostBlocks && !stop.getAsBoolean() && !isEnough(plan, enough)) {
            List<Integer> kept = new ArrayList<>(plan.kept());
            Region one = region(plan, kept);
            if (kept.size() >= one.hosts().size() + FEWEST_GROUPS) {
                kept.removeAll(one.hosts());
            }
            Region other = region(plan, kept);
            long blocks = Math.max(1, (one.blocks() + other.blocks()) / 2);
            plan = again(plan, one, other, blocks);
            done += blocks;
        }
        return plan;
    }

    private boolean isEnough(ConsolidationPlan plan, long enough) {
        ConsolidationPlan.Account account = plan.account(problem);
        return account.isFeasible() && account.cost() <= enough;
    }

    private Region region(ConsolidationPlan plan, List<Integer> among) {
        int groups = Math.min(among.size(), random.nextInt(FEWEST_GROUPS, MOST_GROUPS + 1));
        List<Integer> left = new ArrayList<>(among);
        List<Integer> hosts = new ArrayList<>();
        if (random.nextInt(TWO_PLACES) == 0) {
            hosts.addAll(around(left, groups / 2));
            left.removeAll(hosts);
        }
        hosts.addAll(around(left, groups - hosts.size()));
        int[] sites = IntStream.range(0, problem.size())
                .filter(site -> hosts.contains(plan.hosts().get(site)))
                .toArray();
        int heat = hosts.size() == problem.keep() ? 1 << random.nextInt(HEATS) : 1;
        return new Region(hosts, sites, heat, random.nextLong());
    }

    /** So many of these hosts around one of them. */
    private List<Integer> around(List<Integer> hosts, int number) {
        int centre = hosts.get(random.nextInt(hosts.size()));
        return hosts.stream()
                .sorted(Comparator.comparingLong(host -> host == centre ? -1 : problem.distances()[centre][host]))
                .limit(number)
                .toList();
    }

    /** The plan with one, the other or both planned anew, whichever is best; both go together where they lie apart. */
    private ConsolidationPlan again(ConsolidationPlan plan, Region one, Region other, long blocks) {
        List<List<Integer>> hosts =
                SideBySide.both(() -> annealed(plan, one, blocks), () -> annealed(plan, other, blocks));
        ConsolidationPlan first = with(plan, one, hosts.get(0));
        return plan.orBetter(first, problem)
                .orBetter(with(plan, other, hosts.get(1)), problem)
                .orBetter(with(first, other, hosts.get(1)), problem);
    }

    /** The hosts of a region's sites when it is planned anew. */
    private List<Integer> annealed(ConsolidationPlan plan, Region region, long blocks) {
        int[] sites = region.sites();
        ConsolidationProblem part = part(plan, sites, region.hosts().size());
        List<Integer> now = Arrays.stream(sites)
                .mapToObj(site -> Arrays.binarySearch(sites, plan.hosts().get(site)))
                .toList();
        long[] asked = {0};
        return new Annealing(part, MergeCosts.of(part), region.seed())
                        .run(
                                new ConsolidationPlan(now),
                                region.heat(),
                                () -> stop.getAsBoolean() ? 1 : Math.min(1, (double) asked[0]++ / blocks))
                        .hosts()
                        .stream()
                        .map(host -> sites[host])
                        .toList();
    }

    private static ConsolidationPlan with(ConsolidationPlan plan, Region region, List<Integer> hosts) {
        List<Integer> all = new ArrayList<>(plan.hosts());
        for (int i = 0; i < hosts.size(); i++) {
            all.set(region.sites()[i], hosts.get(i));
        }
        return new ConsolidationPlan(all);
    }

    private ConsolidationProblem part(ConsolidationPlan plan, int[] sites, int keep) {
        long[][] distances = new long[sites.length][sites.length];
        for (int i = 0; i < sites.length; i++) {
            for (int j = 0; j < sites.length; j++) {
                distances[i][j] = problem.distances()[sites[i]][sites[j]];
            }
        }
        List<ConsolidationProblem.Site> of =
                Arrays.stream(sites).mapToObj(problem.sites()::get).toList();
        return new ConsolidationProblem(of, distances, keep, problem.cover(), shareToCover(plan, sites));
    }

    /** What the part must cover, so that with the rest of the plan enough is covered; all of it at most. */
    private BigDecimal shareToCover(ConsolidationPlan plan, int[] sites) {
        long load = Arrays.stream(sites).mapToLong(problem::load).sum();
        if (problem.loadToCover() == problem.totalLoad() || load == 0) {
            return problem.coveredShare();
        }
        long outside = IntStream.range(0, problem.size())
                .filter(site -> Arrays.binarySearch(sites, site) < 0 && isCovered(plan, site))
                .mapToLong(problem::load)
                .sum();
        long needed = Math.max(0, Math.min(load, problem.loadToCover() - outside));
        // rounded down, as the load to cover is rounded up
        return BigDecimal.valueOf(needed).divide(BigDecimal.valueOf(load), DIGITS, RoundingMode.DOWN);
    }

    private boolean isCovered(ConsolidationPlan plan, int site) {
        OptionalLong cover = problem.cover();
        return cover.isEmpty() || problem.distances()[site][plan.hosts().get(site)] <= cover.getAsLong();
    }
}
