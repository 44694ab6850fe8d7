package org.zhenjie.planner;

import java.util.ArrayList;
import java.util.List;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationPlan.Grant;
import org.zhenjie.planner.allocation.AllocationPlan.Posting;

/** A plan written out by hand. */
public final class PlanBuilder {

    private final List<Grant> grants = new ArrayList<>();
    private final List<Posting> postings = new ArrayList<>();

    private PlanBuilder() {}

    /** A plan that decides nothing yet. */
    public static PlanBuilder plan() {
        return new PlanBuilder();
    }

    /** Posts from a pool to a platform of a town. */
    public PlanBuilder grant(String pool, int town, int platform, int posts) {
        grants.add(new Grant(pool, town, platform, posts));
        return this;
    }

    /** A block to a platform of a town. */
    public PlanBuilder send(String block, int town, int platform) {
        postings.add(new Posting(block, town, platform));
        return this;
    }

    /** The plan. */
    public AllocationPlan build() {
        return new AllocationPlan(grants, postings);
    }
}
