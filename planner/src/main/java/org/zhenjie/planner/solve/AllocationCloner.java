package org.zhenjie.planner.solve;

import org.optaplanner.core.api.domain.solution.cloner.SolutionCloner;

/** Copies decisions and shares facts; the search copies each better plan, so that reflection would cost more than the moves. */
public final class AllocationCloner implements SolutionCloner<AllocationSolution> {

    @Override
    public AllocationSolution cloneSolution(AllocationSolution original) {
        return original.copy();
    }
}
