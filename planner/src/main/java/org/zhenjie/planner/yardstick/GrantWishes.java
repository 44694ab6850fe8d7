package org.zhenjie.planner.yardstick;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.zhenjie.planner.allocation.AllocationPlan.Grant;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationProblem.GrantLimit;
import org.zhenjie.planner.allocation.Rule;

/**
 * What is wished of one pool in one town, as far as the rules count.
 *
 * @param platforms number of platforms
 * @param limits pins and bans (H8)
 * @param before posts by platform in the reference plan (S5); a platform that is absent had none
 */
record GrantWishes(int platforms, List<GrantLimit> limits, Map<Integer, Integer> before) {

    /** The wishes by pool and town; towns of which nothing is wished are absent. */
    static Map<String, Map<Integer, GrantWishes>> of(AllocationProblem problem) {
        Map<String, Map<Integer, GrantWishes>> wishes = new HashMap<>();
        if (problem.isOn(Rule.H8)) {
            problem.grantLimits()
                    .forEach(limit -> at(problem, wishes, limit.pool(), limit.town())
                            .limits()
                            .add(limit));
        }
        if (isCompared(problem)) {
            for (Grant grant : problem.reference().orElseThrow().grants()) {
                at(problem, wishes, grant.pool(), grant.town())
                        .before()
                        .merge(grant.platform(), grant.posts(), Integer::sum);
            }
        }
        return wishes;
    }

    /** Whether S5 counts. */
    static boolean isCompared(AllocationProblem problem) {
        return problem.reference().isPresent() && problem.weight(Rule.S5) > 0;
    }

    private static GrantWishes at(
            AllocationProblem problem, Map<String, Map<Integer, GrantWishes>> wishes, String pool, int town) {
        return wishes.computeIfAbsent(pool, key -> new TreeMap<>())
                .computeIfAbsent(town, key -> none(problem.platforms().size()));
    }

    /** Nothing is wished. */
    static GrantWishes none(int platforms) {
        return new GrantWishes(platforms, new ArrayList<>(), new HashMap<>());
    }

    boolean isLimitedByPlatform() {
        return limits.stream().anyMatch(limit -> limit.platform().isPresent());
    }

    /** Least posts on a platform. */
    long least(int platform) {
        return least(OptionalInt.of(platform));
    }

    /** Most posts on a platform, {@code usable} if nothing says less. */
    long most(int platform, long usable) {
        return most(OptionalInt.of(platform), usable);
    }

    /** Least posts on all platforms together. */
    long least() {
        return Math.max(
                least(OptionalInt.empty()),
                IntStream.range(0, platforms).mapToLong(this::least).sum());
    }

    /** Most posts on all platforms together, {@code usable} if nothing says less. */
    long most(long usable) {
        return Math.min(
                most(OptionalInt.empty(), usable),
                IntStream.range(0, platforms)
                        .mapToLong(platform -> most(platform, usable))
                        .sum());
    }

    /** Whether no number of posts, up to {@code usable}, is what is wished. */
    boolean contradict(long usable) {
        return least() > most(usable)
                || IntStream.range(0, platforms).anyMatch(platform -> least(platform) > most(platform, usable));
    }

    /** Posts on a platform in the reference plan. */
    long before(int platform) {
        return before.getOrDefault(platform, 0);
    }

    /** Posts on all platforms in the reference plan. */
    long allBefore() {
        return before.values().stream().mapToLong(Integer::longValue).sum();
    }

    private long least(OptionalInt platform) {
        return limits.stream()
                .filter(limit -> limit.platform().equals(platform))
                .mapToLong(GrantLimit::least)
                .max()
                .orElse(0);
    }

    private long most(OptionalInt platform, long usable) {
        return limits.stream()
                .filter(limit -> limit.platform().equals(platform))
                .mapToLong(GrantLimit::most)
                .reduce(usable, Math::min);
    }
}
