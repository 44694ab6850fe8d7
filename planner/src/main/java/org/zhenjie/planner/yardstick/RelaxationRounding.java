package org.zhenjie.planner.yardstick;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationPlan.Posting;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationProblem.Block;
import org.zhenjie.planner.allocation.AllocationProblem.Department;
import org.zhenjie.planner.allocation.AllocationProblem.Place;
import org.zhenjie.planner.allocation.AllocationProblem.Town;
import org.zhenjie.planner.allocation.Rule;

/**
 * A plan near the relaxation. First each department picks the blocks that stay, those that the flow keeps back, so that it sends
 * just as many people as the flow does, or as few less as its blocks allow. Then the largest blocks are laid where the flow's
 * prices and the people it expects make them cost least, the flow is solved again around them, and so on down to the smallest;
 * the pools at the end are exact for the blocks as they lie.
 */
final class RelaxationRounding {

    private final AllocationProblem problem;
    private final Map<String, Place> fixed;
    private final int[][] level;
    private final long[][] room;

    /**
     * A rounding that has not begun.
     *
     * @param kept blocks whose decision is taken: a place, or {@link BlockGroup#STAYED}
     */
    RelaxationRounding(AllocationProblem problem, Map<String, Place> kept) {
        this.problem = problem;
        fixed = new HashMap<>(kept);
        level = new int[problem.towns().size()][problem.platforms().size()];
        room = new long[problem.towns().size()][problem.quotaTypes().size()];
        for (int town = 0; town < room.length; town++) {
            for (int type = 0; type < room[town].length; type++) {
                room[town][type] = problem.isOn(Rule.H3)
                        ? problem.towns().get(town).ceiling().get(type)
                        : Integer.MAX_VALUE;
            }
        }
        problem.held().forEach(held -> {
            level[held.town()][held.platform()] += held.posts();
            room[held.town()][held.quotaType()] -= held.posts();
        });
        for (Block block : problem.blocks()) {
            Place place = kept.getOrDefault(block.id(), BlockGroup.STAYED);
            if (!place.equals(BlockGroup.STAYED)) {
                level[place.town()][place.platform()] += block.size();
                room[place.town()][block.quotaType()] -= block.size();
            }
        }
    }

    /** Lays the blocks that are not kept, and grants the pools' posts around all of them, near a plan; may break hard rules. */
    AllocationPlan around(AllocationPlan near, BooleanSupplier stop) {
        return plan(laid(AllocationNetwork.solve(problem, fixed, near, stop), stop));
    }

    /**
     * Rounds the relaxation.
     *
     * @return empty when the relaxation cannot keep the hard rules, or when they cannot be kept around the blocks as they were laid
     */
    Optional<AllocationPlan> plan(AllocationNetwork relaxed, BooleanSupplier stop) {
        return Optional.of(relaxed)
                .filter(AllocationNetwork::isFeasible)
                .map(feasible -> laid(feasible, stop))
                .filter(AllocationNetwork::isFeasible)
                .map(this::plan);
    }

    /** The network around all blocks, laid as the relaxed one suggests. */
    private AllocationNetwork laid(AllocationNetwork relaxed, BooleanSupplier stop) {
        AllocationNetwork network = relaxed;
        letStay(network);
        int largest = problem.blocks().stream()
                .filter(block -> !fixed.containsKey(block.id()))
                .mapToInt(Block::size)
                .max()
                .orElse(0);
        for (int least = (largest + 1) / 2; least >= 1; least /= 2) {
            network = network.solveAgain(fixed, stop);
            lay(network, least);
        }
        return network.solveAgain(fixed, stop);
    }

    private AllocationPlan plan(AllocationNetwork network) {
        List<Posting> postings = fixed.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(BlockGroup.STAYED))
                .map(entry -> new Posting(
                        entry.getKey(),
                        entry.getValue().town(),
                        entry.getValue().platform()))
                .toList();
        return new AllocationPlan(network.grants(), postings);
    }

    private void letStay(AllocationNetwork network) {
        Map<String, Long> sent = new HashMap<>();
        Map<String, Double> shareSent = new HashMap<>();
        for (AllocationNetwork.Sent flow : network.sent()) {
            sent.merge(flow.group().kind().department(), flow.people(), Long::sum);
            double share = (double) flow.people() / flow.group().people();
            flow.group().blocks().forEach(block -> shareSent.merge(block.id(), share, Double::sum));
        }
        Map<String, List<Block>> mayStay = new HashMap<>();
        Map<String, Long> mustGo = new HashMap<>();
        for (BlockGroup group : BlockGroup.of(problem, block -> !fixed.containsKey(block.id()))) {
            String department = group.kind().department();
            if (group.kind().mayStay()) {
                mayStay.computeIfAbsent(department, key -> new ArrayList<>()).addAll(group.blocks());
            } else {
                mustGo.merge(department, group.people(), Long::sum);
            }
        }
        for (Department department : problem.departments()) {
            List<Block> blocks = mayStay.getOrDefault(department.id(), List.of());
            long going = sent.getOrDefault(department.id(), 0L) - mustGo.getOrDefault(department.id(), 0L);
            Set<Block> chosen = SubsetSum.closest(
                    blocks,
                    Math.toIntExact(Math.max(0, going)),
                    block -> block.size() * shareSent.getOrDefault(block.id(), 0.0));
            blocks.stream()
                    .filter(block -> !chosen.contains(block))
                    .forEach(block -> fixed.put(block.id(), BlockGroup.STAYED));
        }
    }

    /** Lays every block of at least a size that is not laid yet. */
    private void lay(AllocationNetwork network, int least) {
        double[] expected = new double[problem.towns().size()];
        for (AllocationNetwork.Sent sent : network.sent()) {
            long laid = sent.group().blocks().stream()
                    .mapToLong(Block::size)
                    .filter(size -> size >= least)
                    .sum();
            // the smaller blocks keep their part of what the flow expects
            expected[sent.town()] +=
                    (double) sent.people() * laid / sent.group().people();
        }
        Map<BlockGroup.Kind, List<AllocationNetwork.Choice>> choices = network.choices().stream()
                .collect(Collectors.groupingBy(choice -> choice.group().kind()));
        Map<Block, BlockGroup> groups = new LinkedHashMap<>();
        for (BlockGroup group : BlockGroup.of(problem, block -> !fixed.containsKey(block.id()))) {
            group.blocks().forEach(block -> groups.put(block, group));
        }
        groups.keySet().stream()
                .filter(block -> block.size() >= least)
                .sorted(Comparator.comparingInt(Block::size).reversed().thenComparing(Block::id))
                .forEach(block -> {
                    BlockGroup group = groups.get(block);
                    fixed.put(block.id(), place(group, block, choices.getOrDefault(group.kind(), List.of()), expected));
                });
    }

    /** The town where the block costs least, given the people that the flow expects there; in it, the platform that lacks most. */
    private Place place(BlockGroup group, Block block, List<AllocationNetwork.Choice> choices, double[] expected) {
        Optional<AllocationNetwork.Choice> best = choices.stream()
                .filter(choice -> room[choice.town()][block.quotaType()] >= block.size())
                .min(Comparator.comparingDouble(choice -> cost(block, choice, expected[choice.town()])));
        if (best.isEmpty()) {
            return BlockGroup.STAYED;
        }
        int town = best.get().town();
        expected[town] -= block.size();
        room[town][block.quotaType()] -= block.size();
        Place place = IntStream.range(0, problem.platforms().size())
                .mapToObj(platform -> new Place(town, platform))
                .filter(group::isOpen)
                .max(Comparator.comparingLong((Place candidate) -> gain(block, candidate)))
                .orElseThrow();
        level[place.town()][place.platform()] += block.size();
        return place;
    }

    /** What the flow would pay for the people there, and the imbalance of those beyond the ones it expects. */
    private double cost(Block block, AllocationNetwork.Choice choice, double expected) {
        double beyond = Math.max(0, block.size() - expected);
        double need = Math.max(1, problem.towns().get(choice.town()).totalNeed());
        return (double) block.size() * choice.regret() + problem.weight(Rule.S1) * 1e6 * beyond * beyond / need;
    }

    /** Posts of need that a block fills at a place; a platform that it fits goes first where that fills as many. */
    private long gain(Block block, Place place) {
        Town town = problem.towns().get(place.town());
        int lacking = town.need().get(place.platform()) - level[place.town()][place.platform()];
        boolean fits = block.fits().contains(place.platform());
        return 2L * Math.min(block.size(), lacking) + (fits ? 1 : 0);
    }
}
