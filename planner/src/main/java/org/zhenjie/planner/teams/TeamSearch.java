package org.zhenjie.planner.teams;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Teams made anew, some at a time, each the best of what the others leave (ruin and recreate, Schrimpf and others 2000). Every team keeps
 * its own rules all the time; people beyond what a body can spare are allowed on the way, at a price that rises while there are some. Some people
 * are held back from the teams made first (blinks, Christiaens and Vanden Berghe 2020), so that those who are best for them can go elsewhere:
 * prices alone let some plans never come up.
 */
final class TeamSearch {
    private static final int MOST_ANEW = 5;
    /** Teams that are made anew are drawn among so many times as many. */
    private static final int AMONG = 2;

    private static final int MOST_PASSES = 8;
    /** How far a plan may be above the best one at first, as a share of it (record-to-record travel, Dueck 1993). */
    private static final double FIRST_SLACK = 0.005;

    /** In this share of the steps, and at most with this chance, people are held back from teams that are made anew. */
    private static final double HELD = 0.5;

    private static final double DEARER = 1.5;
    private static final double MOST_PENALTY = 1e11;

    private final TeamProblem problem;
    private final BestTeam best;
    private final SplittableRandom random;
    private final int[] left;
    private final int[][] near;
    private int[][] teams;
    private double penalty;
    private TeamPlan bestPlan;

    TeamSearch(TeamProblem problem, BestTeam best, long seed, TeamPlan start) {
        this.problem = problem;
        this.best = best;
        random = new SplittableRandom(seed);
        left = new int[problem.supplies().size()];
        near = near(problem);
        bestPlan = start;
        teams = arrays(start);
        penalty = 1
                + Arrays.stream(problem.distances())
                        .flatMapToLong(Arrays::stream)
                        .max()
                        .orElse(0);
    }

    private static int[][] arrays(TeamPlan plan) {
        return plan.teams().stream()
                .map(team -> team.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /** The best plan so far. */
    TeamPlan best() {
        return bestPlan;
    }

    /** Goes on from other teams, of which each keeps its own rules. */
    void goOn(int[][] others) {
        teams = others.clone();
        count();
        mend(shuffled(IntStream.range(0, teams.length).toArray()));
    }

    /**
     * Some teams are taken apart and made anew.
     *
     * @param prices what people of each supply are worth to the other teams
     * @param share how much of the search is over, 0 to 1
     */
    void step(long[] prices, double share) {
        int[][] before = teams.clone();
        int[] anew = together(Math.min(teams.length, 2 + random.nextInt(MOST_ANEW - 1)));
        count();
        for (int team : anew) {
            add(team, 1);
        }
        double weight = random.nextDouble();
        double held = Math.max(0, HELD - random.nextDouble());
        for (int team : anew) {
            teams[team] = found(team, prices, weight, heldBack(held));
            add(team, -1);
        }
        TeamPlan.Account account = mend(anew);
        TeamPlan.Account record = bestPlan.account(problem);
        double slack = FIRST_SLACK * (1 - share) * (1 - share);
        if (account.cost() > record.cost() * (1 + slack) && record.isFeasible()) {
            teams = before;
        }
    }

    /** Each of some teams in turn becomes the best of what all others leave, until nothing changes. */
    private TeamPlan.Account mend(int[] some) {
        long[] nothing = new long[left.length];
        boolean changed = true;
        for (int pass = 0; changed && pass < MOST_PASSES; pass++) {
            changed = false;
            for (int team : some) {
                int[] before = teams[team];
                add(team, 1);
                teams[team] = found(team, nothing, 0, left);
                add(team, -1);
                changed |= !Arrays.equals(before, teams[team]);
            }
        }
        TeamPlan plan = TeamPlan.of(teams);
        TeamPlan.Account account = plan.account(problem);
        bestPlan = bestPlan.orBetter(plan, problem);
        if (account.overdrawn() > 0) {
            penalty = Math.min(MOST_PENALTY, penalty * DEARER);
        }
        return account;
    }

    /** What the teams leave, but for people who are held back: of each supply with some chance, as many as luck has it. */
    private int[] heldBack(double chance) {
        int[] there = left.clone();
        for (int supply = 0; supply < there.length; supply++) {
            if (random.nextDouble() < chance) {
                there[supply] = random.nextInt(Math.max(0, there[supply]) + 1);
            }
        }
        return there;
    }

    private int[] found(int team, long[] prices, double weight, int[] there) {
        BestTeam.Price alone = BestTeam.alone(problem, team);
        return best.find((supply, people) -> alone.of(supply, people)
                + (long) (people * weight * prices[supply])
                + (long) (penalty * Math.max(0, people - Math.max(0, there[supply]))));
    }

    private void count() {
        Arrays.setAll(left, supply -> problem.supplies().get(supply).people());
        for (int team = 0; team < teams.length; team++) {
            add(team, -1);
        }
    }

    private void add(int team, int people) {
        for (int supply : teams[team]) {
            left[supply] += people;
        }
    }

    /** Some teams that lie together, as bodies see them, in a random order. */
    private int[] together(int number) {
        int[] close = near[random.nextInt(near.length)];
        int[] some = shuffled(Arrays.copyOf(close, Math.min(close.length, AMONG * number)));
        return Arrays.copyOf(some, number);
    }

    private int[] shuffled(int[] order) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int team = order[j];
            order[j] = order[i];
            order[i] = team;
        }
        return order;
    }

    /** For each team all teams, itself first, by how alike the ways of the bodies to both are. */
    private static int[][] near(TeamProblem problem) {
        int number = problem.teams().size();
        int[][] near = new int[number][];
        for (int team = 0; team < number; team++) {
            double[] unlike = new double[number];
            for (long[] ways : problem.distances()) {
                for (int other = 0; other < number; other++) {
                    unlike[other] += Math.abs(ways[team] - ways[other]);
                }
            }
            near[team] = IntStream.range(0, number)
                    .boxed()
                    .sorted(Comparator.comparingDouble(other -> unlike[other]))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
        return near;
    }
}
