package org.zhenjie.planner.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.zhenjie.planner.AnyCity;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationPlan.Grant;
import org.zhenjie.planner.allocation.AllocationPlan.Posting;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationProblem.Place;
import org.zhenjie.planner.allocation.PlanScore;
import org.zhenjie.planner.allocation.PlanScore.RuleCost;
import org.zhenjie.planner.allocation.Rule;
import org.zhenjie.planner.allocation.Score;

/** What a change is said to cost, held against two whole counts of the plan, before and after. */
class WhatIfProperties {

    @Property(tries = 200)
    void what_a_town_more_or_fewer_costs_is_the_difference_of_two_counts(
            @ForAll @IntRange(max = 199) int seed, @ForAll @IntRange(min = -3, max = 3) int by) {
        AllocationProblem problem = AnyCity.MIXED.problem(seed);
        AllocationPlan plan = AnyCity.anyPlan(problem, seed + 1);
        WhatIf whatIf = WhatIf.of(problem, plan);

        for (WhatIf.Option option : whatIf.regrant(0, OptionalInt.empty(), by)) {
            Change.Regrant change = (Change.Regrant) option.change();

            isDifference(option.difference(), problem, plan, byHand(plan, change));
            assertThat(change.in(0)).isEqualTo(by);
        }
    }

    @Property(tries = 200)
    void what_another_place_of_a_block_costs_is_the_difference_of_two_counts(@ForAll @IntRange(max = 199) int seed) {
        AllocationProblem problem = AnyCity.MIXED.problem(seed);
        AllocationPlan plan = AnyCity.anyPlan(problem, seed + 1);
        WhatIf whatIf = WhatIf.of(problem, plan);

        for (AllocationProblem.Block block : problem.blocks()) {
            for (WhatIf.Option option : whatIf.send(block.id())) {
                Change.Send change = (Change.Send) option.change();

                isDifference(option.difference(), problem, plan, byHand(plan, change));
            }
        }
    }

    @Property(tries = 200)
    void options_are_ranked_by_the_score_they_lead_to(@ForAll @IntRange(max = 199) int seed) {
        AllocationProblem problem = AnyCity.MIXED.problem(seed);
        AllocationPlan plan = AnyCity.anyPlan(problem, seed + 1);
        List<WhatIf.Option> options = WhatIf.of(problem, plan).regrant(0, OptionalInt.empty(), 2);

        assertThat(options)
                .isSortedAccordingTo((a, b) ->
                        b.difference().after().compareTo(a.difference().after()));
    }

    @Property(tries = 200)
    void a_change_is_forbidden_by_just_the_hard_rules_that_it_breaks_further(@ForAll @IntRange(max = 199) int seed) {
        AllocationProblem problem = AnyCity.MIXED.problem(seed);
        AllocationPlan plan = AnyCity.anyPlan(problem, seed + 1);

        for (WhatIf.Option option : WhatIf.of(problem, plan).regrant(0, OptionalInt.empty(), 3)) {
            PlanScore before = PlanScore.of(problem, plan);
            PlanScore after = PlanScore.of(problem, byHand(plan, (Change.Regrant) option.change()));
            Set<Rule> named = new HashSet<>();
            option.difference().forbidding().forEach(part -> named.add(part.rule()));

            assertThat(named).isEqualTo(brokenFurther(before, after));
        }
    }

    /** By rule and town and decision: a rule may be broken less in one place and more in another. */
    private static Set<Rule> brokenFurther(PlanScore before, PlanScore after) {
        record Case(Rule rule, OptionalInt town, Optional<String> decision) {}
        Map<Case, Long> amounts = new java.util.HashMap<>();
        for (RuleCost cost : after.costs()) {
            amounts.merge(new Case(cost.rule(), cost.town(), cost.decision()), cost.amount(), Long::sum);
        }
        for (RuleCost cost : before.costs()) {
            amounts.merge(new Case(cost.rule(), cost.town(), cost.decision()), -cost.amount(), Long::sum);
        }
        Set<Rule> broken = new HashSet<>();
        amounts.forEach((one, more) -> {
            if (more > 0 && one.rule().level() == Rule.Level.HARD) {
                broken.add(one.rule());
            }
        });
        return broken;
    }

    private static void isDifference(
            Difference difference, AllocationProblem problem, AllocationPlan plan, AllocationPlan changed) {
        PlanScore countedBefore = PlanScore.of(problem, plan);
        PlanScore countedAfter = PlanScore.of(problem, changed);
        Score before = countedBefore.score();
        Score after = countedAfter.score();
        assertThat(difference).isEqualTo(Difference.between(countedBefore, countedAfter));
        assertThat(difference.before()).isEqualTo(before);
        assertThat(difference.after()).isEqualTo(after);
        assertThat(difference.more(Rule.Level.HARD)).isEqualTo(before.hard() - after.hard());
        assertThat(difference.more(Rule.Level.MEDIUM)).isEqualTo(before.medium() - after.medium());
        assertThat(difference.more(Rule.Level.SOFT)).isEqualTo(before.soft() - after.soft());
        assertThat(difference.byRule().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(difference.parts().stream()
                        .mapToLong(Difference.Part::more)
                        .sum());
    }

    private static AllocationPlan byHand(AllocationPlan plan, Change.Regrant change) {
        Map<Place, Integer> posts = new TreeMap<>();
        for (Grant grant : plan.grants()) {
            if (grant.pool().equals(change.pool())) {
                posts.merge(new Place(grant.town(), grant.platform()), grant.posts(), Integer::sum);
            }
        }
        change.by().forEach((place, by) -> posts.merge(place, by, Integer::sum));
        List<Grant> grants = new ArrayList<>();
        posts.forEach((place, number) -> IntStream.range(0, number > 0 ? 1 : 0)
                .forEach(i -> grants.add(new Grant(change.pool(), place.town(), place.platform(), number))));
        plan.grants().stream()
                .filter(grant -> !grant.pool().equals(change.pool()))
                .forEach(grants::add);
        return new AllocationPlan(grants, plan.postings());
    }

    private static AllocationPlan byHand(AllocationPlan plan, Change.Send change) {
        List<Posting> postings = new ArrayList<>();
        for (Posting posting : plan.postings()) {
            if (!posting.block().equals(change.block())) {
                postings.add(posting);
            }
        }
        if (change.to().isPresent()) {
            postings.add(new Posting(
                    change.block(), change.to().get().town(), change.to().get().platform()));
        }
        return new AllocationPlan(plan.grants(), postings);
    }
}
