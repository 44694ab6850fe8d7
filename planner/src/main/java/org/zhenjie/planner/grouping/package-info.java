/**
 * Contiguous grouping: units that touch are put together into connected groups of nearly equal load, near their centres. The problem,
 * its plan scored by plain accounting, the bound, and the search on plain arrays. No geometry and no search library may enter.
 */
package org.zhenjie.planner.grouping;
