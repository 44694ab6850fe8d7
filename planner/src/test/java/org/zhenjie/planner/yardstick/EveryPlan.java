package org.zhenjie.planner.yardstick;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationPlan.Grant;
import org.zhenjie.planner.allocation.AllocationPlan.Posting;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationProblem.Block;
import org.zhenjie.planner.allocation.AllocationProblem.Destination;
import org.zhenjie.planner.allocation.AllocationProblem.Pool;
import org.zhenjie.planner.allocation.PlanScore;
import org.zhenjie.planner.allocation.Rule;
import org.zhenjie.planner.allocation.Score;

/** The best plan of a tiny problem, found by looking at every plan that there is. */
public final class EveryPlan {

    private final AllocationProblem problem;
    private Score best;
    private AllocationPlan bestPlan;

    private EveryPlan(AllocationProblem problem) {
        this.problem = problem;
    }

    /** The best score that keeps every hard rule; empty when no plan does. */
    public static Optional<Score> best(AllocationProblem problem) {
        EveryPlan every = new EveryPlan(problem);
        every.pool(0, new ArrayList<>());
        return Optional.ofNullable(every.best).filter(Score::isFeasible);
    }

    /** The plan with that score. */
    static Optional<AllocationPlan> bestPlan(AllocationProblem problem) {
        EveryPlan every = new EveryPlan(problem);
        every.pool(0, new ArrayList<>());
        return Optional.ofNullable(every.bestPlan).filter(plan -> every.best.isFeasible());
    }

    /** How many plans there are to look at. */
    public static double count(AllocationProblem problem) {
        double plans = 1;
        for (Pool pool : problem.pools()) {
            int cells = towns(problem, pool).size() * problem.platforms().size();
            // posts over the cells and what is kept back
            for (int i = 1; i <= pool.usable(); i++) {
                plans *= (double) (cells + i) / i;
            }
        }
        for (Block block : problem.blocks()) {
            plans *= 1.0 + block.destinations().size() * problem.platforms().size();
        }
        return plans;
    }

    private static List<Integer> towns(AllocationProblem problem, Pool pool) {
        return problem.isOn(Rule.H2)
                ? pool.serves().stream().sorted().toList()
                : IntStream.range(0, problem.towns().size()).boxed().toList();
    }

    private void pool(int index, List<Grant> granted) {
        if (index == problem.pools().size()) {
            block(0, granted, new ArrayList<>());
            return;
        }
        Pool pool = problem.pools().get(index);
        List<Grant> cells = new ArrayList<>();
        for (int town : towns(problem, pool)) {
            for (int platform = 0; platform < problem.platforms().size(); platform++) {
                cells.add(new Grant(pool.id(), town, platform, 0));
            }
        }
        cell(index, cells, 0, pool.usable(), granted);
    }

    private void cell(int pool, List<Grant> cells, int cell, int left, List<Grant> granted) {
        if (cell == cells.size()) {
            pool(pool + 1, granted);
            return;
        }
        for (int posts = 0; posts <= left; posts++) {
            Grant place = cells.get(cell);
            if (posts > 0) {
                granted.add(new Grant(place.pool(), place.town(), place.platform(), posts));
            }
            cell(pool, cells, cell + 1, left - posts, granted);
            if (posts > 0) {
                granted.remove(granted.size() - 1);
            }
        }
    }

    private void block(int index, List<Grant> granted, List<Posting> sent) {
        if (index == problem.blocks().size()) {
            look(new AllocationPlan(granted, sent));
            return;
        }
        block(index + 1, granted, sent);
        Block block = problem.blocks().get(index);
        for (Destination destination : block.destinations()) {
            for (int platform = 0; platform < problem.platforms().size(); platform++) {
                sent.add(new Posting(block.id(), destination.town(), platform));
                block(index + 1, granted, sent);
                sent.remove(sent.size() - 1);
            }
        }
    }

    private void look(AllocationPlan plan) {
        Score score = PlanScore.of(problem, plan).score();
        if (best == null || score.compareTo(best) > 0) {
            best = score;
            bestPlan = plan;
        }
    }
}
