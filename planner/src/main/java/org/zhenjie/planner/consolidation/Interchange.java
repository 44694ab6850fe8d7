package org.zhenjie.planner.consolidation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Vertex interchange: while closing one kept site and opening another lowers the cost of nearest hosts, the best such exchange is
 * made (Teitz and Bart 1968). Capacities are not looked at.
 *
 * <p>One descent may end in a poor set, so there are several: from each set given and from random sets; of what they lead to the best
 * stay as a pool, and the sets between two of them are looked through (path relinking, Resende and Werneck 2004). After that
 * the best set is disturbed, in one neighbourhood by ever more exchanges, and improved again (variable neighbourhood search,
 * Hansen and Mladenović 1997).
 */
public final class Interchange {
    private static final int RANDOM_STARTS = 10;
    private static final int POOL = 8;
    private static final int WIDEST_SHAKE = 6;
    /** Shakes between two restarts. */
    private static final int SHAKES = 150;
    /** Exchanges of a shake open a site among so many times the mean group near the first one. */
    private static final int REACH = 4;

    private final ConsolidationProblem problem;
    private final MergeCosts costs;
    private final Random random;
    private final long mostWork;
    private final BooleanSupplier stop;
    private final List<Found> pool = new ArrayList<>();
    private long work;

    /** A set that a descent ended in. */
    private record Found(List<Integer> set, long cost) {}

    private Interchange(
            ConsolidationProblem problem, MergeCosts costs, long seed, long mostWork, BooleanSupplier stop) {
        this.problem = problem;
        this.costs = costs;
        this.random = new Random(seed);
        this.mostWork = mostWork;
        this.stop = stop;
    }

    /**
     * The best set of kept sites that descents from several sets lead to.
     *
     * @param starts sets of at most k sites, each filled up with the first others; may be empty
     * @param seed of the random numbers; the same problem, starts, seed and work give the same set unless it is stopped
     * @param mostWork elementary steps to take: some hundred million in a second; at least one descent is begun
     * @param stop asked between exchanges: true ends with the best set so far
     * @return k sites, ascending
     */
    public static List<Integer> best(
            ConsolidationProblem problem, List<List<Integer>> starts, long seed, long mostWork, BooleanSupplier stop) {
        return best(problem, MergeCosts.of(problem), starts, seed, mostWork, stop);
    }

    static List<Integer> best(
            ConsolidationProblem problem,
            MergeCosts costs,
            List<List<Integer>> starts,
            long seed,
            long mostWork,
            BooleanSupplier stop) {
        return new Interchange(problem, costs, seed, mostWork, stop).run(starts).set();
    }

    private Found run(List<List<Integer>> starts) {
        Set<List<Integer>> seen = new HashSet<>();
        for (List<Integer> start : starts) {
            List<Integer> filled = filledUp(start);
            if (seen.add(filled) && isGoingOn()) {
                keep(descended(new Exchanges(costs, filled)));
            }
        }
        if (pool.isEmpty()) {
            keep(descended(new Exchanges(costs, drawn())));
        }
        for (int i = 0; i < RANDOM_STARTS && isGoingOn(); i++) {
            fromRandomSet();
        }
        while (isGoingOn()) {
            shakeBest();
            if (isGoingOn()) {
                fromRandomSet();
            }
        }
        return pool.get(0);
    }

    private boolean isGoingOn() {
        return pool.isEmpty() || problem.keep() < problem.size() && work < mostWork && !stop.getAsBoolean();
    }

    private void fromRandomSet() {
        Found found = descended(new Exchanges(costs, drawn()));
        keep(found);
        Found other = pool.get(random.nextInt(pool.size()));
        if (isGoingOn()) {
            keep(between(found, other));
        }
    }

    private List<Integer> filledUp(List<Integer> start) {
        Set<Integer> set = new HashSet<>(start);
        for (int site = 0; set.size() < problem.keep(); site++) {
            set.add(site);
        }
        return set.stream().sorted().toList();
    }

    private List<Integer> drawn() {
        return random.ints(0, problem.size())
                .distinct()
                .limit(problem.keep())
                .sorted()
                .boxed()
                .toList();
    }

    /** Improves a set until no exchange helps. */
    private Found descended(Exchanges exchanges) {
        descend(exchanges);
        work += exchanges.work();
        return new Found(exchanges.set(), exchanges.cost());
    }

    private void descend(Exchanges exchanges) {
        while (!stop.getAsBoolean()) {
            Exchanges.Exchange best = exchanges.best();
            if (best == null) {
                return;
            }
            exchanges.exchange(best.opens(), best.closes());
        }
    }

    /** Keeps the best sets, each once, the best one first. */
    private void keep(Found found) {
        if (pool.stream().anyMatch(one -> one.set().equals(found.set()))) {
            return;
        }
        int rank = 0;
        while (rank < pool.size() && pool.get(rank).cost() <= found.cost()) {
            rank++;
        }
        pool.add(rank, found);
        if (pool.size() > POOL) {
            pool.remove(POOL);
        }
    }

    /** The best that a descent from between two sets leads to: the path takes the best exchange towards the other set each time. */
    private Found between(Found from, Found to) {
        Exchanges path = new Exchanges(costs, from.set());
        List<Integer> opening = new ArrayList<>(to.set());
        opening.removeAll(from.set());
        List<Integer> closing = new ArrayList<>(from.set());
        closing.removeAll(to.set());
        List<Integer> best = from.set();
        long least = Long.MAX_VALUE;
        while (opening.size() > 1 && !stop.getAsBoolean()) {
            step(path, opening, closing);
            if (path.cost() < least) {
                least = path.cost();
                best = path.set();
            }
        }
        work += path.work();
        return descended(new Exchanges(costs, best));
    }

    private void step(Exchanges path, List<Integer> opening, List<Integer> closing) {
        long most = Long.MIN_VALUE;
        int opens = 0;
        int closes = 0;
        for (int i = 0; i < opening.size(); i++) {
            for (int j = 0; j < closing.size(); j++) {
                long saves = path.saving(opening.get(i), path.slot(closing.get(j)));
                if (saves > most) {
                    most = saves;
                    opens = i;
                    closes = j;
                }
            }
        }
        work += (long) opening.size() * closing.size();
        path.exchange(opening.remove(opens), path.slot(closing.remove(closes)));
    }

    private void shakeBest() {
        Exchanges exchanges = new Exchanges(costs, pool.get(0).set());
        int widest = Math.min(WIDEST_SHAKE, Math.min(problem.keep(), problem.size() - problem.keep()));
        int width = 1;
        List<int[]> made = new ArrayList<>();
        for (int i = 0; i < SHAKES && isGoingOn(); i++) {
            long before = exchanges.cost();
            long worked = exchanges.work();
            made.clear();
            shake(exchanges, width, made);
            for (Exchanges.Exchange best = exchanges.best();
                    best != null && !stop.getAsBoolean();
                    best = exchanges.best()) {
                exchange(exchanges, best.opens(), best.closes(), made);
            }
            if (exchanges.cost() < before) {
                width = 1;
                i = 0;
            } else {
                width = width % widest + 1;
            }
            if (exchanges.cost() > before) {
                undo(exchanges, made);
            }
            work += exchanges.work() - worked;
        }
        keep(new Found(exchanges.set(), exchanges.cost()));
    }

    /** Exchanges so many sites around one that is drawn. */
    private void shake(Exchanges exchanges, int width, List<int[]> made) {
        int centre = random.nextInt(problem.size());
        int[] near = costs.near(centre);
        int reach = Math.min(near.length, REACH * problem.size() / problem.keep() + width);
        for (int i = 0; i < width; i++) {
            int opens = i == 0 ? centre : near[random.nextInt(reach)];
            if (!exchanges.isKept(opens)) {
                int closes = exchanges.nearKept(opens, random.nextInt(3 + width));
                exchange(exchanges, opens, exchanges.slot(closes), made);
            }
        }
    }

    private static void exchange(Exchanges exchanges, int opens, int closes, List<int[]> made) {
        made.add(new int[] {exchanges.kept(closes), closes});
        exchanges.exchange(opens, closes);
    }

    private static void undo(Exchanges exchanges, List<int[]> made) {
        for (int i = made.size() - 1; i >= 0; i--) {
            exchanges.exchange(made.get(i)[0], made.get(i)[1]);
        }
    }
}
