package org.zhenjie.planner.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.opentest4j.TestAbortedException;
import org.zhenjie.planner.AnyCity;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationResult;
import org.zhenjie.planner.allocation.PlanScore;
import org.zhenjie.planner.allocation.Rule;
import org.zhenjie.planner.allocation.Score;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.allocation.SolveProgress;
import org.zhenjie.planner.allocation.Yardstick;
import org.zhenjie.planner.exact.ExactSolver;
import org.zhenjie.planner.proof.AllocationProof.Verdict;
import org.zhenjie.planner.solve.AllocationSolve;
import org.zhenjie.planner.yardstick.EveryPlan;
import org.zhenjie.planner.yardstick.Relaxation;

/** The exact solver's answer against every plan there is, the bound below it, and the search above it. */
class AllocationProofProperties {

    private static final AnyCity TINY = AnyCity.TINY.withBlocks(3, 3);
    private static final double MANY_PLANS = 3_000;

    private static AllocationProof proof(AllocationProblem problem, AllocationPlan known) {
        ExactSolver solver = ExactSolver.find()
                .orElseThrow(() -> new TestAbortedException("OR-Tools holds no program for this machine"));
        return AllocationProof.of(problem, known, 0, solver, Duration.ofSeconds(30), 1);
    }

    @Property(tries = 150)
    void what_is_proven_is_the_best_of_every_plan(@ForAll @IntRange(max = 1_999) int seed) {
        isBestOfEveryPlan(TINY.problem(seed), AllocationPlan.EMPTY);
    }

    @Property(tries = 100)
    void it_is_so_whatever_plan_is_known_before(@ForAll @IntRange(max = 1_999) int seed) {
        AllocationProblem problem = TINY.problem(seed);

        isBestOfEveryPlan(problem, AnyCity.anyPlan(problem, seed));
    }

    @Tag("deep")
    @Property(tries = 5_000)
    void what_is_proven_of_any_tiny_city_is_the_best_of_every_plan(@ForAll long seed) {
        AllocationProblem problem = TINY.problem(seed);

        isBestOfEveryPlan(problem, seed % 2 == 0 ? AllocationPlan.EMPTY : AnyCity.anyPlan(problem, seed));
    }

    @Example
    void no_proof_is_above_the_bound_and_the_search_comes_within_a_thousandth_of_it_in_the_usual_steps() {
        for (int seed = 0; seed < 24; seed++) {
            AllocationProblem problem = AnyCity.MIXED.problem(seed);
            if (problem.isOn(Rule.H1)) {
                searchIsNearTheProof(problem, seed);
            }
        }
    }

    private static void searchIsNearTheProof(AllocationProblem problem, int seed) {
        AllocationResult few = search(problem, seed, 1_500);
        AllocationProof proof = proof(problem, few.plan());
        if (proof.verdict() == Verdict.IMPOSSIBLE) {
            assertThat(few.score().isFeasible()).isFalse();
            return;
        }
        assertThat(proof.verdict()).as("seed %d", seed).isEqualTo(Verdict.OPTIMAL);
        Score best = PlanScore.of(problem, proof.plan().orElseThrow()).score();
        Yardstick bound = Relaxation.of(problem).yardstick().orElseThrow();
        assertThat(new Score(0, -bound.leastShortfall(), -bound.lowerBound()))
                .as("seed %d", seed)
                .isGreaterThanOrEqualTo(best);
        Yardstick proven = new Yardstick(-best.medium(), -best.soft(), 0, true);
        Score found = proven.isWithin(0.001, few.score())
                ? few.score()
                : search(problem, seed, 10_000).score();
        assertThat(proven.isWithin(0.001, found))
                .as("seed %d: %s, proven %s", seed, found, best)
                .isTrue();
    }

    private static AllocationResult search(AllocationProblem problem, int seed, long steps) {
        return new AllocationSolve(problem, new SolveOptions(seed, OptionalLong.of(steps), Optional.empty()))
                .run(SolveProgress.Listener.NONE);
    }

    private static void isBestOfEveryPlan(AllocationProblem problem, AllocationPlan known) {
        // without H1 there is no end of plans
        Assume.that(problem.isOn(Rule.H1) && EveryPlan.count(problem) < MANY_PLANS);
        Optional<Score> best = EveryPlan.best(problem);

        AllocationProof proof = proof(problem, known);

        assertThat(proof.verdict()).isEqualTo(best.isPresent() ? Verdict.OPTIMAL : Verdict.IMPOSSIBLE);
        assertThat(proof.plan().map(plan -> PlanScore.of(problem, plan).score()))
                .isEqualTo(best);
        best.ifPresent(score -> {
            assertThat(proof.leastShortfall()).hasValue(-score.medium());
            assertThat(proof.lowerBound()).hasValue(-score.soft());
        });
    }
}
