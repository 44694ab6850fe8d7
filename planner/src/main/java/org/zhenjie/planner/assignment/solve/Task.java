package org.zhenjie.planner.assignment.solve;

import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.variable.PlanningVariable;
import org.zhenjie.planner.assignment.AssignmentProblem;
import org.zhenjie.planner.search.Changes;

/** Decides which worker does a task. */
@PlanningEntity
public final class Task {
    static final Changes.Variable<Task> WORKER = new Changes.Variable<>("worker", Task::worker, Task::setWorker);

    private AssignmentProblem problem;
    private int task;

    @PlanningVariable(valueRangeProviderRefs = "workers")
    private Integer worker;

    /** For the search library. */
    public Task() {}

    Task(AssignmentProblem problem, int task, int worker) {
        this.problem = problem;
        this.task = task;
        this.worker = worker;
    }

    Task copy() {
        return new Task(problem, task, worker);
    }

    int task() {
        return task;
    }

    Integer worker() {
        return worker;
    }

    void setWorker(Integer worker) {
        this.worker = worker;
    }

    boolean isClosed() {
        return problem.costs()[task][worker] == AssignmentProblem.CLOSED;
    }

    long cost() {
        return isClosed() ? 0 : problem.costs()[task][worker];
    }

    long load() {
        return isClosed() ? 0 : problem.loads()[task][worker];
    }

    @Override
    public String toString() {
        return problem.tasks().get(task);
    }
}
