package org.zhenjie.scenarios.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.planner.consolidation.ConsolidationPlan;
import org.zhenjie.planner.consolidation.ConsolidationProblem;
import org.zhenjie.planner.consolidation.ConsolidationProblem.Site;
import org.zhenjie.planner.consolidation.ConsolidationResult;
import org.zhenjie.scenarios.explain.SiteExplainer.Option;
import org.zhenjie.scenarios.explain.SiteExplainer.Part;
import org.zhenjie.scenarios.reform.Consolidated;
import org.zhenjie.scenarios.reform.Reform.Consolidate;
import org.zhenjie.scenarios.stations.NumberRange;
import org.zhenjie.scenarios.study.Name;
import org.zhenjie.scenarios.study.Study.Institution;

/** Why a unit stays or merges, and what another choice would cost. */
class SiteExplainerTest {
    /** Units on a line; those at the given places stay. */
    private static Consolidated line(List<Integer> places, List<Integer> kept, long capacity) {
        int size = places.size();
        long[][] metres = new long[size][size];
        List<Site> sites = new ArrayList<>();
        List<Institution> units = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                metres[i][j] = 1000L * Math.abs(places.get(i) - places.get(j));
            }
            sites.add(new Site("s" + i, i + 1, capacity));
            units.add(unit("s" + i));
        }
        ConsolidationProblem problem =
                new ConsolidationProblem(sites, metres, kept.size(), java.util.OptionalLong.empty(), BigDecimal.ONE);
        ConsolidationPlan plan = ConsolidationPlan.withRoom(problem, kept);
        ConsolidationResult result = new ConsolidationResult(
                plan, plan.account(problem), plan.account(problem), 0, false, 0, ConsolidationResult.StoppedBy.STEPS);
        return new Consolidated(
                reform(kept.size()),
                Where.nowhere(),
                Optional.empty(),
                units,
                problem,
                List.of(new Consolidated.Choice(kept.size(), result, 0, 0)),
                0);
    }

    private static Institution unit(String id) {
        return new Institution(
                id,
                new Name(id, id),
                Institution.Kind.STATION,
                "A",
                Optional.empty(),
                Optional.empty(),
                1,
                OptionalInt.empty(),
                Set.of(),
                "institution",
                1,
                OptionalInt.empty(),
                Optional.empty());
    }

    private static Consolidate reform(int keep) {
        return new Consolidate(
                Institution.Kind.STATION,
                List.of(),
                new Consolidate.Keep(new NumberRange(keep, keep), BigDecimal.ZERO),
                Optional.empty(),
                List.of(),
                Consolidate.Distance.PLACE,
                Optional.empty(),
                BigDecimal.ONE,
                false,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                false,
                "pool");
    }

    private static List<Option> all(SiteExplainer explainer, String id) {
        return Stream.of(explainer.otherHosts(id), explainer.oneMore(id), explainer.another(id), explainer.oneFewer(id))
                .flatMap(List::stream)
                .toList();
    }

    @Property(tries = 200)
    void the_parts_of_every_difference_add_up_exactly_to_it(
            @ForAll @Size(min = 3, max = 14) List<@IntRange(max = 50) Integer> places,
            @ForAll @IntRange(min = 1, max = 3) int keep,
            @ForAll @IntRange(min = 14, max = 200) int capacity) {
        Consolidated consolidated =
                line(places, java.util.stream.IntStream.range(0, keep).boxed().toList(), capacity);
        SiteExplainer explainer = new SiteExplainer(consolidated, Locale.ENGLISH);
        for (Institution unit : consolidated.units()) {
            assertThat(all(explainer, unit.id()))
                    .allSatisfy(option -> assertThat(
                                    option.parts().stream().map(Part::cost).reduce(BigDecimal.ZERO, BigDecimal::add))
                            .isEqualByComparingTo(option.cost()));
        }
    }

    @Test
    void a_unit_that_merges_is_told_with_its_host_and_its_part_of_the_cost() {
        SiteExplainer explainer = new SiteExplainer(line(List.of(0, 2, 10), List.of(0, 2), 100), Locale.ENGLISH);
        assertThat(explainer.stateOf("s1"))
                .isEqualTo("s1 (s1) merges into s0 (s0): 2 km away, load 2, which costs 4 of 4 load × km in all");
        assertThat(explainer.otherHosts("s1")).singleElement().satisfies(option -> {
            assertThat(option.words()).isEqualTo("into s2 (s2)");
            assertThat(option.cost()).isEqualByComparingTo("12");
        });
        assertThat(explainer.oneMore("s1"))
                .singleElement()
                .satisfies(option -> assertThat(option.cost()).isEqualByComparingTo("-4"));
    }

    @Test
    void another_unit_in_its_place_costs_what_everybody_then_goes_more() {
        SiteExplainer explainer = new SiteExplainer(line(List.of(0, 2, 10), List.of(0, 2), 100), Locale.ENGLISH);
        Option instead = explainer.another("s0").get(0);
        // s0 goes 2 km with load 1, s1 no longer goes 2 km with load 2
        assertThat(instead.cost()).isEqualByComparingTo("-2");
        assertThat(explainer.stateOf("s0")).startsWith("s0 (s0) stays: 1 merge into it, load 3");
    }

    @Test
    void a_change_that_no_host_has_room_for_is_forbidden_by_name_and_amount() {
        SiteExplainer explainer = new SiteExplainer(line(List.of(0, 2, 10), List.of(0, 2), 4), Locale.ENGLISH);
        assertThat(explainer.otherHosts("s1")).singleElement().satisfies(option -> {
            assertThat(option.isAllowed()).isFalse();
            assertThat(option.forbidden()).containsExactly("C2 Most load that a unit hosts: by 1");
        });
    }
}
