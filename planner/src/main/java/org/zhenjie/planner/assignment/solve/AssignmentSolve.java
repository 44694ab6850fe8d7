package org.zhenjie.planner.assignment.solve;

import java.util.List;
import org.optaplanner.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.assignment.AssignmentPlan;
import org.zhenjie.planner.assignment.AssignmentProblem;
import org.zhenjie.planner.assignment.AssignmentStart;
import org.zhenjie.planner.search.LocalSearch;
import org.zhenjie.planner.search.Outcome;
import org.zhenjie.planner.search.StagedSolve;

/** The solve of one assignment. */
public final class AssignmentSolve implements StagedSolve.Stages<AssignmentPlan, AssignmentSolution> {

    private final AssignmentProblem problem;
    private final EnvironmentMode mode;

    AssignmentSolve(AssignmentProblem problem, EnvironmentMode mode) {
        this.problem = problem;
        this.mode = mode;
    }

    /** A solve that begins now; every task of the problem has a worker that can do it. */
    public static StagedSolve<AssignmentPlan, AssignmentSolution> of(AssignmentProblem problem, SolveOptions options) {
        return new StagedSolve<>(new AssignmentSolve(problem, EnvironmentMode.REPRODUCIBLE), options);
    }

    @Override
    public StagedSolve.Start<AssignmentPlan> start(SolveOptions options) {
        return new AssignmentStart(problem, options);
    }

    @Override
    public LocalSearch.Setup<AssignmentSolution> setup(LocalSearchAcceptorConfig acceptor) {
        return new LocalSearch.Setup<>(
                AssignmentSolution.class,
                List.of(Task.class),
                LocalSearch.rules(AssignmentRules.class),
                Sharings.class,
                acceptor,
                mode);
    }

    @Override
    public int size() {
        return problem.tasks().size();
    }

    @Override
    public AssignmentSolution solution(AssignmentPlan plan) {
        return AssignmentSolution.of(problem, plan);
    }

    @Override
    public AssignmentPlan plan(AssignmentSolution solution) {
        return solution.plan();
    }

    @Override
    public Outcome outcome(AssignmentPlan plan) {
        return plan.account(problem);
    }
}
