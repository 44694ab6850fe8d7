package org.zhenjie.planner.consolidation.solve;

/** A site's capacity, as a fact. */
record Host(int site, long capacity) {}
