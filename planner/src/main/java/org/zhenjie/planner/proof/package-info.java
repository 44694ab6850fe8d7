/**
 * Allocations handed to the exact solver: the problem as an integer program, and what the answer proves of its plans. It knows the problem and
 * the solver's seam; no search and no yardstick may enter, so that each can be checked against it.
 */
package org.zhenjie.planner.proof;
