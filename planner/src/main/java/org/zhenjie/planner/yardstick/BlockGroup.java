package org.zhenjie.planner.yardstick;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.zhenjie.planner.allocation.AllocationPlan.Posting;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationProblem.Block;
import org.zhenjie.planner.allocation.AllocationProblem.BlockRule;
import org.zhenjie.planner.allocation.AllocationProblem.Destination;
import org.zhenjie.planner.allocation.AllocationProblem.Place;
import org.zhenjie.planner.allocation.Rule;

/**
 * Blocks that differ in nothing but their size: to a relaxation they are one stock of people.
 *
 * @param kind what they have in common
 * @param blocks the blocks, in the order of the problem
 */
record BlockGroup(Kind kind, List<Block> blocks) {

    /**
     * What the blocks of a group have in common.
     *
     * @param reach towns within the farthest distance
     * @param open the places that a pin or ban leaves open; empty = all
     * @param before where the reference plan sends them: empty = there is no reference that counts; else a town and platform, or
     *     {@link #STAYED}
     */
    record Kind(
            String department,
            int quotaType,
            List<Destination> reach,
            Set<Integer> fits,
            boolean mayStay,
            Optional<Set<Place>> open,
            Optional<Place> before) {}

    /** Stands for 'stays' where a place is asked for. */
    static final Place STAYED = new Place(-1, -1);

    /** The groups of the blocks that the filter lets in. */
    static List<BlockGroup> of(AllocationProblem problem, Predicate<Block> filter) {
        Map<String, BlockRule> rules = new HashMap<>();
        if (problem.isOn(Rule.H8)) {
            problem.blockRules().forEach(rule -> rules.put(rule.block(), rule));
        }
        Map<String, Place> before = new HashMap<>();
        boolean compared = problem.reference().isPresent() && problem.weight(Rule.S5) > 0;
        if (compared) {
            problem.blocks().forEach(block -> before.put(block.id(), STAYED));
            for (Posting posting : problem.reference().orElseThrow().postings()) {
                before.put(posting.block(), new Place(posting.town(), posting.platform()));
            }
        }
        Map<Kind, BlockGroup> groups = new LinkedHashMap<>();
        for (Block block : problem.blocks()) {
            if (filter.test(block)) {
                Kind kind = kind(problem, block, rules.get(block.id()), Optional.ofNullable(before.get(block.id())));
                groups.computeIfAbsent(kind, key -> new BlockGroup(key, new java.util.ArrayList<>()))
                        .blocks()
                        .add(block);
            }
        }
        return List.copyOf(groups.values());
    }

    private static Kind kind(AllocationProblem problem, Block block, BlockRule rule, Optional<Place> before) {
        List<Destination> reach = problem.isOn(Rule.H6)
                ? block.destinations().stream()
                        .filter(destination -> destination.metres() <= block.farthestMetres())
                        .toList()
                : block.destinations();
        return new Kind(
                block.department(),
                block.quotaType(),
                reach,
                block.fits(),
                rule == null || rule.mayStay(),
                Optional.ofNullable(rule).map(BlockRule::places),
                before);
    }

    /** People in the group. */
    long people() {
        return blocks.stream().mapToLong(Block::size).sum();
    }

    boolean isOpen(Place place) {
        return kind.open().map(places -> places.contains(place)).orElse(true);
    }

    /** Whether it matters to the group which platform of a town it goes to. */
    boolean tellsPlatformsApart(AllocationProblem problem) {
        return kind.open().isPresent()
                || problem.weight(Rule.S4) > 0
                        && kind.fits().size() < problem.platforms().size()
                || kind.before().map(place -> !place.equals(STAYED)).orElse(false);
    }

    /** Whether platforms differ for the group by its skills alone, not by pins or a reference plan. */
    boolean tellsSkillsOnly() {
        return kind.open().isEmpty() && kind.before().isEmpty();
    }

    /** Cost of one person's way to a town (S3, S6). */
    static long travel(AllocationProblem problem, Destination destination) {
        return problem.weight(Rule.S3) * destination.metres() + problem.weight(Rule.S6) * destination.wishesBefore();
    }

    /** Cost of one person at a place, travel apart (S4, S5). */
    long cost(AllocationProblem problem, Place place) {
        long skill = kind.fits().contains(place.platform()) ? 0 : problem.weight(Rule.S4);
        return skill + moved(problem, place);
    }

    /** Cost of one person who stays (S5). */
    long costOfStaying(AllocationProblem problem) {
        return moved(problem, STAYED);
    }

    private long moved(AllocationProblem problem, Place place) {
        return kind.before().map(place::equals).orElse(true) ? 0 : problem.weight(Rule.S5);
    }
}
