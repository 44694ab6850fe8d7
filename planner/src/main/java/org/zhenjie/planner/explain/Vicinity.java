package org.zhenjie.planner.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationPlan.Grant;
import org.zhenjie.planner.allocation.AllocationPlan.Posting;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationProblem.Block;
import org.zhenjie.planner.allocation.AllocationProblem.Destination;
import org.zhenjie.planner.allocation.AllocationProblem.GrantLimit;
import org.zhenjie.planner.allocation.AllocationProblem.Held;
import org.zhenjie.planner.allocation.AllocationProblem.Place;
import org.zhenjie.planner.allocation.AllocationProblem.Pool;
import org.zhenjie.planner.allocation.PlanScore;
import org.zhenjie.planner.allocation.Score;
import org.zhenjie.planner.allocation.TownRules;
import org.zhenjie.planner.allocation.TownRules.Field;
import org.zhenjie.planner.allocation.TownRules.StandIn;

/**
 * What other grants of a pool can make dearer or cheaper, cut out of a problem and its plan: the counties of the towns where they change,
 * and the towns that share a field with one of those. All else costs the same before and after, so that hundreds of such changes of a
 * province are counted in the time of one whole score.
 */
final class Vicinity {

    private final AllocationProblem whole;
    private final AllocationPlan plan;
    private final Optional<AllocationProblem.Ratio> ratio;
    private final Map<Integer, List<Integer>> townsOfCounty = new HashMap<>();
    private final Map<Integer, List<Held>> held;
    private final Map<Integer, List<Grant>> grants;
    private final Map<Integer, List<Posting>> postings;
    private final Map<Integer, List<StandIn>> standIns;
    private final Map<String, Block> blocks;

    Vicinity(AllocationProblem whole, AllocationPlan plan) {
        this.whole = whole;
        this.plan = plan;
        this.ratio = Optional.of(whole.ratio());
        for (int town = 0; town < whole.towns().size(); town++) {
            townsOfCounty
                    .computeIfAbsent(whole.towns().get(town).county(), county -> new ArrayList<>())
                    .add(town);
        }
        held = byTown(whole.held(), Held::town);
        grants = byTown(plan.grants(), Grant::town);
        postings = byTown(plan.postings(), Posting::town);
        standIns = byTown(whole.townRules().standIns(), StandIn::town);
        blocks = whole.blocks().stream().collect(Collectors.toMap(Block::id, Function.identity()));
    }

    private static <T> Map<Integer, List<T>> byTown(List<T> all, Function<T, Integer> town) {
        return all.stream().collect(Collectors.groupingBy(town));
    }

    /** What a change of the plan costs more or less. */
    Difference of(Score before, Change.Regrant change) {
        Cut cut = new Cut(change);
        Difference difference = Difference.between(
                PlanScore.of(cut.problem(), cut.plan()),
                PlanScore.of(cut.problem(), cut.change().applyTo(cut.plan())));
        Score more = difference.after().minus(difference.before());
        return new Difference(
                before,
                before.plus(more),
                difference.parts().stream().map(cut::inWhole).toList());
    }

    /** The towns around one change, with positions of their own. */
    private final class Cut {
        private final Change.Regrant change;
        private final List<Integer> towns;
        private final Map<Integer, Integer> position = new HashMap<>();
        private final List<Field> fields;

        Cut(Change.Regrant change) {
            this.change = change;
            Set<Integer> changed = change.byTown().keySet();
            Set<Integer> all = new TreeSet<>();
            changed.forEach(
                    town -> all.addAll(townsOfCounty.get(whole.towns().get(town).county())));
            fields = whole.townRules().fields().stream()
                    .filter(field -> field.towns().stream().anyMatch(changed::contains))
                    .toList();
            fields.forEach(field -> all.addAll(field.towns()));
            towns = List.copyOf(all);
            for (int i = 0; i < towns.size(); i++) {
                position.put(towns.get(i), i);
            }
        }

        Change.Regrant change() {
            Map<Place, Integer> by = new TreeMap<>();
            change.by().forEach((place, posts) -> by.put(here(place), posts));
            return new Change.Regrant(change.pool(), new TreeMap<>(by));
        }

        private Place here(Place place) {
            return new Place(position.get(place.town()), place.platform());
        }

        AllocationPlan plan() {
            return new AllocationPlan(
                    each(grants).map(this::here).toList(),
                    each(postings)
                            .map(one -> new Posting(one.block(), position.get(one.town()), one.platform()))
                            .toList());
        }

        private Grant here(Grant one) {
            return new Grant(one.pool(), position.get(one.town()), one.platform(), one.posts());
        }

        AllocationProblem problem() {
            List<Block> sent = each(postings).map(this::here).toList();
            Set<String> departments = sent.stream().map(Block::department).collect(Collectors.toSet());
            return new AllocationProblem(
                    whole.platforms(),
                    whole.quotaTypes(),
                    whole.counties(),
                    towns.stream().map(whole.towns()::get).toList(),
                    each(held)
                            .map(one ->
                                    new Held(position.get(one.town()), one.platform(), one.quotaType(), one.posts()))
                            .toList(),
                    pools(),
                    whole.departments().stream()
                            .filter(one -> departments.contains(one.id()))
                            .toList(),
                    sent,
                    limits(),
                    List.of(),
                    whole.reference().map(this::reference),
                    whole.weights(),
                    whole.off(),
                    ratio,
                    townRules());
        }

        private <T> Stream<T> each(Map<Integer, List<T>> byTown) {
            return towns.stream().flatMap(town -> byTown.getOrDefault(town, List.of()).stream());
        }

        /** A block where it was sent, which may be a town that is closed to it. */
        private Block here(Posting posting) {
            Block block = blocks.get(posting.block());
            List<Destination> to = block.destinations().stream()
                    .filter(one -> one.town() == posting.town())
                    .map(one -> new Destination(position.get(one.town()), one.metres(), one.wishesBefore()))
                    .toList();
            return new Block(
                    block.id(),
                    block.department(),
                    block.quotaType(),
                    block.size(),
                    block.fits(),
                    to,
                    block.farthestMetres());
        }

        /** The pool that is asked about has left what it grants elsewhere; of the others nothing changes. */
        private List<Pool> pools() {
            Set<String> granting = each(grants).map(Grant::pool).collect(Collectors.toCollection(HashSet::new));
            granting.add(change.pool());
            int elsewhere = plan.grants().stream()
                    .filter(one -> one.pool().equals(change.pool()) && !position.containsKey(one.town()))
                    .mapToInt(Grant::posts)
                    .sum();
            return whole.pools().stream()
                    .filter(pool -> granting.contains(pool.id()))
                    .map(pool -> new Pool(
                            pool.id(),
                            pool.quotaType(),
                            pool.id().equals(change.pool()) ? pool.usable() - elsewhere : 0,
                            BigDecimal.ZERO,
                            here(pool.serves()),
                            pool.platforms()))
                    .toList();
        }

        private Set<Integer> here(Set<Integer> some) {
            return towns.stream().filter(some::contains).map(position::get).collect(Collectors.toSet());
        }

        private List<GrantLimit> limits() {
            return whole.grantLimits().stream()
                    .filter(one -> one.pool().equals(change.pool()) && position.containsKey(one.town()))
                    .map(one -> new GrantLimit(
                            one.pool(), position.get(one.town()), one.platform(), one.least(), one.most()))
                    .toList();
        }

        private AllocationPlan reference(AllocationPlan reference) {
            return new AllocationPlan(
                    reference.grants().stream()
                            .filter(one -> one.pool().equals(change.pool()) && position.containsKey(one.town()))
                            .map(this::here)
                            .toList(),
                    List.of());
        }

        private TownRules townRules() {
            return new TownRules(
                    fields.stream()
                            .map(one -> new Field(one.id(), one.platforms(), here(one.towns()), one.least()))
                            .toList(),
                    each(standIns)
                            .map(one ->
                                    new StandIn(position.get(one.town()), one.platform(), one.quotaType(), one.most()))
                            .toList(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of());
        }

        Difference.Part inWhole(Difference.Part part) {
            return new Difference.Part(
                    part.rule(),
                    part.town().isPresent()
                            ? OptionalInt.of(towns.get(part.town().getAsInt()))
                            : part.town(),
                    part.decision(),
                    part.before(),
                    part.after());
        }
    }
}
