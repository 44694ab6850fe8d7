package org.zhenjie.planner.grouping;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.consolidation.ConsolidationProblem;
import org.zhenjie.planner.consolidation.LagrangianBound;
import org.zhenjie.planner.grouping.GroupingPlan.Account;
import org.zhenjie.planner.search.Pace;
import org.zhenjie.planner.search.Solved;
import org.zhenjie.planner.search.Solved.StoppedBy;
import org.zhenjie.planner.search.StagedSolve;

/**
 * The plan that the last search begins with: the bound, then annealing from grown groups until a limit is reached, the bound is met, or it is cancelled.
 * {@link #run} it on a thread of your own, {@link #cancel} it from any other. The bound is that of the p-median with the most load
 * of a group as capacity: contiguity and the least load are left out, which can only lower it.
 */
public final class GroupingStart implements StagedSolve.Start<GroupingPlan> {
    private static final double BOUND_SHARE = 0.3;
    /** Time for each pair of units below which there is no bound: what it needs until it first asks the clock would take all. */
    private static final long NANOS_OF_PAIR = 500;
    /** Pairs of units that the bound looks at. */
    private static final long BOUND_PAIRS = 200_000_000;
    /** The search is run so many times over from other starts, so that a plan is there early and a bad start is left behind. */
    private static final int RUNS = 3;

    /** Share of the limits at which the proof ends where moves have found no plan: then others hardly do. */
    private static final double END_WITHOUT_PLAN = 0.9;
    /** Progress at which a run takes up that begins with a known plan: as cold as one that is so far. */
    private static final double KNOWN = 0.5;

    private final GroupingProblem problem;
    private final SolveOptions options;
    private final Pace pace;
    private GroupingPlan best;
    private Account account;
    private long bound;
    /** Whether the best plan is one that moves have not found: then they go on from it. */
    private boolean covered;
    /** Whether every plan was looked at and none keeps the rules. */
    private boolean impossible;

    /** Begins now; there are as many groups as {@link GroupingProblem#leastGroups} says, or more. */
    public GroupingStart(GroupingProblem problem, SolveOptions options) {
        this.problem = problem;
        this.options = options;
        this.pace = new Pace(options.steps(), options.time());
    }

    @Override
    public void cancel() {
        pace.cancel();
    }

    @Override
    public Solved<GroupingPlan> run(BiConsumer<Long, Long> progress) {
        bound = bound();
        double begin = pace.share();
        double length = (1 - begin) / RUNS;
        for (int run = 0; run < RUNS && !isDone() && (run == 0 || !pace.isOver()); run++) {
            anneal(run, begin + run * length, length);
            if (run == 0 && !isDone()) {
                prove(begin + (RUNS - 1) * length);
            }
            progress.accept(account.cost(), bound);
        }
        return new Solved<>(
                best,
                account.cost(),
                account.isFeasible(),
                bound,
                impossible || isImpossible(),
                pace.steps(),
                isDone() ? StoppedBy.BOUND : pace.stoppedBy());
    }

    /** Whether the plan is proven to be the best, or that there is none. */
    private boolean isDone() {
        return impossible || account != null && account.meets(bound);
    }

    private void anneal(int run, double from, double length) {
        boolean anew = account == null || !covered && (account.isFeasible() || run < RUNS - 1);
        Regrouping search = new Regrouping(
                problem, options.seed() * RUNS + run, anew ? Optional.empty() : Optional.of(best), pace::isOver);
        while (!pace.isOver() && (run == RUNS - 1 || pace.share() < from + length)) {
            double share = Math.max(0, Math.min(1, (pace.share() - from) / length));
            search.sweep(anew ? share : KNOWN + (1 - KNOWN) * share);
            pace.took(1);
        }
        take(search.best());
    }

    private void take(GroupingPlan plan) {
        Account found = plan.account(problem);
        boolean better = account == null
                || found.outside() < account.outside()
                || found.outside() == account.outside() && found.cost() < account.cost();
        if (better) {
            best = plan;
            account = found;
        }
    }

    /** Where all districts can be listed: a better bound from them, and the best plan or none, if the search for it comes to its end. */
    private void prove(double end) {
        BooleanSupplier stop = () -> pace.isOver() || pace.share() >= (account.isFeasible() ? end : END_WITHOUT_PLAN);
        Optional<Districts> districts = Districts.of(problem, stop);
        if (districts.isEmpty()) {
            return;
        }
        DistrictPrices prices = new DistrictPrices(problem, districts.get());
        boolean first = !account.isFeasible();
        boolean complete = cover(districts.get(), prices, stop);
        if (first && covered) {
            complete = cover(districts.get(), prices, stop);
        }
        impossible = complete && !account.isFeasible();
        if (account.isFeasible()) {
            bound = complete ? account.cost() : Math.max(bound, Math.min(prices.value(), account.cost()));
        } else if (!impossible) {
            bound = Math.max(bound, prices.value());
        }
    }

    /** Looks for a better plan; whether there is none but that found. */
    private boolean cover(Districts districts, DistrictPrices prices, BooleanSupplier stop) {
        long known = account.isFeasible() ? account.cost() : Long.MAX_VALUE;
        prices.improve(known, stop);
        DistrictCover cover = new DistrictCover(problem, districts, prices, known, stop);
        Optional<GroupingPlan> found = cover.search();
        found.ifPresent(this::take);
        covered |= found.isPresent();
        return cover.isComplete();
    }

    /** Whether limits and loads alone show that there is no plan. */
    private boolean isImpossible() {
        return problem.totalLoad() > problem.most() * problem.groups()
                || problem.totalLoad() < problem.least() * problem.groups()
                || IntStream.range(0, problem.size()).anyMatch(unit -> problem.loads()[unit] > problem.most());
    }

    private long bound() {
        long pairs = (long) problem.size() * problem.size();
        if (options.time().isPresent() && options.time().get().toNanos() < pairs * NANOS_OF_PAIR) {
            return 0;
        }
        ConsolidationProblem median = new ConsolidationProblem(
                IntStream.range(0, problem.size())
                        .mapToObj(unit -> new ConsolidationProblem.Site(
                                problem.units().get(unit), problem.loads()[unit], problem.most()))
                        .toList(),
                problem.distances(),
                problem.groups(),
                OptionalLong.empty(),
                BigDecimal.ONE);
        int iterations = (int) Math.max(50, Math.min(1_000, BOUND_PAIRS / pairs));
        return LagrangianBound.of(median, iterations, () -> pace.isBeyond(BOUND_SHARE))
                .value();
    }
}
