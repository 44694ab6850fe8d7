package org.zhenjie.planner.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationPlan.Grant;
import org.zhenjie.planner.allocation.AllocationPlan.Posting;
import org.zhenjie.planner.allocation.AllocationProblem.Place;

/** A change of a plan that somebody asks about. */
public sealed interface Change {

    /**
     * The plan with the change made.
     *
     * @throws IllegalArgumentException if more posts were to be taken from a place than the pool grants it
     */
    AllocationPlan applyTo(AllocationPlan plan);

    /**
     * A pool grants other numbers of posts.
     *
     * @param by posts more (above 0) or fewer at each place; where they do not add up to 0, the rest comes from what the pool has
     *     not granted, or goes back to it
     */
    record Regrant(String pool, SortedMap<Place, Integer> by) implements Change {
        public Regrant {
            by = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(by));
        }

        /** Posts more, or fewer, over all places of a town. */
        public int in(int town) {
            return by.entrySet().stream()
                    .filter(entry -> entry.getKey().town() == town)
                    .mapToInt(Map.Entry::getValue)
                    .sum();
        }

        /** Posts more, or fewer, by town; towns without any are absent. */
        public SortedMap<Integer, Integer> byTown() {
            SortedMap<Integer, Integer> byTown = new TreeMap<>();
            by.forEach((place, posts) -> byTown.merge(place.town(), posts, Integer::sum));
            return byTown;
        }

        @Override
        public AllocationPlan applyTo(AllocationPlan plan) {
            Map<Place, Integer> granted = new TreeMap<>(by);
            List<Grant> grants = new ArrayList<>();
            for (Grant grant : plan.grants()) {
                Place place = new Place(grant.town(), grant.platform());
                if (grant.pool().equals(pool) && granted.containsKey(place)) {
                    granted.merge(place, grant.posts(), Integer::sum);
                } else {
                    grants.add(grant);
                }
            }
            granted.forEach((place, posts) -> {
                if (posts < 0) {
                    throw new IllegalArgumentException("fewer than no posts from " + pool + " at " + place);
                } else if (posts > 0) {
                    grants.add(new Grant(pool, place.town(), place.platform(), posts));
                }
            });
            return new AllocationPlan(grants, plan.postings());
        }
    }

    /**
     * A staff block goes elsewhere.
     *
     * @param to the place; empty = it stays in its department
     */
    record Send(String block, Optional<Place> to) implements Change {
        @Override
        public AllocationPlan applyTo(AllocationPlan plan) {
            List<Posting> postings = new ArrayList<>(plan.postings());
            postings.removeIf(posting -> posting.block().equals(block));
            to.ifPresent(place -> postings.add(new Posting(block, place.town(), place.platform())));
            return new AllocationPlan(plan.grants(), postings);
        }
    }

    /** An order without meaning, the same everywhere: for equal scores. */
    Comparator<Change> ORDER = Comparator.comparing(Change::toString);
}
