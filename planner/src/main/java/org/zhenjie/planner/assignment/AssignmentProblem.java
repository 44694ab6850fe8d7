package org.zhenjie.planner.assignment;

import java.util.List;

/**
 * One generalized assignment problem, immutable by convention: the arrays must not be changed.
 *
 * @param workers who may do tasks
 * @param tasks ids of the tasks; each is done by one worker
 * @param costs cost of each task by each worker, tasks first; {@link #CLOSED} where the worker may not do the task
 * @param loads what each task takes of each worker's capacity, tasks first, 0 or more
 */
public record AssignmentProblem(List<Worker> workers, List<String> tasks, long[][] costs, long[][] loads) {

    /** Cost of a task by a worker that may not do it. */
    public static final long CLOSED = Long.MAX_VALUE;
    /** Most that all costs of a plan, or all loads of a worker, may come to: floating-point sums are exact below it. */
    public static final long MOST_SUM = 1_000_000_000_000_000L;

    /** A worker: an id, and most load. */
    public record Worker(String id, long capacity) {}

    /** Copies the lists; refuses sums that could not be reckoned exactly. */
    public AssignmentProblem {
        workers = List.copyOf(workers);
        tasks = List.copyOf(tasks);
        if (workers.isEmpty() || tasks.isEmpty() || costs.length != tasks.size() || loads.length != tasks.size()) {
            throw new IllegalArgumentException("Assignment problem does not hold together");
        }
        if (isTooLarge(costs, loads)) {
            throw new IllegalArgumentException("Assignment problem has too large numbers");
        }
    }

    /** Whether the costs of a plan or its loads could come to more than {@link #MOST_SUM}. */
    private static boolean isTooLarge(long[][] costs, long[][] loads) {
        return largest(costs, costs) > MOST_SUM || largest(loads, costs) > MOST_SUM;
    }

    /** The most that the open numbers of a plan could come to, whatever their signs. */
    private static long largest(long[][] numbers, long[][] costs) {
        long sum = 0;
        for (int task = 0; task < numbers.length; task++) {
            long most = 0;
            for (int worker = 0; worker < numbers[task].length; worker++) {
                if (costs[task][worker] != CLOSED) {
                    most = Math.max(most, Math.abs(numbers[task][worker]));
                }
            }
            sum = Math.min(sum + most, MOST_SUM + 1);
        }
        return sum;
    }

    /** Whether a worker may do a task and could do it at all within its capacity. */
    public boolean isOpen(int task, int worker) {
        return costs[task][worker] != CLOSED
                && loads[task][worker] <= workers.get(worker).capacity();
    }

    /** The cost of a plan in which each task is done by the dearest worker that may do it. */
    public long dearest() {
        long sum = 0;
        for (int task = 0; task < tasks.size(); task++) {
            long most = Long.MIN_VALUE;
            for (int worker = 0; worker < workers.size(); worker++) {
                most = isOpen(task, worker) ? Math.max(most, costs[task][worker]) : most;
            }
            sum += most == Long.MIN_VALUE ? 0 : most;
        }
        return sum;
    }

    /** The load of a plan in which each task is done by the worker whom it takes least of, among those who can do it. */
    public long leastLoad() {
        long sum = 0;
        for (int task = 0; task < tasks.size(); task++) {
            int one = task;
            sum += java.util.stream.IntStream.range(0, workers.size())
                    .filter(worker -> isOpen(one, worker))
                    .mapToLong(worker -> loads[one][worker])
                    .min()
                    .orElse(0);
        }
        return sum;
    }

    /** Most load of all workers together; {@link #MOST_SUM} where that is more. */
    public long totalCapacity() {
        return workers.stream().mapToLong(Worker::capacity).reduce(0, (sum, one) -> Math.min(MOST_SUM, sum + one));
    }

    /** Positions of the tasks that no worker can do. */
    public List<Integer> impossibleTasks() {
        return java.util.stream.IntStream.range(0, tasks.size())
                .filter(task ->
                        java.util.stream.IntStream.range(0, workers.size()).noneMatch(worker -> isOpen(task, worker)))
                .boxed()
                .toList();
    }
}
