package org.zhenjie.planner.teams.solve;

import java.util.List;
import org.optaplanner.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.search.LocalSearch;
import org.zhenjie.planner.search.Outcome;
import org.zhenjie.planner.search.StagedSolve;
import org.zhenjie.planner.teams.TeamPlan;
import org.zhenjie.planner.teams.TeamProblem;
import org.zhenjie.planner.teams.TeamStart;

/** The solve of the teams of one problem. */
public final class TeamSolve implements StagedSolve.Stages<TeamPlan, TeamSolution> {

    private final TeamProblem problem;
    private final EnvironmentMode mode;

    TeamSolve(TeamProblem problem, EnvironmentMode mode) {
        this.problem = problem;
        this.mode = mode;
    }

    /** A solve that begins now; the problem has no {@link org.zhenjie.planner.teams.TeamObstacle}. */
    public static StagedSolve<TeamPlan, TeamSolution> of(TeamProblem problem, SolveOptions options) {
        return new StagedSolve<>(new TeamSolve(problem, EnvironmentMode.REPRODUCIBLE), options);
    }

    @Override
    public StagedSolve.Start<TeamPlan> start(SolveOptions options) {
        return new TeamStart(problem, options);
    }

    @Override
    public LocalSearch.Setup<TeamSolution> setup(LocalSearchAcceptorConfig acceptor) {
        return new LocalSearch.Setup<>(
                TeamSolution.class,
                List.of(Seat.class),
                LocalSearch.rules(TeamRules.class),
                Exchanges.class,
                acceptor,
                mode);
    }

    @Override
    public int size() {
        return problem.teams().size() * problem.people();
    }

    @Override
    public TeamSolution solution(TeamPlan plan) {
        return TeamSolution.of(problem, plan);
    }

    @Override
    public TeamPlan plan(TeamSolution solution) {
        return solution.plan();
    }

    @Override
    public Outcome outcome(TeamPlan plan) {
        return plan.account(problem);
    }
}
