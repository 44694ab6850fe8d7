package org.zhenjie.planner.greedy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationPlan.Grant;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationProblem.Held;
import org.zhenjie.planner.allocation.AllocationProblem.Pool;
import org.zhenjie.planner.allocation.AllocationProblem.Town;
import org.zhenjie.planner.allocation.PlanScore.Balance;
import org.zhenjie.planner.allocation.Rule;

/**
 * Each pool in turn, post by post to the place where it gains most: floors (H7) before need (M1) before balance (S1, S2), as long as it gains
 * anything. With one pool and nothing but pool size, jurisdiction, ceilings, floors, need and balance that is a best plan, up to the rounding of
 * the squares, since all of them are convex and nested (platform in town in county); staff blocks stay, pins are not looked at.
 */
public final class MarginalAllocation {

    /** What one post more in a place brings; a gain never grows when posts are granted elsewhere. */
    private record Gain(boolean floor, boolean need, long cost) implements Comparable<Gain> {
        boolean isAny() {
            return floor || need || cost > 0;
        }

        @Override
        public int compareTo(Gain other) {
            return Comparator.comparing(Gain::floor)
                    .thenComparing(Gain::need)
                    .thenComparing(Gain::cost)
                    .compare(this, other);
        }
    }

    private record Offer(int town, int platform, Gain gain) {}

    private final AllocationProblem problem;
    private final Balance balance;
    private final int[][] level;
    private final int[] levelOfTown;
    private final long[] levelOfCounty;
    private final long[] needOfCounty;
    private final int[][] room;

    private MarginalAllocation(AllocationProblem problem) {
        this.problem = problem;
        balance = Balance.of(problem);
        int towns = problem.towns().size();
        level = new int[towns][problem.platforms().size()];
        levelOfTown = new int[towns];
        levelOfCounty = new long[problem.counties().size()];
        needOfCounty = new long[problem.counties().size()];
        room = new int[towns][problem.quotaTypes().size()];
        for (int town = 0; town < towns; town++) {
            Town unit = problem.towns().get(town);
            needOfCounty[unit.county()] += unit.totalNeed();
            for (int type = 0; type < room[town].length; type++) {
                room[town][type] = problem.isOn(Rule.H3) ? unit.ceiling().get(type) : Integer.MAX_VALUE;
            }
        }
        for (Held held : problem.held()) {
            come(held.town(), held.platform(), held.quotaType(), held.posts());
        }
    }

    /** The plan. */
    public static AllocationPlan of(AllocationProblem problem) {
        MarginalAllocation greedy = new MarginalAllocation(problem);
        List<Grant> grants = new ArrayList<>();
        problem.pools().forEach(pool -> grants.addAll(greedy.grants(pool)));
        return new AllocationPlan(grants, List.of());
    }

    private void come(int town, int platform, int quotaType, int posts) {
        level[town][platform] += posts;
        levelOfTown[town] += posts;
        levelOfCounty[problem.towns().get(town).county()] += posts;
        room[town][quotaType] -= posts;
    }

    private List<Grant> grants(Pool pool) {
        PriorityQueue<Offer> offers = new PriorityQueue<>(Comparator.comparing(Offer::gain)
                .reversed()
                .thenComparing(Offer::town)
                .thenComparing(Offer::platform));
        for (int town = 0; town < level.length; town++) {
            for (int platform = 0; platform < problem.platforms().size(); platform++) {
                if (!problem.isOn(Rule.H2) || pool.serves(town, platform)) {
                    offers.add(offer(town, platform));
                }
            }
        }
        Map<Grant, Integer> granted = new HashMap<>();
        int left = pool.usable();
        while (left > 0 && !offers.isEmpty()) {
            Offer best = offers.remove();
            Offer now = offer(best.town(), best.platform());
            if (room[best.town()][pool.quotaType()] <= 0 || !now.gain().isAny()) {
                continue; // neither comes back
            }
            if (now.gain().equals(best.gain())) {
                come(best.town(), best.platform(), pool.quotaType(), 1);
                granted.merge(new Grant(pool.id(), best.town(), best.platform(), 0), 1, Integer::sum);
                left--;
                now = offer(best.town(), best.platform());
            }
            offers.add(now);
        }
        return granted.entrySet().stream()
                .map(entry -> new Grant(
                        pool.id(), entry.getKey().town(), entry.getKey().platform(), entry.getValue()))
                .toList();
    }

    private Offer offer(int town, int platform) {
        Town unit = problem.towns().get(town);
        int county = unit.county();
        int there = level[town][platform];
        long cost = problem.weight(Rule.S1) * gain(levelOfTown[town], unit.totalNeed())
                + problem.weight(Rule.S2) * gain(levelOfCounty[county], needOfCounty[county]);
        return new Offer(
                town,
                platform,
                new Gain(
                        problem.isOn(Rule.H7) && there < unit.floor().get(platform),
                        problem.isOn(Rule.M1) && there < unit.need().get(platform),
                        cost));
    }

    private long gain(long posts, long need) {
        return balance.cost(posts, need) - balance.cost(posts + 1, need);
    }
}
