package org.zhenjie.scenarios.indicator;

import java.util.List;

/**
 * How evenly posts lie over towns, measured by their staffing ratio. Towns without need do not count.
 *
 * @param mean posts of all over need of all
 * @param deviation standard deviation of the ratio about the mean, weighted by need
 * @param least lowest ratio
 * @param most highest ratio
 * @param gini mean absolute difference of the ratio between any two posts of need, by twice the mean: 0 = all alike
 */
public record Spread(double mean, double deviation, double least, double most, double gini) {

    /** Posts and need of one town. */
    public record Staffing(long posts, long need) {
        double ratio() {
            return (double) posts / need;
        }
    }

    /** The spread over towns; empty if none of them has need. */
    public static java.util.Optional<Spread> over(List<Staffing> towns) {
        List<Staffing> counted = towns.stream().filter(town -> town.need() > 0).toList();
        if (counted.isEmpty()) {
            return java.util.Optional.empty();
        }
        double need = counted.stream().mapToLong(Staffing::need).sum();
        double mean = counted.stream().mapToLong(Staffing::posts).sum() / need;
        double squares = 0;
        double differences = 0;
        for (Staffing town : counted) {
            squares += town.need() * (town.ratio() - mean) * (town.ratio() - mean);
            for (Staffing other : counted) {
                differences += (double) town.need() * other.need() * Math.abs(town.ratio() - other.ratio());
            }
        }
        return java.util.Optional.of(new Spread(
                mean,
                Math.sqrt(squares / need),
                counted.stream().mapToDouble(Staffing::ratio).min().orElseThrow(),
                counted.stream().mapToDouble(Staffing::ratio).max().orElseThrow(),
                mean == 0 ? 0 : differences / (2 * need * need * mean)));
    }
}
