package org.zhenjie.planner.solve;

import org.zhenjie.planner.solve.Slots.PlatformSlot;
import org.zhenjie.planner.solve.Slots.TypeSlot;

/** Posts that a town holds before the plan; a fact. There is one for each platform and type of a town, so that each has a level. */
record HeldPosts(PlatformSlot platform, TypeSlot type, int posts) implements Supply {}
