package org.zhenjie.scenarios.stations;

import java.math.BigDecimal;
import java.util.function.BiConsumer;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.consolidation.ConsolidationResult;
import org.zhenjie.planner.consolidation.solve.ConsolidationSolve;

/** One solve of stations; run it once, cancel it from any thread. */
public final class StationsPlanning {
    private final Stations stations;
    private final ConsolidationSolve solve;

    /** A planning that has not begun. */
    public StationsPlanning(Stations stations, SolveOptions options) {
        this.stations = stations;
        this.solve = new ConsolidationSolve(stations.problem(), options);
    }

    /**
     * Solves until a limit is reached, the bound is met or it is cancelled.
     *
     * @param progress hears of the cost of the best plan and of the bound, in the tables' units
     */
    public ConsolidationResult run(BiConsumer<BigDecimal, BigDecimal> progress) {
        return solve.run((cost, bound) -> progress.accept(stations.cost(cost), stations.cost(bound)));
    }

    /** Ends the solve at once; {@link #run} then returns the best plan so far. */
    public void cancel() {
        solve.cancel();
    }
}
