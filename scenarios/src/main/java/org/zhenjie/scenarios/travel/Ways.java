package org.zhenjie.scenarios.travel;

import java.util.Arrays;
import java.util.List;

/** Lengths of ways between places; the way back is as long. */
public interface Ways {
    /** Straight lines in metres. */
    Ways STRAIGHT = new StraightWays();

    /**
     * Lengths of the shortest ways, or of the quickest ones in minutes.
     *
     * @return one for each place to go to; {@link Double#POSITIVE_INFINITY} where there is no way, or none that can be
     *     counted in the measure
     */
    double[] lengths(Place from, List<Place> to, Measure measure);

    /** Metres of the shortest way. */
    default double metres(Place from, Place to) {
        return lengths(from, List.of(to), Measure.METRES)[0];
    }

    /** Straight lines say nothing of minutes. */
    record StraightWays() implements Ways {
        @Override
        public double[] lengths(Place from, List<Place> to, Measure measure) {
            double[] lengths = new double[to.size()];
            Arrays.setAll(
                    lengths,
                    i -> measure == Measure.METRES
                            ? from.at().distance(to.get(i).at())
                            : Double.POSITIVE_INFINITY);
            return lengths;
        }
    }
}
