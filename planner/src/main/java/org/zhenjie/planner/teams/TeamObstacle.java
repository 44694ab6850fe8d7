package org.zhenjie.planner.teams;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What alone shows that there is no plan: a rule, where, and by how much it cannot be kept.
 *
 * @param kind the rule
 * @param team position of the team; empty for all teams together
 * @param skill number of the skill, where it is one that is lacking; else {@link TeamProblem#NO_SKILL}
 * @param needed what the rule asks for
 * @param there what there is
 */
public record TeamObstacle(Kind kind, OptionalInt team, int skill, long needed, long there) {
    /** A rule that cannot be kept. */
    public enum Kind {
        /** People that bodies can spare. */
        PEOPLE,
        /** People of a skill. */
        SKILL,
        /** Bodies that can send someone; over all teams each body counts once for each team to which it can. */
        BODIES,
        /** People of as many bodies as a team may have. */
        MOST_BODIES,
        /** All rules of one team together, though each by itself can be kept. */
        TEAM,
        /** People, skills and places of all teams together. */
        PLACES
    }

    /** The obstacles of a problem, none where it may have a plan: those of single teams, else those of all together. */
    public static List<TeamObstacle> of(TeamProblem problem) {
        List<TeamObstacle> found = new ArrayList<>();
        for (int team = 0; team < problem.teams().size(); team++) {
            ofTeam(problem, team, found);
        }
        if (found.isEmpty()) {
            ofAll(problem, found);
        }
        if (found.isEmpty()) {
            long empty = TeamFlow.of(problem).empty();
            long places = (long) problem.people() * problem.teams().size();
            check(found, Kind.PLACES, OptionalInt.empty(), TeamProblem.NO_SKILL, places, places - empty);
        }
        return found;
    }

    private static void ofTeam(TeamProblem problem, int team, List<TeamObstacle> found) {
        OptionalInt here = OptionalInt.of(team);
        long[] people = new long[problem.bodies().size()];
        problem.open(team)
                .mapToObj(problem.supplies()::get)
                .forEach(one -> people[one.body()] += Math.min(one.people(), problem.people()));
        long all = Arrays.stream(people).sum();
        long bodies = Arrays.stream(people).filter(one -> one > 0).count();
        check(found, Kind.PEOPLE, here, TeamProblem.NO_SKILL, problem.people(), all);
        check(found, Kind.BODIES, here, TeamProblem.NO_SKILL, problem.least(), bodies);
        for (int skill = 0; skill < problem.skills().size(); skill++) {
            check(
                    found,
                    Kind.SKILL,
                    here,
                    skill,
                    problem.skills().get(skill),
                    ofSkill(problem, problem.open(team), skill));
        }
        if (found.isEmpty()) {
            long largest = Arrays.stream(people)
                    .sorted()
                    .skip(Math.max(0, people.length - problem.most()))
                    .sum();
            check(found, Kind.MOST_BODIES, here, TeamProblem.NO_SKILL, problem.people(), largest);
        }
        if (found.isEmpty() && new BestTeam(problem).find(BestTeam.alone(problem, team)) == null) {
            found.add(new TeamObstacle(Kind.TEAM, here, TeamProblem.NO_SKILL, problem.people(), 0));
        }
    }

    private static void ofAll(TeamProblem problem, List<TeamObstacle> found) {
        int teams = problem.teams().size();
        OptionalInt everywhere = OptionalInt.empty();
        long people = problem.supplies().stream()
                .mapToLong(TeamProblem.Supply::people)
                .sum();
        check(found, Kind.PEOPLE, everywhere, TeamProblem.NO_SKILL, (long) problem.people() * teams, people);
        for (int skill = 0; skill < problem.skills().size(); skill++) {
            IntStream everyone = IntStream.range(0, problem.supplies().size());
            check(
                    found,
                    Kind.SKILL,
                    everywhere,
                    skill,
                    (long) problem.skills().get(skill) * teams,
                    ofSkill(problem, everyone, skill));
        }
        check(found, Kind.BODIES, everywhere, TeamProblem.NO_SKILL, (long) problem.least() * teams, shares(problem));
    }

    /** In how many teams bodies can be, summed over bodies: no more than they have people, or teams to which they send anyone. */
    private static long shares(TeamProblem problem) {
        long[] people = new long[problem.bodies().size()];
        problem.supplies().forEach(one -> people[one.body()] += one.people());
        return IntStream.range(0, people.length)
                .mapToLong(body -> Math.min(
                        people[body],
                        Arrays.stream(problem.distances()[body])
                                .filter(way -> way != TeamProblem.CLOSED)
                                .count()))
                .sum();
    }

    private static long ofSkill(TeamProblem problem, IntStream supplies, int skill) {
        return supplies.mapToObj(problem.supplies()::get)
                .filter(one -> one.skill() == skill)
                .mapToLong(TeamProblem.Supply::people)
                .sum();
    }

    private static void check(
            List<TeamObstacle> found, Kind kind, OptionalInt team, int skill, long needed, long there) {
        if (there < needed) {
            found.add(new TeamObstacle(kind, team, skill, needed, there));
        }
    }
}
