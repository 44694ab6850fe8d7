package org.zhenjie.planner.live;

import java.util.Optional;
import org.zhenjie.planner.allocation.AllocationPart;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.PlanScore;
import org.zhenjie.planner.allocation.Score;

/**
 * A part of the problem that is being solved, and the best plan for it.
 *
 * @param score the plan's score, without what its moves cost
 * @param moved posts and people moved against the plan before the change
 * @param bend how far the plan may bend; empty where nothing changed, so that it stays as it is
 */
record LivePart(AllocationPart part, AllocationPlan best, Score score, long moved, Optional<Bend> bend) {

    /**
     * What a change asks of a part.
     *
     * @param moves what counts against the plan before the change
     * @param least the proven least number of moves
     * @param most so many may be made
     */
    record Bend(LeastMoves moves, long least, long most) {}

    /** A part that nothing changed. */
    static LivePart atRest(AllocationPart part, AllocationPlan plan) {
        return new LivePart(part, plan, PlanScore.of(part.problem(), plan).score(), 0, Optional.empty());
    }

    /** The same part, from whose best plan moves are counted from now on. */
    LivePart atRest() {
        return new LivePart(part, best, score, 0, Optional.empty());
    }

    /** A part that was changed, with a first plan that keeps the hard rules. */
    static LivePart bent(AllocationPart part, LeastMoves moves, long least, AllocationPlan first) {
        long slack = (long) (LiveSolve.SLACK * LeastMoves.posts(part.problem(), moves.last()));
        return bent(part, new Bend(moves, least, Math.max(moves.moved(first), least + slack)), first);
    }

    /** The same part with the best plan so far. */
    LivePart with(AllocationPlan plan) {
        return plan.equals(best) ? this : bent(part, bend.orElseThrow(), plan);
    }

    private static LivePart bent(AllocationPart part, Bend bend, AllocationPlan plan) {
        Score score = PlanScore.of(part.problem(), plan).score();
        return new LivePart(part, plan, score, bend.moves().moved(plan), Optional.of(bend));
    }

    /** So many posts and people may a plan move. */
    long most() {
        return bend.orElseThrow().most();
    }

    /** The part as it is searched: each move has a price. */
    AllocationPart near() {
        return new AllocationPart(bend.orElseThrow().moves().priced(part.problem()), part.towns());
    }
}
