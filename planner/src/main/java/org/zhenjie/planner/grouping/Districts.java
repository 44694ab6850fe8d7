package org.zhenjie.planner.grouping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Every group that a plan may have: each connected set of units whose load is within the limits and that pins allow (Garfinkel and
 * Nemhauser 1970). There are few enough of them where groups are small or limits tight.
 *
 * @param members units of each, ascending
 * @param centre centre of each
 * @param cost cost of each
 */
record Districts(List<int[]> members, int[] centre, long[] cost) {
    /** Sets of units that are looked at before it is given up, some tenths of a second. */
    private static final int MOST_SETS = 10_000_000;
    /** Districts at which it is given up: what bounds the memory. */
    private static final int MOST_DISTRICTS = 200_000;
    /** Units of a set at which it is given up: sets so large are never few. */
    private static final int MOST_UNITS = 100;
    /** Sets after which it is asked whether to stop. */
    private static final int SETS_UNASKED = 10_000;

    /**
     * Lists them.
     *
     * @param stop asked on the way: true gives it up
     * @return empty where there are too many
     */
    static Optional<Districts> of(GroupingProblem problem, BooleanSupplier stop) {
        Listing listing = new Listing(problem, stop);
        if (!listing.listAll()) {
            return Optional.empty();
        }
        int number = listing.found.size();
        int[] centre = new int[number];
        long[] cost = new long[number];
        for (int i = 0; i < number; i++) {
            int[] units = listing.found.get(i);
            centre[i] = GroupingPlan.centre(problem, units);
            cost[i] = GroupingPlan.cost(problem, units, centre[i])
                    + problem.compactness().map(of -> of.cost(problem, units)).orElse(0L);
        }
        return Optional.of(new Districts(listing.found, centre, cost));
    }

    /** How many. */
    int number() {
        return cost.length;
    }

    /** Sets that hold a unit and none before it, grown by units beside them, each set once (Wernicke 2006). */
    private static final class Listing {
        private final GroupingProblem problem;
        private final BooleanSupplier stop;
        private final List<int[]> found = new ArrayList<>();
        private final int[] pinned;
        private final int[] set;
        /** Units beside the set: those up to the one taken last are decided. */
        private final int[] beside;

        private final boolean[] seen;
        private int length;
        private int end;
        private int sets;
        private boolean stopped;

        Listing(GroupingProblem problem, BooleanSupplier stop) {
            this.problem = problem;
            this.stop = stop;
            set = new int[problem.size()];
            beside = new int[problem.size()];
            seen = new boolean[problem.size()];
            pinned = new int[problem.groups()];
            Arrays.stream(problem.pins()).filter(pin -> pin >= 0).forEach(pin -> pinned[pin]++);
        }

        /** Whether it came to the end. */
        boolean listAll() {
            for (int root = 0; root < problem.size() && !isStopped(); root++) {
                seen[root] = true;
                beside[0] = root;
                end = 1;
                grow(0, 0, GroupingProblem.FREE, 0);
            }
            return !isStopped();
        }

        private boolean isStopped() {
            stopped |= sets > MOST_SETS
                    || found.size() > MOST_DISTRICTS
                    || length > MOST_UNITS
                    || sets % SETS_UNASKED == 0 && stop.getAsBoolean();
            return stopped;
        }

        /** Takes each unit beside the set in turn, from a position on; {@code pin} is that of the set, which has so many units of it. */
        private void grow(int from, long load, int pin, int ofPin) {
            // the first unit is taken alone: sets without it have another first unit
            for (int i = from; i < (length == 0 ? 1 : end) && !isStopped(); i++) {
                int unit = beside[i];
                int own = problem.pins()[unit];
                long more = load + problem.loads()[unit];
                boolean apart = own >= 0 && pin >= 0 && own != pin;
                if (more > problem.most() || apart) {
                    continue;
                }
                sets++;
                int endBefore = end;
                set[length++] = unit;
                for (int next : problem.neighbours()[unit]) {
                    if (!seen[next]) {
                        seen[next] = true;
                        beside[end++] = next;
                    }
                }
                int both = Math.max(pin, own);
                int units = ofPin + (own >= 0 ? 1 : 0);
                if (more >= problem.least() && (both < 0 || units == pinned[both])) {
                    int[] district = Arrays.copyOf(set, length);
                    Arrays.sort(district);
                    found.add(district);
                }
                grow(i + 1, more, both, units);
                while (end > endBefore) {
                    seen[beside[--end]] = false;
                }
                length--;
            }
        }
    }
}
