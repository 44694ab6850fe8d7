package org.zhenjie.planner.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationPlan.Grant;
import org.zhenjie.planner.allocation.AllocationPlan.Posting;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationProblem.Block;
import org.zhenjie.planner.allocation.AllocationProblem.Place;
import org.zhenjie.planner.allocation.AllocationProblem.Pool;
import org.zhenjie.planner.allocation.AllocationProblem.Town;
import org.zhenjie.planner.allocation.PlanScore;
import org.zhenjie.planner.allocation.Rule;
import org.zhenjie.planner.allocation.Score;
import org.zhenjie.planner.allocation.TownRules.Cell;

/** Questions to a plan, answered by scoring the changed plan: no search. Immutable. */
public final class WhatIf {

    /** The most towns that one pool's posts are taken from or given to in a list of options: those that lie best for it. */
    static final int MOST_PARTNERS = 60;

    private final AllocationProblem problem;
    private final AllocationPlan plan;
    private final PlanScore score;
    private final Score total;
    private final Vicinity vicinity;
    private final Map<String, SortedMap<Place, Integer>> granted = new HashMap<>();
    private final Map<Cell, Integer> roomToStandIn = new HashMap<>();

    private WhatIf(AllocationProblem problem, AllocationPlan plan) {
        this.problem = problem;
        this.plan = plan;
        this.score = PlanScore.of(problem, plan);
        this.total = score.score();
        this.vicinity = new Vicinity(problem, plan);
        problem.pools().forEach(pool -> granted.put(pool.id(), new TreeMap<>()));
        for (Grant grant : plan.grants()) {
            granted.get(grant.pool()).merge(new Place(grant.town(), grant.platform()), grant.posts(), Integer::sum);
        }
        countStandIns();
    }

    /** Questions to a plan. */
    public static WhatIf of(AllocationProblem problem, AllocationPlan plan) {
        return new WhatIf(problem, plan);
    }

    /** A change and what it would cost. */
    public record Option(Change change, Difference difference) {}

    /** What a change would cost. */
    public Difference of(Change change) {
        if (change instanceof Change.Regrant regrant) {
            return vicinity.of(total, regrant);
        }
        return Difference.between(score, PlanScore.of(problem, change.applyTo(plan)));
    }

    /** The score of the plan as it is. */
    public PlanScore score() {
        return score;
    }

    /** Posts that a pool may grant and has not; below 0 where it has granted too many. */
    public int left(Pool pool) {
        return pool.usable()
                - granted.get(pool.id()).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum();
    }

    /**
     * The ways to give a town more posts, or fewer: from what a pool has not granted, or from what it grants to another town; back to
     * the pool, or to another town. Each goes post by post to the platform that lacks most, of those that
     * the pool may serve (H2) and its posts stand in on (H12) where there are such.
     *
     * @param platform only this platform of the town; empty = any
     * @param by posts more, or fewer where below 0
     * @return the best first, those that break a hard rule at the end
     */
    public List<Option> regrant(int town, OptionalInt platform, int by) {
        List<Option> options = new ArrayList<>();
        for (Pool pool : problem.pools()) {
            step(pool, town, platform, by).ifPresent(own -> {
                options.add(option(pool, own));
                if (by != 0 && (pool.serves().contains(town) || !problem.isOn(Rule.H2))) {
                    partners(pool, town, by)
                            .forEach(other -> step(pool, other, OptionalInt.empty(), -by)
                                    .ifPresent(rest -> {
                                        SortedMap<Place, Integer> both = new TreeMap<>(own);
                                        both.putAll(rest);
                                        options.add(option(pool, both));
                                    }));
                }
            });
        }
        return ranked(options);
    }

    /**
     * What each town that a pool may serve would make of posts more or fewer.
     *
     * @return the best first
     */
    public List<Option> regrant(String poolId, int by) {
        Pool pool = pool(poolId);
        List<Option> options = new ArrayList<>();
        for (int town : pool.serves().stream().sorted().toList()) {
            step(pool, town, OptionalInt.empty(), by).ifPresent(own -> options.add(option(pool, own)));
        }
        return ranked(options);
    }

    /**
     * Every other decision on a staff block: to stay, or to go to any town that is open to it, there to the platform where it costs
     * least.
     *
     * @return the best first
     */
    public List<Option> send(String blockId) {
        Block block = problem.blocks().stream()
                .filter(one -> one.id().equals(blockId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no block " + blockId));
        Optional<Place> now = plan.postings().stream()
                .filter(posting -> posting.block().equals(blockId))
                .map(posting -> new Place(posting.town(), posting.platform()))
                .findFirst();
        List<Option> options = new ArrayList<>();
        if (now.isPresent()) {
            options.add(option(new Change.Send(blockId, Optional.empty())));
        }
        for (AllocationProblem.Destination destination : block.destinations()) {
            IntStream.range(0, problem.platforms().size())
                    .mapToObj(platform -> new Place(destination.town(), platform))
                    .filter(place -> !now.equals(Optional.of(place)))
                    .map(place -> option(new Change.Send(blockId, Optional.of(place))))
                    .min(BEST_FIRST)
                    .ifPresent(options::add);
        }
        return ranked(options);
    }

    private static final Comparator<Option> BEST_FIRST = Comparator.comparing(
                    (Option option) -> option.difference().after(), Comparator.reverseOrder())
            .thenComparing(Option::change, Change.ORDER);

    private static List<Option> ranked(List<Option> options) {
        return options.stream().sorted(BEST_FIRST).toList();
    }

    private Option option(Pool pool, SortedMap<Place, Integer> by) {
        return option(new Change.Regrant(pool.id(), by));
    }

    private Option option(Change change) {
        return new Option(change, of(change));
    }

    private Pool pool(String id) {
        return problem.pools().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no pool " + id));
    }

    /** The towns that a pool's posts could come from (or go to), those best staffed (or worst) first. */
    private List<Integer> partners(Pool pool, int town, int by) {
        Comparator<Integer> byRatio = Comparator.comparingDouble(this::ratio);
        return pool.serves().stream()
                .filter(other -> other != town)
                .sorted((by > 0 ? byRatio.reversed() : byRatio).thenComparing(Comparator.naturalOrder()))
                .filter(other -> by < 0 || grantedTo(pool, other) >= by)
                .limit(MOST_PARTNERS)
                .toList();
    }

    private double ratio(int town) {
        int need = problem.towns().get(town).totalNeed();
        return need == 0 ? Double.MAX_VALUE : (double) score.level(town) / need;
    }

    private int grantedTo(Pool pool, int town) {
        return granted.get(pool.id()).entrySet().stream()
                .filter(entry -> entry.getKey().town() == town)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** Where posts more go in a town, or fewer come from, one by one; empty where the pool grants fewer than are to go. */
    private Optional<SortedMap<Place, Integer>> step(Pool pool, int town, OptionalInt platform, int by) {
        SortedMap<Place, Integer> step = new TreeMap<>();
        for (int i = 0; i < Math.abs(by); i++) {
            Optional<Place> next = platform.isPresent()
                    ? Optional.of(new Place(town, platform.getAsInt()))
                            .filter(place -> by > 0 || grantedAt(pool, place, step) > 0)
                    : next(pool, town, by, step);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            step.merge(next.get(), Integer.signum(by), Integer::sum);
        }
        return Optional.of(step);
    }

    private Optional<Place> next(Pool pool, int town, int by, SortedMap<Place, Integer> step) {
        Town unit = problem.towns().get(town);
        Comparator<Place> byLack = Comparator.comparingInt(place -> unit.need().get(place.platform())
                - score.levels().get(town).get(place.platform())
                - step.getOrDefault(place, 0));
        Comparator<Place> openFirst = Comparator.comparing(place -> isOpen(pool, place, step));
        return IntStream.range(0, problem.platforms().size())
                .mapToObj(platform -> new Place(town, platform))
                .filter(place -> by > 0 || grantedAt(pool, place, step) > 0)
                .min(by > 0 ? openFirst.thenComparing(byLack).reversed() : byLack);
    }

    /** Whether a pool may serve a platform, and one post more of its type may stand in there. */
    private boolean isOpen(Pool pool, Place place, SortedMap<Place, Integer> step) {
        boolean serves = !problem.isOn(Rule.H2) || pool.servesPlatform(place.platform());
        Cell cell = new Cell(place.town(), place.platform(), pool.quotaType());
        int room = problem.isOn(Rule.H12) ? roomToStandIn.getOrDefault(cell, Integer.MAX_VALUE) : Integer.MAX_VALUE;
        return serves && room > step.getOrDefault(place, 0);
    }

    /** Posts that the plan leaves of each limit on what stands in (H12). */
    private void countStandIns() {
        roomToStandIn.putAll(problem.roomToStandIn());
        Map<String, Integer> types = new HashMap<>();
        problem.pools().forEach(pool -> types.put(pool.id(), pool.quotaType()));
        for (Grant grant : plan.grants()) {
            Cell cell = new Cell(grant.town(), grant.platform(), types.get(grant.pool()));
            roomToStandIn.computeIfPresent(cell, (key, room) -> room - grant.posts());
        }
        Map<String, Block> blocks = new HashMap<>();
        problem.blocks().forEach(block -> blocks.put(block.id(), block));
        for (Posting posting : plan.postings()) {
            Block block = blocks.get(posting.block());
            Cell cell = new Cell(posting.town(), posting.platform(), block.quotaType());
            roomToStandIn.computeIfPresent(cell, (key, room) -> room - block.size());
        }
    }

    private int grantedAt(Pool pool, Place place, SortedMap<Place, Integer> step) {
        return granted.get(pool.id()).getOrDefault(place, 0) + step.getOrDefault(place, 0);
    }
}
