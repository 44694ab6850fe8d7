package org.zhenjie.scenarios.reform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.zhenjie.gis.edit.Cut;
import org.zhenjie.gis.edit.Side;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.scenarios.TinyStudy;
import org.zhenjie.scenarios.reform.Reform.ExtendZone;
import org.zhenjie.scenarios.reform.Reform.MovePart;
import org.zhenjie.scenarios.reform.Reform.SplitTown;
import org.zhenjie.scenarios.study.StudyFolder;

/** Lines and areas in scenario files. */
class DrawingsTest {
    @TempDir
    private Path temp;

    private Path path;
    private StudyFolder folder;

    @BeforeEach
    void open() {
        path = TinyStudy.in(temp);
        folder = StudyFolder.open(path);
    }

    private Reform read(String reform) {
        TinyStudy.scenario(path, "test", "format: 1\nname: Test\nreforms:\n  - " + reform + "\n");
        return ScenarioFile.read(folder, "test").reforms().get(0);
    }

    private Problem refusal(String reform) {
        InputException thrown = catchThrowableOfType(InputException.class, () -> read(reform));
        assertThat(thrown).as("the scenario is refused").isNotNull();
        assertThat(thrown.problems()).hasSize(1);
        Problem problem = thrown.problems().get(0);
        assertThat(problem.where().file()).contains("scenarios/test.yaml");
        assertThat(problem.where().row()).hasValue(4);
        return problem;
    }

    private static String move(String drawing) {
        return "move-part: {from: A2, to: A3, " + drawing + "}";
    }

    private Cut part(String drawing) {
        return ((MovePart) read(move(drawing))).part();
    }

    @Test
    void a_line_is_a_list_of_places_or_wkt() {
        Cut line = part("line: [[115.1, 22.7], [115.2, 22.8]]");
        assertThat(line.drawn().getCoordinates())
                .containsExactly(new Coordinate(115.1, 22.7), new Coordinate(115.2, 22.8));
        assertThat(part("line: \"LINESTRING (115.1 22.7, 115.2 22.8)\"")).isEqualTo(line);
        assertThat(((Cut.Line) line).side()).isEmpty();
        assertThat(((Cut.Line) part("side: RIGHT, line: [[115.1, 22.7], [115.2, 22.8]]")).side())
                .contains(Side.RIGHT);
    }

    @Test
    void an_area_is_the_coordinates_of_a_polygon_or_multipolygon_or_wkt() {
        Cut area = part("area: [[[115.1, 22.7], [115.2, 22.7], [115.2, 22.8], [115.1, 22.7]]]");
        assertThat(area.drawn().getArea()).isGreaterThan(0);
        assertThat(part("area: \"POLYGON ((115.1 22.7, 115.2 22.7, 115.2 22.8, 115.1 22.7))\""))
                .isEqualTo(area);
        assertThat(part("area: [[[[115.1, 22.7], [115.2, 22.7], [115.2, 22.8], [115.1, 22.7]]]]")
                        .drawn()
                        .getNumGeometries())
                .isEqualTo(1);
    }

    @Test
    void a_drawing_may_be_a_file_of_one_feature_and_makes_plans_stale_when_it_changes() throws IOException {
        Path drawings = Files.createDirectory(path.resolve("scenarios/drawings"));
        String line = "{\"type\": \"Feature\", \"properties\": {}, \"geometry\": {\"type\": \"LineString\","
                + " \"coordinates\": [[115.1, 22.7], [115.2, 22.8]]}}";
        String file = "{\"type\": \"FeatureCollection\", \"features\": [" + line + "]}";
        Files.writeString(drawings.resolve("cut.geojson"), file);
        assertThat(part("line: {file: cut.geojson}")).isEqualTo(part("line: [[115.1, 22.7], [115.2, 22.8]]"));
        String hash = folder.inputHash("test");
        String baseline = folder.inputHash("baseline");
        Files.writeString(drawings.resolve("cut.geojson"), file.replace("22.8", "22.9"));
        assertThat(folder.inputHash("test")).isNotEqualTo(hash);
        assertThat(folder.inputHash("baseline")).isEqualTo(baseline);
        Files.writeString(drawings.resolve("cut.geojson"), file.replace("}}]}", "}}, " + line + "]}"));
        assertThat(refusal(move("line: {file: cut.geojson}")).key()).isEqualTo("drawing.line");
        assertThat(refusal(move("line: {file: other.geojson}")).key()).isEqualTo("file.missing");
        assertThat(refusal(move("line: {file: ../../data/towns.shp}")).key()).isEqualTo("source.outside");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "line: [[115.1, 22.7]]|drawing.line",
                "line: [[22.7, 115.1], [22.8, 115.2]]|drawing.line",
                "line: \"POINT (115.1 22.7)\"|drawing.line",
                "line: nonsense|drawing.line",
                "area: [[[115.1, 22.7], [115.2, 22.7], [115.2, 22.8]]]|drawing.area",
                "area: [[115.1, 22.7], [115.2, 22.8]]|drawing.area",
                "side: LEFT|drawing.lineOrArea",
                "line: [[115.1, east], [115.2, 22.8]]|yaml.numbers"
            })
    void what_cannot_be_drawn_is_refused_with_its_line(String drawing, String key) {
        TinyStudy.scenario(path, "test", "format: 1\nname: Test\nreforms:\n  - " + move(drawing) + "\n");
        InputException thrown = catchThrowableOfType(InputException.class, () -> ScenarioFile.read(folder, "test"));
        assertThat(thrown.problems()).extracting(Problem::key).contains(key);
        assertThat(thrown.problems())
                .allSatisfy(problem -> assertThat(problem.where().row()).hasValue(4));
    }

    @Test
    void a_split_names_both_parts_and_perhaps_their_seats() {
        SplitTown split = (SplitTown)
                read(
                        "split-town: {town: A2, line: [[115.1, 22.7], [115.2, 22.8]],"
                                + " left: {code: A2, name: West, kind: TOWN}, right: {code: A9, name: East, kind: STREET, seat: [115.18, 22.72]}}");
        assertThat(split.left().seat()).isEmpty();
        assertThat(split.right().seat()).contains(new Coordinate(115.18, 22.72));
        assertThat(refusal(
                                "split-town: {town: A2, line: [[115.1, 22.7], [115.2, 22.8]],"
                                        + " left: {code: A2, name: West, kind: TOWN}, right: {code: A9, name: East, kind: STREET, seat: [115.18]}}")
                        .key())
                .isEqualTo("drawing.place");
    }

    @Test
    void a_part_of_a_town_for_a_zone_needs_a_side_of_its_line() {
        ExtendZone extend = (ExtendZone)
                read("extend-zone: {zone: Z, parts: [{town: A2, line: [[115.1, 22.7], [115.2, 22.8]], side: LEFT}]}");
        assertThat(extend.parts()).hasSize(1);
        assertThat(extend.plannedAreaKm2()).isEqualTo(Optional.empty());
        assertThat(refusal("extend-zone: {zone: Z, parts: [{town: A2, line: [[115.1, 22.7], [115.2, 22.8]]}]}")
                        .key())
                .isEqualTo("yaml.missing");
    }
}
