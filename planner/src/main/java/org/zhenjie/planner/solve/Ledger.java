package org.zhenjie.planner.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.zhenjie.planner.solve.Account.AtMost;
import org.zhenjie.planner.solve.Account.Balance;
import org.zhenjie.planner.solve.Account.Platform;
import org.zhenjie.planner.solve.Account.Skilled;
import org.zhenjie.planner.solve.Account.Tally;
import org.zhenjie.planner.solve.Account.Within;
import org.zhenjie.planner.solve.Slots.PlatformSlot;
import org.zhenjie.planner.solve.Slots.SkillSlot;
import org.zhenjie.planner.solve.Slots.TownSlot;
import org.zhenjie.planner.solve.Slots.TypeSlot;

/**
 * The search's working copy of a plan, counted on plain sums: it tells what a change does to the score at a small part of the price of a real
 * move. Every change is on a log, so that it can be taken back; what remains in the end becomes one move. Whether that is made is
 * decided by the rules alone.
 */
final class Ledger {

    /**
     * A platform as posts of one quota type are counted there; all grants and blocks of the type share it. What every post counts for is
     * here by its own type: this is where the search spends its time.
     *
     * @param others limits on posts that may stand in, floors of fields
     */
    private record Ground(
            PlatformSlot platform,
            Balance town,
            Balance county,
            AtMost ceiling,
            Platform posts,
            Account[] others,
            Crowd crowd) {

        void shift(int change, Tally tally) {
            town.shift(change, tally);
            county.shift(change, tally);
            ceiling.shift(change, tally);
            posts.shift(change, tally);
            for (Account account : others) {
                account.shift(change, tally);
            }
        }

        /** What it costs on the platform alone when so many more come. */
        void pricePlatform(int more, Tally tally) {
            posts.price(more, tally);
            for (Account account : others) {
                account.price(more, tally);
            }
        }
    }

    /** Where a block can be: what it is counted on there, and what each person costs. */
    static final class Spot {
        private final Ground ground;
        private final Destination destination;
        private final Account[] skills;
        private final long hardEach;
        private final long softEach;

        Spot(Ground ground, Destination destination, Account[] skills, long hardEach, long softEach) {
            this.ground = ground;
            this.destination = destination;
            this.skills = skills;
            this.hardEach = hardEach;
            this.softEach = softEach;
        }

        int town() {
            return ground.platform.town.index;
        }

        PlatformSlot platform() {
            return ground.platform;
        }

        TypeSlot type() {
            return destination.type();
        }

        /** Posts of the type beyond the ceiling of the town. */
        long beyondCeiling() {
            return ground.ceiling.excess();
        }
    }

    /** The blocks of a quota type that are in a town, in no order that means anything. */
    private static final class Crowd {
        private int[] blocks = new int[8];
        private int size;

        void add(int block, int[] positions) {
            if (size == blocks.length) {
                blocks = Arrays.copyOf(blocks, 2 * size);
            }
            positions[block] = size;
            blocks[size++] = block;
        }

        void remove(int block, int[] positions) {
            int last = blocks[--size];
            blocks[positions[block]] = last;
            positions[last] = positions[block];
        }
    }

    private static final Account[] NONE = {};

    private final List<PoolGrant> grants;
    private final List<BlockSending> sendings;
    private final RuleWeights weights;
    private final Map<PlatformSlot, Map<Integer, Ground>> grounds = new IdentityHashMap<>();
    private final Map<TypeSlot, Crowd> crowds = new IdentityHashMap<>();
    private final Map<Object, Account> accounts = new IdentityHashMap<>();
    private final Map<PlatformSlot, List<Account>> fields = new IdentityHashMap<>();
    private final Map<Destination, Spot> spots = new IdentityHashMap<>();
    private final Ground[] groundOfGrant;
    private final AtMost[] ofPool;
    private final Account[][] pinsOnGrant;
    private final AtMost[] ofDepartment;

    private final int[] people;
    private final AtMost moved;
    private final long avoidableAtFirst;
    /** Blocks that pins or the reference plan have a say in. */
    private final boolean[] isRuled;

    private final int[] posts;
    private final Spot[] places;
    private final int[] positions;
    private final Tally tally = new Tally();
    private final Tally other = new Tally();
    private final Tally least = new Tally();

    private int logged;
    private int[] log = new int[64];
    private int[] postsBefore = new int[64];
    private Spot[] placesBefore = new Spot[64];
    private final int[] lastLogged;

    Ledger(AllocationSolution solution) {
        grants = solution.grants();
        sendings = solution.sendings();
        weights = solution.weights();
        solution.fieldMembers()
                .forEach(member -> fields.computeIfAbsent(member.platform(), key -> new ArrayList<>())
                        .add(account(
                                member.field(),
                                () -> new Within(member.field().least, Long.MAX_VALUE, hard(weights.fieldFloor)))));
        Map<List<Object>, List<Within>> pins = pins(solution);
        groundOfGrant = grants.stream()
                .map(grant -> ground(grant.platform(), grant.type()))
                .toArray(Ground[]::new);
        ofPool = grants.stream()
                .map(grant ->
                        (AtMost) account(grant.pool(), () -> new AtMost(grant.pool().usable, hard(weights.poolSize))))
                .toArray(AtMost[]::new);
        pinsOnGrant = grants.stream()
                .map(grant -> pins.getOrDefault(cell(grant), List.of()).toArray(Account[]::new))
                .toArray(Account[][]::new);
        ofDepartment = sendings.stream()
                .map(sending -> (AtMost) account(
                        sending.department(),
                        () -> new AtMost(sending.department().maySend, hard(weights.departmentFloor))))
                .toArray(AtMost[]::new);
        sendings.forEach(sending -> sending.range().forEach(destination -> spot(destination)));
        people = sendings.stream().mapToInt(BlockSending::posts).toArray();
        isRuled = new boolean[people.length];
        for (int i = 0; i < people.length; i++) {
            isRuled[i] = sendings.get(i).isRuled();
        }
        avoidableAtFirst = solution.avoidableShortfall();
        moved = new AtMost(solution.mostMoved(), solution.mostMoved() == PartSolve.ANY_NUMBER ? 0 : 1);
        posts = new int[grants.size()];
        places = new Spot[sendings.size()];
        positions = new int[sendings.size()];
        lastLogged = new int[posts.length + places.length];
        // as if nothing were granted and everybody stayed, which is where the ledger begins
        grants.stream().filter(PoolGrant::isCompared).forEach(grant -> moved.shift(grant.reference(), tally));
        IntStream.range(0, people.length).forEach(block -> moved.shift(moved(block, null), tally));
        solution.held().forEach(held -> {
            ground(held.platform(), held.type()).shift(held.posts(), tally);
        });
        solution.skilled().forEach(people -> skilled(people.slot()).shift(people.people(), tally));
        takeOverAll();
    }

    private static long hard(HardMediumSoftLongScore weight) {
        return weight.hardScore();
    }

    private Account account(Object key, Supplier<Account> fresh) {
        return accounts.computeIfAbsent(key, one -> fresh.get());
    }

    private static List<Object> cell(PoolGrant grant) {
        return List.of(grant.pool().id, grant.platform().town.index, grant.platform().platform);
    }

    private Map<List<Object>, List<Within>> pins(AllocationSolution solution) {
        Map<List<Object>, List<PoolGrant>> byTown = new HashMap<>();
        if (!solution.limits().isEmpty()) {
            grants.forEach(grant -> byTown.computeIfAbsent(
                            List.of(grant.pool().id, grant.platform().town.index), key -> new ArrayList<>())
                    .add(grant));
        }
        Map<List<Object>, List<Within>> pins = new HashMap<>();
        for (Limit limit : solution.limits()) {
            Within pin = new Within(limit.limit().least(), limit.limit().most(), hard(weights.pinnedGrants));
            byTown.getOrDefault(List.of(limit.pool(), limit.town()), List.of()).stream()
                    .filter(limit::covers)
                    .forEach(grant -> pins.computeIfAbsent(cell(grant), key -> new ArrayList<>())
                            .add(pin));
        }
        return pins;
    }

    private AtMost ceiling(TypeSlot type) {
        return (AtMost) account(type, () -> new AtMost(type.most, hard(weights.ceiling)));
    }

    private Balance balance(Object key, Slots.Deviation deviation, HardMediumSoftLongScore weight) {
        return (Balance) account(key, () -> new Balance(deviation, weight.softScore()));
    }

    private Platform posts(PlatformSlot platform) {
        return (Platform) account(
                platform,
                () -> new Platform(
                        platform.floor, hard(weights.platformFloor), platform.need, weights.shortfall.mediumScore()));
    }

    /** What posts of a type count for on a platform besides its own floor and need. */
    private Account[] others(PlatformSlot platform, int quotaType) {
        List<Account> all = new ArrayList<>(fields.getOrDefault(platform, List.of()));
        if (hard(weights.standIn) > 0) {
            all.add(new AtMost(platform.mostStandingIn(quotaType), hard(weights.standIn)));
        }
        return all.toArray(Account[]::new);
    }

    private Account skilled(SkillSlot slot) {
        return account(slot, () -> new Skilled(slot, hard(weights.powerSkill), weights.powersLost.softScore()));
    }

    /** The spot of a destination; null for null, which is to stay. */
    Spot spot(Destination destination) {
        return destination == null ? null : spots.computeIfAbsent(destination, this::freshSpot);
    }

    private Spot freshSpot(Destination destination) {
        long softEach = weights.travel.softScore() * destination.metres()
                + (destination.fit() ? 0 : weights.skillFit.softScore())
                + weights.wishes.softScore() * destination.wishesBefore();
        return new Spot(
                ground(destination.platform(), destination.type()),
                destination,
                destination.skills().isEmpty()
                        ? NONE
                        : destination.skills().stream().map(this::skilled).toArray(Account[]::new),
                destination.tooFar() ? weights.farthest.hardScore() : 0,
                softEach);
    }

    private Ground ground(PlatformSlot platform, TypeSlot type) {
        return grounds.computeIfAbsent(platform, key -> new HashMap<>())
                .computeIfAbsent(type.quotaType, key -> freshGround(platform, type));
    }

    private Ground freshGround(PlatformSlot platform, TypeSlot type) {
        TownSlot town = platform.town;
        return new Ground(
                platform,
                balance(town, town.deviation, weights.townBalance),
                balance(town.county, town.county.deviation, weights.countyBalance),
                ceiling(type),
                posts(platform),
                others(platform, type.quotaType),
                crowds.computeIfAbsent(type, key -> new Crowd()));
    }

    /** Posts of a grant. */
    int posts(int grant) {
        return posts[grant];
    }

    /** Where a block is; null = it stays. */
    Spot place(int sending) {
        return places[sending];
    }

    /** Gives a grant a number of posts. */
    void grant(int grant, int number) {
        if (number != posts[grant]) {
            log(grant, posts[grant], null);
            setPosts(grant, number);
        }
    }

    /** Sends a block to a spot; null = it stays. */
    void send(int sending, Spot to) {
        if (to != places[sending]) {
            log(posts.length + sending, 0, places[sending]);
            setPlace(sending, to);
        }
    }

    private void log(int what, int number, Spot place) {
        if (logged == log.length) {
            log = Arrays.copyOf(log, 2 * logged);
            postsBefore = Arrays.copyOf(postsBefore, 2 * logged);
            placesBefore = Arrays.copyOf(placesBefore, 2 * logged);
        }
        log[logged] = what;
        postsBefore[logged] = number;
        placesBefore[logged] = place;
        logged++;
        lastLogged[what] = logged;
    }

    private void setPosts(int index, int number) {
        PoolGrant grant = grants.get(index);
        int change = number - posts[index];
        if (!grant.isWithinJurisdiction()) {
            tally.addHard(weights.jurisdiction.hardScore() * change);
        }
        if (grant.isCompared()) {
            int farther = Math.abs(number - grant.reference()) - Math.abs(posts[index] - grant.reference());
            tally.addSoft(weights.grantStability.softScore() * farther);
            moved.shift(farther, tally);
        }
        groundOfGrant[index].shift(change, tally);
        ofPool[index].shift(change, tally);
        shift(pinsOnGrant[index], change);
        posts[index] = number;
    }

    private void setPlace(int index, Spot to) {
        int people = this.people[index];
        Spot from = places[index];
        charge(index, from, -people, tally);
        charge(index, to, people, tally);
        if (isRuled[index]) {
            moved.shift(moved(index, to) - moved(index, from), tally);
        }
        if (from != null) {
            from.ground.shift(-people, tally);
            shift(from.skills, -people);
            ofDepartment[index].shift(-people, tally);
            from.ground.crowd.remove(index, positions);
        }
        if (to != null) {
            to.ground.shift(people, tally);
            shift(to.skills, people);
            ofDepartment[index].shift(people, tally);
            to.ground.crowd.add(index, positions);
        }
        places[index] = to;
    }

    /** People of a block that are not where the reference plan has them. */
    private int moved(int index, Spot at) {
        return sendings.get(index).isMovedBy(at == null ? null : at.destination) ? people[index] : 0;
    }

    private void shift(Account[] all, int change) {
        for (Account account : all) {
            account.shift(change, tally);
        }
    }

    private void charge(int index, Spot to, int people, Tally on) {
        if (isRuled[index]) {
            BlockSending sending = sendings.get(index);
            Destination destination = to == null ? null : to.destination;
            if (!sending.isOpen(destination)) {
                on.addHard(weights.pinnedBlocks.hardScore() * people);
            }
            if (sending.isMovedBy(destination)) {
                on.addSoft(weights.blockStability.softScore() * people);
            }
        }
        if (to != null) {
            on.addHard(to.hardEach * people);
            on.addSoft(to.softEach * people);
        }
    }

    /** Of some spots in one town the one where a block that stays now would cost least. */
    Spot cheapest(int index, Spot[] inTown) {
        int people = this.people[index];
        Spot best = inTown[0];
        pricePlatform(index, best, people, least);
        for (int i = 1; i < inTown.length; i++) {
            pricePlatform(index, inTown[i], people, other);
            if (other.isBelow(least)) {
                best = inTown[i];
                least.copy(other);
            }
        }
        return best;
    }

    private void pricePlatform(int index, Spot spot, int people, Tally on) {
        on.clear();
        charge(index, spot, people, on);
        spot.ground.pricePlatform(people, on);
    }

    /** What the plan costs now, against where the ledger began. */
    Tally tally() {
        return tally;
    }

    /** Whether fewer posts could be short of need, as far as is known. */
    boolean hasAvoidableShortfall() {
        return avoidableAtFirst + tally.medium() > 0;
    }

    /** A point of the log that one can go back to. */
    int mark() {
        return logged;
    }

    /** Whether a block was sent anywhere after a mark. */
    boolean isSentSince(int mark, int sending) {
        return lastLogged[posts.length + sending] > mark;
    }

    /** The block of the change at a point of the log; -1 where that was a grant. */
    int blockAt(int point) {
        return Math.max(-1, log[point] - posts.length);
    }

    /** Takes back what was done after a mark, last things first. */
    void backTo(int mark) {
        while (logged > mark) {
            logged--;
            int what = log[logged];
            if (what < posts.length) {
                setPosts(what, postsBefore[logged]);
            } else {
                setPlace(what - posts.length, placesBefore[logged]);
            }
            // that it was changed before this is not kept: a mark is never older than the draft it is asked for
            lastLogged[what] = 0;
        }
    }

    /** How many blocks of the same quota type are in the town of a spot. */
    int crowd(Spot spot) {
        return spot.ground.crowd.size;
    }

    /** Those blocks, at the head of an array that changes with the next block that is sent. */
    int[] beside(Spot spot) {
        return spot.ground.crowd.blocks;
    }

    /** Whether the department of a block has sent more than it may. */
    boolean isDepartmentOver(int sending) {
        return ofDepartment[sending].excess() > 0;
    }

    /** People that the department of a block may still send; without H4 as many as it has. */
    long mayStillSend(int sending) {
        return ofDepartment[sending].room();
    }

    /** All that is on the log as one move. */
    Reallocation move() {
        Map<PoolGrant, Integer> granted = new LinkedHashMap<>();
        Map<BlockSending, Destination> sent = new LinkedHashMap<>();
        for (int i = 0; i < logged; i++) {
            int what = log[i];
            if (what < posts.length) {
                if (grants.get(what).posts() != posts[what]) {
                    granted.put(grants.get(what), posts[what]);
                }
            } else {
                BlockSending sending = sendings.get(what - posts.length);
                Destination to = destination(what - posts.length);
                if (sending.destination() != to) {
                    sent.put(sending, to);
                }
            }
        }
        return new Reallocation(
                granted.keySet().toArray(PoolGrant[]::new),
                granted.values().stream().mapToInt(Integer::intValue).toArray(),
                sent.keySet().toArray(BlockSending[]::new),
                sent.values().toArray(Destination[]::new));
    }

    private Destination destination(int sending) {
        return places[sending] == null ? null : places[sending].destination;
    }

    /** Begins a new log from what the solution has now: a move was made, or it was refused. */
    void takeOver() {
        for (int i = 0; i < logged; i++) {
            takeOver(log[i]);
        }
        logged = 0;
    }

    private void takeOverAll() {
        for (int what = 0; what < lastLogged.length; what++) {
            takeOver(what);
        }
        tally.clear();
    }

    private void takeOver(int what) {
        if (what < posts.length) {
            setPosts(what, grants.get(what).posts());
        } else {
            setPlace(what - posts.length, spot(sendings.get(what - posts.length).destination()));
        }
        lastLogged[what] = 0;
    }
}
