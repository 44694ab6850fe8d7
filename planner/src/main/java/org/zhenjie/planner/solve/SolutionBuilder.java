package org.zhenjie.planner.solve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationPlan.Grant;
import org.zhenjie.planner.allocation.AllocationPlan.Posting;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationProblem.Block;
import org.zhenjie.planner.allocation.AllocationProblem.BlockRule;
import org.zhenjie.planner.allocation.AllocationProblem.Department;
import org.zhenjie.planner.allocation.AllocationProblem.Place;
import org.zhenjie.planner.allocation.AllocationProblem.Pool;
import org.zhenjie.planner.allocation.AllocationProblem.Town;
import org.zhenjie.planner.allocation.Rule;
import org.zhenjie.planner.solve.Slots.CountySlot;
import org.zhenjie.planner.solve.Slots.DepartmentSlot;
import org.zhenjie.planner.solve.Slots.Deviation;
import org.zhenjie.planner.solve.Slots.PlatformSlot;
import org.zhenjie.planner.solve.Slots.PoolSlot;
import org.zhenjie.planner.solve.Slots.TownSlot;
import org.zhenjie.planner.solve.Slots.TypeSlot;

/** Turns a problem and a first plan into what OptaPlanner searches. */
final class SolutionBuilder {

    private final AllocationProblem problem;
    private final PlatformSlot[][] platforms;
    private final TypeSlot[][] types;
    private final Map<String, DepartmentSlot> departments = new HashMap<>();
    private final int[][][] held;

    private SolutionBuilder(AllocationProblem problem) {
        this.problem = problem;
        int towns = problem.towns().size();
        platforms = new PlatformSlot[towns][problem.platforms().size()];
        types = new TypeSlot[towns][problem.quotaTypes().size()];
        held = new int[towns][problem.platforms().size()][problem.quotaTypes().size()];
        problem.held().forEach(posts -> held[posts.town()][posts.platform()][posts.quotaType()] += posts.posts());
    }

    static AllocationSolution build(AllocationProblem problem, AllocationPlan start) {
        return new SolutionBuilder(problem).solution(start);
    }

    private AllocationSolution solution(AllocationPlan start) {
        towns();
        for (Department department : problem.departments()) {
            departments.put(department.id(), new DepartmentSlot(department.id(), department.maySend()));
        }
        return new AllocationSolution(
                new RuleWeights(problem),
                heldPosts(),
                problem.grantLimits().stream().map(Limit::new).toList(),
                grants(start),
                sendings(start));
    }

    private void towns() {
        long supply = problem.ratio().supply();
        long need = problem.ratio().need();
        long[] countyNeed = new long[problem.counties().size()];
        problem.towns().forEach(town -> countyNeed[town.county()] += town.totalNeed());
        CountySlot[] counties = new CountySlot[countyNeed.length];
        for (int county = 0; county < counties.length; county++) {
            counties[county] =
                    new CountySlot(problem.counties().get(county), new Deviation(supply, need, countyNeed[county]));
        }
        for (int index = 0; index < platforms.length; index++) {
            Town town = problem.towns().get(index);
            TownSlot slot = new TownSlot(index, counties[town.county()], new Deviation(supply, need, town.totalNeed()));
            for (int platform = 0; platform < platforms[index].length; platform++) {
                platforms[index][platform] = new PlatformSlot(
                        slot, platform, town.need().get(platform), town.floor().get(platform));
            }
            for (int type = 0; type < types[index].length; type++) {
                long before = 0;
                for (int[] ofPlatform : held[index]) {
                    before += ofPlatform[type];
                }
                types[index][type] =
                        new TypeSlot(slot, type, Math.max(before, town.ceiling().get(type)));
            }
        }
    }

    private List<HeldPosts> heldPosts() {
        List<HeldPosts> facts = new ArrayList<>();
        for (int town = 0; town < held.length; town++) {
            for (int platform = 0; platform < held[town].length; platform++) {
                for (int type = 0; type < held[town][platform].length; type++) {
                    facts.add(new HeldPosts(platforms[town][platform], types[town][type], held[town][platform][type]));
                }
            }
        }
        return facts;
    }

    private List<PoolGrant> grants(AllocationPlan start) {
        Map<Grant, Integer> granted = byPlace(start);
        Map<Grant, Integer> reference = byPlace(problem.reference().orElse(AllocationPlan.EMPTY));
        Map<String, Set<Integer>> towns = townsByPool(List.of(granted.keySet(), reference.keySet()));
        List<PoolGrant> grants = new ArrayList<>();
        int beyondUse = beyondUse();
        for (Pool pool : problem.pools()) {
            PoolSlot slot = new PoolSlot(pool.id(), pool.usable());
            int most = problem.isOn(Rule.H1) ? pool.usable() : beyondUse;
            for (int town : towns.get(pool.id())) {
                for (int platform = 0; platform < platforms[town].length; platform++) {
                    Grant key = new Grant(pool.id(), town, platform, 0);
                    grants.add(new PoolGrant(
                            slot,
                            platforms[town][platform],
                            types[town][pool.quotaType()],
                            pool.serves().contains(town),
                            most,
                            reference.getOrDefault(key, 0),
                            problem.reference().isPresent(),
                            granted.getOrDefault(key, 0)));
                }
            }
        }
        return grants;
    }

    /** The towns of each pool, ascending: those outside its jurisdiction only where a pin or plan asks for them. */
    private Map<String, Set<Integer>> townsByPool(List<Set<Grant>> plans) {
        Map<String, Set<Integer>> towns = new HashMap<>();
        for (Pool pool : problem.pools()) {
            Set<Integer> own = new TreeSet<>(pool.serves());
            for (int town = 0; town < platforms.length && !problem.isOn(Rule.H2); town++) {
                own.add(town);
            }
            towns.put(pool.id(), own);
        }
        plans.forEach(plan -> plan.forEach(grant -> towns.get(grant.pool()).add(grant.town())));
        problem.grantLimits().stream()
                .filter(limit -> limit.least() > 0)
                .forEach(limit -> towns.get(limit.pool()).add(limit.town()));
        return towns;
    }

    /** What all towns need and there is anyway: more than that no pool is ever asked for. */
    private int beyondUse() {
        long need = problem.towns().stream().mapToLong(Town::totalNeed).sum();
        return Math.toIntExact(
                Math.min(Integer.MAX_VALUE / 2, need + problem.ratio().supply()));
    }

    private static Map<Grant, Integer> byPlace(AllocationPlan plan) {
        Map<Grant, Integer> posts = new HashMap<>();
        for (Grant grant : plan.grants()) {
            posts.merge(new Grant(grant.pool(), grant.town(), grant.platform(), 0), grant.posts(), Integer::sum);
        }
        return posts;
    }

    private List<BlockSending> sendings(AllocationPlan start) {
        Map<String, Posting> postings = new HashMap<>();
        start.postings().forEach(posting -> postings.put(posting.block(), posting));
        Map<String, Posting> reference = new HashMap<>();
        problem.reference()
                .ifPresent(plan -> plan.postings().forEach(posting -> reference.put(posting.block(), posting)));
        Map<String, BlockRule> rules = new HashMap<>();
        problem.blockRules().forEach(rule -> rules.put(rule.block(), rule));
        Map<Kind, Destinations> kinds = new HashMap<>();
        List<BlockSending> sendings = new ArrayList<>();
        for (Block block : problem.blocks()) {
            Destinations destinations = kinds.computeIfAbsent(Kind.of(block), kind -> destinations(block));
            BlockRule rule = rules.get(block.id());
            BlockSending sending = new BlockSending(
                    block,
                    departments.get(block.department()),
                    destinations,
                    rule == null || rule.mayStay(),
                    closed(destinations, rule),
                    reference(destinations, block, reference.get(block.id())),
                    problem.reference().isPresent());
            sending.setDestination(find(destinations, postings.get(block.id())));
            sendings.add(sending);
        }
        return sendings;
    }

    private record Kind(
            int quotaType, Set<Integer> fits, List<AllocationProblem.Destination> destinations, long farthest) {
        static Kind of(Block block) {
            return new Kind(block.quotaType(), block.fits(), block.destinations(), block.farthestMetres());
        }
    }

    private Destinations destinations(Block block) {
        List<Destination> all = new ArrayList<>();
        for (AllocationProblem.Destination town : block.destinations()) {
            for (PlatformSlot platform : platforms[town.town()]) {
                all.add(new Destination(
                        platform,
                        types[town.town()][block.quotaType()],
                        town.metres(),
                        block.fits().contains(platform.platform),
                        town.metres() > block.farthestMetres()));
            }
        }
        return new Destinations(all);
    }

    private Set<Destination> closed(Destinations destinations, BlockRule rule) {
        Set<Destination> closed = new HashSet<>();
        if (rule != null) {
            for (Destination destination : destinations.nearFirst()) {
                Place place = new Place(destination.platform().town.index, destination.platform().platform);
                if (!rule.places().contains(place)) {
                    closed.add(destination);
                }
            }
        }
        return closed;
    }

    /** Where the reference plan sends a block; a place of its own where the block cannot be sent there any more. */
    private Destination reference(Destinations destinations, Block block, Posting posting) {
        Destination known = find(destinations, posting);
        return known != null || posting == null
                ? known
                : new Destination(
                        platforms[posting.town()][posting.platform()],
                        types[posting.town()][block.quotaType()],
                        0,
                        false,
                        true);
    }

    private Destination find(Destinations destinations, Posting posting) {
        return posting == null ? null : destinations.at(platforms[posting.town()][posting.platform()]);
    }
}
