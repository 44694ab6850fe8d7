package org.zhenjie.planner.sample;

import java.util.Optional;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.Rule;

/**
 * A made-up region of whole cities: each has counties of neighbouring towns, departments with staff blocks at the county seat and at
 * branches, a city pool and county pools of each quota type. Towns need about twice the posts that they hold, and what pools and
 * departments can give is less than what lacks, as in a region that has to plan.
 *
 * @param name of the instance, for tables
 * @param towns towns in all
 * @param townsInCity towns in a city, about; with {@code uneven} cities have a quarter of it to twice as many
 * @param posts posts and people that can be given in all: so many per town are held before, one and a half times as many
 * @param poolShare share of them that are pool posts; the rest are people in blocks. 1 = no blocks
 * @param largestBlock people in the largest blocks; small ones are the most
 * @param uneven whether cities, counties, reach and ceilings differ widely
 */
public record Region(
        String name, int towns, int townsInCity, int posts, double poolShare, int largestBlock, boolean uneven) {

    /** One city of the size of the report's Shanwei: 51 towns, 2,646 posts. */
    public static final Region CITY = new Region("city", 51, 51, 2_646, 0.15, 6, false);

    /** A province: 1,600 towns, 80,000 posts. */
    public static final Region PROVINCE = new Region("province", 1_600, 100, 80_000, 0.15, 6, false);

    /** The country: 38,000 towns, 2 million posts. */
    public static final Region COUNTRY = new Region("country", 38_000, 100, 2_000_000, 0.15, 6, false);

    /** The same region with pools alone. */
    public Region poolsOnly() {
        return new Region(name + "-pools", towns, townsInCity, posts, 1, largestBlock, uneven);
    }

    /** The same region with cities, counties, blocks and ceilings of all kinds. */
    public Region mixed() {
        return new Region(name + "-mixed", towns, townsInCity, posts, poolShare, 2 * largestBlock, true);
    }

    /** The problem of a seed; each city is drawn from a seed of its own. */
    public AllocationProblem problem(long seed) {
        RegionBuilder builder = new RegionBuilder();
        int left = towns;
        for (int city = 0; left > 0; city++) {
            CityDraw draw = new CityDraw(this, seed, city);
            int number = Math.min(left, draw.towns());
            // a last city of very few towns joins the one before it
            number = left - number < Math.min(8, townsInCity) ? left : number;
            draw.build(builder, number);
            left -= number;
        }
        return builder.problem();
    }

    /** Ids of the platforms. */
    static final java.util.List<String> PLATFORMS =
            java.util.List.of("governance", "public-service", "law-enforcement", "emergency");

    /** Ids of the quota types. */
    static final java.util.List<String> TYPES = java.util.List.of("administrative", "institution", "political-legal");

    /** The lists of a problem as they grow. */
    static final class RegionBuilder {
        final java.util.List<String> counties = new java.util.ArrayList<>();
        final java.util.List<AllocationProblem.Town> towns = new java.util.ArrayList<>();
        final java.util.List<AllocationProblem.Held> held = new java.util.ArrayList<>();
        final java.util.List<AllocationProblem.Pool> pools = new java.util.ArrayList<>();
        final java.util.List<AllocationProblem.Department> departments = new java.util.ArrayList<>();
        final java.util.List<AllocationProblem.Block> blocks = new java.util.ArrayList<>();

        AllocationProblem problem() {
            return new AllocationProblem(
                    PLATFORMS,
                    TYPES,
                    counties,
                    towns,
                    held,
                    pools,
                    departments,
                    blocks,
                    java.util.List.of(),
                    java.util.List.of(),
                    Optional.empty(),
                    java.util.Map.of(Rule.S1, 100L, Rule.S2, 20L, Rule.S3, 1L, Rule.S4, 2_000L),
                    java.util.Set.of());
        }
    }
}
