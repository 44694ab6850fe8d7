package org.zhenjie.scenarios.travel;

import java.util.List;
import org.zhenjie.gis.network.Cost;
import org.zhenjie.gis.network.RoadNetwork;

/** Ways over a network of roads. */
public record RoadWays(RoadNetwork network) implements Ways {
    @Override
    public double[] lengths(Place from, List<Place> to, Measure measure) {
        return network.lengths(
                from.at(), to.stream().map(Place::at).toList(), measure == Measure.METRES ? Cost.METRES : Cost.MINUTES);
    }
}
