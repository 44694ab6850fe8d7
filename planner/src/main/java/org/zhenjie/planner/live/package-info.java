/**
 * A plan that bends while people talk about it: changes of the problem go into a running solve, and the plan stays near the last one.
 * Uses the search, the yardsticks and the explanations; knows no scenario.
 */
package org.zhenjie.planner.live;
