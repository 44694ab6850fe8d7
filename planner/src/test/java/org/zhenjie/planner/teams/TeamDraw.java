package org.zhenjie.planner.teams;

import static org.zhenjie.planner.teams.TeamProblem.CLOSED;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
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

    /** The least cost of any plan, by trying every one that may be cheaper than the best so far; empty where there is none. */
    public static OptionalLong optimum(TeamProblem problem) {
        int[] left = problem.supplies().stream().mapToInt(Supply::people).toArray();
        List<List<Team>> all = new ArrayList<>();
        for (int team = 0; team < problem.teams().size(); team++) {
            List<Team> some = new ArrayList<>();
            list(problem, left, team, new ArrayList<>(), some);
            some.sort(Comparator.comparingLong(Team::cost));
            all.add(some);
        }
        long best = tried(all, left, 0, 0, Long.MAX_VALUE);
        return best == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(best);
    }

    /** The supplies of its people, and their ways. */
    private record Team(List<Integer> supplies, long cost) {}

    /** Lists every team that keeps its own rules. */
    private static void list(TeamProblem problem, int[] left, int team, List<Integer> seated, List<Team> all) {
        if (seated.size() == problem.people()) {
            if (keepsItsRules(problem, seated)) {
                long cost = seated.stream()
                        .mapToLong(supply -> problem.distance(supply, team))
                        .sum();
                all.add(new Team(List.copyOf(seated), cost));
            }
            return;
        }
        int from = seated.isEmpty() ? 0 : seated.get(seated.size() - 1);
        for (int supply = from; supply < left.length; supply++) {
            if (left[supply] > 0 && problem.isOpen(supply, team)) {
                left[supply]--;
                seated.add(supply);
                list(problem, left, team, seated, all);
                seated.remove(seated.size() - 1);
                left[supply]++;
            }
        }
    }

    private static long tried(List<List<Team>> all, int[] left, int number, long cost, long known) {
        if (number == all.size()) {
            return Math.min(known, cost);
        }
        long best = known;
        for (Team team : all.get(number)) {
            if (cost + team.cost() >= best) {
                break;
            }
            team.supplies().forEach(supply -> left[supply]--);
            if (Arrays.stream(left).allMatch(people -> people >= 0)) {
                best = tried(all, left, number + 1, cost + team.cost(), best);
            }
            team.supplies().forEach(supply -> left[supply]++);
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
