package org.zhenjie.scenarios.stations;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is asked for; see {@code docs/command-line.md}.
 *
 * @param points table with {@code id} and perhaps {@code load}, {@code weight}, {@code x}, {@code y}, {@code lon}, {@code lat},
 *     {@code capacity}, {@code county}, {@code duties}
 * @param distances table with {@code from}, {@code to}, {@code distance}; without it, straight lines count
 * @param shortestPaths whether distances are lengths of roads between neighbours, to be joined to the shortest ways
 * @param byDuties whether distances are unlikenesses of duties, instead of ways
 * @param acrossCounties whether a site may merge into one of another county where the table gives counties
 * @param keepLeast how many sites stay
 * @param keepMost the same, or more for a frontier of every number between
 * @param cover cover distance: km, or the unit of the table of distances
 * @param coverShare share of all load to lie within the cover distance, 0 to 1
 * @param capacity most load of a host whose row gives none
 */
public record StationsRequest(
        Path points,
        Optional<Path> distances,
        boolean shortestPaths,
        boolean byDuties,
        boolean acrossCounties,
        long keepLeast,
        long keepMost,
        Optional<BigDecimal> cover,
        BigDecimal coverShare,
        Optional<BigDecimal> capacity) {}
