package org.zhenjie.planner.yardstick;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.zhenjie.planner.allocation.AllocationPlan.Grant;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationProblem.Block;
import org.zhenjie.planner.allocation.AllocationProblem.Department;
import org.zhenjie.planner.allocation.AllocationProblem.Destination;
import org.zhenjie.planner.allocation.AllocationProblem.Place;
import org.zhenjie.planner.allocation.AllocationProblem.Pool;
import org.zhenjie.planner.allocation.AllocationProblem.Town;
import org.zhenjie.planner.allocation.Rule;

/**
 * The problem with blocks taken as single people, as a circulation of least cost. Posts flow from pools and departments to quota
 * types in towns (H3), to platforms (H7, M1), to towns (S1), to counties (S2) and back to the ground; S1, S2 and M1 are convex arcs.
 *
 * <p>It is exact where every block is one person and no cost or pin tells platforms apart under a ceiling that can bind; else it
 * is a relaxation: rounding whole blocks, and the platform a capped post goes to, can only cost more.
 *
 * <p>Some blocks may be fixed; they count like posts held, and the rest is solved around them.
 */
final class AllocationNetwork {

    /** A place in a town whose platform is open. */
    static final int ANY = -1;

    /** People of a group that the flow sends to a town. */
    record Sent(BlockGroup group, int town, long people) {}

    private record CostedArc(int arc, long shortfall, long cost) {}

    private record SentArc(int arc, BlockGroup group, int town, int platform) {}

    private record Skilled(int town, int type, Set<Integer> fits) {}

    private record GrantArc(int arc, Pool pool, int town, int platform) {}

    private final AllocationProblem problem;
    private final Map<String, Place> fixed;
    private final long widening;
    /** Towns and types whose ceiling the network holds; a flow that breaks another one is solved again with it. */
    private final boolean[][] capped;

    private final List<BlockGroup> groups;
    private final Map<String, List<BlockGroup>> groupsOf;
    private final Map<String, Long> fixedSent = new HashMap<>();
    private final Map<String, Map<Integer, GrantWishes>> wishes;
    /** Posts of one pool beyond which no plan gets better, where H1 does not count. */
    private final long ofUse;

    private final long totalNeed;
    private final long totalSupply;
    /** Price of one post below a floor, or of a block that must go: above anything that M1 can gain on one cycle. */
    private final long must;

    private final CirculationNetwork network = new CirculationNetwork();
    private final int ground = network.node();
    private final int[] countyNode;
    private final int[] townNode;
    private final int[][] cellNode;
    private final int[][] typeNode;
    private final int[][][] typeToCell;
    private final int[][] heldCell;
    private final int[][] heldType;
    private final long[][] inflowOfType;
    private final Map<Integer, Long> mustArcs = new LinkedHashMap<>();
    private final List<CostedArc> costed = new ArrayList<>();
    private final List<SentArc> sentArcs = new ArrayList<>();
    private final List<GrantArc> grantArcs = new ArrayList<>();
    private final Map<Skilled, Integer> skillNodes = new HashMap<>();
    private final Map<Integer, Skilled> skillArcs = new LinkedHashMap<>();
    private final List<Integer> levelEnds = new ArrayList<>();
    private boolean exact = true;
    private boolean contradictory;
    private long baseShortfall;
    private long baseCost;

    private AllocationNetwork(AllocationProblem problem, Map<String, Place> fixed, long widening, boolean[][] capped) {
        this.problem = problem;
        this.fixed = fixed;
        this.widening = widening;
        this.capped = capped;
        int towns = problem.towns().size();
        int platforms = problem.platforms().size();
        int types = problem.quotaTypes().size();
        countyNode = new int[problem.counties().size()];
        townNode = new int[towns];
        cellNode = new int[towns][platforms];
        typeNode = new int[towns][types];
        typeToCell = new int[towns][types][platforms];
        heldCell = new int[towns][platforms];
        heldType = new int[towns][types];
        inflowOfType = new long[towns][types];
        must = 4L + (long) towns * platforms;
        totalNeed = problem.ratio().need();
        totalSupply = problem.ratio().supply();
        groups = BlockGroup.of(problem, block -> !fixed.containsKey(block.id()));
        groupsOf = groups.stream()
                .collect(Collectors.groupingBy(group -> group.kind().department()));
        wishes = GrantWishes.of(problem);
        ofUse = ofUse();
    }

    /**
     * Builds and solves the network of a problem.
     *
     * @param fixed blocks whose decision is taken: a place, or {@link BlockGroup#STAYED}
     * @param stop asked now and then whether to give up
     * @throws java.util.concurrent.CancellationException when it gave up
     */
    static AllocationNetwork solve(AllocationProblem problem, Map<String, Place> fixed, BooleanSupplier stop) {
        return solve(
                problem,
                fixed,
                new boolean[problem.towns().size()][problem.quotaTypes().size()],
                stop);
    }

    /** The network of the same problem with other blocks fixed; it starts out with the ceilings that bound in this one. */
    AllocationNetwork solveAgain(Map<String, Place> nowFixed, BooleanSupplier stop) {
        return solve(problem, nowFixed, capped, stop);
    }

    private static AllocationNetwork solve(
            AllocationProblem problem, Map<String, Place> fixed, boolean[][] capped, BooleanSupplier stop) {
        long widening = 1;
        while (true) {
            AllocationNetwork network = new AllocationNetwork(problem, fixed, widening, capped);
            network.build();
            network.network.solve(stop);
            // where no level reaches the end of its arcs, the arcs beyond, each dearer than the last, would stay empty
            // too
            if (network.levelEnds.stream().anyMatch(arc -> network.network.flow(arc) > 0)) {
                widening *= 4;
            } else if (!network.capOverfull(capped)) {
                return network;
            }
        }
    }

    /** Marks the ceilings that the flow breaks or nearly reaches; false when it breaks none. */
    private boolean capOverfull(boolean[][] ceilings) {
        long[][] flow = new long[townNode.length][problem.quotaTypes().size()];
        for (int town = 0; town < flow.length; town++) {
            for (int type = 0; type < flow[town].length; type++) {
                for (int arc : typeToCell[town][type]) {
                    flow[town][type] += network.flow(arc);
                }
            }
        }
        sentArcs.stream()
                .filter(arc -> arc.platform() != ANY)
                .forEach(arc -> flow[arc.town()][arc.group().kind().quotaType()] += network.flow(arc.arc()));
        skillArcs.forEach((arc, skilled) -> flow[skilled.town()][skilled.type()] += network.flow(arc));
        grantArcs.stream()
                .filter(arc -> arc.platform() != ANY)
                .forEach(arc -> flow[arc.town()][arc.pool().quotaType()] += network.flow(arc.arc()));
        boolean found = false;
        for (int town = 0; town < flow.length; town++) {
            for (int type = 0; type < flow[town].length; type++) {
                long room = ceilingRoom(town, type);
                found |= flow[town][type] > room;
                // one that is nearly reached is likely to be next
                ceilings[town][type] |= flow[town][type] > room - room / 8;
            }
        }
        return found;
    }

    /** Whether the hard rules can be kept. */
    boolean isFeasible() {
        return !contradictory
                && mustArcs.entrySet().stream().allMatch(arc -> network.flow(arc.getKey()) == arc.getValue());
    }

    /** Whether the flow is a plan, and not only a bound on plans. */
    boolean isExact() {
        return exact;
    }

    /** Least posts short of need. */
    long shortfall() {
        return baseShortfall
                + costed.stream()
                        .mapToLong(arc -> arc.shortfall() * network.flow(arc.arc()))
                        .sum();
    }

    /** Least soft cost at that shortfall. */
    long cost() {
        return baseCost
                + costed.stream()
                        .mapToLong(arc -> arc.cost() * network.flow(arc.arc()))
                        .sum();
    }

    /** Where the flow sends people. */
    List<Sent> sent() {
        return sentArcs.stream()
                .filter(arc -> network.flow(arc.arc()) > 0)
                .map(arc -> new Sent(arc.group(), arc.town(), network.flow(arc.arc())))
                .toList();
    }

    /** A town that a group could go to, and what each person more there would cost beyond the flow's own choice. */
    record Choice(BlockGroup group, int town, long regret) {}

    /** Every town that every group could go to without harm to the least shortfall. */
    List<Choice> choices() {
        return sentArcs.stream()
                .filter(arc -> !network.harmsFirstGoal(arc.arc()))
                .map(arc -> new Choice(arc.group(), arc.town(), Math.max(0, network.reducedCost(arc.arc()))))
                .toList();
    }

    /**
     * The pool posts that the flow grants. Where the flow does not tell the platform of a post, the platforms of the town and
     * type are filled in turn; people of blocks that are not fixed count after the pools.
     */
    List<Grant> grants() {
        long[][][] room = new long[townNode.length][problem.quotaTypes().size()]
                [problem.platforms().size()];
        for (int town = 0; town < room.length; town++) {
            for (int type = 0; type < room[town].length; type++) {
                for (int platform = 0; platform < room[town][type].length; platform++) {
                    room[town][type][platform] = network.flow(typeToCell[town][type][platform]);
                }
            }
        }
        Map<Grant, Integer> posts = new LinkedHashMap<>();
        for (GrantArc arc : grantArcs) {
            long left = network.flow(arc.arc());
            if (arc.platform() != ANY) {
                add(posts, arc, arc.platform(), left);
                continue;
            }
            long[] open = room[arc.town()][arc.pool().quotaType()];
            for (int platform = 0; platform < open.length; platform++) {
                long number = Math.min(left, open[platform]);
                open[platform] -= number;
                left -= number;
                add(posts, arc, platform, number);
            }
        }
        return posts.entrySet().stream()
                .map(entry -> new Grant(
                        entry.getKey().pool(),
                        entry.getKey().town(),
                        entry.getKey().platform(),
                        entry.getValue()))
                .toList();
    }

    private static void add(Map<Grant, Integer> posts, GrantArc arc, int platform, long number) {
        if (number > 0) {
            posts.merge(new Grant(arc.pool().id(), arc.town(), platform, 0), Math.toIntExact(number), Integer::sum);
        }
    }

    private void build() {
        problem.held().forEach(held -> {
            heldCell[held.town()][held.platform()] += held.posts();
            heldType[held.town()][held.quotaType()] += held.posts();
        });
        fixedBlocks();
        countInflow();
        counties();
        towns();
        problem.pools().forEach(this::pool);
        problem.departments().forEach(this::department);
    }

    private void fixedBlocks() {
        for (BlockGroup group : BlockGroup.of(problem, block -> fixed.containsKey(block.id()))) {
            for (Block block : group.blocks()) {
                Place place = fixed.get(block.id());
                if (place.equals(BlockGroup.STAYED)) {
                    baseCost += block.size() * group.costOfStaying(problem);
                    continue;
                }
                fixedSent.merge(block.department(), (long) block.size(), Long::sum);
                heldCell[place.town()][place.platform()] += block.size();
                heldType[place.town()][block.quotaType()] += block.size();
                long metres = block.destinations().stream()
                        .filter(destination -> destination.town() == place.town())
                        .mapToLong(Destination::metres)
                        .findFirst()
                        .orElse(0);
                baseCost += block.size() * (problem.weight(Rule.S3) * metres + group.cost(problem, place));
            }
        }
    }

    /** How many posts of each type could reach each town at most: where that is within the ceiling, H3 cannot bind. */
    private void countInflow() {
        for (Pool pool : problem.pools()) {
            townsOf(pool).forEach(town -> inflowOfType[town][pool.quotaType()] += usable(pool));
        }
        for (BlockGroup group : groups) {
            for (Destination destination : group.kind().reach()) {
                inflowOfType[destination.town()][group.kind().quotaType()] += group.people();
            }
        }
    }

    private void counties() {
        long[] held = new long[countyNode.length];
        long[] need = new long[countyNode.length];
        long[] inflow = new long[countyNode.length];
        for (int town = 0; town < townNode.length; town++) {
            int county = problem.towns().get(town).county();
            held[county] += heldOf(town);
            need[county] += problem.towns().get(town).totalNeed();
            inflow[county] += inflowOf(town);
        }
        for (int county = 0; county < countyNode.length; county++) {
            countyNode[county] = network.node();
            deviation(countyNode[county], ground, held[county], need[county], inflow[county], problem.weight(Rule.S2));
        }
    }

    private void towns() {
        for (int town = 0; town < townNode.length; town++) {
            Town unit = problem.towns().get(town);
            long inflow = inflowOf(town);
            townNode[town] = network.node();
            int county = countyNode[unit.county()];
            deviation(townNode[town], county, heldOf(town), unit.totalNeed(), inflow, problem.weight(Rule.S1));
            for (int platform = 0; platform < cellNode[town].length; platform++) {
                cellNode[town][platform] = network.node();
                need(town, platform, inflow);
            }
            for (int type = 0; type < typeNode[town].length; type++) {
                typeNode[town][type] = network.node();
                int within = network.node();
                long room = roomFor(town, type);
                network.arc(typeNode[town][type], within, room, 0, 0);
                for (int platform = 0; platform < cellNode[town].length; platform++) {
                    typeToCell[town][type][platform] = network.arc(within, cellNode[town][platform], room, 0, 0);
                }
            }
        }
    }

    private long roomFor(int town, int type) {
        return capped[town][type] ? ceilingRoom(town, type) : inflowOfType[town][type];
    }

    private long ceilingRoom(int town, int type) {
        long ceiling =
                problem.isOn(Rule.H3) ? problem.towns().get(town).ceiling().get(type) : Integer.MAX_VALUE;
        return Math.min(inflowOfType[town][type], Math.max(0, ceiling - heldType[town][type]));
    }

    private long inflowOf(int town) {
        return IntStream.range(0, typeNode[town].length)
                .mapToLong(type -> roomFor(town, type))
                .sum();
    }

    private long heldOf(int town) {
        return IntStream.of(heldCell[town]).sum();
    }

    /** The arcs from a platform to its town: a post below need saves one of shortfall, one below the floor must come. */
    private void need(int town, int platform, long inflow) {
        Town unit = problem.towns().get(town);
        int held = heldCell[town][platform];
        long shortfall = Math.max(0, unit.need().get(platform) - held);
        long floor = problem.isOn(Rule.H7) ? Math.max(0, unit.floor().get(platform) - held) : 0;
        long saving = problem.isOn(Rule.M1) ? 1 : 0;
        baseShortfall += saving * shortfall;
        int from = cellNode[town][platform];
        int to = townNode[town];
        long floorWithinNeed = Math.min(floor, shortfall);
        long floorBeyondNeed = floor - floorWithinNeed;
        arcWithin(from, to, floorWithinNeed, shortfall, -saving, 0);
        arcWithin(from, to, floorBeyondNeed, Math.max(floorBeyondNeed, inflow), 0, 0);
    }

    /** Convex arcs of one post each: the weighted cost of the squared deviation, from the level held upwards. */
    private void deviation(int from, int to, long held, long need, long inflow, long weight) {
        if (need == 0 || weight == 0) {
            network.arc(from, to, inflow, 0, 0);
            return;
        }
        long before = weight * squaredDeviation(held, need);
        baseCost += before;
        long end = Math.min(held + inflow, widening * (Math.max(held, need + need / 4) + 16));
        int arc = -1;
        for (long level = held + 1; level <= end; level++) {
            long after = weight * squaredDeviation(level, need);
            arc = arc(from, to, 1, 0, after - before);
            before = after;
        }
        if (end < held + inflow) {
            levelEnds.add(arc);
        }
    }

    private void pool(Pool pool) {
        int node = network.node();
        long usable = usable(pool);
        network.arc(ground, node, usable, 0, 0);
        Map<Integer, GrantWishes> byTown = wishes.getOrDefault(pool.id(), Map.of());
        byTown.forEach((town, wish) -> {
            if (problem.isOn(Rule.H2) && !pool.serves().contains(town)) {
                contradictory |= wish.least() > 0;
                baseCost += problem.weight(Rule.S5) * wish.allBefore();
            }
        });
        boolean compared = GrantWishes.isCompared(problem);
        GrantWishes none = GrantWishes.none(problem.platforms().size());
        for (int town : townsOf(pool)) {
            GrantWishes wish = byTown.getOrDefault(town, none);
            contradictory |= wish.contradict(usable);
            int entry = node;
            if (!wish.limits().isEmpty()) {
                entry = network.node();
                arcWithin(node, entry, wish.least(), wish.most(usable), 0, 0);
            }
            boolean byPlatform = compared || wish.isLimitedByPlatform();
            if (byPlatform && !capped[town][pool.quotaType()]) {
                for (int platform = 0; platform < cellNode[town].length; platform++) {
                    long most = wish.most(platform, usable);
                    int place = grantArc(pool, town, platform, most);
                    keptArcs(entry, place, wish.least(platform), most, wish.before(platform));
                }
            } else {
                exact &= !byPlatform;
                keptArcs(entry, grantArc(pool, town, ANY, usable), 0, usable, wish.allBefore());
            }
        }
    }

    /** The arc of a pool's posts to a platform, or to the quota type where the platform is open; gives the node before it. */
    private int grantArc(Pool pool, int town, int platform, long most) {
        int node = network.node();
        int target = platform == ANY ? typeNode[town][pool.quotaType()] : cellNode[town][platform];
        grantArcs.add(new GrantArc(network.arc(node, target, most, 0, 0), pool, town, platform));
        return node;
    }

    /** Posts of the reference plan are kept first, those beyond it have moved, and so have those that are missing (S5). */
    private void keptArcs(int from, int to, long least, long most, long before) {
        long moved = GrantWishes.isCompared(problem) ? problem.weight(Rule.S5) : 0;
        baseCost += moved * before;
        long kept = Math.min(before, most);
        long keptMust = Math.min(least, kept);
        arcWithin(from, to, keptMust, kept, 0, -moved);
        arcWithin(from, to, least - keptMust, most - kept, 0, moved);
    }

    private void department(Department department) {
        int node = network.node();
        List<BlockGroup> own = groupsOf.getOrDefault(department.id(), List.of());
        long people = own.stream().mapToLong(BlockGroup::people).sum();
        network.arc(ground, node, problem.isOn(Rule.H4) ? wholeBlocks(own, maySend(department)) : people, 0, 0);
        for (BlockGroup group : own) {
            int groupNode = network.node();
            long stay = group.costOfStaying(problem);
            baseCost += stay * group.people();
            exact &= group.blocks().stream().allMatch(block -> block.size() == 1);
            arcWithin(node, groupNode, group.kind().mayStay() ? 0 : group.people(), group.people(), 0, -stay);
            group.kind().reach().forEach(destination -> groupArcs(group, groupNode, destination));
        }
    }

    private long maySend(Department department) {
        return Math.max(0, department.maySend() - fixedSent.getOrDefault(department.id(), 0L));
    }

    /** The most people that leave a department in whole blocks: no plan sends more, so the bound may count on it. */
    private static long wholeBlocks(List<BlockGroup> groups, long most) {
        List<Block> blocks =
                groups.stream().flatMap(group -> group.blocks().stream()).toList();
        long people = blocks.stream().mapToLong(Block::size).sum();
        return people <= most
                ? people
                : SubsetSum.closest(blocks, Math.toIntExact(most)).stream()
                        .mapToLong(Block::size)
                        .sum();
    }

    /** The node through which people of a type and with some skills come to a town: from it, platforms cost by skill (S4). */
    private int skillNode(int town, int type, Set<Integer> fits) {
        return skillNodes.computeIfAbsent(new Skilled(town, type, fits), key -> {
            int node = network.node();
            for (int platform = 0; platform < cellNode[town].length; platform++) {
                long cost = fits.contains(platform) ? 0 : problem.weight(Rule.S4);
                int arc = arc(node, cellNode[town][platform], inflowOfType[town][type], 0, cost);
                skillArcs.put(arc, key);
            }
            return node;
        });
    }

    private void groupArcs(BlockGroup group, int node, Destination destination) {
        int town = destination.town();
        int type = group.kind().quotaType();
        long travel = problem.weight(Rule.S3) * destination.metres();
        List<Place> open = IntStream.range(0, cellNode[town].length)
                .mapToObj(platform -> new Place(town, platform))
                .filter(group::isOpen)
                .toList();
        if (group.tellsPlatformsApart(problem) && !capped[town][type]) {
            if (group.tellsSkillsOnly()) {
                int skilled = skillNode(town, type, group.kind().fits());
                int arc = arc(node, skilled, group.people(), 0, travel);
                sentArcs.add(new SentArc(arc, group, town, ANY));
                return;
            }
            for (Place place : open) {
                int cell = cellNode[town][place.platform()];
                int arc = arc(node, cell, group.people(), 0, travel + group.cost(problem, place));
                sentArcs.add(new SentArc(arc, group, town, place.platform()));
            }
        } else if (!open.isEmpty()) {
            exact &= !group.tellsPlatformsApart(problem);
            long least = open.stream()
                    .mapToLong(place -> group.cost(problem, place))
                    .min()
                    .getAsLong();
            int arc = arc(node, typeNode[town][type], group.people(), 0, travel + least);
            sentArcs.add(new SentArc(arc, group, town, ANY));
        }
    }

    private int arc(int from, int to, long capacity, long shortfall, long cost) {
        int arc = network.arc(from, to, capacity, shortfall, cost);
        if (shortfall != 0 || cost != 0) {
            costed.add(new CostedArc(arc, shortfall, cost));
        }
        return arc;
    }

    /** Adds an arc whose first {@code least} units must flow. */
    private void arcWithin(int from, int to, long least, long most, long shortfall, long cost) {
        if (least > 0) {
            int arc = network.arc(from, to, least, shortfall - must, cost);
            costed.add(new CostedArc(arc, shortfall, cost));
            mustArcs.put(arc, least);
        }
        if (most > least) {
            arc(from, to, most - least, shortfall, cost);
        }
    }

    private List<Integer> townsOf(Pool pool) {
        return problem.isOn(Rule.H2)
                ? pool.serves().stream().sorted().toList()
                : IntStream.range(0, townNode.length).boxed().toList();
    }

    /** Posts that a pool can give; without H1 as many as could ever be of use. */
    private long usable(Pool pool) {
        return problem.isOn(Rule.H1) ? pool.usable() : ofUse;
    }

    /**
     * One post more can better a plan only where it fills need, a floor or a pin, is in the reference plan, or brings a town or county
     * towards the common ratio; over all of them those are at most so many, the ratio's share rounded up for each.
     */
    private long ofUse() {
        long use = totalNeed + 2 * totalSupply + townNode.length + countyNode.length;
        use += problem.towns().stream()
                .flatMap(town -> town.floor().stream())
                .mapToLong(Integer::longValue)
                .sum();
        return use
                + wishes.values().stream()
                        .flatMap(byTown -> byTown.values().stream())
                        .mapToLong(wish -> wish.least() + wish.allBefore())
                        .sum();
    }

    /** (L - rbar N)^2 / N times 10^6, rounded half up, in whole numbers: with rbar = A/B, (L B - A N)^2 10^6 / (N B^2). */
    private long squaredDeviation(long level, long need) {
        BigInteger off = BigInteger.valueOf(level)
                .multiply(BigInteger.valueOf(totalNeed))
                .subtract(BigInteger.valueOf(totalSupply).multiply(BigInteger.valueOf(need)));
        BigInteger scale =
                BigInteger.valueOf(need).multiply(BigInteger.valueOf(totalNeed).pow(2));
        BigInteger twice = off.pow(2).multiply(BigInteger.valueOf(2_000_000)).add(scale);
        return twice.divide(scale.shiftLeft(1)).longValueExact();
    }
}
