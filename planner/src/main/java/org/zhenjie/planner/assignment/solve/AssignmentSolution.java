package org.zhenjie.planner.assignment.solve;

import java.util.List;
import java.util.stream.IntStream;
import org.optaplanner.core.api.domain.solution.PlanningEntityCollectionProperty;
import org.optaplanner.core.api.domain.solution.PlanningScore;
import org.optaplanner.core.api.domain.solution.PlanningSolution;
import org.optaplanner.core.api.domain.solution.ProblemFactCollectionProperty;
import org.optaplanner.core.api.domain.solution.cloner.SolutionCloner;
import org.optaplanner.core.api.domain.valuerange.CountableValueRange;
import org.optaplanner.core.api.domain.valuerange.ValueRangeFactory;
import org.optaplanner.core.api.domain.valuerange.ValueRangeProvider;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.zhenjie.planner.assignment.AssignmentPlan;
import org.zhenjie.planner.assignment.AssignmentProblem;

/** The whole assignment as OptaPlanner searches it. */
@PlanningSolution(solutionCloner = AssignmentSolution.Cloner.class)
public final class AssignmentSolution {

    private AssignmentProblem problem;

    @ProblemFactCollectionProperty
    private List<Capacity> capacities;

    @PlanningEntityCollectionProperty
    private List<Task> tasks;

    @PlanningScore
    private HardSoftLongScore score;

    /** For the search library. */
    public AssignmentSolution() {}

    private AssignmentSolution(AssignmentProblem problem, List<Capacity> capacities, List<Task> tasks) {
        this.problem = problem;
        this.capacities = capacities;
        this.tasks = tasks;
    }

    static AssignmentSolution of(AssignmentProblem problem, AssignmentPlan start) {
        List<Capacity> capacities = IntStream.range(0, problem.workers().size())
                .mapToObj(worker ->
                        new Capacity(worker, problem.workers().get(worker).capacity()))
                .toList();
        List<Task> tasks = IntStream.range(0, problem.tasks().size())
                .mapToObj(task -> new Task(problem, task, start.workers().get(task)))
                .toList();
        return new AssignmentSolution(problem, capacities, tasks);
    }

    /** Every worker. */
    @ValueRangeProvider(id = "workers")
    public CountableValueRange<Integer> workerRange() {
        return ValueRangeFactory.createIntValueRange(0, capacities.size());
    }

    AssignmentProblem problem() {
        return problem;
    }

    List<Task> tasks() {
        return tasks;
    }

    AssignmentPlan plan() {
        return new AssignmentPlan(tasks.stream().map(Task::worker).toList());
    }

    /** Copies decisions and shares facts. */
    public static final class Cloner implements SolutionCloner<AssignmentSolution> {
        @Override
        public AssignmentSolution cloneSolution(AssignmentSolution original) {
            AssignmentSolution copy = new AssignmentSolution(
                    original.problem,
                    original.capacities,
                    original.tasks.stream().map(Task::copy).toList());
            copy.score = original.score;
            return copy;
        }
    }
}
