package org.zhenjie.planner.proof;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.PlanScore;
import org.zhenjie.planner.allocation.Score;
import org.zhenjie.planner.exact.ExactAnswer;
import org.zhenjie.planner.exact.ExactAnswer.Outcome;
import org.zhenjie.planner.exact.ExactSolver;
import org.zhenjie.planner.exact.IntegerProgram;

/**
 * What an exact solver proves of an allocation. The shortfall (M1) is solved first, the soft cost at the least shortfall second.
 *
 * @param verdict what is known
 * @param plan the best plan that the solver found, if it found one; it keeps every hard rule
 * @param leastShortfall least shortfall of any plan, where that is proven
 * @param lowerBound no plan with the least shortfall costs less than this; with {@link Verdict#OPTIMAL} the plan costs just this
 */
public record AllocationProof(
        Verdict verdict, Optional<AllocationPlan> plan, OptionalLong leastShortfall, OptionalLong lowerBound) {

    /** Most variables of a program that is handed to the solver. */
    private static final int MOST_VARIABLES = 100_000;

    /** What is known in the end. */
    public enum Verdict {
        /** No plan is better than the one here. */
        OPTIMAL,
        /** The time was over before it was proven that no plan is better. */
        OPEN,
        /** No plan keeps every hard rule. */
        IMPOSSIBLE,
        /** The problem is more than is handed to the solver, or has no end of plans because pools have no size. */
        TOO_LARGE
    }

    private static final AllocationProof TOO_LARGE =
            new AllocationProof(Verdict.TOO_LARGE, Optional.empty(), OptionalLong.empty(), OptionalLong.empty());

    /**
     * Asks a solver.
     *
     * @param known the best plan so far: the solver sets out from it, and leaves out what is sure to be worse. It may break rules; then it
     *     is no more than a hint
     * @param leastShortfall no plan is short of less, as a bound has shown before; 0 where none has
     * @param time most time
     * @param threads how many threads may search; with 1 a plan that is proven is always the same
     */
    public static AllocationProof of(
            AllocationProblem problem,
            AllocationPlan known,
            long leastShortfall,
            ExactSolver solver,
            Duration time,
            int threads) {
        return AllocationProgram.isBounded(problem)
                ? new Asking(problem, known, leastShortfall, solver, time, threads).proof()
                : TOO_LARGE;
    }

    private record Asking(
            AllocationProblem problem,
            AllocationPlan known,
            long leastShortfall,
            ExactSolver solver,
            long until,
            int threads) {
        Asking(
                AllocationProblem problem,
                AllocationPlan known,
                long leastShortfall,
                ExactSolver solver,
                Duration time,
                int threads) {
            this(problem, known, leastShortfall, solver, System.nanoTime() + time.toNanos(), threads);
        }

        AllocationProof proof() {
            AllocationProgram ofShortfall = AllocationProgram.ofShortfall(problem, leastShortfall);
            Optional<ExactAnswer> answer = ask(ofShortfall);
            if (answer.isEmpty()) {
                return TOO_LARGE;
            }
            Optional<AllocationPlan> found = answer.get().best().map(ofShortfall::plan);
            return switch (answer.get().outcome()) {
                case INFEASIBLE ->
                    new AllocationProof(Verdict.IMPOSSIBLE, found, OptionalLong.empty(), OptionalLong.empty());
                case FOUND, UNKNOWN ->
                    new AllocationProof(Verdict.OPEN, found, OptionalLong.empty(), OptionalLong.empty());
                case OPTIMAL -> cheapest(answer.get().value().orElseThrow(), found.orElseThrow());
            };
        }

        private AllocationProof cheapest(long shortfall, AllocationPlan found) {
            Score score = PlanScore.of(problem, known).score();
            boolean cuts = score.isFeasible() && -score.medium() == shortfall;
            AllocationProgram ofCost = AllocationProgram.ofCost(
                    problem, shortfall, cuts ? OptionalLong.of(-score.soft()) : OptionalLong.empty());
            Optional<ExactAnswer> asked = ask(ofCost);
            if (asked.isEmpty()) {
                return TOO_LARGE;
            }
            ExactAnswer answer = asked.get();
            boolean proven = answer.outcome() == Outcome.OPTIMAL;
            return new AllocationProof(
                    proven ? Verdict.OPTIMAL : Verdict.OPEN,
                    answer.best().map(ofCost::plan).or(() -> Optional.of(found)),
                    OptionalLong.of(shortfall),
                    answer.bound().isEmpty()
                            ? OptionalLong.empty()
                            : OptionalLong.of(Math.max(0, answer.bound().getAsLong() + ofCost.constant())));
        }

        private Optional<ExactAnswer> ask(AllocationProgram of) {
            IntegerProgram program = of.program();
            if (program.variables().size() > MOST_VARIABLES) {
                return Optional.empty();
            }
            Map<Integer, Long> near = of.values(known);
            Duration left = Duration.ofNanos(Math.max(0, until - System.nanoTime()));
            return Optional.of(solver.solve(program, near, left, threads));
        }
    }
}
