package org.zhenjie.scenarios.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationProblem.Block;
import org.zhenjie.planner.allocation.AllocationProblem.BlockRule;
import org.zhenjie.planner.allocation.AllocationProblem.Destination;
import org.zhenjie.planner.allocation.AllocationProblem.GrantLimit;
import org.zhenjie.planner.allocation.AllocationProblem.Place;
import org.zhenjie.scenarios.TinyStudy;
import org.zhenjie.scenarios.reform.Reform;
import org.zhenjie.scenarios.reform.Reform.Ban;
import org.zhenjie.scenarios.reform.Reform.Pin;
import org.zhenjie.scenarios.reform.Reforms;
import org.zhenjie.scenarios.reform.Scenario;
import org.zhenjie.scenarios.study.Name;
import org.zhenjie.scenarios.study.Study;
import org.zhenjie.scenarios.study.Study.Decision.BlockGoes;
import org.zhenjie.scenarios.study.Study.Decision.BlockNotTo;
import org.zhenjie.scenarios.study.Study.Decision.BlockStays;
import org.zhenjie.scenarios.study.Study.Decision.DepartmentNotTo;
import org.zhenjie.scenarios.study.Study.Decision.GrantWithin;
import org.zhenjie.scenarios.study.StudyFolder;

/** How a study becomes a problem; towns are at positions A1 A2 A3 B1 B2 B3, platforms governance and law. */
class StudyProblemTest {
    private static Study study;
    private static AllocationProblem problem;

    @BeforeAll
    static void open(@TempDir Path temp) {
        study = StudyFolder.open(TinyStudy.in(temp)).study();
        problem = StudyProblem.of(study);
    }

    private static AllocationProblem with(Reform... reforms) {
        Scenario scenario = Scenario.of("test", new Name("试", "Test"), Arrays.asList(reforms));
        return StudyProblem.of(Reforms.apply(scenario, study).study());
    }

    private static Block block(String id) {
        return problem.blocks().stream()
                .filter(block -> block.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void need_follows_the_most_particular_norm() {
        // governance: street 10 + 0.5 x 60; town 4 + 0.4 x 30; town in a zone 6 + 0.4 x 20; law: 3 + 0.2 x people +
        // 0.01 x shops
        assertThat(problem.towns().get(0).need()).containsExactly(40, 19);
        assertThat(problem.towns().get(1).need()).containsExactly(16, 11);
        assertThat(problem.towns().get(2).need()).containsExactly(14, 8);
    }

    @Test
    void need_is_rounded_half_up_and_held_at_the_least() {
        // B2: 3 + 2 + 0.5 = 5.5; B3: 3 + 5 + 1.5 = 9.5
        assertThat(problem.towns().get(4).need().get(1)).isEqualTo(6);
        assertThat(problem.towns().get(5).need().get(1)).isEqualTo(10);
    }

    @Test
    void floors_and_ceilings_are_those_of_the_kind_of_town() {
        assertThat(problem.towns()).allSatisfy(town -> assertThat(town.floor()).containsExactly(0, 2));
        // half of the street's need of 59, rounded down
        assertThat(problem.towns().get(0).ceiling()).containsExactly(29, Integer.MAX_VALUE);
        assertThat(problem.towns().get(1).ceiling()).containsExactly(Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    @Test
    void pools_serve_the_towns_of_city_county_or_zone() {
        assertThat(problem.pools())
                .extracting(AllocationProblem.Pool::serves)
                .containsExactly(Set.of(0, 1, 2, 3, 4, 5), Set.of(0, 1, 2), Set.of(2));
        assertThat(problem.pools().get(0).usable()).isEqualTo(18);
    }

    @Test
    void blocks_may_go_to_the_towns_of_their_county_that_are_not_closed_to_them() {
        assertThat(block("S1").destinations()).extracting(Destination::town).containsExactly(0, 1, 2);
        assertThat(block("S2").destinations()).extracting(Destination::town).containsExactly(0, 1);
        assertThat(block("S4").destinations()).extracting(Destination::town).containsExactly(3, 4, 5);
    }

    @Test
    void distances_are_whole_metres_from_home_to_seat() {
        Study.StaffBlock block = study.block("S1").orElseThrow();
        long metres =
                Math.round(block.home().distance(study.towns().get(1).seat().getCoordinate()));
        assertThat(block("S1").destinations().get(1).metres()).isEqualTo(metres).isBetween(9_000L, 11_500L);
    }

    @Test
    void a_block_fits_platforms_whose_skills_it_has() {
        assertThat(block("S1").fits()).containsExactlyInAnyOrder(0, 1);
        assertThat(block("S3").fits()).containsExactly(0);
    }

    @Test
    void a_block_without_a_farthest_distance_may_go_any_way() {
        assertThat(block("S2").farthestMetres()).isEqualTo(15_000);
        assertThat(block("S3").farthestMetres()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void pins_of_posts_become_limits() {
        AllocationProblem pinned = with(
                new Pin(new GrantWithin("city-institution", "A2", Optional.of("law"), 3, 3)),
                new Ban(new GrantWithin("city-institution", "B3", Optional.empty(), 0, 0)));
        assertThat(pinned.grantLimits())
                .containsExactly(
                        new GrantLimit("city-institution", 1, OptionalInt.of(1), 3, 3),
                        new GrantLimit("city-institution", 5, OptionalInt.empty(), 0, 0));
    }

    @Test
    void pins_and_bans_of_blocks_become_the_places_that_are_left() {
        AllocationProblem pinned = with(
                new Pin(new BlockGoes("S1", "A3", Optional.of("law"))),
                new Pin(new BlockStays("S2")),
                new Ban(new BlockNotTo("S3", "A1")),
                new Ban(new DepartmentNotTo("D1", "A2")));
        assertThat(pinned.blockRules())
                .containsExactly(
                        new BlockRule("S1", false, Set.of(new Place(2, 1))),
                        new BlockRule("S2", true, Set.of()),
                        new BlockRule("S3", true, Set.of(new Place(2, 0), new Place(2, 1))));
    }

    @Test
    void nobody_speaks_of_a_block_that_is_free() {
        assertThat(problem.blockRules()).isEmpty();
        assertThat(problem.grantLimits()).isEqualTo(List.of());
    }
}
