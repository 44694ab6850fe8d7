package org.zhenjie.planner.yardstick;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationPlan.Posting;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationProblem.Block;
import org.zhenjie.planner.allocation.AllocationProblem.Department;
import org.zhenjie.planner.allocation.AllocationProblem.Place;
import org.zhenjie.planner.allocation.AllocationProblem.Town;

/**
 * A plan near the relaxation. First each department picks the blocks that stay, so that it sends just as many people as the flow
 * does, or as few less as its blocks allow. Then the largest blocks are laid where the flow sends the people of their group, the
 * flow is solved again around them, and so on down to the smallest; the pools at the end are exact for the blocks as they lie.
 */
final class RelaxationRounding {

    private final AllocationProblem problem;
    private final Map<String, Place> fixed = new HashMap<>();
    private final int[][] level;

    RelaxationRounding(AllocationProblem problem) {
        this.problem = problem;
        level = new int[problem.towns().size()][problem.platforms().size()];
        problem.held().forEach(held -> level[held.town()][held.platform()] += held.posts());
    }

    /**
     * Rounds the relaxation.
     *
     * @return empty when the hard rules cannot be kept around the blocks as they were laid
     */
    Optional<AllocationPlan> plan(AllocationNetwork relaxed) {
        AllocationNetwork network = relaxed;
        letStay(network);
        int largest = problem.blocks().stream().mapToInt(Block::size).max().orElse(0);
        for (int least = (largest + 1) / 2; least >= 1; least /= 2) {
            network = network.solveAgain(fixed);
            lay(network, least);
        }
        network = network.solveAgain(fixed);
        if (!network.isFeasible()) {
            return Optional.empty();
        }
        List<Posting> postings = fixed.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(BlockGroup.STAYED))
                .map(entry -> new Posting(
                        entry.getKey(),
                        entry.getValue().town(),
                        entry.getValue().platform()))
                .toList();
        return Optional.of(new AllocationPlan(network.grants(), postings));
    }

    private void letStay(AllocationNetwork network) {
        Map<String, Long> sent = new HashMap<>();
        network.sent().forEach(flow -> sent.merge(flow.group().kind().department(), flow.people(), Long::sum));
        Map<String, List<Block>> mayStay = new HashMap<>();
        Map<String, Long> mustGo = new HashMap<>();
        for (BlockGroup group : BlockGroup.of(problem, block -> true)) {
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
            Set<Block> chosen = SubsetSum.closest(blocks, Math.toIntExact(Math.max(0, going)));
            blocks.stream()
                    .filter(block -> !chosen.contains(block))
                    .forEach(block -> fixed.put(block.id(), BlockGroup.STAYED));
        }
    }

    /** Lays every block of at least a size that is not laid yet. */
    private void lay(AllocationNetwork network, int least) {
        Map<BlockGroup.Kind, Map<Integer, Long>> stocks = network.sent().stream()
                .collect(Collectors.groupingBy(
                        sent -> sent.group().kind(),
                        Collectors.groupingBy(
                                AllocationNetwork.Sent::town,
                                TreeMap::new,
                                Collectors.summingLong(AllocationNetwork.Sent::people))));
        for (BlockGroup group : BlockGroup.of(problem, block -> !fixed.containsKey(block.id()))) {
            Map<Integer, Long> open = stocks.getOrDefault(group.kind(), Map.of());
            group.blocks().stream()
                    .filter(block -> block.size() >= least)
                    .sorted(Comparator.comparingInt(Block::size).reversed().thenComparing(Block::id))
                    .forEach(block -> fixed.put(block.id(), place(group, block, open)));
        }
    }

    /** The town with the most people of the group still to come, and there the platform that lacks them most. */
    private Place place(BlockGroup group, Block block, Map<Integer, Long> open) {
        Optional<Integer> town = open.keySet().stream().max(Comparator.comparing(open::get));
        if (town.isEmpty()) {
            return BlockGroup.STAYED;
        }
        open.merge(town.get(), (long) -block.size(), Long::sum);
        Place place = java.util.stream.IntStream.range(0, problem.platforms().size())
                .mapToObj(platform -> new Place(town.get(), platform))
                .filter(group::isOpen)
                .max(Comparator.comparingLong((Place candidate) -> gain(block, candidate)))
                .orElseThrow();
        level[place.town()][place.platform()] += block.size();
        return place;
    }

    /** Posts of need that a block fills at a place; a platform that it fits goes first where that fills as many. */
    private long gain(Block block, Place place) {
        Town town = problem.towns().get(place.town());
        int lacking = town.need().get(place.platform()) - level[place.town()][place.platform()];
        boolean fits = block.fits().contains(place.platform());
        return 2L * Math.min(block.size(), lacking) + (fits ? 1 : 0);
    }
}
