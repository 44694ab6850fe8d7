package org.zhenjie.planner.assignment;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.zhenjie.planner.search.Outcome;

/**
 * Which worker does each task.
 *
 * @param workers position of the worker of each task, in the order of the problem's tasks
 */
public record AssignmentPlan(List<Integer> workers) {

    public AssignmentPlan {
        workers = List.copyOf(workers);
    }

    static AssignmentPlan of(int[] workers) {
        return new AssignmentPlan(Arrays.stream(workers).boxed().toList());
    }

    /**
     * What a plan costs and breaks, by plain accounting.
     *
     * @param cost sum over the tasks that are done by workers who may
     * @param closed tasks that are not
     * @param overload load beyond capacities
     */
    public record Account(long cost, long closed, long overload) implements Outcome {
        @Override
        public boolean isFeasible() {
            return closed == 0 && overload == 0;
        }
    }

    /** The other plan if it breaks less, or as much at less cost; else this one. */
    public AssignmentPlan orBetter(AssignmentPlan other, AssignmentProblem problem) {
        Comparator<Account> better = Comparator.comparingLong(Account::closed)
                .thenComparingLong(Account::overload)
                .thenComparingLong(Account::cost);
        return better.compare(other.account(problem), account(problem)) < 0 ? other : this;
    }

    /** Accounts for the plan. */
    public Account account(AssignmentProblem problem) {
        long cost = 0;
        long closed = 0;
        long[] load = new long[problem.workers().size()];
        for (int task = 0; task < workers.size(); task++) {
            int worker = workers.get(task);
            if (problem.costs()[task][worker] == AssignmentProblem.CLOSED) {
                closed++;
            } else {
                cost += problem.costs()[task][worker];
                load[worker] += problem.loads()[task][worker];
            }
        }
        long overload = 0;
        for (int worker = 0; worker < load.length; worker++) {
            overload += Math.max(0, load[worker] - problem.workers().get(worker).capacity());
        }
        return new Account(cost, closed, overload);
    }
}
