/**
 * Allocation of pool posts and devolved staff to towns: the {@link org.zhenjie.planner.allocation.AllocationProblem}, its
 * {@link org.zhenjie.planner.allocation.AllocationPlan}, the score by plain accounting and the solver.
 * What is exact or a bound lives in {@code org.zhenjie.planner.yardstick} and shares no code with the solver's constraints.
 */
package org.zhenjie.planner.allocation;
