package org.zhenjie.planner.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationPlan.Grant;
import org.zhenjie.planner.allocation.AllocationPlan.Posting;
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
import org.zhenjie.planner.allocation.OutsideStaff;
import org.zhenjie.planner.allocation.PlanScore.Balance;
import org.zhenjie.planner.allocation.Rule;
import org.zhenjie.planner.allocation.TownRules.Cell;
import org.zhenjie.planner.allocation.TownRules.Field;
import org.zhenjie.planner.allocation.TownRules.OutsideLimit;
import org.zhenjie.planner.allocation.TownRules.Power;
import org.zhenjie.planner.allocation.TownRules.StandIn;
import org.zhenjie.planner.allocation.TownRules.TownPower;
import org.zhenjie.planner.exact.IntegerProgram;
import org.zhenjie.planner.exact.IntegerProgram.Term;

/**
 * An allocation as an integer program: every hard rule is a row, and the objective is either the shortfall (M1) or, at a given shortfall, the
 * soft cost. Nothing is relaxed: the least objective is that of the best plan.
 */
final class AllocationProgram {

    private final AllocationProblem problem;
    private final IntegerProgram.Builder program = new IntegerProgram.Builder();
    private final Map<Grant, Integer> grants = new HashMap<>();
    private final Map<Posting, Integer> postings = new HashMap<>();
    private final Map<String, Block> blocks = new HashMap<>();
    /** What comes to a platform of a town, in posts. */
    private final List<List<List<Term>>> coming;
    /** The same by quota type. */
    private final Map<Cell, List<Term>> comingOfType = new HashMap<>();

    private final Map<Cell, Integer> held = new HashMap<>();
    private final List<Term> shortfall = new ArrayList<>();
    private long constant;

    private AllocationProgram(AllocationProblem problem) {
        if (!isBounded(problem)) {
            throw new IllegalArgumentException("pools without a size have no end of plans");
        }
        this.problem = problem;
        coming = problem.towns().stream()
                .map(town -> problem.platforms().stream()
                        .map(platform -> (List<Term>) new ArrayList<Term>())
                        .toList())
                .toList();
        for (Held posts : problem.held()) {
            held.merge(new Cell(posts.town(), posts.platform(), posts.quotaType()), posts.posts(), Integer::sum);
        }
        problem.pools().forEach(this::pool);
        problem.blocks().forEach(block -> blocks.put(block.id(), block));
        blockChoices();
        limitsOfTowns();
        limitsOfGrants();
        departments();
        fieldsAndStandIns();
        powersThatAreTaken();
        outsideStaff();
        shortfall();
    }

    /** Whether there is an end of plans: pools have a size (H1). */
    static boolean isBounded(AllocationProblem problem) {
        return problem.isOn(Rule.H1) || problem.pools().isEmpty();
    }

    /**
     * The program whose objective is the shortfall.
     *
     * @param least no plan is short of less, as far as is known before
     */
    static AllocationProgram ofShortfall(AllocationProblem problem, long least) {
        AllocationProgram made = new AllocationProgram(problem);
        made.least(made.shortfall, least);
        made.shortfall.forEach(term -> made.program.cost(term.variable(), term.factor()));
        return made;
    }

    /**
     * The program whose objective, with {@link #constant}, is the soft cost.
     *
     * @param most most shortfall
     * @param known soft cost of a plan within that shortfall, if there is one: plans that are sure to cost more are left out
     */
    static AllocationProgram ofCost(AllocationProblem problem, long most, OptionalLong known) {
        AllocationProgram made = new AllocationProgram(problem);
        made.program.row(made.shortfall, 0, most);
        made.balance(known);
        made.blockCosts();
        made.powersLeft();
        problem.reference().ifPresent(made::moved);
        return made;
    }

    /** The program. */
    IntegerProgram program() {
        return program.build();
    }

    /** What the objective leaves out. */
    long constant() {
        return constant;
    }

    /** The decisions of an answer. */
    AllocationPlan plan(List<Long> values) {
        return new AllocationPlan(
                grants.entrySet().stream()
                        .filter(entry -> values.get(entry.getValue()) > 0)
                        .map(entry -> new Grant(
                                entry.getKey().pool(),
                                entry.getKey().town(),
                                entry.getKey().platform(),
                                Math.toIntExact(values.get(entry.getValue()))))
                        .toList(),
                postings.entrySet().stream()
                        .filter(entry -> values.get(entry.getValue()) > 0)
                        .map(Map.Entry::getKey)
                        .toList());
    }

    /** The decisions of a plan, as far as they are open. */
    Map<Integer, Long> values(AllocationPlan plan) {
        Map<Integer, Long> values = new HashMap<>();
        grants.values().forEach(variable -> values.put(variable, 0L));
        postings.values().forEach(variable -> values.put(variable, 0L));
        for (Grant grant : plan.grants()) {
            variable(grant).ifPresent(variable -> values.merge(variable, (long) grant.posts(), Long::sum));
        }
        for (Posting posting : plan.postings()) {
            Optional.ofNullable(postings.get(posting)).ifPresent(variable -> values.put(variable, 1L));
        }
        return values;
    }

    private Optional<Integer> variable(Grant grant) {
        return Optional.ofNullable(grants.get(new Grant(grant.pool(), grant.town(), grant.platform(), 0)));
    }

    private void pool(Pool pool) {
        List<Term> all = new ArrayList<>();
        for (int town = 0; town < problem.towns().size(); town++) {
            for (int platform = 0; platform < problem.platforms().size(); platform++) {
                if (!problem.isOn(Rule.H2) || pool.serves(town, platform)) {
                    int posts = program.variable(pool.id() + " to " + town + "/" + platform, 0, pool.usable());
                    grants.put(new Grant(pool.id(), town, platform, 0), posts);
                    come(town, platform, pool.quotaType(), new Term(posts, 1));
                    all.add(new Term(posts, 1));
                }
            }
        }
        most(all, pool.usable());
    }

    private void come(int town, int platform, int quotaType, Term term) {
        coming.get(town).get(platform).add(term);
        comingOfType
                .computeIfAbsent(new Cell(town, platform, quotaType), cell -> new ArrayList<>())
                .add(term);
    }

    private void most(List<Term> sum, long most) {
        row(sum, Long.MIN_VALUE, most);
    }

    private void least(List<Term> sum, long least) {
        row(sum, least, Long.MAX_VALUE);
    }

    private void row(List<Term> sum, long least, long most) {
        if (!sum.isEmpty()) {
            program.row(sum, least, most);
        } else if (least > 0 || most < 0) {
            // nothing can be done about it: no plan keeps the rule
            program.row(List.of(new Term(program.variable("nothing", 0, 0), 1)), 1, 1);
        }
    }

    private void blockChoices() {
        Map<String, BlockRule> rules = new HashMap<>();
        if (problem.isOn(Rule.H8)) {
            problem.blockRules().forEach(rule -> rules.put(rule.block(), rule));
        }
        for (Block block : problem.blocks()) {
            Optional<BlockRule> rule = Optional.ofNullable(rules.get(block.id()));
            List<Term> all = new ArrayList<>();
            for (Destination to : block.destinations()) {
                for (int platform = 0; platform < problem.platforms().size(); platform++) {
                    Place place = new Place(to.town(), platform);
                    boolean near = !problem.isOn(Rule.H6) || to.metres() <= block.farthestMetres();
                    if (near && rule.map(one -> one.places().contains(place)).orElse(true)) {
                        int goes = program.choice(block.id() + " to " + to.town() + "/" + platform);
                        postings.put(new Posting(block.id(), to.town(), platform), goes);
                        come(to.town(), platform, block.quotaType(), new Term(goes, block.size()));
                        all.add(new Term(goes, 1));
                    }
                }
            }
            row(all, rule.map(BlockRule::mayStay).orElse(true) ? 0 : 1, 1);
        }
    }

    private int heldOn(int town, int platform) {
        return IntStream.range(0, problem.quotaTypes().size())
                .map(type -> held.getOrDefault(new Cell(town, platform, type), 0))
                .sum();
    }

    private IntStream platforms() {
        return IntStream.range(0, problem.platforms().size());
    }

    private void limitsOfTowns() {
        for (int index = 0; index < problem.towns().size(); index++) {
            int town = index;
            Town unit = problem.towns().get(town);
            if (problem.isOn(Rule.H3)) {
                for (int one = 0; one < problem.quotaTypes().size(); one++) {
                    int type = one;
                    long before = platforms()
                            .mapToLong(platform -> held.getOrDefault(new Cell(town, platform, type), 0))
                            .sum();
                    List<Term> all = platforms()
                            .mapToObj(platform -> comingOfType.getOrDefault(new Cell(town, platform, type), List.of()))
                            .flatMap(List::stream)
                            .toList();
                    most(all, Math.max(0, unit.ceiling().get(type) - before));
                }
            }
            if (problem.isOn(Rule.H7)) {
                platforms()
                        .forEach(platform -> least(
                                coming.get(town).get(platform),
                                (long) unit.floor().get(platform) - heldOn(town, platform)));
            }
        }
    }

    private void limitsOfGrants() {
        if (!problem.isOn(Rule.H8)) {
            return;
        }
        for (GrantLimit limit : problem.grantLimits()) {
            List<Term> posts = platforms()
                    .filter(platform ->
                            limit.platform().isEmpty() || limit.platform().equals(OptionalInt.of(platform)))
                    .mapToObj(platform -> variable(new Grant(limit.pool(), limit.town(), platform, 0)))
                    .flatMap(Optional::stream)
                    .map(variable -> new Term(variable, 1))
                    .toList();
            row(posts, limit.least(), limit.most());
        }
    }

    /** The postings that are open, in the order of their variables. */
    private Stream<Map.Entry<Posting, Integer>> open() {
        return postings.entrySet().stream().sorted(Map.Entry.comparingByValue());
    }

    private void departments() {
        if (!problem.isOn(Rule.H4)) {
            return;
        }
        for (Department department : problem.departments()) {
            List<Term> sent = open().filter(entry ->
                            blocks.get(entry.getKey().block()).department().equals(department.id()))
                    .map(this::people)
                    .toList();
            most(sent, department.maySend());
        }
    }

    private Term people(Map.Entry<Posting, Integer> posting) {
        return new Term(posting.getValue(), blocks.get(posting.getKey().block()).size());
    }

    private void fieldsAndStandIns() {
        if (problem.isOn(Rule.H10)) {
            for (Field field : problem.townRules().fields()) {
                List<Term> posts = new ArrayList<>();
                long before = 0;
                for (int town : field.towns()) {
                    for (int platform : field.platforms()) {
                        posts.addAll(coming.get(town).get(platform));
                        before += heldOn(town, platform);
                    }
                }
                least(posts, field.least() - before);
            }
        }
        if (problem.isOn(Rule.H12)) {
            for (StandIn limit : problem.townRules().standIns()) {
                Cell cell = limit.cell();
                long room = Math.max(0, limit.most() - held.getOrDefault(cell, 0));
                most(comingOfType.getOrDefault(cell, List.of()), room);
            }
        }
    }

    /** People who come to a town with the skill of a power. */
    private List<Term> skilled(TownPower one) {
        String skill = problem.townRules().powers().get(one.power()).skill();
        return open().filter(entry -> entry.getKey().town() == one.town())
                .filter(entry -> blocks.get(entry.getKey().block()).skills().contains(skill))
                .map(this::people)
                .toList();
    }

    /** People whom a town lacks for a power before the plan. */
    private long lacking(TownPower one) {
        Power power = problem.townRules().powers().get(one.power());
        return power.people()
                - problem.townRules().skilled().stream()
                        .filter(people ->
                                people.town() == one.town() && people.skill().equals(power.skill()))
                        .mapToLong(people -> people.people())
                        .sum();
    }

    private void powersThatAreTaken() {
        if (problem.isOn(Rule.H5)) {
            problem.townRules().townPowers().stream()
                    .filter(one -> !one.open())
                    .forEach(one -> least(skilled(one), lacking(one)));
        }
    }

    /** No plan has a say in it: either the limits can be kept, or there is no plan. */
    private void outsideStaff() {
        if (problem.isOn(Rule.H11)) {
            OutsideStaff staff = OutsideStaff.of(problem);
            for (OutsideLimit limit : problem.townRules().outsideLimits()) {
                most(List.of(), -Math.max(0, staff.beyond(limit)));
            }
        }
    }

    private void shortfall() {
        if (!problem.isOn(Rule.M1)) {
            return;
        }
        for (int town = 0; town < problem.towns().size(); town++) {
            for (int platform = 0; platform < problem.platforms().size(); platform++) {
                long lacking = (long) problem.towns().get(town).need().get(platform) - heldOn(town, platform);
                if (lacking > 0) {
                    Term lack = new Term(program.variable("short at " + town + "/" + platform, 0, lacking), 1);
                    shortfall.add(lack);
                    least(
                            Stream.concat(coming.get(town).get(platform).stream(), Stream.of(lack))
                                    .toList(),
                            lacking);
                }
            }
        }
    }

    /** A sum of posts whose cost is its squared deviation (S1, S2), from nothing coming to all that could come. */
    private record Deviation(String name, List<Term> coming, long[] costs) {
        long least() {
            return java.util.Arrays.stream(costs).min().orElseThrow();
        }
    }

    private void balance(OptionalLong known) {
        List<Deviation> all = new ArrayList<>();
        List<List<Integer>> counties = new ArrayList<>();
        problem.counties().forEach(county -> counties.add(new ArrayList<>()));
        for (int town = 0; town < problem.towns().size(); town++) {
            counties.get(problem.towns().get(town).county()).add(town);
            deviation("town " + town, List.of(town), problem.weight(Rule.S1)).ifPresent(all::add);
        }
        for (int county = 0; county < counties.size(); county++) {
            deviation("county " + county, counties.get(county), problem.weight(Rule.S2))
                    .ifPresent(all::add);
        }
        long sure = all.stream().mapToLong(Deviation::least).sum();
        for (Deviation one : all) {
            long most = known.isEmpty() ? Long.MAX_VALUE : known.getAsLong() - sure + one.least();
            int[] kept = IntStream.range(0, one.costs().length)
                    .filter(posts -> one.costs()[posts] <= most)
                    .toArray();
            // the costs rise on both sides of the common ratio, so that what is kept lies together
            long[] costs = java.util.Arrays.copyOfRange(one.costs(), kept[0], kept[kept.length - 1] + 1);
            constant = Math.addExact(constant, program.cost(one.name(), one.coming(), kept[0], costs));
        }
    }

    private Optional<Deviation> deviation(String name, List<Integer> towns, long weight) {
        long need = towns.stream()
                .mapToLong(town -> problem.towns().get(town).totalNeed())
                .sum();
        if (weight == 0 || need == 0) {
            return Optional.empty();
        }
        long before = towns.stream()
                .flatMapToInt(town -> platforms().map(platform -> heldOn(town, platform)))
                .asLongStream()
                .sum();
        List<Term> posts = towns.stream()
                .flatMap(town -> coming.get(town).stream())
                .flatMap(List::stream)
                .toList();
        Balance balance = Balance.of(problem);
        long[] costs = IntStream.rangeClosed(0, mostComing(towns))
                .mapToLong(more -> Math.multiplyExact(weight, balance.cost(before + more, need)))
                .toArray();
        if (posts.isEmpty()) {
            constant = Math.addExact(constant, costs[0]);
            return Optional.empty();
        }
        return Optional.of(new Deviation(name, posts, costs));
    }

    /** No more can come to towns: pools and blocks that may go there, and the room under the ceilings. */
    private int mostComing(List<Integer> towns) {
        long sum = 0;
        for (int one = 0; one < problem.quotaTypes().size(); one++) {
            int type = one;
            long pools = problem.pools().stream()
                    .filter(pool -> pool.quotaType() == type)
                    .filter(pool -> towns.stream()
                            .anyMatch(town -> platforms()
                                    .anyMatch(platform -> variable(new Grant(pool.id(), town, platform, 0))
                                            .isPresent())))
                    .mapToLong(Pool::usable)
                    .sum();
            long people = problem.blocks().stream()
                    .filter(block -> block.quotaType() == type)
                    .filter(block -> block.destinations().stream().anyMatch(to -> towns.contains(to.town())))
                    .mapToLong(Block::size)
                    .sum();
            long room = !problem.isOn(Rule.H3)
                    ? Long.MAX_VALUE
                    : towns.stream()
                            .mapToLong(town -> roomUnderCeiling(town, type))
                            .sum();
            sum += Math.min(pools + people, room);
        }
        return Math.toIntExact(sum);
    }

    private long roomUnderCeiling(int town, int type) {
        long before = platforms()
                .mapToLong(platform -> held.getOrDefault(new Cell(town, platform, type), 0))
                .sum();
        return Math.max(0, problem.towns().get(town).ceiling().get(type) - before);
    }

    private void blockCosts() {
        for (Map.Entry<Posting, Integer> entry : open().toList()) {
            Posting posting = entry.getKey();
            Block block = blocks.get(posting.block());
            Destination to = block.destinations().stream()
                    .filter(one -> one.town() == posting.town())
                    .findFirst()
                    .orElseThrow();
            long each = problem.weight(Rule.S3) * to.metres()
                    + problem.weight(Rule.S4) * (block.fits().contains(posting.platform()) ? 0 : 1)
                    + problem.weight(Rule.S6) * to.wishesBefore();
            program.cost(entry.getValue(), each * block.size());
        }
    }

    private void powersLeft() {
        for (TownPower one : problem.townRules().townPowers()) {
            long cost = problem.weight(Rule.S7)
                    * problem.townRules().powers().get(one.power()).cases();
            long lacking = lacking(one);
            if (one.open() && lacking > 0 && cost > 0) {
                int taken = program.choice("power " + one.power() + " in " + one.town());
                least(
                        Stream.concat(skilled(one).stream(), Stream.of(new Term(taken, -lacking)))
                                .toList(),
                        0);
                program.cost(taken, -cost);
                constant += cost;
            }
        }
    }

    private void moved(AllocationPlan reference) {
        long weight = problem.weight(Rule.S5);
        if (weight == 0) {
            return;
        }
        Map<Grant, Long> before = new HashMap<>();
        reference
                .grants()
                .forEach(grant -> before.merge(
                        new Grant(grant.pool(), grant.town(), grant.platform(), 0), (long) grant.posts(), Long::sum));
        grants.entrySet().stream().sorted(Map.Entry.comparingByValue()).forEach(entry -> {
            long was = Optional.ofNullable(before.remove(entry.getKey())).orElse(0L);
            int usable = Math.max(pool(entry.getKey()).usable(), 0);
            int change = program.variable("change of " + entry.getKey(), 0, Math.max(was, usable));
            least(List.of(new Term(change, 1), new Term(entry.getValue(), -1)), -was);
            least(List.of(new Term(change, 1), new Term(entry.getValue(), 1)), was);
            program.cost(change, weight);
        });
        // what may not be granted any more is taken back by every plan
        before.values().forEach(posts -> constant += weight * posts);
        Map<String, Posting> sent = new HashMap<>();
        reference.postings().forEach(posting -> sent.put(posting.block(), posting));
        open().toList().forEach(entry -> {
            Posting posting = entry.getKey();
            long cost = weight * blocks.get(posting.block()).size();
            if (posting.equals(sent.get(posting.block()))) {
                program.cost(entry.getValue(), -cost);
            } else if (!sent.containsKey(posting.block())) {
                program.cost(entry.getValue(), cost);
            }
        });
        sent.keySet().forEach(block -> constant += weight * blocks.get(block).size());
    }

    private Pool pool(Grant cell) {
        return problem.pools().stream()
                .filter(pool -> pool.id().equals(cell.pool()))
                .findFirst()
                .orElseThrow();
    }
}
