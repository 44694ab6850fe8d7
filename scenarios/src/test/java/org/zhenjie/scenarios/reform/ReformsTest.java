package org.zhenjie.scenarios.reform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.scenarios.TinyStudy;
import org.zhenjie.scenarios.reform.Reform.Ban;
import org.zhenjie.scenarios.reform.Reform.ChangePool;
import org.zhenjie.scenarios.reform.Reform.ConvertToStreet;
import org.zhenjie.scenarios.reform.Reform.ExtendZone;
import org.zhenjie.scenarios.reform.Reform.MergeTowns;
import org.zhenjie.scenarios.reform.Reform.Pin;
import org.zhenjie.scenarios.study.Name;
import org.zhenjie.scenarios.study.Norms;
import org.zhenjie.scenarios.study.Study;
import org.zhenjie.scenarios.study.Study.Decision.BlockGoes;
import org.zhenjie.scenarios.study.Study.Decision.BlockNotTo;
import org.zhenjie.scenarios.study.Study.Decision.BlockStays;
import org.zhenjie.scenarios.study.Study.Decision.DepartmentNotTo;
import org.zhenjie.scenarios.study.Study.Decision.GrantWithin;
import org.zhenjie.scenarios.study.Study.Held;
import org.zhenjie.scenarios.study.Study.Town;
import org.zhenjie.scenarios.study.StudyFolder;
import org.zhenjie.scenarios.study.TownKind;

/** What each reform does to a study, and what no reform may ask. */
class ReformsTest {
    private static final Name MERGED = new Name("河桥镇", "Heqiao Town");

    private static Study study;

    @BeforeAll
    static void open(@TempDir Path temp) {
        study = StudyFolder.open(TinyStudy.in(temp)).study();
    }

    private static Scenario scenario(Reform... reforms) {
        return Scenario.of("test", new Name("试", "Test"), Arrays.asList(reforms));
    }

    private static Study after(Reform... reforms) {
        return Reforms.apply(scenario(reforms), study).study();
    }

    private static List<String> warnings(Reform... reforms) {
        return Reforms.apply(scenario(reforms), study).warnings().stream()
                .map(Problem::key)
                .toList();
    }

    private static List<Problem> refused(Reform... reforms) {
        InputException thrown = catchThrowableOfType(InputException.class, () -> after(reforms));
        assertThat(thrown).as("the reforms are refused").isNotNull();
        return thrown.problems();
    }

    private static String refusal(Reform... reforms) {
        List<Problem> problems = refused(reforms);
        assertThat(problems).hasSize(1);
        return problems.get(0).key();
    }

    private static int need(Study of, String code, String platform) {
        return new Norms(of).need(of.town(code).orElseThrow(), platform);
    }

    @Test
    void the_baseline_leaves_the_study_as_it_is() {
        assertThat(Reforms.apply(Scenario.BASELINE, study).study()).isEqualTo(study);
    }

    @Test
    void a_reform_does_not_touch_the_study_that_it_is_given() {
        after(new ConvertToStreet(List.of("A2")), new ChangePool("a-administrative", 3, Optional.of("outside")));
        assertThat(study.town("A2").orElseThrow().kind()).isEqualTo(TownKind.TOWN);
        assertThat(study.pool("a-administrative").orElseThrow().size()).isEqualTo(6);
    }

    // conversion

    @Test
    void a_conversion_makes_a_street_of_a_town_and_changes_its_need_by_the_norms_alone() {
        // town: 4 + 0.4 x 30 = 16; street: 10 + 0.5 x 30 = 25
        assertThat(need(study, "A2", "governance")).isEqualTo(16);
        Study converted = after(new ConvertToStreet(List.of("A2")));
        assertThat(converted.town("A2").orElseThrow().kind()).isEqualTo(TownKind.STREET);
        assertThat(need(converted, "A2", "governance")).isEqualTo(25);
    }

    @Test
    void a_conversion_changes_the_word_in_the_name() {
        Name name = after(new ConvertToStreet(List.of("A2")))
                .town("A2")
                .orElseThrow()
                .name();
        assertThat(name).isEqualTo(new Name("河口街道", "Hekou Subdistrict"));
    }

    @Test
    void a_conversion_of_a_street_is_a_warning() {
        assertThat(warnings(new ConvertToStreet(List.of("A1")))).containsExactly("reform.alreadyStreet");
    }

    @Test
    void a_conversion_of_an_unknown_town_is_refused() {
        assertThat(refusal(new ConvertToStreet(List.of("X")))).isEqualTo("reform.unknownTown");
    }

    // merger

    private static Reform merger(String code, String... towns) {
        return new MergeTowns(List.of(towns), code, MERGED, TownKind.TOWN);
    }

    @Test
    void a_merger_sums_area_residents_and_indicators() {
        Town merged = after(merger("A2", "A2", "A3")).town("A2").orElseThrow();
        double areas = study.town("A2").orElseThrow().areaKm2()
                + study.town("A3").orElseThrow().areaKm2();
        assertThat(merged.areaKm2()).isCloseTo(areas, within(1e-6));
        assertThat(merged.people()).isEqualTo(50_000);
        assertThat(merged.attributes().get("shops")).isEqualByComparingTo("300");
        assertThat(merged.name()).isEqualTo(MERGED);
        assertThat(merged.boundary().getNumGeometries()).isEqualTo(1);
    }

    @Test
    void a_merger_sums_posts_by_platform_and_quota_type() {
        Study merged = after(merger("A2", "A1", "A2"));
        assertThat(merged.held())
                .contains(
                        new Held("A2", "governance", "administrative", 29, 28),
                        new Held("A2", "governance", "institution", 6, 6),
                        new Held("A2", "law", "administrative", 8, 8),
                        new Held("A2", "law", "institution", 5, 4));
        assertThat(merged.held()).extracting(Held::town).doesNotContain("A1");
        assertThat(posts(merged)).isEqualTo(posts(study));
    }

    private static int posts(Study of) {
        return of.held().stream().mapToInt(Held::posts).sum();
    }

    @Test
    void a_merger_keeps_the_seat_of_the_town_whose_code_is_kept() {
        assertThat(after(merger("A3", "A2", "A3"))
                        .town("A3")
                        .orElseThrow()
                        .seat()
                        .getCoordinate())
                .isEqualTo(study.town("A3").orElseThrow().seat().getCoordinate());
    }

    @Test
    void a_merger_under_a_new_code_takes_the_seat_of_the_town_with_most_residents() {
        assertThat(after(merger("A9", "A2", "A3"))
                        .town("A9")
                        .orElseThrow()
                        .seat()
                        .getCoordinate())
                .isEqualTo(study.town("A2").orElseThrow().seat().getCoordinate());
    }

    @Test
    void a_merger_takes_zones_and_closed_towns_along_and_says_where_only_a_part_was_in_a_zone() {
        Study merged = after(merger("A2", "A2", "A3"));
        assertThat(merged.zone("Z").orElseThrow().towns()).containsExactly("A2");
        assertThat(merged.block("S2").orElseThrow().forbidden()).containsExactly("A2");
        assertThat(warnings(merger("A2", "A2", "A3"))).containsExactly("reform.mergePartZone");
    }

    @Test
    void a_merger_adds_up_what_was_pinned_in_each_of_the_towns() {
        Study merged = after(
                new Pin(new GrantWithin("city-institution", "B1", Optional.empty(), 2, 5)),
                new Pin(new GrantWithin("city-institution", "B2", Optional.empty(), 1, 3)),
                new Pin(new BlockGoes("S4", "B1", Optional.of("law"))),
                merger("B1", "B1", "B2"));
        assertThat(merged.decisions())
                .containsExactlyInAnyOrder(
                        new GrantWithin("city-institution", "B1", Optional.empty(), 3, 8),
                        new BlockGoes("S4", "B1", Optional.of("law")));
    }

    @Test
    void a_merger_drops_a_limit_that_was_for_a_part_only_and_says_so() {
        Reform ban = new Ban(new GrantWithin("city-institution", "B1", Optional.empty(), 0, 0));
        assertThat(after(ban, merger("B1", "B1", "B2")).decisions())
                .containsExactly(new GrantWithin("city-institution", "B1", Optional.empty(), 0, GrantWithin.UNLIMITED));
        assertThat(warnings(ban, merger("B1", "B1", "B2"))).containsExactly("reform.mergeLimit");
    }

    @Test
    void towns_merge_along_a_chain_of_neighbours() {
        assertThat(after(merger("A1", "A1", "A3", "A2")).towns()).hasSize(4);
    }

    @Test
    void towns_that_do_not_touch_cannot_merge() {
        assertThat(refusal(merger("A1", "A1", "A3"))).isEqualTo("edit.apart");
    }

    @Test
    void towns_of_different_counties_cannot_merge() {
        assertThat(refusal(merger("A1", "A1", "B1"))).isEqualTo("reform.mergeCounties");
    }

    @Test
    void a_merger_cannot_take_the_code_of_another_town() {
        assertThat(refusal(merger("B1", "A1", "A2"))).isEqualTo("reform.codeTaken");
    }

    @Test
    void one_town_named_twice_is_no_merger() {
        assertThat(refusal(merger("A1", "A1", "A1"))).isEqualTo("reform.mergeFew");
    }

    @Test
    void a_town_that_was_merged_away_is_unknown_to_the_reforms_after() {
        List<Problem> problems = refused(merger("A2", "A2", "A3"), new ConvertToStreet(List.of("A3")));
        assertThat(problems).extracting(Problem::key).containsExactly("reform.unknownTown", "reform.mergePartZone");
        assertThat(problems.get(0).where().field()).hasValue("reforms[2]");
    }

    // zone

    @Test
    void a_town_that_joins_a_zone_has_the_need_of_the_zones_norm_and_the_posts_of_its_pool() {
        Study extended = after(new ExtendZone("Z", List.of("A2"), Optional.of(new BigDecimal("226"))));
        assertThat(extended.zone("Z").orElseThrow().towns()).containsExactlyInAnyOrder("A2", "A3");
        assertThat(extended.zone("Z").orElseThrow().plannedAreaKm2()).isEqualByComparingTo("226");
        assertThat(need(extended, "A2", "governance")).isEqualTo(18);
        assertThat(extended.serves(
                        extended.pool("zone-institution").orElseThrow(),
                        extended.town("A2").orElseThrow()))
                .isTrue();
    }

    @Test
    void a_town_that_is_in_the_zone_already_is_a_warning() {
        assertThat(warnings(new ExtendZone("Z", List.of("A3"), Optional.empty())))
                .containsExactly("reform.alreadyInZone");
    }

    @Test
    void an_unknown_zone_is_refused() {
        assertThat(refusal(new ExtendZone("Y", List.of("A3"), Optional.empty())))
                .isEqualTo("reform.unknownZone");
    }

    // pools

    @Test
    void a_pool_that_grows_from_outside_is_booked_there() {
        Study grown = after(new ChangePool("a-administrative", 4, Optional.of("outside")));
        assertThat(grown.pool("a-administrative").orElseThrow().size()).isEqualTo(10);
        assertThat(grown.ledger()).isEqualTo(Map.of("administrative", -4));
    }

    @Test
    void a_pool_that_grows_from_another_takes_its_posts() {
        Study shifted = after(new ChangePool("city-institution", 3, Optional.of("zone-institution")));
        assertThat(shifted.pool("city-institution").orElseThrow().size()).isEqualTo(23);
        assertThat(shifted.pool("zone-institution").orElseThrow().size()).isEqualTo(1);
        assertThat(shifted.ledger()).isEmpty();
    }

    @Test
    void a_pool_cannot_shrink_below_nothing() {
        assertThat(refusal(new ChangePool("zone-institution", -5, Optional.of("outside"))))
                .isEqualTo("reform.belowZero");
    }

    @Test
    void an_account_cannot_give_more_than_it_has() {
        assertThat(refusal(new ChangePool("city-institution", 5, Optional.of("zone-institution"))))
                .isEqualTo("reform.belowZero");
    }

    @Test
    void an_account_has_to_be_of_the_same_quota_type() {
        assertThat(refusal(new ChangePool("city-institution", 5, Optional.of("a-administrative"))))
                .isEqualTo("reform.accountType");
    }

    // pins and bans

    @Test
    void pins_are_kept_with_the_study() {
        BlockStays stays = new BlockStays("S1");
        assertThat(after(new Pin(stays)).decisions()).containsExactly(stays);
    }

    @Test
    void a_pin_cannot_make_a_pool_serve_a_town_of_another_owner() {
        assertThat(refusal(new Pin(new GrantWithin("a-administrative", "B1", Optional.empty(), 1, 1))))
                .isEqualTo("reform.notServed");
    }

    @Test
    void a_pin_cannot_send_a_block_to_another_county() {
        assertThat(refusal(new Pin(new BlockGoes("S1", "B1", Optional.empty()))))
                .isEqualTo("reform.otherCounty");
    }

    @Test
    void a_pin_cannot_send_a_block_to_a_town_that_is_closed_to_it() {
        assertThat(refusal(new Pin(new BlockGoes("S2", "A3", Optional.empty()))))
                .isEqualTo("reform.forbiddenTown");
    }

    @Test
    void a_pin_beyond_the_farthest_distance_is_a_warning_for_the_plan_will_say_what_it_costs() {
        // S1 may go 18 km; from its home A2 is about 10 km away and A3 about 20
        assertThat(warnings(new Pin(new BlockGoes("S1", "A2", Optional.empty()))))
                .isEmpty();
        assertThat(warnings(new Pin(new BlockGoes("S1", "A3", Optional.empty()))))
                .containsExactly("reform.tooFar");
    }

    @Test
    void pins_that_contradict_each_other_are_refused() {
        assertThat(refusal(
                        new Pin(new GrantWithin("city-institution", "A1", Optional.empty(), 5, 9)),
                        new Pin(new GrantWithin("city-institution", "A1", Optional.empty(), 0, 4))))
                .isEqualTo("reform.leastOverMost");
        assertThat(refusal(
                        new Pin(new BlockGoes("S1", "A1", Optional.empty())), new Ban(new DepartmentNotTo("D1", "A1"))))
                .isEqualTo("reform.nothingOpen");
        assertThat(refusal(new Pin(new BlockGoes("S1", "A1", Optional.empty())), new Ban(new BlockNotTo("S1", "A1"))))
                .isEqualTo("reform.nothingOpen");
    }

    @Test
    void whatever_a_decision_names_has_to_be_there() {
        assertThat(refused(
                        new Pin(new GrantWithin("x", "A1", Optional.of("fire"), 1, 1)),
                        new Pin(new BlockStays("S9")),
                        new Ban(new DepartmentNotTo("D9", "A1"))))
                .extracting(Problem::key)
                .containsExactly(
                        "reform.unknownPool",
                        "reform.unknownPlatform",
                        "reform.unknownBlock",
                        "reform.unknownDepartment");
    }
}
