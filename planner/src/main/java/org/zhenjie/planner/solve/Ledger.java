package org.zhenjie.planner.solve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import org.zhenjie.planner.solve.Slots.CountySlot;
import org.zhenjie.planner.solve.Slots.PlatformSlot;
import org.zhenjie.planner.solve.Slots.SkillSlot;
import org.zhenjie.planner.solve.Slots.TypeSlot;

/**
 * What a draft of a move would change in the score, counted on plain sums: it tells at a small part of the price of a real move whether
 * one is worth trying. Whether a move is made is decided by the rules alone; pins on pool posts, of which nothing is known here, are left to
 * them.
 */
final class Ledger {

    /** Posts or people that rules count, and what they cost by level of the score; null where it costs nothing. */
    private static final class Account {
        private final LongUnaryOperator hard;
        private final LongUnaryOperator medium;
        private final LongUnaryOperator soft;
        private long amount;

        Account(LongUnaryOperator hard, LongUnaryOperator medium, LongUnaryOperator soft) {
            this.hard = hard;
            this.medium = medium;
            this.soft = soft;
        }

        static Account hard(LongUnaryOperator cost) {
            return new Account(cost, null, null);
        }

        static Account soft(LongUnaryOperator cost) {
            return new Account(null, null, cost);
        }
    }

    private final List<PoolGrant> grants;
    private final List<BlockSending> sendings;
    private final RuleWeights weights;
    private final Map<Object, Account> accounts = new IdentityHashMap<>();
    private final Map<PlatformSlot, Map<Integer, Account>> standIns = new IdentityHashMap<>();
    private final Map<PlatformSlot, List<Account>> fields = new IdentityHashMap<>();
    private final Account[][] ofGrant;
    private final Map<Destination, Account[]> ofDestination = new IdentityHashMap<>();
    private final Account[] ofDepartment;
    private final int[] posts;
    private final Destination[] destinations;
    private final List<Integer> draftGrants = new ArrayList<>();
    private final List<Integer> draftSendings = new ArrayList<>();
    private final boolean[] isGrantDrafted;
    private final boolean[] isSendingDrafted;
    private long hard;
    private long medium;
    private long soft;

    Ledger(AllocationSolution solution) {
        grants = solution.grants();
        sendings = solution.sendings();
        weights = solution.weights();
        solution.fieldMembers()
                .forEach(member -> fields.computeIfAbsent(member.platform(), key -> new ArrayList<>())
                        .add(accounts.computeIfAbsent(
                                member.field(),
                                key -> Account.hard(below(member.field().least, hard(weights.fieldFloor))))));
        ofGrant = grants.stream().map(this::accounts).toArray(Account[][]::new);
        ofDepartment = sendings.stream()
                .map(sending -> accounts.computeIfAbsent(
                        sending.department(),
                        key -> Account.hard(above(sending.department().maySend, hard(weights.departmentFloor)))))
                .toArray(Account[]::new);
        posts = new int[grants.size()];
        destinations = new Destination[sendings.size()];
        isGrantDrafted = new boolean[grants.size()];
        isSendingDrafted = new boolean[sendings.size()];
        solution.held()
                .forEach(held -> shift(place(held.platform(), held.type()).toArray(Account[]::new), held.posts()));
        solution.skilled().forEach(people -> shift(new Account[] {skill(people.slot())}, people.people()));
        for (int i = 0; i < posts.length; i++) {
            grant(i, grants.get(i).posts());
        }
        for (int i = 0; i < destinations.length; i++) {
            send(i, sendings.get(i).destination());
        }
        keep();
    }

    private static long hard(org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore weight) {
        return weight.hardScore();
    }

    private static LongUnaryOperator above(long most, long weight) {
        return amount -> weight * Math.max(0, amount - most);
    }

    private static LongUnaryOperator below(long least, long weight) {
        return amount -> weight * Math.max(0, least - amount);
    }

    private Account[] accounts(PoolGrant grant) {
        List<Account> all = place(grant.platform(), grant.type());
        all.add(accounts.computeIfAbsent(
                grant.pool(), key -> Account.hard(above(grant.pool().usable, hard(weights.poolSize)))));
        return all.toArray(Account[]::new);
    }

    private Account[] accounts(Destination destination) {
        return ofDestination.computeIfAbsent(destination, key -> {
            List<Account> all = place(destination.platform(), destination.type());
            destination.skills().forEach(slot -> all.add(skill(slot)));
            return all.toArray(Account[]::new);
        });
    }

    /** What posts of a type on a platform count for. */
    private List<Account> place(PlatformSlot platform, TypeSlot type) {
        List<Account> all = new ArrayList<>();
        all.add(accounts.computeIfAbsent(
                platform,
                key -> new Account(
                        below(platform.floor, hard(weights.platformFloor)),
                        below(platform.need, weights.shortfall.mediumScore()),
                        null)));
        long perTown = weights.townBalance.softScore();
        all.add(accounts.computeIfAbsent(
                platform.town, key -> Account.soft(level -> perTown * platform.town.deviation.at(level))));
        CountySlot county = platform.town.county;
        long perCounty = weights.countyBalance.softScore();
        all.add(accounts.computeIfAbsent(county, key -> Account.soft(level -> perCounty * county.deviation.at(level))));
        all.add(accounts.computeIfAbsent(type, key -> Account.hard(above(type.most, hard(weights.ceiling)))));
        if (hard(weights.standIn) > 0) {
            all.add(standIns.computeIfAbsent(platform, key -> new HashMap<>())
                    .computeIfAbsent(
                            type.quotaType,
                            key -> Account.hard(amount -> hard(weights.standIn)
                                    * platform.standInExcess(type.quotaType, Math.toIntExact(amount)))));
        }
        all.addAll(fields.getOrDefault(platform, List.of()));
        return all;
    }

    private Account skill(SkillSlot slot) {
        return accounts.computeIfAbsent(
                slot,
                key -> new Account(
                        people -> hard(weights.powerSkill) * slot.lacking(Math.toIntExact(people)),
                        null,
                        people -> weights.powersLost.softScore() * slot.casesLost(Math.toIntExact(people))));
    }

    /** Posts of a grant in the draft. */
    int posts(int grant) {
        return posts[grant];
    }

    /** Destination of a block in the draft; null = it stays. */
    Destination destination(int sending) {
        return destinations[sending];
    }

    /** Drafts a number of posts for a grant. */
    void grant(int index, int number) {
        PoolGrant grant = grants.get(index);
        if (!isGrantDrafted[index]) {
            isGrantDrafted[index] = true;
            draftGrants.add(index);
        }
        int change = number - posts[index];
        if (!grant.isWithinJurisdiction()) {
            hard += weights.jurisdiction.hardScore() * change;
        }
        if (grant.isCompared()) {
            soft += weights.grantStability.softScore()
                    * (Math.abs(number - grant.reference()) - Math.abs(posts[index] - grant.reference()));
        }
        shift(ofGrant[index], change);
        posts[index] = number;
    }

    /** Drafts a destination for a block; null = it stays. */
    void send(int index, Destination to) {
        BlockSending sending = sendings.get(index);
        if (!isSendingDrafted[index]) {
            isSendingDrafted[index] = true;
            draftSendings.add(index);
        }
        Destination from = destinations[index];
        charge(sending, from, -1);
        charge(sending, to, 1);
        int people = sending.posts();
        if (from != null) {
            shift(accounts(from), -people);
            shift(ofDepartment[index], -people);
        }
        if (to != null) {
            shift(accounts(to), people);
            shift(ofDepartment[index], people);
        }
        destinations[index] = to;
    }

    private void charge(BlockSending sending, Destination to, int sign) {
        long people = sign * (long) sending.posts();
        if (!sending.isOpen(to)) {
            hard += weights.pinnedBlocks.hardScore() * people;
        }
        if (sending.isMovedBy(to)) {
            soft += weights.blockStability.softScore() * people;
        }
        if (to != null) {
            hard += to.tooFar() ? weights.farthest.hardScore() * people : 0;
            soft += people
                    * (weights.travel.softScore() * to.metres()
                            + (to.fit() ? 0 : weights.skillFit.softScore())
                            + weights.wishes.softScore() * to.wishesBefore());
        }
    }

    private void shift(Account[] all, int change) {
        for (Account account : all) {
            shift(account, change);
        }
    }

    private void shift(Account account, int change) {
        long before = account.amount;
        long after = before + change;
        account.amount = after;
        if (account.hard != null) {
            hard += account.hard.applyAsLong(after) - account.hard.applyAsLong(before);
        }
        if (account.medium != null) {
            medium += account.medium.applyAsLong(after) - account.medium.applyAsLong(before);
        }
        if (account.soft != null) {
            soft += account.soft.applyAsLong(after) - account.soft.applyAsLong(before);
        }
    }

    /** By how much the draft breaks hard rules more than before. */
    long hard() {
        return hard;
    }

    /** By how many posts more the draft is short of need. */
    long medium() {
        return medium;
    }

    /** By how much the draft costs more. */
    long soft() {
        return soft;
    }

    /** By how much the draft changes the score, as a cost. */
    Change change() {
        return new Change(hard, medium, soft);
    }

    /** A change of the score as a cost; less is better. */
    record Change(long hard, long medium, long soft) implements Comparable<Change> {
        @Override
        public int compareTo(Change other) {
            int byHard = Long.compare(hard, other.hard);
            if (byHard != 0) {
                return byHard;
            }
            int byMedium = Long.compare(medium, other.medium);
            return byMedium != 0 ? byMedium : Long.compare(soft, other.soft);
        }
    }

    /** Posts of the type of a place beyond the ceiling of its town. */
    long beyondCeiling(Destination place) {
        return hard(weights.ceiling) == 0 ? 0 : Math.max(0, accounts.get(place.type()).amount - place.type().most);
    }

    /** Whether the department of a block has sent more than it may. */
    boolean isDepartmentOver(int sending) {
        return hard(weights.departmentFloor) > 0
                && ofDepartment[sending].amount > sendings.get(sending).department().maySend;
    }

    /** People that the department of a block may still send; without H4 as many as it has. */
    long mayStillSend(int sending) {
        return hard(weights.departmentFloor) == 0
                ? Integer.MAX_VALUE
                : sendings.get(sending).department().maySend - ofDepartment[sending].amount;
    }

    /** The blocks in the draft, in the order in which they came. */
    List<Integer> draftedSendings() {
        return List.copyOf(draftSendings);
    }

    /** Whether anything is drafted. */
    boolean isEmpty() {
        return draftGrants.isEmpty() && draftSendings.isEmpty();
    }

    /** Whether a block is in the draft. */
    boolean isSendingDrafted(int sending) {
        return isSendingDrafted[sending];
    }

    /** The draft as a move. */
    Reallocation move() {
        return new Reallocation(
                draftGrants.stream().map(grants::get).toArray(PoolGrant[]::new),
                draftGrants.stream().mapToInt(grant -> posts[grant]).toArray(),
                draftSendings.stream().map(sendings::get).toArray(BlockSending[]::new),
                draftSendings.stream().map(sending -> destinations[sending]).toArray(Destination[]::new));
    }

    /** Drops the draft: everything is again as the solution has it now. */
    void drop() {
        for (int grant : draftGrants) {
            grant(grant, grants.get(grant).posts());
        }
        for (int sending : draftSendings) {
            send(sending, sendings.get(sending).destination());
        }
        keep();
    }

    private void keep() {
        draftGrants.forEach(grant -> isGrantDrafted[grant] = false);
        draftSendings.forEach(sending -> isSendingDrafted[sending] = false);
        draftGrants.clear();
        draftSendings.clear();
        hard = 0;
        medium = 0;
        soft = 0;
    }
}
