package org.zhenjie.planner.grouping.solve;

/** A group's number and its least load, as a fact. */
record Group(int number, long least) {}
