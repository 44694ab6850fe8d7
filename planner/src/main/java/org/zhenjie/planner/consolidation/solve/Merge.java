package org.zhenjie.planner.consolidation.solve;

import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.variable.PlanningVariable;
import org.zhenjie.planner.consolidation.ConsolidationProblem;

/** Decides host(i): the site that a site merges into, itself if it stays. */
@PlanningEntity
public final class Merge {

    private ConsolidationProblem problem;
    private int site;

    @PlanningVariable(valueRangeProviderRefs = "hosts")
    private Integer host;

    /** For the search library. */
    public Merge() {}

    Merge(ConsolidationProblem problem, int site, int host) {
        this.problem = problem;
        this.site = site;
        this.host = host;
    }

    Merge copy() {
        return new Merge(problem, site, host);
    }

    int site() {
        return site;
    }

    Integer host() {
        return host;
    }

    void setHost(Integer host) {
        this.host = host;
    }

    long load() {
        return problem.sites().get(site).load();
    }

    private long distance() {
        return problem.distances()[site][host];
    }

    boolean isClosed() {
        return distance() >= ConsolidationProblem.CLOSED;
    }

    long cost() {
        return isClosed() ? 0 : problem.weight(site) * distance();
    }

    boolean isBeyondCover() {
        return problem.cover().isPresent() && distance() > problem.cover().getAsLong();
    }

    @Override
    public String toString() {
        return problem.sites().get(site).id();
    }
}
