/**
 * Contiguous grouping: units that touch are put together into connected groups of nearly equal load, near their centres. The problem,
 * its plan scored by plain accounting, the bound, and a search on plain arrays. No geometry may enter, and the search library only {@code solve}.
 */
package org.zhenjie.planner.grouping;
