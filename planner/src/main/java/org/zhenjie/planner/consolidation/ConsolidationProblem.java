package org.zhenjie.planner.consolidation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * Sites of which some stay; each merges into one that stays, a kept site into itself. Least sum of load times distance
 * (p-median), within capacities and a cover distance.
 *
 * <p>Loads and distances are whole numbers in a unit of the caller's choice.
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

    /**
     * A site.
     *
     * @param id unique
     * @param load w_i, 0 or more
     * @param capacity Q_host: most load it can host, its own among it; {@link #CLOSED} = no limit
     */
    public record Site(String id, long load, long capacity) {}

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
        boolean beyondCover =
                cover.isPresent() && coveredShare.compareTo(BigDecimal.ONE) >= 0 && distance > cover.getAsLong();
        return distance < CLOSED && !beyondCover;
    }
}
