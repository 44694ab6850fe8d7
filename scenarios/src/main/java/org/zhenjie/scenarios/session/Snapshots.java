package org.zhenjie.scenarios.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.Score;
import org.zhenjie.planner.allocation.SolveProgress;

/** Pictures of the better plans of one solve. */
final class Snapshots {

    private final AllocationProblem problem;
    private final int[] held;
    private final Map<String, Integer> sizes = new HashMap<>();

    Snapshots(AllocationProblem problem) {
        this.problem = problem;
        this.held = new int[problem.towns().size()];
        problem.held().forEach(one -> held[one.town()] += one.posts());
        problem.blocks().forEach(block -> sizes.put(block.id(), block.size()));
    }

    Snapshot of(SolveProgress progress) {
        int[] posts = held.clone();
        for (AllocationPlan.Grant grant : progress.plan().grants()) {
            posts[grant.town()] += grant.posts();
        }
        for (AllocationPlan.Posting posting : progress.plan().postings()) {
            posts[posting.town()] += sizes.get(posting.block());
        }
        List<Snapshot.Level> levels = new ArrayList<>();
        for (int i = 0; i < posts.length; i++) {
            AllocationProblem.Town town = problem.towns().get(i);
            levels.add(new Snapshot.Level(town.id(), town.totalNeed(), posts[i]));
        }
        return new Snapshot(progress.elapsedMillis(), price(progress.best()), levels);
    }

    static Price price(Score score) {
        return new Price(-score.hard(), -score.medium(), -score.soft());
    }
}
