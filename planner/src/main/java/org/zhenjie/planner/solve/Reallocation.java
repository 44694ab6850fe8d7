package org.zhenjie.planner.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.move.AbstractMove;

/** One move: new numbers of posts for some grants and new destinations for some blocks, all at once. */
final class Reallocation extends AbstractMove<AllocationSolution> {

    /** The move that changes nothing. */
    static final Reallocation PAUSE =
            new Reallocation(new PoolGrant[0], new int[0], new BlockSending[0], new Destination[0]);

    private final PoolGrant[] grants;
    private final int[] posts;
    private final BlockSending[] sendings;
    private final Destination[] destinations;

    /**
     * A move.
     *
     * @param posts new numbers of posts, grant by grant
     * @param destinations new destinations, block by block; null = the block stays
     */
    Reallocation(PoolGrant[] grants, int[] posts, BlockSending[] sendings, Destination[] destinations) {
        this.grants = grants;
        this.posts = posts;
        this.sendings = sendings;
        this.destinations = destinations;
    }

    /** Whether it changes nothing. */
    boolean isEmpty() {
        return grants.length == 0 && sendings.length == 0;
    }

    @Override
    public boolean isMoveDoable(ScoreDirector<AllocationSolution> director) {
        if (this == PAUSE) {
            return true;
        }
        for (int i = 0; i < grants.length; i++) {
            if (posts[i] < 0 || posts[i] > grants[i].most()) {
                return false;
            }
        }
        for (int i = 0; i < grants.length; i++) {
            if (posts[i] != grants[i].posts()) {
                return true;
            }
        }
        for (int i = 0; i < sendings.length; i++) {
            if (destinations[i] != sendings[i].destination()) {
                return true;
            }
        }
        return false;
    }

    @Override
    protected Reallocation createUndoMove(ScoreDirector<AllocationSolution> director) {
        int[] before = new int[grants.length];
        for (int i = 0; i < before.length; i++) {
            before[i] = grants[i].posts();
        }
        Destination[] destinationsBefore = new Destination[sendings.length];
        for (int i = 0; i < destinationsBefore.length; i++) {
            destinationsBefore[i] = sendings[i].destination();
        }
        return new Reallocation(grants, before, sendings, destinationsBefore);
    }

    @Override
    protected void doMoveOnGenuineVariables(ScoreDirector<AllocationSolution> director) {
        for (int i = 0; i < grants.length; i++) {
            director.beforeVariableChanged(grants[i], "posts");
            grants[i].setPosts(posts[i]);
            director.afterVariableChanged(grants[i], "posts");
        }
        for (int i = 0; i < sendings.length; i++) {
            director.beforeVariableChanged(sendings[i], "destination");
            sendings[i].setDestination(destinations[i]);
            director.afterVariableChanged(sendings[i], "destination");
        }
    }

    /** Makes the move on a solution that no search watches. */
    void apply() {
        for (int i = 0; i < grants.length; i++) {
            grants[i].setPosts(posts[i]);
        }
        for (int i = 0; i < sendings.length; i++) {
            sendings[i].setDestination(destinations[i]);
        }
    }

    @Override
    public Collection<?> getPlanningEntities() {
        List<Object> entities = new ArrayList<>(Arrays.asList(grants));
        entities.addAll(Arrays.asList(sendings));
        return entities;
    }

    @Override
    public Collection<?> getPlanningValues() {
        List<Object> values = new ArrayList<>(Arrays.stream(posts).boxed().toList());
        values.addAll(Arrays.asList(destinations));
        return values;
    }

    @Override
    public String toString() {
        return Arrays.toString(grants)
                + Arrays.toString(posts)
                + Arrays.toString(sendings)
                + Arrays.toString(destinations);
    }
}
