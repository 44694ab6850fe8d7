package org.zhenjie.planner.solve;

import static org.optaplanner.core.api.score.stream.ConstraintCollectors.sum;
import static org.optaplanner.core.api.score.stream.Joiners.equal;
import static org.optaplanner.core.api.score.stream.Joiners.filtering;

import org.optaplanner.core.api.score.stream.Constraint;
import org.optaplanner.core.api.score.stream.ConstraintFactory;
import org.optaplanner.core.api.score.stream.ConstraintProvider;
import org.optaplanner.core.api.score.stream.bi.BiConstraintStream;
import org.optaplanner.core.api.score.stream.uni.UniConstraintStream;
import org.zhenjie.planner.solve.SkillSource.SkillShare;
import org.zhenjie.planner.solve.Slots.DepartmentSlot;
import org.zhenjie.planner.solve.Slots.PlatformSlot;
import org.zhenjie.planner.solve.Slots.SkillSlot;
import org.zhenjie.planner.solve.Slots.TownSlot;

/** The rules of the allocation model, one method each, named as in the model. */
public final class AllocationRules implements ConstraintProvider {

    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        return new Constraint[] {
            poolSize(factory),
            jurisdiction(factory),
            ceiling(factory),
            departmentFloor(factory),
            farthestDistance(factory),
            platformFloor(factory),
            pinnedGrants(factory),
            pinnedBlocks(factory),
            powerSkill(factory),
            fieldFloor(factory),
            outsideStaff(factory),
            standIn(factory),
            shortfall(factory),
            townBalance(factory),
            countyBalance(factory),
            travel(factory),
            skillFit(factory),
            grantStability(factory),
            blockStability(factory),
            wishes(factory),
            powersLost(factory)
        };
    }

    /** H1: a pool grants no more than its size less its reserve. */
    Constraint poolSize(ConstraintFactory factory) {
        return factory.forEach(PoolGrant.class)
                .groupBy(PoolGrant::pool, sum(PoolGrant::posts))
                .filter((pool, granted) -> granted > pool.usable)
                .penalizeConfigurableLong((pool, granted) -> granted - pool.usable)
                .asConstraint("H1");
    }

    /** H2: a pool grants only to towns it may serve. */
    Constraint jurisdiction(ConstraintFactory factory) {
        return factory.forEach(PoolGrant.class)
                .filter(grant -> !grant.isWithinJurisdiction() && grant.posts() > 0)
                .penalizeConfigurableLong(PoolGrant::posts)
                .asConstraint("H2");
    }

    /** H3: posts of a type in a town stay within the ceiling, or within what the town held before. */
    Constraint ceiling(ConstraintFactory factory) {
        return supply(factory)
                .groupBy(Supply::type, sum(Supply::posts))
                .filter((type, posts) -> posts > type.most)
                .penalizeConfigurableLong((type, posts) -> posts - type.most)
                .asConstraint("H3");
    }

    /** H4: a department keeps its floor. */
    Constraint departmentFloor(ConstraintFactory factory) {
        return sent(factory)
                .groupBy(BlockSending::department, sum(BlockSending::posts))
                .filter((department, people) -> people > department.maySend)
                .penalizeConfigurableLong(AllocationRules::beyondFloor)
                .asConstraint("H4");
    }

    private static long beyondFloor(DepartmentSlot department, int people) {
        return people - department.maySend;
    }

    /** H6: nobody is sent farther than their farthest distance. */
    Constraint farthestDistance(ConstraintFactory factory) {
        return sent(factory)
                .filter(sending -> sending.destination().tooFar())
                .penalizeConfigurableLong(BlockSending::posts)
                .asConstraint("H6");
    }

    /** H7: a platform has at least its floor. */
    Constraint platformFloor(ConstraintFactory factory) {
        return levelsByPlatform(factory)
                .filter((platform, level) -> level < platform.floor)
                .penalizeConfigurableLong((platform, level) -> platform.floor - level)
                .asConstraint("H7");
    }

    /** H8 for pool posts. */
    Constraint pinnedGrants(ConstraintFactory factory) {
        return factory.forEach(Limit.class)
                .join(
                        PoolGrant.class,
                        equal(Limit::pool, grant -> grant.pool().id),
                        equal(Limit::town, grant -> grant.platform().town.index),
                        filtering(Limit::covers))
                .groupBy((limit, grant) -> limit, sum((limit, grant) -> grant.posts()))
                .filter((limit, posts) -> limit.missedBy(posts) > 0)
                .penalizeConfigurableLong(Limit::missedBy)
                .asConstraint("H8 grants");
    }

    /** H8 for staff blocks. */
    Constraint pinnedBlocks(ConstraintFactory factory) {
        return factory.forEachIncludingNullVars(BlockSending.class)
                .filter(sending -> !sending.isKept())
                .penalizeConfigurableLong(BlockSending::posts)
                .asConstraint("H8 blocks");
    }

    /** H5: a town that takes a power holds the people it asks for. */
    Constraint powerSkill(ConstraintFactory factory) {
        return peopleBySkill(factory)
                .filter((skill, people) -> skill.lacking(people) > 0)
                .penalizeConfigurableLong(SkillSlot::lacking)
                .asConstraint("H5");
    }

    /** H10: the platforms of a field hold its floor. */
    Constraint fieldFloor(ConstraintFactory factory) {
        return levelsByPlatform(factory)
                .join(FieldMember.class, equal((platform, level) -> platform, FieldMember::platform))
                .groupBy((platform, level, member) -> member.field(), sum((platform, level, member) -> level))
                .filter((field, level) -> level < field.least)
                .penalizeConfigurableLong((field, level) -> field.least - level)
                .asConstraint("H10");
    }

    /** H11: staff outside establishment stay within headcount and budget. */
    Constraint outsideStaff(ConstraintFactory factory) {
        return factory.forEach(OutsideExcess.class)
                .penalizeConfigurableLong(OutsideExcess::people)
                .asConstraint("H11");
    }

    /** H12: posts of a type on a platform stay within what may stand in there. */
    Constraint standIn(ConstraintFactory factory) {
        return supply(factory)
                .groupBy(Supply::platform, supply -> supply.type().quotaType, sum(Supply::posts))
                .filter((platform, type, posts) -> platform.standInExcess(type, posts) > 0)
                .penalizeConfigurableLong(PlatformSlot::standInExcess)
                .asConstraint("H12");
    }

    /** M1: posts short of need. */
    Constraint shortfall(ConstraintFactory factory) {
        return levelsByPlatform(factory)
                .filter((platform, level) -> level < platform.need)
                .penalizeConfigurableLong((platform, level) -> platform.need - level)
                .asConstraint("M1");
    }

    /** S1: squared deviation of each town from the common staffing ratio. */
    Constraint townBalance(ConstraintFactory factory) {
        return levelsByTown(factory)
                .penalizeConfigurableLong((town, level) -> town.deviation.at(level))
                .asConstraint("S1");
    }

    /** S2: the same over counties. */
    Constraint countyBalance(ConstraintFactory factory) {
        return levelsByTown(factory)
                .groupBy((town, level) -> town.county, sum((town, level) -> level))
                .penalizeConfigurableLong((county, level) -> county.deviation.at(level))
                .asConstraint("S2");
    }

    /** S3: metres that people travel. */
    Constraint travel(ConstraintFactory factory) {
        return sent(factory)
                .penalizeConfigurableLong(
                        sending -> sending.posts() * sending.destination().metres())
                .asConstraint("S3");
    }

    /** S4: people on a platform whose skills they lack. */
    Constraint skillFit(ConstraintFactory factory) {
        return sent(factory)
                .filter(sending -> !sending.destination().fit())
                .penalizeConfigurableLong(BlockSending::posts)
                .asConstraint("S4");
    }

    /** S5 for pool posts: posts granted otherwise than in the reference plan. */
    Constraint grantStability(ConstraintFactory factory) {
        return factory.forEach(PoolGrant.class)
                .filter(grant -> grant.isCompared() && grant.moved() > 0)
                .penalizeConfigurableLong(PoolGrant::moved)
                .asConstraint("S5 grants");
    }

    /** S5 for staff blocks. */
    Constraint blockStability(ConstraintFactory factory) {
        return factory.forEachIncludingNullVars(BlockSending.class)
                .filter(BlockSending::isMoved)
                .penalizeConfigurableLong(BlockSending::posts)
                .asConstraint("S5 blocks");
    }

    /** S6: wishes of people that come before the town they are sent to. */
    Constraint wishes(ConstraintFactory factory) {
        return sent(factory)
                .filter(sending -> sending.destination().wishesBefore() > 0)
                .penalizeConfigurableLong(sending ->
                        (long) sending.posts() * sending.destination().wishesBefore())
                .asConstraint("S6");
    }

    /** S7: cases of open powers that a town lacks the people for. */
    Constraint powersLost(ConstraintFactory factory) {
        return peopleBySkill(factory)
                .filter((skill, people) -> skill.casesLost(people) > 0)
                .penalizeConfigurableLong(SkillSlot::casesLost)
                .asConstraint("S7");
    }

    private static BiConstraintStream<SkillSlot, Integer> peopleBySkill(ConstraintFactory factory) {
        return factory.forEachIncludingNullVars(SkillSource.class)
                .flattenLast(SkillSource::skills)
                .groupBy(SkillShare::slot, sum(SkillShare::people));
    }

    private static UniConstraintStream<BlockSending> sent(ConstraintFactory factory) {
        return factory.forEachIncludingNullVars(BlockSending.class).filter(BlockSending::isSent);
    }

    private static UniConstraintStream<Supply> supply(ConstraintFactory factory) {
        return factory.forEachIncludingNullVars(Supply.class).filter(supply -> supply.platform() != null);
    }

    private static BiConstraintStream<PlatformSlot, Integer> levelsByPlatform(ConstraintFactory factory) {
        return supply(factory).groupBy(Supply::platform, sum(Supply::posts));
    }

    private static BiConstraintStream<TownSlot, Integer> levelsByTown(ConstraintFactory factory) {
        return levelsByPlatform(factory).groupBy((platform, level) -> platform.town, sum((platform, level) -> level));
    }
}
