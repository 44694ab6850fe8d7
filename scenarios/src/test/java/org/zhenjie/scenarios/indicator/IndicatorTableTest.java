package org.zhenjie.scenarios.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationPlan.Grant;
import org.zhenjie.planner.allocation.AllocationPlan.Posting;
import org.zhenjie.scenarios.PlannedTiny;
import org.zhenjie.scenarios.TinyStudy;
import org.zhenjie.scenarios.indicator.Indicator.Plain;
import org.zhenjie.scenarios.indicator.Indicator.Reach;
import org.zhenjie.scenarios.plan.PlannedScenario;
import org.zhenjie.scenarios.reform.Scenario;
import org.zhenjie.scenarios.study.Name;
import org.zhenjie.scenarios.study.Study;
import org.zhenjie.scenarios.study.StudyFolder;

/** The figures of a plan that is reckoned by hand: 5 posts to A2 governance, block S1 (3 people) to A2 law. */
class IndicatorTableTest {
    private static final Reach CLINIC = new Reach("clinic", new Name("卫生院", "Clinic"));

    private static PlannedScenario planned;
    private static IndicatorTable table;

    @BeforeAll
    static void plan(@TempDir Path temp) {
        Study study = StudyFolder.open(TinyStudy.in(temp)).study();
        AllocationPlan plan =
                new AllocationPlan(List.of(new Grant("city-institution", 1, 0, 5)), List.of(new Posting("S1", 1, 1)));
        planned = PlannedTiny.of(study, Scenario.BASELINE, plan);
        table = IndicatorTable.of(planned);
    }

    private static double town(String code, Indicator indicator) {
        return table.row(Level.TOWN, code).orElseThrow().value(indicator).orElseThrow();
    }

    private static double county(String code, Indicator indicator) {
        return table.row(Level.COUNTY, code).orElseThrow().value(indicator).orElseThrow();
    }

    private static double city(Indicator indicator) {
        return table.city().value(indicator).orElseThrow();
    }

    @Test
    void rows_are_the_city_its_counties_and_its_towns() {
        assertThat(table.rows())
                .extracting(row -> row.region().code())
                .containsExactly("city", "A", "B", "A1", "A2", "A3", "B1", "B2", "B3");
    }

    @Test
    void posts_before_and_after_differ_by_what_was_moved() {
        assertThat(town("A2", Plain.POSTS_BEFORE)).isEqualTo(14);
        assertThat(town("A2", Plain.GRANTED)).isEqualTo(5);
        assertThat(town("A2", Plain.RECEIVED)).isEqualTo(3);
        assertThat(town("A2", Plain.MOVED)).isEqualTo(8);
        assertThat(town("A2", Plain.POSTS_AFTER)).isEqualTo(22);
        assertThat(county("A", Plain.MOVED)).isEqualTo(8);
        assertThat(city(Plain.MOVED)).isEqualTo(8);
        assertThat(county("B", Plain.MOVED)).isZero();
    }

    @Test
    void the_staffing_ratio_is_posts_by_need() {
        assertThat(town("A2", Plain.NEED)).isEqualTo(27);
        assertThat(town("A2", Plain.RATIO_BEFORE)).isCloseTo(14 / 27.0, within(1e-12));
        assertThat(town("A2", Plain.RATIO_AFTER)).isCloseTo(22 / 27.0, within(1e-12));
    }

    @Test
    void the_ratio_of_a_county_is_that_of_its_sums() {
        double posts = town("B1", Plain.POSTS_AFTER) + town("B2", Plain.POSTS_AFTER) + town("B3", Plain.POSTS_AFTER);
        double need = town("B1", Plain.NEED) + town("B2", Plain.NEED) + town("B3", Plain.NEED);
        assertThat(county("B", Plain.RATIO_AFTER)).isCloseTo(posts / need, within(1e-12));
    }

    @Test
    void shortfall_is_counted_platform_by_platform() {
        // need 16 and 11, held 9 and 5; then 14 and 8
        assertThat(town("A2", Plain.SHORTFALL_BEFORE)).isEqualTo(13);
        assertThat(town("A2", Plain.SHORTFALL)).isEqualTo(5);
        assertThat(city(Plain.SHORTFALL)).isEqualTo(-planned.score().score().medium());
    }

    @Test
    void travel_is_people_times_distance() {
        double km = StrictMath.hypot(10.27, 0);
        assertThat(town("A2", Plain.TRAVEL_MEAN)).isCloseTo(km, within(0.1));
        assertThat(town("A2", Plain.TRAVEL)).isEqualTo(3 * town("A2", Plain.TRAVEL_MEAN), within(1e-9));
        assertThat(table.row(Level.TOWN, "A3").orElseThrow().value(Plain.TRAVEL_MEAN))
                .isEmpty();
    }

    @Test
    void density_is_residents_by_area() {
        assertThat(town("A1", Plain.DENSITY)).isCloseTo(60_000 / town("A1", Plain.AREA), within(1e-9));
        assertThat(city(Plain.AREA)).isCloseTo(county("A", Plain.AREA) + county("B", Plain.AREA), within(1e-9));
    }

    @Test
    void reach_is_the_share_of_the_area_within_a_circle_about_each_point() {
        // one clinic in the middle of A1, with a circle of 3 km that lies within the town
        double share = Math.PI * 9 / town("A1", Plain.AREA);
        assertThat(town("A1", CLINIC)).isCloseTo(share, within(share * 0.001));
        assertThat(town("A2", CLINIC)).isZero();
        assertThat(town("B3", CLINIC)).isGreaterThan(0.2);
    }

    @Test
    void reach_of_the_city_is_weighted_by_residents() {
        double people = 60_000 * town("A1", CLINIC) + 25_000 * town("B3", CLINIC);
        assertThat(city(CLINIC)).isCloseTo(people / 185_000, within(1e-9));
    }

    @Test
    void service_points_are_counted_where_they_lie() {
        assertThat(town("A1", Plain.SERVICE_POINTS)).isEqualTo(1);
        assertThat(city(Plain.SERVICE_POINTS)).isEqualTo(2);
    }

    @Test
    void the_spread_is_given_for_city_and_counties_only() {
        assertThat(table.row(Level.TOWN, "A1").orElseThrow().values()).doesNotContainKey(Plain.SPREAD);
        assertThat(city(Plain.RATIO_MIN)).isEqualTo(town("A3", Plain.RATIO_AFTER));
        assertThat(city(Plain.RATIO_MAX)).isEqualTo(town("A2", Plain.RATIO_AFTER));
        assertThat(county("A", Plain.SPREAD)).isNotEqualTo(county("A", Plain.SPREAD_BEFORE));
    }

    @Test
    void every_indicator_has_a_name_a_unit_and_an_id_of_its_own() {
        Set<String> seen = new HashSet<>();
        for (Indicator indicator : Indicator.of(planned.study())) {
            assertThat(seen.add(indicator.id())).isTrue();
            assertThat(Indicator.of(planned.study(), indicator.id())).hasValue(indicator);
            for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINA)) {
                assertThat(seen.add(indicator.heading(locale) + locale)).isTrue();
            }
        }
    }

    @Test
    void values_are_written_as_people_of_the_locale_write_them() {
        assertThat(Plain.PEOPLE.format(1_234_567, Locale.ENGLISH)).isEqualTo("1,234,567");
        assertThat(Plain.PEOPLE.format(1_234_567, Locale.GERMANY)).isEqualTo("1.234.567");
        assertThat(Plain.RATIO_AFTER.format(0.8125, Locale.ENGLISH)).isEqualTo("81.3%");
        assertThat(Plain.AREA.heading(Locale.CHINA)).isEqualTo("面积（平方公里）");
    }

    @Test
    void differences_carry_their_sign() {
        assertThat(Plain.RATIO_AFTER.formatDifference(0.031, Locale.ENGLISH)).isEqualTo("+3.1%");
        assertThat(Plain.SHORTFALL.formatDifference(-12, Locale.ENGLISH)).isEqualTo("−12");
        assertThat(Plain.SHORTFALL.formatDifference(-0.2, Locale.ENGLISH)).isEqualTo("0");
    }
}
