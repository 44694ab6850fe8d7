package org.zhenjie.planner.solve;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;
import org.zhenjie.planner.solve.Account.Tally;

/**
 * The moves of the search. Each is what a stretch of simulated annealing on the {@link Ledger} comes to: changes that make the plan no
 * worse are kept, and now and then a worse one, the less often the lower the temperature. Where a stretch comes upon the best plan so far, the move
 * leads there. A stretch that comes to nothing is a pause, so that all steps take about as long.
 */
public final class Reallocations implements MoveIteratorFactory<AllocationSolution, Reallocation> {

    /** Drafts of a stretch for each decision that can be changed. */
    private static final int DRAFTS_PER_DECISION = 10;

    /** Drafts for each decision after which cooling still slower is of less use than cooling once more. */
    private static final long DRAFTS_TO_COOL = 15_000;

    private static final int LEAST_DRAFTS = 200;
    private static final int MOST_DRAFTS = 20_000;
    private static final int DRAFTS_AT_A_TEMPERATURE = 200;
    /** Temperature of the cost at the start, as a share of the usual loss of a draft. */
    private static final double START = 0.03;

    /** Drafts from which the usual loss is told. */
    private static final int SOUNDINGS = 2_000;
    /** exp(-40) is next to nothing. */
    private static final double NEVER = 40;

    private AllocationSolution known;
    private Ledger ledger;
    private Proposals proposals;
    private SplittableRandom random;
    private final Tally best = new Tally();

    @Override
    public long getSize(ScoreDirector<AllocationSolution> director) {
        return 1;
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
            random = new SplittableRandom(workingRandom.nextLong());
            ledger = new Ledger(known);
            proposals = new Proposals(known, ledger, random);
            best.clear();
            if (proposals.size() > 0) {
                known.pace().startAt(START * usualLoss(), DRAFTS_TO_COOL * proposals.size());
            }
        }
        ledger.takeOver();
        return new Step();
    }

    private final class Step implements Iterator<Reallocation> {
        private boolean taken;

        @Override
        public boolean hasNext() {
            return !taken && proposals.size() > 0;
        }

        @Override
        public Reallocation next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            taken = true;
            return stretch();
        }
    }

    /** By how much drafts make the plan worse, where they do: the middle one of some. */
    private double usualLoss() {
        long[] losses = LongStream.range(0, SOUNDINGS)
                .map(draft -> loss())
                .filter(loss -> loss > 0)
                .sorted()
                .toArray();
        return losses.length == 0 ? 0 : losses[losses.length / 2];
    }

    private long loss() {
        Tally tally = ledger.tally();
        int mark = ledger.mark();
        long hard = tally.hard();
        long soft = tally.soft();
        proposals.draft();
        long loss = tally.hard() > hard ? 0 : tally.soft() - soft;
        ledger.backTo(mark);
        return loss;
    }

    private Reallocation stretch() {
        Pace pace = known.pace();
        Pace.Temperature temperature = pace.at(0);
        int drafts = Math.max(LEAST_DRAFTS, Math.min(MOST_DRAFTS, DRAFTS_PER_DECISION * proposals.size()));
        Tally tally = ledger.tally();
        int leadsTo = -1;
        for (int draft = 0; draft < drafts; draft++) {
            if (draft % DRAFTS_AT_A_TEMPERATURE == 0) {
                temperature = pace.at((double) draft / drafts);
            }
            int mark = ledger.mark();
            long hard = tally.hard();
            long medium = tally.medium();
            long soft = tally.soft();
            proposals.draft();
            boolean isKept = ledger.mark() > mark
                    && isKept(tally.hard() - hard, tally.medium() - medium, tally.soft() - soft, temperature);
            proposals.kept(isKept && (tally.soft() != soft || tally.medium() != medium));
            if (!isKept) {
                ledger.backTo(mark);
            } else if (tally.isBelow(best)) {
                best.copy(tally);
                leadsTo = ledger.mark();
            }
        }
        pace.looked(drafts);
        pace.step();
        if (leadsTo >= 0) {
            ledger.backTo(leadsTo);
        }
        Reallocation move = ledger.move();
        return move.isEmpty() ? Reallocation.PAUSE : move;
    }

    private boolean isKept(long hard, long medium, long soft, Pace.Temperature temperature) {
        if (hard != 0) {
            return hard < 0;
        }
        return medium != 0 ? isKept(medium / temperature.posts()) : isKept(soft / temperature.cost());
    }

    private boolean isKept(double worse) {
        return worse <= 0 || worse < NEVER && random.nextDouble() < StrictMath.exp(-worse);
    }
}
