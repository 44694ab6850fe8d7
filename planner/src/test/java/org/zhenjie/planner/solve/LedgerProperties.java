package org.zhenjie.planner.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.zhenjie.planner.AnyCity;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.solve.Account.Tally;
import org.zhenjie.planner.solve.Ledger.Spot;
import org.zhenjie.planner.solve.Slots.TownSlot;

/** What the ledger says of changes, against the rules themselves. */
class LedgerProperties {

    private static AllocationSolution solution(int seed) {
        AllocationProblem problem = AnyCity.MIXED.problem(seed);
        return SolutionBuilder.build(problem, AnyCity.anyPlan(problem, seed));
    }

    private static HardMediumSoftLongScore score(AllocationSolution solution) {
        return SearchScoreProperties.SEARCH.update(solution);
    }

    private static void change(Ledger ledger, AllocationSolution solution, Random random) {
        for (int change = 0; change < 4; change++) {
            if (!solution.grants().isEmpty() && random.nextBoolean()) {
                ledger.grant(random.nextInt(solution.grants().size()), random.nextInt(6));
            }
            if (!solution.sendings().isEmpty() && random.nextBoolean()) {
                int block = random.nextInt(solution.sendings().size());
                List<Destination> range = solution.sendings().get(block).range();
                boolean stays = range.isEmpty() || random.nextInt(4) == 0;
                ledger.send(block, stays ? null : ledger.spot(range.get(random.nextInt(range.size()))));
            }
        }
    }

    private static HardMediumSoftLongScore cost(Tally tally) {
        return HardMediumSoftLongScore.of(tally.hard(), tally.medium(), tally.soft());
    }

    @Property(tries = 300)
    void changes_cost_what_the_rules_say(@ForAll @IntRange(max = 299) int seed) {
        AllocationSolution solution = solution(seed);
        HardMediumSoftLongScore before = score(solution);
        Ledger ledger = new Ledger(solution);
        change(ledger, solution, new Random(seed));

        ledger.move().apply();

        assertThat(score(solution)).isEqualTo(before.subtract(cost(ledger.tally())));
    }

    @Property(tries = 200)
    void what_is_taken_back_leaves_nothing_behind(@ForAll @IntRange(max = 199) int seed) {
        AllocationSolution solution = solution(seed);
        HardMediumSoftLongScore before = score(solution);
        Random random = new Random(seed);
        Ledger ledger = new Ledger(solution);
        change(ledger, solution, random);
        HardMediumSoftLongScore cost = cost(ledger.tally());
        int mark = ledger.mark();
        for (int round = 0; round < 3; round++) {
            change(ledger, solution, random);
            ledger.backTo(mark);
        }

        assertThat(cost(ledger.tally())).isEqualTo(cost);
        ledger.move().apply();
        assertThat(score(solution)).isEqualTo(before.subtract(cost));
    }

    @Property(tries = 200)
    void moves_that_were_made_are_taken_over_and_others_forgotten(@ForAll @IntRange(max = 199) int seed) {
        AllocationSolution solution = solution(seed);
        HardMediumSoftLongScore before = score(solution);
        Random random = new Random(seed);
        Ledger ledger = new Ledger(solution);
        for (int round = 0; round < 6; round++) {
            change(ledger, solution, random);
            if (random.nextBoolean()) {
                ledger.move().apply();
            }
            ledger.takeOver();
        }

        assertThat(score(solution)).isEqualTo(before.subtract(cost(ledger.tally())));
    }

    @Property(tries = 200)
    void the_cheapest_platform_is_the_one_with_the_best_score(@ForAll @IntRange(max = 199) int seed) {
        AllocationSolution solution = solution(seed);
        Ledger ledger = new Ledger(solution);
        for (int block = 0; block < solution.sendings().size(); block++) {
            List<Destination> range = solution.sendings().get(block).range();
            if (range.isEmpty()) {
                continue;
            }
            TownSlot town = range.get(seed % range.size()).platform().town;
            Spot[] spots = range.stream()
                    .filter(destination -> destination.platform().town == town)
                    .map(ledger::spot)
                    .toArray(Spot[]::new);
            ledger.send(block, null);
            Spot cheapest = ledger.cheapest(block, spots);
            ledger.send(block, cheapest);
            HardMediumSoftLongScore least = cost(ledger.tally());

            for (Spot spot : spots) {
                ledger.send(block, spot);
                assertThat(cost(ledger.tally())).isGreaterThanOrEqualTo(least);
            }
        }
    }
}
