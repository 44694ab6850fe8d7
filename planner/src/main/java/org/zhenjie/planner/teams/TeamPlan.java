package org.zhenjie.planner.teams;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.zhenjie.planner.search.Outcome;

/**
 * Who is in each team.
 *
 * @param teams for each team the supply of each of its people, ascending; as many as a team has people
 */
public record TeamPlan(List<List<Integer>> teams) {

    public TeamPlan {
        teams = teams.stream().map(team -> team.stream().sorted().toList()).toList();
    }

    static TeamPlan of(int[][] teams) {
        return new TeamPlan(Arrays.stream(teams)
                .map(one -> Arrays.stream(one).boxed().toList())
                .toList());
    }

    /**
     * What a plan costs and breaks, by plain accounting.
     *
     * @param cost sum of the distances of all people who may go where they go
     * @param closed people of bodies that send nobody there
     * @param overdrawn people beyond what bodies can spare
     * @param bodiesShort bodies that teams lack, summed over teams
     * @param bodiesMore bodies that teams have too many
     * @param skillsShort people of skills that teams lack
     */
    public record Account(long cost, long closed, long overdrawn, long bodiesShort, long bodiesMore, long skillsShort)
            implements Outcome {
        /** How much it breaks in all. */
        public long broken() {
            return closed + overdrawn + bodiesShort + bodiesMore + skillsShort;
        }

        @Override
        public boolean isFeasible() {
            return broken() == 0;
        }
    }

    /** The other plan if it breaks less, or as much at less cost; else this one. */
    TeamPlan orBetter(TeamPlan other, TeamProblem problem) {
        Comparator<Account> better = Comparator.comparingLong(Account::broken).thenComparingLong(Account::cost);
        return better.compare(other.account(problem), account(problem)) < 0 ? other : this;
    }

    /** Accounts for the plan. */
    public Account account(TeamProblem problem) {
        long[] sums = new long[6];
        int[] used = new int[problem.supplies().size()];
        for (int team = 0; team < teams.size(); team++) {
            int[] ofSkill = new int[problem.skills().size()];
            for (int supply : teams.get(team)) {
                used[supply]++;
                boolean open = problem.isOpen(supply, team);
                sums[open ? 0 : 1] += open ? problem.distance(supply, team) : 1;
                int skill = problem.supplies().get(supply).skill();
                if (skill != TeamProblem.NO_SKILL) {
                    ofSkill[skill]++;
                }
            }
            int bodies = bodies(problem, team);
            sums[3] += Math.max(0, problem.least() - bodies);
            sums[4] += Math.max(0, bodies - problem.most());
            for (int skill = 0; skill < ofSkill.length; skill++) {
                sums[5] += Math.max(0, problem.skills().get(skill) - ofSkill[skill]);
            }
        }
        for (int supply = 0; supply < used.length; supply++) {
            sums[2] += Math.max(0, used[supply] - problem.supplies().get(supply).people());
        }
        return new Account(sums[0], sums[1], sums[2], sums[3], sums[4], sums[5]);
    }

    private int bodies(TeamProblem problem, int team) {
        return (int) teams.get(team).stream()
                .map(supply -> problem.supplies().get(supply).body())
                .distinct()
                .count();
    }
}
