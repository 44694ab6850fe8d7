package org.zhenjie.planner.teams;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.zhenjie.planner.yardstick.CirculationNetwork;

/**
 * The teams without the rule on the most bodies, and with that on the least only as far as it limits the people of one body: a transport of
 * people to places, solved exactly as a least-cost circulation. A team has places for each skill that it asks for and places for anyone.
 * Where it can fill no more, no plan can.
 */
final class TeamFlow {
    private final TeamProblem problem;
    private final CirculationNetwork network = new CirculationNetwork();
    private final int[] supplyArcs;
    /** Arcs to the places for anyone, and those to the places for the skill of a supply; below 0 where there are none. */
    private final int[][] anyone;

    private final int[][] skilled;

    private TeamFlow(TeamProblem problem) {
        this.problem = problem;
        int source = network.node();
        int sink = network.node();
        int number = problem.supplies().size();
        int[] supplies = IntStream.range(0, number).map(i -> network.node()).toArray();
        supplyArcs = IntStream.range(0, number)
                .map(i -> network.arc(
                        source, supplies[i], problem.supplies().get(i).people(), 0, 0))
                .toArray();
        anyone = new int[number][problem.teams().size()];
        skilled = new int[number][problem.teams().size()];
        for (int[] row : skilled) {
            Arrays.fill(row, -1);
        }
        for (int team = 0; team < problem.teams().size(); team++) {
            places(supplies, sink, team);
        }
        network.arc(sink, source, Long.MAX_VALUE / 4, 0, 0);
    }

    private void places(int[] supplies, int sink, int team) {
        int asked = problem.skills().stream().mapToInt(Integer::intValue).sum();
        int[] ofSkill = problem.skills().stream()
                .mapToInt(people -> place(sink, people))
                .toArray();
        int ofAnyone = place(sink, problem.people() - asked);
        for (int supply = 0; supply < supplies.length; supply++) {
            if (!problem.isOpen(supply, team)) {
                anyone[supply][team] = -1;
                continue;
            }
            long metres = problem.distance(supply, team);
            anyone[supply][team] = network.arc(supplies[supply], ofAnyone, problem.mostOfBody(), 0, metres);
            int skill = problem.supplies().get(supply).skill();
            if (skill != TeamProblem.NO_SKILL) {
                skilled[supply][team] = network.arc(supplies[supply], ofSkill[skill], problem.mostOfBody(), 0, metres);
            }
        }
    }

    /** A node from which so many people fill places; each that is filled is worth more than any way. */
    private int place(int sink, int people) {
        int node = network.node();
        network.arc(node, sink, people, -1, 0);
        return node;
    }

    /** Solves it. */
    static TeamFlow of(TeamProblem problem) {
        TeamFlow flow = new TeamFlow(problem);
        flow.network.solve(() -> false);
        return flow;
    }

    /** How many people of a supply go to a team. */
    int people(int supply, int team) {
        return (int) (flow(anyone[supply][team]) + flow(skilled[supply][team]));
    }

    private long flow(int arc) {
        return arc < 0 ? 0 : network.flow(arc);
    }

    /** Places that stay empty. */
    long empty() {
        long filled = Arrays.stream(supplyArcs).mapToLong(network::flow).sum();
        return (long) problem.people() * problem.teams().size() - filled;
    }

    /** Sum of people times distance. */
    long cost() {
        long cost = 0;
        for (int supply = 0; supply < supplyArcs.length; supply++) {
            for (int team = 0; team < problem.teams().size(); team++) {
                int people = people(supply, team);
                cost += people == 0 ? 0 : people * problem.distance(supply, team);
            }
        }
        return cost;
    }

    /** What one person more of each supply would save, 0 or more. */
    long[] prices() {
        return Arrays.stream(supplyArcs)
                .mapToLong(arc -> Math.max(0, -network.reducedCost(arc)))
                .toArray();
    }

    /** The people of each team as a plan; only where no place stays empty. */
    TeamPlan plan() {
        int[][] teams = new int[problem.teams().size()][];
        for (int team = 0; team < teams.length; team++) {
            int one = team;
            teams[team] = IntStream.range(0, supplyArcs.length)
                    .flatMap(supply -> IntStream.generate(() -> supply).limit(people(supply, one)))
                    .toArray();
        }
        return TeamPlan.of(teams);
    }
}
