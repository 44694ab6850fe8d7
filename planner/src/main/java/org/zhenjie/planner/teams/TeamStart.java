package org.zhenjie.planner.teams;

import java.util.function.BiConsumer;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.search.Pace;
import org.zhenjie.planner.search.Solved;
import org.zhenjie.planner.search.Solved.StoppedBy;
import org.zhenjie.planner.search.StagedSolve;

/**
 * The plan that the last search begins with. Where the flow keeps all rules, it is best. Else its prices are improved, and what each of them makes
 * of the teams is mended; then teams are made anew, until a limit is reached, the bound is met, or it is cancelled. A bound
 * above the dearest plan there is proves that there is none.
 */
public final class TeamStart implements StagedSolve.Start<TeamPlan> {
    /** Share of the limits that the bound may take. */
    private static final double BOUND_SHARE = 0.3;

    private final TeamProblem problem;
    private final long seed;
    private final Pace pace;

    /** Begins now; the problem has no {@link TeamObstacle}. */
    public TeamStart(TeamProblem problem, SolveOptions options) {
        this.problem = problem;
        seed = options.seed();
        pace = new Pace(options.steps(), options.time());
    }

    @Override
    public void cancel() {
        pace.cancel();
    }

    @Override
    public Solved<TeamPlan> run(BiConsumer<Long, Long> progress) {
        TeamFlow flow = TeamFlow.of(problem);
        BestTeam best = new BestTeam(problem);
        TeamBound bound = new TeamBound(problem, best, flow);
        TeamSearch search = new TeamSearch(problem, best, seed, flow.plan());
        TeamPlan.Account account = search.best().account(problem);
        long dearest = problem.dearest();
        while (!account.meets(bound.value()) && bound.value() <= dearest && !pace.isOver()) {
            if (!bound.isDone() && pace.share() < BOUND_SHARE) {
                search.goOn(bound.step(account.isFeasible() ? account.cost() : 2 * bound.value()));
            } else {
                search.step(bound.prices(), pace.share());
            }
            pace.took(1);
            account = search.best().account(problem);
            progress.accept(account.cost(), bound.value());
        }
        boolean impossible = bound.value() > dearest;
        boolean met = impossible || account.meets(bound.value());
        return new Solved<>(
                search.best(),
                account.cost(),
                account.isFeasible(),
                bound.value(),
                impossible,
                pace.steps(),
                met ? StoppedBy.BOUND : pace.stoppedBy());
    }
}
