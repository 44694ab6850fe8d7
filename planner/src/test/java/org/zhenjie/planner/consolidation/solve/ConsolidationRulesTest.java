package org.zhenjie.planner.consolidation.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.optaplanner.core.api.score.stream.Constraint;
import org.optaplanner.core.api.score.stream.ConstraintFactory;
import org.optaplanner.core.api.score.stream.ConstraintStreamImplType;
import org.optaplanner.test.api.score.stream.ConstraintVerifier;
import org.zhenjie.planner.consolidation.ConsolidationPlan;
import org.zhenjie.planner.consolidation.ConsolidationProblem;
import org.zhenjie.planner.consolidation.Sites;

/** Each rule of the search: what it charges; and all of them together against plain accounting. */
class ConsolidationRulesTest {
    private static final ConstraintVerifier<ConsolidationRules, ConsolidationSolution> VERIFIER =
            ConstraintVerifier.build(new ConsolidationRules(), ConsolidationSolution.class, Merge.class)
                    .withConstraintStreamImplType(ConstraintStreamImplType.BAVET);

    private static void assertCharged(
            BiFunction<ConsolidationRules, ConstraintFactory, Constraint> rule,
            long amount,
            ConsolidationProblem problem,
            Integer... hosts) {
        ConsolidationPlan plan = new ConsolidationPlan(List.of(hosts));
        VERIFIER.verifyThat(rule)
                .givenSolution(ConsolidationSolution.of(problem, plan))
                .penalizesBy(amount);
    }

    @Test
    void a_closed_merge_is_charged_by_its_load_and_at_least_by_one() {
        Sites sites =
                Sites.onALine(0, 10, 20).load(0, 5).load(1, 0).closed(0, 2).closed(1, 2);
        assertCharged(ConsolidationRules::closed, 6, sites.keep(1), 2, 2, 2);
        assertCharged(ConsolidationRules::closed, 0, sites.keep(1), 1, 1, 1);
    }

    @Test
    void load_beyond_a_capacity_is_charged() {
        Sites sites = Sites.onALine(0, 10, 20).load(0, 5).capacity(6);
        assertCharged(ConsolidationRules::capacity, 1, sites.keep(1), 1, 1, 1);
        assertCharged(ConsolidationRules::capacity, 0, sites.keep(2), 0, 1, 1);
    }

    @Test
    void load_beyond_the_cover_distance_is_charged_above_what_may_be_there() {
        Sites sites = Sites.onALine(0, 10, 20).load(0, 8).cover(5, "0.9");
        assertCharged(ConsolidationRules::cover, 1, sites.keep(1), 0, 0, 0);
        assertCharged(ConsolidationRules::cover, 8, sites.keep(1), 1, 1, 1);
        assertCharged(ConsolidationRules::cover, 0, sites.keep(2), 0, 1, 1);
    }

    @Test
    void load_times_distance_is_charged() {
        assertCharged(
                ConsolidationRules::distance,
                60,
                Sites.onALine(0, 10, 20).load(0, 5).keep(1),
                1,
                1,
                1);
    }

    @Property(tries = 200)
    void together_they_are_what_plain_accounting_finds(
            @ForAll @IntRange(min = 2, max = 12) int size,
            @ForAll int seed,
            @ForAll @IntRange(min = 0, max = 3) int limits) {
        Random random = new Random(seed);
        int keep = 1 + random.nextInt(size);
        Sites sites = Sites.drawn(size, limits % 2 == 0 ? 0 : keep, seed);
        if (limits > 1) {
            sites.cover(40, "0.7");
        }
        for (int i = 0; i < 4; i++) {
            int site = random.nextInt(size - 1);
            sites.closed(site, size - 1);
        }
        ConsolidationProblem problem = sites.keep(keep);
        ConsolidationPlan plan = drawn(size, keep, random);
        ConsolidationPlan.Account account = plan.account(problem);
        VERIFIER.verifyThat()
                .givenSolution(ConsolidationSolution.of(problem, plan))
                .scores(HardSoftLongScore.of(
                        -account.closed() - account.overload() - account.uncovered(), -account.cost()));
        assertThat(account.notKept()).isZero();
    }

    private static ConsolidationPlan drawn(int size, int keep, Random random) {
        List<Integer> hosts = new ArrayList<>();
        for (int site = 0; site < size; site++) {
            hosts.add(site < keep ? site : random.nextInt(keep));
        }
        return new ConsolidationPlan(hosts);
    }
}
