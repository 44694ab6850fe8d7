package org.zhenjie.scenarios.reform;

/** The hard rules of a consolidation. */
public enum SiteRule {
    /** A unit merges within its county, its area, and not at all where it is to stay. */
    C1,
    /** No host has more load than its capacity. */
    C2,
    /** A share of all load lies within the cover distance of its host. */
    C3
}
