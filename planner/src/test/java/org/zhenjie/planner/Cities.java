package org.zhenjie.planner;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationProblem.Block;
import org.zhenjie.planner.allocation.AllocationProblem.Department;
import org.zhenjie.planner.allocation.AllocationProblem.Destination;
import org.zhenjie.planner.allocation.AllocationProblem.Held;
import org.zhenjie.planner.allocation.AllocationProblem.Pool;
import org.zhenjie.planner.allocation.AllocationProblem.Town;
import org.zhenjie.planner.allocation.Rule;
import org.zhenjie.planner.allocation.TownRules;
import org.zhenjie.planner.allocation.TownRules.Field;
import org.zhenjie.planner.allocation.TownRules.Outside;
import org.zhenjie.planner.allocation.TownRules.OutsideLimit;
import org.zhenjie.planner.allocation.TownRules.Power;
import org.zhenjie.planner.allocation.TownRules.StandIn;
import org.zhenjie.planner.allocation.TownRules.TownPower;

/**
 * Made-up cities, seeded: counties of towns, four platforms, two quota types, a city pool and county pools of each type,
 * departments with blocks at the county seat.
 *
 * @param largestBlock sizes of blocks are drawn from 1 to this
 */
public record Cities(
        int counties, int townsInCounty, int departmentsInCounty, int peopleInDepartment, int largestBlock) {

    /** The size of the report's Shanwei: 52 towns, about 2,600 people to send. */
    public static final Cities SHANWEI = new Cities(4, 13, 8, 100, 12);

    /** Three counties of four towns. */
    public static final Cities SMALL = new Cities(3, 4, 2, 40, 6);

    /** The same with every block a single person: the relaxation is exact but for skills under a ceiling. */
    public static final Cities SINGLES = new Cities(3, 4, 2, 40, 1);

    private static final List<String> PLATFORMS = List.of("governance", "service", "enforcement", "emergency");

    /** A feasible problem. */
    public AllocationProblem problem(long seed) {
        Random random = new Random(seed);
        List<Town> towns = new ArrayList<>();
        List<Held> held = new ArrayList<>();
        List<double[]> seats = new ArrayList<>();
        for (int county = 0; county < counties; county++) {
            for (int i = 0; i < townsInCounty; i++) {
                int town = towns.size();
                seats.add(new double[] {county * 40_000 + random.nextInt(40_000), random.nextInt(40_000)});
                List<Integer> need = new ArrayList<>();
                List<Integer> floor = new ArrayList<>();
                for (int platform = 0; platform < PLATFORMS.size(); platform++) {
                    int posts = 20 + random.nextInt(40);
                    need.add(posts);
                    floor.add(4 + random.nextInt(6));
                    for (int type = 0; type < 2; type++) {
                        held.add(new Held(town, platform, type, (int) (posts * (0.1 + 0.3 * random.nextDouble()))));
                    }
                }
                int total = need.stream().mapToInt(Integer::intValue).sum();
                int ceiling = random.nextInt(4) == 0 ? (int) (total * 0.45) : Integer.MAX_VALUE;
                towns.add(new Town("T" + town, county, need, floor, List.of(ceiling, Integer.MAX_VALUE)));
            }
        }
        List<Pool> pools = new ArrayList<>();
        Set<Integer> all = new HashSet<>();
        for (int town = 0; town < towns.size(); town++) {
            all.add(town);
        }
        List<Department> departments = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        for (int type = 0; type < 2; type++) {
            pools.add(new Pool("city-" + type, type, 2 * towns.size(), new BigDecimal("0.05"), all));
            for (int county = 0; county < counties; county++) {
                Set<Integer> own = new HashSet<>();
                for (int i = 0; i < townsInCounty; i++) {
                    own.add(county * townsInCounty + i);
                }
                pools.add(
                        new Pool("county-" + county + "-" + type, type, townsInCounty * 3, new BigDecimal("0.1"), own));
            }
        }
        for (int county = 0; county < counties; county++) {
            for (int d = 0; d < departmentsInCounty; d++) {
                String id = "D" + county + "-" + d;
                double[] home = {county * 40_000 + random.nextInt(40_000), random.nextInt(40_000)};
                List<Destination> reach = new ArrayList<>();
                for (int i = 0; i < townsInCounty; i++) {
                    int town = county * townsInCounty + i;
                    double[] seat = seats.get(town);
                    reach.add(new Destination(town, Math.round(Math.hypot(seat[0] - home[0], seat[1] - home[1]))));
                }
                int offered = 0;
                while (offered < peopleInDepartment * 8 / 10) {
                    int size = 1 + random.nextInt(largestBlock);
                    offered += size;
                    Set<Integer> fits = java.util.stream.Stream.of(random.nextInt(4), random.nextInt(4) / 2 + 2)
                            .collect(java.util.stream.Collectors.toSet());
                    blocks.add(new Block(
                            id + "-" + blocks.size(),
                            id,
                            random.nextInt(2),
                            size,
                            fits,
                            reach,
                            30_000 + random.nextInt(20_000)));
                }
                departments.add(new Department(id, peopleInDepartment, peopleInDepartment / 4));
            }
        }
        Map<Rule, Long> weights = new EnumMap<>(Rule.class);
        weights.put(Rule.S1, 10L);
        weights.put(Rule.S2, 2L);
        weights.put(Rule.S3, 1L);
        weights.put(Rule.S4, 2_000L);
        List<String> names = new ArrayList<>();
        for (int county = 0; county < counties; county++) {
            names.add("C" + county);
        }
        return new AllocationProblem(
                PLATFORMS,
                List.of("administrative", "institution"),
                names,
                towns,
                held,
                pools,
                departments,
                blocks,
                List.of(),
                List.of(),
                Optional.empty(),
                weights,
                Set.of());
    }

    /**
     * The same problem with every rule on towns: a power for each town whose people most towns lack, a field in each county, institution
     * posts that stand in for half of what governance needs, wishes, and a city pool for two platforms only.
     */
    public static AllocationProblem withTownRules(AllocationProblem city, long seed) {
        Random random = new Random(seed);
        int towns = city.towns().size();
        List<StandIn> standIns = new ArrayList<>();
        List<TownPower> powers = new ArrayList<>();
        List<Field> fields = new ArrayList<>();
        for (int town = 0; town < towns; town++) {
            standIns.add(new StandIn(town, 0, 1, city.towns().get(town).need().get(0) / 2));
            powers.add(new TownPower(0, town, false));
            powers.add(new TownPower(1, town, true));
        }
        for (int county = 0; county < city.counties().size(); county++) {
            Set<Integer> own = new HashSet<>();
            int need = 0;
            for (int town = 0; town < towns; town++) {
                if (city.towns().get(town).county() == county) {
                    own.add(town);
                    need += city.towns().get(town).need().get(3);
                }
            }
            fields.add(new Field("F" + county, Set.of(3), own, need * 6 / 10));
        }
        TownRules rules = new TownRules(
                fields,
                standIns,
                List.of(new Power("fines", "law", 2, 300), new Power("permits", "law", 5, 100)),
                powers,
                List.of(),
                List.of(new Outside(0, 30, 60_000, true)),
                List.of(new OutsideLimit("T0", Set.of(0), 20, 1_000_000)));
        List<Block> blocks = city.blocks().stream()
                .map(block -> {
                    int wished = random.nextInt(block.destinations().size());
                    List<Destination> ranked = block.destinations().stream()
                            .map(to -> new Destination(
                                    to.town(), to.metres(), block.destinations().indexOf(to) == wished ? 0 : 1))
                            .toList();
                    return new Block(
                            block.id(),
                            block.department(),
                            block.quotaType(),
                            block.size(),
                            block.fits(),
                            ranked,
                            block.farthestMetres(),
                            random.nextInt(2) == 0 ? Set.of("law") : Set.of());
                })
                .toList();
        Map<Rule, Long> weights = new EnumMap<>(city.weights());
        weights.put(Rule.S6, 3_000L);
        weights.put(Rule.S7, 50L);
        List<Pool> pools = new ArrayList<>(city.pools());
        Pool first = pools.get(0);
        pools.set(
                0,
                new Pool(first.id(), first.quotaType(), first.size(), first.reserve(), first.serves(), Set.of(0, 3)));
        return new AllocationProblem(
                city.platforms(),
                city.quotaTypes(),
                city.counties(),
                city.towns(),
                city.held(),
                pools,
                city.departments(),
                blocks,
                city.grantLimits(),
                city.blockRules(),
                city.reference(),
                weights,
                city.off(),
                city.given(),
                rules);
    }
}
