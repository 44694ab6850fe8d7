/** The search for consolidations by OptaPlanner. Its entities mutate within one solve and never leave it. */
package org.zhenjie.planner.consolidation.solve;
