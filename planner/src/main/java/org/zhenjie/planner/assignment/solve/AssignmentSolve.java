package org.zhenjie.planner.assignment.solve;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.optaplanner.core.api.score.stream.ConstraintStreamImplType;
import org.optaplanner.core.config.score.director.ScoreDirectorFactoryConfig;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.assignment.AssignmentPlan;
import org.zhenjie.planner.assignment.AssignmentPlan.Account;
import org.zhenjie.planner.assignment.AssignmentProblem;
import org.zhenjie.planner.assignment.AssignmentStart;
import org.zhenjie.planner.search.LastSearch;
import org.zhenjie.planner.search.LocalSearch;
import org.zhenjie.planner.search.Solved;
import org.zhenjie.planner.search.Solved.StoppedBy;

/**
 * One solve of one assignment: the start with its bound, then the last search until a limit is reached, the bound is met, or it is
 * cancelled. {@link #run} it on a thread of your own, {@link #cancel} it from any other.
 */
public final class AssignmentSolve {

    /** The last search begins by accepting a plan that is dearer by this part of a task's mean cost about one time in three. */
    private static final long TEMPERATURE_PART = 100;

    private final AssignmentProblem problem;
    private final EnvironmentMode mode;
    private final LastSearch<AssignmentSolution> last;
    private final AssignmentStart start;

    /** A solve that begins now; every task of the problem has a worker that can do it. */
    public AssignmentSolve(AssignmentProblem problem, SolveOptions options) {
        this(problem, options, EnvironmentMode.REPRODUCIBLE);
    }

    AssignmentSolve(AssignmentProblem problem, SolveOptions options, EnvironmentMode mode) {
        this.problem = problem;
        this.mode = mode;
        last = new LastSearch<>(
                new LocalSearch.Limits(options.seed(), options.steps(), options.time(), Optional.empty()));
        start = new AssignmentStart(problem, new SolveOptions(options.seed(), last.stepsBefore(), last.timeBefore()));
    }

    /** Ends the solve at once; {@link #run} then returns the best plan so far. */
    public void cancel() {
        last.cancel();
        start.cancel();
    }

    /**
     * Solves; returns the best plan found when a limit is reached, the bound is met or the solve is cancelled.
     *
     * @param progress hears of the cost of the best plan and of the bound
     */
    public Solved<AssignmentPlan> run(BiConsumer<Long, Long> progress) {
        Solved<AssignmentPlan> before = start.run(progress);
        return last.isOver(before) ? before : improved(before, progress);
    }

    private Solved<AssignmentPlan> improved(Solved<AssignmentPlan> before, BiConsumer<Long, Long> progress) {
        AssignmentPlan plan = last.run(
                        setup(before),
                        AssignmentSolution.of(problem, before.plan()),
                        before,
                        HardSoftLongScore.of(0, -before.bound()),
                        better -> progress.accept(-better.score().softScore(), before.bound()))
                .plan();
        Account account = plan.account(problem);
        boolean met = account.isFeasible() && account.cost() <= before.bound();
        return new Solved<>(
                plan,
                account.cost(),
                account.isFeasible(),
                before.bound(),
                before.impossible(),
                before.steps() + last.steps(),
                met ? StoppedBy.BOUND : last.stoppedBy(before));
    }

    private LocalSearch.Setup<AssignmentSolution> setup(Solved<?> before) {
        long mean = Math.abs(before.cost()) / problem.tasks().size();
        return new LocalSearch.Setup<>(
                AssignmentSolution.class,
                List.of(Task.class),
                new ScoreDirectorFactoryConfig()
                        .withConstraintProviderClass(AssignmentRules.class)
                        .withConstraintStreamImplType(ConstraintStreamImplType.BAVET),
                Sharings.class,
                LocalSearch.annealing(HardSoftLongScore.of(0, Math.max(1, mean / TEMPERATURE_PART))),
                mode);
    }
}
