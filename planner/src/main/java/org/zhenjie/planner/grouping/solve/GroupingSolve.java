package org.zhenjie.planner.grouping.solve;

import java.util.List;
import org.optaplanner.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.grouping.GroupingPlan;
import org.zhenjie.planner.grouping.GroupingProblem;
import org.zhenjie.planner.grouping.GroupingStart;
import org.zhenjie.planner.search.LocalSearch;
import org.zhenjie.planner.search.Outcome;
import org.zhenjie.planner.search.StagedSolve;

/** The solve of one grouping. */
public final class GroupingSolve implements StagedSolve.Stages<GroupingPlan, GroupingSolution> {

    private final GroupingProblem problem;
    private final EnvironmentMode mode;

    GroupingSolve(GroupingProblem problem, EnvironmentMode mode) {
        this.problem = problem;
        this.mode = mode;
    }

    /** A solve that begins now; there are as many groups as {@link GroupingProblem#leastGroups} says, or more. */
    public static StagedSolve<GroupingPlan, GroupingSolution> of(GroupingProblem problem, SolveOptions options) {
        return new StagedSolve<>(new GroupingSolve(problem, EnvironmentMode.REPRODUCIBLE), options);
    }

    @Override
    public StagedSolve.Start<GroupingPlan> start(SolveOptions options) {
        return new GroupingStart(problem, options);
    }

    @Override
    public LocalSearch.Setup<GroupingSolution> setup(LocalSearchAcceptorConfig acceptor) {
        return new LocalSearch.Setup<>(
                GroupingSolution.class,
                List.of(Unit.class),
                LocalSearch.rules(GroupingRules.class),
                Regroupings.class,
                acceptor,
                mode);
    }

    @Override
    public int size() {
        return problem.size();
    }

    @Override
    public GroupingSolution solution(GroupingPlan plan) {
        return GroupingSolution.of(problem, plan);
    }

    @Override
    public GroupingPlan plan(GroupingSolution solution) {
        return solution.plan();
    }

    @Override
    public Outcome outcome(GroupingPlan plan) {
        return plan.account(problem);
    }
}
