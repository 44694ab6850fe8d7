package org.zhenjie.planner.solve;

/** People outside establishment beyond a limit; a fact, since no move of the search changes it. */
record OutsideExcess(String limit, long people) {}
