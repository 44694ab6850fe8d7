package org.zhenjie.planner.teams.solve;

/** Least and most bodies of every team, as a fact. */
record BodyLimits(int least, int most) {}
