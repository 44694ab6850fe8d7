/**
 * How every problem here is searched by OptaPlanner: limits, seed, cancelling, progress. Knows no problem in particular.
 */
package org.zhenjie.planner.search;
