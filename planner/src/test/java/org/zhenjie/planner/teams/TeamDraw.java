package org.zhenjie.planner.teams;

import static org.zhenjie.planner.teams.TeamProblem.CLOSED;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import org.zhenjie.planner.teams.TeamProblem.Supply;

/** Teams drawn at random, and the answer to small ones by trying everything. */
public final class TeamDraw {
    private TeamDraw() {}

    /** Two or three small teams of bodies some of which have people of a skill; not every draw has a plan. */
    public static TeamProblem small(int seed) {
        Random random = new Random(seed);
        int people = 2 + random.nextInt(3);
        int least = 1 + random.nextInt(people);
        List<Integer> skills = random.nextBoolean() ? List.of(1) : List.of();
        return draw(
                random, 2 + random.nextInt(2), 3 + random.nextInt(3), people, least, least + random.nextInt(2), skills);
    }

    /** Places of teams and bodies on a square of 100 km. */
    public static TeamProblem draw(
            Random random, int teams, int bodies, int people, int least, int most, List<Integer> skills) {
        List<Supply> supplies = new ArrayList<>();
        int each = Math.max(1, 3 * people * teams / bodies);
        for (int body = 0; body < bodies; body++) {
            supplies.add(new Supply(body, TeamProblem.NO_SKILL, random.nextInt(each + 1)));
            for (int skill = 0; skill < skills.size(); skill++) {
                supplies.add(new Supply(body, skill, random.nextInt(2 + each / 3)));
            }
        }
        int[][] at = IntStream.range(0, teams + bodies)
                .mapToObj(i -> new int[] {random.nextInt(100_000), random.nextInt(100_000)})
                .toArray(int[][]::new);
        long[][] distances = new long[bodies][teams];
        for (int body = 0; body < bodies; body++) {
            for (int team = 0; team < teams; team++) {
                int[] from = at[teams + body];
                distances[body][team] = random.nextInt(8) == 0
                        ? CLOSED
                        : Math.round(Math.hypot(from[0] - at[team][0], from[1] - at[team][1]));
            }
        }
        return new TeamProblem(
                names("t", teams),
                names("b", bodies),
                TeamProblem.together(supplies),
                distances,
                people,
                least,
                most,
                skills);
    }

    private static List<String> names(String letter, int number) {
        return IntStream.range(0, number).mapToObj(i -> letter + i).toList();
    }

    /** The least cost of any plan, by trying every one; empty where there is none. */
    public static OptionalLong optimum(TeamProblem problem) {
        int[] left = problem.supplies().stream().mapToInt(Supply::people).toArray();
        long best = tried(problem, left, new ArrayList<>(), Long.MAX_VALUE);
        return best == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(best);
    }

    private static long tried(TeamProblem problem, int[] left, List<List<Integer>> teams, long known) {
        if (teams.size() == problem.teams().size()) {
            TeamPlan.Account account = new TeamPlan(teams).account(problem);
            return account.isFeasible() ? Math.min(known, account.cost()) : known;
        }
        return seated(problem, left, teams, new ArrayList<>(), 0, known);
    }

    private static long seated(
            TeamProblem problem, int[] left, List<List<Integer>> teams, List<Integer> team, int from, long known) {
        if (team.size() == problem.people()) {
            if (!keepsItsRules(problem, team)) {
                return known;
            }
            teams.add(List.copyOf(team));
            long best = tried(problem, left, teams, known);
            teams.remove(teams.size() - 1);
            return best;
        }
        long best = known;
        for (int supply = from; supply < left.length; supply++) {
            if (left[supply] > 0 && problem.isOpen(supply, teams.size())) {
                left[supply]--;
                team.add(supply);
                best = seated(problem, left, teams, team, supply, best);
                team.remove(team.size() - 1);
                left[supply]++;
            }
        }
        return best;
    }

    private static boolean keepsItsRules(TeamProblem problem, List<Integer> team) {
        long bodies = team.stream()
                .map(one -> problem.supplies().get(one).body())
                .distinct()
                .count();
        return bodies >= problem.least()
                && bodies <= problem.most()
                && IntStream.range(0, problem.skills().size())
                        .allMatch(skill -> team.stream()
                                        .filter(one ->
                                                problem.supplies().get(one).skill() == skill)
                                        .count()
                                >= problem.skills().get(skill));
    }
}
