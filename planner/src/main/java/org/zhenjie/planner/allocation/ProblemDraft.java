package org.zhenjie.planner.allocation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhenjie.planner.allocation.AllocationProblem.Block;
import org.zhenjie.planner.allocation.AllocationProblem.BlockRule;
import org.zhenjie.planner.allocation.AllocationProblem.Department;
import org.zhenjie.planner.allocation.AllocationProblem.GrantLimit;
import org.zhenjie.planner.allocation.AllocationProblem.Pool;
import org.zhenjie.planner.allocation.AllocationProblem.Town;
import org.zhenjie.planner.allocation.TownRules.Field;
import org.zhenjie.planner.allocation.TownRules.OutsideLimit;
import org.zhenjie.planner.allocation.TownRules.Power;
import org.zhenjie.planner.allocation.TownRules.StandIn;
import org.zhenjie.planner.allocation.TownRules.TownPower;

/** A problem in the making, from one that is there: its parts may be changed before it is a problem again. Not thread-safe. */
public final class ProblemDraft {

    private final AllocationProblem origin;
    private final List<Town> towns;
    private final List<Pool> pools;
    private final List<Department> departments;
    private final List<Block> blocks;
    private final List<GrantLimit> grantLimits;
    private final List<BlockRule> blockRules;
    private final List<Field> fields;
    private final List<StandIn> standIns;
    private final List<Power> powers;
    private final List<TownPower> townPowers;
    private final List<OutsideLimit> outsideLimits;
    private final Map<Rule, Long> weights;
    private final Set<Rule> off;
    private Optional<AllocationPlan> reference;

    /** A draft that is still the same problem. */
    public ProblemDraft(AllocationProblem problem) {
        origin = problem;
        towns = new ArrayList<>(problem.towns());
        pools = new ArrayList<>(problem.pools());
        departments = new ArrayList<>(problem.departments());
        blocks = new ArrayList<>(problem.blocks());
        grantLimits = new ArrayList<>(problem.grantLimits());
        blockRules = new ArrayList<>(problem.blockRules());
        fields = new ArrayList<>(problem.townRules().fields());
        standIns = new ArrayList<>(problem.townRules().standIns());
        powers = new ArrayList<>(problem.townRules().powers());
        townPowers = new ArrayList<>(problem.townRules().townPowers());
        outsideLimits = new ArrayList<>(problem.townRules().outsideLimits());
        weights = new EnumMap<>(Rule.class);
        weights.putAll(problem.weights());
        off = EnumSet.noneOf(Rule.class);
        off.addAll(problem.off());
        reference = problem.reference();
    }

    /** The towns; to be changed in place, as all lists here. */
    public List<Town> towns() {
        return towns;
    }

    /** Posts held before the plan; not to be changed. */
    public List<AllocationProblem.Held> held() {
        return origin.held();
    }

    /** The pools. */
    public List<Pool> pools() {
        return pools;
    }

    /** The departments. */
    public List<Department> departments() {
        return departments;
    }

    /** The staff blocks. */
    public List<Block> blocks() {
        return blocks;
    }

    /** Pins and bans on pool posts. */
    public List<GrantLimit> grantLimits() {
        return grantLimits;
    }

    /** Pins and bans on staff blocks. */
    public List<BlockRule> blockRules() {
        return blockRules;
    }

    /** Floors by field. */
    public List<Field> fields() {
        return fields;
    }

    /** Limits on quota types that stand in for others. */
    public List<StandIn> standIns() {
        return standIns;
    }

    /** The powers that could be handed to towns. */
    public List<Power> powers() {
        return powers;
    }

    /** The powers that towns take, or could take. */
    public List<TownPower> townPowers() {
        return townPowers;
    }

    /** Staff outside establishment; not to be changed. */
    public List<TownRules.Outside> outside() {
        return origin.townRules().outside();
    }

    /** Limits on them. */
    public List<OutsideLimit> outsideLimits() {
        return outsideLimits;
    }

    /** Weights of the soft rules. */
    public Map<Rule, Long> weights() {
        return weights;
    }

    /** Rules that do not count. */
    public Set<Rule> off() {
        return off;
    }

    /** Sets the plan that S5 measures against. */
    public ProblemDraft reference(AllocationPlan plan) {
        reference = Optional.of(plan);
        return this;
    }

    /**
     * The problem as it is now.
     *
     * @throws IllegalArgumentException if it does not hold together
     */
    public AllocationProblem problem() {
        return new AllocationProblem(
                origin.platforms(),
                origin.quotaTypes(),
                origin.counties(),
                towns,
                origin.held(),
                pools,
                departments,
                blocks,
                grantLimits,
                blockRules,
                reference,
                weights,
                off,
                origin.given(),
                new TownRules(
                        fields,
                        standIns,
                        powers,
                        townPowers,
                        origin.townRules().skilled(),
                        origin.townRules().outside(),
                        outsideLimits));
    }
}
