package org.zhenjie.planner.assignment.solve;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;
import org.zhenjie.planner.assignment.AssignmentProblem;
import org.zhenjie.planner.search.Changes;

/** Random moves: a task goes to another worker, two tasks change workers. None adds to an overload or uses a closed pair. */
public final class Sharings implements MoveIteratorFactory<AssignmentSolution, Changes<AssignmentSolution, Task>> {

    /** Draws per task before a step ends without a move. */
    private static final int DRAWS_PER_TASK = 100;

    @Override
    public long getSize(ScoreDirector<AssignmentSolution> director) {
        long tasks = director.getWorkingSolution().tasks().size();
        return Math.max(1, tasks * tasks);
    }

    @Override
    public Iterator<Changes<AssignmentSolution, Task>> createOriginalMoveIterator(
            ScoreDirector<AssignmentSolution> director) {
        throw new UnsupportedOperationException("moves are drawn at random only");
    }

    @Override
    public Iterator<Changes<AssignmentSolution, Task>> createRandomMoveIterator(
            ScoreDirector<AssignmentSolution> director, Random workingRandom) {
        Neighbourhood neighbourhood = new Neighbourhood(director.getWorkingSolution(), workingRandom);
        return Stream.generate(neighbourhood::draw)
                .limit((long) DRAWS_PER_TASK * neighbourhood.tasks.size())
                .filter(Objects::nonNull)
                .iterator();
    }

    private static final class Neighbourhood {
        private final AssignmentProblem problem;
        private final List<Task> tasks;
        private final long[] room;
        private final Random random;

        Neighbourhood(AssignmentSolution solution, Random random) {
            this.random = random;
            problem = solution.problem();
            tasks = solution.tasks();
            room = problem.workers().stream()
                    .mapToLong(AssignmentProblem.Worker::capacity)
                    .toArray();
            tasks.forEach(task -> room[task.worker()] -= task.load());
        }

        /** A move; null where the one drawn cannot be made. */
        Changes<AssignmentSolution, Task> draw() {
            Task task = tasks.get(random.nextInt(tasks.size()));
            return random.nextBoolean() ? shift(task) : swap(task, tasks.get(random.nextInt(tasks.size())));
        }

        private Changes<AssignmentSolution, Task> shift(Task task) {
            int to = random.nextInt(room.length);
            return to != task.worker() && fits(task, to, 0)
                    ? new Changes<AssignmentSolution, Task>(Task.WORKER).add(task, to)
                    : null;
        }

        private Changes<AssignmentSolution, Task> swap(Task one, Task other) {
            boolean fit = !one.worker().equals(other.worker())
                    && fits(one, other.worker(), other.load())
                    && fits(other, one.worker(), one.load());
            return fit
                    ? new Changes<AssignmentSolution, Task>(Task.WORKER)
                            .add(one, other.worker())
                            .add(other, one.worker())
                    : null;
        }

        /** Whether a worker that gives some load away can take a task, or is at least no fuller with it than it was. */
        private boolean fits(Task task, int worker, long away) {
            if (!problem.isOpen(task.task(), worker)) {
                return false;
            }
            long load = problem.loads()[task.task()][worker];
            return load <= away || load <= room[worker] + away;
        }
    }
}
