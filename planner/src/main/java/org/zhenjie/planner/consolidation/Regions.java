package org.zhenjie.planner.consolidation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;

/**
 * A few neighbouring groups are taken out of a plan at a time and planned anew by annealing, with as many hosts as before; kept where
 * that is better (POPMUSIC, Taillard and Voss 2002; under capacities Stefanello, Araujo, Mueller 2015). Deterministic unless it is
 * stopped by time.
 */
final class Regions {
    private static final int FEWEST_GROUPS = 4;
    private static final int MOST_GROUPS = 12;
    private static final int MOVES_PER_SITE = 3_000;
    private static final double HEAT = 0.5;
    /** A plan with few groups is planned anew as a whole, at 1, 2, 4 or 8 times the usual heat. */
    private static final int HEATS = 4;

    private static final int DIGITS = 18;

    private final ConsolidationProblem problem;
    private final SplittableRandom random;

    Regions(ConsolidationProblem problem, long seed) {
        this.problem = problem;
        random = new SplittableRandom(seed);
    }

    /**
     * Improves a plan that keeps k sites, which host themselves.
     *
     * @param progress asked once in {@link Annealing#BLOCK} moves; it ends at 1
     */
    ConsolidationPlan improve(ConsolidationPlan start, DoubleSupplier progress) {
        ConsolidationPlan plan = start;
        while (progress.getAsDouble() < 1) {
            plan = plan.orBetter(again(plan, region(plan), progress), problem);
        }
        return plan;
    }

    /** Hosts around one of them. */
    private List<Integer> region(ConsolidationPlan plan) {
        List<Integer> kept = new ArrayList<>(plan.kept());
        int centre = kept.get(random.nextInt(kept.size()));
        int groups = random.nextInt(FEWEST_GROUPS, MOST_GROUPS + 1);
        kept.sort(Comparator.comparingLong(host -> host == centre ? -1 : problem.distances()[centre][host]));
        return kept.subList(0, Math.min(groups, kept.size()));
    }

    private ConsolidationPlan again(ConsolidationPlan plan, List<Integer> hosts, DoubleSupplier progress) {
        int[] sites = IntStream.range(0, problem.size())
                .filter(site -> hosts.contains(plan.hosts().get(site)))
                .toArray();
        ConsolidationProblem part = part(plan, sites, hosts.size());
        List<Integer> now = Arrays.stream(sites)
                .mapToObj(site -> Arrays.binarySearch(sites, plan.hosts().get(site)))
                .toList();
        double blocks = Math.max(1.0, (double) MOVES_PER_SITE * sites.length / Annealing.BLOCK);
        int[] asked = {0};
        List<Integer> then = new Annealing(part, MergeCosts.of(part), random.nextLong())
                .run(
                        new ConsolidationPlan(now),
                        hosts.size() == problem.keep() ? 1 << random.nextInt(HEATS) : HEAT,
                        () -> progress.getAsDouble() >= 1 ? 1 : Math.min(1, asked[0]++ / blocks))
                .hosts();
        List<Integer> all = new ArrayList<>(plan.hosts());
        for (int i = 0; i < sites.length; i++) {
            all.set(sites[i], sites[then.get(i)]);
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
