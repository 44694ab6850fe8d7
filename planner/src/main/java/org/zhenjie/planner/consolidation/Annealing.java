package org.zhenjie.planner.consolidation;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;

/**
 * Simulated annealing of plans under capacities and a share to cover (Kirkpatrick, Gelatt, Vecchi 1983). A site goes to another host,
 * two sites change hosts, a group gets another of its members as its host, one host closes and another site opens. What is
 * broken is charged; the charge rises while plans break rules and falls while they do not (strategic oscillation).
 */
final class Annealing {
    /** Hosts of a site that are looked at: so many of the nearest. */
    private static final int NEAR = 6;
    /** Sites that hear of a host that opens: so many times those to whom it is one of the nearest on an average. */
    private static final int LISTED_AROUND = 2;
    /** Moves between two looks at the clock and at the charge. */
    static final int BLOCK = 500;
    /** First and last temperature, as parts of the mean cost of a site. */
    private static final double HOT = 0.3;

    private static final double COLD = 0.01;
    /** Of a thousand moves: relocations, new hosts of a group, single sites; the others are swaps. */
    private static final int RELOCATIONS = 50;

    private static final int RECENTRINGS = 75;
    private static final int SHIFTS = 400;
    private static final double DEARER = 1.1;

    private final ConsolidationProblem problem;
    private final MergeCosts costs;
    private final int size;
    private final int keep;
    private final SplittableRandom random;
    private final long[] load;
    private final long[] capacity;
    private final long coverDistance;
    private final long mostBeyond;

    private final int[] host;
    private final int[] kept;
    private final int[] slot;
    private final long[] used;
    private final int[][] members;
    private final int[] memberCount;
    private final int[] place;
    private final int[][] nearKept;
    private long cost;
    private long overload;
    private long beyond;
    private double charge;
    private double temperature;

    private int[] best;
    private long bestBroken = Long.MAX_VALUE;
    private long bestCost = Long.MAX_VALUE;

    private int[] undoSites = new int[64];
    private int[] undoHosts = new int[64];
    private int undoCount;
    private final long[] moved;
    private long moveNumber;

    Annealing(ConsolidationProblem problem, MergeCosts costs, long seed) {
        this.problem = problem;
        this.costs = costs;
        size = problem.size();
        keep = problem.keep();
        random = new SplittableRandom(seed);
        load = new long[size];
        capacity = new long[size];
        for (int site = 0; site < size; site++) {
            load[site] = problem.load(site);
            capacity[site] = problem.sites().get(site).capacity();
        }
        coverDistance = problem.cover().orElse(ConsolidationProblem.CLOSED);
        mostBeyond = problem.totalLoad() - problem.loadToCover();
        host = new int[size];
        kept = new int[keep];
        slot = new int[size];
        used = new long[size];
        members = new int[keep][];
        memberCount = new int[keep];
        place = new int[size];
        moved = new long[size];
        nearKept = new int[size][Math.min(NEAR, keep)];
    }

    /**
     * Anneals from a plan that keeps k sites, which host themselves.
     *
     * @param heat part of the usual first temperature, above 0
     * @param progress how far the annealing is, 0 to 1 and never falling; it ends at 1
     */
    ConsolidationPlan run(ConsolidationPlan start, double heat, DoubleSupplier progress) {
        load(start);
        note();
        if (keep < size) {
            anneal(heat, progress);
        }
        return new ConsolidationPlan(Arrays.stream(best).boxed().toList());
    }

    private void anneal(double heat, DoubleSupplier progress) {
        double mean = Math.max(1e-3, (double) Math.min(cost, problem.dearest()) / size);
        double meanLoad = Math.max(1, (double) problem.totalLoad() / size);
        charge = mean / meanLoad;
        double hot = HOT * heat * mean;
        for (double done = progress.getAsDouble(); done < 1; done = progress.getAsDouble()) {
            temperature = hot * Math.pow(COLD / HOT / heat, done);
            boolean everFeasible = false;
            boolean alwaysFeasible = true;
            for (int i = 0; i < BLOCK; i++) {
                move();
                boolean feasible = broken() == 0;
                everFeasible |= feasible;
                alwaysFeasible &= feasible;
            }
            charge *= alwaysFeasible ? 1 / DEARER : everFeasible ? 1 : DEARER;
        }
    }

    private void load(ConsolidationPlan plan) {
        Arrays.fill(slot, -1);
        Arrays.fill(used, 0);
        Arrays.fill(memberCount, 0);
        int number = 0;
        for (int site : plan.kept()) {
            kept[number] = site;
            members[number] = new int[16];
            slot[site] = number++;
        }
        cost = 0;
        beyond = 0;
        for (int site = 0; site < size; site++) {
            host[site] = plan.hosts().get(site);
            cost += costs.of(site, host[site]);
            beyond += beyond(site, host[site]);
            used[host[site]] += load[site];
            join(site, slot[host[site]]);
        }
        overload = 0;
        for (int site : kept) {
            overload += excess(site, used[site]);
        }
        for (int site = 0; site < size; site++) {
            findNear(site);
        }
    }

    private long broken() {
        return overload + Math.max(0, beyond - mostBeyond);
    }

    private long excess(int site, long hosted) {
        return Math.max(0, hosted - capacity[site]);
    }

    private long beyond(int site, int ofHost) {
        return problem.distances()[site][ofHost] > coverDistance ? load[site] : 0;
    }

    private void note() {
        long broken = broken();
        if (broken < bestBroken || broken == bestBroken && cost < bestCost) {
            bestBroken = broken;
            bestCost = cost;
            best = host.clone();
        }
    }

    private void move() {
        int kind = random.nextInt(1000);
        if (kind < RELOCATIONS) {
            relocate();
        } else if (kind < RELOCATIONS + RECENTRINGS) {
            recentre();
        } else if (kind < RELOCATIONS + RECENTRINGS + SHIFTS) {
            shift();
        } else {
            swap();
        }
    }

    private boolean accepts(double change) {
        return change <= 0 || random.nextDouble() < Math.exp(-change / temperature);
    }

    private double change(long costChange, long overloadChange, long beyondChange) {
        long uncovered = Math.max(0, beyond + beyondChange - mostBeyond) - Math.max(0, beyond - mostBeyond);
        return costChange + charge * (overloadChange + uncovered);
    }

    private void shift() {
        int site = random.nextInt(size);
        int to = drawnNear(site);
        int from = host[site];
        if (from == site || to == from) {
            return;
        }
        long overloads = excess(to, used[to] + load[site])
                - excess(to, used[to])
                + excess(from, used[from] - load[site])
                - excess(from, used[from]);
        if (accepts(
                change(costs.of(site, to) - costs.of(site, from), overloads, beyond(site, to) - beyond(site, from)))) {
            assign(site, to);
            note();
        }
    }

    private void swap() {
        int one = random.nextInt(size);
        int from = host[one];
        int to = drawnNear(one);
        if (from == one || to == from) {
            return;
        }
        int group = slot[to];
        int other = members[group][random.nextInt(memberCount[group])];
        if (other == to) {
            return;
        }
        long more = load[one] - load[other];
        long overloads = excess(to, used[to] + more)
                - excess(to, used[to])
                + excess(from, used[from] - more)
                - excess(from, used[from]);
        long costChange = costs.of(one, to) - costs.of(one, from) + costs.of(other, from) - costs.of(other, to);
        long beyondChange = beyond(one, to) - beyond(one, from) + beyond(other, from) - beyond(other, to);
        if (accepts(change(costChange, overloads, beyondChange))) {
            assign(one, to);
            assign(other, from);
            note();
        }
    }

    private void recentre() {
        int group = random.nextInt(keep);
        if (memberCount[group] < 2) {
            return;
        }
        int to = members[group][random.nextInt(memberCount[group])];
        recentre(group, to, true);
    }

    private void recentre(int group, int to, boolean perhaps) {
        int from = kept[group];
        if (to == from) {
            return;
        }
        long costChange = 0;
        long beyondChange = 0;
        for (int i = 0; i < memberCount[group]; i++) {
            int site = members[group][i];
            costChange += costs.of(site, to) - costs.of(site, from);
            beyondChange += beyond(site, to) - beyond(site, from);
        }
        long overloads = excess(to, used[from]) - excess(from, used[from]);
        double change = change(costChange, overloads, beyondChange);
        if (perhaps ? !accepts(change) : change >= 0) {
            return;
        }
        cost += costChange;
        beyond += beyondChange;
        overload += overloads;
        used[to] = used[from];
        used[from] = 0;
        for (int i = 0; i < memberCount[group]; i++) {
            host[members[group][i]] = to;
        }
        kept[group] = to;
        slot[from] = -1;
        slot[to] = group;
        listOpened(to);
        if (perhaps) {
            note();
        }
    }

    /** One host closes, another site opens; who is concerned settles; all is taken back if that is not accepted. */
    private void relocate() {
        int opens = random.nextInt(size);
        if (slot[opens] >= 0) {
            return;
        }
        int closes = random.nextBoolean() ? kept[random.nextInt(keep)] : drawnNear(opens);
        int group = slot[closes];
        double most = -temperature * Math.log(1 - random.nextDouble());
        if (leastChange(group, closes, opens) > most) {
            return;
        }
        double before = cost + charge * broken();
        undoCount = 0;
        moveNumber++;
        int[] orphans = Arrays.copyOf(members[group], memberCount[group]);
        kept[group] = opens;
        slot[closes] = -1;
        slot[opens] = group;
        listOpened(opens);
        remember(opens);
        memberCount[group] = 0;
        for (int orphan : orphans) {
            place[orphan] = -1;
        }
        assign(opens, opens);
        for (int orphan : orphans) {
            if (orphan != opens) {
                remember(orphan);
                assign(orphan, bestHost(orphan));
            }
        }
        attract(opens);
        settle();
        if (cost + charge * broken() - before <= most) {
            note();
            return;
        }
        takeBack(group, opens, closes);
    }

    /** What a relocation changes at least: every site concerned to its nearest host, and nothing broken any more. */
    private double leastChange(int group, int closes, int opens) {
        double least = -charge * (excess(closes, used[closes]) + Math.max(0, beyond - mostBeyond));
        for (int i = 0; i < memberCount[group]; i++) {
            int site = members[group][i];
            int[] near = near(site);
            int other = near[near[0] == closes ? Math.min(1, near.length - 1) : 0];
            long next = other == closes ? costs.forbidden() : costs.of(site, other);
            least += Math.min(costs.of(site, opens), next) - costs.of(site, closes);
        }
        int[] near = costs.near(opens);
        int reach = reach(near);
        for (int i = 0; i < reach; i++) {
            int site = near[i];
            if (host[site] != closes) {
                int from = host[site];
                double now = costs.of(site, from) + charge * Math.min(load[site], excess(from, used[from]));
                least += Math.min(0, Math.min(costs.of(site, opens), costs.of(site, near(site)[0])) - now);
            }
        }
        return least;
    }

    private int reach(int[] near) {
        return Math.min(near.length, 3 * size / keep);
    }

    private void takeBack(int group, int opens, int closes) {
        // whoever is still with the one that opened came from somewhere else, and is in the list
        kept[group] = closes;
        slot[opens] = -1;
        slot[closes] = group;
        int[] left = Arrays.copyOf(members[group], memberCount[group]);
        memberCount[group] = 0;
        for (int site : left) {
            place[site] = -1;
        }
        for (int i = 0; i < undoCount; i++) {
            assign(undoSites[i], undoHosts[i]);
        }
        listOpened(closes);
    }

    /** Notes where a site was before the move; only the first time that the move changes it. */
    private void remember(int site) {
        if (moved[site] == moveNumber) {
            return;
        }
        moved[site] = moveNumber;
        if (undoCount == undoSites.length) {
            undoSites = Arrays.copyOf(undoSites, 2 * undoCount);
            undoHosts = Arrays.copyOf(undoHosts, 2 * undoCount);
        }
        undoSites[undoCount] = site;
        undoHosts[undoCount++] = host[site];
    }

    /** The near host that is cheapest with what it breaks. */
    private int bestHost(int site) {
        int[] near = near(site);
        int best = near[0];
        double least = Double.POSITIVE_INFINITY;
        for (int to : near) {
            long more = to == host[site] ? 0 : load[site];
            double price = costs.of(site, to)
                    + charge * (excess(to, used[to] + more) - excess(to, used[to] + more - load[site]));
            if (price < least) {
                least = price;
                best = to;
            }
        }
        return best;
    }

    /** Sites around a host that has just opened come to it where that pays. */
    private void attract(int to) {
        int[] near = costs.near(to);
        int reach = reach(near);
        for (int i = 0; i < reach; i++) {
            settle(near[i]);
        }
    }

    private void settle() {
        int touched = undoCount;
        for (int i = 0; i < touched; i++) {
            settle(undoSites[i]);
        }
    }

    private void settle(int site) {
        if (slot[site] < 0) {
            int to = bestHost(site);
            if (to != host[site]) {
                remember(site);
                assign(site, to);
            }
        }
    }

    private void assign(int site, int to) {
        int from = host[site];
        cost += costs.of(site, to) - costs.of(site, from);
        beyond += beyond(site, to) - beyond(site, from);
        overload += excess(from, used[from] - load[site]) - excess(from, used[from]);
        used[from] -= load[site];
        overload += excess(to, used[to] + load[site]) - excess(to, used[to]);
        used[to] += load[site];
        if (place[site] >= 0) {
            leave(site, slot[from]);
        }
        host[site] = to;
        join(site, slot[to]);
    }

    private void leave(int site, int group) {
        int last = members[group][--memberCount[group]];
        members[group][place[site]] = last;
        place[last] = place[site];
    }

    private void join(int site, int group) {
        if (memberCount[group] == members[group].length) {
            members[group] = Arrays.copyOf(members[group], 2 * memberCount[group]);
        }
        place[site] = memberCount[group];
        members[group][memberCount[group]++] = site;
    }

    /** Sites around a host that has just opened take it into their lists. */
    private void listOpened(int opened) {
        int[] around = costs.near(opened);
        int reach = Math.min(around.length, LISTED_AROUND * NEAR * size / keep + NEAR);
        for (int i = 0; i < reach; i++) {
            int site = around[i];
            int[] list = nearKept[site];
            if (costs.of(site, opened) < costs.of(site, list[list.length - 1])) {
                findNear(site);
            }
        }
    }

    /** Kept hosts near a site. Its list is made anew only when it is looked at and one of them has closed. */
    private int[] near(int site) {
        int[] list = nearKept[site];
        for (int listed : list) {
            if (slot[listed] < 0) {
                findNear(site);
                break;
            }
        }
        return list;
    }

    private int drawnNear(int site) {
        int[] list = nearKept[site];
        int rank = random.nextInt(list.length);
        if (slot[list[rank]] < 0) {
            findNear(site);
        }
        return list[rank];
    }

    /** The nearest hosts; where fewer are open to the site, the rest of its list holds the first of them again. */
    private void findNear(int site) {
        int[] near = nearKept[site];
        int number = 0;
        for (int candidate : costs.near(site)) {
            if (slot[candidate] >= 0) {
                near[number++] = candidate;
                if (number == near.length) {
                    return;
                }
            }
        }
        int fill = number > 0 ? near[0] : host[site];
        Arrays.fill(near, number, near.length, slot[fill] >= 0 ? fill : kept[0]);
    }
}
