package org.zhenjie.scenarios.stations;

import org.zhenjie.scenarios.tables.Scale;

/** Distances between all sites, in whole numbers of a unit that is the table's divided by a power of ten. */
interface Distances {

    /** The scale that keeps what is known of every distance, or as much as whole numbers hold. */
    Scale scale();

    /**
     * The distances in whole numbers.
     *
     * @param scale no finer than that of {@link #scale()}; what is beyond is rounded half up
     * @return a square; {@link org.zhenjie.planner.consolidation.ConsolidationProblem#CLOSED} where there is no way
     */
    long[][] scaled(Scale scale);
}
