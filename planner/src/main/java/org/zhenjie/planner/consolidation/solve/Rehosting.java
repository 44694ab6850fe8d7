package org.zhenjie.planner.consolidation.solve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.move.AbstractMove;

/** One move: new hosts for some sites, all at once. */
final class Rehosting extends AbstractMove<ConsolidationSolution> {

    private final List<Merge> merges;
    private final List<Integer> hosts;

    private Rehosting(List<Merge> merges, List<Integer> hosts) {
        this.merges = merges;
        this.hosts = hosts;
    }

    /** A move without a change. */
    static Rehosting none() {
        return new Rehosting(new ArrayList<>(), new ArrayList<>());
    }

    /** Adds a change; each site at most once. */
    void add(Merge merge, int host) {
        if (merge.host() != host) {
            merges.add(merge);
            hosts.add(host);
        }
    }

    @Override
    public boolean isMoveDoable(ScoreDirector<ConsolidationSolution> director) {
        return !merges.isEmpty();
    }

    @Override
    protected Rehosting createUndoMove(ScoreDirector<ConsolidationSolution> director) {
        return new Rehosting(
                merges, new ArrayList<>(merges.stream().map(Merge::host).toList()));
    }

    @Override
    protected void doMoveOnGenuineVariables(ScoreDirector<ConsolidationSolution> director) {
        for (int i = 0; i < merges.size(); i++) {
            Merge merge = merges.get(i);
            director.beforeVariableChanged(merge, "host");
            merge.setHost(hosts.get(i));
            director.afterVariableChanged(merge, "host");
        }
    }

    @Override
    public Collection<?> getPlanningEntities() {
        return merges;
    }

    @Override
    public Collection<?> getPlanningValues() {
        return hosts;
    }

    @Override
    public String toString() {
        return merges + " to " + hosts;
    }
}
