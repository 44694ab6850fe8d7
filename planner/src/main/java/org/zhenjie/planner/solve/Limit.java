package org.zhenjie.planner.solve;

import org.zhenjie.planner.allocation.AllocationProblem.GrantLimit;

/** A pin or ban on pool posts, as a fact of the search. */
record Limit(GrantLimit limit) {

    boolean covers(PoolGrant grant) {
        return grant.pool().id.equals(limit.pool())
                && grant.platform().town.index == limit.town()
                && (limit.platform().isEmpty() || limit.platform().getAsInt() == grant.platform().platform);
    }

    /** Posts by which the limit is missed. */
    long missedBy(long posts) {
        return Math.max(0, Math.max(limit.least() - posts, posts - limit.most()));
    }
}
