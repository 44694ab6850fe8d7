package org.zhenjie.planner.grouping.solve;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;
import org.zhenjie.planner.grouping.GroupingPlan;
import org.zhenjie.planner.grouping.GroupingProblem;
import org.zhenjie.planner.search.Changes;

/**
 * Random moves: a unit at a border goes to the group beyond it, two units of groups that touch change places. None leaves a group in
 * pieces or empty, moves a pinned unit, or adds to the load outside the limits.
 */
public final class Regroupings implements MoveIteratorFactory<GroupingSolution, Changes<GroupingSolution, Unit>> {

    /** Draws per unit before a step ends without a move. */
    private static final int DRAWS_PER_UNIT = 100;

    @Override
    public long getSize(ScoreDirector<GroupingSolution> director) {
        long units = director.getWorkingSolution().units().size();
        return Math.max(1, units * units);
    }

    @Override
    public Iterator<Changes<GroupingSolution, Unit>> createOriginalMoveIterator(
            ScoreDirector<GroupingSolution> director) {
        throw new UnsupportedOperationException("moves are drawn at random only");
    }

    @Override
    public Iterator<Changes<GroupingSolution, Unit>> createRandomMoveIterator(
            ScoreDirector<GroupingSolution> director, Random workingRandom) {
        Neighbourhood neighbourhood = new Neighbourhood(director.getWorkingSolution(), workingRandom);
        return Stream.generate(neighbourhood::draw)
                .limit((long) DRAWS_PER_UNIT * neighbourhood.units.size())
                .filter(Objects::nonNull)
                .iterator();
    }

    private static final class Neighbourhood {
        private final GroupingProblem problem;
        private final List<Unit> units;
        private final long[] load;
        private final Random random;

        Neighbourhood(GroupingSolution solution, Random random) {
            this.random = random;
            problem = solution.problem();
            units = solution.units();
            load = new long[problem.groups()];
            units.forEach(unit -> load[unit.group()] += unit.load());
        }

        /** A move; null where the one drawn cannot be made. */
        Changes<GroupingSolution, Unit> draw() {
            Unit unit = units.get(random.nextInt(units.size()));
            int to = groupBeside(unit);
            if (to == unit.group() || unit.isPinned()) {
                return null;
            }
            return random.nextBoolean() ? shift(unit, to) : swap(unit, to);
        }

        private int groupBeside(Unit unit) {
            int[] near = problem.neighbours()[unit.unit()];
            return near.length == 0
                    ? unit.group()
                    : units.get(near[random.nextInt(near.length)]).group();
        }

        private Changes<GroupingSolution, Unit> shift(Unit unit, int to) {
            boolean keeps = balances(unit.group(), to, unit.load()) && isWhole(unit.group(), unit, null);
            return keeps ? new Changes<GroupingSolution, Unit>(Unit.GROUP).add(unit, to) : null;
        }

        /** The unit goes to another group, and of the units there that touch its own group one comes back. */
        private Changes<GroupingSolution, Unit> swap(Unit unit, int to) {
            int from = unit.group();
            List<Unit> back = units.stream()
                    .filter(other -> other.group() == to && !other.isPinned() && touches(other, from))
                    .toList();
            if (back.isEmpty()) {
                return null;
            }
            Unit other = back.get(random.nextInt(back.size()));
            boolean keeps = balances(from, to, unit.load() - other.load())
                    && isWhole(from, unit, other)
                    && isWhole(to, other, unit);
            return keeps
                    ? new Changes<GroupingSolution, Unit>(Unit.GROUP)
                            .add(unit, to)
                            .add(other, from)
                    : null;
        }

        private boolean touches(Unit unit, int group) {
            return IntStream.of(problem.neighbours()[unit.unit()])
                    .anyMatch(near -> units.get(near).group() == group);
        }

        private boolean balances(int from, int to, long moved) {
            return problem.outside(load[from] - moved) + problem.outside(load[to] + moved)
                    <= problem.outside(load[from]) + problem.outside(load[to]);
        }

        private boolean isWhole(int group, Unit without, Unit with) {
            int[] members = units.stream()
                    .filter(unit -> unit == with || unit.group() == group && unit != without)
                    .mapToInt(Unit::unit)
                    .toArray();
            return GroupingPlan.pieces(problem, members) == 1;
        }
    }
}
