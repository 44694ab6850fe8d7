package org.zhenjie.gis.coverage;

/**
 * From where on something is a finding.
 *
 * @param leastArea overlaps, gaps and strips outside a county that are smaller are left out as rounding, m²
 * @param sliverWidth an overlap or gap whose mean width (twice its area over its perimeter) is less is a sliver, and a strip
 *     outside a county is left out, metres
 * @param matchWidth borders that run nearer to each other than this without being the same are a mismatch, metres
 */
public record Tolerances(double leastArea, double sliverWidth, double matchWidth) {
    /** 1 m², 5 m, 1 m. */
    public static final Tolerances DEFAULT = new Tolerances(1, 5, 1);

    /** @throws IllegalArgumentException if one is negative or no number */
    public Tolerances {
        if (!(leastArea >= 0) || !(sliverWidth >= 0) || !(matchWidth >= 0)) {
            throw new IllegalArgumentException("tolerances are 0 or more");
        }
    }
}
