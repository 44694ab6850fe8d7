package org.zhenjie.planner.yardstick;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationProblem.Block;
import org.zhenjie.planner.allocation.AllocationProblem.BlockRule;
import org.zhenjie.planner.allocation.AllocationProblem.Department;
import org.zhenjie.planner.allocation.AllocationProblem.Destination;
import org.zhenjie.planner.allocation.AllocationProblem.GrantLimit;
import org.zhenjie.planner.allocation.AllocationProblem.Place;
import org.zhenjie.planner.allocation.AllocationProblem.Pool;
import org.zhenjie.planner.allocation.AllocationProblem.Town;
import org.zhenjie.planner.allocation.OutsideStaff;
import org.zhenjie.planner.allocation.Rule;
import org.zhenjie.planner.allocation.TownRules.Cell;
import org.zhenjie.planner.allocation.TownRules.Field;
import org.zhenjie.planner.allocation.TownRules.OutsideLimit;
import org.zhenjie.planner.allocation.TownRules.StandIn;

/**
 * The least number of posts by which the hard rules together have to give way: a flow of least cost in which each post beyond a
 * rule costs 1 and everything else nothing. Blocks are taken as single people, H5 is left out ({@link PeopleForPowers}), and where a
 * pin or a pool names a platform of a town with a ceiling, the platform is left open; so no plan breaks the rules by less, but one that
 * breaks them by as little may need more.
 */
public final class LeastBreach {

    private static final long NO_END = Integer.MAX_VALUE;

    private final AllocationProblem problem;
    private final CirculationNetwork network = new CirculationNetwork();
    private final int ground = network.node();
    private final int[][] cell;
    private final int[][] type;
    /** Where posts of a type come into a platform: before its limit on what stands in (H12), or the platform itself. */
    private final int[][][] into;

    private final List<Slack> slacks = new ArrayList<>();
    private final Map<Breach, Long> certain = new HashMap<>();

    /**
     * By how much a rule gives way.
     *
     * @param rule the rule
     * @param town position of the town, if it falls in one
     * @param decision id of the pool, department, block, quota type, platform, field or limit on outside staff; for H12
     *     platform/quota type
     * @param posts posts or people
     */
    public record Breach(Rule rule, OptionalInt town, Optional<String> decision, long posts) {}

    /** An arc on which each unit costs 1 more, or saves 1 of what is counted as lacking. */
    private record Slack(int arc, Breach where, int perUnit) {}

    private LeastBreach(AllocationProblem problem) {
        this.problem = problem;
        cell = new int[problem.towns().size()][problem.platforms().size()];
        type = new int[problem.towns().size()][problem.quotaTypes().size()];
        into = new int[problem.towns().size()][problem.quotaTypes().size()][];
    }

    /**
     * Where the rules give way.
     *
     * @param stop asked now and then whether to give up
     * @return by rule, town and decision; empty where the rules can be kept
     * @throws java.util.concurrent.CancellationException when it gave up
     */
    public static List<Breach> of(AllocationProblem problem, BooleanSupplier stop) {
        return new LeastBreach(problem).solve(stop);
    }

    private List<Breach> solve(BooleanSupplier stop) {
        outsideStaff();
        towns();
        standIns();
        problem.pools().forEach(this::pool);
        problem.departments().forEach(this::department);
        network.solve(stop);
        Map<Breach, Long> posts = new HashMap<>(certain);
        slacks.forEach(slack -> posts.merge(slack.where(), slack.perUnit() * network.flow(slack.arc()), Long::sum));
        return posts.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> new Breach(
                        entry.getKey().rule(),
                        entry.getKey().town(),
                        entry.getKey().decision(),
                        entry.getValue()))
                .sorted(Comparator.comparing(Breach::rule)
                        .thenComparing(breach -> breach.town().orElse(-1))
                        .thenComparing(breach -> breach.decision().orElse("")))
                .toList();
    }

    /** What is beyond a limit on staff outside establishment does not depend on where posts go. */
    private void outsideStaff() {
        OutsideStaff staff = OutsideStaff.of(problem);
        for (OutsideLimit limit :
                problem.isOn(Rule.H11) ? problem.townRules().outsideLimits() : List.<OutsideLimit>of()) {
            int only = limit.towns().size() == 1 ? limit.towns().iterator().next() : -1;
            certain.merge(breach(Rule.H11, only, limit.id()), staff.beyond(limit), Long::sum);
        }
    }

    private void standIns() {
        Map<Cell, Integer> room = problem.roomToStandIn();
        for (StandIn limit : problem.townRules().standIns()) {
            String where = problem.platforms().get(limit.platform()) + "/"
                    + problem.quotaTypes().get(limit.quotaType());
            int before = into[limit.town()][limit.quotaType()][limit.platform()];
            within(
                    before,
                    cell[limit.town()][limit.platform()],
                    0,
                    room.get(limit.cell()),
                    breach(Rule.H12, limit.town(), where));
        }
    }

    private void towns() {
        Set<Cell> limited =
                problem.townRules().standIns().stream().map(StandIn::cell).collect(Collectors.toSet());
        long[][] held = new long[cell.length][problem.platforms().size()];
        long[][] heldOfType = new long[cell.length][problem.quotaTypes().size()];
        problem.held().forEach(one -> {
            held[one.town()][one.platform()] += one.posts();
            heldOfType[one.town()][one.quotaType()] += one.posts();
        });
        int[][] behind = fields(held);
        for (int town = 0; town < cell.length; town++) {
            Town unit = problem.towns().get(town);
            for (int platform = 0; platform < cell[town].length; platform++) {
                cell[town][platform] = network.node();
                long lacking = unit.floor().get(platform) - held[town][platform];
                Breach floor = breach(Rule.H7, town, problem.platforms().get(platform));
                within(cell[town][platform], behind[town][platform], lacking, NO_END, floor);
            }
            for (int q = 0; q < type[town].length; q++) {
                type[town][q] = network.node();
                int inside = network.node();
                long room = Math.max(0, unit.ceiling().get(q) - heldOfType[town][q]);
                within(
                        type[town][q],
                        inside,
                        0,
                        room,
                        breach(Rule.H3, town, problem.quotaTypes().get(q)));
                into[town][q] = cell[town].clone();
                for (int platform = 0; platform < cell[town].length; platform++) {
                    if (limited.contains(new Cell(town, platform, q))) {
                        into[town][q][platform] = network.node();
                    }
                    network.arc(inside, into[town][q][platform], NO_END, 0, 0);
                }
            }
        }
    }

    /**
     * The node behind each platform of a town: of the narrowest field that holds it, each of which leads to the next wider one; without
     * any, the ground. A field that overlaps one that is as wide or wider is left out: the flow then asks for less than the rules.
     */
    private int[][] fields(long[][] held) {
        int[][] behind = new int[cell.length][problem.platforms().size()];
        Stream.of(behind).forEach(town -> Arrays.fill(town, ground));
        List<Field> widestFirst = problem.townRules().fields().stream()
                .sorted(Comparator.comparing(
                        field -> -field.towns().size() * field.platforms().size()))
                .toList();
        for (Field field : widestFirst) {
            List<Place> places = field.towns().stream()
                    .flatMap(town -> field.platforms().stream().map(platform -> new Place(town, platform)))
                    .toList();
            int[] wider = places.stream()
                    .mapToInt(place -> behind[place.town()][place.platform()])
                    .distinct()
                    .toArray();
            if (wider.length == 1) {
                int node = network.node();
                long posts = places.stream()
                        .mapToLong(place -> held[place.town()][place.platform()])
                        .sum();
                within(node, wider[0], field.least() - posts, NO_END, breach(Rule.H10, -1, field.id()));
                places.forEach(place -> behind[place.town()][place.platform()] = node);
            }
        }
        return behind;
    }

    private void pool(Pool pool) {
        int node = network.node();
        within(ground, node, 0, pool.usable(), breach(Rule.H1, -1, pool.id()));
        List<GrantLimit> limits = problem.isOn(Rule.H8)
                ? problem.grantLimits().stream()
                        .filter(limit -> limit.pool().equals(pool.id()))
                        .toList()
                : List.of();
        Set<Integer> towns = new TreeSet<>(pool.serves());
        limits.forEach(limit -> towns.add(limit.town()));
        if (!problem.isOn(Rule.H2)) {
            IntStream.range(0, cell.length).forEach(towns::add);
        }
        for (int town : towns) {
            int entry = network.node();
            long allowed = pool.serves().contains(town) ? NO_END : 0;
            within(node, entry, 0, allowed, breach(Rule.H2, town, pool.id()));
            List<GrantLimit> here =
                    limits.stream().filter(limit -> limit.town() == town).toList();
            int after = chain(
                    entry,
                    here.stream().filter(limit -> limit.platform().isEmpty()).toList());
            boolean byPlatform = !pool.platforms().isEmpty()
                    || here.stream().anyMatch(limit -> limit.platform().isPresent());
            boolean capped = problem.towns().get(town).ceiling().get(pool.quotaType()) < Integer.MAX_VALUE;
            for (int platform = 0; platform < (byPlatform ? cell[town].length : 0); platform++) {
                OptionalInt mine = OptionalInt.of(platform);
                int end = chain(
                        chain(after, List.of()),
                        here.stream()
                                .filter(limit -> limit.platform().equals(mine))
                                .toList());
                int granted = network.node();
                // a post in a town that is not served is charged already
                boolean serves = !pool.serves().contains(town) || pool.servesPlatform(platform);
                within(end, granted, 0, serves ? NO_END : 0, breach(Rule.H2, town, pool.id()));
                network.arc(
                        granted,
                        capped ? type[town][pool.quotaType()] : into[town][pool.quotaType()][platform],
                        NO_END,
                        0,
                        0);
            }
            if (!byPlatform) {
                network.arc(after, type[town][pool.quotaType()], NO_END, 0, 0);
            }
        }
    }

    /** A node behind another, past every pin; the first step apart, so that several chains may leave one node. */
    private int chain(int from, List<GrantLimit> pins) {
        int end = network.node();
        network.arc(from, end, NO_END, 0, 0);
        for (GrantLimit pin : pins) {
            int next = network.node();
            within(end, next, pin.least(), pin.most(), breach(Rule.H8, pin.town(), pin.pool()));
            end = next;
        }
        return end;
    }

    private void department(Department department) {
        int node = network.node();
        within(ground, node, 0, department.maySend(), breach(Rule.H4, -1, department.id()));
        Map<String, BlockRule> rules = new HashMap<>();
        problem.blockRules().forEach(rule -> rules.put(rule.block(), rule));
        for (Block block : problem.blocks()) {
            if (block.department().equals(department.id())) {
                block(node, block, problem.isOn(Rule.H8) ? rules.get(block.id()) : null);
            }
        }
    }

    private void block(int department, Block block, BlockRule rule) {
        int node = network.node();
        Breach pin = breach(Rule.H8, -1, block.id());
        boolean mustGo = rule != null && !rule.mayStay();
        within(department, node, mustGo ? block.size() : 0, block.size(), pin, block.size());
        for (Destination destination : block.destinations()) {
            int town = destination.town();
            int near = network.node();
            long allowed = destination.metres() <= block.farthestMetres() ? NO_END : 0;
            within(node, near, 0, allowed, breach(Rule.H6, town, block.id()));
            Set<Integer> open = new HashSet<>();
            if (rule != null) {
                rule.places().stream()
                        .filter(place -> place.town() == town)
                        .map(Place::platform)
                        .forEach(open::add);
            }
            boolean closed = rule != null && open.isEmpty();
            int inTown = network.node();
            within(near, inTown, 0, closed ? 0 : NO_END, breach(Rule.H8, town, block.id()));
            boolean capped = problem.towns().get(town).ceiling().get(block.quotaType()) < Integer.MAX_VALUE;
            if (rule == null || closed || capped) {
                network.arc(inTown, type[town][block.quotaType()], NO_END, 0, 0);
            } else {
                open.forEach(platform -> network.arc(inTown, into[town][block.quotaType()][platform], NO_END, 0, 0));
            }
        }
    }

    private static Breach breach(Rule rule, int town, String decision) {
        return new Breach(rule, town < 0 ? OptionalInt.empty() : OptionalInt.of(town), Optional.of(decision), 0);
    }

    private void within(int from, int to, long least, long most, Breach rule) {
        within(from, to, least, most, rule, NO_END);
    }

    /** An arc for at least and at most so many units; fewer or more cost 1 each, up to an end. */
    private void within(int from, int to, long least, long most, Breach rule, long end) {
        boolean counts = problem.isOn(rule.rule());
        long must = counts ? Math.max(0, least) : 0;
        long may = counts ? Math.max(must, most) : end;
        if (must > 0) {
            certain.merge(rule, must, Long::sum);
            slacks.add(new Slack(network.arc(from, to, must, 0, -1), rule, -1));
        }
        network.arc(from, to, may - must, 0, 0);
        if (end > may) {
            slacks.add(new Slack(network.arc(from, to, end - may, 0, 1), rule, 1));
        }
    }
}
