package org.zhenjie.planner.teams.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.optaplanner.core.api.domain.solution.PlanningEntityCollectionProperty;
import org.optaplanner.core.api.domain.solution.PlanningScore;
import org.optaplanner.core.api.domain.solution.PlanningSolution;
import org.optaplanner.core.api.domain.solution.ProblemFactCollectionProperty;
import org.optaplanner.core.api.domain.solution.ProblemFactProperty;
import org.optaplanner.core.api.domain.solution.cloner.SolutionCloner;
import org.optaplanner.core.api.domain.valuerange.CountableValueRange;
import org.optaplanner.core.api.domain.valuerange.ValueRangeFactory;
import org.optaplanner.core.api.domain.valuerange.ValueRangeProvider;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.zhenjie.planner.teams.TeamPlan;
import org.zhenjie.planner.teams.TeamProblem;

/** All teams as OptaPlanner searches them. */
@PlanningSolution(solutionCloner = TeamSolution.Cloner.class)
public final class TeamSolution {

    private TeamProblem problem;

    @ProblemFactCollectionProperty
    private List<Stock> stocks;

    @ProblemFactCollectionProperty
    private List<SkillNeed> needs;

    @ProblemFactProperty
    private BodyLimits limits;

    @PlanningEntityCollectionProperty
    private List<Seat> seats;

    @PlanningScore
    private HardSoftLongScore score;

    /** For the search library. */
    public TeamSolution() {}

    private TeamSolution(TeamProblem problem, List<Seat> seats) {
        this.problem = problem;
        this.seats = seats;
        limits = new BodyLimits(problem.least(), problem.most());
        stocks = IntStream.range(0, problem.supplies().size())
                .mapToObj(supply ->
                        new Stock(supply, problem.supplies().get(supply).people()))
                .toList();
        needs = IntStream.range(0, problem.teams().size())
                .boxed()
                .flatMap(team -> IntStream.range(0, problem.skills().size())
                        .mapToObj(skill ->
                                new SkillNeed(team, skill, problem.skills().get(skill))))
                .toList();
    }

    static TeamSolution of(TeamProblem problem, TeamPlan start) {
        List<Seat> seats = new ArrayList<>();
        for (int team = 0; team < start.teams().size(); team++) {
            for (int supply : start.teams().get(team)) {
                seats.add(new Seat(problem, team, supply));
            }
        }
        return new TeamSolution(problem, seats);
    }

    /** Every supply. */
    @ValueRangeProvider(id = "supplies")
    public CountableValueRange<Integer> supplyRange() {
        return ValueRangeFactory.createIntValueRange(0, stocks.size());
    }

    TeamProblem problem() {
        return problem;
    }

    List<Seat> seats() {
        return seats;
    }

    TeamPlan plan() {
        List<List<Integer>> teams = new ArrayList<>();
        problem.teams().forEach(team -> teams.add(new ArrayList<>()));
        seats.forEach(seat -> teams.get(seat.team()).add(seat.supply()));
        return new TeamPlan(teams);
    }

    /** Copies decisions and shares facts. */
    public static final class Cloner implements SolutionCloner<TeamSolution> {
        @Override
        public TeamSolution cloneSolution(TeamSolution original) {
            TeamSolution copy = new TeamSolution();
            copy.problem = original.problem;
            copy.stocks = original.stocks;
            copy.needs = original.needs;
            copy.limits = original.limits;
            copy.seats = original.seats.stream().map(Seat::copy).toList();
            copy.score = original.score;
            return copy;
        }
    }
}
