package org.zhenjie.planner.teams;

import java.util.Arrays;

/**
 * A lower bound on the cost of every plan: that no more people of a body are sent than it can spare is priced (Lagrangian relaxation), and each
 * team is then the best one by itself, under all of its own rules. The prices set out from those of the {@link TeamFlow}, so that the bound is
 * never below that; subgradient steps improve them (Held and Karp 1971). All numbers are whole, so that the bound is exact.
 */
final class TeamBound {
    private static final double FIRST_AGILITY = 1;
    private static final double LEAST_AGILITY = 0.01;
    /** Steps without a better bound after which they get shorter. */
    private static final int PATIENCE = 8;

    private static final double SHORTER = 0.6;

    private final TeamProblem problem;
    private final BestTeam best;
    private final double[] price;
    private long[] rounded;
    private long[] bestPrices;
    private long value;
    private double agility = FIRST_AGILITY;
    private int unimproved;
    private int[][] teams;

    /** The bound of the flow, with its prices. */
    TeamBound(TeamProblem problem, BestTeam best, TeamFlow flow) {
        this.problem = problem;
        this.best = best;
        bestPrices = flow.prices();
        rounded = bestPrices.clone();
        price = Arrays.stream(bestPrices).asDoubleStream().toArray();
        value = flow.cost();
    }

    /** No plan costs less. */
    long value() {
        return value;
    }

    /** The prices of the best bound. */
    long[] prices() {
        return bestPrices;
    }

    /** Whether further steps would hardly move the prices. */
    boolean isDone() {
        return agility < LEAST_AGILITY;
    }

    /**
     * One step.
     *
     * @param target cost of the best plan known
     * @return the teams, each the best by itself at the prices of the step; together they may send more people than there are
     */
    int[][] step(long target) {
        long bound = atPrices();
        unimproved = bound > value ? 0 : unimproved + 1;
        if (bound > value) {
            value = bound;
            bestPrices = rounded;
        }
        if (unimproved >= PATIENCE) {
            agility *= SHORTER;
            unimproved = 0;
        }
        move(bound, target);
        return teams;
    }

    private long atPrices() {
        teams = new int[problem.teams().size()][];
        long bound = 0;
        for (int supply = 0; supply < rounded.length; supply++) {
            bound -= rounded[supply] * problem.supplies().get(supply).people();
        }
        for (int team = 0; team < teams.length; team++) {
            BestTeam.Price alone = BestTeam.alone(problem, team);
            teams[team] = best.find((supply, people) -> alone.of(supply, people) + people * rounded[supply]);
            for (int supply : teams[team]) {
                bound += problem.distance(supply, team) + rounded[supply];
            }
        }
        return bound;
    }

    private void move(long bound, long target) {
        int[] excess = new int[rounded.length];
        Arrays.setAll(excess, supply -> -problem.supplies().get(supply).people());
        for (int[] team : teams) {
            for (int supply : team) {
                excess[supply]++;
            }
        }
        double norm = 0;
        for (int supply = 0; supply < excess.length; supply++) {
            // a price of 0 goes no lower
            excess[supply] = price[supply] <= 0 ? Math.max(0, excess[supply]) : excess[supply];
            norm += (double) excess[supply] * excess[supply];
        }
        if (norm == 0) {
            agility = 0;
            return;
        }
        double length = agility * Math.max(1, target - bound) / norm;
        for (int supply = 0; supply < excess.length; supply++) {
            price[supply] = Math.max(0, price[supply] + length * excess[supply]);
        }
        rounded = Arrays.stream(price).mapToLong(Math::round).toArray();
    }
}
