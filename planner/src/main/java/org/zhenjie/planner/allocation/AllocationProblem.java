package org.zhenjie.planner.allocation;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.zhenjie.planner.allocation.TownRules.Cell;

/**
 * One allocation to solve: the <i>Given</i> of the model, immutable. Towns, platforms and quota types are referred to by
 * their position in the lists here ({@code int}), everything else by its id.
 *
 * @param platforms ids of the platforms F
 * @param quotaTypes ids of the quota types Q
 * @param counties ids of the counties
 * @param towns the towns T
 * @param held posts held before the plan, h[t,f,q]; at most one entry for a (town, platform, quota type), absent = 0
 * @param pools the pools P
 * @param departments the departments D
 * @param blocks the staff blocks S
 * @param grantLimits pins and bans on pool posts; one that is said twice counts once
 * @param blockRules pins and bans on staff blocks, at most one for a block
 * @param reference the plan that S5 measures against, if any
 * @param weights weight of each soft rule, 0 or more; absent = 0
 * @param off rules that the study's policy switches off
 * @param given the common staffing ratio where it is not that of this problem alone, because the problem is a part of a larger one
 * @param townRules what towns are held to beyond need, floors and ceilings
 */
public record AllocationProblem(
        List<String> platforms,
        List<String> quotaTypes,
        List<String> counties,
        List<Town> towns,
        List<Held> held,
        List<Pool> pools,
        List<Department> departments,
        List<Block> blocks,
        List<GrantLimit> grantLimits,
        List<BlockRule> blockRules,
        Optional<AllocationPlan> reference,
        Map<Rule, Long> weights,
        Set<Rule> off,
        Optional<Ratio> given,
        TownRules townRules) {

    /** A problem that is not part of another, with no rules on towns beyond need, floors and ceilings. */
    public AllocationProblem(
            List<String> platforms,
            List<String> quotaTypes,
            List<String> counties,
            List<Town> towns,
            List<Held> held,
            List<Pool> pools,
            List<Department> departments,
            List<Block> blocks,
            List<GrantLimit> grantLimits,
            List<BlockRule> blockRules,
            Optional<AllocationPlan> reference,
            Map<Rule, Long> weights,
            Set<Rule> off) {
        this(
                platforms,
                quotaTypes,
                counties,
                towns,
                held,
                pools,
                departments,
                blocks,
                grantLimits,
                blockRules,
                reference,
                weights,
                off,
                Optional.empty(),
                TownRules.NONE);
    }

    /** Copies every list; refuses references to what is not there, the reference plan's too. */
    public AllocationProblem {
        platforms = List.copyOf(platforms);
        quotaTypes = List.copyOf(quotaTypes);
        counties = List.copyOf(counties);
        towns = List.copyOf(towns);
        held = List.copyOf(held);
        pools = List.copyOf(pools);
        departments = List.copyOf(departments);
        blocks = List.copyOf(blocks);
        grantLimits = grantLimits.stream().distinct().toList();
        blockRules = List.copyOf(blockRules);
        weights = Map.copyOf(weights);
        off = Set.copyOf(off);
        for (Town town : towns) {
            require(town.county() >= 0 && town.county() < counties.size(), "county of town " + town.id());
            require(town.need().size() == platforms.size(), "need of town " + town.id());
            require(town.floor().size() == platforms.size(), "floor of town " + town.id());
            require(town.ceiling().size() == quotaTypes.size(), "ceiling of town " + town.id());
        }
        Set<String> ofPools = ids("pool", pools.stream().map(Pool::id));
        Set<String> ofDepartments = ids("department", departments.stream().map(Department::id));
        Set<String> ofBlocks = ids("block", blocks.stream().map(Block::id));
        ids("pinned block", blockRules.stream().map(BlockRule::block));
        Extent extent = new Extent(towns.size(), platforms.size(), quotaTypes.size());
        held.forEach(posts -> extent.require(posts.town(), posts.platform(), posts.quotaType(), "held posts"));
        for (Pool pool : pools) {
            pool.serves().forEach(town -> extent.require(town, 0, pool.quotaType(), "town of pool " + pool.id()));
            pool.platforms().forEach(platform -> extent.require(0, platform, 0, "platform of pool " + pool.id()));
        }
        for (Block block : blocks) {
            require(ofDepartments.contains(block.department()), "department of block " + block.id());
            require(block.size() > 0, "size of block " + block.id());
            block.destinations()
                    .forEach(to -> extent.require(to.town(), 0, block.quotaType(), "town of block " + block.id()));
        }
        for (GrantLimit limit : grantLimits) {
            require(ofPools.contains(limit.pool()), "pool of a pin " + limit.pool());
            extent.require(limit.town(), limit.platform().orElse(0), 0, "place of a pin on " + limit.pool());
        }
        blockRules.forEach(rule -> require(ofBlocks.contains(rule.block()), "block of a pin " + rule.block()));
        for (AllocationPlan plan : reference.stream().toList()) {
            plan.grants().forEach(grant -> {
                require(ofPools.contains(grant.pool()), "pool of the reference plan " + grant.pool());
                extent.require(grant.town(), grant.platform(), 0, "reference plan");
            });
            plan.postings().forEach(posting -> {
                require(ofBlocks.contains(posting.block()), "block of the reference plan " + posting.block());
                extent.require(posting.town(), posting.platform(), 0, "reference plan");
            });
        }
        townRules.requireWithin(extent);
    }

    /** How many positions there are of each kind. */
    record Extent(int towns, int platforms, int quotaTypes) {
        void require(int town, int platform, int quotaType, String what) {
            AllocationProblem.require(
                    town >= 0
                            && town < towns
                            && platform >= 0
                            && platform < platforms
                            && quotaType >= 0
                            && quotaType < quotaTypes,
                    what);
        }
    }

    private static Set<String> ids(String what, Stream<String> all) {
        Set<String> ids = new HashSet<>();
        all.forEach(id -> require(ids.add(id), what + " twice " + id));
        return ids;
    }

    static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("Allocation problem does not hold together: " + what);
        }
    }

    /** Posts that may still come where types stand in for others (H12): of each limit what is held leaves of it, 0 or more. */
    public Map<Cell, Integer> roomToStandIn() {
        Map<Cell, Integer> room = new HashMap<>();
        townRules.standIns().forEach(limit -> room.put(limit.cell(), limit.most()));
        held.forEach(one -> room.computeIfPresent(
                new Cell(one.town(), one.platform(), one.quotaType()),
                (cell, left) -> Math.max(0, left - one.posts())));
        return room;
    }

    /** The common staffing ratio rbar: all posts that there are or could be, over all need. */
    public Ratio ratio() {
        return given.orElseGet(() -> {
            long supply = held.stream().mapToLong(Held::posts).sum();
            supply += pools.stream().mapToLong(Pool::usable).sum();
            Map<String, Long> offered = new HashMap<>();
            blocks.forEach(block -> offered.merge(block.department(), (long) block.size(), Long::sum));
            for (Department department : departments) {
                supply += Math.min(offered.getOrDefault(department.id(), 0L), department.maySend());
            }
            return new Ratio(supply, towns.stream().mapToLong(Town::totalNeed).sum());
        });
    }

    /** Whether a rule counts: not switched off. */
    public boolean isOn(Rule rule) {
        return !off.contains(rule);
    }

    /** Weight of a soft rule; 0 where the policy gives none or switches it off. */
    public long weight(Rule rule) {
        return isOn(rule) ? weights.getOrDefault(rule, 0L) : 0L;
    }

    /**
     * The common staffing ratio, rbar = supply / need.
     *
     * @param supply posts held, usable posts of pools and all that departments may send
     * @param need the sum of all need
     */
    public record Ratio(long supply, long need) {}

    /**
     * A town.
     *
     * @param id unit code
     * @param county position of its county
     * @param need posts that the norm asks for, by platform, N[t,f]
     * @param floor least posts by platform, a[t,f]
     * @param ceiling most posts by quota type, u[t,q]; {@link Integer#MAX_VALUE} = no ceiling
     */
    public record Town(String id, int county, List<Integer> need, List<Integer> floor, List<Integer> ceiling) {
        public Town {
            need = List.copyOf(need);
            floor = List.copyOf(floor);
            ceiling = List.copyOf(ceiling);
        }

        /** N[t]: need over all platforms. */
        public int totalNeed() {
            return need.stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** Posts of one quota type held in a town's platform before the plan. */
    public record Held(int town, int platform, int quotaType, int posts) {}

    /**
     * A quota pool.
     *
     * @param id unique among pools
     * @param quotaType position of q(p)
     * @param size B_p, posts
     * @param reserve rho_p, share of the size that stays in reserve, 0 to 1
     * @param serves positions of the towns it may serve, J_p
     * @param platforms positions of the platforms it may serve there; empty = all
     */
    public record Pool(
            String id, int quotaType, int size, BigDecimal reserve, Set<Integer> serves, Set<Integer> platforms) {
        public Pool {
            serves = Set.copyOf(serves);
            platforms = Set.copyOf(platforms);
        }

        /** A pool that may serve every platform of its towns. */
        public Pool(String id, int quotaType, int size, BigDecimal reserve, Set<Integer> serves) {
            this(id, quotaType, size, reserve, serves, Set.of());
        }

        /** Whether it may serve a platform of a town (H2). */
        public boolean serves(int town, int platform) {
            return serves.contains(town) && servesPlatform(platform);
        }

        /** Whether it may serve a platform in the towns that it may serve. */
        public boolean servesPlatform(int platform) {
            return platforms.isEmpty() || platforms.contains(platform);
        }

        /** Posts that may be granted: B_p - ceil(rho_p B_p). */
        public int usable() {
            BigDecimal kept = reserve.multiply(BigDecimal.valueOf(size)).setScale(0, java.math.RoundingMode.CEILING);
            return size - kept.intValueExact();
        }
    }

    /**
     * A county department.
     *
     * @param headCount H_d, people before the plan
     * @param floor m_d, people it must keep
     */
    public record Department(String id, int headCount, int floor) {
        /** People it may send without breaking its floor: H_d - min(m_d, H_d). */
        public int maySend() {
            return headCount - Math.min(floor, headCount);
        }
    }

    /**
     * A staff block: one person or an indivisible group.
     *
     * @param id unique among blocks
     * @param department id of d(s)
     * @param quotaType position of q(s)
     * @param size n_s, people, at least 1
     * @param fits positions of the platforms whose skills the block has (S4)
     * @param destinations every town it could be sent to, ascending by town, whatever the distance; a town that is absent
     *     is closed to the block
     * @param farthestMetres the farthest it may be sent (H6)
     * @param skills what its people can do that powers ask for (H5)
     */
    public record Block(
            String id,
            String department,
            int quotaType,
            int size,
            Set<Integer> fits,
            List<Destination> destinations,
            long farthestMetres,
            Set<String> skills) {
        public Block {
            fits = Set.copyOf(fits);
            destinations = List.copyOf(destinations);
            skills = Set.copyOf(skills);
        }

        /** A block without skills that any power asks for. */
        public Block(
                String id,
                String department,
                int quotaType,
                int size,
                Set<Integer> fits,
                List<Destination> destinations,
                long farthestMetres) {
            this(id, department, quotaType, size, fits, destinations, farthestMetres, Set.of());
        }
    }

    /**
     * A town that a block could be sent to.
     *
     * @param metres from the block's home
     * @param wishesBefore wishes of its people that come before this town (S6); 0 where they wish it first, or wish nothing
     */
    public record Destination(int town, long metres, int wishesBefore) {
        /** A town that is as welcome as any. */
        public Destination(int town, long metres) {
            this(town, metres, 0);
        }
    }

    /**
     * A pin or ban on pool posts (H8): the posts that a pool grants to a town stay within limits.
     *
     * @param platform position of one platform; empty = all platforms of the town together
     * @param least at least so many
     * @param most at most so many; 0 = a ban
     */
    public record GrantLimit(String pool, int town, OptionalInt platform, int least, int most) {}

    /**
     * A pin or ban on a staff block (H8): the only decisions that people left open.
     *
     * @param mayStay whether 'stays' is open
     * @param places the places that are open
     */
    public record BlockRule(String block, boolean mayStay, Set<Place> places) {
        public BlockRule {
            places = Set.copyOf(places);
        }
    }

    /** A platform of a town. */
    public record Place(int town, int platform) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byTown = Integer.compare(town, other.town);
            return byTown != 0 ? byTown : Integer.compare(platform, other.platform);
        }
    }
}
