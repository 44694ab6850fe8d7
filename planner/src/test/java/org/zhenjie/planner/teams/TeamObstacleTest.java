package org.zhenjie.planner.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhenjie.planner.teams.TeamProblem.CLOSED;
import static org.zhenjie.planner.teams.TeamProblem.NO_SKILL;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.zhenjie.planner.teams.TeamObstacle.Kind;
import org.zhenjie.planner.teams.TeamProblem.Supply;

/** Teams that cannot be formed say which rule it is, and by how much. */
class TeamObstacleTest {
    private static final OptionalInt ALL = OptionalInt.empty();

    /** Two teams; bodies with so many people each, all 1 away. */
    private static TeamProblem problem(int people, int least, int most, List<Integer> skills, Supply... supplies) {
        int bodies = 1 + List.of(supplies).stream().mapToInt(Supply::body).max().orElse(0);
        long[][] distances = new long[bodies][2];
        return new TeamProblem(
                List.of("west", "east"),
                java.util.stream.IntStream.range(0, bodies)
                        .mapToObj(body -> "b" + body)
                        .toList(),
                TeamProblem.together(List.of(supplies)),
                distances,
                people,
                least,
                most,
                skills);
    }

    private static Supply plain(int body, int people) {
        return new Supply(body, NO_SKILL, people);
    }

    @Test
    void enough_of_everything_is_no_obstacle() {
        assertThat(TeamObstacle.of(problem(2, 2, 2, List.of(1), plain(0, 2), new Supply(1, 0, 2))))
                .isEmpty();
    }

    @Test
    void people_may_be_too_few_for_all_teams_together() {
        assertThat(TeamObstacle.of(problem(3, 1, 3, List.of(), plain(0, 3), plain(1, 2))))
                .containsExactly(new TeamObstacle(Kind.PEOPLE, ALL, NO_SKILL, 6, 5));
    }

    @Test
    void people_of_a_skill_may_be_too_few() {
        assertThat(TeamObstacle.of(problem(2, 1, 2, List.of(2), plain(0, 9), new Supply(1, 0, 3))))
                .containsExactly(new TeamObstacle(Kind.SKILL, ALL, 0, 4, 3));
    }

    @Test
    void bodies_may_be_too_few_as_each_can_be_in_no_more_teams_than_it_has_people() {
        assertThat(TeamObstacle.of(problem(2, 2, 2, List.of(), plain(0, 9), plain(1, 1))))
                .containsExactly(new TeamObstacle(Kind.BODIES, ALL, NO_SKILL, 4, 3));
    }

    @Test
    void a_single_team_may_lack_people_bodies_and_skills_where_bodies_send_nobody() {
        TeamProblem open = problem(2, 2, 2, List.of(1), plain(0, 4), new Supply(1, 0, 4));
        TeamProblem closed = new TeamProblem(
                open.teams(), open.bodies(), open.supplies(), new long[][] {{1, 1}, {1, CLOSED}}, 2, 2, 2, List.of(1));

        assertThat(TeamObstacle.of(closed))
                .containsExactly(
                        new TeamObstacle(Kind.BODIES, OptionalInt.of(1), NO_SKILL, 2, 1),
                        new TeamObstacle(Kind.SKILL, OptionalInt.of(1), 0, 1, 0));
    }

    @Test
    void as_many_bodies_as_a_team_may_have_may_hold_too_few_people() {
        assertThat(TeamObstacle.of(problem(5, 1, 2, List.of(), plain(0, 2), plain(1, 2), plain(2, 9), plain(3, 2))))
                .isEmpty();
        assertThat(TeamObstacle.of(problem(5, 1, 2, List.of(), plain(0, 2), plain(1, 2), plain(2, 2), plain(3, 9))))
                .isEmpty();
        assertThat(TeamObstacle.of(problem(5, 1, 2, List.of(), plain(0, 2), plain(1, 2), plain(2, 2), plain(3, 2))))
                .contains(new TeamObstacle(Kind.MOST_BODIES, OptionalInt.of(0), NO_SKILL, 5, 4));
    }

    @Test
    void the_rules_of_a_team_may_contradict_each_other_where_none_does_by_itself() {
        TeamProblem problem = problem(2, 1, 1, List.of(1), plain(0, 9), new Supply(1, 0, 1), new Supply(2, 0, 1));

        assertThat(TeamObstacle.of(problem)).contains(new TeamObstacle(Kind.TEAM, OptionalInt.of(0), NO_SKILL, 2, 0));
    }

    @Test
    void places_may_stay_empty_where_the_people_are_all_on_one_side() {
        TeamProblem open = problem(2, 1, 2, List.of(), plain(0, 2), plain(1, 1), plain(2, 1));
        TeamProblem closed = new TeamProblem(
                open.teams(),
                open.bodies(),
                open.supplies(),
                new long[][] {{1, 1}, {CLOSED, 1}, {CLOSED, 1}},
                2,
                1,
                2,
                List.of());
        assertThat(TeamObstacle.of(closed)).isEmpty();

        TeamProblem few = new TeamProblem(
                List.of("west", "middle", "east"),
                List.of("b0", "b1"),
                List.of(plain(0, 2), plain(1, 9)),
                new long[][] {{1, 1, 1}, {CLOSED, CLOSED, 1}},
                2,
                1,
                2,
                List.of());
        assertThat(TeamObstacle.of(few)).containsExactly(new TeamObstacle(Kind.PLACES, ALL, NO_SKILL, 6, 4));
    }
}
