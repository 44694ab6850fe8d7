package org.zhenjie.scenarios.stations;

/** Distances between all sites, in whole numbers of a unit that is the table's divided by a power of ten. */
interface Distances {

    /** Digits behind the point that are needed to give every distance as it stands. */
    int digits();

    /**
     * The distances in whole numbers.
     *
     * @param digits digits behind the point that are kept; what is beyond is rounded half up
     * @return a square; {@link org.zhenjie.planner.consolidation.ConsolidationProblem#CLOSED} where there is no way
     */
    long[][] scaled(int digits);
}
