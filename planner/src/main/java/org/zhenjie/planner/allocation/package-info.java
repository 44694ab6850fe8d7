/**
 * What an allocation is: the {@link org.zhenjie.planner.allocation.AllocationProblem}, its
 * {@link org.zhenjie.planner.allocation.AllocationPlan} and the score by plain accounting. No search and no solver library may enter.
 */
package org.zhenjie.planner.allocation;
