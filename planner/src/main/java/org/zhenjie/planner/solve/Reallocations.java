package org.zhenjie.planner.solve;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Random;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;

/**
 * The moves of the search: {@link Proposals} drawn at random. A step looks at so many drafts; where none of them is made it is a pause, so
 * that all steps take about as long.
 */
public final class Reallocations implements MoveIteratorFactory<AllocationSolution, Reallocation> {

    private static final int DRAFTS_IN_STEP = 200;
    /** After so many steps in a row without a draft of any kind there is nothing to move. */
    private static final int STEPS_WITHOUT_DRAFT = 50;

    private Proposals proposals;
    private AllocationSolution known;

    @Override
    public long getSize(ScoreDirector<AllocationSolution> director) {
        return DRAFTS_IN_STEP;
    }

    @Override
    public Iterator<Reallocation> createOriginalMoveIterator(ScoreDirector<AllocationSolution> director) {
        throw new UnsupportedOperationException("moves are drawn at random only");
    }

    @Override
    public Iterator<Reallocation> createRandomMoveIterator(
            ScoreDirector<AllocationSolution> director, Random workingRandom) {
        if (known != director.getWorkingSolution()) {
            known = director.getWorkingSolution();
            proposals = new Proposals(known);
        }
        proposals.temperature(known.pace().next());
        return new Step(workingRandom);
    }

    private final class Step implements Iterator<Reallocation> {
        private final Random random;
        private int left = DRAFTS_IN_STEP;

        Step(Random random) {
            this.random = random;
        }

        @Override
        public boolean hasNext() {
            return left >= 0 && !proposals.isEmpty();
        }

        @Override
        public Reallocation next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            while (left > 0) {
                left--;
                known.pace().look();
                Reallocation move = proposals.next(random);
                if (move != null) {
                    return move;
                }
            }
            left = -1;
            return Reallocation.PAUSE;
        }
    }
}
