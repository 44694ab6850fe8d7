/** The last search for teams by OptaPlanner. Its entities mutate within one solve and never leave it. */
package org.zhenjie.planner.teams.solve;
