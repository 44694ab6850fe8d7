package org.zhenjie.planner.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationPlan.Grant;
import org.zhenjie.planner.allocation.AllocationPlan.Posting;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationProblem.Block;
import org.zhenjie.planner.allocation.AllocationProblem.BlockRule;
import org.zhenjie.planner.allocation.AllocationProblem.Department;
import org.zhenjie.planner.allocation.AllocationProblem.GrantLimit;
import org.zhenjie.planner.allocation.AllocationProblem.Place;
import org.zhenjie.planner.allocation.AllocationProblem.Pool;
import org.zhenjie.planner.allocation.AllocationProblem.Town;
import org.zhenjie.planner.allocation.OutsideStaff;
import org.zhenjie.planner.allocation.Rule;
import org.zhenjie.planner.allocation.TownRules;
import org.zhenjie.planner.allocation.TownRules.Power;
import org.zhenjie.planner.allocation.TownRules.Skilled;
import org.zhenjie.planner.allocation.TownRules.StandIn;
import org.zhenjie.planner.allocation.TownRules.TownPower;
import org.zhenjie.planner.solve.AllocationSolution.TownFacts;
import org.zhenjie.planner.solve.Slots.CountySlot;
import org.zhenjie.planner.solve.Slots.DepartmentSlot;
import org.zhenjie.planner.solve.Slots.Deviation;
import org.zhenjie.planner.solve.Slots.FieldSlot;
import org.zhenjie.planner.solve.Slots.PlatformSlot;
import org.zhenjie.planner.solve.Slots.PoolSlot;
import org.zhenjie.planner.solve.Slots.SkillSlot;
import org.zhenjie.planner.solve.Slots.TownSlot;
import org.zhenjie.planner.solve.Slots.TypeSlot;

/** Turns a problem and a first plan into what OptaPlanner searches. */
final class SolutionBuilder {

    private final AllocationProblem problem;
    private final PlatformSlot[][] platforms;
    private final TypeSlot[][] types;
    private final Map<String, DepartmentSlot> departments = new HashMap<>();
    private final int[][][] held;
    private final Map<Skilled, SkillSlot> skills = new LinkedHashMap<>();

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
        askForSkills();
        for (Department department : problem.departments()) {
            departments.put(department.id(), new DepartmentSlot(department.id(), department.maySend()));
        }
        return new AllocationSolution(
                new RuleWeights(problem),
                heldPosts(),
                problem.grantLimits().stream().map(Limit::new).toList(),
                townFacts(),
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
        long[][][] mostOfType = mostOfType();
        for (int index = 0; index < platforms.length; index++) {
            Town town = problem.towns().get(index);
            TownSlot slot = new TownSlot(index, counties[town.county()], new Deviation(supply, need, town.totalNeed()));
            for (int platform = 0; platform < platforms[index].length; platform++) {
                platforms[index][platform] = new PlatformSlot(
                        slot,
                        platform,
                        town.need().get(platform),
                        town.floor().get(platform),
                        mostOfType[index][platform]);
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

    /** Most posts by town, platform and quota type: what may stand in there (H12), never less than what was held before. */
    private long[][][] mostOfType() {
        // towns without a limit of their own share one row
        long[] open = new long[problem.quotaTypes().size()];
        Arrays.fill(open, Long.MAX_VALUE);
        long[][][] most = new long[platforms.length][problem.platforms().size()][];
        for (long[][] ofTown : most) {
            Arrays.fill(ofTown, open);
        }
        for (StandIn limit : problem.townRules().standIns()) {
            long[][] ofTown = most[limit.town()];
            if (ofTown[limit.platform()] == open) {
                ofTown[limit.platform()] = open.clone();
            }
            ofTown[limit.platform()][limit.quotaType()] =
                    Math.max(limit.most(), held[limit.town()][limit.platform()][limit.quotaType()]);
        }
        return most;
    }

    private void askForSkills() {
        for (TownPower one : problem.townRules().townPowers()) {
            Power power = problem.townRules().powers().get(one.power());
            skills.computeIfAbsent(new Skilled(one.town(), power.skill(), 0), key -> new SkillSlot())
                    .ask(power.people(), power.cases(), one.open());
        }
    }

    private TownFacts townFacts() {
        TownRules rules = problem.townRules();
        List<FieldMember> members = new ArrayList<>();
        for (TownRules.Field field : rules.fields()) {
            FieldSlot slot = new FieldSlot(field.id(), field.least());
            field.towns().stream()
                    .sorted()
                    .forEach(town -> field.platforms().stream()
                            .sorted()
                            .forEach(platform -> members.add(new FieldMember(platforms[town][platform], slot))));
        }
        Map<Skilled, Integer> before = new HashMap<>();
        rules.skilled().forEach(one -> before.put(new Skilled(one.town(), one.skill(), 0), one.people()));
        List<SkilledPeople> skilled = new ArrayList<>();
        skills.forEach((key, slot) -> skilled.add(new SkilledPeople(slot, before.getOrDefault(key, 0))));
        OutsideStaff staff = OutsideStaff.of(problem);
        List<OutsideExcess> outside = rules.outsideLimits().stream()
                .map(limit -> new OutsideExcess(limit.id(), staff.beyond(limit)))
                .filter(excess -> excess.people() > 0)
                .toList();
        return new TownFacts(members, skilled, outside);
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
        Set<Grant> asked = new HashSet<>(granted.keySet());
        asked.addAll(reference.keySet());
        asked.addAll(pinned());
        Map<String, Set<Integer>> towns = townsByPool(asked);
        List<PoolGrant> grants = new ArrayList<>();
        int beyondUse = beyondUse();
        for (Pool pool : problem.pools()) {
            PoolSlot slot = new PoolSlot(pool.id(), pool.usable());
            int most = problem.isOn(Rule.H1) ? pool.usable() : beyondUse;
            for (int town : towns.get(pool.id())) {
                for (int platform = 0; platform < platforms[town].length; platform++) {
                    Grant key = new Grant(pool.id(), town, platform, 0);
                    boolean isOpen = pool.serves(town, platform);
                    if (!isOpen && problem.isOn(Rule.H2) && !asked.contains(key)) {
                        continue;
                    }
                    grants.add(new PoolGrant(
                            slot,
                            platforms[town][platform],
                            types[town][pool.quotaType()],
                            isOpen,
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
    private Map<String, Set<Integer>> townsByPool(Set<Grant> asked) {
        Map<String, Set<Integer>> towns = new HashMap<>();
        for (Pool pool : problem.pools()) {
            Set<Integer> own = new TreeSet<>(pool.serves());
            for (int town = 0; town < platforms.length && !problem.isOn(Rule.H2); town++) {
                own.add(town);
            }
            towns.put(pool.id(), own);
        }
        asked.forEach(grant -> towns.get(grant.pool()).add(grant.town()));
        return towns;
    }

    /** The places that pins ask posts for. */
    private Set<Grant> pinned() {
        Set<Grant> pinned = new HashSet<>();
        for (GrantLimit limit : problem.grantLimits()) {
            for (int platform = 0; platform < problem.platforms().size() && limit.least() > 0; platform++) {
                if (limit.platform().isEmpty() || limit.platform().getAsInt() == platform) {
                    pinned.add(new Grant(limit.pool(), limit.town(), platform, 0));
                }
            }
        }
        return pinned;
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
            int quotaType,
            Set<Integer> fits,
            List<AllocationProblem.Destination> destinations,
            long farthest,
            Set<String> skills) {
        static Kind of(Block block) {
            return new Kind(
                    block.quotaType(), block.fits(), block.destinations(), block.farthestMetres(), block.skills());
        }
    }

    private Destinations destinations(Block block) {
        List<Destination> all = new ArrayList<>();
        for (AllocationProblem.Destination town : block.destinations()) {
            List<SkillSlot> asked = askedFor(block, town.town());
            for (PlatformSlot platform : platforms[town.town()]) {
                all.add(new Destination(
                        platform,
                        types[town.town()][block.quotaType()],
                        town.metres(),
                        block.fits().contains(platform.platform),
                        problem.isOn(Rule.H6) && town.metres() > block.farthestMetres(),
                        town.wishesBefore(),
                        asked));
            }
        }
        return new Destinations(all);
    }

    /** The skills of a block that powers of a town ask for. */
    private List<SkillSlot> askedFor(Block block, int town) {
        return block.skills().stream()
                .sorted()
                .map(skill -> skills.get(new Skilled(town, skill, 0)))
                .filter(Objects::nonNull)
                .toList();
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
                        true,
                        0,
                        List.of());
    }

    private Destination find(Destinations destinations, Posting posting) {
        return posting == null ? null : destinations.at(platforms[posting.town()][posting.platform()]);
    }
}
