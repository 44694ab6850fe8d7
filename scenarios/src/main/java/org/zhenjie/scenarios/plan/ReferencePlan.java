package org.zhenjie.scenarios.plan;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationPlan.Grant;
import org.zhenjie.planner.allocation.AllocationPlan.Posting;
import org.zhenjie.scenarios.reform.Reform.MergeTowns;
import org.zhenjie.scenarios.reform.Scenario;
import org.zhenjie.scenarios.study.Study;

/**
 * The stored plan of a scenario that another scenario's plan should stay near (S5).
 *
 * @param planned the plan; it fits its inputs
 * @param hash SHA-256 of the bytes of its file
 */
public record ReferencePlan(PlannedScenario planned, String hash) {

    /** The same as it is named in plans. */
    Provenance.Reference named() {
        return new Provenance.Reference(planned.name(), hash);
    }

    /**
     * The decisions as another scenario can take them, by code of town and platform, id of pool and block. Towns that
     * the scenario merges stand for the unit they went into; what its study does not have is left out.
     *
     * @param study the study after the reforms of the scenario
     */
    AllocationPlan in(Scenario scenario, Study study) {
        return new Translation(planned.study(), scenario, study).of(planned.plan());
    }

    /** From the positions of one study to those of another. */
    private static final class Translation {
        private final Study from;
        private final Study to;
        private final List<MergeTowns> mergers;
        private final Map<String, Integer> towns = new HashMap<>();
        private final Map<String, Integer> platforms = new HashMap<>();

        Translation(Study from, Scenario scenario, Study to) {
            this.from = from;
            this.to = to;
            this.mergers = scenario.reforms().stream()
                    .filter(MergeTowns.class::isInstance)
                    .map(MergeTowns.class::cast)
                    .toList();
            IntStream.range(0, to.towns().size())
                    .forEach(i -> towns.put(to.towns().get(i).code(), i));
            IntStream.range(0, to.platforms().size())
                    .forEach(i -> platforms.put(to.platforms().get(i).id(), i));
        }

        AllocationPlan of(AllocationPlan plan) {
            return new AllocationPlan(grants(plan), postings(plan));
        }

        private record Place(String pool, int town, int platform) implements Comparable<Place> {
            private static final Comparator<Place> ORDER =
                    Comparator.comparing(Place::pool).thenComparing(Place::town).thenComparing(Place::platform);

            @Override
            public int compareTo(Place other) {
                return ORDER.compare(this, other);
            }
        }

        /** Grants to towns that merged add up. */
        private List<Grant> grants(AllocationPlan plan) {
            var pools = to.pools().stream().map(Study.Pool::id).collect(Collectors.toSet());
            SortedMap<Place, Integer> posts = new TreeMap<>();
            for (Grant grant : plan.grants()) {
                Optional<Integer> town = town(grant.town());
                Optional<Integer> platform = platform(grant.platform());
                if (pools.contains(grant.pool()) && town.isPresent() && platform.isPresent()) {
                    posts.merge(new Place(grant.pool(), town.get(), platform.get()), grant.posts(), Integer::sum);
                }
            }
            return posts.entrySet().stream()
                    .map(one -> new Grant(
                            one.getKey().pool(),
                            one.getKey().town(),
                            one.getKey().platform(),
                            one.getValue()))
                    .toList();
        }

        private List<Posting> postings(AllocationPlan plan) {
            var blocks = to.blocks().stream().map(Study.StaffBlock::id).collect(Collectors.toSet());
            return plan.postings().stream()
                    .filter(posting -> blocks.contains(posting.block()))
                    .flatMap(posting -> town(posting.town())
                            .flatMap(town -> platform(posting.platform())
                                    .map(platform -> new Posting(posting.block(), town, platform)))
                            .stream())
                    .toList();
        }

        private Optional<Integer> town(int position) {
            String code = from.towns().get(position).code();
            for (MergeTowns merger : mergers) {
                code = merger.towns().contains(code) ? merger.code() : code;
            }
            return Optional.ofNullable(towns.get(code));
        }

        private Optional<Integer> platform(int position) {
            return Optional.ofNullable(
                    platforms.get(from.platforms().get(position).id()));
        }
    }
}
