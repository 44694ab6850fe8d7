package org.zhenjie.planner.solve;

import org.zhenjie.planner.allocation.AllocationProblem.GrantLimit;

/** A pin or ban on pool posts, as a fact of the search. */
record Limit(GrantLimit limit) {

    String pool() {
        return limit.pool();
    }

    int town() {
        return limit.town();
    }

    /** Whether it looks at a grant of its pool to its town. */
    boolean covers(PoolGrant grant) {
        return limit.platform().isEmpty() || limit.platform().getAsInt() == grant.platform().platform;
    }

    /** Posts by which the limit is missed. */
    long missedBy(long posts) {
        return Math.max(0, Math.max(limit.least() - posts, posts - limit.most()));
    }
}
