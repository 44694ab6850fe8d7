package org.zhenjie.planner.yardstick;

import java.util.Map;
import java.util.Optional;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.PlanScore;
import org.zhenjie.planner.allocation.Yardstick;

/** The least shortfall, and the least soft cost at that shortfall, of a problem with blocks taken as single people. */
public final class RelaxationBound {

    private RelaxationBound() {}

    /**
     * The yardstick of a problem.
     *
     * @return empty when already the relaxation cannot keep the hard rules: then no plan can
     */
    public static Optional<Yardstick> of(AllocationProblem problem) {
        AllocationNetwork network = AllocationNetwork.solve(problem, Map.of());
        if (!network.isFeasible()) {
            return Optional.empty();
        }
        AllocationPlan hamilton = Apportionment.of(problem, Apportionment.Method.HAMILTON);
        long hamiltonCost = -PlanScore.of(problem, hamilton).score().soft();
        return Optional.of(new Yardstick(network.shortfall(), network.cost(), hamiltonCost, network.isExact()));
    }
}
