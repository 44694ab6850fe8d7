/** The last search for groupings by OptaPlanner. Its entities mutate within one solve and never leave it. */
package org.zhenjie.planner.grouping.solve;
