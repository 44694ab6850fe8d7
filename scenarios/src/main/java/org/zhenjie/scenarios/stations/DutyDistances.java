package org.zhenjie.scenarios.stations;

import org.zhenjie.planner.consolidation.Likeness;

/** How unlike the duties of two sites are: 0 for the same duties, 1 for none in common. */
record DutyDistances(Points points) implements Distances {
    private static final int DIGITS = 6;

    @Override
    public int digits() {
        return DIGITS;
    }

    @Override
    public long[][] scaled(int digits) {
        return Likeness.distances(
                points.points().stream().map(Points.Point::duties).toList(), (long) Math.pow(10, digits));
    }
}
