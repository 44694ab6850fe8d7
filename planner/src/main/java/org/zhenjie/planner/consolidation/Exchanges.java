package org.zhenjie.planner.consolidation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A set of k sites that stay, with what every exchange of one of them for another site would save, kept up to date as sites are
 * exchanged (Resende and Werneck 2007). Capacities apart.
 */
final class Exchanges {
    private final MergeCosts costs;
    private final int size;
    private final int[] kept;
    private final int[] slot;
    private final int[] first;
    private final int[] second;
    /** By site: what opening it saves where none closes. */
    private final long[] gain;
    /** By slot: what closing its site costs where none opens. */
    private final long[] loss;
    /** By site and slot: what of both sums falls away where that one opens and this one closes. */
    private final long[][] extra;

    private final int[] touched;
    private long cost;
    private long work;

    /** An exchange: the site that opens, the slot of the one that closes, and what it saves (less than 0: costs). */
    record Exchange(int opens, int closes, long saves) {}

    Exchanges(MergeCosts costs, List<Integer> set) {
        this.costs = costs;
        size = costs.size();
        kept = set.stream().mapToInt(Integer::intValue).toArray();
        slot = new int[size];
        first = new int[size];
        second = new int[size];
        gain = new long[size];
        loss = new long[kept.length];
        extra = new long[size][kept.length];
        touched = new int[size];
        Arrays.fill(slot, -1);
        for (int i = 0; i < kept.length; i++) {
            slot[kept[i]] = i;
        }
        for (int site = 0; site < size; site++) {
            findHosts(site);
            cost += costOf(site, first[site]);
            count(site, 1);
        }
    }

    long cost() {
        return cost;
    }

    /** Elementary steps so far, which do not depend on a clock. */
    long work() {
        return work;
    }

    int kept(int ofSlot) {
        return kept[ofSlot];
    }

    int slot(int site) {
        return slot[site];
    }

    boolean isKept(int site) {
        return slot[site] >= 0;
    }

    List<Integer> set() {
        List<Integer> set = new ArrayList<>();
        for (int site = 0; site < size; site++) {
            if (slot[site] >= 0) {
                set.add(site);
            }
        }
        return set;
    }

    /** What an exchange would save. */
    long saving(int opens, int closes) {
        return gain[opens] - loss[closes] + extra[opens][closes];
    }

    /** The exchange that saves most, the first of equals; null where none saves anything. */
    Exchange best() {
        long most = 0;
        int opens = -1;
        int closes = -1;
        for (int site = 0; site < size; site++) {
            // an exchange never saves more than opening alone does
            if (slot[site] >= 0 || gain[site] <= most) {
                continue;
            }
            long[] row = extra[site];
            long own = gain[site];
            for (int i = 0; i < row.length; i++) {
                long saves = own - loss[i] + row[i];
                if (saves > most) {
                    most = saves;
                    opens = site;
                    closes = i;
                }
            }
            work += row.length;
        }
        work += size;
        return opens < 0 ? null : new Exchange(opens, closes, most);
    }

    /** Closes the site of a slot and gives the slot to another one. */
    void exchange(int opens, int closes) {
        int closed = kept[closes];
        int number = 0;
        for (int site = 0; site < size; site++) {
            if (first[site] == closed || second[site] == closed || costOf(site, opens) < costOf(site, second[site])) {
                touched[number++] = site;
                count(site, -1);
                cost -= costOf(site, first[site]);
            }
        }
        slot[closed] = -1;
        slot[opens] = closes;
        kept[closes] = opens;
        for (int i = 0; i < number; i++) {
            int site = touched[i];
            if (first[site] == closed || second[site] == closed) {
                findHosts(site);
            } else if (costOf(site, opens) < costOf(site, first[site])) {
                second[site] = first[site];
                first[site] = opens;
            } else {
                second[site] = opens;
            }
            count(site, 1);
            cost += costOf(site, first[site]);
        }
        work += size;
    }

    /** The kept site that is so many-th nearest to a site; the last one where there are fewer that are open to it and listed. */
    int nearKept(int site, int rank) {
        int left = rank;
        int last = first[site];
        for (int host : costs.near(site)) {
            if (slot[host] >= 0) {
                last = host;
                if (left-- == 0) {
                    break;
                }
            }
        }
        return last;
    }

    private long costOf(int site, int host) {
        return host < 0 ? costs.forbidden() : costs.of(site, host);
    }

    private void findHosts(int site) {
        int one = -1;
        for (int host : costs.near(site)) {
            work++;
            if (slot[host] >= 0) {
                if (one >= 0) {
                    first[site] = one;
                    second[site] = host;
                    return;
                }
                one = host;
            }
        }
        findAmongAll(site);
    }

    /** Where the list of near hosts does not hold two that are kept. */
    private void findAmongAll(int site) {
        int one = kept[0];
        int other = -1;
        for (int i = 1; i < kept.length; i++) {
            int host = kept[i];
            if (costOf(site, host) < costOf(site, one)) {
                other = one;
                one = host;
            } else if (other < 0 || costOf(site, host) < costOf(site, other)) {
                other = host;
            }
        }
        work += kept.length;
        first[site] = one;
        second[site] = other;
    }

    /** Adds what a site brings to the sums, or takes it away. */
    private void count(int site, int sign) {
        long[] row = costs.row(site);
        int at = slot[first[site]];
        long one = row[first[site]];
        long other = costOf(site, second[site]);
        loss[at] += sign * (other - one);
        if (costs.listsBelow(site, other)) {
            for (int host : costs.near(site)) {
                work++;
                long then = row[host];
                if (then >= other) {
                    break;
                }
                count(host, at, one, other, then, sign);
            }
            return;
        }
        for (int host = 0; host < size; host++) {
            if (row[host] < other) {
                count(host, at, one, other, row[host], sign);
            }
        }
        work += size;
    }

    private void count(int host, int at, long one, long other, long then, int sign) {
        if (slot[host] >= 0) {
            return;
        }
        if (then < one) {
            gain[host] += sign * (one - then);
            extra[host][at] += sign * (other - one);
        } else {
            extra[host][at] += sign * (other - then);
        }
    }
}
