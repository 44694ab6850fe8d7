package org.zhenjie.planner.assignment.solve;

/** A worker's capacity, as a fact. */
record Capacity(int worker, long most) {}
