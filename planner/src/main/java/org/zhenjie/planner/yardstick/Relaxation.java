package org.zhenjie.planner.yardstick;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.zhenjie.planner.allocation.AllocationPart;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.PlanScore;
import org.zhenjie.planner.allocation.Rule;
import org.zhenjie.planner.allocation.Yardstick;

/**
 * The problem with blocks taken as single people, solved once: a bound on every plan, and a plan near it. The flow leaves floors of
 * fields (H10), most of H12, the platforms of pools and powers (H5) out; whether they can be kept is asked of {@link LeastBreach} and
 * {@link PeopleForPowers}, which have no prices.
 */
public final class Relaxation {

    private final AllocationProblem problem;
    private final BooleanSupplier stop;
    private final AllocationNetwork network;
    private final boolean isFeasible;

    private Relaxation(AllocationProblem problem, AllocationPlan near, BooleanSupplier stop) {
        this.problem = problem;
        this.stop = stop;
        this.network = AllocationNetwork.solve(problem, Map.of(), near, stop);
        this.isFeasible = network.isFeasible()
                && (!asksMore(problem) || LeastBreach.of(problem, stop).isEmpty())
                && PeopleForPowers.canCome(problem, stop);
    }

    private static boolean asksMore(AllocationProblem problem) {
        return problem.isOn(Rule.H10) && problem.townRules().fields().stream().anyMatch(field -> field.least() > 0)
                || problem.isOn(Rule.H12) && !problem.townRules().standIns().isEmpty()
                || problem.isOn(Rule.H2)
                        && problem.pools().stream()
                                .anyMatch(pool -> !pool.platforms().isEmpty());
    }

    /** Solves the relaxation of a problem. */
    public static Relaxation of(AllocationProblem problem) {
        return of(problem, () -> false);
    }

    /**
     * Solves the relaxation of a problem.
     *
     * @throws java.util.concurrent.CancellationException when it gave up
     */
    public static Relaxation of(AllocationProblem problem, BooleanSupplier stop) {
        return of(problem, AllocationPlan.EMPTY, stop);
    }

    /**
     * Solves the relaxation of a problem.
     *
     * @param near a plan to set out from: the better it is, the sooner the relaxation is solved
     * @param stop asked now and then whether to give up, here and in {@link #rounded}
     * @throws java.util.concurrent.CancellationException when it gave up
     */
    public static Relaxation of(AllocationProblem problem, AllocationPlan near, BooleanSupplier stop) {
        return new Relaxation(problem, near, stop);
    }

    /**
     * The yardstick of a problem, found part by part: a network of all parts together takes many times as long.
     *
     * @return empty when already the relaxation cannot keep the hard rules: then no plan can
     * @throws java.util.concurrent.CancellationException when it gave up
     */
    public static Optional<Yardstick> yardstick(AllocationProblem problem, AllocationPlan near, BooleanSupplier stop) {
        List<AllocationPart> parts = AllocationPart.of(problem, near);
        List<AllocationPlan> plans = AllocationPart.split(parts, near);
        return Yardstick.joined(IntStream.range(0, parts.size())
                .mapToObj(part ->
                        of(parts.get(part).problem(), plans.get(part), stop).yardstick()));
    }

    /** Whether the relaxation can keep the hard rules; where it cannot, no plan can. */
    public boolean isFeasible() {
        return isFeasible;
    }

    /** The least soft cost at the least shortfall; empty where the relaxation cannot keep the hard rules. */
    public OptionalLong lowerBound() {
        return isFeasible ? OptionalLong.of(network.cost()) : OptionalLong.empty();
    }

    /**
     * The least shortfall of any plan, and the least soft cost at that shortfall.
     *
     * @return empty when already the relaxation cannot keep the hard rules: then no plan can
     */
    public Optional<Yardstick> yardstick() {
        if (!isFeasible) {
            return Optional.empty();
        }
        AllocationPlan hamilton = Apportionment.of(problem, Apportionment.Method.HAMILTON);
        long hamiltonCost = -PlanScore.of(problem, hamilton).score().soft();
        return Optional.of(new Yardstick(network.shortfall(), network.cost(), hamiltonCost, network.isExact()));
    }

    /**
     * The relaxation rounded to whole blocks; a few posts may lie above a ceiling.
     *
     * @return empty when pins or floors cannot be kept around the blocks as they were laid
     * @throws java.util.concurrent.CancellationException when it gave up
     */
    public Optional<AllocationPlan> rounded() {
        return new RelaxationRounding(problem, Map.of()).plan(network, stop);
    }
}
