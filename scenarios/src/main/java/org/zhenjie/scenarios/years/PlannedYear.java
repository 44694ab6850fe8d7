package org.zhenjie.scenarios.years;

import java.util.List;
import org.zhenjie.planner.allocation.Rule;
import org.zhenjie.scenarios.plan.PlannedScenario;

/**
 * One year of a scenario that is rolled forward.
 *
 * @param planned its plan
 * @param lent every grant of the plan, by the year in which it began
 * @param back posts that came back to pools at the start of the year, because their term was over
 * @param retired posts that left towns for pools at the start of the year, because people retired
 */
public record PlannedYear(int year, PlannedScenario planned, List<Lent> lent, int back, int retired) {
    public PlannedYear {
        lent = List.copyOf(lent);
    }

    /** Posts granted from pools. */
    public int granted() {
        return lent.stream().mapToInt(Lent::posts).sum();
    }

    /** Of them those that were granted this year. */
    public int begun() {
        return lent.stream()
                .filter(one -> one.since() == year)
                .mapToInt(Lent::posts)
                .sum();
    }

    /** People sent from departments. */
    public int sent() {
        return planned.plan().postings().stream()
                .mapToInt(posting -> planned.study()
                        .block(posting.block())
                        .map(block -> block.size())
                        .orElse(0))
                .sum();
    }

    /** Posts that the towns have in all. */
    public long posts() {
        return planned.score().levels().stream()
                .flatMap(List::stream)
                .mapToLong(Integer::longValue)
                .sum();
    }

    /** Posts that the towns need in all. */
    public long need() {
        return planned.problem().towns().stream()
                .mapToLong(town -> town.totalNeed())
                .sum();
    }

    /** Posts short of need. */
    public long shortfall() {
        return planned.score().cost(Rule.M1);
    }
}
