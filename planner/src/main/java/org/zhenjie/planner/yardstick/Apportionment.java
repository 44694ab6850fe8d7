package org.zhenjie.planner.yardstick;

import static java.util.function.Predicate.not;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
import org.zhenjie.planner.allocation.TownRules.Cell;
import org.zhenjie.planner.allocation.TownRules.Field;
import org.zhenjie.planner.allocation.TownRules.Power;
import org.zhenjie.planner.allocation.TownRules.Skilled;
import org.zhenjie.planner.allocation.TownRules.TownPower;

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
    /** Posts that may still stand in, by town, platform and quota type; absent = as many as there are. */
    private final Map<Cell, Integer> roomToStandIn = new HashMap<>();

    private final Map<Grant, Integer> granted = new HashMap<>();
    private final Map<String, Integer> poolLeft = new HashMap<>();
    private final Map<String, Integer> departmentLeft = new HashMap<>();
    /** Pins and bans by pool and town. */
    private final Map<String, Map<Integer, List<GrantLimit>>> limits = new HashMap<>();

    private final Map<String, BlockRule> rules = new HashMap<>();
    private final List<Posting> postings = new ArrayList<>();
    private final Set<String> sent = new HashSet<>();

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
        if (problem.isOn(Rule.H12)) {
            roomToStandIn.putAll(problem.roomToStandIn());
        }
        problem.pools().forEach(pool -> poolLeft.put(pool.id(), pool.usable()));
        for (Department department : problem.departments()) {
            departmentLeft.put(department.id(), problem.isOn(Rule.H4) ? department.maySend() : Integer.MAX_VALUE);
        }
        if (problem.isOn(Rule.H8)) {
            problem.blockRules().forEach(rule -> rules.put(rule.block(), rule));
            problem.grantLimits()
                    .forEach(limit -> limits.computeIfAbsent(limit.pool(), pool -> new TreeMap<>())
                            .computeIfAbsent(limit.town(), town -> new ArrayList<>())
                            .add(limit));
        }
    }

    private boolean mayStandIn(int town, int platform, int quotaType, int posts) {
        return roomToStandIn.getOrDefault(new Cell(town, platform, quotaType), Integer.MAX_VALUE) >= posts;
    }

    private void standIn(int town, int platform, int quotaType, int posts) {
        roomToStandIn.computeIfPresent(new Cell(town, platform, quotaType), (cell, room) -> room - posts);
    }

    /** Makes the plan. Every rule it can see is kept; where pins ask for the impossible it does what it can. */
    public static AllocationPlan of(AllocationProblem problem, Method method) {
        Apportionment hand = new Apportionment(problem);
        hand.keepPins();
        hand.staffPowers();
        hand.sendBlocks();
        for (Pool pool : problem.pools()) {
            hand.fillFloors(pool);
        }
        hand.fillFields();
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
            limits.getOrDefault(pool.id(), Map.of())
                    .values()
                    .forEach(ofTown -> ofTown.forEach(limit -> keepPin(pool, limit)));
        }
    }

    private void keepPin(Pool pool, GrantLimit limit) {
        boolean open = true;
        while (open && grantedWithin(limit) < limit.least()) {
            int platform = limit.platform().orElseGet(() -> neediest(pool, limit.town(), true));
            open = platform >= 0 && grant(pool, limit.town(), platform);
        }
    }

    /** Towns that take powers get the people these ask for, from the largest block that is free down. */
    private void staffPowers() {
        if (!problem.isOn(Rule.H5)) {
            return;
        }
        Map<Skilled, Integer> people = new HashMap<>();
        problem.townRules().skilled().forEach(one -> people.put(new Skilled(one.town(), one.skill(), 0), one.people()));
        for (TownPower one : problem.townRules().townPowers()) {
            Power power = problem.townRules().powers().get(one.power());
            Skilled key = new Skilled(one.town(), power.skill(), 0);
            boolean open = !one.open();
            while (open && people.getOrDefault(key, 0) < power.people()) {
                Optional<Block> found = problem.blocks().stream()
                        .filter(block -> block.skills().contains(power.skill()) && !sent.contains(block.id()))
                        .filter(block -> mayGo(block, one.town()))
                        .max(Comparator.comparingInt(Block::size));
                found.ifPresent(block -> {
                    post(block, bestPlatform(block, one.town(), rules.get(block.id())));
                    block.skills()
                            .forEach(skill ->
                                    people.merge(new Skilled(one.town(), skill, 0), block.size(), Integer::sum));
                });
                open = found.isPresent();
            }
        }
    }

    private boolean mayGo(Block block, int town) {
        return departmentLeft.get(block.department()) >= block.size()
                && block.destinations().stream()
                        .filter(destination -> destination.town() == town)
                        .anyMatch(destination -> isOpen(block, destination))
                && bestPlatform(block, town, rules.get(block.id())) != null;
    }

    private boolean isOpen(Block block, Destination destination) {
        boolean isTooFar = problem.isOn(Rule.H6) && destination.metres() > block.farthestMetres();
        return !isTooFar && roomOfType[destination.town()][block.quotaType()] >= block.size();
    }

    private void sendBlocks() {
        Map<Boolean, List<Block>> blocks = problem.blocks().stream()
                .collect(Collectors.partitioningBy(block ->
                        rules.containsKey(block.id()) && !rules.get(block.id()).mayStay()));
        blocks.get(true).forEach(block -> send(block, rules.get(block.id())));
        blocks.get(false).stream()
                .sorted(Comparator.comparingInt(Block::size).reversed().thenComparing(Block::id))
                .forEach(block -> send(block, rules.get(block.id())));
    }

    private void send(Block block, BlockRule rule) {
        if (sent.contains(block.id()) || departmentLeft.get(block.department()) < block.size()) {
            return;
        }
        Place best = null;
        double bestClaim = 0;
        for (Destination destination : block.destinations()) {
            int town = destination.town();
            Place place = isOpen(block, destination) ? bestPlatform(block, town, rule) : null;
            if (place != null) {
                double claim = (double) problem.towns().get(town).totalNeed() / (levelOf(town) + 0.5);
                if (best == null || claim > bestClaim) {
                    best = place;
                    bestClaim = claim;
                }
            }
        }
        if (best != null) {
            post(block, best);
        }
    }

    private void post(Block block, Place place) {
        sent.add(block.id());
        postings.add(new Posting(block.id(), place.town(), place.platform()));
        level[place.town()][place.platform()] += block.size();
        roomOfType[place.town()][block.quotaType()] -= block.size();
        standIn(place.town(), place.platform(), block.quotaType(), block.size());
        departmentLeft.merge(block.department(), -block.size(), Integer::sum);
    }

    /** The open platform of a town with the largest shortfall, one whose skills the block has before any other. */
    private Place bestPlatform(Block block, int town, BlockRule rule) {
        Place best = null;
        long bestValue = Long.MIN_VALUE;
        for (int platform = 0; platform < problem.platforms().size(); platform++) {
            Place place = new Place(town, platform);
            if (rule != null && !rule.places().contains(place)
                    || !mayStandIn(town, platform, block.quotaType(), block.size())) {
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

    /** Posts for the platforms of each field, from each pool in turn, to the town and platform that lacks most. */
    private void fillFields() {
        for (Field field : problem.isOn(Rule.H10) ? problem.townRules().fields() : List.<Field>of()) {
            List<Place> places = field.towns().stream()
                    .flatMap(town -> field.platforms().stream().map(platform -> new Place(town, platform)))
                    .sorted()
                    .toList();
            long lacking = field.least()
                    - places.stream()
                            .mapToLong(place -> level[place.town()][place.platform()])
                            .sum();
            for (Pool pool : problem.pools()) {
                boolean open = true;
                while (open && lacking > 0) {
                    Optional<Place> place = places.stream()
                            .filter(one -> mayGrant(pool, one.town(), one.platform()))
                            .max(Comparator.comparingInt(this::shortfall));
                    open = place.isPresent()
                            && grant(pool, place.get().town(), place.get().platform());
                    lacking -= open ? 1 : 0;
                }
            }
        }
    }

    private int shortfall(Place place) {
        return problem.towns().get(place.town()).need().get(place.platform()) - level[place.town()][place.platform()];
    }

    private void divideByWebster(Pool pool) {
        PriorityQueue<Claim> claims = new PriorityQueue<>(
                Comparator.comparingDouble(Claim::size).reversed().thenComparing(Claim::town));
        towns(pool).forEach(town -> claims.add(claim(town)));
        while (!claims.isEmpty() && poolLeft.get(pool.id()) > 0) {
            int town = claims.remove().town();
            int platform = neediest(pool, town, false);
            // a town that has no place for a post of this pool will not have one later
            if (platform >= 0 && grant(pool, town, platform)) {
                claims.add(claim(town));
            }
        }
    }

    private record Claim(int town, double size) {}

    private Claim claim(int town) {
        return new Claim(town, need(town) / (levelOf(town) + 0.5));
    }

    private void divideByHamilton(Pool pool) {
        Map<Integer, Long> share = shares(pool);
        for (int town : share.keySet()) {
            boolean open = true;
            while (open && levelOf(town) < share.get(town)) {
                int platform = neediest(pool, town, false);
                open = platform >= 0 && grant(pool, town, platform);
            }
        }
        divideByWebster(pool);
    }

    /** Levels by largest remainder, of what the towns and the pool have together; towns that have more than that stand aside. */
    private Map<Integer, Long> shares(Pool pool) {
        List<Integer> towns =
                towns(pool).stream().filter(town -> need(town) > 0).toList();
        Whole whole = new Whole(pool, towns);
        while (towns.stream().anyMatch(whole::isExceededBy)) {
            towns = towns.stream().filter(not(whole::isExceededBy)).toList();
            whole = new Whole(pool, towns);
        }
        List<Integer> byRemainder = towns.stream()
                .sorted(Comparator.comparing(whole::remainder).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
        Map<Integer, Long> shares = new LinkedHashMap<>();
        for (int town : byRemainder) {
            shares.put(town, whole.share(town));
        }
        long left = whole.posts
                - shares.values().stream().mapToLong(Long::longValue).sum();
        byRemainder.stream().limit(left).forEach(town -> shares.merge(town, 1L, Long::sum));
        return shares;
    }

    /** What some towns and a pool have together, shared out by need. */
    private final class Whole {
        private final long posts;
        private final long need;

        Whole(Pool pool, List<Integer> towns) {
            posts = towns.stream().mapToLong(Apportionment.this::levelOf).sum() + Math.max(0, poolLeft.get(pool.id()));
            need = towns.stream().mapToLong(Apportionment.this::need).sum();
        }

        long share(int town) {
            return posts * need(town) / need;
        }

        long remainder(int town) {
            return posts * need(town) % need;
        }

        boolean isExceededBy(int town) {
            return levelOf(town) * need > posts * need(town);
        }
    }

    private long need(int town) {
        return problem.towns().get(town).totalNeed();
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
        if (problem.isOn(Rule.H2) && !pool.serves(town, platform)) {
            return false;
        }
        if (!mayStandIn(town, platform, pool.quotaType(), 1)) {
            return false;
        }
        return limits.getOrDefault(pool.id(), Map.of()).getOrDefault(town, List.of()).stream()
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
        standIn(town, platform, pool.quotaType(), 1);
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
