package org.zhenjie.planner.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.move.AbstractMove;

/** One move: new numbers of posts for some grants and new destinations for some blocks, all at once. */
final class Reallocation extends AbstractMove<AllocationSolution> {

    private static final PoolGrant[] NO_GRANTS = {};
    private static final int[] NO_POSTS = {};
    private static final BlockSending[] NO_SENDINGS = {};
    private static final Destination[] NO_DESTINATIONS = {};

    /** The move that cannot be made. */
    static final Reallocation NOTHING = send(NO_SENDINGS, NO_DESTINATIONS);

    private final PoolGrant[] grants;
    private final int[] posts;
    private final BlockSending[] sendings;
    private final Destination[] destinations;

    private Reallocation(PoolGrant[] grants, int[] posts, BlockSending[] sendings, Destination[] destinations) {
        this.grants = grants;
        this.posts = posts;
        this.sendings = sendings;
        this.destinations = destinations;
    }

    /** A grant gets a new number of posts. */
    static Reallocation resize(PoolGrant grant, int posts) {
        return new Reallocation(new PoolGrant[] {grant}, new int[] {posts}, NO_SENDINGS, NO_DESTINATIONS);
    }

    /** Blocks go to new destinations; null = the block stays. */
    static Reallocation send(BlockSending[] sendings, Destination[] destinations) {
        return new Reallocation(NO_GRANTS, NO_POSTS, sendings, destinations);
    }

    /** Posts move from one grant to another of the same pool. */
    static Reallocation transfer(PoolGrant from, PoolGrant to, int number) {
        return send(NO_SENDINGS, NO_DESTINATIONS).and(from, to, number);
    }

    /** The same move, and posts move from one grant to another along with it; neither grant is in the move yet. */
    Reallocation and(PoolGrant from, PoolGrant to, int number) {
        int size = grants.length;
        PoolGrant[] moreGrants = Arrays.copyOf(grants, size + 2);
        int[] morePosts = Arrays.copyOf(posts, size + 2);
        moreGrants[size] = from;
        morePosts[size] = from.posts() - number;
        moreGrants[size + 1] = to;
        morePosts[size + 1] = to.posts() + number;
        return new Reallocation(moreGrants, morePosts, sendings, destinations);
    }

    /** What the blocks' travel, lack of skill and wishes would cost more than now: all that a move changes which keeps every level. */
    long changeForPeople(long perMetre, long perUnskilled, long perWish) {
        long change = 0;
        for (int i = 0; i < sendings.length; i++) {
            change += sendings[i].posts()
                    * (cost(destinations[i], perMetre, perUnskilled, perWish)
                            - cost(sendings[i].destination(), perMetre, perUnskilled, perWish));
        }
        return change;
    }

    private static long cost(Destination destination, long perMetre, long perUnskilled, long perWish) {
        return destination == null
                ? 0
                : perMetre * destination.metres()
                        + (destination.fit() ? 0 : perUnskilled)
                        + perWish * destination.wishesBefore();
    }

    boolean touches(PoolGrant grant) {
        for (PoolGrant known : grants) {
            if (known == grant) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean isMoveDoable(ScoreDirector<AllocationSolution> director) {
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
