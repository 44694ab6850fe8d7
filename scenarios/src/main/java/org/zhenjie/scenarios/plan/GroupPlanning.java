package org.zhenjie.scenarios.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.grouping.GroupingPlan;
import org.zhenjie.planner.grouping.solve.GroupingSolve;
import org.zhenjie.planner.search.Solved;
import org.zhenjie.scenarios.group.TownGrouping;
import org.zhenjie.scenarios.group.TownGroups;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.problem.Texts;
import org.zhenjie.scenarios.reform.GroupTask;
import org.zhenjie.scenarios.reform.Scenario;
import org.zhenjie.scenarios.study.Study;

/** The search for the groups of one task: {@link #run} it on a thread of your own, {@link #cancel} it from any other. */
public final class GroupPlanning {
    /** Steps where nobody gives a limit. */
    public static final long STEPS = 2_000;

    private final TownGrouping grouping;
    private final GroupingSolve solve;

    /** A search that begins now, of a grouping that {@link #requirePossible may be possible}. */
    public GroupPlanning(TownGrouping grouping, SolveOptions options) {
        this.grouping = grouping;
        this.solve = new GroupingSolve(grouping.grouping().problem(), options);
    }

    /**
     * The tasks of a scenario.
     *
     * @param study as the scenario's reforms left it
     * @throws InputException with all that makes no sense for the study
     */
    public static List<TownGrouping> of(Study study, Scenario scenario) {
        Problems problems = new Problems();
        List<TownGrouping> groupings = new ArrayList<>();
        for (GroupTask task : scenario.groups()) {
            problems.collect(() -> groupings.add(TownGrouping.of(study, task)));
        }
        problems.throwIfErrors();
        return groupings;
    }

    /**
     * Refuses groupings that need no search to be seen as impossible.
     *
     * @throws GroupsNotFoundException with all that stands against them
     */
    public static void requirePossible(List<TownGrouping> groupings) {
        List<Problem> obstacles =
                groupings.stream().flatMap(one -> one.obstacles().stream()).toList();
        if (!obstacles.isEmpty()) {
            throw new GroupsNotFoundException(obstacles);
        }
    }

    /**
     * Searches.
     *
     * @param progress hears of the cost of the best plan and of the bound
     */
    public Solved<GroupingPlan> run(BiConsumer<Long, Long> progress) {
        return solve.run(progress);
    }

    /**
     * The groups that a search has found.
     *
     * @throws GroupsNotFoundException if they do not keep the rules
     */
    public TownGroups groups(Solved<GroupingPlan> solved) {
        if (!solved.feasible()) {
            String key = solved.impossible() ? "groups.impossible" : "groups.notFound";
            throw new GroupsNotFoundException(
                    List.of(Problem.error(Texts.BUNDLE, key, grouping.task().where())));
        }
        return new TownGroups(grouping, solved.plan(), solved.bound());
    }

    /** Ends it at once; {@link #run} then returns the best plan so far. */
    public void cancel() {
        solve.cancel();
    }
}
