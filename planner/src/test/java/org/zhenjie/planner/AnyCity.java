package org.zhenjie.planner;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import org.zhenjie.planner.allocation.Rule;

/**
 * Cities with nothing regular about them, drawn by a seed: needs of 0, floors above need, ceilings below what is held, departments
 * below their floor, blocks that may go nowhere, pins and bans, a reference plan that does not fit any more, rules switched off; every
 * other one has rules on towns beyond need, floors and ceilings ({@link AnyTownRules}).
 * Some of them cannot be planned at all.
 *
 * @param towns most towns
 * @param platforms most platforms
 * @param types most quota types
 * @param posts most posts of a need, a pool or a ceiling
 * @param pools most pools
 * @param blocks most blocks
 * @param largestBlock most people in a block
 * @param oddities one in so many things is odd: pinned, closed, capped; 0 = none is
 */
public record AnyCity(
        int towns, int platforms, int types, int posts, int pools, int blocks, int largestBlock, int oddities) {

    /** So small that every plan can be looked at. */
    public static final AnyCity TINY = new AnyCity(3, 2, 2, 3, 2, 2, 1, 3);

    /** A few towns, and some of everything. */
    public static final AnyCity MIXED = new AnyCity(6, 4, 3, 12, 4, 9, 5, 4);

    /** The same with blocks of at most so many people. */
    public AnyCity withBlocks(int most, int largest) {
        return new AnyCity(towns, platforms, types, posts, pools, most, largest, oddities);
    }

    /** The problem of a seed. */
    public AllocationProblem problem(long seed) {
        AllocationProblem problem = new Draw(this, new Random(seed)).problem();
        Random more = new Random(seed ^ 0x5DEECE66DL);
        return oddities > 0 && more.nextBoolean() ? new AnyTownRules(problem, posts, more).problem() : problem;
    }

    /** Any plan of a problem, within the rules or not: every pool may grant to every town, every block goes where it is not closed. */
    public static AllocationPlan anyPlan(AllocationProblem problem, long seed) {
        Random random = new Random(seed);
        List<Grant> grants = new ArrayList<>();
        for (Pool pool : problem.pools()) {
            for (int town = 0; town < problem.towns().size(); town++) {
                for (int platform = 0; platform < problem.platforms().size(); platform++) {
                    if (random.nextInt(3) == 0) {
                        grants.add(new Grant(pool.id(), town, platform, 1 + random.nextInt(6)));
                    }
                }
            }
        }
        List<Posting> postings = new ArrayList<>();
        for (Block block : problem.blocks()) {
            if (!block.destinations().isEmpty() && random.nextInt(3) > 0) {
                Destination to = block.destinations()
                        .get(random.nextInt(block.destinations().size()));
                postings.add(new Posting(
                        block.id(),
                        to.town(),
                        random.nextInt(problem.platforms().size())));
            }
        }
        return new AllocationPlan(grants, postings);
    }

    private static final class Draw {
        private final AnyCity size;
        private final Random random;
        private final int towns;
        private final int platforms;
        private final int types;

        Draw(AnyCity size, Random random) {
            this.size = size;
            this.random = random;
            towns = 1 + random.nextInt(size.towns());
            platforms = 1 + random.nextInt(size.platforms());
            types = 1 + random.nextInt(size.types());
        }

        AllocationProblem problem() {
            int counties = 1 + random.nextInt(3);
            List<Town> all = many(towns, index -> town(index, random.nextInt(counties)));
            List<Pool> pools = many(random.nextInt(size.pools() + 1), this::pool);
            List<Department> departments = many(1 + random.nextInt(2), this::department);
            List<Block> blocks = many(random.nextInt(size.blocks() + 1), index -> block(index, departments));
            List<GrantLimit> limits =
                    odd() && !pools.isEmpty() ? many(1 + random.nextInt(3), i -> limit(pools)) : List.of();
            List<BlockRule> rules =
                    blocks.stream().filter(block -> odd()).map(this::rule).toList();
            AllocationProblem problem = new AllocationProblem(
                    many(platforms, index -> "F" + index),
                    many(types, index -> "Q" + index),
                    many(counties, index -> "C" + index),
                    all,
                    held(),
                    pools,
                    departments,
                    blocks,
                    limits,
                    rules,
                    Optional.empty(),
                    weights(),
                    off());
            return odd() ? withReference(problem) : problem;
        }

        private boolean odd() {
            return size.oddities() > 0 && random.nextInt(size.oddities()) == 0;
        }

        private int upTo(int most) {
            return random.nextInt(most + 1);
        }

        private static <T> List<T> many(int number, IntFunction<T> one) {
            return IntStream.range(0, number).mapToObj(one).toList();
        }

        private Town town(int index, int county) {
            boolean noNeed = odd();
            List<Integer> need = many(platforms, platform -> noNeed || odd() ? 0 : upTo(size.posts()));
            List<Integer> floor = many(platforms, platform -> odd() ? upTo(2) : 0);
            List<Integer> ceiling = many(types, type -> odd() ? upTo(size.posts()) : Integer.MAX_VALUE);
            return new Town("T" + index, county, need, floor, ceiling);
        }

        private List<Held> held() {
            List<Held> held = new ArrayList<>();
            for (int town = 0; town < towns; town++) {
                for (int platform = 0; platform < platforms; platform++) {
                    for (int type = 0; type < types; type++) {
                        if (random.nextInt(2) == 0) {
                            held.add(new Held(town, platform, type, upTo(1 + size.posts() / 3)));
                        }
                    }
                }
            }
            return held;
        }

        private Pool pool(int index) {
            Set<Integer> serves = new TreeSet<>();
            for (int town = 0; town < towns; town++) {
                if (random.nextInt(3) > 0) {
                    serves.add(town);
                }
            }
            BigDecimal reserve = odd() ? new BigDecimal("0.3") : BigDecimal.ZERO;
            return new Pool("P" + index, random.nextInt(types), upTo(size.posts()), reserve, serves);
        }

        private Department department(int index) {
            int headCount = upTo(size.blocks() * size.largestBlock());
            return new Department("D" + index, headCount, odd() ? upTo(headCount + 3) : 0);
        }

        private Block block(int index, List<Department> departments) {
            List<Destination> reach = new ArrayList<>();
            for (int town = 0; town < towns; town++) {
                if (!odd()) {
                    reach.add(new Destination(town, upTo(40) * 1_000L));
                }
            }
            Set<Integer> fits = IntStream.range(0, platforms)
                    .filter(platform -> random.nextInt(3) > 0)
                    .boxed()
                    .collect(Collectors.toSet());
            return new Block(
                    "B" + index,
                    departments.get(random.nextInt(departments.size())).id(),
                    random.nextInt(types),
                    1 + random.nextInt(size.largestBlock()),
                    fits,
                    reach,
                    odd() ? 15_000 : 40_000);
        }

        private GrantLimit limit(List<Pool> pools) {
            int least = upTo(2);
            OptionalInt platform =
                    random.nextBoolean() ? OptionalInt.of(random.nextInt(platforms)) : OptionalInt.empty();
            return new GrantLimit(
                    pools.get(random.nextInt(pools.size())).id(),
                    random.nextInt(towns),
                    platform,
                    least,
                    odd() ? least : least + upTo(3));
        }

        private BlockRule rule(Block block) {
            Set<Place> places = new HashSet<>();
            for (int town = 0; town < towns; town++) {
                for (int platform = 0; platform < platforms; platform++) {
                    if (random.nextBoolean()) {
                        places.add(new Place(town, platform));
                    }
                }
            }
            return new BlockRule(block.id(), random.nextInt(3) > 0, places);
        }

        private Map<Rule, Long> weights() {
            Map<Rule, Long> weights = new EnumMap<>(Rule.class);
            weights.put(Rule.S1, (long) upTo(100));
            weights.put(Rule.S2, (long) upTo(20));
            weights.put(Rule.S3, (long) upTo(5));
            weights.put(Rule.S4, upTo(5) * 10_000L);
            weights.put(Rule.S5, upTo(5) * 10_000L);
            weights.keySet().removeIf(rule -> random.nextInt(4) == 0);
            return weights;
        }

        private Set<Rule> off() {
            Set<Rule> off = new HashSet<>();
            for (Rule rule : Rule.values()) {
                if (odd() && random.nextInt(3) == 0) {
                    off.add(rule);
                }
            }
            return off;
        }

        /** The reference may send blocks to towns that are closed now. */
        private AllocationProblem withReference(AllocationProblem problem) {
            AllocationPlan plan = anyPlan(problem, random.nextLong());
            List<Posting> postings = new ArrayList<>();
            for (Posting posting : plan.postings()) {
                postings.add(odd() ? new Posting(posting.block(), random.nextInt(towns), posting.platform()) : posting);
            }
            return new AllocationProblem(
                    problem.platforms(),
                    problem.quotaTypes(),
                    problem.counties(),
                    problem.towns(),
                    problem.held(),
                    problem.pools(),
                    problem.departments(),
                    problem.blocks(),
                    problem.grantLimits(),
                    problem.blockRules(),
                    Optional.of(new AllocationPlan(plan.grants(), postings)),
                    problem.weights(),
                    problem.off());
        }
    }
}
