package org.zhenjie.scenarios.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.zhenjie.gis.crs.Crs;
import org.zhenjie.gis.crs.ShiftedSystem;
import org.zhenjie.gis.layer.Layer;
import org.zhenjie.gis.layer.LayerRequest;
import org.zhenjie.gis.layer.Layers;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.write.LayerWriter;
import org.zhenjie.gis.write.OutFeature;
import org.zhenjie.gis.write.OutField;
import org.zhenjie.gis.write.OutLayer;
import org.zhenjie.scenarios.TinyStudy;

/** Layers of a study whose coordinate reference system is missing, wrong or one of a web map. */
class StudyCrsTest {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    @TempDir
    Path temp;

    private Path path;

    @BeforeEach
    void write() {
        path = TinyStudy.in(temp);
    }

    @Test
    void a_layer_without_a_system_is_refused_with_those_that_lie_where_the_other_layers_do() throws IOException {
        writeTowns("EPSG:4547");
        Files.delete(path.resolve("data/towns.prj"));

        String text = refused().text(Locale.ENGLISH);

        assertThat(text).startsWith("data/towns.shp: ").contains("EPSG:4547 (").doesNotContain("EPSG:4534");
        assertThat(refused().text(Locale.CHINA)).contains("EPSG:4547 (");
    }

    @Test
    void the_question_offers_what_fits_and_the_answer_opens_the_study() throws IOException {
        writeTowns("EPSG:4547");
        Files.delete(path.resolve("data/towns.prj"));

        List<CrsQuestion> questions = CrsQuestion.of(path);

        assertThat(questions).singleElement().satisfies(question -> {
            assertThat(question.role()).isEqualTo("towns");
            assertThat(question.choices()).extracting(CrsQuestion.Choice::code).contains("EPSG:4547", "EPSG:2383");
        });
        CrsQuestion.answer(path, "towns", "EPSG:4547");
        assertThat(CrsQuestion.of(path)).isEmpty();
        assertThat(StudyFolder.open(path).warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "    file: data/towns.shp\n",
                "    file: data/towns.shp\n    crs: EPSG:4547 # wrong\n",
                "    file: data/towns.shp\r\n",
            })
    void an_answer_changes_one_line_and_nothing_else(String entry) throws IOException {
        TinyStudy.edit(path, "study.yaml", "    file: data/towns.shp\n", entry);
        List<String> before = Files.readAllLines(path.resolve("study.yaml"));

        CrsQuestion.answer(path, "towns", "GCJ-02");

        List<String> after = new ArrayList<>(Files.readAllLines(path.resolve("study.yaml")));
        assertThat(after).anyMatch(line -> line.contains("crs: 'GCJ-02'"));
        after.removeIf(line -> line.contains("GCJ-02"));
        before.removeIf(line -> line.contains("# wrong"));
        assertThat(after).isEqualTo(before);
        assertThat(Files.readString(path.resolve("study.yaml")).contains("\r\n"))
                .isEqualTo(entry.contains("\r"));
    }

    @Test
    void an_answer_finds_its_place_in_a_source_on_one_line_too() throws IOException {
        TinyStudy.edit(
                path,
                "study.yaml",
                "  service_points:\n    file: data/service_points.geojson\n",
                "  service_points: {file: data/service_points.geojson}\n");

        CrsQuestion.answer(path, "service_points", "BD-09");

        assertThat(Files.readString(path.resolve("study.yaml")))
                .contains("service_points: {crs: 'BD-09', file: data/service_points.geojson}");
    }

    @Test
    void degrees_said_to_be_metres_are_refused_before_anything_is_measured() {
        TinyStudy.edit(
                path, "study.yaml", "    file: data/towns.shp\n", "    file: data/towns.shp\n    crs: EPSG:4526\n");

        assertThat(refused().key()).isEqualTo("crs.degrees");
    }

    @Test
    void a_layer_far_from_the_towns_is_refused_with_the_systems_that_bring_it_there() {
        writePoints(path.resolve("data/service_points.gpkg"), "EPSG:4547", new Coordinate(115.05, 22.75));
        TinyStudy.edit(
                path,
                "study.yaml",
                "file: data/service_points.geojson",
                "file: data/service_points.gpkg\n    crs: EPSG:4550");

        Problem problem = refused();

        assertThat(problem.key()).isEqualTo("crs.apart");
        assertThat(problem.text(Locale.ENGLISH)).contains("EPSG:4547 (").doesNotContain("EPSG:4550");
    }

    @ParameterizedTest
    @EnumSource
    void service_points_of_a_web_map_are_flagged_and_right_once_their_system_is_written(ShiftedSystem system) {
        Coordinate[] besideTheBorder = new Coordinate[40];
        for (int i = 0; i < besideTheBorder.length; i++) {
            double along = i / 40.0;
            besideTheBorder[i] = switch (i % 4) {
                case 0 -> new Coordinate(115.005 + along * 0.29, 22.7004);
                case 1 -> new Coordinate(115.005 + along * 0.29, 22.8996);
                case 2 -> new Coordinate(115.0004, 22.705 + along * 0.19);
                default -> new Coordinate(115.2996, 22.705 + along * 0.19);
            };
        }
        writePoints(path.resolve("data/service_points.gpkg"), system.code(), besideTheBorder);
        TinyStudy.edit(
                path,
                "study.yaml",
                "file: data/service_points.geojson",
                "file: data/service_points.gpkg\n    crs: EPSG:4326");

        Problem shift = StudyFolder.open(path).warnings().stream()
                .filter(one -> one.key().equals("shift.points"))
                .findFirst()
                .orElseThrow();
        assertThat(shift.text(Locale.ENGLISH))
                .startsWith("data/service_points.gpkg: ")
                .contains("crs: " + system.code());

        TinyStudy.edit(path, "study.yaml", "crs: EPSG:4326", "crs: " + system.code());
        assertThat(StudyFolder.open(path).warnings()).isEmpty();
    }

    @Test
    void counties_of_a_web_map_are_flagged() {
        TinyStudy.edit(path, "study.yaml", "    layer: counties\n", "    layer: counties\n    crs: GCJ-02\n");

        assertThat(StudyFolder.open(path).warnings()).extracting(Problem::key).contains("shift.areas");
    }

    @Test
    void degrees_in_columns_may_be_of_a_web_map() {
        TinyStudy.edit(
                path, "study.yaml", "    layer: devolved_staff\n", "    layer: devolved_staff\n    crs: GCJ-02\n");

        Coordinate home = StudyFolder.open(path).study().blocks().get(0).home();

        Geometry wgs84 = Crs.between(Crs.decode("GCJ-02"), Crs.decode("EPSG:4547"))
                .apply(FACTORY.createPoint(new Coordinate(115.05, 22.75)));
        assertThat(home.distance(wgs84.getCoordinate())).isLessThan(0.001);
    }

    @Test
    void degrees_in_columns_cannot_be_metres() {
        TinyStudy.edit(
                path, "study.yaml", "    layer: devolved_staff\n", "    layer: devolved_staff\n    crs: EPSG:4547\n");

        assertThat(refused().key()).isEqualTo("lonlat.crs");
    }

    private Problem refused() {
        InputException refused = catchThrowableOfType(InputException.class, () -> StudyFolder.open(path));
        assertThat(refused).isNotNull();
        return refused.problems().get(0);
    }

    /** The towns of the study in another system. */
    private void writeTowns(String crs) {
        Path file = path.resolve("data/towns.shp");
        List<OutFeature> towns = new ArrayList<>();
        List<OutField> fields = new ArrayList<>();
        try (Layer layer = Layers.open(LayerRequest.of(file))) {
            layer.fields().forEach(field -> fields.add(new OutField(field.name(), String.class)));
            var way = layer.to(crs);
            layer.forEach((row, feature) -> towns.add(new OutFeature(
                    way.apply((Geometry) feature.getDefaultGeometry()),
                    fields.stream()
                            .map(field -> feature.getAttribute(field.name()))
                            .toList())));
        }
        LayerWriter.write(file, List.of(new OutLayer("towns", crs, fields, towns)));
    }

    /** Clinics at places given on WGS 84, written in the coordinates of a system. */
    private static void writePoints(Path file, String system, Coordinate... places) {
        var way = Crs.between(Crs.decode(Crs.WGS84), Crs.decode(system));
        List<OutField> fields = List.of(
                new OutField("id", String.class),
                new OutField("name", String.class),
                new OutField("kind", String.class));
        List<OutFeature> points = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            points.add(
                    new OutFeature(way.apply(FACTORY.createPoint(places[i])), List.of("P" + i, "卫生院" + i, "clinic")));
        }
        LayerWriter.write(file, List.of(new OutLayer("service_points", "EPSG:4326", fields, points)));
    }
}
