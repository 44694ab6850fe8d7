package org.zhenjie.scenarios.plan;

import java.time.Duration;
import java.util.Optional;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationResult;
import org.zhenjie.planner.allocation.PlanScore;
import org.zhenjie.planner.allocation.Yardstick;
import org.zhenjie.planner.exact.ExactSolver;
import org.zhenjie.planner.proof.AllocationProof;
import org.zhenjie.planner.yardstick.Apportionment;
import org.zhenjie.scenarios.reform.TotalControl;

/** Hands a plan to the exact solver, where there is one: {@link #run} it on a thread of your own, {@link #cancel} it from any other. */
public final class PlanProof {
    private final Optional<ExactSolver> solver;

    /** A proof by the solver that is there, if one is. */
    public PlanProof() {
        this(ExactSolver.find());
    }

    PlanProof(Optional<ExactSolver> solver) {
        this.solver = solver;
    }

    /** What is known of a plan in the end. */
    public enum Verdict {
        /** It meets the lower bound: nothing was left to prove. */
        BOUND,
        /** No plan is better than the one that the search found. */
        OPTIMAL,
        /** The exact solver found a better plan, and no plan is better than that. */
        IMPROVED_OPTIMAL,
        /** The exact solver found a better plan; the time was over before more was known. */
        IMPROVED,
        /** The time was over before more was known. */
        OPEN,
        /** No plan keeps every hard rule. */
        IMPOSSIBLE,
        /** The problem is more than is handed to the exact solver. */
        TOO_LARGE,
        /** There is no exact solver. */
        NO_SOLVER
    }

    /**
     * What came of it.
     *
     * @param planned the plan: the one that was handed in, or a better one, with the bound as it is known now
     * @param verdict what is known of it
     */
    public record Proven(PlannedScenario planned, Verdict verdict) {}

    /** Name of the solver; empty where there is none. */
    public String solver() {
        return solver.map(ExactSolver::name).orElse("");
    }

    /** Proves a plan to be a best one or finds a better one, as far as the time goes. */
    public Proven run(PlannedScenario planned, Duration time) {
        if (planned.result().gap().orElse(1) == 0) {
            return new Proven(planned, Verdict.BOUND);
        }
        return solver.map(one -> ask(one, planned, time)).orElseGet(() -> new Proven(planned, Verdict.NO_SOLVER));
    }

    /** Ends the proof; {@link #run} then returns what is known so far. */
    public void cancel() {
        solver.ifPresent(ExactSolver::stop);
    }

    private static Proven ask(ExactSolver solver, PlannedScenario planned, Duration time) {
        AllocationResult result = planned.result();
        AllocationProof proof = AllocationProof.of(
                planned.problem(),
                result.plan(),
                result.yardstick().map(Yardstick::leastShortfall).orElse(0L),
                solver,
                time,
                Runtime.getRuntime().availableProcessors());
        if (proof.verdict() == AllocationProof.Verdict.TOO_LARGE) {
            return new Proven(planned, Verdict.TOO_LARGE);
        }
        boolean isBest = proof.verdict() == AllocationProof.Verdict.OPTIMAL;
        // of equally good plans the one of the search stays: it can be made again from its seed
        AllocationPlan plan = proof.plan()
                .filter(found -> PlanScore.of(planned.problem(), found).score().compareTo(result.score()) > 0)
                .orElse(result.plan());
        boolean isBetter = plan != result.plan();
        Verdict verdict = proof.verdict() == AllocationProof.Verdict.IMPOSSIBLE
                ? Verdict.IMPOSSIBLE
                : isBetter
                        ? isBest ? Verdict.IMPROVED_OPTIMAL : Verdict.IMPROVED
                        : isBest ? Verdict.OPTIMAL : Verdict.OPEN;
        return new Proven(with(planned, plan, yardstick(planned, proof), verdict == Verdict.IMPOSSIBLE), verdict);
    }

    private static Optional<Yardstick> yardstick(PlannedScenario planned, AllocationProof proof) {
        Optional<Yardstick> before = planned.result().yardstick();
        if (proof.leastShortfall().isEmpty() || proof.lowerBound().isEmpty()) {
            return before;
        }
        long hamiltonCost = before.map(Yardstick::hamiltonCost).orElseGet(() -> hamiltonCost(planned.problem()));
        long least = proof.leastShortfall().getAsLong();
        // a bound counts at its own shortfall only
        long bound = before.filter(one -> one.leastShortfall() == least)
                .map(Yardstick::lowerBound)
                .orElse(0L);
        return Optional.of(new Yardstick(
                least,
                Math.max(bound, proof.lowerBound().getAsLong()),
                hamiltonCost,
                proof.verdict() == AllocationProof.Verdict.OPTIMAL));
    }

    private static long hamiltonCost(AllocationProblem problem) {
        AllocationPlan hamilton = Apportionment.of(problem, Apportionment.Method.HAMILTON);
        return -PlanScore.of(problem, hamilton).score().soft();
    }

    private static PlannedScenario with(
            PlannedScenario planned, AllocationPlan plan, Optional<Yardstick> yardstick, boolean impossible) {
        PlanScore score = PlanScore.of(planned.problem(), plan);
        AllocationResult before = planned.result();
        return new PlannedScenario(
                planned.scenario(),
                planned.baseline(),
                planned.study(),
                planned.problem(),
                new AllocationResult(
                        plan,
                        score.score(),
                        before.startScore(),
                        yardstick,
                        before.impossible() || impossible,
                        before.steps(),
                        before.stoppedBy()),
                score,
                TotalControl.of(planned.baseline(), planned.study(), plan),
                planned.provenance(),
                planned.run(),
                planned.warnings());
    }
}
