package org.zhenjie.planner.solve;

import org.zhenjie.planner.solve.Slots.Deviation;
import org.zhenjie.planner.solve.Slots.SkillSlot;

/** Posts or people that a rule counts, and what they cost. */
abstract sealed class Account {

    private int amount;

    /** What so many posts or people add to the cost, at each level of the score. */
    static final class Tally {
        private long hard;
        private long medium;
        private long soft;

        long hard() {
            return hard;
        }

        long medium() {
            return medium;
        }

        long soft() {
            return soft;
        }

        void addHard(long cost) {
            hard += cost;
        }

        void addSoft(long cost) {
            soft += cost;
        }

        void clear() {
            hard = 0;
            medium = 0;
            soft = 0;
        }

        /** Whether this cost is less than another. */
        boolean isBelow(Tally other) {
            if (hard != other.hard) {
                return hard < other.hard;
            }
            return medium != other.medium ? medium < other.medium : soft < other.soft;
        }

        void copy(Tally other) {
            hard = other.hard;
            medium = other.medium;
            soft = other.soft;
        }
    }

    /** Posts or people now. */
    int amount() {
        return amount;
    }

    /** Adds to a tally what it costs when so many more come. */
    final void price(int more, Tally tally) {
        difference(amount, amount + more, tally);
    }

    /** The same, and they come. */
    final void shift(int more, Tally tally) {
        difference(amount, amount + more, tally);
        amount += more;
    }

    abstract void difference(int before, int after, Tally tally);

    /** No more than a limit: pools, ceilings, departments, stand-ins. */
    static final class AtMost extends Account {
        private final long most;
        private final long weight;

        AtMost(long most, long weight) {
            this.most = most;
            this.weight = weight;
        }

        /** By how much it is beyond the limit; 0 where the limit does not count. */
        long excess() {
            return weight == 0 ? 0 : Math.max(0, amount() - most);
        }

        /** How many more may come; without the limit as many as there are. */
        long room() {
            return weight == 0 ? Integer.MAX_VALUE : most - amount();
        }

        @Override
        void difference(int before, int after, Tally tally) {
            tally.hard += weight * (Math.max(0, after - most) - Math.max(0, before - most));
        }
    }

    /** No less than a floor and no more than a limit: fields and pins. */
    static final class Within extends Account {
        private final long least;
        private final long most;
        private final long weight;

        Within(long least, long most, long weight) {
            this.least = least;
            this.most = most;
            this.weight = weight;
        }

        @Override
        void difference(int before, int after, Tally tally) {
            tally.hard += weight * (missed(after) - missed(before));
        }

        private long missed(int posts) {
            return Math.max(0, Math.max(least - posts, posts - most));
        }
    }

    /** The posts of a platform against its floor and its need. */
    static final class Platform extends Account {
        private final long floor;
        private final long perFloor;
        private final long need;
        private final long perNeed;

        Platform(long floor, long perFloor, long need, long perNeed) {
            this.floor = floor;
            this.perFloor = perFloor;
            this.need = need;
            this.perNeed = perNeed;
        }

        @Override
        void difference(int before, int after, Tally tally) {
            tally.hard += perFloor * (Math.max(0, floor - after) - Math.max(0, floor - before));
            tally.medium += perNeed * (Math.max(0, need - after) - Math.max(0, need - before));
        }
    }

    /** The posts of a town or county against the common ratio. */
    static final class Balance extends Account {
        private final Deviation deviation;
        private final long weight;

        Balance(Deviation deviation, long weight) {
            this.deviation = deviation;
            this.weight = weight;
        }

        @Override
        void difference(int before, int after, Tally tally) {
            tally.soft += weight * (deviation.at(after) - deviation.at(before));
        }
    }

    /** The people with a skill in a town against what powers ask for. */
    static final class Skilled extends Account {
        private final SkillSlot slot;
        private final long perPerson;
        private final long perCase;

        Skilled(SkillSlot slot, long perPerson, long perCase) {
            this.slot = slot;
            this.perPerson = perPerson;
            this.perCase = perCase;
        }

        @Override
        void difference(int before, int after, Tally tally) {
            tally.hard += perPerson * (slot.lacking(after) - slot.lacking(before));
            tally.soft += perCase * (slot.casesLost(after) - slot.casesLost(before));
        }
    }
}
