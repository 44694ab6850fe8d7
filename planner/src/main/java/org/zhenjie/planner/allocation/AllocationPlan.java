package org.zhenjie.planner.allocation;

import java.util.Comparator;
import java.util.List;

/**
 * The decisions of one allocation; the lists are sorted, so that equal decisions are equal records.
 *
 * @param grants posts granted from pools, x[p,t,f], only those above 0
 * @param postings staff blocks that are sent, y[s]; a block that is absent stays
 */
public record AllocationPlan(List<Grant> grants, List<Posting> postings) {

    /** The plan that decides nothing. */
    public static final AllocationPlan EMPTY = new AllocationPlan(List.of(), List.of());

    public AllocationPlan {
        grants = grants.stream()
                .sorted(Comparator.comparing(Grant::pool)
                        .thenComparing(Grant::town)
                        .thenComparing(Grant::platform))
                .toList();
        postings =
                postings.stream().sorted(Comparator.comparing(Posting::block)).toList();
    }

    /** Posts that a pool grants to a town's platform; positions as in the problem. */
    public record Grant(String pool, int town, int platform, int posts) {}

    /** A staff block sent to a town's platform; positions as in the problem. */
    public record Posting(String block, int town, int platform) {}
}
