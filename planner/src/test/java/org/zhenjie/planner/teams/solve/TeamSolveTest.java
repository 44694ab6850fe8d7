package org.zhenjie.planner.teams.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.search.Solved;
import org.zhenjie.planner.search.Solved.StoppedBy;
import org.zhenjie.planner.search.StagedSolve;
import org.zhenjie.planner.teams.TeamDraw;
import org.zhenjie.planner.teams.TeamObstacle;
import org.zhenjie.planner.teams.TeamPlan;
import org.zhenjie.planner.teams.TeamProblem;

/** Teams that are solved: against every plan there is where they are small, and by the bound where they are not. */
class TeamSolveTest {
    private static final int DRAWS = 300;
    /** Draws on which a search that never held people back ended up to 2 % above the optimum. */
    private static final IntStream TRAPS = IntStream.of(-2654766, 259673237, -1550473312, 2134350053);
    /** What a scenario's teams have where nobody gives a limit. */
    private static final long USUAL_STEPS = 2_000;

    private static Solved<TeamPlan> solved(TeamProblem problem, long seed, long steps) {
        SolveOptions options = new SolveOptions(seed, OptionalLong.of(steps), Optional.empty());
        return TeamSolve.of(problem, options).run((cost, bound) -> {});
    }

    /** The same draws each time. */
    @Test
    void small_teams_are_best_the_bound_is_never_above_the_optimum_and_obstacles_are_true() {
        int planned = 0;
        for (int seed : IntStream.concat(IntStream.range(0, DRAWS), TRAPS).toArray()) {
            TeamProblem problem = TeamDraw.small(seed);
            OptionalLong optimum = TeamDraw.optimum(problem);
            if (!TeamObstacle.of(problem).isEmpty()) {
                assertThat(optimum).as("draw %d", seed).isEmpty();
                continue;
            }

            Solved<TeamPlan> solved = solved(problem, seed, USUAL_STEPS);

            assertThat(solved.feasible()).as("draw %d", seed).isEqualTo(optimum.isPresent());
            assertThat(solved.cost()).isEqualTo(solved.plan().account(problem).cost());
            assertThat(solved.impossible() && optimum.isPresent())
                    .as("draw %d", seed)
                    .isFalse();
            if (optimum.isPresent()) {
                assertThat(solved.bound()).as("draw %d", seed).isLessThanOrEqualTo(optimum.getAsLong());
                assertThat(solved.cost()).as("draw %d", seed).isEqualTo(optimum.getAsLong());
                planned++;
            }
        }
        assertThat(planned).isGreaterThan(DRAWS / 4);
    }

    /** Each team by itself could be of the larger body, and there are people enough for both; but both bodies have to send some. */
    @Test
    void a_bound_above_the_dearest_plan_proves_that_there_is_none() {
        TeamProblem problem = new TeamProblem(
                List.of("west", "east"),
                List.of("small", "large"),
                List.of(
                        new TeamProblem.Supply(0, TeamProblem.NO_SKILL, 2),
                        new TeamProblem.Supply(1, TeamProblem.NO_SKILL, 4)),
                new long[][] {{73_813, 52_955}, {36_409, 54_845}},
                3,
                1,
                1,
                List.of());
        assertThat(TeamObstacle.of(problem)).isEmpty();

        Solved<TeamPlan> solved = solved(problem, 0, USUAL_STEPS);

        assertThat(solved.impossible()).isTrue();
        assertThat(solved.feasible()).isFalse();
        assertThat(solved.stoppedBy()).isEqualTo(StoppedBy.BOUND);
    }

    @Test
    void teams_under_no_rule_but_numbers_are_a_transport_that_needs_no_search() {
        TeamProblem problem = TeamDraw.draw(new Random(5), 20, 20, 6, 1, 6, List.of());

        Solved<TeamPlan> solved = solved(problem, 0, 100);

        assertThat(solved.feasible()).isTrue();
        assertThat(solved.cost()).isEqualTo(solved.bound());
        assertThat(solved.steps()).isZero();
        assertThat(solved.stoppedBy()).isEqualTo(StoppedBy.BOUND);
    }

    @Test
    void sixty_teams_of_sixty_bodies_come_near_their_bound() {
        TeamProblem problem = TeamDraw.draw(new Random(7), 60, 60, 8, 3, 4, List.of());

        Solved<TeamPlan> solved = solved(problem, 0, 300);

        assertThat(solved.feasible()).isTrue();
        assertThat(solved.gap().orElseThrow()).isBetween(0.0, 0.01);
    }

    @Test
    void the_same_seed_and_steps_give_the_same_teams() {
        TeamProblem problem = TeamDraw.draw(new Random(3), 12, 10, 6, 3, 4, List.of(1, 1));

        Solved<TeamPlan> once = solved(problem, 4, 120);

        assertThat(solved(problem, 4, 120)).isEqualTo(once);
        assertThat(once.feasible()).isTrue();
    }

    @Test
    void a_solve_that_is_cancelled_before_it_begins_answers_all_the_same() {
        TeamProblem problem = TeamDraw.draw(new Random(3), 12, 10, 6, 3, 4, List.of(1, 1));
        StagedSolve<TeamPlan, TeamSolution> solve =
                TeamSolve.of(problem, new SolveOptions(0, OptionalLong.of(1_000_000), Optional.empty()));
        solve.cancel();

        assertThat(solve.run((cost, bound) -> {}).stoppedBy()).isEqualTo(StoppedBy.CANCELLED);
    }

    @Test
    void moves_and_rules_of_the_last_search_hold_together() {
        TeamProblem problem = TeamDraw.draw(new Random(9), 8, 8, 5, 2, 3, List.of(1));
        SolveOptions options = new SolveOptions(1, OptionalLong.of(60), Optional.empty());

        Solved<TeamPlan> solved = new StagedSolve<>(new TeamSolve(problem, EnvironmentMode.FULL_ASSERT), options)
                .run((cost, bound) -> {});

        assertThat(solved.feasible()).isTrue();
    }
}
