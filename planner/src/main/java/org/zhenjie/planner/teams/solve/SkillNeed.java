package org.zhenjie.planner.teams.solve;

/** Least people of a team with a skill, as a fact. */
record SkillNeed(int team, int skill, int people) {}
