package org.zhenjie.planner.teams.solve;

/** The people of a supply, as a fact. */
record Stock(int supply, int people) {}
