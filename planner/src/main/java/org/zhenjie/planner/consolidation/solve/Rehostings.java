package org.zhenjie.planner.consolidation.solve;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;
import org.zhenjie.planner.consolidation.ConsolidationProblem;

/**
 * Random moves that keep the number of sites that stay: one closes and one opens, a group moves to another of its members, a site
 * goes to another host, two sites change hosts. Of several drawn at random the one that promises most is handed on.
 */
public final class Rehostings implements MoveIteratorFactory<ConsolidationSolution, Rehosting> {

    private static final int DRAWN = 6;
    /** Dearer than any plan, and sums of many still fit. */
    private static final long CLOSED_COST = 2 * ConsolidationProblem.MOST_COST;

    private static final long BEYOND_COST = ConsolidationProblem.MOST_COST;
    private static final int LEAST_MOVES = 1_000;
    private static final int MOVES_PER_SITE = 10;

    private ConsolidationSolution known;
    private Neighbourhood neighbourhood;

    @Override
    public long getSize(ScoreDirector<ConsolidationSolution> director) {
        long sites = director.getWorkingSolution().merges().size();
        return Math.max(1, sites * sites);
    }

    @Override
    public Iterator<Rehosting> createOriginalMoveIterator(ScoreDirector<ConsolidationSolution> director) {
        throw new UnsupportedOperationException("moves are drawn at random only");
    }

    @Override
    public Iterator<Rehosting> createRandomMoveIterator(
            ScoreDirector<ConsolidationSolution> director, Random workingRandom) {
        if (known != director.getWorkingSolution()) {
            known = director.getWorkingSolution();
            neighbourhood = new Neighbourhood(known);
        }
        neighbourhood.look();
        return neighbourhood.moves(workingRandom);
    }

    /** The sites of one working solution and, for each, the hosts by cost. */
    private static final class Neighbourhood {
        private final ConsolidationProblem problem;
        private final List<Merge> merges;
        private final int size;
        private final int[][] near;
        private final boolean[] kept;
        private final long[] hosted;
        private final boolean capacitated;
        private int[] open;
        private boolean needsCover;

        Neighbourhood(ConsolidationSolution solution) {
            problem = solution.problem();
            merges = solution.merges();
            size = merges.size();
            capacitated = problem.isCapacitated();
            kept = new boolean[size];
            hosted = new long[size];
            near = new int[size][];
            for (int site = 0; site < size; site++) {
                long[] distances = problem.distances()[site];
                int self = site;
                near[site] = IntStream.range(0, size)
                        .boxed()
                        .sorted(Comparator.comparing((Integer host) -> host != self)
                                .thenComparing(host -> distances[host])
                                .thenComparing(Comparator.naturalOrder()))
                        .mapToInt(Integer::intValue)
                        .toArray();
            }
        }

        /** Takes in the working solution as it is now. */
        void look() {
            Arrays.fill(hosted, 0);
            int number = 0;
            long covered = 0;
            for (Merge merge : merges) {
                kept[merge.site()] = merge.host() == merge.site();
                number += kept[merge.site()] ? 1 : 0;
                hosted[merge.host()] += merge.load();
                covered += merge.isBeyondCover() ? 0 : merge.load();
            }
            needsCover = problem.cover().isPresent() && covered < problem.loadToCover();
            open = new int[number];
            int index = 0;
            for (int site = 0; site < size; site++) {
                if (kept[site]) {
                    open[index++] = site;
                }
            }
        }

        /** So many that a step which finds none to accept would find none in more either. */
        Iterator<Rehosting> moves(Random random) {
            return new Iterator<>() {
                private int left = size > 1 ? Math.max(LEAST_MOVES, MOVES_PER_SITE * size) : 0;

                @Override
                public boolean hasNext() {
                    return left > 0;
                }

                @Override
                public Rehosting next() {
                    left--;
                    return draw(random);
                }
            };
        }

        private Rehosting draw(Random random) {
            int kind = random.nextInt(10);
            if (!capacitated) {
                return kind < 9 ? exchange(random) : recentre(random);
            }
            if (kind < 2) {
                return exchange(random);
            } else if (kind < 3) {
                return recentre(random);
            }
            return kind < 6 ? shift(random) : swap(random);
        }

        /** The best of some exchanges: one site closes, another opens. */
        private Rehosting exchange(Random random) {
            if (open.length == size) {
                return Rehosting.none();
            }
            int bestOpened = -1;
            int bestClosed = -1;
            long best = Long.MAX_VALUE;
            for (int drawn = 0; drawn < DRAWN; drawn++) {
                int opened = random.nextInt(size);
                while (kept[opened]) {
                    opened = random.nextInt(size);
                }
                int closed = random.nextInt(3) == 0
                        ? open[random.nextInt(open.length)]
                        : nearOpen(opened, random.nextInt(4));
                long change = change(opened, closed);
                if (change < best) {
                    best = change;
                    bestOpened = opened;
                    bestClosed = closed;
                }
            }
            return exchange(bestOpened, bestClosed);
        }

        private int nearOpen(int site, int rank) {
            int left = rank;
            int last = -1;
            for (int host : near[site]) {
                if (kept[host]) {
                    last = host;
                    if (left-- == 0) {
                        break;
                    }
                }
            }
            return last;
        }

        /** What an exchange would change in cost, capacities apart. */
        private long change(int opened, int closed) {
            long change = 0;
            for (Merge merge : merges) {
                int site = merge.site();
                long now = cost(site, merge.host());
                long then = cost(site, opened);
                if (merge.host() == closed) {
                    int other = nearest(site, closed);
                    change += (other < 0 ? then : Math.min(then, cost(site, other))) - now;
                } else if (then < now) {
                    change += then - now;
                }
            }
            return change;
        }

        private Rehosting exchange(int opened, int closed) {
            Rehosting move = Rehosting.none();
            long room = problem.sites().get(opened).capacity() - problem.load(opened);
            move.add(merges.get(opened), opened);
            for (Merge merge : merges) {
                int site = merge.site();
                if (site == opened) {
                    continue;
                }
                boolean orphan = merge.host() == closed;
                int other = orphan ? withRoom(site, closed) : merge.host();
                if (other < 0 || isBetter(merge, opened, other, orphan) && merge.load() <= room) {
                    room -= merge.load();
                    move.add(merge, opened);
                } else {
                    move.add(merge, other);
                }
            }
            return move;
        }

        private boolean isBetter(Merge merge, int opened, int other, boolean orphan) {
            int site = merge.site();
            return cost(site, opened) < cost(site, other) || orphan && lacksRoom(site, other);
        }

        private boolean lacksRoom(int site, int host) {
            return hosted[host] + problem.load(site) > problem.sites().get(host).capacity();
        }

        /** The nearest host that stays; -1 where that which closes was the only one. */
        private int nearest(int site, int closed) {
            for (int host : near[site]) {
                if (kept[host] && host != closed) {
                    return host;
                }
            }
            return -1;
        }

        /** The nearest kept host with room for a site; without one, the nearest. */
        private int withRoom(int site, int closed) {
            if (capacitated) {
                for (int host : near[site]) {
                    if (kept[host] && host != closed && !lacksRoom(site, host)) {
                        return host;
                    }
                }
            }
            return nearest(site, closed);
        }

        /** A whole group goes to another of its members: of some drawn, the one with the least cost. */
        private Rehosting recentre(Random random) {
            int host = open[random.nextInt(open.length)];
            int[] members = IntStream.range(0, size)
                    .filter(site -> merges.get(site).host() == host)
                    .toArray();
            if (members.length < 2) {
                return Rehosting.none();
            }
            int best = -1;
            long bestCost = Long.MAX_VALUE;
            for (int drawn = 0; drawn < DRAWN; drawn++) {
                int candidate = members[random.nextInt(members.length)];
                if (candidate != host) {
                    long sum = 0;
                    for (int member : members) {
                        sum += cost(member, candidate);
                    }
                    if (sum < bestCost) {
                        best = candidate;
                        bestCost = sum;
                    }
                }
            }
            Rehosting move = Rehosting.none();
            if (best >= 0) {
                for (int member : members) {
                    move.add(merges.get(member), best);
                }
            }
            return move;
        }

        private Rehosting shift(Random random) {
            Merge merge = merges.get(random.nextInt(size));
            Rehosting move = Rehosting.none();
            if (!kept[merge.site()]) {
                move.add(merge, nearOpen(merge.site(), random.nextInt(5)));
            }
            return move;
        }

        private Rehosting swap(Random random) {
            Merge one = merges.get(random.nextInt(size));
            Merge other = merges.get(near[one.site()][random.nextInt(Math.min(size, 40))]);
            Rehosting move = Rehosting.none();
            if (!kept[one.site()] && !kept[other.site()] && !one.host().equals(other.host())) {
                move.add(one, other.host());
                move.add(other, one.host());
            }
            return move;
        }

        private long cost(int site, int host) {
            long distance = problem.distances()[site][host];
            if (distance >= ConsolidationProblem.CLOSED) {
                return CLOSED_COST;
            }
            boolean beyond = needsCover && distance > problem.cover().getAsLong();
            return problem.weight(site) * distance + (beyond ? BEYOND_COST : 0);
        }
    }
}
