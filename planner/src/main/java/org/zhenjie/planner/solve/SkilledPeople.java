package org.zhenjie.planner.solve;

import java.util.List;
import org.zhenjie.planner.solve.Slots.SkillSlot;

/** People of a skill that a town holds before the plan, 0 or more; a fact. There is one for each skill that powers of a town ask for. */
record SkilledPeople(SkillSlot slot, int people) implements SkillSource {
    @Override
    public List<SkillShare> skills() {
        return List.of(new SkillShare(slot, people));
    }
}
