package org.zhenjie.planner.solve;

import org.optaplanner.core.api.domain.constraintweight.ConstraintConfiguration;
import org.optaplanner.core.api.domain.constraintweight.ConstraintWeight;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.Rule;
import org.zhenjie.planner.allocation.TownRules;

/** The study's weights and switches as OptaPlanner takes them: by the name of the rule, split where a rule is two constraints. */
@ConstraintConfiguration
public final class RuleWeights {

    @ConstraintWeight("H1")
    HardMediumSoftLongScore poolSize = HardMediumSoftLongScore.ONE_HARD;

    @ConstraintWeight("H2")
    HardMediumSoftLongScore jurisdiction = HardMediumSoftLongScore.ONE_HARD;

    @ConstraintWeight("H3")
    HardMediumSoftLongScore ceiling = HardMediumSoftLongScore.ONE_HARD;

    @ConstraintWeight("H4")
    HardMediumSoftLongScore departmentFloor = HardMediumSoftLongScore.ONE_HARD;

    @ConstraintWeight("H5")
    HardMediumSoftLongScore powerSkill = HardMediumSoftLongScore.ONE_HARD;

    @ConstraintWeight("H6")
    HardMediumSoftLongScore farthest = HardMediumSoftLongScore.ONE_HARD;

    @ConstraintWeight("H7")
    HardMediumSoftLongScore platformFloor = HardMediumSoftLongScore.ONE_HARD;

    @ConstraintWeight("H8 grants")
    HardMediumSoftLongScore pinnedGrants = HardMediumSoftLongScore.ONE_HARD;

    @ConstraintWeight("H8 blocks")
    HardMediumSoftLongScore pinnedBlocks = HardMediumSoftLongScore.ONE_HARD;

    @ConstraintWeight("H10")
    HardMediumSoftLongScore fieldFloor = HardMediumSoftLongScore.ONE_HARD;

    @ConstraintWeight("H11")
    HardMediumSoftLongScore outsideStaff = HardMediumSoftLongScore.ONE_HARD;

    @ConstraintWeight("H12")
    HardMediumSoftLongScore standIn = HardMediumSoftLongScore.ONE_HARD;

    @ConstraintWeight("M1")
    HardMediumSoftLongScore shortfall = HardMediumSoftLongScore.ONE_MEDIUM;

    @ConstraintWeight("S1")
    HardMediumSoftLongScore townBalance = HardMediumSoftLongScore.ONE_SOFT;

    @ConstraintWeight("S2")
    HardMediumSoftLongScore countyBalance = HardMediumSoftLongScore.ONE_SOFT;

    @ConstraintWeight("S3")
    HardMediumSoftLongScore travel = HardMediumSoftLongScore.ONE_SOFT;

    @ConstraintWeight("S4")
    HardMediumSoftLongScore skillFit = HardMediumSoftLongScore.ONE_SOFT;

    @ConstraintWeight("S5 grants")
    HardMediumSoftLongScore grantStability = HardMediumSoftLongScore.ONE_SOFT;

    @ConstraintWeight("S5 blocks")
    HardMediumSoftLongScore blockStability = HardMediumSoftLongScore.ONE_SOFT;

    @ConstraintWeight("S6")
    HardMediumSoftLongScore wishes = HardMediumSoftLongScore.ONE_SOFT;

    @ConstraintWeight("S7")
    HardMediumSoftLongScore powersLost = HardMediumSoftLongScore.ONE_SOFT;

    /** Every weight 1. */
    public RuleWeights() {}

    /** The weights of a problem. */
    RuleWeights(AllocationProblem problem) {
        poolSize = hard(problem, Rule.H1);
        jurisdiction = hard(problem, Rule.H2);
        ceiling = hard(problem, Rule.H3);
        departmentFloor = hard(problem, Rule.H4);
        farthest = hard(problem, Rule.H6);
        platformFloor = hard(problem, Rule.H7);
        pinnedGrants = hard(problem, Rule.H8);
        pinnedBlocks = hard(problem, Rule.H8);
        shortfall = HardMediumSoftLongScore.ofMedium(problem.isOn(Rule.M1) ? 1 : 0);
        townBalance = soft(problem, Rule.S1);
        countyBalance = soft(problem, Rule.S2);
        travel = soft(problem, Rule.S3);
        skillFit = soft(problem, Rule.S4);
        grantStability = soft(problem, Rule.S5);
        blockStability = soft(problem, Rule.S5);
        wishes = soft(problem, Rule.S6);
        townRules(problem);
    }

    /** A rule that the problem has nothing for weighs nothing: the search then leaves its count out altogether. */
    private void townRules(AllocationProblem problem) {
        TownRules rules = problem.townRules();
        HardMediumSoftLongScore none = HardMediumSoftLongScore.ZERO;
        powerSkill = rules.townPowers().isEmpty() ? none : hard(problem, Rule.H5);
        fieldFloor = rules.fields().isEmpty() ? none : hard(problem, Rule.H10);
        outsideStaff = rules.outsideLimits().isEmpty() ? none : hard(problem, Rule.H11);
        standIn = rules.standIns().isEmpty() ? none : hard(problem, Rule.H12);
        powersLost = rules.townPowers().isEmpty() ? none : soft(problem, Rule.S7);
    }

    private static HardMediumSoftLongScore hard(AllocationProblem problem, Rule rule) {
        return HardMediumSoftLongScore.ofHard(problem.isOn(rule) ? 1 : 0);
    }

    private static HardMediumSoftLongScore soft(AllocationProblem problem, Rule rule) {
        return HardMediumSoftLongScore.ofSoft(problem.weight(rule));
    }
}
