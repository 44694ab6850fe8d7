package org.zhenjie.scenarios.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.planner.grouping.Compactness;
import org.zhenjie.planner.grouping.GroupingPlan;
import org.zhenjie.planner.grouping.GroupingProblem;
import org.zhenjie.scenarios.reform.GroupTask;
import org.zhenjie.scenarios.reform.GroupTask.Bridge;
import org.zhenjie.scenarios.reform.GroupTask.Given;
import org.zhenjie.scenarios.sample.SampleStudy;
import org.zhenjie.scenarios.study.Name;
import org.zhenjie.scenarios.study.Study;
import org.zhenjie.scenarios.study.Study.Town;
import org.zhenjie.scenarios.study.StudyFolder;

/** The towns of the sample study as a grouping. */
class TownGroupingTest {
    @TempDir
    static Path folder;

    private static Study study;

    @BeforeAll
    static void open() throws Exception {
        Path haibin = folder.resolve("haibin");
        SampleStudy.write(haibin);
        study = StudyFolder.open(haibin).study();
    }

    private static GroupTask task(
            int groups, String load, String compactness, List<Given> given, List<Bridge> bridges) {
        return new GroupTask(
                "teams",
                new Name("组", "Teams"),
                GroupTask.Purpose.TEAM,
                List.of(),
                List.of(),
                groups,
                load,
                new BigDecimal("0.1"),
                new BigDecimal(compactness),
                given,
                bridges,
                Optional.empty(),
                Where.file("scenarios/teams.yaml"));
    }

    private static TownGrouping grouping(String load) {
        return TownGrouping.of(study, task(8, load, "1", List.of(), List.of()));
    }

    @Test
    void towns_touch_where_they_share_a_border_and_not_in_points_alone() {
        TownGrouping grouping = grouping(GroupTask.PEOPLE);
        GroupingProblem problem = grouping.grouping().problem();
        for (int i = 0; i < problem.size(); i++) {
            int unit = i;
            Geometry boundary = grouping.towns().get(i).boundary();
            for (int j = 0; j < problem.size(); j++) {
                double shared = i == j
                        ? 0
                        : boundary.intersection(grouping.towns().get(j).boundary())
                                .getLength();
                int other = j;
                assertThat(IntStream.of(problem.neighbours()[unit]).anyMatch(near -> near == other))
                        .as(unit + " " + other)
                        .isEqualTo(shared > 1);
            }
        }
    }

    @Test
    void perimeters_of_groups_are_those_of_the_unions_of_their_towns() {
        TownGrouping grouping = grouping(GroupTask.PEOPLE);
        GroupingProblem problem = grouping.grouping().problem();
        Compactness outlines = problem.compactness().orElseThrow();
        Random random = new Random(3);
        for (int draw = 0; draw < 40; draw++) {
            int[] members = connected(problem, 1 + random.nextInt(20), random);
            Geometry union = UnaryUnionOp.union(IntStream.of(members)
                    .mapToObj(unit -> grouping.towns().get(unit).boundary())
                    .toList());

            assertThat(outlines.perimeter(problem, members) / 1e3).isCloseTo(union.getLength(), within(0.1));
            assertThat(outlines.area(members) / 1e6).isCloseTo(union.getArea(), within(1.0));
        }
    }

    /** Towns grown together from one that is drawn. */
    private static int[] connected(GroupingProblem problem, int towns, Random random) {
        List<Integer> members = new ArrayList<>(List.of(random.nextInt(problem.size())));
        for (int tries = 0; members.size() < towns && tries < 1_000; tries++) {
            int[] near = problem.neighbours()[members.get(random.nextInt(members.size()))];
            int next = near[random.nextInt(near.length)];
            if (!members.contains(next)) {
                members.add(next);
            }
        }
        return members.stream().mapToInt(Integer::intValue).toArray();
    }

    @Test
    void loads_count_what_is_asked_for() {
        assertThat(grouping(GroupTask.PEOPLE).grouping().problem().totalLoad())
                .isEqualTo(study.towns().stream().mapToLong(Town::people).sum());
        assertThat(grouping(GroupTask.NEED).grouping().problem().totalLoad()).isEqualTo(7_805);
        assertThat(grouping(GroupTask.HELD).grouping().problem().totalLoad()).isEqualTo(3_908);
        double area = study.towns().stream().mapToDouble(Town::areaKm2).sum();
        TownGrouping byArea = grouping(GroupTask.AREA);
        assertThat(byArea.grouping()
                        .costs()
                        .number(byArea.grouping().problem().totalLoad())
                        .doubleValue())
                .isCloseTo(area, within(1.0));
    }

    @Test
    void a_load_that_no_town_has_is_refused_with_those_that_there_are() {
        assertThatThrownBy(() -> grouping("cows"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("cows")
                .hasMessageContaining("coast_km");
    }

    @Test
    void towns_that_are_given_are_pinned_a_zone_stands_for_its_towns() {
        String zone = study.zones().get(0).code();
        Given given = new Given(Optional.empty(), Optional.of(zone), List.of(), Where.nowhere());
        TownGrouping grouping = TownGrouping.of(study, task(8, "people", "0", List.of(given), List.of()));

        int[] pins = grouping.grouping().problem().pins();
        for (int i = 0; i < pins.length; i++) {
            boolean member = study.zones()
                    .get(0)
                    .towns()
                    .contains(grouping.towns().get(i).code());
            assertThat(pins[i]).isEqualTo(member ? 0 : GroupingProblem.FREE);
        }
    }

    @Test
    void a_town_that_is_given_twice_or_is_not_there_is_refused() {
        String town = study.towns().get(0).code();
        List<Given> twice = List.of(
                new Given(Optional.empty(), Optional.empty(), List.of(town), Where.nowhere()),
                new Given(Optional.empty(), Optional.empty(), List.of(town, "nowhere"), Where.nowhere()));

        assertThatThrownBy(() -> TownGrouping.of(study, task(8, "people", "0", twice, List.of())))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(town)
                .hasMessageContaining("nowhere");
    }

    @Test
    void towns_touch_too_where_the_task_says_so_but_share_no_border() {
        String west = study.towns().get(0).code();
        String east = study.towns().get(study.towns().size() - 1).code();
        TownGrouping grouping = TownGrouping.of(
                study, task(8, "people", "0", List.of(), List.of(new Bridge(west, east, Where.nowhere()))));
        GroupingProblem problem = grouping.grouping().problem();

        int last = problem.size() - 1;
        int at = IntStream.range(0, problem.neighbours()[0].length)
                .filter(i -> problem.neighbours()[0][i] == last)
                .findFirst()
                .orElseThrow();
        assertThat(problem.compactness().orElseThrow().borders()[0][at]).isZero();
    }

    @Test
    void the_weight_of_a_compact_outline_is_a_share_of_what_a_round_group_costs() {
        GroupingProblem problem = grouping(GroupTask.PEOPLE).grouping().problem();
        double area = study.towns().stream()
                .mapToDouble(town -> town.boundary().getArea())
                .sum();
        double disc = problem.totalLoad() / 8.0 * 2 / 3 * Math.sqrt(area / 8 / Math.PI);

        assertThat((double) problem.compactness().orElseThrow().weight()).isCloseTo(disc, within(disc / 1e6));
    }

    @Test
    void groups_are_told_by_their_loads_centres_and_outlines() {
        TownGrouping grouping = grouping(GroupTask.PEOPLE);
        GroupingPlan plan = new GroupingPlan(IntStream.range(0, grouping.towns().size())
                .mapToObj(unit -> unit % 8)
                .toList());
        TownGroups groups = new TownGroups(grouping, plan, 0);

        assertThat(groups.groups()).hasSize(8);
        assertThat(groups.groups().stream()
                        .mapToDouble(TownGroups.TownGroup::deviation)
                        .sum())
                .isCloseTo(0, within(1e-9));
        assertThat(groups.groups().get(0).load())
                .isEqualByComparingTo(BigDecimal.valueOf(groups.groups().get(0).towns().stream()
                        .mapToLong(Town::people)
                        .sum()));
        assertThat(groups.groupOf(grouping.towns().get(9).code())).contains(2);
        assertThat(groups.groupOf("nowhere")).isEmpty();
    }
}
