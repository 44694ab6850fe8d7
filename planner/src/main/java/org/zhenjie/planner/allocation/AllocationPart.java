package org.zhenjie.planner.allocation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.zhenjie.planner.allocation.AllocationPlan.Grant;
import org.zhenjie.planner.allocation.AllocationPlan.Posting;
import org.zhenjie.planner.allocation.AllocationProblem.Block;
import org.zhenjie.planner.allocation.AllocationProblem.BlockRule;
import org.zhenjie.planner.allocation.AllocationProblem.Department;
import org.zhenjie.planner.allocation.AllocationProblem.Destination;
import org.zhenjie.planner.allocation.AllocationProblem.GrantLimit;
import org.zhenjie.planner.allocation.AllocationProblem.Held;
import org.zhenjie.planner.allocation.AllocationProblem.Place;
import org.zhenjie.planner.allocation.AllocationProblem.Pool;
import org.zhenjie.planner.allocation.AllocationProblem.Ratio;
import org.zhenjie.planner.allocation.AllocationProblem.Town;
import org.zhenjie.planner.allocation.TownRules.Field;
import org.zhenjie.planner.allocation.TownRules.Outside;
import org.zhenjie.planner.allocation.TownRules.OutsideLimit;
import org.zhenjie.planner.allocation.TownRules.Skilled;
import org.zhenjie.planner.allocation.TownRules.StandIn;
import org.zhenjie.planner.allocation.TownRules.TownPower;

/**
 * A part of a problem that no decision ties to the rest. Towns hang together by their county, by the pools that serve them, by the
 * departments whose blocks can reach them, and by fields and limits on outside staff, so that a part is a city or several. Plans of all parts together are a plan of the whole,
 * and their scores and bounds add up: the common ratio is that of the whole.
 *
 * @param problem the part as a problem of its own
 * @param towns positions of its towns in the whole, by their position in the part
 */
public record AllocationPart(AllocationProblem problem, List<Integer> towns) {

    /** A plan of the part with the positions of the whole. */
    public AllocationPlan inWhole(AllocationPlan plan) {
        return isNumberedAsWhole() ? plan : renumbered(plan, towns::get);
    }

    /** A pin of the part with the positions of the whole. */
    public BlockRule inWhole(BlockRule rule) {
        return renumbered(rule, towns::get);
    }

    private boolean isNumberedAsWhole() {
        return IntStream.range(0, towns.size()).allMatch(town -> towns.get(town) == town);
    }

    /** The parts of a problem, in the order of their first towns; the whole itself where it is all one. */
    public static List<AllocationPart> of(AllocationProblem whole) {
        return of(whole, AllocationPlan.EMPTY);
    }

    /** The parts of a problem that a plan does not tie together either, even one that sends people where they may no longer go. */
    public static List<AllocationPart> of(AllocationProblem whole, AllocationPlan plan) {
        return new Split(whole).parts(plan);
    }

    /** The plan of the whole, or of some parts of it, from the plans of the parts. */
    public static AllocationPlan joined(List<AllocationPart> parts, List<AllocationPlan> plans) {
        if (parts.size() == 1) {
            return parts.get(0).inWhole(plans.get(0));
        }
        List<Grant> grants = new ArrayList<>();
        List<Posting> postings = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            AllocationPlan plan = parts.get(part).inWhole(plans.get(part));
            grants.addAll(plan.grants());
            postings.addAll(plan.postings());
        }
        return new AllocationPlan(grants, postings);
    }

    /** The plan of each part from a plan of all of them. */
    public static List<AllocationPlan> split(List<AllocationPart> parts, AllocationPlan plan) {
        return splitByTowns(parts.stream().map(AllocationPart::towns).toList(), plan);
    }

    private static List<AllocationPlan> splitByTowns(List<List<Integer>> parts, AllocationPlan plan) {
        Map<Integer, Integer> partOf = new HashMap<>();
        Map<Integer, Integer> positions = new HashMap<>();
        for (int part = 0; part < parts.size(); part++) {
            List<Integer> towns = parts.get(part);
            for (int town = 0; town < towns.size(); town++) {
                partOf.put(towns.get(town), part);
                positions.put(towns.get(town), town);
            }
        }
        Map<Integer, List<Grant>> grants =
                plan.grants().stream().collect(Collectors.groupingBy(grant -> partOf.get(grant.town())));
        Map<Integer, List<Posting>> postings =
                plan.postings().stream().collect(Collectors.groupingBy(posting -> partOf.get(posting.town())));
        return IntStream.range(0, parts.size())
                .mapToObj(part -> renumbered(
                        new AllocationPlan(
                                grants.getOrDefault(part, List.of()), postings.getOrDefault(part, List.of())),
                        positions::get))
                .toList();
    }

    private static AllocationPlan renumbered(AllocationPlan plan, Function<Integer, Integer> position) {
        return new AllocationPlan(
                plan.grants().stream()
                        .map(grant ->
                                new Grant(grant.pool(), position.apply(grant.town()), grant.platform(), grant.posts()))
                        .toList(),
                plan.postings().stream()
                        .map(posting ->
                                new Posting(posting.block(), position.apply(posting.town()), posting.platform()))
                        .toList());
    }

    private static BlockRule renumbered(BlockRule rule, Function<Integer, Integer> position) {
        Set<Place> places = rule.places().stream()
                .map(place -> new Place(position.apply(place.town()), place.platform()))
                .collect(Collectors.toSet());
        return new BlockRule(rule.block(), rule.mayStay(), places);
    }

    /** Finds the towns that hang together, then deals out everything else. */
    private static final class Split {
        private final AllocationProblem whole;
        private final int[] parent;
        private final Map<String, Integer> pools = new HashMap<>();
        private final Map<String, Integer> departments = new HashMap<>();
        private final Map<String, String> departmentOf = new HashMap<>();
        private final Map<String, Integer> fields = new HashMap<>();
        private final Map<String, Integer> outsideLimits = new HashMap<>();

        Split(AllocationProblem whole) {
            this.whole = whole;
            parent = IntStream.range(0, whole.towns().size()).toArray();
        }

        List<AllocationPart> parts(AllocationPlan plan) {
            tie();
            tie(plan);
            Map<Integer, List<Integer>> byRoot = new LinkedHashMap<>();
            for (int town = 0; town < parent.length; town++) {
                byRoot.computeIfAbsent(root(town), root -> new ArrayList<>()).add(town);
            }
            if (byRoot.size() <= 1) {
                List<Integer> all = IntStream.range(0, parent.length).boxed().toList();
                return List.of(new AllocationPart(whole, all));
            }
            Deal deal = new Deal(this, List.copyOf(byRoot.values()));
            return IntStream.range(0, byRoot.size()).mapToObj(deal::part).toList();
        }

        private void tie() {
            Map<Integer, Integer> counties = new HashMap<>();
            for (int town = 0; town < parent.length; town++) {
                tie(counties, whole.towns().get(town).county(), town);
            }
            for (Pool pool : whole.pools()) {
                if (whole.isOn(Rule.H2)) {
                    pool.serves().forEach(town -> tie(pools, pool.id(), town));
                } else {
                    IntStream.range(0, parent.length).forEach(town -> tie(pools, pool.id(), town));
                }
            }
            for (Block block : whole.blocks()) {
                departmentOf.put(block.id(), block.department());
                block.destinations().forEach(to -> tie(departments, block.department(), to.town()));
            }
            whole.grantLimits().forEach(limit -> tie(pools, limit.pool(), limit.town()));
            for (BlockRule rule : whole.blockRules()) {
                rule.places().forEach(place -> tie(departments, departmentOf.get(rule.block()), place.town()));
            }
            whole.townRules().fields().forEach(field -> field.towns().forEach(town -> tie(fields, field.id(), town)));
            whole.townRules()
                    .outsideLimits()
                    .forEach(limit -> limit.towns().forEach(town -> tie(outsideLimits, limit.id(), town)));
            whole.reference().ifPresent(this::tie);
        }

        private void tie(AllocationPlan plan) {
            plan.grants().forEach(grant -> tie(pools, grant.pool(), grant.town()));
            plan.postings().forEach(posting -> tie(departments, departmentOf.get(posting.block()), posting.town()));
        }

        private <K> void tie(Map<K, Integer> owners, K owner, int town) {
            Integer known = owners.putIfAbsent(owner, town);
            if (known != null) {
                parent[root(known)] = root(town);
            }
        }

        private int root(int town) {
            int at = town;
            while (parent[at] != at) {
                parent[at] = parent[parent[at]];
                at = parent[at];
            }
            return at;
        }
    }

    /** Deals out what belongs to the towns of each part; what belongs to no town goes to the first. */
    private static final class Deal {
        private final AllocationProblem whole;
        private final List<List<Integer>> towns;
        private final Map<Integer, Integer> partOf = new HashMap<>();
        private final Map<Integer, Integer> position = new HashMap<>();
        private final Map<Integer, List<Held>> held;
        private final Map<Integer, List<Pool>> pools;
        private final Map<Integer, List<Department>> departments;
        private final Map<Integer, List<Block>> blocks;
        private final Map<Integer, List<GrantLimit>> limits;
        private final Map<Integer, List<BlockRule>> rules;
        private final List<Optional<AllocationPlan>> references;
        private final Optional<Ratio> ratio;
        private final Map<Integer, List<Field>> fields;
        private final Map<Integer, List<StandIn>> standIns;
        private final Map<Integer, List<TownPower>> townPowers;
        private final Map<Integer, List<Skilled>> skilled;
        private final Map<Integer, List<Outside>> outside;
        private final Map<Integer, List<OutsideLimit>> outsideLimits;

        Deal(Split split, List<List<Integer>> towns) {
            this.whole = split.whole;
            this.towns = towns;
            for (int part = 0; part < towns.size(); part++) {
                for (int town = 0; town < towns.get(part).size(); town++) {
                    partOf.put(towns.get(part).get(town), part);
                    position.put(towns.get(part).get(town), town);
                }
            }
            Function<String, Integer> partOfDepartment = id -> partOf.getOrDefault(split.departments.get(id), 0);
            held = byPart(whole.held(), one -> partOf.get(one.town()));
            pools = byPart(whole.pools(), one -> partOf.getOrDefault(split.pools.get(one.id()), 0));
            departments = byPart(whole.departments(), one -> partOfDepartment.apply(one.id()));
            blocks = byPart(whole.blocks(), one -> partOfDepartment.apply(one.department()));
            limits = byPart(whole.grantLimits(), one -> partOf.get(one.town()));
            rules = byPart(whole.blockRules(), one -> partOfDepartment.apply(split.departmentOf.get(one.block())));
            references = whole.reference()
                    .map(plan ->
                            splitByTowns(towns, plan).stream().map(Optional::of).toList())
                    .orElse(Collections.nCopies(towns.size(), Optional.empty()));
            ratio = Optional.of(whole.ratio());
            TownRules town = whole.townRules();
            fields = byPart(town.fields(), one -> partOfAny(one.towns()));
            standIns = byPart(town.standIns(), one -> partOf.get(one.town()));
            townPowers = byPart(town.townPowers(), one -> partOf.get(one.town()));
            skilled = byPart(town.skilled(), one -> partOf.get(one.town()));
            outside = byPart(town.outside(), one -> partOf.get(one.town()));
            outsideLimits = byPart(town.outsideLimits(), one -> partOfAny(one.towns()));
        }

        private static <T> Map<Integer, List<T>> byPart(List<T> all, Function<T, Integer> part) {
            return all.stream().collect(Collectors.groupingBy(part));
        }

        AllocationPart part(int part) {
            List<Integer> counties = towns.get(part).stream()
                    .map(town -> whole.towns().get(town).county())
                    .distinct()
                    .sorted()
                    .toList();
            AllocationProblem problem = new AllocationProblem(
                    whole.platforms(),
                    whole.quotaTypes(),
                    counties.stream().map(whole.counties()::get).toList(),
                    towns.get(part).stream()
                            .map(whole.towns()::get)
                            .map(town -> town(town, counties.indexOf(town.county())))
                            .toList(),
                    each(held, part, this::held),
                    each(pools, part, this::pool),
                    each(departments, part, Function.identity()),
                    each(blocks, part, this::block),
                    each(limits, part, this::limit),
                    each(rules, part, this::rule),
                    references.get(part),
                    whole.weights(),
                    whole.off(),
                    ratio,
                    townRules(part));
            return new AllocationPart(problem, towns.get(part));
        }

        private static <T> List<T> each(Map<Integer, List<T>> all, int part, Function<T, T> renumbered) {
            return all.getOrDefault(part, List.of()).stream().map(renumbered).toList();
        }

        private static Town town(Town town, int county) {
            return new Town(town.id(), county, town.need(), town.floor(), town.ceiling());
        }

        private Held held(Held one) {
            return new Held(position.get(one.town()), one.platform(), one.quotaType(), one.posts());
        }

        private Pool pool(Pool one) {
            return new Pool(
                    one.id(), one.quotaType(), one.size(), one.reserve(), inPart(one.serves()), one.platforms());
        }

        private Block block(Block one) {
            List<Destination> destinations = one.destinations().stream()
                    .map(to -> new Destination(position.get(to.town()), to.metres(), to.wishesBefore()))
                    .toList();
            return new Block(
                    one.id(),
                    one.department(),
                    one.quotaType(),
                    one.size(),
                    one.fits(),
                    destinations,
                    one.farthestMetres(),
                    one.skills());
        }

        private TownRules townRules(int part) {
            return new TownRules(
                    each(fields, part, one -> new Field(one.id(), one.platforms(), inPart(one.towns()), one.least())),
                    each(
                            standIns,
                            part,
                            one -> new StandIn(position.get(one.town()), one.platform(), one.quotaType(), one.most())),
                    whole.townRules().powers(),
                    each(townPowers, part, one -> new TownPower(one.power(), position.get(one.town()), one.open())),
                    each(skilled, part, one -> new Skilled(position.get(one.town()), one.skill(), one.people())),
                    each(
                            outside,
                            part,
                            one -> new Outside(position.get(one.town()), one.people(), one.unitCost(), one.open())),
                    each(
                            outsideLimits,
                            part,
                            one -> new OutsideLimit(one.id(), inPart(one.towns()), one.people(), one.budget())));
        }

        private Set<Integer> inPart(Set<Integer> some) {
            return some.stream().map(position::get).collect(Collectors.toSet());
        }

        private int partOfAny(Set<Integer> some) {
            return some.stream().findAny().map(partOf::get).orElse(0);
        }

        private GrantLimit limit(GrantLimit one) {
            return new GrantLimit(one.pool(), position.get(one.town()), one.platform(), one.least(), one.most());
        }

        private BlockRule rule(BlockRule one) {
            return renumbered(one, position::get);
        }
    }
}
