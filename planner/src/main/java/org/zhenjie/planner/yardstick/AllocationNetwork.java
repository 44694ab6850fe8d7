package org.zhenjie.planner.yardstick;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationPlan.Grant;
import org.zhenjie.planner.allocation.AllocationPlan.Posting;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationProblem.Block;
import org.zhenjie.planner.allocation.AllocationProblem.Department;
import org.zhenjie.planner.allocation.AllocationProblem.Destination;
import org.zhenjie.planner.allocation.AllocationProblem.Place;
import org.zhenjie.planner.allocation.AllocationProblem.Pool;
import org.zhenjie.planner.allocation.AllocationProblem.Ratio;
import org.zhenjie.planner.allocation.AllocationProblem.Town;
import org.zhenjie.planner.allocation.OutsideStaff;
import org.zhenjie.planner.allocation.Rule;
import org.zhenjie.planner.allocation.TownRules.Cell;

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

    /** The same, to people whose skills tell the platforms apart. */
    private static final int BY_SKILL = -2;

    /** People of a group that the flow sends to a town. */
    record Sent(BlockGroup group, int town, long people) {}

    private record CostedArc(int arc, long shortfall, long cost) {}

    private record SlopedArc(int arc, Deviation deviation) {}

    private record SentArc(int arc, BlockGroup group, int town, int platform, List<int[]> before) {}

    private record Skilled(int town, int type, Set<Integer> fits) {}

    private record SkillNode(int node, int[] toCell) {}

    private record GrantArc(int arc, Pool pool, int town, int platform, List<int[]> before) {}

    /**
     * Posts or people that come to a platform of a town.
     *
     * @param from id of a pool, or the kind of a group of blocks
     */
    private record Stream(Object from, int town, int platform, long number) {}

    private final AllocationProblem problem;
    private final Map<String, Place> fixed;
    /** Towns and types whose ceiling the network holds; a flow that breaks another one is solved again with it. */
    private final boolean[][] capped;

    private final List<BlockGroup> groups;
    private final Map<String, List<BlockGroup>> groupsOf;
    private final Map<String, Long> fixedSent = new HashMap<>();
    private final Map<String, Map<Integer, GrantWishes>> wishes;
    /** Posts of one pool beyond which no plan gets better, where H1 does not count. */
    private final long ofUse;

    private final Ratio ratio;
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
    private final List<SlopedArc> sloped = new ArrayList<>();
    private final List<SentArc> sentArcs = new ArrayList<>();
    private final List<GrantArc> grantArcs = new ArrayList<>();
    private final Map<Skilled, SkillNode> skillNodes = new LinkedHashMap<>();
    private final Map<Cell, Integer> roomToStandIn = new HashMap<>();
    private final int[] countyToGround;
    private final int[] townToCounty;
    private final int[][] typeToWithin;
    private final int[][][] cellToTown;
    private boolean exact = true;
    private boolean contradictory;
    private long baseShortfall;
    private long baseCost;

    private AllocationNetwork(AllocationProblem problem, Map<String, Place> fixed, boolean[][] capped) {
        this.problem = problem;
        this.fixed = fixed;
        this.capped = capped;
        int towns = problem.towns().size();
        int platforms = problem.platforms().size();
        int types = problem.quotaTypes().size();
        countyNode = new int[problem.counties().size()];
        townNode = new int[towns];
        cellNode = new int[towns][platforms];
        typeNode = new int[towns][types];
        typeToCell = new int[towns][types][platforms];
        countyToGround = new int[problem.counties().size()];
        townToCounty = new int[towns];
        typeToWithin = new int[towns][types];
        cellToTown = new int[towns][platforms][];
        heldCell = new int[towns][platforms];
        heldType = new int[towns][types];
        inflowOfType = new long[towns][types];
        must = 4L + (long) towns * platforms;
        ratio = problem.ratio();
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
     * @param near a plan to set out from: the nearer it is to the best one, the sooner that is found
     * @param stop asked now and then whether to give up
     * @throws java.util.concurrent.CancellationException when it gave up
     */
    static AllocationNetwork solve(
            AllocationProblem problem, Map<String, Place> fixed, AllocationPlan near, BooleanSupplier stop) {
        boolean[][] none =
                new boolean[problem.towns().size()][problem.quotaTypes().size()];
        AllocationNetwork network = new AllocationNetwork(problem, fixed, none);
        return network.solveFrom(network.streamsOf(near), stop);
    }

    /** The network of the same problem with other blocks fixed; it sets out from this one and the ceilings that bound in it. */
    AllocationNetwork solveAgain(Map<String, Place> nowFixed, BooleanSupplier stop) {
        return new AllocationNetwork(problem, nowFixed, capped).solveFrom(streams(), stop);
    }

    /** Solves the network, and again with each ceiling that its flow breaks, until none is broken. */
    private AllocationNetwork solveFrom(List<Stream> start, BooleanSupplier stop) {
        AllocationNetwork solved = this;
        solved.buildAndSolve(start, stop);
        while (solved.capOverfull(capped)) {
            AllocationNetwork next = new AllocationNetwork(problem, fixed, capped);
            next.buildAndSolve(solved.streams(), stop);
            solved = next;
        }
        return solved;
    }

    private void buildAndSolve(List<Stream> start, BooleanSupplier stop) {
        if (stop.getAsBoolean()) {
            throw new CancellationException();
        }
        build();
        lay(start);
        network.solve(stop);
    }

    private List<Stream> streamsOf(AllocationPlan plan) {
        List<Stream> streams = new ArrayList<>();
        plan.grants()
                .forEach(grant -> streams.add(new Stream(grant.pool(), grant.town(), grant.platform(), grant.posts())));
        Map<String, Posting> sent = new HashMap<>();
        plan.postings().forEach(posting -> sent.put(posting.block(), posting));
        for (BlockGroup group : groups) {
            for (Block block : group.blocks()) {
                Posting posting = sent.get(block.id());
                if (posting != null) {
                    streams.add(new Stream(group.kind(), posting.town(), posting.platform(), block.size()));
                }
            }
        }
        return streams;
    }

    /** What the flow brings to each platform; where it does not tell the platform, the open ones are filled in turn. */
    private List<Stream> streams() {
        long[][][] room = new long[townNode.length][problem.quotaTypes().size()]
                [problem.platforms().size()];
        for (int town = 0; town < room.length; town++) {
            for (int type = 0; type < room[town].length; type++) {
                for (int platform = 0; platform < room[town][type].length; platform++) {
                    room[town][type][platform] = network.flow(typeToCell[town][type][platform]);
                }
            }
        }
        Map<Skilled, long[]> skilledRoom = new HashMap<>();
        skillNodes.forEach((skilled, node) -> skilledRoom.put(
                skilled, IntStream.of(node.toCell()).mapToLong(network::flow).toArray()));
        List<Stream> streams = new ArrayList<>();
        for (GrantArc arc : grantArcs) {
            split(
                    streams,
                    arc.pool().id(),
                    arc.town(),
                    arc.platform(),
                    network.flow(arc.arc()),
                    room[arc.town()][arc.pool().quotaType()]);
        }
        for (SentArc arc : sentArcs) {
            BlockGroup.Kind kind = arc.group().kind();
            long[] open = arc.platform() == BY_SKILL
                    ? skilledRoom.get(new Skilled(arc.town(), kind.quotaType(), kind.fits()))
                    : room[arc.town()][kind.quotaType()];
            split(streams, kind, arc.town(), arc.platform(), network.flow(arc.arc()), open);
        }
        return streams;
    }

    private static void split(List<Stream> streams, Object from, int town, int platform, long number, long[] open) {
        if (platform >= 0) {
            add(streams, from, town, platform, number);
            return;
        }
        long left = number;
        for (int each = 0; each < open.length; each++) {
            long here = Math.min(left, open[each]);
            open[each] -= here;
            left -= here;
            add(streams, from, town, each, here);
        }
    }

    private static void add(List<Stream> streams, Object from, int town, int platform, long number) {
        if (number > 0) {
            streams.add(new Stream(from, town, platform, number));
        }
    }

    /** Makes streams the flow that the solve sets out from, as far as there is room for them. */
    private void lay(List<Stream> streams) {
        Map<List<Object>, GrantArc> grants = new HashMap<>();
        grantArcs.forEach(arc -> grants.put(List.of(arc.pool().id(), arc.town(), arc.platform()), arc));
        Map<List<Object>, SentArc> sent = new HashMap<>();
        sentArcs.forEach(arc -> sent.put(List.of(arc.group().kind(), arc.town(), arc.platform()), arc));
        for (Stream stream : streams) {
            if (stream.from() instanceof BlockGroup.Kind kind) {
                SentArc arc = sent.getOrDefault(
                        List.of(kind, stream.town(), stream.platform()),
                        sent.getOrDefault(
                                List.of(kind, stream.town(), BY_SKILL), sent.get(List.of(kind, stream.town(), ANY))));
                if (arc != null) {
                    lay(route(arc, stream.platform()), stream.number());
                }
            } else {
                GrantArc arc = grants.getOrDefault(
                        List.of(stream.from(), stream.town(), stream.platform()),
                        grants.get(List.of(stream.from(), stream.town(), ANY)));
                if (arc != null) {
                    lay(route(arc, stream.platform()), stream.number());
                }
            }
        }
    }

    private List<int[]> route(GrantArc arc, int platform) {
        List<int[]> route = new ArrayList<>(arc.before());
        route.add(new int[] {arc.arc()});
        if (arc.platform() == ANY) {
            throughType(route, arc.town(), arc.pool().quotaType(), platform);
        }
        return toGround(route, arc.town(), platform);
    }

    private List<int[]> route(SentArc arc, int platform) {
        BlockGroup.Kind kind = arc.group().kind();
        List<int[]> route = new ArrayList<>(arc.before());
        route.add(new int[] {arc.arc()});
        if (arc.platform() == BY_SKILL) {
            route.add(new int[] {
                skillNodes.get(new Skilled(arc.town(), kind.quotaType(), kind.fits()))
                        .toCell()[platform]
            });
        } else if (arc.platform() == ANY) {
            throughType(route, arc.town(), kind.quotaType(), platform);
        }
        return toGround(route, arc.town(), platform);
    }

    private void throughType(List<int[]> route, int town, int type, int platform) {
        route.add(new int[] {typeToWithin[town][type]});
        route.add(new int[] {typeToCell[town][type][platform]});
    }

    private List<int[]> toGround(List<int[]> route, int town, int platform) {
        route.add(cellToTown[town][platform]);
        route.add(new int[] {townToCounty[town]});
        route.add(new int[] {countyToGround[problem.towns().get(town).county()]});
        return route;
    }

    /** Lays units along stages of parallel arcs, the first one with room in each, until one is full. */
    private void lay(List<int[]> route, long number) {
        int[] way = new int[route.size()];
        long left = number;
        while (left > 0) {
            long units = left;
            for (int stage = 0; stage < way.length; stage++) {
                way[stage] = withRoom(route.get(stage));
                if (way[stage] < 0) {
                    return;
                }
                units = Math.min(units, network.room(way[stage]));
            }
            for (int arc : way) {
                network.start(arc, units);
            }
            left -= units;
        }
    }

    private int withRoom(int[] parallel) {
        for (int arc : parallel) {
            if (network.room(arc) > 0) {
                return arc;
            }
        }
        return -1;
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
        grantArcs.stream()
                .filter(arc -> arc.platform() != ANY)
                .forEach(arc -> flow[arc.town()][arc.pool().quotaType()] += network.flow(arc.arc()));
        boolean found = false;
        boolean[][] reached = new boolean[flow.length][problem.quotaTypes().size()];
        for (int town = 0; town < flow.length; town++) {
            for (int type = 0; type < flow[town].length; type++) {
                long room = ceilingRoom(town, type);
                found |= flow[town][type] > room;
                // one that is nearly reached is likely to be next
                reached[town][type] = flow[town][type] > room - room / 8;
            }
        }
        // a network whose ceilings all hold tells platforms apart as it is: one that sets out from it should not know
        // less
        for (int town = 0; town < flow.length && found; town++) {
            for (int type = 0; type < flow[town].length; type++) {
                ceilings[town][type] |= reached[town][type];
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
        return exact && !problem.townRules().bindPlans();
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
                        .sum()
                + sloped.stream()
                        .mapToLong(arc -> arc.deviation().cost(network.flow(arc.arc())))
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

    /** The pool posts that the flow grants. */
    List<Grant> grants() {
        Map<Grant, Integer> posts = new LinkedHashMap<>();
        for (Stream stream : streams()) {
            if (stream.from() instanceof String pool) {
                Grant place = new Grant(pool, stream.town(), stream.platform(), 0);
                posts.merge(place, Math.toIntExact(stream.number()), Integer::sum);
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

    /** Posts of a type that may still come to a platform (H12): the network holds it where it does not tell the platform of a post otherwise. */
    private void roomToStandIn() {
        if (!problem.isOn(Rule.H12)) {
            return;
        }
        roomToStandIn.putAll(problem.roomToStandIn());
        for (Block block : problem.blocks()) {
            Place place = fixed.getOrDefault(block.id(), BlockGroup.STAYED);
            if (!place.equals(BlockGroup.STAYED)) {
                roomToStandIn.computeIfPresent(
                        new Cell(place.town(), place.platform(), block.quotaType()),
                        (key, room) -> Math.max(0, room - block.size()));
            }
        }
    }

    private void build() {
        roomToStandIn();
        OutsideStaff outside = OutsideStaff.of(problem);
        contradictory |= problem.isOn(Rule.H11)
                && problem.townRules().outsideLimits().stream().anyMatch(limit -> outside.beyond(limit) > 0);
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
                long travel = block.destinations().stream()
                        .filter(destination -> destination.town() == place.town())
                        .mapToLong(destination -> BlockGroup.travel(problem, destination))
                        .findFirst()
                        .orElse(0);
                baseCost += block.size() * (travel + group.cost(problem, place));
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
            countyToGround[county] = deviation(
                    countyNode[county], ground, held[county], need[county], inflow[county], problem.weight(Rule.S2));
        }
    }

    private void towns() {
        for (int town = 0; town < townNode.length; town++) {
            Town unit = problem.towns().get(town);
            long inflow = inflowOf(town);
            townNode[town] = network.node();
            int county = countyNode[unit.county()];
            townToCounty[town] =
                    deviation(townNode[town], county, heldOf(town), unit.totalNeed(), inflow, problem.weight(Rule.S1));
            for (int platform = 0; platform < cellNode[town].length; platform++) {
                cellNode[town][platform] = network.node();
                need(town, platform, inflow);
            }
            for (int type = 0; type < typeNode[town].length; type++) {
                typeNode[town][type] = network.node();
                int within = network.node();
                long room = roomFor(town, type);
                typeToWithin[town][type] = network.arc(typeNode[town][type], within, room, 0, 0);
                for (int platform = 0; platform < cellNode[town].length; platform++) {
                    long open = Math.min(
                            room, roomToStandIn.getOrDefault(new Cell(town, platform, type), Integer.MAX_VALUE));
                    typeToCell[town][type][platform] = network.arc(within, cellNode[town][platform], open, 0, 0);
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
        cellToTown[town][platform] = IntStream.concat(
                        IntStream.of(arcWithin(from, to, floorWithinNeed, shortfall, -saving, 0)),
                        IntStream.of(arcWithin(from, to, floorBeyondNeed, Math.max(floorBeyondNeed, inflow), 0, 0)))
                .toArray();
    }

    /** The arc whose posts cost what the weighted squared deviation rises by, from the level held upwards. */
    private int deviation(int from, int to, long held, long need, long inflow, long weight) {
        if (need == 0 || weight == 0) {
            return network.arc(from, to, inflow, 0, 0);
        }
        Deviation deviation = new Deviation(ratio, held, need, weight);
        baseCost += deviation.before();
        int arc = network.arc(from, to, inflow, deviation);
        sloped.add(new SlopedArc(arc, deviation));
        return arc;
    }

    private void pool(Pool pool) {
        int node = network.node();
        long usable = usable(pool);
        int[] fromGround = {network.arc(ground, node, usable, 0, 0)};
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
            List<int[]> before = new ArrayList<>(List.of(fromGround));
            if (!wish.limits().isEmpty()) {
                entry = network.node();
                before.add(arcWithin(node, entry, wish.least(), wish.most(usable), 0, 0));
            }
            boolean byPlatform = compared || wish.isLimitedByPlatform();
            exact &= pool.platforms().isEmpty();
            if (byPlatform && !capped[town][pool.quotaType()]) {
                for (int platform = 0; platform < cellNode[town].length; platform++) {
                    long most = wish.most(platform, usable);
                    grantArc(pool, town, platform, entry, before, wish.least(platform), most, wish.before(platform));
                }
            } else {
                exact &= !byPlatform;
                grantArc(pool, town, ANY, entry, before, 0, usable, wish.allBefore());
            }
        }
    }

    /**
     * The arc of a pool's posts to a platform, or to the quota type where the platform is open. Posts of the reference plan are kept
     * first, those beyond it have moved, and so have those that are missing (S5).
     */
    private void grantArc(
            Pool pool, int town, int platform, int entry, List<int[]> before, long least, long most, long reference) {
        int node = entry;
        List<int[]> stages = before;
        if (least > 0 || GrantWishes.isCompared(problem)) {
            node = network.node();
            stages = new ArrayList<>(before);
            stages.add(keptArcs(entry, node, least, most, reference));
        }
        int target = platform == ANY ? typeNode[town][pool.quotaType()] : cellNode[town][platform];
        grantArcs.add(new GrantArc(network.arc(node, target, most, 0, 0), pool, town, platform, stages));
    }

    private int[] keptArcs(int from, int to, long least, long most, long before) {
        long moved = GrantWishes.isCompared(problem) ? problem.weight(Rule.S5) : 0;
        baseCost += moved * before;
        long kept = Math.min(before, most);
        long keptMust = Math.min(least, kept);
        return IntStream.concat(
                        IntStream.of(arcWithin(from, to, keptMust, kept, 0, -moved)),
                        IntStream.of(arcWithin(from, to, least - keptMust, most - kept, 0, moved)))
                .toArray();
    }

    private void department(Department department) {
        int node = network.node();
        List<BlockGroup> own = groupsOf.getOrDefault(department.id(), List.of());
        long people = own.stream().mapToLong(BlockGroup::people).sum();
        long most = problem.isOn(Rule.H4) ? wholeBlocks(own, maySend(department)) : people;
        int[] fromGround = {network.arc(ground, node, most, 0, 0)};
        for (BlockGroup group : own) {
            int groupNode = network.node();
            long stay = group.costOfStaying(problem);
            baseCost += stay * group.people();
            exact &= group.blocks().stream().allMatch(block -> block.size() == 1);
            long least = group.kind().mayStay() ? 0 : group.people();
            int[] toGroup = arcWithin(node, groupNode, least, group.people(), 0, -stay);
            List<int[]> before = List.of(fromGround, toGroup);
            group.kind().reach().forEach(destination -> groupArcs(group, groupNode, destination, before));
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
        return skillNodes
                .computeIfAbsent(new Skilled(town, type, fits), key -> {
                    int node = network.node();
                    int[] arcs = new int[cellNode[town].length];
                    for (int platform = 0; platform < arcs.length; platform++) {
                        long cost = fits.contains(platform) ? 0 : problem.weight(Rule.S4);
                        arcs[platform] = arc(node, cellNode[town][platform], inflowOfType[town][type], 0, cost);
                    }
                    return new SkillNode(node, arcs);
                })
                .node();
    }

    private void groupArcs(BlockGroup group, int node, Destination destination, List<int[]> before) {
        int town = destination.town();
        int type = group.kind().quotaType();
        long travel = BlockGroup.travel(problem, destination);
        List<Place> open = IntStream.range(0, cellNode[town].length)
                .mapToObj(platform -> new Place(town, platform))
                .filter(group::isOpen)
                .toList();
        if (group.tellsPlatformsApart(problem) && !capped[town][type]) {
            if (group.tellsSkillsOnly()) {
                int skilled = skillNode(town, type, group.kind().fits());
                int arc = arc(node, skilled, group.people(), 0, travel);
                sentArcs.add(new SentArc(arc, group, town, BY_SKILL, before));
                return;
            }
            for (Place place : open) {
                int cell = cellNode[town][place.platform()];
                int arc = arc(node, cell, group.people(), 0, travel + group.cost(problem, place));
                sentArcs.add(new SentArc(arc, group, town, place.platform(), before));
            }
        } else if (!open.isEmpty()) {
            exact &= !group.tellsPlatformsApart(problem);
            long least = open.stream()
                    .mapToLong(place -> group.cost(problem, place))
                    .min()
                    .getAsLong();
            int arc = arc(node, typeNode[town][type], group.people(), 0, travel + least);
            sentArcs.add(new SentArc(arc, group, town, ANY, before));
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
    private int[] arcWithin(int from, int to, long least, long most, long shortfall, long cost) {
        IntStream.Builder arcs = IntStream.builder();
        if (least > 0) {
            int arc = network.arc(from, to, least, shortfall - must, cost);
            costed.add(new CostedArc(arc, shortfall, cost));
            mustArcs.put(arc, least);
            arcs.add(arc);
        }
        if (most > least) {
            arcs.add(arc(from, to, most - least, shortfall, cost));
        }
        return arcs.build().toArray();
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
        long use = ratio.need() + 2 * ratio.supply() + townNode.length + countyNode.length;
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
}
