package org.zhenjie.planner.sample;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.zhenjie.planner.consolidation.ConsolidationProblem;
import org.zhenjie.planner.consolidation.ConsolidationProblem.Site;

/**
 * A made-up consolidation: sites on a road network or in a square, with or without a capacity.
 *
 * @param name what it is called
 * @param sites how many sites, 2 or more
 * @param keep how many stay
 * @param roads whether distances are shortest ways over roads of 1 to 100 between about a fiftieth of all pairs, else straight lines
 * @param used share of the capacity of the kept sites that all load takes; 0 = no capacity, and every site counts 1
 */
public record SiteDraw(String name, int sites, int keep, boolean roads, double used) {
    private static final int SIDE = 100_000;
    private static final int MOST_ROAD = 100;
    private static final int MOST_LOAD = 20;

    /** Sizes as they are usual in the literature on the p-median, and beyond. */
    public static final List<SiteDraw> USUAL = List.of(
            new SiteDraw("roads", 100, 10, true, 0),
            new SiteDraw("roads", 400, 5, true, 0),
            new SiteDraw("roads", 400, 133, true, 0),
            new SiteDraw("roads", 900, 10, true, 0),
            new SiteDraw("roads", 900, 90, true, 0),
            new SiteDraw("roads", 900, 200, true, 0),
            new SiteDraw("square", 3_000, 50, false, 0),
            new SiteDraw("square", 3_000, 300, false, 0),
            new SiteDraw("capacity", 50, 5, false, 0.9),
            new SiteDraw("capacity", 100, 10, false, 0.95),
            new SiteDraw("capacity", 300, 30, false, 0.95),
            new SiteDraw("capacity", 400, 40, false, 0.97));

    /** The problem; the same for the same seed. */
    public ConsolidationProblem problem(long seed) {
        Random random = new Random(seed * 31 + sites * 7L + keep);
        long[][] distances = roads ? ways(random) : lines(random);
        long[] loads = random.longs(sites, 1, used > 0 ? MOST_LOAD + 1 : 2).toArray();
        long capacity =
                used > 0 ? (long) Math.ceil(Arrays.stream(loads).sum() / (used * keep)) : ConsolidationProblem.CLOSED;
        List<Site> drawn = new ArrayList<>();
        for (int site = 0; site < sites; site++) {
            drawn.add(new Site("s" + site, loads[site], capacity));
        }
        return new ConsolidationProblem(drawn, distances, keep, OptionalLong.empty(), BigDecimal.ONE);
    }

    private long[][] lines(Random random) {
        int[] x = random.ints(sites, 0, SIDE).toArray();
        int[] y = random.ints(sites, 0, SIDE).toArray();
        long[][] distances = new long[sites][sites];
        for (int i = 0; i < sites; i++) {
            for (int j = 0; j < sites; j++) {
                distances[i][j] = Math.round(StrictMath.hypot(x[i] - x[j], y[i] - y[j]));
            }
        }
        return distances;
    }

    private long[][] ways(Random random) {
        long[][] ways = new long[sites][sites];
        for (int i = 0; i < sites; i++) {
            Arrays.fill(ways[i], ConsolidationProblem.CLOSED);
            ways[i][i] = 0;
        }
        for (int i = 1; i < sites; i++) {
            road(ways, i, random.nextInt(i), random);
        }
        for (int more = sites * sites / 50 - sites; more > 0; more--) {
            road(ways, random.nextInt(sites), random.nextInt(sites), random);
        }
        for (int over = 0; over < sites; over++) {
            for (int i = 0; i < sites; i++) {
                for (int j = 0; j < sites; j++) {
                    ways[i][j] = Math.min(ways[i][j], ways[i][over] + ways[over][j]);
                }
            }
        }
        return ways;
    }

    private static void road(long[][] ways, int from, int to, Random random) {
        long length = 1 + random.nextInt(MOST_ROAD);
        if (from != to) {
            ways[from][to] = Math.min(ways[from][to], length);
            ways[to][from] = ways[from][to];
        }
    }
}
