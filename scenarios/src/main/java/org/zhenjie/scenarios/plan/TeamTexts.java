package org.zhenjie.scenarios.plan;

import java.util.List;
import java.util.stream.Stream;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.planner.teams.TeamObstacle;
import org.zhenjie.planner.teams.TeamPlan;
import org.zhenjie.planner.teams.TeamProblem;
import org.zhenjie.scenarios.group.TeamBodies;
import org.zhenjie.scenarios.problem.Texts;

/** Why teams cannot be formed, as people read it. */
final class TeamTexts {
    private TeamTexts() {}

    /** What alone shows that there are no such teams. */
    static Problem obstacle(TeamBodies bodies, TeamObstacle obstacle) {
        Where where = bodies.task().where();
        Where at = obstacle.team().isPresent()
                ? where.value(String.valueOf(obstacle.team().getAsInt() + 1))
                : where;
        String key = "team." + (obstacle.team().isPresent() ? "one." : "all.") + obstacle.kind();
        String skill =
                obstacle.skill() == TeamProblem.NO_SKILL ? "" : bodies.skills().get(obstacle.skill());
        return Problem.error(
                Texts.BUNDLE,
                key,
                at,
                obstacle.needed(),
                obstacle.there(),
                obstacle.needed() - obstacle.there(),
                skill);
    }

    /** That it is proven that there are no such teams, though nothing {@link #obstacle alone shows it}. */
    static Problem impossible(TeamBodies bodies) {
        return Problem.error(Texts.BUNDLE, "team.impossible", bodies.task().where());
    }

    /** What the best teams that a search has found break. */
    static List<Problem> broken(TeamBodies bodies, TeamPlan.Account account) {
        return Stream.of(
                        broken(bodies, "team.broken.people", account.overdrawn()),
                        broken(bodies, "team.broken.bodiesShort", account.bodiesShort()),
                        broken(bodies, "team.broken.bodiesMore", account.bodiesMore()),
                        broken(bodies, "team.broken.skills", account.skillsShort()))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Problem> broken(TeamBodies bodies, String key, long amount) {
        return amount == 0
                ? List.of()
                : List.of(Problem.error(Texts.BUNDLE, key, bodies.task().where(), amount));
    }
}
