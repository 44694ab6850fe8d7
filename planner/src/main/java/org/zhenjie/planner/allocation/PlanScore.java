package org.zhenjie.planner.allocation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.zhenjie.planner.allocation.AllocationPlan.Grant;
import org.zhenjie.planner.allocation.AllocationPlan.Posting;
import org.zhenjie.planner.allocation.AllocationProblem.Block;
import org.zhenjie.planner.allocation.AllocationProblem.BlockRule;
import org.zhenjie.planner.allocation.AllocationProblem.Department;
import org.zhenjie.planner.allocation.AllocationProblem.GrantLimit;
import org.zhenjie.planner.allocation.AllocationProblem.Held;
import org.zhenjie.planner.allocation.AllocationProblem.Place;
import org.zhenjie.planner.allocation.AllocationProblem.Pool;
import org.zhenjie.planner.allocation.AllocationProblem.Town;
import org.zhenjie.planner.allocation.TownRules.Cell;
import org.zhenjie.planner.allocation.TownRules.Field;
import org.zhenjie.planner.allocation.TownRules.OutsideLimit;
import org.zhenjie.planner.allocation.TownRules.Power;
import org.zhenjie.planner.allocation.TownRules.Skilled;
import org.zhenjie.planner.allocation.TownRules.StandIn;
import org.zhenjie.planner.allocation.TownRules.TownPower;

/**
 * The score of a plan by plain accounting: every rule written out over the whole plan, with no search library. It is what
 * plans are reported and explained with, and what the solver's own count is checked against.
 *
 * @param costs every cost above 0, rule by rule; they add up exactly to the score
 * @param levels posts by town and platform with the plan, L[t,f]
 */
public record PlanScore(List<RuleCost> costs, List<List<Integer>> levels) {

    /**
     * One cost.
     *
     * @param rule the rule that counts
     * @param town position of the town it falls in, if it falls in one
     * @param decision what is charged: id of a pool, department, block, quota type, platform, county,
     *     power, field or limit on outside staff; for H12 platform/quota type
     * @param amount posts, people, post-metres or squared ratio times 10^6; above 0
     * @param weight what one of them costs
     */
    public record RuleCost(Rule rule, OptionalInt town, Optional<String> decision, long amount, long weight) {
        /** Amount times weight. */
        public long cost() {
            return amount * weight;
        }
    }

    /** Scores a plan of the problem. */
    public static PlanScore of(AllocationProblem problem, AllocationPlan plan) {
        return new Accounting(problem, plan).score();
    }

    /** The sum of the costs, negated, by level. */
    public Score score() {
        Map<Rule.Level, Long> sums = new HashMap<>();
        costs.forEach(cost -> sums.merge(cost.rule().level(), cost.cost(), Long::sum));
        return new Score(
                -sums.getOrDefault(Rule.Level.HARD, 0L),
                -sums.getOrDefault(Rule.Level.MEDIUM, 0L),
                -sums.getOrDefault(Rule.Level.SOFT, 0L));
    }

    /** Cost of one rule. */
    public long cost(Rule rule) {
        return costs.stream()
                .filter(cost -> cost.rule() == rule)
                .mapToLong(RuleCost::cost)
                .sum();
    }

    /** Posts over all platforms of a town with the plan, L[t]. */
    public int level(int town) {
        return levels.get(town).stream().mapToInt(Integer::intValue).sum();
    }

    /** The sums over one plan from which each rule is counted. */
    private static final class Accounting {
        private final AllocationProblem problem;
        private final AllocationPlan plan;
        private final Map<String, Pool> pools = new HashMap<>();
        private final Map<String, Block> blocks = new HashMap<>();
        private final int[][] level;
        private final int[][] ofType;
        private final int[][] heldOfType;
        private final List<RuleCost> costs = new ArrayList<>();

        Accounting(AllocationProblem problem, AllocationPlan plan) {
            this.problem = problem;
            this.plan = plan;
            problem.pools().forEach(pool -> pools.put(pool.id(), pool));
            problem.blocks().forEach(block -> blocks.put(block.id(), block));
            int towns = problem.towns().size();
            level = new int[towns][problem.platforms().size()];
            ofType = new int[towns][problem.quotaTypes().size()];
            heldOfType = new int[towns][problem.quotaTypes().size()];
            problem.held().forEach(held -> {
                level[held.town()][held.platform()] += held.posts();
                ofType[held.town()][held.quotaType()] += held.posts();
                heldOfType[held.town()][held.quotaType()] += held.posts();
            });
            for (Grant grant : plan.grants()) {
                level[grant.town()][grant.platform()] += grant.posts();
                ofType[grant.town()][pools.get(grant.pool()).quotaType()] += grant.posts();
            }
            for (Posting posting : plan.postings()) {
                Block block = blocks.get(posting.block());
                level[posting.town()][posting.platform()] += block.size();
                ofType[posting.town()][block.quotaType()] += block.size();
            }
        }

        PlanScore score() {
            poolSize();
            jurisdiction();
            ceiling();
            departmentFloor();
            farthest();
            platformFloorAndShortfall();
            pinsOnGrants();
            pinsOnBlocks();
            balance();
            travelSkillAndWishes();
            powers();
            fields();
            standIns();
            outsideStaff();
            problem.reference().ifPresent(this::moved);
            List<List<Integer>> levels = new ArrayList<>();
            for (int[] row : level) {
                levels.add(java.util.Arrays.stream(row).boxed().toList());
            }
            return new PlanScore(List.copyOf(costs), List.copyOf(levels));
        }

        private void charge(Rule rule, int town, String decision, long amount) {
            long weight = rule.level() == Rule.Level.SOFT ? problem.weight(rule) : problem.isOn(rule) ? 1 : 0;
            if (amount > 0 && weight > 0) {
                OptionalInt where = town < 0 ? OptionalInt.empty() : OptionalInt.of(town);
                costs.add(new RuleCost(rule, where, Optional.ofNullable(decision), amount, weight));
            }
        }

        private void poolSize() {
            Map<String, Integer> granted = new HashMap<>();
            plan.grants().forEach(grant -> granted.merge(grant.pool(), grant.posts(), Integer::sum));
            for (Pool pool : problem.pools()) {
                charge(Rule.H1, -1, pool.id(), granted.getOrDefault(pool.id(), 0) - pool.usable());
            }
        }

        private void jurisdiction() {
            for (Grant grant : plan.grants()) {
                if (!pools.get(grant.pool()).serves(grant.town(), grant.platform())) {
                    charge(Rule.H2, grant.town(), grant.pool(), grant.posts());
                }
            }
        }

        private void ceiling() {
            for (int town = 0; town < ofType.length; town++) {
                List<Integer> ceilings = problem.towns().get(town).ceiling();
                for (int type = 0; type < ofType[town].length; type++) {
                    int most = Math.max(ceilings.get(type), heldOfType[town][type]);
                    charge(Rule.H3, town, problem.quotaTypes().get(type), ofType[town][type] - (long) most);
                }
            }
        }

        private void departmentFloor() {
            Map<String, Integer> sent = new HashMap<>();
            for (Posting posting : plan.postings()) {
                Block block = blocks.get(posting.block());
                sent.merge(block.department(), block.size(), Integer::sum);
            }
            for (Department department : problem.departments()) {
                charge(Rule.H4, -1, department.id(), sent.getOrDefault(department.id(), 0) - department.maySend());
            }
        }

        private void farthest() {
            for (Posting posting : plan.postings()) {
                Block block = blocks.get(posting.block());
                if (metres(block, posting.town()) > block.farthestMetres()) {
                    charge(Rule.H6, posting.town(), block.id(), block.size());
                }
            }
        }

        private void platformFloorAndShortfall() {
            for (int town = 0; town < level.length; town++) {
                Town unit = problem.towns().get(town);
                for (int platform = 0; platform < level[town].length; platform++) {
                    String id = problem.platforms().get(platform);
                    charge(Rule.H7, town, id, unit.floor().get(platform) - level[town][platform]);
                    charge(Rule.M1, town, id, unit.need().get(platform) - level[town][platform]);
                }
            }
        }

        private void pinsOnGrants() {
            Map<Grant, List<Grant>> byTown =
                    plan.grants().stream().collect(Collectors.groupingBy(grant -> placeOf(grant.pool(), grant.town())));
            for (GrantLimit limit : problem.grantLimits()) {
                int granted = byTown.getOrDefault(placeOf(limit.pool(), limit.town()), List.of()).stream()
                        .filter(grant ->
                                limit.platform().isEmpty() || limit.platform().getAsInt() == grant.platform())
                        .mapToInt(Grant::posts)
                        .sum();
                charge(Rule.H8, limit.town(), limit.pool(), Math.max(limit.least() - granted, granted - limit.most()));
            }
        }

        private void pinsOnBlocks() {
            Map<String, Posting> sent = new HashMap<>();
            plan.postings().forEach(posting -> sent.put(posting.block(), posting));
            for (Posting posting : plan.postings()) {
                Block block = blocks.get(posting.block());
                if (metres(block, posting.town()) < 0) {
                    charge(Rule.H8, posting.town(), block.id(), block.size());
                }
            }
            for (BlockRule rule : problem.blockRules()) {
                Posting posting = sent.get(rule.block());
                boolean kept = posting == null
                        ? rule.mayStay()
                        : rule.places().contains(new Place(posting.town(), posting.platform()));
                if (!kept) {
                    int town = posting == null ? -1 : posting.town();
                    charge(Rule.H8, town, rule.block(), blocks.get(rule.block()).size());
                }
            }
        }

        private void balance() {
            Balance balance = Balance.of(problem);
            long[] countyLevel = new long[problem.counties().size()];
            long[] countyNeed = new long[problem.counties().size()];
            for (int town = 0; town < level.length; town++) {
                Town unit = problem.towns().get(town);
                long posts = java.util.Arrays.stream(level[town]).sum();
                countyLevel[unit.county()] += posts;
                countyNeed[unit.county()] += unit.totalNeed();
                charge(Rule.S1, town, unit.id(), balance.cost(posts, unit.totalNeed()));
            }
            for (int county = 0; county < countyLevel.length; county++) {
                long cost = balance.cost(countyLevel[county], countyNeed[county]);
                charge(Rule.S2, -1, problem.counties().get(county), cost);
            }
        }

        private void travelSkillAndWishes() {
            for (Posting posting : plan.postings()) {
                Block block = blocks.get(posting.block());
                long metres = Math.max(0, metres(block, posting.town()));
                charge(Rule.S3, posting.town(), block.id(), block.size() * metres);
                if (!block.fits().contains(posting.platform())) {
                    charge(Rule.S4, posting.town(), block.id(), block.size());
                }
                charge(Rule.S6, posting.town(), block.id(), (long) block.size() * wishesBefore(block, posting.town()));
            }
        }

        private static int wishesBefore(Block block, int town) {
            return block.destinations().stream()
                    .filter(destination -> destination.town() == town)
                    .mapToInt(AllocationProblem.Destination::wishesBefore)
                    .findFirst()
                    .orElse(0);
        }

        private void powers() {
            Map<Skilled, Integer> people = PowersTaken.skilledPeople(problem, plan);
            for (TownPower one : problem.townRules().townPowers()) {
                Power power = problem.townRules().powers().get(one.power());
                int lacking = power.people() - people.getOrDefault(new Skilled(one.town(), power.skill(), 0), 0);
                if (!one.open()) {
                    charge(Rule.H5, one.town(), power.id(), lacking);
                } else if (lacking > 0) {
                    charge(Rule.S7, one.town(), power.id(), power.cases());
                }
            }
        }

        private void fields() {
            for (Field field : problem.townRules().fields()) {
                long posts = 0;
                for (int town : field.towns()) {
                    for (int platform : field.platforms()) {
                        posts += level[town][platform];
                    }
                }
                int only = field.towns().size() == 1 ? field.towns().iterator().next() : -1;
                charge(Rule.H10, only, field.id(), field.least() - posts);
            }
        }

        private void standIns() {
            Map<Cell, Integer> posts = new HashMap<>();
            Map<Cell, Integer> before = new HashMap<>();
            for (Held held : problem.held()) {
                before.merge(new Cell(held.town(), held.platform(), held.quotaType()), held.posts(), Integer::sum);
            }
            for (Grant grant : plan.grants()) {
                int type = pools.get(grant.pool()).quotaType();
                posts.merge(new Cell(grant.town(), grant.platform(), type), grant.posts(), Integer::sum);
            }
            for (Posting posting : plan.postings()) {
                Block block = blocks.get(posting.block());
                posts.merge(
                        new Cell(posting.town(), posting.platform(), block.quotaType()), block.size(), Integer::sum);
            }
            for (StandIn limit : problem.townRules().standIns()) {
                Cell cell = limit.cell();
                int held = before.getOrDefault(cell, 0);
                long most = Math.max(held, limit.most());
                String where = problem.platforms().get(limit.platform()) + "/"
                        + problem.quotaTypes().get(limit.quotaType());
                charge(Rule.H12, limit.town(), where, held + posts.getOrDefault(cell, 0) - most);
            }
        }

        private void outsideStaff() {
            OutsideStaff staff = OutsideStaff.of(problem);
            for (OutsideLimit limit : problem.townRules().outsideLimits()) {
                int only = limit.towns().size() == 1 ? limit.towns().iterator().next() : -1;
                charge(Rule.H11, only, limit.id(), staff.beyond(limit));
            }
        }

        private void moved(AllocationPlan reference) {
            Map<Grant, Integer> change = new HashMap<>();
            plan.grants().forEach(grant -> change.merge(placeOf(grant), grant.posts(), Integer::sum));
            reference.grants().forEach(grant -> change.merge(placeOf(grant), -grant.posts(), Integer::sum));
            change.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey(java.util.Comparator.comparing(Grant::pool)
                            .thenComparing(Grant::town)
                            .thenComparing(Grant::platform)))
                    .forEach(entry -> charge(
                            Rule.S5, entry.getKey().town(), entry.getKey().pool(), Math.abs(entry.getValue())));
            Map<String, Posting> before = new HashMap<>();
            reference.postings().forEach(posting -> before.put(posting.block(), posting));
            Map<String, Posting> after = new HashMap<>();
            plan.postings().forEach(posting -> after.put(posting.block(), posting));
            for (Block block : problem.blocks()) {
                Posting now = after.get(block.id());
                if (!java.util.Objects.equals(before.get(block.id()), now)) {
                    charge(Rule.S5, now == null ? -1 : now.town(), block.id(), block.size());
                }
            }
        }

        private static Grant placeOf(String pool, int town) {
            return new Grant(pool, town, 0, 0);
        }

        private static Grant placeOf(Grant grant) {
            return new Grant(grant.pool(), grant.town(), grant.platform(), 0);
        }

        /** Distance of a block to a town; -1 where the town is closed to it. */
        private static long metres(Block block, int town) {
            return block.destinations().stream()
                    .filter(destination -> destination.town() == town)
                    .mapToLong(AllocationProblem.Destination::metres)
                    .findFirst()
                    .orElse(-1);
        }
    }

    /**
     * The squared deviation of S1 and S2: (L - rbar N)^2 / N, times 10^6, rounded half up; 0 where N = 0.
     *
     * @param supply numerator of rbar: posts held, usable pools and all that departments may send
     * @param need denominator of rbar: the sum of all need
     */
    public record Balance(long supply, long need) {
        /** That of a problem. */
        public static Balance of(AllocationProblem problem) {
            AllocationProblem.Ratio ratio = problem.ratio();
            return new Balance(ratio.supply(), ratio.need());
        }

        /** Cost of a level L where the need is N, before the rule's weight. */
        public long cost(long level, long townNeed) {
            if (townNeed == 0) {
                return 0;
            }
            BigDecimal difference = BigDecimal.valueOf(level)
                    .multiply(BigDecimal.valueOf(need))
                    .subtract(BigDecimal.valueOf(supply).multiply(BigDecimal.valueOf(townNeed)));
            BigDecimal scale = BigDecimal.valueOf(townNeed)
                    .multiply(BigDecimal.valueOf(need))
                    .multiply(BigDecimal.valueOf(need));
            return difference
                    .multiply(difference)
                    .multiply(BigDecimal.valueOf(1_000_000))
                    .divide(scale, 0, RoundingMode.HALF_UP)
                    .longValueExact();
        }
    }
}
