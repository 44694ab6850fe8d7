package org.zhenjie.planner.teams;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Teams to form jointly by several bodies, with the least sum of people times distance.
 *
 * @param teams ids of the teams
 * @param bodies ids of the bodies
 * @param supplies who can be sent: at most one supply of each body and skill
 * @param distances by body and team; {@link #CLOSED} where a body sends nobody
 * @param people people of each team, 1 or more
 * @param least least bodies of each team, 1 or more
 * @param most most bodies of each team
 * @param skills least people of each team with a skill, by the number of the skill; 1 or more
 */
public record TeamProblem(
        List<String> teams,
        List<String> bodies,
        List<Supply> supplies,
        long[][] distances,
        int people,
        int least,
        int most,
        List<Integer> skills) {
    /** The distance of a body to a team to which it sends nobody. */
    public static final long CLOSED = -1;
    /** The skill of people whom no team asks for by skill. */
    public static final int NO_SKILL = -1;
    /** Most states of one team on the way to its best: people, bodies, and people of each skill so far. */
    private static final long MOST_STATES = 20_000;

    public TeamProblem {
        teams = List.copyOf(teams);
        bodies = List.copyOf(bodies);
        supplies = List.copyOf(supplies);
        skills = List.copyOf(skills);
        boolean asksTooMuch =
                least > people || skills.stream().mapToInt(Integer::intValue).sum() > people;
        if (least < 1 || most < least || asksTooMuch || skills.stream().anyMatch(number -> number < 1)) {
            throw new IllegalArgumentException("Team problem does not hold together");
        }
    }

    /** People that a body can spare; of a skill, by its number, or of {@link #NO_SKILL}. */
    public record Supply(int body, int skill, int people) {}

    /** Supplies put together by body and skill, in the order of the bodies; those without people are left out. */
    public static List<Supply> together(List<Supply> supplies) {
        Map<List<Integer>, Integer> people = new LinkedHashMap<>();
        supplies.forEach(one -> people.merge(List.of(one.body(), one.skill()), one.people(), Math::addExact));
        List<Supply> all = new ArrayList<>();
        people.forEach((key, number) -> all.add(new Supply(key.get(0), key.get(1), number)));
        all.removeIf(one -> one.people() == 0);
        all.sort(Comparator.comparingInt(Supply::body).thenComparingInt(Supply::skill));
        return all;
    }

    /** Whether the best team cannot be found in good time: too many skills and people at once. */
    public static boolean isTooLarge(int people, int most, List<Integer> skills) {
        double states = 2.0 * (people + 1) * (Math.min(most, people) + 1);
        for (int number : skills) {
            states *= number + 1.0;
        }
        return states > MOST_STATES;
    }

    /** Whether people of a supply may go to a team. */
    public boolean isOpen(int supply, int team) {
        return distances[supplies.get(supply).body()][team] != CLOSED;
    }

    /** How far a person of a supply goes to a team. */
    public long distance(int supply, int team) {
        return distances[supplies.get(supply).body()][team];
    }

    /** No plan that keeps the rules costs more. */
    long dearest() {
        return people
                * IntStream.range(0, teams.size())
                        .mapToLong(team -> open(team)
                                .mapToLong(supply -> distance(supply, team))
                                .max()
                                .orElse(0))
                        .sum();
    }

    /** Most people of one body in a team: the other bodies need one each. */
    int mostOfBody() {
        return people - least + 1;
    }

    /** Supplies whose people may go to a team. */
    IntStream open(int team) {
        return IntStream.range(0, supplies.size()).filter(supply -> isOpen(supply, team));
    }
}
