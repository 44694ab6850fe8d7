package org.zhenjie.planner.consolidation;

import java.util.List;
import java.util.Set;

/** How alike two sets of duties are (Jaccard 1901). */
public final class Likeness {
    private Likeness() {}

    /**
     * Distances by duties: 1 - (duties in common / duties of both together); two sites without any duty are alike.
     *
     * @param duties codes of each site's duties
     * @param scale what a distance of 1 becomes; distances are rounded half up
     */
    public static long[][] distances(List<Set<String>> duties, long scale) {
        long[][] distances = new long[duties.size()][duties.size()];
        for (int i = 0; i < distances.length; i++) {
            for (int j = 0; j < i; j++) {
                distances[i][j] = distance(duties.get(i), duties.get(j), scale);
                distances[j][i] = distances[i][j];
            }
        }
        return distances;
    }

    private static long distance(Set<String> one, Set<String> other, long scale) {
        long common = one.stream().filter(other::contains).count();
        long all = one.size() + other.size() - common;
        return all == 0 ? 0 : (2 * scale * (all - common) + all) / (2 * all);
    }
}
