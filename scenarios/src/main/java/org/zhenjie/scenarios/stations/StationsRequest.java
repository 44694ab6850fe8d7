package org.zhenjie.scenarios.stations;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is asked for; see {@code docs/command-line.md}.
 *
 * @param points table with {@code id} and perhaps {@code load}, {@code x}, {@code y}, {@code lon}, {@code lat}, {@code capacity}
 * @param distances table with {@code from}, {@code to}, {@code distance}; without it, straight lines count
 * @param shortestPaths whether distances are lengths of roads between neighbours, to be joined to the shortest ways
 * @param keep how many sites stay
 * @param cover cover distance: km, or the unit of the table of distances
 * @param coverShare share of all load to lie within the cover distance, 0 to 1
 * @param capacity most load of a host whose row gives none
 */
public record StationsRequest(
        Path points,
        Optional<Path> distances,
        boolean shortestPaths,
        long keep,
        Optional<BigDecimal> cover,
        BigDecimal coverShare,
        Optional<BigDecimal> capacity) {}
