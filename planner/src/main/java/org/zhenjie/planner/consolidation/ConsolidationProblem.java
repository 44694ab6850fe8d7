package org.zhenjie.planner.consolidation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * Sites of which some stay; each merges into one that stays, a kept site into itself. Least sum of weight times distance
 * (p-median), within capacities and a cover distance.
 *
 * <p>Weights, loads and distances are whole numbers in a unit of the caller's choice, such that {@link #dearest()} stays below
 * {@link #MOST_COST}.
 *
 * @param sites the sites I
 * @param distances {@code distances[i][j]} from site i to host j, 0 or more; {@link #CLOSED} where i must not merge into j; 0 on the
 *     diagonal. Not copied: the caller leaves it alone
 * @param keep k, how many sites stay; 1 to the number of sites
 * @param cover cover distance R, if there is one
 * @param coveredShare share of all load that must lie within R of its host, 0 to 1
 */
public record ConsolidationProblem(
        List<Site> sites, long[][] distances, int keep, OptionalLong cover, BigDecimal coveredShare) {

    /** Stands for 'must not merge'. */
    public static final long CLOSED = Long.MAX_VALUE / 4;

    /** The cost of no plan may come to more: sums of many of these still fit, and doubles hold them exactly. */
    public static final long MOST_COST = 1_000_000_000_000_000L;

    /**
     * A site.
     *
     * @param id unique
     * @param weight w_i, what its distance counts with; 0 or more
     * @param load what it takes of its host's capacity and counts with for the cover; 0 or more
     * @param capacity Q_host: most load it can host, its own among it; {@link #CLOSED} = no limit
     */
    public record Site(String id, long weight, long load, long capacity) {
        /** A site whose distance counts with its load. */
        public Site(String id, long load, long capacity) {
            this(id, load, load, capacity);
        }
    }

    public ConsolidationProblem {
        sites = List.copyOf(sites);
        int size = sites.size();
        if (keep < 1 || keep > size) {
            throw new IllegalArgumentException("keep " + keep + " of " + size + " sites");
        }
        if (distances.length != size || Arrays.stream(distances).anyMatch(row -> row.length != size)) {
            throw new IllegalArgumentException("distances are not a square of " + size);
        }
    }

    /** Number of sites. */
    public int size() {
        return sites.size();
    }

    /** Weight of a site's distance. */
    public long weight(int site) {
        return sites.get(site).weight();
    }

    /** Load of a site. */
    public long load(int site) {
        return sites.get(site).load();
    }

    /** Load of all sites. */
    public long totalLoad() {
        return sites.stream().mapToLong(Site::load).sum();
    }

    /** Whether some capacity can bind. */
    public boolean isCapacitated() {
        long total = totalLoad();
        return sites.stream().anyMatch(site -> site.capacity() < total);
    }

    /** Whether it can be told at once that no plan keeps the capacities: the k greatest together hold less than all load. */
    public boolean lacksRoom() {
        long total = totalLoad();
        long room = 0;
        long[] capacities = sites.stream().mapToLong(Site::capacity).sorted().toArray();
        for (int i = capacities.length - keep; i < capacities.length && room < total; i++) {
            room += Math.min(total, capacities[i]);
        }
        return room < total;
    }

    /** What the dearest plan without a closed merge costs. */
    public long dearest() {
        long sum = 0;
        for (int site = 0; site < size(); site++) {
            long most = 0;
            for (int host = 0; host < size(); host++) {
                most = isOpen(site, host) ? Math.max(most, weight(site) * distances[site][host]) : most;
            }
            sum += most;
        }
        return sum;
    }

    /** The same problem where all load has to lie within the cover distance. */
    public ConsolidationProblem coveringAll() {
        return new ConsolidationProblem(sites, distances, keep, cover, BigDecimal.ONE);
    }

    /** The same problem with another number of sites that stay. */
    public ConsolidationProblem keeping(int number) {
        return new ConsolidationProblem(sites, distances, number, cover, coveredShare);
    }

    /** Load that must lie within the cover distance; 0 where there is none. */
    public long loadToCover() {
        return cover.isEmpty()
                ? 0
                : coveredShare
                        .multiply(BigDecimal.valueOf(totalLoad()))
                        .setScale(0, RoundingMode.CEILING)
                        .longValueExact();
    }

    /** Whether a site may merge into a host at all: open, and within the cover distance where all load must be. */
    public boolean isOpen(int site, int host) {
        long distance = distances[site][host];
        return distance < CLOSED && (load(site) == 0 || distance <= farthest());
    }

    /** How far a site with load may merge at most: the cover distance where all load must lie within it. */
    long farthest() {
        return cover.isPresent() && coveredShare.compareTo(BigDecimal.ONE) >= 0 ? cover.getAsLong() : CLOSED;
    }
}
