/**
 * Why a plan is as it is: what a change would cost, which hard rule forbids it, and which rules cannot hold together. Counts with
 * {@link org.zhenjie.planner.allocation.PlanScore} and asks the yardsticks; knows no search.
 */
package org.zhenjie.planner.explain;
