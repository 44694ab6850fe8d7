package org.zhenjie.planner.teams.solve;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;
import org.zhenjie.planner.search.Changes;
import org.zhenjie.planner.teams.TeamProblem;

/** Random moves: someone else takes a seat, two people change seats. None overdraws a body or goes where it sends nobody. */
public final class Exchanges implements MoveIteratorFactory<TeamSolution, Changes<TeamSolution, Seat>> {

    /** Draws per seat before a step ends without a move. */
    private static final int DRAWS_PER_SEAT = 100;

    @Override
    public long getSize(ScoreDirector<TeamSolution> director) {
        long seats = director.getWorkingSolution().seats().size();
        return Math.max(1, seats * seats);
    }

    @Override
    public Iterator<Changes<TeamSolution, Seat>> createOriginalMoveIterator(ScoreDirector<TeamSolution> director) {
        throw new UnsupportedOperationException("moves are drawn at random only");
    }

    @Override
    public Iterator<Changes<TeamSolution, Seat>> createRandomMoveIterator(
            ScoreDirector<TeamSolution> director, Random workingRandom) {
        Neighbourhood neighbourhood = new Neighbourhood(director.getWorkingSolution(), workingRandom);
        return Stream.generate(neighbourhood::draw)
                .limit((long) DRAWS_PER_SEAT * neighbourhood.seats.size())
                .filter(Objects::nonNull)
                .iterator();
    }

    private static final class Neighbourhood {
        private final TeamProblem problem;
        private final List<Seat> seats;
        private final int[] left;
        private final Random random;

        Neighbourhood(TeamSolution solution, Random random) {
            this.random = random;
            problem = solution.problem();
            seats = solution.seats();
            left = problem.supplies().stream()
                    .mapToInt(TeamProblem.Supply::people)
                    .toArray();
            seats.forEach(seat -> left[seat.supply()]--);
        }

        /** A move; null where the one drawn cannot be made. */
        Changes<TeamSolution, Seat> draw() {
            Seat seat = seats.get(random.nextInt(seats.size()));
            return random.nextBoolean() ? another(seat) : swap(seat, seats.get(random.nextInt(seats.size())));
        }

        private Changes<TeamSolution, Seat> another(Seat seat) {
            int supply = random.nextInt(left.length);
            return supply != seat.supply() && left[supply] > 0 && problem.isOpen(supply, seat.team())
                    ? new Changes<TeamSolution, Seat>(Seat.SUPPLY).add(seat, supply)
                    : null;
        }

        private Changes<TeamSolution, Seat> swap(Seat one, Seat other) {
            boolean fit = one.team() != other.team()
                    && !one.supply().equals(other.supply())
                    && problem.isOpen(other.supply(), one.team())
                    && problem.isOpen(one.supply(), other.team());
            return fit
                    ? new Changes<TeamSolution, Seat>(Seat.SUPPLY)
                            .add(one, other.supply())
                            .add(other, one.supply())
                    : null;
        }
    }
}
