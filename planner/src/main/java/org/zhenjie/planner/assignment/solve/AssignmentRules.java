package org.zhenjie.planner.assignment.solve;

import static org.optaplanner.core.api.score.stream.ConstraintCollectors.sumLong;
import static org.optaplanner.core.api.score.stream.Joiners.equal;

import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.optaplanner.core.api.score.stream.Constraint;
import org.optaplanner.core.api.score.stream.ConstraintFactory;
import org.optaplanner.core.api.score.stream.ConstraintProvider;

/** The rules of assignment. */
public final class AssignmentRules implements ConstraintProvider {

    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        return new Constraint[] {closed(factory), capacity(factory), cost(factory), gain(factory)};
    }

    /** No task is done by a worker that may not do it. */
    Constraint closed(ConstraintFactory factory) {
        return factory.forEach(Task.class)
                .filter(Task::isClosed)
                .penalizeLong(HardSoftLongScore.ONE_HARD, task -> 1)
                .asConstraint("closed");
    }

    /** No worker takes more load than its capacity. */
    Constraint capacity(ConstraintFactory factory) {
        return factory.forEach(Task.class)
                .groupBy(Task::worker, sumLong(Task::load))
                .join(Capacity.class, equal((worker, load) -> worker, Capacity::worker))
                .filter((worker, load, capacity) -> load > capacity.most())
                .penalizeLong(HardSoftLongScore.ONE_HARD, (worker, load, capacity) -> load - capacity.most())
                .asConstraint("capacity");
    }

    /** What tasks cost. */
    Constraint cost(ConstraintFactory factory) {
        return factory.forEach(Task.class)
                .filter(task -> task.cost() > 0)
                .penalizeLong(HardSoftLongScore.ONE_SOFT, Task::cost)
                .asConstraint("cost");
    }

    /** What tasks with a cost below 0 bring in. */
    Constraint gain(ConstraintFactory factory) {
        return factory.forEach(Task.class)
                .filter(task -> task.cost() < 0)
                .rewardLong(HardSoftLongScore.ONE_SOFT, task -> -task.cost())
                .asConstraint("gain");
    }
}
