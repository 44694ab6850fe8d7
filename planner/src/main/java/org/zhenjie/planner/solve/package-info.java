/**
 * The search by OptaPlanner: planning entities, constraints, moves and {@link org.zhenjie.planner.solve.AllocationSolve}.
 * With {@code search} the only room that may name OptaPlanner. Its entities mutate within one solve and never leave it.
 */
package org.zhenjie.planner.solve;
