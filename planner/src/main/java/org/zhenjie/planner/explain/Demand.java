package org.zhenjie.planner.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.zhenjie.planner.allocation.AllocationPart;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationProblem.Block;
import org.zhenjie.planner.allocation.AllocationProblem.BlockRule;
import org.zhenjie.planner.allocation.AllocationProblem.Department;
import org.zhenjie.planner.allocation.AllocationProblem.Destination;
import org.zhenjie.planner.allocation.AllocationProblem.GrantLimit;
import org.zhenjie.planner.allocation.AllocationProblem.Pool;
import org.zhenjie.planner.allocation.AllocationProblem.Town;
import org.zhenjie.planner.allocation.OutsideStaff;
import org.zhenjie.planner.allocation.ProblemDraft;
import org.zhenjie.planner.allocation.Rule;
import org.zhenjie.planner.allocation.TownRules;
import org.zhenjie.planner.allocation.TownRules.Field;
import org.zhenjie.planner.allocation.TownRules.Outside;
import org.zhenjie.planner.allocation.TownRules.OutsideLimit;
import org.zhenjie.planner.allocation.TownRules.Power;
import org.zhenjie.planner.allocation.TownRules.StandIn;
import org.zhenjie.planner.allocation.TownRules.TownPower;

/** One hard rule where it asks something of one pool, town, department or block: what people may give way on. */
public sealed interface Demand {

    /** The rule. */
    Rule rule();

    /** Gives way altogether. */
    void drop(ProblemDraft draft);

    /** The most that it can give way by, posts, people or metres; 0 where it can only be given up as a whole, which holds unless it says otherwise. */
    default int most(AllocationProblem problem) {
        return 0;
    }

    /** Gives way by so many posts, people or metres, up to {@link #most}. */
    default void loosen(ProblemDraft draft, int by) {
        drop(draft);
    }

    /** The same of a part, with the positions of the whole. */
    default Demand inWhole(AllocationPart part) {
        return this;
    }

    /** H1: a pool grants no more than it may. */
    record PoolSize(String pool) implements Demand {
        @Override
        public Rule rule() {
            return Rule.H1;
        }

        @Override
        public void drop(ProblemDraft draft) {
            loosen(draft, beyondUse(draft));
        }

        @Override
        public int most(AllocationProblem problem) {
            return beyondUse(new ProblemDraft(problem));
        }

        @Override
        public void loosen(ProblemDraft draft, int by) {
            replace(
                    draft.pools(),
                    one -> one.id().equals(pool),
                    one -> new Pool(
                            one.id(),
                            one.quotaType(),
                            one.usable() + by,
                            BigDecimal.ZERO,
                            one.serves(),
                            one.platforms()));
        }
    }

    /** H2: a pool grants only to the towns it may serve. */
    record Jurisdiction(String pool) implements Demand {
        @Override
        public Rule rule() {
            return Rule.H2;
        }

        @Override
        public void drop(ProblemDraft draft) {
            Set<Integer> all = IntStream.range(0, draft.towns().size()).boxed().collect(Collectors.toSet());
            replace(
                    draft.pools(),
                    one -> one.id().equals(pool),
                    one -> new Pool(one.id(), one.quotaType(), one.size(), one.reserve(), all, Set.of()));
        }
    }

    /** H3: a quota type in a town stays within its ceiling. */
    record Ceiling(int town, int quotaType) implements Demand {
        @Override
        public Demand inWhole(AllocationPart part) {
            return new Ceiling(part.towns().get(town), quotaType);
        }

        @Override
        public Rule rule() {
            return Rule.H3;
        }

        @Override
        public void drop(ProblemDraft draft) {
            set(draft, most -> Integer.MAX_VALUE);
        }

        @Override
        public int most(AllocationProblem problem) {
            return beyondUse(new ProblemDraft(problem));
        }

        @Override
        public void loosen(ProblemDraft draft, int by) {
            int held = draft.held().stream()
                    .filter(one -> one.town() == town && one.quotaType() == quotaType)
                    .mapToInt(AllocationProblem.Held::posts)
                    .sum();
            set(draft, most -> Math.max(most, held) + by);
        }

        private void set(ProblemDraft draft, UnaryOperator<Integer> change) {
            Town unit = draft.towns().get(town);
            draft.towns()
                    .set(
                            town,
                            new Town(
                                    unit.id(),
                                    unit.county(),
                                    unit.need(),
                                    unit.floor(),
                                    with(unit.ceiling(), quotaType, change)));
        }
    }

    /** H4: a department keeps its people. */
    record DepartmentFloor(String department) implements Demand {
        @Override
        public Rule rule() {
            return Rule.H4;
        }

        @Override
        public void drop(ProblemDraft draft) {
            loosen(draft, people(draft.blocks()));
        }

        @Override
        public int most(AllocationProblem problem) {
            return people(problem.blocks());
        }

        private int people(List<Block> blocks) {
            return blocks.stream()
                    .filter(block -> block.department().equals(department))
                    .mapToInt(Block::size)
                    .sum();
        }

        @Override
        public void loosen(ProblemDraft draft, int by) {
            replace(
                    draft.departments(),
                    one -> one.id().equals(department),
                    one -> new Department(one.id(), one.maySend() + by, 0));
        }
    }

    /** H6: a block is not sent farther than it may be; it gives way by metres. */
    record Farthest(String block) implements Demand {
        @Override
        public Rule rule() {
            return Rule.H6;
        }

        @Override
        public void drop(ProblemDraft draft) {
            set(draft, most -> Long.MAX_VALUE);
        }

        /** As many metres as lead to the farthest of the towns. */
        @Override
        public int most(AllocationProblem problem) {
            return problem.blocks().stream()
                    .filter(one -> one.id().equals(block))
                    .mapToInt(Farthest::beyond)
                    .sum();
        }

        private static int beyond(Block one) {
            long farthest = one.destinations().stream()
                    .mapToLong(Destination::metres)
                    .max()
                    .orElse(0);
            return Math.toIntExact(Math.min(Integer.MAX_VALUE / 2, farthest - one.farthestMetres()));
        }

        @Override
        public void loosen(ProblemDraft draft, int by) {
            set(draft, most -> most + by);
        }

        private void set(ProblemDraft draft, UnaryOperator<Long> change) {
            replace(
                    draft.blocks(),
                    one -> one.id().equals(block),
                    one -> new Block(
                            one.id(),
                            one.department(),
                            one.quotaType(),
                            one.size(),
                            one.fits(),
                            one.destinations(),
                            change.apply(one.farthestMetres()),
                            one.skills()));
        }
    }

    /** H7: a platform of a town has its least posts. */
    record PlatformFloor(int town, int platform) implements Demand {
        @Override
        public Demand inWhole(AllocationPart part) {
            return new PlatformFloor(part.towns().get(town), platform);
        }

        @Override
        public Rule rule() {
            return Rule.H7;
        }

        @Override
        public void drop(ProblemDraft draft) {
            set(draft, floor -> 0);
        }

        @Override
        public int most(AllocationProblem problem) {
            return problem.towns().get(town).floor().get(platform);
        }

        @Override
        public void loosen(ProblemDraft draft, int by) {
            set(draft, floor -> floor - by);
        }

        private void set(ProblemDraft draft, UnaryOperator<Integer> change) {
            Town unit = draft.towns().get(town);
            draft.towns()
                    .set(
                            town,
                            new Town(
                                    unit.id(),
                                    unit.county(),
                                    unit.need(),
                                    with(unit.floor(), platform, change),
                                    unit.ceiling()));
        }
    }

    /** H8: pins at one place that ask for at least so many posts of a pool are kept; place and platform as in the pin. */
    record GrantLeast(String pool, int town, OptionalInt platform, int least) implements Demand {
        @Override
        public Demand inWhole(AllocationPart part) {
            return new GrantLeast(pool, part.towns().get(town), platform, least);
        }

        @Override
        public Rule rule() {
            return Rule.H8;
        }

        @Override
        public void drop(ProblemDraft draft) {
            loosen(draft, least);
        }

        @Override
        public int most(AllocationProblem problem) {
            return least;
        }

        @Override
        public void loosen(ProblemDraft draft, int by) {
            replace(
                    draft.grantLimits(),
                    pin -> isAt(pin, pool, town, platform) && pin.least() == least,
                    pin -> new GrantLimit(pool, town, platform, least - by, pin.most()));
        }
    }

    /** H8: pins and bans at one place that ask for at most so many posts of a pool are kept. */
    record GrantMost(String pool, int town, OptionalInt platform, int most) implements Demand {
        @Override
        public Demand inWhole(AllocationPart part) {
            return new GrantMost(pool, part.towns().get(town), platform, most);
        }

        @Override
        public Rule rule() {
            return Rule.H8;
        }

        @Override
        public void drop(ProblemDraft draft) {
            loosen(draft, Integer.MAX_VALUE - most);
        }

        @Override
        public int most(AllocationProblem problem) {
            return beyondUse(new ProblemDraft(problem));
        }

        @Override
        public void loosen(ProblemDraft draft, int by) {
            replace(
                    draft.grantLimits(),
                    pin -> isAt(pin, pool, town, platform) && pin.most() == most,
                    pin -> new GrantLimit(pool, town, platform, pin.least(), most + by));
        }
    }

    /** H8: a pin or ban on a block is kept. */
    record BlockPin(BlockRule pin) implements Demand {
        @Override
        public Demand inWhole(AllocationPart part) {
            return new BlockPin(part.inWhole(pin));
        }

        @Override
        public Rule rule() {
            return Rule.H8;
        }

        @Override
        public void drop(ProblemDraft draft) {
            draft.blockRules().remove(pin);
        }
    }

    /** H10: the platforms of a field hold its least posts, over its towns together. */
    record FieldFloor(String field) implements Demand {
        @Override
        public Rule rule() {
            return Rule.H10;
        }

        @Override
        public void drop(ProblemDraft draft) {
            set(draft, least -> 0);
        }

        @Override
        public int most(AllocationProblem problem) {
            return problem.townRules().fields().stream()
                    .filter(one -> one.id().equals(field))
                    .mapToInt(Field::least)
                    .sum();
        }

        @Override
        public void loosen(ProblemDraft draft, int by) {
            set(draft, least -> least - by);
        }

        private void set(ProblemDraft draft, UnaryOperator<Integer> change) {
            replace(
                    draft.fields(),
                    one -> one.id().equals(field),
                    one -> new Field(one.id(), one.platforms(), one.towns(), change.apply(one.least())));
        }
    }

    /** H5: a town that takes a power holds the people it asks for. */
    record PowerPeople(int town, String power) implements Demand {
        @Override
        public Demand inWhole(AllocationPart part) {
            return new PowerPeople(part.towns().get(town), power);
        }

        @Override
        public Rule rule() {
            return Rule.H5;
        }

        @Override
        public void drop(ProblemDraft draft) {
            draft.townPowers().removeIf(one -> isIt(draft, one));
        }

        private boolean isIt(ProblemDraft draft, TownPower one) {
            return one.town() == town && draft.powers().get(one.power()).id().equals(power);
        }

        /** People that the power asks for. */
        @Override
        public int most(AllocationProblem problem) {
            return problem.townRules().powers().stream()
                    .filter(one -> one.id().equals(power))
                    .mapToInt(Power::people)
                    .sum();
        }

        @Override
        public void loosen(ProblemDraft draft, int by) {
            Power asked = draft.powers().stream()
                    .filter(one -> one.id().equals(power))
                    .findFirst()
                    .orElseThrow();
            String here = power + "@" + town;
            draft.powers().add(new Power(here, asked.skill(), asked.people() - by, asked.cases()));
            replace(
                    draft.townPowers(),
                    one -> isIt(draft, one),
                    one -> new TownPower(draft.powers().size() - 1, town, one.open()));
        }
    }

    /** H11: staff outside establishment stay within one limit. */
    record OutsideTerms(String limit) implements Demand {
        @Override
        public Rule rule() {
            return Rule.H11;
        }

        @Override
        public void drop(ProblemDraft draft) {
            draft.outsideLimits().removeIf(one -> one.id().equals(limit));
        }

        @Override
        public int most(AllocationProblem problem) {
            OutsideStaff staff = OutsideStaff.of(problem);
            return Math.toIntExact(problem.townRules().outsideLimits().stream()
                    .filter(one -> one.id().equals(limit))
                    .mapToLong(staff::beyond)
                    .sum());
        }

        /** So many people more, and the money for as many of the dearest. */
        @Override
        public void loosen(ProblemDraft draft, int by) {
            replace(
                    draft.outsideLimits(),
                    one -> one.id().equals(limit),
                    one -> new OutsideLimit(limit, one.towns(), people(one, by), budget(draft, one, by)));
        }

        private static int people(OutsideLimit limit, int by) {
            return (int) Math.min(Integer.MAX_VALUE, limit.people() + (long) by);
        }

        /** People who cost nothing cannot bring a budget into balance: then it is given up. */
        private static long budget(ProblemDraft draft, OutsideLimit limit, int by) {
            long each = dearest(draft, limit);
            return each == 0 || limit.budget() == Long.MAX_VALUE ? Long.MAX_VALUE : limit.budget() + by * each;
        }

        /** What the dearest of the people under the limit cost a year. */
        private static long dearest(ProblemDraft draft, OutsideLimit limit) {
            return draft.outside().stream()
                    .filter(one -> limit.towns().contains(one.town()) && one.people() > 0)
                    .mapToLong(Outside::unitCost)
                    .max()
                    .orElse(0);
        }
    }

    /** H12: posts of a type on a platform of a town stay within what may stand in. */
    record StandInLimit(int town, int platform, int quotaType) implements Demand {
        @Override
        public Demand inWhole(AllocationPart part) {
            return new StandInLimit(part.towns().get(town), platform, quotaType);
        }

        @Override
        public Rule rule() {
            return Rule.H12;
        }

        @Override
        public void drop(ProblemDraft draft) {
            draft.standIns().removeIf(this::isIt);
        }

        private boolean isIt(StandIn one) {
            return one.town() == town && one.platform() == platform && one.quotaType() == quotaType;
        }

        @Override
        public int most(AllocationProblem problem) {
            return beyondUse(new ProblemDraft(problem));
        }

        @Override
        public void loosen(ProblemDraft draft, int by) {
            int held = draft.held().stream()
                    .filter(one -> one.town() == town && one.platform() == platform && one.quotaType() == quotaType)
                    .mapToInt(AllocationProblem.Held::posts)
                    .sum();
            replace(
                    draft.standIns(),
                    this::isIt,
                    one -> new StandIn(town, platform, quotaType, Math.max(one.most(), held) + by));
        }
    }

    /** Everything that the hard rules of a problem ask, rules that are switched off apart. */
    static List<Demand> of(AllocationProblem problem) {
        List<Demand> all = new ArrayList<>();
        for (Pool pool : problem.pools()) {
            all.add(new PoolSize(pool.id()));
            if (pool.serves().size() < problem.towns().size()
                    || !pool.platforms().isEmpty()) {
                all.add(new Jurisdiction(pool.id()));
            }
        }
        problem.departments().forEach(department -> all.add(new DepartmentFloor(department.id())));
        problem.blocks().stream()
                .filter(block -> block.destinations().stream().anyMatch(town -> town.metres() > block.farthestMetres()))
                .forEach(block -> all.add(new Farthest(block.id())));
        for (int town = 0; town < problem.towns().size(); town++) {
            Town unit = problem.towns().get(town);
            for (int type = 0; type < unit.ceiling().size(); type++) {
                if (unit.ceiling().get(type) < Integer.MAX_VALUE) {
                    all.add(new Ceiling(town, type));
                }
            }
            for (int platform = 0; platform < unit.floor().size(); platform++) {
                if (unit.floor().get(platform) > 0) {
                    all.add(new PlatformFloor(town, platform));
                }
            }
        }
        for (GrantLimit pin : problem.grantLimits()) {
            if (pin.least() > 0) {
                all.add(new GrantLeast(pin.pool(), pin.town(), pin.platform(), pin.least()));
            }
            if (pin.most() < Integer.MAX_VALUE) {
                all.add(new GrantMost(pin.pool(), pin.town(), pin.platform(), pin.most()));
            }
        }
        problem.blockRules().forEach(pin -> all.add(new BlockPin(pin)));
        problem.townRules().fields().stream()
                .filter(field -> field.least() > 0)
                .forEach(field -> all.add(new FieldFloor(field.id())));
        TownRules rules = problem.townRules();
        rules.townPowers().stream()
                .filter(one -> !one.open())
                .forEach(one -> all.add(new PowerPeople(
                        one.town(), rules.powers().get(one.power()).id())));
        rules.outsideLimits().forEach(limit -> all.add(new OutsideTerms(limit.id())));
        rules.standIns().forEach(one -> all.add(new StandInLimit(one.town(), one.platform(), one.quotaType())));
        all.removeIf(demand -> !problem.isOn(demand.rule()));
        return all.stream().distinct().toList();
    }

    private static boolean isAt(GrantLimit pin, String pool, int town, OptionalInt platform) {
        return pin.pool().equals(pool) && pin.town() == town && pin.platform().equals(platform);
    }

    /** More posts than the hard rules could ever ask of one pool or ceiling. */
    private static int beyondUse(ProblemDraft problem) {
        long use = problem.grantLimits().stream().mapToLong(GrantLimit::least).sum();
        for (Town town : problem.towns()) {
            use += town.floor().stream().mapToLong(Integer::longValue).sum();
        }
        use += problem.blocks().stream().mapToLong(Block::size).sum();
        return Math.toIntExact(Math.min(use, Integer.MAX_VALUE / 4));
    }

    private static <T> void replace(List<T> list, Predicate<T> which, Function<T, T> change) {
        list.replaceAll(one -> which.test(one) ? change.apply(one) : one);
    }

    private static List<Integer> with(List<Integer> list, int position, UnaryOperator<Integer> change) {
        List<Integer> changed = new ArrayList<>(list);
        changed.set(position, change.apply(changed.get(position)));
        return changed;
    }
}
