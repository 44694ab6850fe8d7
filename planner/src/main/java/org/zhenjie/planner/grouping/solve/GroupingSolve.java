package org.zhenjie.planner.grouping.solve;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.optaplanner.core.api.score.stream.ConstraintStreamImplType;
import org.optaplanner.core.config.score.director.ScoreDirectorFactoryConfig;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.grouping.GroupingPlan;
import org.zhenjie.planner.grouping.GroupingPlan.Account;
import org.zhenjie.planner.grouping.GroupingProblem;
import org.zhenjie.planner.grouping.GroupingStart;
import org.zhenjie.planner.search.LastSearch;
import org.zhenjie.planner.search.LocalSearch;
import org.zhenjie.planner.search.Solved;
import org.zhenjie.planner.search.Solved.StoppedBy;

/**
 * One solve of one grouping: the start with its bound, then the last search until a limit is reached, the bound is met, or it is
 * cancelled. {@link #run} it on a thread of your own, {@link #cancel} it from any other.
 */
public final class GroupingSolve {

    /** The last search begins by accepting a plan that is dearer by this part of a unit's mean cost about one time in three. */
    private static final long TEMPERATURE_PART = 100;

    private final GroupingProblem problem;
    private final EnvironmentMode mode;
    private final LastSearch<GroupingSolution> last;
    private final GroupingStart start;

    /** A solve that begins now; there are as many groups as {@link GroupingProblem#leastGroups} says, or more. */
    public GroupingSolve(GroupingProblem problem, SolveOptions options) {
        this(problem, options, EnvironmentMode.REPRODUCIBLE);
    }

    GroupingSolve(GroupingProblem problem, SolveOptions options, EnvironmentMode mode) {
        this.problem = problem;
        this.mode = mode;
        last = new LastSearch<>(
                new LocalSearch.Limits(options.seed(), options.steps(), options.time(), Optional.empty()));
        start = new GroupingStart(problem, new SolveOptions(options.seed(), last.stepsBefore(), last.timeBefore()));
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
    public Solved<GroupingPlan> run(BiConsumer<Long, Long> progress) {
        Solved<GroupingPlan> before = start.run(progress);
        return last.isOver(before) ? before : improved(before, progress);
    }

    private Solved<GroupingPlan> improved(Solved<GroupingPlan> before, BiConsumer<Long, Long> progress) {
        GroupingPlan plan = last.run(
                        setup(before),
                        GroupingSolution.of(problem, before.plan()),
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

    private LocalSearch.Setup<GroupingSolution> setup(Solved<?> before) {
        long mean = Math.abs(before.cost()) / problem.size();
        return new LocalSearch.Setup<>(
                GroupingSolution.class,
                List.of(Unit.class),
                new ScoreDirectorFactoryConfig()
                        .withConstraintProviderClass(GroupingRules.class)
                        .withConstraintStreamImplType(ConstraintStreamImplType.BAVET),
                Regroupings.class,
                LocalSearch.annealing(HardSoftLongScore.of(0, Math.max(1, mean / TEMPERATURE_PART))),
                mode);
    }
}
