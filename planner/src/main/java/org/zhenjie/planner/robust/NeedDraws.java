package org.zhenjie.planner.robust;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationProblem.Town;
import org.zhenjie.planner.allocation.ProblemDraft;

/**
 * Needs drawn around their estimates. Each town draws one factor and each of its platforms another, both normal with mean 1; half of
 * the variance is the town's. A factor is held between 0 and 2, the need is rounded half up.
 *
 * @param seed of the draws; a town draws by its id, so that scenarios with the same town see the same future
 * @param spread standard deviation of a platform's need, as a share of it: 0.1 = 10 %
 */
public record NeedDraws(long seed, double spread) {

    /** The problem with the needs of one draw; the common staffing ratio is that of the needs as drawn. */
    public AllocationProblem draw(AllocationProblem problem, int number) {
        ProblemDraft draft = new ProblemDraft(problem);
        draft.towns().replaceAll(town -> drawn(town, number));
        return draft.problem();
    }

    private Town drawn(Town town, int number) {
        SplittableRandom random = new SplittableRandom(
                seed * 1_000_003L + number * 7_919L + town.id().hashCode() * 31L);
        double share = Math.sqrt(0.5) * spread;
        double ofTown = share * gaussian(random);
        List<Integer> need = new ArrayList<>();
        for (int estimate : town.need()) {
            double factor = 1 + ofTown + share * gaussian(random);
            need.add((int) Math.round(estimate * Math.max(0, Math.min(2, factor))));
        }
        return new Town(town.id(), town.county(), need, town.floor(), town.ceiling());
    }

    /** Box and Muller's, since the generator's own is not said to stay the same between versions of Java. */
    private static double gaussian(SplittableRandom random) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
    }
}
