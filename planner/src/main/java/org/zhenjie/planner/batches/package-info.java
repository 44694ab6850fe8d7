/**
 * Powers handed to towns in batches, under skills and training seats: the problem, its plan, a bound and the solve by dynamic programming.
 * No search library, no files.
 */
package org.zhenjie.planner.batches;
