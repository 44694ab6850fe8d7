/** The last search for assignments by OptaPlanner. Its entities mutate within one solve and never leave it. */
package org.zhenjie.planner.assignment.solve;
