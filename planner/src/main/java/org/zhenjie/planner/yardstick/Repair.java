package org.zhenjie.planner.yardstick;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationPlan.Posting;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationProblem.Block;
import org.zhenjie.planner.allocation.AllocationProblem.Place;
import org.zhenjie.planner.allocation.PlanScore;
import org.zhenjie.planner.allocation.PlanScore.RuleCost;
import org.zhenjie.planner.allocation.Rule;

/**
 * A plan put right for a problem that has changed under it. Blocks keep their places but where a hard rule is broken: those of the
 * towns and departments concerned are laid again, and all pool posts are granted anew around them at least cost.
 */
public final class Repair {

    /** Rounds of laying blocks again; after that the plan is left to the search. */
    private static final int ROUNDS = 4;

    private final AllocationProblem problem;
    private final Map<String, Block> blocks = new HashMap<>();
    private final Set<String> loose = new HashSet<>();

    private Repair(AllocationProblem problem) {
        this.problem = problem;
        problem.blocks().forEach(block -> blocks.put(block.id(), block));
    }

    /**
     * Puts a plan right.
     *
     * @param stop asked now and then whether to give up
     * @return a plan that keeps every hard rule where that takes few changes, and otherwise the best on the way there
     * @throws java.util.concurrent.CancellationException when it gave up
     */
    public static AllocationPlan of(AllocationProblem problem, AllocationPlan plan, BooleanSupplier stop) {
        return new Repair(problem).repaired(plan, stop);
    }

    private AllocationPlan repaired(AllocationPlan plan, BooleanSupplier stop) {
        AllocationPlan best = plan;
        PlanScore score = PlanScore.of(problem, plan);
        for (int round = 0; round < ROUNDS && !score.score().isFeasible(); round++) {
            loosen(score, best, round > 0);
            AllocationPlan next = new RelaxationRounding(problem, kept(best)).around(best, stop);
            PlanScore nextScore = PlanScore.of(problem, next);
            if (nextScore.score().compareTo(score.score()) > 0) {
                best = next;
                score = nextScore;
            }
        }
        return best;
    }

    /** The blocks of a plan that keep their decision. */
    private Map<String, Place> kept(AllocationPlan plan) {
        Map<String, Place> kept = new HashMap<>();
        blocks.keySet().forEach(block -> kept.put(block, BlockGroup.STAYED));
        for (Posting posting : plan.postings()) {
            kept.put(posting.block(), new Place(posting.town(), posting.platform()));
        }
        kept.keySet().removeAll(loose);
        return kept;
    }

    /** At first only what is named as broken, for often pool posts alone put it right; then all of the towns concerned. */
    private void loosen(PlanScore score, AllocationPlan plan, boolean wholeTowns) {
        Set<String> broken = new HashSet<>();
        Set<Integer> towns = new HashSet<>();
        for (RuleCost cost : score.costs()) {
            if (cost.rule().level() == Rule.Level.HARD) {
                cost.decision().ifPresent(broken::add);
                cost.town().ifPresent(towns::add);
            }
        }
        Set<String> departments = new HashSet<>(broken);
        broken.stream().filter(blocks::containsKey).map(blocks::get).forEach(block -> loose.add(block.id()));
        for (Posting posting : plan.postings()) {
            if (wholeTowns && towns.contains(posting.town())) {
                loose.add(posting.block());
            }
        }
        problem.blocks().stream()
                .filter(block -> departments.contains(block.department()))
                .forEach(block -> loose.add(block.id()));
    }
}
