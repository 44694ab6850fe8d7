package org.zhenjie.planner.teams;

import java.util.Arrays;
import java.util.List;

/**
 * The cheapest team that keeps all rules of teams, by dynamic programming over the supplies: a state is the people so far, their bodies, how
 * much of each skill is there, and whether the body of the supply at hand is in the team.
 */
final class BestTeam {
    /** The cost of what cannot be. */
    static final long NEVER = Long.MAX_VALUE / 4;

    private final TeamProblem problem;
    /** Bodies are counted up to here; beyond that they make no difference where there is no room for too many. */
    private final int bodies;

    private final boolean mayBeMore;
    private final int covers;
    private final int[] radix;
    private final int states;
    private final long[][] cost;
    private final int[][] before;

    BestTeam(TeamProblem problem) {
        this.problem = problem;
        mayBeMore = problem.most() >= problem.people();
        bodies = mayBeMore ? problem.least() : problem.most();
        radix = new int[problem.skills().size()];
        int all = 1;
        for (int skill = 0; skill < radix.length; skill++) {
            radix[skill] = all;
            all *= problem.skills().get(skill) + 1;
        }
        covers = all;
        states = 2 * (bodies + 1) * (problem.people() + 1) * covers;
        cost = new long[2][states];
        before = new int[problem.supplies().size()][states];
    }

    /** What a number of people of a supply cost a team. */
    interface Price {
        /** Cost of so many people, 1 or more; {@link #NEVER} or more where they cannot be had. */
        long of(int supply, int people);
    }

    /** What people cost a team that has them all to itself: the ways that they go. */
    static Price alone(TeamProblem problem, int team) {
        return (supply, people) -> people > problem.supplies().get(supply).people() || !problem.isOpen(supply, team)
                ? NEVER
                : people * problem.distance(supply, team);
    }

    /** The supplies of the people of the cheapest team; null where there is none. */
    int[] find(Price price) {
        Arrays.fill(cost[0], NEVER);
        cost[0][0] = 0;
        List<TeamProblem.Supply> supplies = problem.supplies();
        for (int supply = 0; supply < supplies.size(); supply++) {
            boolean newBody = supply == 0
                    || supplies.get(supply).body() != supplies.get(supply - 1).body();
            extend(supply, newBody, prices(supply, price), cost[supply % 2], cost[(supply + 1) % 2]);
        }
        long[] end = cost[supplies.size() % 2];
        int best = -1;
        for (int state = 0; state < states; state++) {
            if (end[state] < NEVER && isWhole(state) && (best < 0 || end[state] < end[best])) {
                best = state;
            }
        }
        return best < 0 ? null : team(best);
    }

    private long[] prices(int supply, Price price) {
        long[] prices = new long[problem.mostOfBody() + 1];
        int most = 0;
        while (most < prices.length - 1 && price.of(supply, most + 1) < NEVER) {
            most++;
            prices[most] = price.of(supply, most);
        }
        return Arrays.copyOf(prices, most + 1);
    }

    private void extend(int supply, boolean newBody, long[] prices, long[] from, long[] to) {
        Arrays.fill(to, NEVER);
        int skill = problem.supplies().get(supply).skill();
        for (int state = 0; state < states; state++) {
            if (from[state] >= NEVER) {
                continue;
            }
            int closed = newBody ? state & ~1 : state;
            keep(supply, state, closed, from[state], to);
            int entered = isIn(closed) ? closed : entered(closed);
            for (int people = 1; entered >= 0 && people < prices.length; people++) {
                int next = joined(entered, skill, people);
                if (next < 0) {
                    break;
                }
                keep(supply, state, next, from[state] + prices[people], to);
            }
        }
    }

    private void keep(int supply, int state, int next, long value, long[] to) {
        if (value < to[next]) {
            to[next] = value;
            before[supply][next] = state;
        }
    }

    private static boolean isIn(int state) {
        return (state & 1) == 1;
    }

    private int people(int state) {
        return state / 2 % (problem.people() + 1);
    }

    private int bodies(int state) {
        return state / 2 / (problem.people() + 1) % (bodies + 1);
    }

    private int cover(int state) {
        return state / 2 / (problem.people() + 1) / (bodies + 1);
    }

    private int state(int cover, int numberOfBodies, int people, int in) {
        return ((cover * (bodies + 1) + numberOfBodies) * (problem.people() + 1) + people) * 2 + in;
    }

    /** The state in which one more body is in the team; below 0 where there would be too many. */
    private int entered(int state) {
        int number = bodies(state) + 1;
        if (number > bodies && !mayBeMore) {
            return -1;
        }
        return state(cover(state), Math.min(number, bodies), people(state), 1);
    }

    private int joined(int state, int skill, int people) {
        int all = people(state) + people;
        if (all > problem.people()) {
            return -1;
        }
        int cover = cover(state);
        if (skill != TeamProblem.NO_SKILL) {
            int wanted = problem.skills().get(skill);
            int has = cover / radix[skill] % (wanted + 1);
            cover += (Math.min(wanted, has + people) - has) * radix[skill];
        }
        return state(cover, bodies(state), all, 1);
    }

    private boolean isWhole(int state) {
        return people(state) == problem.people() && bodies(state) >= problem.least() && cover(state) == covers - 1;
    }

    private int[] team(int end) {
        int[] team = new int[problem.people()];
        int state = end;
        for (int supply = problem.supplies().size() - 1; supply >= 0; supply--) {
            int earlier = before[supply][state];
            Arrays.fill(team, people(earlier), people(state), supply);
            state = earlier;
        }
        return team;
    }
}
