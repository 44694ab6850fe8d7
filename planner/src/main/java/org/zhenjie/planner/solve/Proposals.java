package org.zhenjie.planner.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.zhenjie.planner.solve.Account.Tally;
import org.zhenjie.planner.solve.Ledger.Spot;
import org.zhenjie.planner.solve.Slots.CountySlot;
import org.zhenjie.planner.solve.Slots.TownSlot;

/**
 * Drafts changes of a plan at random: they shift posts of a pool between towns, send blocks elsewhere, let blocks change places, and put
 * right what they break: a block or posts too many under a ceiling move on, a department beyond its floor takes someone back.
 */
final class Proposals {

    private static final int MENDS = 3;
    private static final int MOST_FOR_ONE = 6;
    private static final int TOWNS_LOOKED_AT = 3;
    private static final Spot STAYS = null;
    private static final int[] NONE = {};

    private final List<PoolGrant> grants;
    private final Ledger ledger;
    private final int[] people;
    private final int[][] grantsOfPool;
    private final int[][] grantsIn;
    private final int[][] colleagues;
    private final int[][] neighbours;
    private final int[][] alikes;
    private final Map<CountySlot, int[]> locals = new IdentityHashMap<>();
    private final int[] movable;
    private final Reach[] reach;
    private final SplittableRandom random;
    private final Tally before = new Tally();
    private final int[] chosen = new int[MOST_FOR_ONE];
    private final List<Runnable> kinds;
    private final Luck luck;
    private int kind;
    private int begin;

    /**
     * The spots of a kind of block that are not too far, town by town, near towns first.
     *
     * @param first number of the first town
     * @param positions where the towns from the first one on are among all, -1 where one is out of reach
     */
    private record Reach(Spot[][] towns, int first, short[] positions) {
        static Reach of(Destinations destinations, Ledger ledger) {
            Map<TownSlot, List<Spot>> byTown = new LinkedHashMap<>();
            for (Destination destination : destinations.nearFirst()) {
                if (!destination.tooFar()) {
                    byTown.computeIfAbsent(destination.platform().town, town -> new ArrayList<>())
                            .add(ledger.spot(destination));
                }
            }
            Spot[][] towns = byTown.values().stream()
                    .map(spots -> spots.toArray(Spot[]::new))
                    .toArray(Spot[][]::new);
            IntSummaryStatistics range =
                    Arrays.stream(towns).mapToInt(spots -> spots[0].town()).summaryStatistics();
            short[] positions = new short[towns.length == 0 ? 0 : range.getMax() - range.getMin() + 1];
            Arrays.fill(positions, (short) -1);
            for (int position = 0; position < towns.length; position++) {
                positions[towns[position][0].town() - range.getMin()] = (short) position;
            }
            return new Reach(towns, range.getMin(), positions);
        }

        /** The spots in a town; null where it is out of reach. */
        Spot[] in(TownSlot town) {
            int offset = town.index - first;
            int position = offset < 0 || offset >= positions.length ? -1 : positions[offset];
            return position < 0 ? null : towns[position];
        }
    }

    Proposals(AllocationSolution solution, Ledger ledger, SplittableRandom random) {
        this.ledger = ledger;
        this.random = random;
        grants = solution.grants();
        List<BlockSending> sendings = solution.sendings();
        people = sendings.stream().mapToInt(BlockSending::posts).toArray();
        grantsOfPool = grouped(grants, PoolGrant::pool);
        grantsIn = byTown();
        Map<Destinations, Reach> known = new IdentityHashMap<>();
        reach = sendings.stream()
                .map(sending -> known.computeIfAbsent(sending.destinations(), all -> Reach.of(all, ledger)))
                .toArray(Reach[]::new);
        movable = IntStream.range(0, reach.length)
                .filter(block -> reach[block].towns().length > 0)
                .toArray();
        colleagues = grouped(sendings, BlockSending::department);
        neighbours = grouped(sendings, Proposals::home);
        alikes = grouped(sendings, sending -> List.of(home(sending), sending.posts()));
        for (int block : movable) {
            if (home(sendings.get(block)) instanceof CountySlot county) {
                locals.putIfAbsent(county, neighbours[block]);
            }
        }
        kinds = kinds();
        luck = new Luck(kinds.size());
    }

    private List<Runnable> kinds() {
        List<Runnable> all = new ArrayList<>();
        if (!grants.isEmpty()) {
            all.addAll(List.of(this::transfer, this::resize));
        }
        if (movable.length > 0) {
            all.addAll(List.of(
                    this::relocate,
                    this::relocateAgainstPosts,
                    this::swap,
                    this::exchange,
                    this::makeRoom,
                    this::rotate,
                    this::replace));
        }
        return all;
    }

    private int[][] byTown() {
        int towns = grants.stream()
                .mapToInt(grant -> grant.platform().town.index + 1)
                .max()
                .orElse(0);
        List<List<Integer>> byTown = IntStream.range(0, towns)
                .mapToObj(town -> (List<Integer>) new ArrayList<Integer>())
                .toList();
        for (int i = 0; i < grants.size(); i++) {
            byTown.get(grants.get(i).platform().town.index).add(i);
        }
        return byTown.stream()
                .map(all -> all.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /** For each thing the numbers of those that share its key. */
    private static <T> int[][] grouped(List<T> all, Function<T, Object> key) {
        Map<Object, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            groups.computeIfAbsent(key.apply(all.get(i)), one -> new ArrayList<>())
                    .add(i);
        }
        Map<Object, int[]> arrays = new HashMap<>();
        groups.forEach((one, numbers) ->
                arrays.put(one, numbers.stream().mapToInt(Integer::intValue).toArray()));
        return all.stream().map(one -> arrays.get(key.apply(one))).toArray(int[][]::new);
    }

    /** Blocks of one county can change places. */
    private static Object home(BlockSending sending) {
        List<Destination> range = sending.range();
        return range.isEmpty() ? sending : range.get(0).platform().town.county;
    }

    /** How many decisions can be changed. */
    int size() {
        return grants.size() + movable.length;
    }

    /** Changes something in the ledger, or nothing where the draft came to nothing. */
    void draft() {
        begin = ledger.mark();
        long hard = ledger.tally().hard();
        kind = luck.draw(random);
        kinds.get(kind).run();
        mend(hard);
    }

    /** Notes whether the last draft was kept. */
    void kept(boolean isKept) {
        luck.note(kind, isKept);
    }

    private void transfer() {
        int from = granted();
        if (from >= 0) {
            int to = pick(grantsOfPool[from]);
            int most = Math.min(ledger.posts(from), grants.get(to).most() - ledger.posts(to));
            if (from != to && most > 0) {
                transfer(from, to, few(most));
            }
        }
    }

    private void transfer(int from, int to, int number) {
        ledger.grant(from, ledger.posts(from) - number);
        ledger.grant(to, ledger.posts(to) + number);
    }

    private void resize() {
        int grant = random.nextInt(grants.size());
        int step = random.nextInt(4) == 0 ? 1 + random.nextInt(8) : 1;
        int number = ledger.posts(grant) + (random.nextInt(2) == 0 ? step : -step);
        ledger.grant(grant, Math.max(0, Math.min(grants.get(grant).most(), number)));
    }

    /** A block goes elsewhere, to a near town rather than to a far one. */
    private void relocate() {
        int block = block();
        if (random.nextInt(30) == 0) {
            ledger.send(block, STAYS);
        } else {
            sendBest(block, near(block));
        }
    }

    /** A block goes elsewhere and as many pool posts come back, so that both towns keep their level. */
    private void relocateAgainstPosts() {
        int block = block();
        Spot left = ledger.place(block);
        Spot[] town = near(block);
        TownSlot to = town[0].platform().town;
        if (left != null && left.platform().town == to) {
            return;
        }
        sendBest(block, town);
        if (left != null) {
            balance(to, left.platform().town, people[block]);
        } else {
            passOn(to, people[block]);
        }
    }

    private int[] grantsIn(TownSlot town) {
        return town.index < grantsIn.length ? grantsIn[town.index] : NONE;
    }

    /** Pool posts go from one town to another, as many as the pools that serve both can bring. */
    private void balance(TownSlot from, TownSlot to, int number) {
        int[] sources = grantsIn(from);
        int start = sources.length == 0 ? 0 : random.nextInt(sources.length);
        int left = number;
        for (int offset = 0; offset < sources.length && left > 0; offset++) {
            int source = sources[(start + offset) % sources.length];
            if (ledger.posts(source) > 0) {
                int target = sibling(source, to);
                if (target >= 0) {
                    int shifted = Math.min(
                            Math.min(left, ledger.posts(source)),
                            grants.get(target).most() - ledger.posts(target));
                    transfer(source, target, shifted);
                    left -= shifted;
                }
            }
        }
    }

    /** Pool posts leave a town for any other. */
    private void passOn(TownSlot from, int number) {
        int[] sources = grantsIn(from);
        int source = sources.length == 0 ? -1 : pick(sources);
        if (source >= 0 && ledger.posts(source) > 0) {
            int target = pick(grantsOfPool[source]);
            int room = grants.get(target).most() - ledger.posts(target);
            if (target != source) {
                transfer(source, target, Math.min(room, Math.min(number, ledger.posts(source))));
            }
        }
    }

    /** A grant of the same pool to a platform of another town, -1 where the pool has none. */
    private int sibling(int grant, TownSlot town) {
        int[] there = grantsIn(town);
        int start = there.length == 0 ? 0 : random.nextInt(there.length);
        for (int offset = 0; offset < there.length; offset++) {
            int other = there[(start + offset) % there.length];
            if (grants.get(other).pool() == grants.get(grant).pool()) {
                return other;
            }
        }
        return -1;
    }

    /** Two blocks change places; pool posts make up for a difference in size, or the towns' levels change by it. */
    private void swap() {
        int one = block();
        int other = pick(random.nextInt(2) == 0 ? alikes[one] : neighbours[one]);
        Spot here = ledger.place(one);
        Spot there = ledger.place(other);
        if (here == null || there == null || one == other) {
            return;
        }
        TownSlot hereTown = here.platform().town;
        TownSlot thereTown = there.platform().town;
        Spot[] oneTo = reach[one].in(thereTown);
        Spot[] otherTo = reach[other].in(hereTown);
        if (oneTo == null || otherTo == null) {
            return;
        }
        if (hereTown == thereTown) {
            ledger.send(one, on(oneTo, there));
            ledger.send(other, on(otherTo, here));
            return;
        }
        ledger.send(other, STAYS);
        sendBest(one, oneTo);
        sendBest(other, otherTo);
        int difference = people[one] - people[other];
        if (difference != 0 && random.nextInt(3) > 0) {
            balance(difference > 0 ? thereTown : hereTown, difference > 0 ? hereTown : thereTown, Math.abs(difference));
        }
    }

    /** The spot that is on the same platform as another. */
    private static Spot on(Spot[] spots, Spot as) {
        for (Spot spot : spots) {
            if (spot.platform() == as.platform()) {
                return spot;
            }
        }
        return spots[0];
    }

    /** A block changes places with others of another town that are as many people together. */
    private void exchange() {
        int block = block();
        Spot here = ledger.place(block);
        Spot[] there = near(block);
        TownSlot town = there[0].platform().town;
        if (here == null || here.platform().town == town) {
            return;
        }
        int others = 0;
        int left = people[block];
        int[] crowd = ledger.beside(there[0]);
        int size = ledger.crowd(there[0]);
        int start = size == 0 ? 0 : random.nextInt(size);
        for (int offset = 0; offset < size && left > 0 && others < MOST_FOR_ONE; offset++) {
            int other = crowd[(start + offset) % size];
            if (people[other] <= left && reach[other].in(here.platform().town) != null) {
                left -= people[other];
                chosen[others++] = other;
            }
        }
        ledger.send(block, STAYS);
        for (int i = 0; i < others; i++) {
            ledger.send(chosen[i], STAYS);
        }
        sendBest(block, there);
        for (int i = 0; i < others; i++) {
            sendBest(chosen[i], reach[chosen[i]].in(here.platform().town));
        }
        if (left > 0) {
            balance(town, here.platform().town, left);
        }
    }

    /**
     * A block or posts of a pool leave a town for another, and blocks of its county that stayed so far take their place. That is of use
     * only while need could be met better.
     */
    private void makeRoom() {
        if (!ledger.hasAvoidableShortfall()) {
            return;
        }
        if (!grants.isEmpty() && random.nextInt(3) == 0) {
            int from = granted();
            int to = from < 0 ? from : pick(grantsOfPool[from]);
            if (from >= 0 && to != from) {
                int number = Math.min(few(ledger.posts(from)), grants.get(to).most() - ledger.posts(to));
                transfer(from, to, number);
                refill(grants.get(from).platform().town, number);
            }
            return;
        }
        int block = block();
        Spot here = ledger.place(block);
        Spot[] there = near(block);
        if (here != null && here.platform().town != there[0].platform().town) {
            sendBest(block, there);
            refill(here.platform().town, people[block]);
        }
    }

    /** Sends blocks of the county that stay to a town, where their departments may send more: no more people than given. */
    private void refill(TownSlot town, int number) {
        int[] all = locals.getOrDefault(town.county, NONE);
        int start = all.length == 0 ? 0 : random.nextInt(all.length);
        int left = number;
        for (int offset = 0; offset < all.length && left > 0; offset++) {
            int block = all[(start + offset) % all.length];
            if (ledger.place(block) == null && people[block] <= left && people[block] <= ledger.mayStillSend(block)) {
                Spot[] spots = reach[block].in(town);
                if (spots != null) {
                    sendBest(block, spots);
                    left -= people[block];
                }
            }
        }
    }

    /** Three blocks of a size change places in turn. */
    private void rotate() {
        int one = block();
        int two = pick(alikes[one]);
        int three = pick(alikes[one]);
        Spot first = ledger.place(one);
        Spot second = ledger.place(two);
        Spot third = ledger.place(three);
        if (first == null || second == null || third == null || one == two || two == three || one == three) {
            return;
        }
        Spot[] oneTo = reach[one].in(second.platform().town);
        Spot[] twoTo = reach[two].in(third.platform().town);
        Spot[] threeTo = reach[three].in(first.platform().town);
        if (oneTo != null && twoTo != null && threeTo != null) {
            ledger.send(two, STAYS);
            ledger.send(three, STAYS);
            sendBest(one, oneTo);
            sendBest(two, twoTo);
            sendBest(three, threeTo);
        }
    }

    /**
     * A block of a department goes in place of others that were sent, or comes back and others go: as many people, and those that the
     * department may send beyond what it does. While need could be met better, blocks of other departments at times take the places that
     * become free.
     */
    private void replace() {
        int one = block();
        Spot left = ledger.place(one);
        boolean comesBack = left != null;
        int[] others = colleagues[one];
        int count = 0;
        int room = (int) Math.min(ledger.mayStillSend(one), people[one]);
        int missing = comesBack ? people[one] + room : people[one] - room;
        int start = random.nextInt(others.length);
        for (int offset = 0; offset < others.length && missing > 0 && count < MOST_FOR_ONE; offset++) {
            int other = others[(start + offset) % others.length];
            if (people[other] <= missing
                    && (ledger.place(other) == null) == comesBack
                    && reach[other].towns().length > 0
                    && random.nextInt(4) > 0) {
                missing -= people[other];
                chosen[count++] = other;
            }
        }
        boolean isRefilled = ledger.hasAvoidableShortfall() && random.nextInt(2) == 0;
        if (comesBack) {
            ledger.send(one, STAYS);
            for (int i = 0; i < count; i++) {
                go(chosen[i], left);
            }
            if (isRefilled) {
                refill(left.platform().town, people[one]);
            }
        } else {
            left = count == 0 ? STAYS : ledger.place(chosen[random.nextInt(count)]);
            for (int i = 0; i < count; i++) {
                TownSlot town = ledger.place(chosen[i]).platform().town;
                ledger.send(chosen[i], STAYS);
                if (isRefilled) {
                    refill(town, people[chosen[i]]);
                }
            }
            go(one, left);
        }
    }

    /** Sends a block to a town that another has left, or to a near one. */
    private void go(int block, Spot left) {
        Spot[] same = left == STAYS ? null : reach[block].in(left.platform().town);
        sendBest(block, same == null || random.nextInt(2) == 0 ? near(block) : same);
    }

    /** Puts right ceilings and departments that the draft goes beyond: a block of that town or department moves on. */
    private void mend(long hard) {
        for (int mends = 0; mends < MENDS && ledger.tally().hard() > hard; mends++) {
            boolean isMended = false;
            for (int point = ledger.mark() - 1; point >= begin && !isMended; point--) {
                int block = ledger.blockAt(point);
                Spot to = block < 0 ? null : ledger.place(block);
                if (to != null && to.beyondCeiling() > 0) {
                    isMended = ejectFrom(to);
                } else if (to != null && ledger.isDepartmentOver(block)) {
                    int other = pick(colleagues[block]);
                    if (ledger.place(other) != null && !ledger.isSentSince(begin, other)) {
                        ledger.send(other, STAYS);
                        isMended = true;
                    }
                }
            }
            if (!isMended) {
                return;
            }
        }
    }

    private boolean ejectFrom(Spot place) {
        int block = ledger.beside(place)[random.nextInt(ledger.crowd(place))];
        if (!ledger.isSentSince(begin, block) && reach[block].towns().length > 0) {
            sendOnward(block, place.platform().town);
            return true;
        }
        for (int grant : grantsIn(place.platform().town)) {
            if (grants.get(grant).type() == place.type() && ledger.posts(grant) > 0) {
                int to = pick(grantsOfPool[grant]);
                long number = Math.min(
                        Math.min(ledger.posts(grant), place.beyondCeiling()),
                        grants.get(to).most() - ledger.posts(to));
                if (to != grant) {
                    transfer(grant, to, (int) number);
                    return true;
                }
            }
        }
        return false;
    }

    /** Sends a block from a town to the best of a few others, or lets it stay. */
    private void sendOnward(int block, TownSlot from) {
        Spot best = STAYS;
        ledger.send(block, STAYS);
        before.copy(ledger.tally());
        for (int look = 0; look < TOWNS_LOOKED_AT; look++) {
            Spot[] town = near(block);
            if (town[0].platform().town != from) {
                sendBest(block, town);
                if (ledger.tally().isBelow(before)) {
                    best = ledger.place(block);
                    before.copy(ledger.tally());
                }
            }
        }
        ledger.send(block, best);
    }

    /** Sends a block to the platform of a town where it costs least; now and then to any. */
    private void sendBest(int block, Spot[] town) {
        if (random.nextInt(16) == 0) {
            ledger.send(block, town[random.nextInt(town.length)]);
            return;
        }
        ledger.send(block, STAYS);
        ledger.send(block, ledger.cheapest(block, town));
    }

    private Spot[] near(int block) {
        Spot[][] all = reach[block].towns();
        double draw = random.nextDouble();
        return all[(int) (draw * draw * all.length)];
    }

    private int block() {
        return movable[random.nextInt(movable.length)];
    }

    private int granted() {
        for (int attempt = 0; attempt < 16; attempt++) {
            int grant = random.nextInt(grants.size());
            if (ledger.posts(grant) > 0) {
                return grant;
            }
        }
        return -1;
    }

    private int few(int most) {
        return random.nextInt(3) > 0 ? 1 : 1 + random.nextInt(most);
    }

    private int pick(int[] among) {
        return among[random.nextInt(among.length)];
    }
}
