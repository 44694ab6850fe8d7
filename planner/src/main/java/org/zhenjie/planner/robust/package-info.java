/**
 * How well plans hold when needs turn out otherwise, and when weights are set otherwise. Scores plans and sets searches off; draws
 * every random number itself, so that the same seed gives the same table on any number of threads.
 */
package org.zhenjie.planner.robust;
