package org.zhenjie.planner.yardstick;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationProblem.Block;
import org.zhenjie.planner.allocation.AllocationProblem.BlockRule;
import org.zhenjie.planner.allocation.AllocationProblem.Held;
import org.zhenjie.planner.allocation.AllocationProblem.Place;
import org.zhenjie.planner.allocation.AllocationProblem.Town;
import org.zhenjie.planner.allocation.Rule;
import org.zhenjie.planner.allocation.TownRules.Power;
import org.zhenjie.planner.allocation.TownRules.Skilled;
import org.zhenjie.planner.allocation.TownRules.TownPower;

/**
 * Whether the people that powers ask for can come to the towns that take them (H5), within what departments may send, distances,
 * ceilings and pins. Each skill is looked at by itself and blocks are taken as single people, so that a no is sure and a yes is not: one
 * skill is a problem with one platform, whose floor is what the powers of a town ask for beyond the people there.
 */
final class PeopleForPowers {

    private final AllocationProblem problem;
    private final String skill;

    private PeopleForPowers(AllocationProblem problem, String skill) {
        this.problem = problem;
        this.skill = skill;
    }

    /**
     * Whether it is not ruled out.
     *
     * @param stop asked now and then whether to give up
     * @throws java.util.concurrent.CancellationException when it gave up
     */
    static boolean canCome(AllocationProblem problem, BooleanSupplier stop) {
        return !problem.isOn(Rule.H5)
                || taken(problem)
                        .map(Power::skill)
                        .distinct()
                        .allMatch(skill -> LeastBreach.of(new PeopleForPowers(problem, skill).alone(), stop)
                                .isEmpty());
    }

    private static Stream<Power> taken(AllocationProblem problem) {
        List<Power> powers = problem.townRules().powers();
        return problem.townRules().townPowers().stream()
                .filter(one -> !one.open())
                .map(one -> powers.get(one.power()));
    }

    private AllocationProblem alone() {
        List<Block> blocks = problem.blocks().stream()
                .filter(block -> block.skills().contains(skill))
                .toList();
        Set<String> ids = blocks.stream().map(Block::id).collect(Collectors.toSet());
        Set<Rule> off = EnumSet.of(Rule.M1);
        off.addAll(problem.off());
        off.remove(Rule.H7);
        return new AllocationProblem(
                List.of(skill),
                problem.quotaTypes(),
                problem.counties(),
                towns(),
                List.of(),
                List.of(),
                problem.departments(),
                blocks,
                List.of(),
                problem.blockRules().stream()
                        .filter(rule -> ids.contains(rule.block()))
                        .map(PeopleForPowers::anyPlatform)
                        .toList(),
                Optional.empty(),
                Map.of(),
                off);
    }

    private static BlockRule anyPlatform(BlockRule rule) {
        Set<Place> towns =
                rule.places().stream().map(place -> new Place(place.town(), 0)).collect(Collectors.toSet());
        return new BlockRule(rule.block(), rule.mayStay(), towns);
    }

    private List<Town> towns() {
        int[] asked = new int[problem.towns().size()];
        for (TownPower one : problem.townRules().townPowers()) {
            Power power = problem.townRules().powers().get(one.power());
            if (!one.open() && power.skill().equals(skill)) {
                asked[one.town()] = Math.max(asked[one.town()], power.people());
            }
        }
        for (Skilled there : problem.townRules().skilled()) {
            asked[there.town()] -= there.skill().equals(skill) ? there.people() : 0;
        }
        int[][] held = new int[asked.length][problem.quotaTypes().size()];
        for (Held posts : problem.held()) {
            held[posts.town()][posts.quotaType()] += posts.posts();
        }
        return IntStream.range(0, asked.length)
                .mapToObj(town -> town(problem.towns().get(town), Math.max(0, asked[town]), held[town]))
                .toList();
    }

    /** A town whose ceilings are what its posts leave of them. */
    private static Town town(Town town, int asked, int[] held) {
        List<Integer> room = new ArrayList<>(Collections.nCopies(held.length, Integer.MAX_VALUE));
        for (int type = 0; type < held.length; type++) {
            int ceiling = town.ceiling().get(type);
            if (ceiling < Integer.MAX_VALUE) {
                room.set(type, Math.max(0, ceiling - held[type]));
            }
        }
        return new Town(town.id(), town.county(), List.of(0), List.of(asked), room);
    }
}
