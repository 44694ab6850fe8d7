/**
 * Generalized assignment: which worker does each task, within the workers' capacities, at the least total cost. The problem, its
 * plan scored by plain accounting, the bounds, and a search on plain arrays. No search library may enter; {@code solve} has it.
 */
package org.zhenjie.planner.assignment;
