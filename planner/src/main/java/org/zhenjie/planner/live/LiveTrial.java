package org.zhenjie.planner.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationPlan.Grant;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationProblem.GrantLimit;
import org.zhenjie.planner.allocation.ProblemDraft;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.allocation.SolveProgress;
import org.zhenjie.planner.solve.AllocationSolve;

/**
 * One pin in a measured run: some town gets {@link #MORE} posts more of a pool than it has, and no fewer from then on.
 *
 * @param town id of the town
 * @param pool id of the pool
 * @param granted posts that it granted before
 * @param posts posts granted and people sent in the plan before
 * @param answer the first plan with the pin, or that there is none
 */
public record LiveTrial(String town, String pool, int granted, long posts, LiveSolve.Answer answer) {
    /** Posts more. */
    public static final int MORE = 3;

    private static final SolveOptions AFTER_A_PIN =
            new SolveOptions(0, OptionalLong.empty(), Optional.of(Duration.ofSeconds(2)));

    /**
     * Solves a problem and pins one grant after the other.
     *
     * @param options limits of the solve before the first pin
     * @param begins hears the number of each pin, from 1, before it is made
     * @param stop asked before each pin whether to give up
     */
    public static List<LiveTrial> of(
            AllocationProblem problem, SolveOptions options, int pins, IntConsumer begins, BooleanSupplier stop) {
        AllocationPlan plan = new AllocationSolve(problem, options)
                .run(SolveProgress.Listener.NONE)
                .plan();
        List<LiveTrial> trials = new ArrayList<>();
        try (LiveSolve live = new LiveSolve(problem, plan, AFTER_A_PIN, update -> {})) {
            Random random = new Random(options.seed());
            for (int i = 0; i < pins && !stop.getAsBoolean(); i++) {
                begins.accept(i + 1);
                trials.add(pin(live, random));
            }
        }
        return trials;
    }

    private static LiveTrial pin(LiveSolve live, Random random) {
        AllocationPlan before = live.plan();
        Grant grant = before.grants().get(random.nextInt(before.grants().size()));
        int granted = before.grants().stream()
                .filter(one -> one.pool().equals(grant.pool()) && one.town() == grant.town())
                .mapToInt(Grant::posts)
                .sum();
        LiveSolve.Answer answer = live.change(problem -> {
                    ProblemDraft draft = new ProblemDraft(problem);
                    draft.grantLimits()
                            .add(new GrantLimit(
                                    grant.pool(),
                                    grant.town(),
                                    OptionalInt.empty(),
                                    granted + MORE,
                                    Integer.MAX_VALUE));
                    return draft.problem();
                })
                .join();
        return new LiveTrial(
                live.problem().towns().get(grant.town()).id(),
                grant.pool(),
                granted,
                LeastMoves.posts(live.problem(), before),
                answer);
    }
}
