package org.zhenjie.planner.teams.solve;

import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.variable.PlanningVariable;
import org.zhenjie.planner.search.Changes;
import org.zhenjie.planner.teams.TeamProblem;

/** Decides from which supply one person of a team comes. */
@PlanningEntity
public final class Seat {
    static final Changes.Variable<Seat> SUPPLY = new Changes.Variable<>("supply", Seat::supply, Seat::setSupply);

    private TeamProblem problem;
    private int team;

    @PlanningVariable(valueRangeProviderRefs = "supplies")
    private Integer supply;

    /** For the search library. */
    public Seat() {}

    Seat(TeamProblem problem, int team, int supply) {
        this.problem = problem;
        this.team = team;
        this.supply = supply;
    }

    Seat copy() {
        return new Seat(problem, team, supply);
    }

    int team() {
        return team;
    }

    Integer supply() {
        return supply;
    }

    void setSupply(Integer supply) {
        this.supply = supply;
    }

    int body() {
        return problem.supplies().get(supply).body();
    }

    boolean has(int skill) {
        return problem.supplies().get(supply).skill() == skill;
    }

    boolean isClosed() {
        return !problem.isOpen(supply, team);
    }

    long distance() {
        return isClosed() ? 0 : problem.distance(supply, team);
    }

    @Override
    public String toString() {
        return problem.teams().get(team);
    }
}
