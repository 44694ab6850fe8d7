package org.zhenjie.planner;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationProblem.Block;
import org.zhenjie.planner.allocation.AllocationProblem.Destination;
import org.zhenjie.planner.allocation.AllocationProblem.Pool;
import org.zhenjie.planner.allocation.Rule;
import org.zhenjie.planner.allocation.TownRules;
import org.zhenjie.planner.allocation.TownRules.Field;
import org.zhenjie.planner.allocation.TownRules.Outside;
import org.zhenjie.planner.allocation.TownRules.OutsideLimit;
import org.zhenjie.planner.allocation.TownRules.Power;
import org.zhenjie.planner.allocation.TownRules.Skilled;
import org.zhenjie.planner.allocation.TownRules.StandIn;
import org.zhenjie.planner.allocation.TownRules.TownPower;

/** Gives any city fields, stand-in limits, powers, outside staff, wishes and pools for some platforms, some of each or none. */
final class AnyTownRules {

    private static final List<String> SKILLS = List.of("law", "safety");

    private final AllocationProblem city;
    private final int posts;
    private final Random random;
    private final int towns;

    AnyTownRules(AllocationProblem city, int posts, Random random) {
        this.city = city;
        this.posts = posts;
        this.random = random;
        this.towns = city.towns().size();
    }

    AllocationProblem problem() {
        List<Power> powers = coin() ? powers() : List.of();
        TownRules rules = new TownRules(
                coin() ? fields() : List.of(),
                coin() ? standIns() : List.of(),
                powers,
                townPowers(powers),
                skilled(),
                outside(),
                coin() ? limits() : List.of());
        return new AllocationProblem(
                city.platforms(),
                city.quotaTypes(),
                city.counties(),
                city.towns(),
                city.held(),
                city.pools().stream().map(this::pool).toList(),
                city.departments(),
                city.blocks().stream().map(this::block).toList(),
                city.grantLimits(),
                city.blockRules(),
                city.reference(),
                weights(),
                city.off(),
                city.given(),
                rules);
    }

    private Map<Rule, Long> weights() {
        Map<Rule, Long> weights = new EnumMap<>(Rule.class);
        weights.putAll(city.weights());
        weights.put(Rule.S6, upTo(5) * 10_000L);
        weights.put(Rule.S7, upTo(5) * 100L);
        return weights;
    }

    private boolean coin() {
        return random.nextBoolean();
    }

    private int upTo(int most) {
        return random.nextInt(most + 1);
    }

    private Set<Integer> some(int of) {
        Set<Integer> some = new TreeSet<>(Set.of(random.nextInt(of)));
        IntStream.range(0, of).filter(one -> coin()).forEach(some::add);
        return some;
    }

    private List<Field> fields() {
        return IntStream.rangeClosed(0, upTo(2))
                .mapToObj(index ->
                        new Field("G" + index, some(city.platforms().size()), some(towns), upTo(1 + posts / 2)))
                .toList();
    }

    private List<StandIn> standIns() {
        List<StandIn> limits = new ArrayList<>();
        for (int town = 0; town < towns; town++) {
            for (int platform = 0; platform < city.platforms().size(); platform++) {
                for (int type = 0; type < city.quotaTypes().size(); type++) {
                    if (random.nextInt(3) == 0) {
                        limits.add(new StandIn(town, platform, type, upTo(posts / 3)));
                    }
                }
            }
        }
        return limits;
    }

    private List<Power> powers() {
        return IntStream.rangeClosed(0, upTo(3))
                .mapToObj(index -> new Power("K" + index, SKILLS.get(random.nextInt(2)), 1 + upTo(3), upTo(400)))
                .toList();
    }

    private List<TownPower> townPowers(List<Power> powers) {
        List<TownPower> all = new ArrayList<>();
        for (int power = 0; power < powers.size(); power++) {
            for (int town = 0; town < towns; town++) {
                if (random.nextInt(3) == 0) {
                    all.add(new TownPower(power, town, coin()));
                }
            }
        }
        return all;
    }

    private List<Skilled> skilled() {
        List<Skilled> people = new ArrayList<>();
        for (int town = 0; town < towns; town++) {
            for (String skill : SKILLS) {
                if (coin()) {
                    people.add(new Skilled(town, skill, upTo(2)));
                }
            }
        }
        return people;
    }

    private List<Outside> outside() {
        return IntStream.range(0, towns)
                .filter(town -> coin())
                .mapToObj(town -> new Outside(town, upTo(9), upTo(5) * 10_000L, coin()))
                .toList();
    }

    private List<OutsideLimit> limits() {
        List<OutsideLimit> limits = new ArrayList<>();
        limits.add(new OutsideLimit("all", some(towns), 6 * towns, towns * 150_000L));
        limits.add(new OutsideLimit("one", Set.of(random.nextInt(towns)), upTo(9), upTo(9) * 30_000L));
        return limits;
    }

    private Pool pool(Pool pool) {
        Set<Integer> only = random.nextInt(3) == 0 ? some(city.platforms().size()) : Set.of();
        return new Pool(pool.id(), pool.quotaType(), pool.size(), pool.reserve(), pool.serves(), only);
    }

    private Block block(Block block) {
        Set<String> skills = new TreeSet<>(SKILLS);
        skills.removeIf(skill -> coin());
        List<Destination> wished = block.destinations().stream()
                .map(to -> new Destination(to.town(), to.metres(), upTo(2)))
                .toList();
        return new Block(
                block.id(),
                block.department(),
                block.quotaType(),
                block.size(),
                block.fits(),
                wished,
                block.farthestMetres(),
                skills);
    }
}
