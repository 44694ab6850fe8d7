package org.zhenjie.planner.solve;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The places that posts land in, as facts of the search. Compared by identity: they are keys of the hottest maps. */
final class Slots {

    private Slots() {}

    /** A county with its need. */
    static final class CountySlot {
        final String id;
        final Deviation deviation;

        CountySlot(String id, Deviation deviation) {
            this.id = id;
            this.deviation = deviation;
        }
    }

    /** A town with its need. */
    static final class TownSlot {
        final int index;
        final CountySlot county;
        final Deviation deviation;

        TownSlot(int index, CountySlot county, Deviation deviation) {
            this.index = index;
            this.county = county;
            this.deviation = deviation;
        }
    }

    /** A platform of a town: need, floor and the most posts of each quota type. */
    static final class PlatformSlot {
        final TownSlot town;
        final int platform;
        final int need;
        final int floor;
        private final long[] mostOfType;

        PlatformSlot(TownSlot town, int platform, int need, int floor, long[] mostOfType) {
            this.town = town;
            this.platform = platform;
            this.need = need;
            this.floor = floor;
            this.mostOfType = mostOfType;
        }

        /** Most posts of a quota type that may stand in here. */
        long mostStandingIn(int quotaType) {
            return mostOfType[quotaType];
        }

        /** Posts of a quota type beyond those that may stand in here. */
        long standInExcess(int quotaType, int posts) {
            return Math.max(0, posts - mostStandingIn(quotaType));
        }
    }

    /** A field with its floor, over one town or several. */
    static final class FieldSlot {
        final String id;
        final long least;

        FieldSlot(String id, long least) {
            this.id = id;
            this.least = least;
        }
    }

    /** A skill in a town, with what powers ask of it. */
    static final class SkillSlot {
        private final List<Asking> taken = new ArrayList<>();
        private final List<Asking> open = new ArrayList<>();

        private record Asking(int people, long cases) {}

        void ask(int people, long cases, boolean isOpen) {
            (isOpen ? open : taken).add(new Asking(people, cases));
        }

        /** People that powers which are taken lack, power by power. */
        long lacking(int people) {
            return taken.stream()
                    .mapToLong(asking -> Math.max(0, asking.people() - people))
                    .sum();
        }

        /** Cases of open powers that so many people cannot take. */
        long casesLost(int people) {
            return open.stream()
                    .filter(asking -> asking.people() > people)
                    .mapToLong(Asking::cases)
                    .sum();
        }
    }

    /** A quota type in a town: the most posts it may hold, which is never below what it held before. */
    static final class TypeSlot {
        final TownSlot town;
        final int quotaType;
        final long most;

        TypeSlot(TownSlot town, int quotaType, long most) {
            this.town = town;
            this.quotaType = quotaType;
            this.most = most;
        }
    }

    /** A pool: posts it may grant. */
    static final class PoolSlot {
        final String id;
        final int usable;

        PoolSlot(String id, int usable) {
            this.id = id;
            this.usable = usable;
        }
    }

    /** A department: people it may send. */
    static final class DepartmentSlot {
        final String id;
        final int maySend;

        DepartmentSlot(String id, int maySend) {
            this.id = id;
            this.maySend = maySend;
        }
    }

    /** (L - rbar N)^2 / N times 10^6, rounded half up, by level; each level is computed once. Nothing where N is 0. */
    static final class Deviation {
        private static final long UNKNOWN = -1;
        private final long supply;
        private final long totalNeed;
        private final long need;
        private long[] byLevel = new long[0];

        Deviation(long supply, long totalNeed, long need) {
            this.supply = supply;
            this.totalNeed = totalNeed;
            this.need = need;
        }

        long at(long level) {
            if (need == 0) {
                return 0;
            }
            int index = Math.toIntExact(level);
            if (index >= byLevel.length) {
                int known = byLevel.length;
                byLevel = Arrays.copyOf(byLevel, Math.max(index + 16, known * 2));
                Arrays.fill(byLevel, known, byLevel.length, UNKNOWN);
            }
            if (byLevel[index] == UNKNOWN) {
                byLevel[index] = compute(level);
            }
            return byLevel[index];
        }

        private long compute(long level) {
            BigInteger b = BigInteger.valueOf(totalNeed);
            BigInteger n = BigInteger.valueOf(need);
            BigInteger off = BigInteger.valueOf(level)
                    .multiply(b)
                    .subtract(BigInteger.valueOf(supply).multiply(n));
            BigInteger[] parts = off.multiply(off)
                    .multiply(BigInteger.valueOf(1_000_000))
                    .divideAndRemainder(n.multiply(b).multiply(b));
            boolean up = parts[1].shiftLeft(1).compareTo(n.multiply(b).multiply(b)) >= 0;
            return parts[0].longValueExact() + (up ? 1 : 0);
        }
    }
}
