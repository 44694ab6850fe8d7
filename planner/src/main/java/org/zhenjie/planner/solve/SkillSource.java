package org.zhenjie.planner.solve;

import java.util.List;
import org.zhenjie.planner.solve.Slots.SkillSlot;

/** People whose skills powers ask for: those a town holds before the plan, and the blocks sent there. */
sealed interface SkillSource permits SkilledPeople, BlockSending {

    /** What they count for where they are; nothing for a block that stays. */
    List<SkillShare> skills();

    /** People of a skill in a town. */
    record SkillShare(SkillSlot slot, int people) {}
}
