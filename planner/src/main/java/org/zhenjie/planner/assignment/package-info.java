/**
 * Generalized assignment: which worker does each task, within the workers' capacities, at the least total cost. The problem, its
 * plan scored by plain accounting, the bounds, and an annealing on plain arrays. No search library may enter.
 */
package org.zhenjie.planner.assignment;
