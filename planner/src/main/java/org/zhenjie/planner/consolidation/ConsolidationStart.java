package org.zhenjie.planner.consolidation;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import org.zhenjie.planner.consolidation.ConsolidationPlan.Account;

/**
 * What the methods made for this one problem come to: the bound, and the plan that a search sets out from. Vertex interchange where
 * nearest hosts are all there is to it, annealing where capacities or a share to cover bind; the bound is improved at the same
 * time, on a second thread.
 */
public final class ConsolidationStart {
    /** Elementary steps of one interchange where no time is given: some seconds. */
    private static final long INTERCHANGE_WORK = 2_000_000_000L;
    /** And at most so many for each pair of sites. */
    private static final long WORK_PER_PAIR = 2_000L;

    /** Moves of one annealing where no time is given, in all and for a site. */
    private static final long ANNEALING_MOVES = 6_000_000L;

    private static final long MOVES_PER_SITE = 12_000L;

    /** The whole plan is annealed until this part of the time is over, then regions of it. */
    private static final double WHOLE_PLAN_PART = 0.4;

    private static final long BOUND_WORK = 1_500_000_000L;
    /** Elementary steps of branching where no time is given. */
    private static final long BRANCHING_WORK = 500_000_000L;

    private static final int FIRST_ITERATIONS = 120;
    private static final int MOST_ITERATIONS = 20_000;

    private final ConsolidationProblem problem;
    private final long seed;
    private final Pace pace;
    private final MergeCosts costs;
    private final LagrangianBound bound;
    private volatile boolean proven;

    /** How long it may take. */
    public interface Pace {
        /** Whether time is the only limit, so that all of it is used. */
        boolean isByTime();

        /** The part of the time that is over, 0 where no time is given; 1 once it is cancelled. */
        double passed();
    }

    /**
     * What was come by.
     *
     * @param plan the best plan
     * @param bound no plan that keeps the hard rules costs less
     */
    public record Start(ConsolidationPlan plan, long bound) {}

    private ConsolidationStart(ConsolidationProblem problem, long seed, Pace pace) {
        this.problem = problem;
        this.seed = seed;
        this.pace = pace;
        costs = MergeCosts.of(problem);
        bound = new LagrangianBound(problem, costs);
    }

    /**
     * Looks for a start; deterministic unless time ends it.
     *
     * @param seed of the random numbers
     * @param progress hears of costs and bounds
     */
    public static Start of(ConsolidationProblem problem, long seed, Pace pace, BiConsumer<Long, Long> progress) {
        return new ConsolidationStart(problem, seed, pace).run(progress);
    }

    private Start run(BiConsumer<Long, Long> progress) {
        bound.improve(FIRST_ITERATIONS, Long.MAX_VALUE, until(0.1));
        List<Integer> set = Interchange.best(problem, costs, bound.kept(), seed, interchangeWork() / 20, until(0.15));
        ConsolidationPlan plan = ConsolidationPlan.nearest(problem, set);
        Account account = plan.account(problem);
        progress.accept(account.cost(), bound.value());
        boolean bySetAlone = account.isFeasible();
        if (problem.lacksRoom() || bySetAlone && LagrangianBound.isMet(account.cost(), bound.value())) {
            return new Start(plan, bound.value());
        }
        // rules that nearest hosts break are for the annealing
        ConsolidationPlan better = bySetAlone && !problem.isCapacitated() ? interchanged(set) : annealed(plan, set);
        return new Start(plan.orBetter(better, problem), bound.value());
    }

    private BooleanSupplier until(double share) {
        return () -> pace.passed() >= share;
    }

    private ConsolidationPlan interchanged(List<Integer> set) {
        long cost = ConsolidationPlan.nearest(problem, set).account(problem).cost();
        return better(SideBySide.both(() -> interchanged(set, seed), () -> {
            bound.improve(iterations(), cost, until(0.9));
            List<Integer> better = LagrangianBound.isMet(cost, bound.value()) ? set : branched(set);
            Account account = ConsolidationPlan.nearest(problem, better).account(problem);
            proven = account.isFeasible() && LagrangianBound.isMet(account.cost(), bound.value());
            return interchanged(better, seed + 1);
        }));
    }

    /** The cheapest set after the gap was branched on, where that pays. */
    private List<Integer> branched(List<Integer> set) {
        Branching branching = new Branching(costs, bound.prices(), set);
        branching.run(pace.isByTime() ? Long.MAX_VALUE : BRANCHING_WORK, until(0.9));
        bound.raise(branching.bound());
        return branching.set();
    }

    private ConsolidationPlan better(List<ConsolidationPlan> two) {
        return two.get(0).orBetter(two.get(1), problem);
    }

    private ConsolidationPlan interchanged(List<Integer> set, long ofSeed) {
        long work = pace.isByTime() ? Long.MAX_VALUE : interchangeWork();
        BooleanSupplier stop = () -> proven || pace.passed() >= 0.9;
        return ConsolidationPlan.nearest(problem, Interchange.best(problem, costs, List.of(set), ofSeed, work, stop));
    }

    private long interchangeWork() {
        return Math.min(INTERCHANGE_WORK, WORK_PER_PAIR * problem.size() * problem.size());
    }

    private ConsolidationPlan annealed(ConsolidationPlan nearest, List<Integer> set) {
        ConsolidationPlan start = nearest.orBetter(ConsolidationPlan.withRoom(problem, set), problem);
        ConsolidationPlan whole = better(SideBySide.both(() -> annealed(start, seed), () -> {
            bound.improve(iterations(), feasibleCost(start), until(0.3));
            return annealed(start, seed + 1);
        }));
        ConsolidationPlan best = new Regions(problem, seed, until(0.88)).improve(whole, blocks(), bound.value());
        bound.improve(iterations() / 2, feasibleCost(best), until(0.95));
        return best;
    }

    private long feasibleCost(ConsolidationPlan plan) {
        Account account = plan.account(problem);
        return account.isFeasible() ? account.cost() : Long.MAX_VALUE;
    }

    private ConsolidationPlan annealed(ConsolidationPlan start, long ofSeed) {
        return new Annealing(problem, costs, ofSeed).run(start, 1, window(WHOLE_PLAN_PART));
    }

    /** Progress from now to a share of the time; where no time is given, by the number of times it is asked. */
    private DoubleSupplier window(double end) {
        double begin = pace.passed();
        long[] asked = {0};
        double most = blocks();
        return () -> {
            double passed = pace.passed();
            return passed >= end ? 1 : Math.max((passed - begin) / (end - begin), asked[0]++ / most);
        };
    }

    /** Blocks of moves of one annealing, or of regions on one thread. */
    private long blocks() {
        return pace.isByTime()
                ? Long.MAX_VALUE
                : Math.min(ANNEALING_MOVES, MOVES_PER_SITE * problem.size()) / Annealing.BLOCK;
    }

    private int iterations() {
        if (pace.isByTime()) {
            return MOST_ITERATIONS;
        }
        long pairs = (long) problem.size() * Math.min(problem.size(), 5 * problem.size() / problem.keep() + 20);
        return (int) Math.max(100, Math.min(MOST_ITERATIONS, BOUND_WORK / (problem.isCapacitated() ? 20 : 1) / pairs));
    }
}
