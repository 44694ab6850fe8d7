/**
 * Plans explained in words, English and Chinese: what each rule costs in a town, of a pool, of a staff block; what a change would
 * cost and what forbids it; which rules cannot hold together. What is counted is the planner's; nothing is printed or drawn here.
 */
package org.zhenjie.scenarios.explain;
