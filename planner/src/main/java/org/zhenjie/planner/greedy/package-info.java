/**
 * Greedy marginal allocation, a yardstick that needs no more than the problem: best where there is one pool, and what a pool-by-pool view costs
 * where there are several. No search may enter.
 */
package org.zhenjie.planner.greedy;
