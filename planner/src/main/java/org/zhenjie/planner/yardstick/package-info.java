/**
 * Exact answers and bounds that plans are held against, and what a person would do by hand. Shares no code with the solver's
 * constraints; knows only the problem and plan records.
 */
package org.zhenjie.planner.yardstick;
