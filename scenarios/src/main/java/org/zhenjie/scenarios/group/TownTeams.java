package org.zhenjie.scenarios.group;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhenjie.planner.teams.TeamPlan;
import org.zhenjie.planner.teams.TeamProblem;
import org.zhenjie.planner.teams.TeamProblem.Supply;
import org.zhenjie.scenarios.group.TeamBodies.Body;

/**
 * The teams of groups of towns: who sends whom.
 *
 * @param bodies who could send people
 * @param problem the teams in numbers, in the order of the groups
 * @param plan who is in each team
 * @param bound no plan costs less
 */
public record TownTeams(TeamBodies bodies, TeamProblem problem, TeamPlan plan, long bound) {

    /**
     * People whom a body sends to a team.
     *
     * @param skill the skill for which the team may count them
     * @param metres how far each of them goes
     */
    public record Sent(Body body, Optional<String> skill, int people, long metres) {}

    /** Who is sent to the team of a group, in the order of the bodies. */
    public List<Sent> sent(int group) {
        int team = group - 1;
        return plan.teams().get(team).stream()
                .distinct()
                .map(supply -> sent(team, supply))
                .toList();
    }

    private Sent sent(int team, int supply) {
        Supply from = problem.supplies().get(supply);
        int people = (int)
                plan.teams().get(team).stream().filter(one -> one == supply).count();
        return new Sent(bodies.bodies().get(from.body()), bodies.skillOf(from), people, problem.distance(supply, team));
    }

    /** How many people each body sends to the team of a group. */
    public Map<Body, Integer> people(int group) {
        Map<Body, Integer> people = new LinkedHashMap<>();
        sent(group).forEach(one -> people.merge(one.body(), one.people(), Integer::sum));
        return people;
    }

    /** How many people each body sends to the team of a group, in words. */
    public String text(int group, Locale locale, String separator) {
        return people(group).entrySet().stream()
                .map(entry -> entry.getKey().name().in(locale) + " " + entry.getValue())
                .collect(Collectors.joining(separator));
    }

    /** How far all people of the team of a group go, metres. */
    public long metres(int group) {
        return sent(group).stream()
                .mapToLong(one -> one.people() * one.metres())
                .sum();
    }

    /** Sum of people times metres. */
    public long cost() {
        return plan.account(problem).cost();
    }
}
