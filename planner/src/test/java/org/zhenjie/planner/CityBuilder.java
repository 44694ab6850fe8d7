package org.zhenjie.planner;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationProblem.Block;
import org.zhenjie.planner.allocation.AllocationProblem.BlockRule;
import org.zhenjie.planner.allocation.AllocationProblem.Department;
import org.zhenjie.planner.allocation.AllocationProblem.Destination;
import org.zhenjie.planner.allocation.AllocationProblem.GrantLimit;
import org.zhenjie.planner.allocation.AllocationProblem.Held;
import org.zhenjie.planner.allocation.AllocationProblem.Place;
import org.zhenjie.planner.allocation.AllocationProblem.Pool;
import org.zhenjie.planner.allocation.AllocationProblem.Town;
import org.zhenjie.planner.allocation.Rule;
import org.zhenjie.planner.allocation.TownRules;
import org.zhenjie.planner.allocation.TownRules.Field;
import org.zhenjie.planner.allocation.TownRules.Outside;
import org.zhenjie.planner.allocation.TownRules.OutsideLimit;
import org.zhenjie.planner.allocation.TownRules.Power;
import org.zhenjie.planner.allocation.TownRules.Skilled;
import org.zhenjie.planner.allocation.TownRules.StandIn;
import org.zhenjie.planner.allocation.TownRules.TownPower;

/**
 * A small city written out by hand. Towns, platforms and quota types are numbered from 0 in the order they are given; there are as
 * many platforms as the towns have needs, one quota type unless more are asked for, and every soft rule weighs 1.
 */
public final class CityBuilder {

    private final List<Town> towns = new ArrayList<>();
    private final Map<List<Integer>, Integer> held = new LinkedHashMap<>();
    private final List<Pool> pools = new ArrayList<>();
    private final List<Department> departments = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();
    private final List<GrantLimit> grantLimits = new ArrayList<>();
    private final List<BlockRule> blockRules = new ArrayList<>();
    private final Map<Rule, Long> weights = new EnumMap<>(Rule.class);
    private final Set<Rule> off = new HashSet<>();
    private final List<Field> fields = new ArrayList<>();
    private final List<StandIn> standIns = new ArrayList<>();
    private final List<Power> powers = new ArrayList<>();
    private final List<TownPower> townPowers = new ArrayList<>();
    private final List<Skilled> skilled = new ArrayList<>();
    private final List<Outside> outside = new ArrayList<>();
    private final List<OutsideLimit> outsideLimits = new ArrayList<>();
    private final int quotaTypes;
    private AllocationPlan reference;

    private CityBuilder(int quotaTypes) {
        this.quotaTypes = quotaTypes;
        Arrays.stream(Rule.values())
                .filter(rule -> rule.level() == Rule.Level.SOFT)
                .forEach(rule -> weights.put(rule, 1L));
    }

    /** A city with one quota type. */
    public static CityBuilder city() {
        return new CityBuilder(1);
    }

    /** A city with several quota types. */
    public static CityBuilder cityWithTypes(int number) {
        return new CityBuilder(number);
    }

    /** The next town, in county 0, with its need by platform; no floors, no ceilings. */
    public CityBuilder town(int... need) {
        return townIn(0, need);
    }

    /** The next town of any county. */
    public CityBuilder townIn(int county, int... need) {
        List<Integer> none = IntStream.of(need).map(posts -> 0).boxed().toList();
        List<Integer> open = IntStream.range(0, quotaTypes)
                .map(type -> Integer.MAX_VALUE)
                .boxed()
                .toList();
        towns.add(
                new Town("T" + towns.size(), county, IntStream.of(need).boxed().toList(), none, open));
        return this;
    }

    /** Floors of the town just added, by platform. */
    public CityBuilder floor(int... posts) {
        Town town = towns.remove(towns.size() - 1);
        towns.add(new Town(
                town.id(),
                town.county(),
                town.need(),
                IntStream.of(posts).boxed().toList(),
                town.ceiling()));
        return this;
    }

    /** Ceilings of the town just added, by quota type. */
    public CityBuilder ceiling(int... posts) {
        Town town = towns.remove(towns.size() - 1);
        towns.add(new Town(
                town.id(),
                town.county(),
                town.need(),
                town.floor(),
                IntStream.of(posts).boxed().toList()));
        return this;
    }

    /** Posts that the town just added holds, by platform, all of quota type 0. */
    public CityBuilder holding(int... posts) {
        for (int platform = 0; platform < posts.length; platform++) {
            held(platform, 0, posts[platform]);
        }
        return this;
    }

    /** More posts that the town just added holds. */
    public CityBuilder held(int platform, int quotaType, int posts) {
        held.merge(List.of(towns.size() - 1, platform, quotaType), posts, Integer::sum);
        return this;
    }

    /** A pool of quota type 0 without a reserve; it serves the towns given, or all when none is. */
    public CityBuilder pool(String id, int size, int... serves) {
        return pool(id, 0, size, "0", serves);
    }

    /** A pool; it serves the towns given, or all when none is. */
    public CityBuilder pool(String id, int quotaType, int size, String reserve, int... serves) {
        Set<Integer> jurisdiction = (serves.length == 0 ? IntStream.range(0, towns.size()) : IntStream.of(serves))
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
        pools.add(new Pool(id, quotaType, size, new BigDecimal(reserve), jurisdiction));
        return this;
    }

    /** The only platforms that the pool just added may serve. */
    public CityBuilder onPlatforms(Integer... platforms) {
        Pool pool = pools.remove(pools.size() - 1);
        pools.add(new Pool(pool.id(), pool.quotaType(), pool.size(), pool.reserve(), pool.serves(), Set.of(platforms)));
        return this;
    }

    /** A floor of a field over some towns together. */
    public CityBuilder field(String id, Set<Integer> platforms, Set<Integer> towns, int least) {
        fields.add(new Field(id, platforms, towns, least));
        return this;
    }

    /** Most posts of a quota type on a platform of the town just added. */
    public CityBuilder standIn(int platform, int quotaType, int most) {
        standIns.add(new StandIn(towns.size() - 1, platform, quotaType, most));
        return this;
    }

    /** A power that asks for so many people of a skill. */
    public CityBuilder power(String id, String skill, int people, long cases) {
        powers.add(new Power(id, skill, people, cases));
        return this;
    }

    /** Towns that take the power just added. */
    public CityBuilder takenBy(int... towns) {
        IntStream.of(towns).forEach(town -> townPowers.add(new TownPower(powers.size() - 1, town, false)));
        return this;
    }

    /** Towns that take the power just added if they hold the people. */
    public CityBuilder openTo(int... towns) {
        IntStream.of(towns).forEach(town -> townPowers.add(new TownPower(powers.size() - 1, town, true)));
        return this;
    }

    /** People of a skill that a town holds. */
    public CityBuilder skilled(int town, String skill, int people) {
        skilled.add(new Skilled(town, skill, people));
        return this;
    }

    /** Staff outside establishment of a town, all of whom stay. */
    public CityBuilder outside(int town, int people, long unitCost) {
        outside.add(new Outside(town, people, unitCost, false));
        return this;
    }

    /** Staff outside establishment of a town, of whom some may be let go. */
    public CityBuilder openOutside(int town, int people, long unitCost) {
        outside.add(new Outside(town, people, unitCost, true));
        return this;
    }

    /** A limit on staff outside establishment. */
    public CityBuilder outsideLimit(String id, int people, long budget, Integer... of) {
        outsideLimits.add(new OutsideLimit(id, Set.of(of), people, budget));
        return this;
    }

    /** A department. */
    public CityBuilder department(String id, int headCount, int floor) {
        departments.add(new Department(id, headCount, floor));
        return this;
    }

    /** A block of the department just added: type 0, skills for every platform, 1 km to each of the towns so far, 10 km at most. */
    public CityBuilder block(String id, int size) {
        List<Destination> all = IntStream.range(0, towns.size())
                .mapToObj(town -> new Destination(town, 1_000))
                .toList();
        Set<Integer> every = IntStream.range(0, platforms()).boxed().collect(Collectors.toSet());
        blocks.add(new Block(id, departments.get(departments.size() - 1).id(), 0, size, every, all, 10_000));
        return this;
    }

    /** Metres from the block just added to each town, in order; -1 = the town is closed to it. */
    public CityBuilder metres(long... metres) {
        List<Destination> open = IntStream.range(0, metres.length)
                .filter(town -> metres[town] >= 0)
                .mapToObj(town -> new Destination(town, metres[town]))
                .toList();
        Block block = blocks.remove(blocks.size() - 1);
        blocks.add(new Block(
                block.id(),
                block.department(),
                block.quotaType(),
                block.size(),
                block.fits(),
                open,
                block.farthestMetres()));
        return this;
    }

    /** Farthest metres of the block just added. */
    public CityBuilder farthest(long metres) {
        Block block = blocks.remove(blocks.size() - 1);
        blocks.add(new Block(
                block.id(),
                block.department(),
                block.quotaType(),
                block.size(),
                block.fits(),
                block.destinations(),
                metres));
        return this;
    }

    /** The only platforms that the block just added has the skills for. */
    public CityBuilder fitting(Integer... platforms) {
        Block block = blocks.remove(blocks.size() - 1);
        blocks.add(new Block(
                block.id(),
                block.department(),
                block.quotaType(),
                block.size(),
                Set.of(platforms),
                block.destinations(),
                block.farthestMetres()));
        return this;
    }

    /** Quota type of the block just added. */
    public CityBuilder ofType(int quotaType) {
        Block block = blocks.remove(blocks.size() - 1);
        blocks.add(new Block(
                block.id(),
                block.department(),
                quotaType,
                block.size(),
                block.fits(),
                block.destinations(),
                block.farthestMetres()));
        return this;
    }

    /** What the people of the block just added can do. */
    public CityBuilder skills(String... skills) {
        Block block = blocks.remove(blocks.size() - 1);
        blocks.add(new Block(
                block.id(),
                block.department(),
                block.quotaType(),
                block.size(),
                block.fits(),
                block.destinations(),
                block.farthestMetres(),
                Set.of(skills)));
        return this;
    }

    /** Wishes of the block just added: the towns in order; the others come after all of them. */
    public CityBuilder wishing(Integer... wished) {
        List<Integer> order = List.of(wished);
        Block block = blocks.remove(blocks.size() - 1);
        List<Destination> ranked = block.destinations().stream()
                .map(to -> new Destination(
                        to.town(), to.metres(), order.contains(to.town()) ? order.indexOf(to.town()) : order.size()))
                .toList();
        blocks.add(new Block(
                block.id(),
                block.department(),
                block.quotaType(),
                block.size(),
                block.fits(),
                ranked,
                block.farthestMetres()));
        return this;
    }

    /** A pin or ban on a pool's posts for all platforms of a town together. */
    public CityBuilder pin(String pool, int town, int least, int most) {
        grantLimits.add(new GrantLimit(pool, town, OptionalInt.empty(), least, most));
        return this;
    }

    /** A pin or ban on a pool's posts for one platform of a town. */
    public CityBuilder pinPlatform(String pool, int town, int platform, int least, int most) {
        grantLimits.add(new GrantLimit(pool, town, OptionalInt.of(platform), least, most));
        return this;
    }

    /** The block goes to one of the places. */
    public CityBuilder pinBlock(String block, Place... places) {
        blockRules.add(new BlockRule(block, false, Set.of(places)));
        return this;
    }

    /** The block stays, or goes to one of the places. */
    public CityBuilder limitBlock(String block, Place... places) {
        blockRules.add(new BlockRule(block, true, Set.of(places)));
        return this;
    }

    /** The plan that S5 measures against. */
    public CityBuilder reference(AllocationPlan plan) {
        reference = plan;
        return this;
    }

    /** Weight of a soft rule. */
    public CityBuilder weight(Rule rule, long weight) {
        weights.put(rule, weight);
        return this;
    }

    /** The only soft rules that weigh anything, 1 each. */
    public CityBuilder onlySoft(Rule... rules) {
        weights.replaceAll((rule, weight) -> List.of(rules).contains(rule) ? 1L : 0L);
        return this;
    }

    /** Switches rules off. */
    public CityBuilder off(Rule... rules) {
        off.addAll(List.of(rules));
        return this;
    }

    /** The problem. */
    public AllocationProblem build() {
        int counties = towns.stream().mapToInt(Town::county).max().orElse(0) + 1;
        List<Held> posts = held.entrySet().stream()
                .map(entry -> new Held(
                        entry.getKey().get(0),
                        entry.getKey().get(1),
                        entry.getKey().get(2),
                        entry.getValue()))
                .toList();
        return new AllocationProblem(
                names("F", platforms()),
                names("Q", quotaTypes),
                names("C", counties),
                towns,
                posts,
                pools,
                departments,
                blocks,
                grantLimits,
                blockRules,
                Optional.ofNullable(reference),
                weights,
                off,
                Optional.empty(),
                new TownRules(fields, standIns, powers, townPowers, skilled, outside, outsideLimits));
    }

    private int platforms() {
        return towns.isEmpty() ? 0 : towns.get(0).need().size();
    }

    private static List<String> names(String letter, int number) {
        return IntStream.range(0, number).mapToObj(index -> letter + index).toList();
    }
}
