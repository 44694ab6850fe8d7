package org.zhenjie.planner.yardstick;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationPlan.Grant;
import org.zhenjie.planner.allocation.AllocationPlan.Posting;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationProblem.Block;
import org.zhenjie.planner.allocation.AllocationProblem.BlockRule;
import org.zhenjie.planner.allocation.AllocationProblem.Department;
import org.zhenjie.planner.allocation.AllocationProblem.Destination;
import org.zhenjie.planner.allocation.AllocationProblem.GrantLimit;
import org.zhenjie.planner.allocation.AllocationProblem.Place;
import org.zhenjie.planner.allocation.AllocationProblem.Pool;
import org.zhenjie.planner.allocation.AllocationProblem.Town;
import org.zhenjie.planner.allocation.Rule;

/**
 * The plan that a careful person makes by hand: pins first, then each department's blocks, largest first, to the town in reach
 * that needs them most, then each pool in turn divided by an apportionment method. It looks at no distance beyond what is allowed
 * and never goes back on a decision.
 */
public final class Apportionment {

    /** How a pool is divided over its towns. */
    public enum Method {
        /** Highest averages: each post to the town with the largest N / (L + 1/2), counted on from what it holds. */
        WEBSTER,
        /** Largest remainder: shares of the whole by need, the remainders rounded up in order. */
        HAMILTON
    }

    private final AllocationProblem problem;
    private final int[][] level;
    private final int[][] roomOfType;
    private final Map<Grant, Integer> granted = new HashMap<>();
    private final Map<String, Integer> poolLeft = new HashMap<>();
    private final Map<String, Integer> departmentLeft = new HashMap<>();
    private final Map<String, List<GrantLimit>> limits = new HashMap<>();
    private final List<Posting> postings = new ArrayList<>();

    private Apportionment(AllocationProblem problem) {
        this.problem = problem;
        int towns = problem.towns().size();
        level = new int[towns][problem.platforms().size()];
        roomOfType = new int[towns][problem.quotaTypes().size()];
        int[][] ofType = new int[towns][problem.quotaTypes().size()];
        problem.held().forEach(held -> {
            level[held.town()][held.platform()] += held.posts();
            ofType[held.town()][held.quotaType()] += held.posts();
        });
        for (int town = 0; town < towns; town++) {
            for (int type = 0; type < ofType[town].length; type++) {
                int most = problem.isOn(Rule.H3)
                        ? problem.towns().get(town).ceiling().get(type)
                        : Integer.MAX_VALUE;
                roomOfType[town][type] = Math.max(0, most - ofType[town][type]);
            }
        }
        problem.pools().forEach(pool -> poolLeft.put(pool.id(), pool.usable()));
        for (Department department : problem.departments()) {
            departmentLeft.put(department.id(), problem.isOn(Rule.H4) ? department.maySend() : Integer.MAX_VALUE);
        }
        if (problem.isOn(Rule.H8)) {
            problem.grantLimits()
                    .forEach(limit -> limits.computeIfAbsent(limit.pool(), pool -> new ArrayList<>())
                            .add(limit));
        }
    }

    /** Makes the plan. Every rule it can see is kept; where pins ask for the impossible it does what it can. */
    public static AllocationPlan of(AllocationProblem problem, Method method) {
        Apportionment hand = new Apportionment(problem);
        hand.keepPins();
        hand.sendBlocks();
        for (Pool pool : problem.pools()) {
            hand.fillFloors(pool);
        }
        for (Pool pool : problem.pools()) {
            if (method == Method.WEBSTER) {
                hand.divideByWebster(pool);
            } else {
                hand.divideByHamilton(pool);
            }
        }
        return hand.plan();
    }

    private AllocationPlan plan() {
        List<Grant> grants = granted.entrySet().stream()
                .map(entry -> new Grant(
                        entry.getKey().pool(),
                        entry.getKey().town(),
                        entry.getKey().platform(),
                        entry.getValue()))
                .toList();
        return new AllocationPlan(grants, postings);
    }

    private void keepPins() {
        for (Pool pool : problem.pools()) {
            for (GrantLimit limit : limits.getOrDefault(pool.id(), List.of())) {
                while (grantedWithin(limit) < limit.least()) {
                    int platform = limit.platform().orElseGet(() -> neediest(pool, limit.town(), true));
                    if (platform < 0 || !grant(pool, limit.town(), platform)) {
                        break;
                    }
                }
            }
        }
    }

    private void sendBlocks() {
        Map<String, BlockRule> rules = new HashMap<>();
        if (problem.isOn(Rule.H8)) {
            problem.blockRules().forEach(rule -> rules.put(rule.block(), rule));
        }
        List<Block> mustGo = problem.blocks().stream()
                .filter(block ->
                        rules.containsKey(block.id()) && !rules.get(block.id()).mayStay())
                .toList();
        mustGo.forEach(block -> send(block, rules.get(block.id())));
        problem.blocks().stream()
                .filter(block -> !mustGo.contains(block))
                .sorted(Comparator.comparingInt(Block::size).reversed().thenComparing(Block::id))
                .forEach(block -> send(block, rules.get(block.id())));
    }

    private void send(Block block, BlockRule rule) {
        if (departmentLeft.get(block.department()) < block.size()) {
            return;
        }
        Place best = null;
        double bestClaim = 0;
        for (Destination destination : block.destinations()) {
            int town = destination.town();
            boolean closed = problem.isOn(Rule.H6) && destination.metres() > block.farthestMetres()
                    || roomOfType[town][block.quotaType()] < block.size();
            Place place = closed ? null : bestPlatform(block, town, rule);
            if (place != null) {
                double claim = (double) problem.towns().get(town).totalNeed() / (levelOf(town) + 0.5);
                if (best == null || claim > bestClaim) {
                    best = place;
                    bestClaim = claim;
                }
            }
        }
        if (best != null) {
            postings.add(new Posting(block.id(), best.town(), best.platform()));
            level[best.town()][best.platform()] += block.size();
            roomOfType[best.town()][block.quotaType()] -= block.size();
            departmentLeft.merge(block.department(), -block.size(), Integer::sum);
        }
    }

    /** The open platform of a town with the largest shortfall, one whose skills the block has before any other. */
    private Place bestPlatform(Block block, int town, BlockRule rule) {
        Place best = null;
        long bestValue = Long.MIN_VALUE;
        for (int platform = 0; platform < problem.platforms().size(); platform++) {
            Place place = new Place(town, platform);
            if (rule != null && !rule.places().contains(place)) {
                continue;
            }
            Town unit = problem.towns().get(town);
            long shortfall = Math.max(0, unit.need().get(platform) - level[town][platform]);
            long value = Math.min(shortfall, block.size()) * 4L
                    + (block.fits().contains(platform) ? block.size() * 2L : 0)
                    + (level[town][platform] < unit.floor().get(platform) ? block.size() * 4L : 0);
            if (value > bestValue) {
                best = place;
                bestValue = value;
            }
        }
        return best;
    }

    private void fillFloors(Pool pool) {
        for (int town : towns(pool)) {
            Town unit = problem.towns().get(town);
            for (int platform = 0; platform < unit.floor().size() && problem.isOn(Rule.H7); platform++) {
                boolean open = true;
                while (open && level[town][platform] < unit.floor().get(platform)) {
                    open = grant(pool, town, platform);
                }
            }
        }
    }

    private void divideByWebster(Pool pool) {
        boolean granting = true;
        while (granting && poolLeft.get(pool.id()) > 0) {
            granting = false;
            double best = 0;
            int bestTown = -1;
            for (int town : towns(pool)) {
                double claim = problem.towns().get(town).totalNeed() / (levelOf(town) + 0.5);
                if (claim > best && neediest(pool, town, false) >= 0) {
                    best = claim;
                    bestTown = town;
                }
            }
            if (bestTown >= 0) {
                granting = grant(pool, bestTown, neediest(pool, bestTown, false));
            }
        }
    }

    private void divideByHamilton(Pool pool) {
        List<Integer> towns = towns(pool);
        long need = towns.stream()
                .mapToLong(town -> problem.towns().get(town).totalNeed())
                .sum();
        if (need == 0) {
            return;
        }
        long whole = towns.stream().mapToLong(this::levelOf).sum() + poolLeft.get(pool.id());
        Map<Integer, Long> share = new HashMap<>();
        Map<Integer, Long> remainder = new HashMap<>();
        for (int town : towns) {
            long product = whole * problem.towns().get(town).totalNeed();
            share.put(town, product / need);
            remainder.put(town, product % need);
        }
        long left = whole - share.values().stream().mapToLong(Long::longValue).sum();
        List<Integer> byRemainder = towns.stream()
                .sorted(Comparator.comparing((Integer town) -> remainder.get(town))
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        for (int town : byRemainder.subList(0, (int) left)) {
            share.merge(town, 1L, Long::sum);
        }
        for (int town : byRemainder) {
            boolean open = true;
            while (open && levelOf(town) < share.get(town)) {
                int platform = neediest(pool, town, false);
                open = platform >= 0 && grant(pool, town, platform);
            }
        }
        divideByWebster(pool);
    }

    /** The platform of a town with the largest shortfall that the pool may grant to; -1 if there is none. */
    private int neediest(Pool pool, int town, boolean beyondNeed) {
        int best = -1;
        int bestShortfall = beyondNeed ? Integer.MIN_VALUE : 0;
        for (int platform = 0; platform < problem.platforms().size(); platform++) {
            int shortfall = problem.towns().get(town).need().get(platform) - level[town][platform];
            if (shortfall > bestShortfall && mayGrant(pool, town, platform)) {
                best = platform;
                bestShortfall = shortfall;
            }
        }
        return best;
    }

    private boolean mayGrant(Pool pool, int town, int platform) {
        if (poolLeft.get(pool.id()) <= 0 && problem.isOn(Rule.H1) || roomOfType[town][pool.quotaType()] <= 0) {
            return false;
        }
        return limits.getOrDefault(pool.id(), List.of()).stream()
                .filter(limit -> covers(limit, town, platform))
                .allMatch(limit -> grantedWithin(limit) < limit.most());
    }

    private static boolean covers(GrantLimit limit, int town, int platform) {
        OptionalInt only = limit.platform();
        return limit.town() == town && (only.isEmpty() || only.getAsInt() == platform);
    }

    private int grantedWithin(GrantLimit limit) {
        int sum = 0;
        for (int platform = 0; platform < problem.platforms().size(); platform++) {
            if (covers(limit, limit.town(), platform)) {
                sum += granted.getOrDefault(new Grant(limit.pool(), limit.town(), platform, 0), 0);
            }
        }
        return sum;
    }

    private boolean grant(Pool pool, int town, int platform) {
        if (!mayGrant(pool, town, platform)) {
            return false;
        }
        granted.merge(new Grant(pool.id(), town, platform, 0), 1, Integer::sum);
        poolLeft.merge(pool.id(), -1, Integer::sum);
        roomOfType[town][pool.quotaType()]--;
        level[town][platform]++;
        return true;
    }

    private List<Integer> towns(Pool pool) {
        if (problem.isOn(Rule.H2)) {
            return pool.serves().stream().sorted().toList();
        }
        List<Integer> all = new ArrayList<>();
        for (int town = 0; town < problem.towns().size(); town++) {
            all.add(town);
        }
        return all;
    }

    private long levelOf(int town) {
        long sum = 0;
        for (int posts : level[town]) {
            sum += posts;
        }
        return sum;
    }
}
