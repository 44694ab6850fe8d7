package org.zhenjie.planner.solve;

import java.util.List;
import org.zhenjie.planner.solve.Slots.PlatformSlot;
import org.zhenjie.planner.solve.Slots.SkillSlot;
import org.zhenjie.planner.solve.Slots.TypeSlot;

/**
 * A place that one kind of block could be sent to.
 *
 * @param metres distance from the block's home
 * @param fit whether the block has the platform's skills
 * @param tooFar beyond the farthest distance, where that counts (H6)
 * @param wishesBefore wishes of the people that come before this town
 * @param skills skills of the block that powers of the town ask for
 */
record Destination(
        PlatformSlot platform,
        TypeSlot type,
        long metres,
        boolean fit,
        boolean tooFar,
        int wishesBefore,
        List<SkillSlot> skills) {
    @Override
    public String toString() {
        return platform.town.index + "/" + platform.platform;
    }

    /** Two destinations are the same only if they are the same object: each kind of block has its own list. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
