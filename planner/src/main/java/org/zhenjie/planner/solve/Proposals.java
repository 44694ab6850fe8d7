package org.zhenjie.planner.solve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.zhenjie.planner.solve.Slots.TownSlot;

/**
 * Drafts moves at random and keeps those worth trying: ones that the ledger finds no worse, and now and then a worse one, the less often
 * the lower the temperature. Moves shift posts of a pool between towns, send blocks elsewhere, let blocks change places, and put
 * right what they break: a block or posts too many under a ceiling move on, a department beyond its floor takes someone back.
 */
final class Proposals {

    /** Of moves that change nothing in the score, one in so many is tried: they lead to other places as good. */
    private static final int IDLE = 20;

    private static final int MENDS = 3;
    private static final int TRIES = 12;
    private static final int TOWNS_LOOKED_AT = 3;
    private static final Destination STAYS = null;

    private final List<PoolGrant> grants;
    private final List<BlockSending> sendings;
    private final Ledger ledger;
    private final int[][] grantsOfPool;
    private final Map<TownSlot, List<Integer>> grantsIn = new IdentityHashMap<>();
    private final int[][] colleagues;
    private final int[][] neighbours;
    private final int[][] alikes;
    private final List<Integer> movable = new ArrayList<>();
    private final Map<Destinations, List<List<Destination>>> towns = new IdentityHashMap<>();
    private final Map<TownSlot, List<Integer>> sentTo = new IdentityHashMap<>();
    private final TownSlot[] townOf;
    private Pace.Temperature temperature;

    Proposals(AllocationSolution solution) {
        grants = solution.grants();
        sendings = solution.sendings();
        ledger = new Ledger(solution);
        grantsOfPool = grouped(grants, PoolGrant::pool);
        for (int i = 0; i < grants.size(); i++) {
            grantsIn.computeIfAbsent(grants.get(i).platform().town, town -> new ArrayList<>())
                    .add(i);
        }
        townOf = new TownSlot[sendings.size()];
        for (int i = 0; i < sendings.size(); i++) {
            BlockSending sending = sendings.get(i);
            towns.computeIfAbsent(sending.destinations(), Proposals::byTown);
            if (!towns.get(sending.destinations()).isEmpty()) {
                movable.add(i);
            }
            place(i);
        }
        colleagues = grouped(sendings, BlockSending::department);
        neighbours = grouped(sendings, Proposals::home);
        alikes = grouped(sendings, sending -> List.of(home(sending), sending.posts()));
    }

    /** For each thing the numbers of those that share its key. */
    private static <T> int[][] grouped(List<T> all, java.util.function.Function<T, Object> key) {
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

    /** The places within reach, town by town, near ones first. */
    private static List<List<Destination>> byTown(Destinations destinations) {
        Map<TownSlot, List<Destination>> byTown = new LinkedHashMap<>();
        for (Destination destination : destinations.nearFirst()) {
            if (!destination.tooFar()) {
                byTown.computeIfAbsent(destination.platform().town, town -> new ArrayList<>())
                        .add(destination);
            }
        }
        return List.copyOf(byTown.values());
    }

    /** Whether there is anything to move. */
    boolean isEmpty() {
        return grants.isEmpty() && movable.isEmpty();
    }

    /** Sets how much worse a move may be. */
    void temperature(Pace.Temperature now) {
        temperature = now;
    }

    /** Drafts one move; null where it came to nothing or is not worth trying. */
    Reallocation next(Random random) {
        forget();
        draft(random);
        return !ledger.isEmpty() && isWorthTrying(random) ? ledger.move() : null;
    }

    /** Drops the last draft, or takes it over where it was made meanwhile. */
    private void forget() {
        List<Integer> drafted = ledger.draftedSendings();
        ledger.drop();
        drafted.forEach(this::place);
    }

    private void place(int sending) {
        Destination to = ledger.destination(sending);
        TownSlot town = to == null ? null : to.platform().town;
        if (townOf[sending] != town) {
            if (townOf[sending] != null) {
                sentTo.get(townOf[sending]).remove((Integer) sending);
            }
            if (town != null) {
                sentTo.computeIfAbsent(town, key -> new ArrayList<>()).add(sending);
            }
            townOf[sending] = town;
        }
    }

    private boolean isWorthTrying(Random random) {
        if (ledger.hard() != 0) {
            return ledger.hard() < 0;
        }
        if (ledger.medium() != 0) {
            return ledger.medium() < 0 || random.nextDouble() < StrictMath.exp(-ledger.medium() / temperature.posts());
        }
        return ledger.soft() == 0
                ? random.nextInt(IDLE) == 0
                : ledger.soft() < 0 || random.nextDouble() < StrictMath.exp(-ledger.soft() / temperature.cost());
    }

    private void draft(Random random) {
        if (movable.isEmpty()) {
            draftPosts(random);
            return;
        }
        int kind = random.nextInt(100);
        if (kind < 15 && !grants.isEmpty()) {
            draftPosts(random);
        } else if (kind < 40) {
            relocate(random);
        } else if (kind < 55) {
            relocateAgainstPosts(random);
        } else if (kind < 75) {
            swap(random);
        } else if (kind < 80) {
            rotate(random);
        } else if (kind < 90) {
            sendAsManyAsMayGo(random);
        } else {
            replace(random);
        }
        mend(random);
    }

    private void draftPosts(Random random) {
        if (random.nextInt(6) == 0) {
            resize(random);
        } else {
            transfer(random);
        }
    }

    private void transfer(Random random) {
        int from = granted(random);
        if (from >= 0) {
            int to = pick(random, grantsOfPool[from]);
            int most = Math.min(ledger.posts(from), grants.get(to).most() - ledger.posts(to));
            if (from != to && most > 0) {
                transfer(from, to, few(random, most));
            }
        }
    }

    private void transfer(int from, int to, int number) {
        ledger.grant(from, ledger.posts(from) - number);
        ledger.grant(to, ledger.posts(to) + number);
    }

    private void resize(Random random) {
        int grant = random.nextInt(grants.size());
        int step = random.nextInt(4) == 0 ? 1 + random.nextInt(8) : 1;
        int number = ledger.posts(grant) + (random.nextBoolean() ? step : -step);
        ledger.grant(grant, Math.max(0, Math.min(grants.get(grant).most(), number)));
    }

    /** A block goes elsewhere, to a near town rather than to a far one. */
    private void relocate(Random random) {
        int block = block(random);
        if (random.nextInt(30) == 0) {
            ledger.send(block, STAYS);
        } else {
            sendBest(block, near(random, block), random);
        }
    }

    /** A block goes elsewhere and as many pool posts come back, so that both towns keep their level. */
    private void relocateAgainstPosts(Random random) {
        int block = block(random);
        TownSlot left = townOf[block];
        List<Destination> town = near(random, block);
        TownSlot to = town.get(0).platform().town;
        if (to != left) {
            sendBest(block, town, random);
            if (left != null) {
                balance(to, left, sendings.get(block).posts(), random);
            } else {
                passOn(to, sendings.get(block).posts(), random);
            }
        }
    }

    /** Pool posts go from one town to another, as many as the pools that serve both can bring. */
    private void balance(TownSlot from, TownSlot to, int number, Random random) {
        List<Integer> sources = grantsIn.getOrDefault(from, List.of());
        int start = sources.isEmpty() ? 0 : random.nextInt(sources.size());
        int left = number;
        for (int offset = 0; offset < sources.size() && left > 0; offset++) {
            int source = sources.get((start + offset) % sources.size());
            if (ledger.posts(source) > 0) {
                int target = sibling(source, to, random);
                if (target >= 0) {
                    int shifted = Math.min(left, ledger.posts(source));
                    transfer(source, target, shifted);
                    left -= shifted;
                }
            }
        }
    }

    /** Pool posts leave a town for any other. */
    private void passOn(TownSlot from, int number, Random random) {
        List<Integer> sources = grantsIn.getOrDefault(from, List.of());
        int source = sources.isEmpty() ? -1 : sources.get(random.nextInt(sources.size()));
        if (source >= 0 && ledger.posts(source) > 0) {
            transfer(source, pick(random, grantsOfPool[source]), Math.min(number, ledger.posts(source)));
        }
    }

    /** A grant of the same pool to a platform of another town, -1 where the pool has none. */
    private int sibling(int grant, TownSlot town, Random random) {
        List<Integer> there = grantsIn.getOrDefault(town, List.of());
        int start = there.isEmpty() ? 0 : random.nextInt(there.size());
        for (int offset = 0; offset < there.size(); offset++) {
            int other = there.get((start + offset) % there.size());
            if (grants.get(other).pool() == grants.get(grant).pool()) {
                return other;
            }
        }
        return -1;
    }

    /** Two blocks change places; pool posts make up for a difference in size, or the towns' levels change by it. */
    private void swap(Random random) {
        int one = block(random);
        int other = pick(random, random.nextBoolean() ? alikes[one] : neighbours[one]);
        TownSlot here = townOf[one];
        TownSlot there = townOf[other];
        if (here == null || there == null || one == other) {
            return;
        }
        if (here == there) {
            Destination oneTo = sendings.get(one)
                    .destinations()
                    .at(ledger.destination(other).platform());
            Destination otherTo = sendings.get(other)
                    .destinations()
                    .at(ledger.destination(one).platform());
            if (oneTo != null && otherTo != null) {
                ledger.send(one, oneTo);
                ledger.send(other, otherTo);
            }
            return;
        }
        List<Destination> oneTo = inTown(one, there);
        List<Destination> otherTo = inTown(other, here);
        if (!oneTo.isEmpty() && !otherTo.isEmpty()) {
            ledger.send(other, STAYS);
            sendBest(one, oneTo, random);
            sendBest(other, otherTo, random);
            int difference = sendings.get(one).posts() - sendings.get(other).posts();
            if (difference != 0 && random.nextInt(3) > 0) {
                balance(difference > 0 ? there : here, difference > 0 ? here : there, Math.abs(difference), random);
            }
        }
    }

    /** Three blocks of a size change places in turn. */
    private void rotate(Random random) {
        int one = block(random);
        int two = pick(random, alikes[one]);
        int three = pick(random, alikes[one]);
        TownSlot first = townOf[one];
        TownSlot second = townOf[two];
        TownSlot third = townOf[three];
        if (first == null || second == null || third == null || one == two || two == three || one == three) {
            return;
        }
        List<Destination> oneTo = inTown(one, second);
        List<Destination> twoTo = inTown(two, third);
        List<Destination> threeTo = inTown(three, first);
        if (!oneTo.isEmpty() && !twoTo.isEmpty() && !threeTo.isEmpty()) {
            ledger.send(two, STAYS);
            ledger.send(three, STAYS);
            sendBest(one, oneTo, random);
            sendBest(two, twoTo, random);
            sendBest(three, threeTo, random);
        }
    }

    /** A block that stayed goes, and one comes back that is just as much smaller as the department may still send. */
    private void sendAsManyAsMayGo(Random random) {
        int block = block(random);
        if (townOf[block] != null) {
            return;
        }
        long back = sendings.get(block).posts() - ledger.mayStillSend(block);
        for (int attempt = 0; attempt < TRIES && back > 0; attempt++) {
            int other = pick(random, colleagues[block]);
            if (townOf[other] != null && sendings.get(other).posts() == back) {
                ledger.send(other, STAYS);
                back = 0;
            }
        }
        if (back <= 0) {
            sendBest(block, near(random, block), random);
        }
    }

    /** A block of a department goes in place of one or two that were sent. */
    private void replace(Random random) {
        int sent = block(random);
        int staying = pick(random, colleagues[sent]);
        if (townOf[sent] == null
                || townOf[staying] != null
                || towns.get(sendings.get(staying).destinations()).isEmpty()) {
            return;
        }
        List<Destination> same = inTown(staying, townOf[sent]);
        ledger.send(sent, STAYS);
        sendBest(staying, same.isEmpty() || random.nextBoolean() ? near(random, staying) : same, random);
        int third = pick(random, colleagues[sent]);
        int difference = sendings.get(staying).posts() - sendings.get(sent).posts();
        if (difference != 0 && !ledger.isSendingDrafted(third) && random.nextInt(3) > 0) {
            if (difference > 0 && townOf[third] != null) {
                ledger.send(third, STAYS);
            } else if (difference < 0
                    && townOf[third] == null
                    && !towns.get(sendings.get(third).destinations()).isEmpty()) {
                sendBest(third, near(random, third), random);
            }
        }
    }

    /** Puts right ceilings and departments that the draft goes beyond: a block of that town or department moves on. */
    private void mend(Random random) {
        for (int mends = 0; mends < MENDS && ledger.hard() > 0; mends++) {
            List<Integer> drafted = ledger.draftedSendings();
            boolean isMended = false;
            for (int i = drafted.size() - 1; i >= 0 && !isMended; i--) {
                int block = drafted.get(i);
                Destination to = ledger.destination(block);
                if (to != null && ledger.beyondCeiling(to) > 0) {
                    isMended = ejectFrom(to, block, random);
                } else if (to != null && ledger.isDepartmentOver(block)) {
                    int other = pick(random, colleagues[block]);
                    if (townOf[other] != null && !ledger.isSendingDrafted(other)) {
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

    private boolean ejectFrom(Destination place, int but, Random random) {
        TownSlot town = place.platform().town;
        List<Integer> there = sentTo.getOrDefault(town, List.of());
        for (int attempt = 0; attempt < 8 && !there.isEmpty(); attempt++) {
            int block = there.get(random.nextInt(there.size()));
            if (block != but
                    && !ledger.isSendingDrafted(block)
                    && ledger.destination(block) != null
                    && ledger.destination(block).type() == place.type()) {
                sendOnward(block, town, random);
                return true;
            }
        }
        for (int grant : grantsIn.getOrDefault(town, List.of())) {
            if (grants.get(grant).type() == place.type() && ledger.posts(grant) > 0) {
                int number = (int) Math.min(ledger.posts(grant), ledger.beyondCeiling(place));
                transfer(grant, pick(random, grantsOfPool[grant]), number);
                return true;
            }
        }
        return false;
    }

    /** Sends a block from a town to the best of a few others, or lets it stay. */
    private void sendOnward(int block, TownSlot from, Random random) {
        Destination best = STAYS;
        ledger.send(block, STAYS);
        Ledger.Change bestChange = ledger.change();
        for (int look = 0; look < TOWNS_LOOKED_AT; look++) {
            List<Destination> town = near(random, block);
            if (town.get(0).platform().town != from) {
                sendBest(block, town, random);
                if (ledger.change().compareTo(bestChange) < 0) {
                    best = ledger.destination(block);
                    bestChange = ledger.change();
                }
            }
        }
        ledger.send(block, best);
    }

    /** Sends a block to the platform of a town where it costs least; now and then to any. */
    private void sendBest(int block, List<Destination> town, Random random) {
        if (random.nextInt(16) == 0) {
            ledger.send(block, town.get(random.nextInt(town.size())));
            return;
        }
        Destination best = null;
        Ledger.Change bestChange = null;
        for (Destination destination : town) {
            ledger.send(block, destination);
            Ledger.Change change = ledger.change();
            if (best == null || change.compareTo(bestChange) < 0) {
                best = destination;
                bestChange = change;
            }
        }
        if (ledger.destination(block) != best) {
            ledger.send(block, best);
        }
    }

    private List<Destination> near(Random random, int block) {
        List<List<Destination>> all = towns.get(sendings.get(block).destinations());
        double draw = random.nextDouble();
        return all.get((int) (draw * draw * all.size()));
    }

    private List<Destination> inTown(int block, TownSlot town) {
        for (List<Destination> one : towns.get(sendings.get(block).destinations())) {
            if (one.get(0).platform().town == town) {
                return one;
            }
        }
        return List.of();
    }

    private int block(Random random) {
        return movable.get(random.nextInt(movable.size()));
    }

    private int granted(Random random) {
        for (int attempt = 0; attempt < 16; attempt++) {
            int grant = random.nextInt(grants.size());
            if (ledger.posts(grant) > 0) {
                return grant;
            }
        }
        return -1;
    }

    private static int few(Random random, int most) {
        return random.nextInt(3) > 0 ? 1 : 1 + random.nextInt(most);
    }

    private static int pick(Random random, int[] among) {
        return among[random.nextInt(among.length)];
    }
}
