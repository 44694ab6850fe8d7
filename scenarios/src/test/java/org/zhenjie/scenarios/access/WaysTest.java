package org.zhenjie.scenarios.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.scenarios.TinyStudy;
import org.zhenjie.scenarios.plan.StudyProblem;
import org.zhenjie.scenarios.study.Study;
import org.zhenjie.scenarios.study.Study.ServiceKind;
import org.zhenjie.scenarios.study.StudyFolder;

/**
 * Settlements, roads and a table of distances in the tiny study: seats are in the middle of towns of about 10.3 by 11.1 km, a
 * road runs through those of A1, A2 and A3, another one through those of B1 to B3; they do not meet.
 */
class WaysTest {
    private static final String ROADS = """
            {"type": "FeatureCollection", "features": [
              {"type": "Feature", "properties": {"speed_kmh": 60},
               "geometry": {"type": "LineString", "coordinates": [[115.05, 22.75], [115.15, 22.75], [115.25, 22.75]]}},
              {"type": "Feature", "properties": {"speed_kmh": null},
               "geometry": {"type": "LineString", "coordinates": [[115.05, 22.85], [115.15, 22.85], [115.25, 22.85]]}}
            ]}
            """;

    @TempDir
    private Path temp;

    private Path folder;

    @BeforeEach
    void write() {
        folder = TinyStudy.in(temp);
    }

    private void data(String role, String file, String text) throws IOException {
        Files.writeString(folder.resolve("data").resolve(file), text);
        TinyStudy.edit(folder, "study.yaml", "  staff:\n", "  " + role + ":\n    file: data/" + file + "\n  staff:\n");
    }

    private Study study() {
        return StudyFolder.open(folder).study();
    }

    private List<String> warnings() {
        return StudyFolder.open(folder).warnings().stream().map(Problem::key).toList();
    }

    private String refusal() {
        InputException thrown = catchThrowableOfType(InputException.class, () -> StudyFolder.open(folder));
        assertThat(thrown).as("the study is refused").isNotNull();
        return thrown.problems().get(0).key();
    }

    private static Access access(Study study) {
        ServiceKind clinic = study.serviceKinds().get(0);
        return new Access.Survey(study).of(clinic);
    }

    private static AllocationProblem.Block block(Study study, String id) {
        return StudyProblem.of(study).blocks().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static long metres(Study study, String block, int town) {
        return block(study, block).destinations().stream()
                .filter(one -> one.town() == town)
                .findFirst()
                .orElseThrow()
                .metres();
    }

    // access

    @Test
    void residents_are_where_the_settlements_are() throws IOException {
        // three quarters of A1 live within 3 km of the clinic, the others some 5 km away
        data("settlements", "villages.csv", "id,lon,lat,people\nV1,115.051,22.751,300\nV2,115.05,22.795,100\n");
        Access.Sums town = access(study()).towns().get(0);
        assertThat(town.reach().orElseThrow()).isCloseTo(0.75, within(1e-9));
        double near = StrictMath.hypot(0.1027, 0.1108);
        assertThat(town.nearest().orElseThrow()).isCloseTo(0.75 * near + 0.25 * 4.98, within(0.01));
    }

    @Test
    void the_supply_is_divided_by_the_people_in_reach_of_each_point_and_summed_where_people_live() throws IOException {
        // all of A1 (60,000) at the first clinic; of A2 (30,000) a third near it, the rest out of reach of both;
        // all of B3 (25,000) at the second clinic. The second clinic has a supply of 40
        data(
                "settlements",
                "villages.csv",
                "id,lon,lat,people\nV1,115.05,22.75,1\nV2,115.101,22.75,1\nV3,115.19,22.75,2\nV4,115.25,22.85,1\n");
        TinyStudy.edit(folder, "study.yaml", "reach_km: 3", "reach_km: 6");
        Files.writeString(
                folder.resolve("data/service_points.csv"),
                "id,name,kind,lon,lat,beds\nC1,一,clinic,115.05,22.75,\nC2,二,clinic,115.25,22.85,40\n");
        TinyStudy.edit(
                folder,
                "study.yaml",
                "file: data/service_points.geojson",
                "file: data/service_points.csv\n    fields: {supply: beds}");
        Study study = study();
        List<Access.Sums> towns = access(study).towns();
        // first clinic: 1 for 60,000 + 10,000
        assertThat(towns.get(0).supplyPerThousand().orElseThrow()).isCloseTo(1 / 70.0, within(1e-9));
        assertThat(towns.get(1).supplyPerThousand().orElseThrow()).isCloseTo(1 / 70.0 / 3, within(1e-9));
        // a town without settlements lives evenly: A3 and B2 have parts in reach of the second clinic
        double reached = towns.stream().mapToDouble(Access.Sums::supply).sum();
        // whatever is supplied reaches somebody: both clinics, 1 + 40
        assertThat(reached).isCloseTo(41, within(1e-6));
        assertThat(towns.get(5).supplyPerThousand().orElseThrow())
                .isGreaterThan(40 / 60.0)
                .isLessThan(40 / 25.0);
    }

    @Test
    void without_settlements_residents_live_evenly() {
        Access.Sums town = access(study()).towns().get(0);
        // mean distance from the middle of a rectangle of 10.27 by 11.08 km
        assertThat(town.nearest().orElseThrow()).isCloseTo(4.09, within(0.05));
        assertThat(town.connected()).isCloseTo(60_000, within(1e-6));
    }

    @Test
    void a_reach_in_minutes_is_driven_over_the_roads() throws IOException {
        TinyStudy.edit(folder, "study.yaml", "reach_km: 3", "reach_minutes: 11");
        assertThat(refusal()).isEqualTo("service.minutes");
        data("roads", "roads.geojson", ROADS);
        data("settlements", "villages.csv", "id,lon,lat,people\nV1,115.15,22.75,2\nV2,115.151,22.76,1\n");
        Access.Sums town = access(study()).towns().get(1);
        // 10.27 km at 60 km/h; the second village walks 1.1 km to the road first
        assertThat(town.reach().orElseThrow()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(town.nearest().orElseThrow()).isCloseTo(10.27 + (1.108 / 5 * 60 + 0.1) / 3, within(0.05));
    }

    @Test
    void settlements_outside_every_town_are_a_warning() throws IOException {
        data("settlements", "villages.csv", "id,lon,lat,people\nV1,115.05,22.75,1\nV2,110.05,22.75,1\n");
        assertThat(warnings()).contains("settlement.outside");
    }

    // staff

    @Test
    void staff_travel_over_the_roads_and_parts_of_the_network_are_told() throws IOException {
        data("roads", "roads.geojson", ROADS);
        assertThat(warnings()).containsExactly("roads.parts", "roads.apart");
        Study study = study();
        assertThat(metres(study, "S1", 1)).isBetween(10_200L, 10_350L);
        assertThat(metres(study, "S1", 2)).isBetween(20_400L, 20_700L);
    }

    @Test
    void a_town_without_a_way_is_no_destination() throws IOException {
        data("roads", "roads.geojson", ROADS.replace("[115.05, 22.85], ", ""));
        assertThat(warnings()).contains("roads.far");
        // S4 lives at the seat of B1, which the road does not reach any more
        assertThat(block(study(), "S4").destinations())
                .extracting(AllocationProblem.Destination::town)
                .doesNotContain(4, 5);
        TinyStudy.edit(folder, "study.yaml", "platforms:", "travel: {farthest_to_road_km: 15}\nplatforms:");
        assertThat(metres(study(), "S4", 4)).isBetween(10_200L, 10_350L);
    }

    @Test
    void a_table_of_distances_wins_and_what_it_lacks_is_measured() throws IOException {
        data("distances", "distances.csv", "from,to,km\nS1,A2,12.5\nA3,D1,33\n");
        assertThat(warnings()).containsExactly("distances.missing");
        Study study = study();
        assertThat(metres(study, "S1", 1)).isEqualTo(12_500);
        assertThat(metres(study, "S2", 1)).isBetween(10_200L, 10_350L);
        // by the department, and both ways
        assertThat(metres(study, "S1", 2)).isEqualTo(33_000);
        assertThat(metres(study, "S3", 2)).isEqualTo(33_000);
    }

    @Test
    void two_distances_of_one_pair_are_refused() throws IOException {
        data("distances", "distances.csv", "from,to,km\nS1,A2,12.5\nA2,S1,13\n");
        assertThat(refusal()).isEqualTo("distances.two");
    }
}
