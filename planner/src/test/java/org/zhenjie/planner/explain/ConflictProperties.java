package org.zhenjie.planner.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.zhenjie.planner.AnyCity;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.ProblemDraft;
import org.zhenjie.planner.allocation.Rule;
import org.zhenjie.planner.allocation.TownRules;
import org.zhenjie.planner.yardstick.EveryPlan;
import org.zhenjie.planner.yardstick.Relaxation;

/** Rules that cannot hold together, held against a look at every plan there is. */
class ConflictProperties {
    /** Every other one of these cannot be planned. */
    private static final AnyCity NARROW = new AnyCity(3, 2, 2, 2, 2, 2, 1, 2);

    private static final double MOST_PLANS = 5_000;

    @Property(tries = 250)
    void a_conflict_is_found_just_where_the_relaxation_cannot_keep_the_rules(@ForAll @IntRange(max = 9_999) int seed) {
        AllocationProblem problem = AnyCity.MIXED.problem(seed);
        // prices may lead the relaxation past another ceiling: it is asked without them, as the conflict does
        AllocationProblem bare = Conflict.keeping(problem, Demand.of(problem));

        assertThat(Conflict.find(problem, () -> false).isEmpty())
                .isEqualTo(Relaxation.of(bare).isFeasible());
    }

    @Property(tries = 250)
    void no_plan_keeps_the_rules_of_a_conflict_and_some_plan_keeps_all_of_them_but_one(
            @ForAll @IntRange(max = 9_999) int seed) {
        AllocationProblem problem = NARROW.problem(seed);
        Optional<Conflict> conflict = Conflict.find(problem, () -> false);
        if (conflict.isEmpty()) {
            return;
        }
        List<Demand> demands = all(conflict.get());

        hasNoPlan(Conflict.keeping(problem, demands));
        for (Demand left : conflict.get().demands()) {
            List<Demand> rest = new ArrayList<>(demands);
            rest.remove(left);
            hasPlan(Conflict.keeping(problem, rest));
        }
    }

    /** Every rule on towns, whose conflicts the relaxation need not see, but never sees where there are none. */
    @Property(tries = 400)
    void rules_on_towns_are_told_only_where_no_plan_keeps_them(@ForAll @IntRange(max = 9_999) int seed) {
        AllocationProblem problem = NARROW.withBlocks(3, 2).problem(seed);
        Conflict.find(problem, () -> false).ifPresent(conflict -> hasNoPlan(Conflict.keeping(problem, all(conflict))));
    }

    private static List<Demand> all(Conflict conflict) {
        List<Demand> demands = new ArrayList<>(conflict.demands());
        demands.addAll(conflict.given());
        return demands;
    }

    @Property(tries = 250)
    void giving_way_by_as_much_as_is_said_is_enough_and_by_one_less_is_not(@ForAll @IntRange(max = 9_999) int seed) {
        AllocationProblem problem = NARROW.problem(seed);
        for (Conflict.Remedy remedy :
                Conflict.find(problem, () -> false).map(Conflict::remedies).orElse(List.of())) {
            if (remedy.by().isPresent()) {
                int by = remedy.by().getAsInt();
                hasPlan(loosened(problem, remedy.demand(), by));
                if (!remedy.whole()) {
                    hasNoPlan(loosened(problem, remedy.demand(), by - 1));
                }
            } else {
                ProblemDraft draft = new ProblemDraft(problem);
                remedy.demand().drop(draft);
                hasNoPlan(draft.problem());
            }
        }
    }

    private static AllocationProblem loosened(AllocationProblem problem, Demand demand, int by) {
        ProblemDraft draft = new ProblemDraft(problem);
        demand.loosen(draft, by);
        return draft.problem();
    }

    private static void hasPlan(AllocationProblem problem) {
        if (canBeLookedThrough(problem)) {
            assertThat(EveryPlan.best(problem)).isPresent();
        }
    }

    private static void hasNoPlan(AllocationProblem problem) {
        if (hasFewPlans(problem)) {
            assertThat(EveryPlan.best(problem)).isEmpty();
        }
    }

    /** With rules on towns or on platforms, or pins on platforms under ceilings, the relaxation may keep what no plan can. */
    private static boolean canBeLookedThrough(AllocationProblem problem) {
        return problem.townRules().equals(TownRules.NONE)
                && problem.pools().stream().allMatch(pool -> pool.platforms().isEmpty())
                && !(pinsPlatforms(problem) && hasCeilings(problem))
                && hasFewPlans(problem);
    }

    private static boolean pinsPlatforms(AllocationProblem problem) {
        return !problem.blockRules().isEmpty()
                || problem.grantLimits().stream().anyMatch(pin -> pin.platform().isPresent());
    }

    private static boolean hasCeilings(AllocationProblem problem) {
        return problem.towns().stream()
                .flatMap(town -> town.ceiling().stream())
                .anyMatch(most -> most < Integer.MAX_VALUE);
    }

    /** Without H1 there is no end to the plans. */
    private static boolean hasFewPlans(AllocationProblem problem) {
        return problem.isOn(Rule.H1) && EveryPlan.count(problem) < MOST_PLANS;
    }
}
