package org.zhenjie.planner.consolidation.solve;

/** Most load that may lie beyond the cover distance, as a fact. */
record CoverLimit(long mostBeyond) {}
