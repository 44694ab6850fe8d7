package org.zhenjie.scenarios.stations;

import org.zhenjie.planner.consolidation.Likeness;
import org.zhenjie.scenarios.tables.Scale;

/** How unlike the duties of two sites are: 0 for the same duties, 1 for none in common. */
record DutyDistances(Points points) implements Distances {
    private static final Scale DIGITS = new Scale(6);

    @Override
    public Scale scale() {
        return DIGITS;
    }

    @Override
    public long[][] scaled(Scale scale) {
        return Likeness.distances(
                points.points().stream().map(Points.Point::duties).toList(), (long) Math.pow(10, scale.digits()));
    }
}
