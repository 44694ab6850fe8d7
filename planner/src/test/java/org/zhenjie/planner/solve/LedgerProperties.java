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
import org.zhenjie.planner.allocation.ProblemDraft;

/** What drafts are said to change, against the rules themselves. */
class LedgerProperties {

    private static AllocationSolution solution(int seed) {
        ProblemDraft draft = new ProblemDraft(AnyCity.MIXED.problem(seed));
        // the ledger knows nothing of pins on pool posts
        draft.grantLimits().clear();
        AllocationProblem problem = draft.problem();
        return SolutionBuilder.build(problem, AnyCity.anyPlan(problem, seed));
    }

    private static HardMediumSoftLongScore score(AllocationSolution solution) {
        return SearchScoreProperties.SEARCH.update(solution);
    }

    private static void draft(Ledger ledger, AllocationSolution solution, Random random) {
        for (int change = 0; change < 4; change++) {
            if (!solution.grants().isEmpty() && random.nextBoolean()) {
                ledger.grant(random.nextInt(solution.grants().size()), random.nextInt(6));
            }
            if (!solution.sendings().isEmpty() && random.nextBoolean()) {
                int block = random.nextInt(solution.sendings().size());
                List<Destination> range = solution.sendings().get(block).range();
                boolean stays = range.isEmpty() || random.nextInt(4) == 0;
                ledger.send(block, stays ? null : range.get(random.nextInt(range.size())));
            }
        }
    }

    private static void make(Reallocation move) {
        move.apply();
    }

    @Property(tries = 300)
    void a_draft_changes_the_score_by_what_the_ledger_says(@ForAll @IntRange(max = 299) int seed) {
        AllocationSolution solution = solution(seed);
        HardMediumSoftLongScore before = score(solution);
        Ledger ledger = new Ledger(solution);
        draft(ledger, solution, new Random(seed));
        Ledger.Change change = ledger.change();

        make(ledger.move());

        HardMediumSoftLongScore after = score(solution);
        assertThat(after)
                .isEqualTo(before.subtract(HardMediumSoftLongScore.of(change.hard(), change.medium(), change.soft())));
    }

    @Property(tries = 200)
    void a_draft_that_is_dropped_leaves_nothing_behind_and_one_that_was_made_is_taken_over(
            @ForAll @IntRange(max = 199) int seed) {
        AllocationSolution solution = solution(seed);
        Random random = new Random(seed);
        Ledger ledger = new Ledger(solution);
        for (int round = 0; round < 6; round++) {
            draft(ledger, solution, random);
            if (random.nextBoolean()) {
                make(ledger.move());
            }
            ledger.drop();
        }
        HardMediumSoftLongScore before = score(solution);

        draft(ledger, solution, random);
        Ledger.Change change = ledger.change();
        make(ledger.move());

        assertThat(score(solution))
                .isEqualTo(before.subtract(HardMediumSoftLongScore.of(change.hard(), change.medium(), change.soft())));
    }
}
