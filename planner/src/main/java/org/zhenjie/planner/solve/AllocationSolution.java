package org.zhenjie.planner.solve;

import java.util.ArrayList;
import java.util.List;
import org.optaplanner.core.api.domain.constraintweight.ConstraintConfigurationProvider;
import org.optaplanner.core.api.domain.solution.PlanningEntityCollectionProperty;
import org.optaplanner.core.api.domain.solution.PlanningScore;
import org.optaplanner.core.api.domain.solution.PlanningSolution;
import org.optaplanner.core.api.domain.solution.ProblemFactCollectionProperty;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationPlan.Grant;
import org.zhenjie.planner.allocation.AllocationPlan.Posting;

/** The whole allocation as OptaPlanner searches it. */
@PlanningSolution(solutionCloner = AllocationCloner.class)
public final class AllocationSolution {

    @ConstraintConfigurationProvider
    private RuleWeights weights;

    @ProblemFactCollectionProperty
    private List<HeldPosts> held;

    @ProblemFactCollectionProperty
    private List<Limit> limits;

    @ProblemFactCollectionProperty
    private List<FieldMember> fieldMembers;

    @ProblemFactCollectionProperty
    private List<SkilledPeople> skilled;

    @ProblemFactCollectionProperty
    private List<OutsideExcess> outside;

    @PlanningEntityCollectionProperty
    private List<PoolGrant> grants;

    @PlanningEntityCollectionProperty
    private List<BlockSending> sendings;

    @PlanningScore
    private HardMediumSoftLongScore score;

    private Pace pace = Pace.still();
    private long mostMoved = PartSolve.ANY_NUMBER;
    private long avoidableShortfall = PartSolve.ANY_NUMBER;

    /** For the cloning of solutions. */
    public AllocationSolution() {}

    AllocationSolution(
            RuleWeights weights,
            List<HeldPosts> held,
            List<Limit> limits,
            TownFacts townFacts,
            List<PoolGrant> grants,
            List<BlockSending> sendings) {
        this.weights = weights;
        this.held = held;
        this.limits = limits;
        this.fieldMembers = townFacts.fieldMembers();
        this.skilled = townFacts.skilled();
        this.outside = townFacts.outside();
        this.grants = grants;
        this.sendings = sendings;
    }

    /** What towns are held to beyond need, floors and ceilings, as facts. */
    record TownFacts(List<FieldMember> fieldMembers, List<SkilledPeople> skilled, List<OutsideExcess> outside) {}

    RuleWeights weights() {
        return weights;
    }

    List<PoolGrant> grants() {
        return grants;
    }

    List<BlockSending> sendings() {
        return sendings;
    }

    HardMediumSoftLongScore score() {
        return score;
    }

    List<HeldPosts> held() {
        return held;
    }

    List<Limit> limits() {
        return limits;
    }

    List<FieldMember> fieldMembers() {
        return fieldMembers;
    }

    List<SkilledPeople> skilled() {
        return skilled;
    }

    /** How bold the search is. */
    Pace pace() {
        return pace;
    }

    void setPace(Pace pace) {
        this.pace = pace;
    }

    /** So many posts and people may be moved against the reference plan. */
    long mostMoved() {
        return mostMoved;
    }

    void setMostMoved(long mostMoved) {
        this.mostMoved = mostMoved;
    }

    /** Posts that the plan is short of need beyond the least possible, where that is known; otherwise more than there are. */
    long avoidableShortfall() {
        return avoidableShortfall;
    }

    void setAvoidableShortfall(long posts) {
        avoidableShortfall = posts;
    }

    AllocationSolution copy() {
        AllocationSolution copy = new AllocationSolution(
                weights,
                held,
                limits,
                new TownFacts(fieldMembers, skilled, outside),
                grants.stream().map(PoolGrant::copy).toList(),
                sendings.stream().map(BlockSending::copy).toList());
        copy.score = score;
        copy.pace = pace;
        copy.mostMoved = mostMoved;
        copy.avoidableShortfall = avoidableShortfall;
        return copy;
    }

    /** The decisions, without anything of the search. */
    AllocationPlan plan() {
        List<Grant> granted = new ArrayList<>();
        for (PoolGrant grant : grants) {
            if (grant.posts() > 0) {
                granted.add(new Grant(
                        grant.pool().id, grant.platform().town.index, grant.platform().platform, grant.posts()));
            }
        }
        List<Posting> sent = new ArrayList<>();
        for (BlockSending sending : sendings) {
            if (sending.isSent()) {
                sent.add(new Posting(sending.block().id(), sending.platform().town.index, sending.platform().platform));
            }
        }
        return new AllocationPlan(granted, sent);
    }
}
