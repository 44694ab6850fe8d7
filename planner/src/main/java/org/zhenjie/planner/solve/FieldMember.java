package org.zhenjie.planner.solve;

import org.zhenjie.planner.solve.Slots.FieldSlot;
import org.zhenjie.planner.solve.Slots.PlatformSlot;

/** A platform of a town that counts for a field; a fact. */
record FieldMember(PlatformSlot platform, FieldSlot field) {}
