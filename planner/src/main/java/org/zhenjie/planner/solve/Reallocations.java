package org.zhenjie.planner.solve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;
import org.zhenjie.planner.solve.Slots.CountySlot;
import org.zhenjie.planner.solve.Slots.DepartmentSlot;
import org.zhenjie.planner.solve.Slots.PlatformSlot;
import org.zhenjie.planner.solve.Slots.PoolSlot;
import org.zhenjie.planner.solve.Slots.TownSlot;

/**
 * Random moves that suit the model: posts between towns of one pool, blocks to near places, blocks that change places, and
 * blocks against pool posts, so that the levels of towns stay while people travel less.
 */
public final class Reallocations implements MoveIteratorFactory<AllocationSolution, Reallocation> {

    private Neighbourhood neighbourhood;
    private AllocationSolution known;

    @Override
    public long getSize(ScoreDirector<AllocationSolution> director) {
        AllocationSolution solution = director.getWorkingSolution();
        long decisions = solution.grants().size() + (long) solution.sendings().size();
        return Math.max(1, decisions * decisions);
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
            neighbourhood = new Neighbourhood(known);
        }
        return neighbourhood.moves(workingRandom);
    }

    /** The decisions of one working solution, arranged for drawing moves. */
    private static final class Neighbourhood {
        private static final int TRIES = 256;
        /** Of moves that keep every level and make people travel more, one in so many is tried all the same. */
        private static final int WORSE = 50;

        private static final int LEAST_DRAWS = 500;
        private static final int DRAWS_FOR_EACH = 20;

        private final List<PoolGrant> grants;
        private final List<BlockSending> sendings;
        private final Map<PoolSlot, List<PoolGrant>> byPool = new LinkedHashMap<>();
        private final Map<TownSlot, List<PoolGrant>> byTown = new IdentityHashMap<>();
        private final Map<PoolSlot, Map<TownSlot, List<PoolGrant>>> byPoolAndTown = new IdentityHashMap<>();
        private final Map<DepartmentSlot, List<BlockSending>> byDepartment = new IdentityHashMap<>();
        /** Blocks that share a town in reach, by county of that town: those that can change places. */
        private final Map<CountySlot, List<BlockSending>> neighbours = new IdentityHashMap<>();
        /** The same by their size. */
        private final Map<CountySlot, Map<Integer, List<BlockSending>>> alikeInSize = new IdentityHashMap<>();

        private final long perMetre;
        private final long perUnskilled;
        private final long perWish;

        Neighbourhood(AllocationSolution solution) {
            grants = solution.grants();
            perMetre = solution.weights().travel.softScore();
            perUnskilled = solution.weights().skillFit.softScore();
            perWish = solution.weights().wishes.softScore();
            sendings = solution.sendings().stream()
                    .filter(sending -> !sending.range().isEmpty())
                    .toList();
            for (PoolGrant grant : grants) {
                TownSlot town = grant.platform().town;
                byPool.computeIfAbsent(grant.pool(), pool -> new ArrayList<>()).add(grant);
                byTown.computeIfAbsent(town, key -> new ArrayList<>()).add(grant);
                byPoolAndTown
                        .computeIfAbsent(grant.pool(), pool -> new IdentityHashMap<>())
                        .computeIfAbsent(town, key -> new ArrayList<>())
                        .add(grant);
            }
            for (BlockSending sending : sendings) {
                byDepartment
                        .computeIfAbsent(sending.department(), key -> new ArrayList<>())
                        .add(sending);
                neighbours
                        .computeIfAbsent(home(sending), key -> new ArrayList<>())
                        .add(sending);
                alikeInSize
                        .computeIfAbsent(home(sending), key -> new HashMap<>())
                        .computeIfAbsent(sending.posts(), size -> new ArrayList<>())
                        .add(sending);
            }
        }

        private static CountySlot home(BlockSending sending) {
            return sending.range().get(0).platform().town.county;
        }

        /** Ends after many draws: then the search takes the least bad one, or ends where none can be made at all. */
        Iterator<Reallocation> moves(Random random) {
            return new Iterator<>() {
                private int left = Math.max(LEAST_DRAWS, DRAWS_FOR_EACH * (grants.size() + sendings.size()));

                @Override
                public boolean hasNext() {
                    return left > 0 && (!grants.isEmpty() || !sendings.isEmpty());
                }

                @Override
                public Reallocation next() {
                    left--;
                    for (int attempt = 0; attempt < TRIES; attempt++) {
                        Reallocation move = draw(random);
                        if (move != null) {
                            return move;
                        }
                    }
                    return Reallocation.NOTHING;
                }
            };
        }

        private Reallocation draw(Random random) {
            int kind = random.nextInt(100);
            if (sendings.isEmpty()) {
                return kind < 80 ? transfer(random) : resize(random);
            }
            if (kind < 12) {
                return grants.isEmpty() ? swap(random) : transfer(random);
            } else if (kind < 15) {
                return grants.isEmpty() ? swap(random) : resize(random);
            } else if (kind < 23) {
                return relocate(random);
            } else if (kind < 30) {
                return changePlatform(random);
            } else if (kind < 50) {
                return relocateAgainstPosts(random);
            } else if (kind < 80) {
                return swap(random);
            } else if (kind < 95) {
                return rotate(random);
            }
            return replace(random);
        }

        private Reallocation transfer(Random random) {
            PoolGrant from = granted(random, grants);
            if (from == null) {
                return null;
            }
            PoolGrant to = pick(random, byPool.get(from.pool()));
            int most = Math.min(from.posts(), to.most() - to.posts());
            return from == to || most < 1 ? null : Reallocation.transfer(from, to, few(random, most));
        }

        private Reallocation resize(Random random) {
            PoolGrant grant = pick(random, grants);
            int step = random.nextInt(4) == 0 ? 1 + random.nextInt(8) : 1;
            int posts = grant.posts() + (random.nextBoolean() ? step : -step);
            return Reallocation.resize(grant, Math.max(0, Math.min(grant.most(), posts)));
        }

        /** A block goes to another place, a near one rather than a far one; now and then it stays. */
        private Reallocation relocate(Random random) {
            BlockSending sending = pick(random, sendings);
            Destination to = random.nextInt(40) == 0 ? null : near(random, sending);
            return to == sending.destination() ? null : send(sending, to);
        }

        /** A block goes elsewhere and as many pool posts come back, so that both towns keep their level. */
        private Reallocation relocateAgainstPosts(Random random) {
            BlockSending sending = pick(random, sendings);
            if (random.nextInt(8) == 0) {
                return sendInPlaceOfPosts(random);
            }
            if (!sending.isSent()) {
                return null;
            }
            Destination to = near(random, sending);
            TownSlot left = sending.platform().town;
            Reallocation move = send(sending, to);
            if (to.platform().town == left) {
                return to == sending.destination() ? null : promising(random, move);
            }
            return promising(random, move) == null
                    ? null
                    : balanced(random, move, to.platform().town, left, sending.posts());
        }

        /** A block changes platform in its town, alone or in exchange with another block or with pool posts there. */
        private Reallocation changePlatform(Random random) {
            BlockSending sending = pick(random, sendings);
            if (!sending.isSent()) {
                return null;
            }
            PlatformSlot from = sending.platform();
            List<PoolGrant> inTown = byTown.getOrDefault(from.town, List.of());
            PoolGrant back = inTown.isEmpty() ? null : pick(random, inTown);
            BlockSending other = random.nextBoolean() ? inTown(random, from.town, neighbours.get(home(sending))) : null;
            PlatformSlot onto = other != null ? other.platform() : back == null ? null : back.platform();
            if (onto == null || onto == from) {
                return null;
            }
            Destination to = sending.destinations().at(onto);
            if (other != null) {
                Destination otherTo = other.destinations().at(from);
                return to == null || otherTo == null
                        ? null
                        : Reallocation.send(new BlockSending[] {sending, other}, new Destination[] {to, otherTo});
            }
            int number = Math.min(sending.posts(), back.posts());
            PoolGrant there = sibling(back, from);
            return to == null || number == 0 || there == null || there.posts() + number > there.most()
                    ? to == null ? null : send(sending, to)
                    : send(sending, to).and(back, there, number);
        }

        private static BlockSending inTown(Random random, TownSlot town, List<BlockSending> among) {
            for (int attempt = 0; attempt < 32; attempt++) {
                BlockSending other = pick(random, among);
                if (other.isSent() && other.platform().town == town) {
                    return other;
                }
            }
            return null;
        }

        /** The grant of the same pool at another platform of the town. */
        private PoolGrant sibling(PoolGrant grant, PlatformSlot platform) {
            for (PoolGrant other : byPoolAndTown.get(grant.pool()).get(platform.town)) {
                if (other.platform() == platform) {
                    return other;
                }
            }
            return null;
        }

        /** A block that stays is sent; pool posts of its type make room for it and go to another town. */
        private Reallocation sendInPlaceOfPosts(Random random) {
            BlockSending staying = pick(random, sendings);
            for (int attempt = 0; attempt < 32 && staying.isSent(); attempt++) {
                staying = pick(random, sendings);
            }
            if (staying.isSent()) {
                return null;
            }
            Destination to = near(random, staying);
            List<PoolGrant> there = byTown.getOrDefault(to.platform().town, List.of());
            PoolGrant source = there.isEmpty() ? null : granted(random, there);
            if (source == null || source.type() != to.type()) {
                return send(staying, to);
            }
            PoolGrant target = pick(random, byPool.get(source.pool()));
            int number = Math.min(Math.min(staying.posts(), source.posts()), target.most() - target.posts());
            return target == source || number < 1
                    ? send(staying, to)
                    : send(staying, to).and(source, target, number);
        }

        /** Two blocks change places; pool posts make up for a difference in size, or the towns' levels change by it. */
        private Reallocation swap(Random random) {
            BlockSending one = pick(random, sendings);
            List<BlockSending> others =
                    random.nextBoolean() ? alikeInSize.get(home(one)).get(one.posts()) : neighbours.get(home(one));
            BlockSending other = pick(random, others);
            if (!one.isSent() || !other.isSent() || one.platform() == other.platform()) {
                return null;
            }
            Destination oneTo = alike(random, one, other.platform());
            Destination otherTo = alike(random, other, one.platform());
            if (oneTo == null || otherTo == null) {
                return null;
            }
            Reallocation move = Reallocation.send(new BlockSending[] {one, other}, new Destination[] {oneTo, otherTo});
            TownSlot here = one.platform().town;
            TownSlot there = other.platform().town;
            int difference = here == there ? 0 : one.posts() - other.posts();
            if (difference != 0 && random.nextInt(3) == 0) {
                return move;
            }
            if (promising(random, move) == null) {
                return null;
            }
            return difference > 0
                    ? balanced(random, move, there, here, difference)
                    : balanced(random, move, here, there, -difference);
        }

        /** Three blocks change places in turn. */
        private Reallocation rotate(Random random) {
            BlockSending one = pick(random, sendings);
            List<BlockSending> others = alikeInSize.get(home(one)).get(one.posts());
            BlockSending two = pick(random, others);
            BlockSending three = pick(random, others);
            if (!one.isSent() || !two.isSent() || !three.isSent() || one == two || two == three || one == three) {
                return null;
            }
            Destination oneTo = alike(random, one, two.platform());
            Destination twoTo = alike(random, two, three.platform());
            Destination threeTo = alike(random, three, one.platform());
            return oneTo == null || twoTo == null || threeTo == null
                    ? null
                    : promising(random, Reallocation.send(new BlockSending[] {one, two, three}, new Destination[] {
                        oneTo, twoTo, threeTo
                    }));
        }

        /** The move if it makes people travel less, or once in a while; else null. */
        private Reallocation promising(Random random, Reallocation move) {
            return move.changeForPeople(perMetre, perUnskilled, perWish) < 0 || random.nextInt(WORSE) == 0
                    ? move
                    : null;
        }

        /** One or two blocks of a department that stay go in place of one or two that were sent; a place is kept or a near one taken. */
        private Reallocation replace(Random random) {
            BlockSending sent = pick(random, sendings);
            List<BlockSending> department = byDepartment.get(sent.department());
            BlockSending staying = pick(random, department);
            if (!sent.isSent() || staying.isSent()) {
                return null;
            }
            // now and then some more go than before: the last posts short of need are found that way
            int difference = staying.posts() - sent.posts() - random.nextInt(3);
            boolean isPair = difference == 0 || random.nextInt(3) == 0;
            BlockSending third = isPair ? null : ofSize(random, department, Math.abs(difference), difference > 0);
            boolean isThirdGoing = third != null && difference < 0;
            Destination to = random.nextBoolean() ? near(random, staying) : alike(random, staying, sent.platform());
            Destination thirdTo = !isThirdGoing
                    ? null
                    : random.nextBoolean() ? near(random, third) : alike(random, third, sent.platform());
            if (to == null || isThirdGoing && thirdTo == null) {
                return null;
            }
            return third == null
                    ? Reallocation.send(new BlockSending[] {sent, staying}, new Destination[] {null, to})
                    : Reallocation.send(
                            new BlockSending[] {sent, staying, third}, new Destination[] {null, to, thirdTo});
        }

        /** A block of a size that is sent, or that stays; null where a few draws find none. */
        private static BlockSending ofSize(Random random, List<BlockSending> among, int size, boolean isSent) {
            for (int attempt = 0; attempt < 16; attempt++) {
                BlockSending sending = pick(random, among);
                if (sending.posts() == size && sending.isSent() == isSent) {
                    return sending;
                }
            }
            return null;
        }

        /** The move with pool posts going from one town to another, as many as the pools that serve both can bring. */
        private Reallocation balanced(Random random, Reallocation move, TownSlot from, TownSlot to, int posts) {
            List<PoolGrant> sources = byTown.getOrDefault(from, List.of());
            Reallocation balanced = move;
            int left = posts;
            int start = sources.isEmpty() ? 0 : random.nextInt(sources.size());
            for (int offset = 0; offset < sources.size() && left > 0; offset++) {
                PoolGrant source = sources.get((start + offset) % sources.size());
                List<PoolGrant> targets = source.posts() == 0
                        ? List.of()
                        : byPoolAndTown.get(source.pool()).getOrDefault(to, List.of());
                if (!targets.isEmpty()) {
                    PoolGrant target = pick(random, targets);
                    int number = Math.min(left, Math.min(source.posts(), target.most() - target.posts()));
                    if (number > 0 && !balanced.touches(target)) {
                        balanced = balanced.and(source, target, number);
                        left -= number;
                    }
                }
            }
            return balanced;
        }

        /** The place of a block in the town of a platform: there, or on a platform whose skills it has. */
        private static Destination alike(Random random, BlockSending sending, PlatformSlot platform) {
            Destination there = sending.destinations().at(platform);
            if (there == null || there.tooFar()) {
                return null;
            }
            if (there.fit() || random.nextInt(4) == 0) {
                return there;
            }
            List<Destination> all = sending.range();
            int start = all.indexOf(there);
            for (int offset = 1; offset < all.size(); offset++) {
                Destination other = all.get((start + offset) % all.size());
                if (other.fit() && other.platform().town == platform.town) {
                    return other;
                }
            }
            return there;
        }

        private static Destination near(Random random, BlockSending sending) {
            List<Destination> all = sending.range();
            double draw = random.nextDouble();
            Destination destination = all.get((int) (draw * draw * all.size()));
            return destination.fit()
                    ? destination
                    : alike(random, sending, destination.platform()) == null
                            ? destination
                            : alike(random, sending, destination.platform());
        }

        private static Reallocation send(BlockSending sending, Destination to) {
            return Reallocation.send(new BlockSending[] {sending}, new Destination[] {to});
        }

        private static PoolGrant granted(Random random, List<PoolGrant> among) {
            for (int attempt = 0; attempt < 16; attempt++) {
                PoolGrant grant = pick(random, among);
                if (grant.posts() > 0) {
                    return grant;
                }
            }
            return null;
        }

        private static int few(Random random, int most) {
            return random.nextInt(3) > 0 ? 1 : 1 + random.nextInt(most);
        }

        private static <T> T pick(Random random, List<T> among) {
            return among.get(random.nextInt(among.size()));
        }
    }
}
